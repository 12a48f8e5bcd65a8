"""Streams of stored files, previews and packages, with byte ranges. Who may have them is decided by the views."""
