"""Ordering: what stores sold by day, kept for the forecast."""
