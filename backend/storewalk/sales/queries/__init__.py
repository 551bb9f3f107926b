"""What the room reads and writes."""
