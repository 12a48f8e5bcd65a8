"""Redistribution: results of an approved order go where the account says, when it says so (Row B7)."""
