"""Many files of camera size sent to us by tus, and to nginx by PUT, in turns."""
