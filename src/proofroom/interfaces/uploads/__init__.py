"""Resumable uploads by tus 1.0.0, spoken natively in ASGI so that bytes reach the disk while they arrive (Row D2)."""
