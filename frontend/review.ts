import "./styles/review.css";
import "./elements/compare-view";
