"""Mails: their words, their look, and sending each once."""
