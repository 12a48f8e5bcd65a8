"""How well the rework check tells real changes from recompression, slight shifts and another overall tone."""
