"""Returns: every rejection, with its own number, owner, history and outcome. Row B2."""
