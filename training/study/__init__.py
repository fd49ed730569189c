"""Training as a study: which choices of data, loss and network matter, each measured by one command."""
