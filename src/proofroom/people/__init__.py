"""People, customer accounts and their members, roles and credentials."""
