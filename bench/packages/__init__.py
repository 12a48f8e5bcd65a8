"""Packages beside copyparty's ZIP and nginx sending a file; see ``__main__``."""
