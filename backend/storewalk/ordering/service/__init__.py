"""What the room does, one file for each act."""
