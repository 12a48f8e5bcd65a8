"""SFTP over the tree (Row A6): files only, no shell, no forwarding."""
