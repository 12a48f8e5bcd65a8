"""The door for programs: resources, one action endpoint, and a description read from the table (Row D4)."""
