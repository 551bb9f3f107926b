"""Reads a photo with the shipped model: onnxruntime and numpy only, no torch."""
