import "./styles/review.css";
import "./elements/room/picture-room";
