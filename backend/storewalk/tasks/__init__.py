"""Rectification: what was found wrong at a store, who puts it right by when, and who confirms it."""
