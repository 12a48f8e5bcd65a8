import "./styles/review.css";
import "./elements/compare-view";
import "./elements/mark-area";
