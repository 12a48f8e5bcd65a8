"""What is owed, paid, refunded and paid out. Every attempt is a record of its own."""
