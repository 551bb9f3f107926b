"""The steps of a count, a file each."""
