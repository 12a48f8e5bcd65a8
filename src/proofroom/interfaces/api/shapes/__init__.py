"""How things read in JSON: one file per resource. Times are UTC in ISO 8601."""
