import "./elements/contact-sheet";
