"""Pictures that lie over a picture: what is marked, and what changed."""
