"""FTP and FTPS over the tree (Row A6). RFC 959, 2228, 2389, 2428, 3659 and 4217 are pyftpdlib's part."""
