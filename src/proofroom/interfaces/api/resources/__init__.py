"""The addresses, one file per resource. No rule lives here: every write is a command that the pages use too."""
