"""Draws shelves from a seed, with exact boxes of every facing and gap: for training, tests and the demo chain."""
