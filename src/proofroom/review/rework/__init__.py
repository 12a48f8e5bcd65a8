"""The rework check: what changed between two versions of a picture (Row E3)."""
