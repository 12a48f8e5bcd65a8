"""Where the modules meet: one function changes an order's state, and what follows from it follows here."""
