"""Measurements: `make bench`. Each row is a ratio taken in one run unless its unit says otherwise."""
