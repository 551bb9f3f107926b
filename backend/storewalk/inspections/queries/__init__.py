"""Reads: column selects straight into structs, one statement for a list."""
