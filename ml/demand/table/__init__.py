"""Long tables in, dense panels out: what a file may hold, and what is said when it cannot be read."""
