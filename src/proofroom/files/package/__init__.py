"""A ZIP of stored files that exists only as arithmetic: exact length, any byte range, no temporary file."""
