"""What a phone keeps, and what of it changed since it last asked."""
