"""The shapes of the room on the wire."""
