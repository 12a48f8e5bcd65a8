"""What a comment probably is, read from the order's own specification (Row E2): the same words, the same answer."""
