"""The review room in Chromium against its budgets: ``python -m bench.room``."""
