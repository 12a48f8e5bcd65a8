"""Small pictures of large files, one module for each family.

Runs in a process of its own, without Django or database.
"""
