"""Settings read from the environment, addresses, and how the processes start."""
