"""FTP beside vsftpd, in turns on the same files."""
