"""What the detector sees on shelf photos: facings, gaps and availability; pending or a question where it sees nothing."""
