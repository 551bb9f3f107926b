"""What the detector sees on shelf photos: facings, gaps, availability; pending or a question where it sees nothing."""
