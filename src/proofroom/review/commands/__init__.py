"""Everything that changes markings, one file per subject."""
