"""What becomes of a shelf photo's reading: the detector's way of it, people's corrections, and their export."""
