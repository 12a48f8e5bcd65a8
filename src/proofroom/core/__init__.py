"""What every other package stands on; knows nothing of orders, people or files."""
