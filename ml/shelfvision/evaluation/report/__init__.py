"""Draws the report of an evaluation: one file of HTML with its plots and the photos that the model reads worst."""
