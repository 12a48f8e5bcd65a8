"""Immutable stored files, uploads, inspection with previews, and ZIP packages; knows nothing of orders."""
