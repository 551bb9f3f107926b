"""What is read of readings, corrections and exports."""
