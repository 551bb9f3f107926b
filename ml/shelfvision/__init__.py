"""Shelf vision: pixels in, boxes out; imports nothing of Storewalk."""
