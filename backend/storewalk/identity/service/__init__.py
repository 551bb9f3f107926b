"""What is done with organizations, accounts, devices and tokens: one transition a file."""
