"""Reads of this room and the row locks of its changes."""
