"""Reads of this room, its row locks, and what others join."""
