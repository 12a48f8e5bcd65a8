"""Which engine runs background tasks: the trial behind ADR 0002."""
