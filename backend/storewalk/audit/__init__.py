"""The audit log: reads it, seals it in a hash chain behind the commits, verifies the chain."""
