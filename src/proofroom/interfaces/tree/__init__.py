"""One virtual tree over orders and files, for doors that show folders. It knows nothing of FTP or SFTP."""
