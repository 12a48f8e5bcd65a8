"""What each page receives: typed dataclasses with a line of help per field, and the functions that fill them."""
