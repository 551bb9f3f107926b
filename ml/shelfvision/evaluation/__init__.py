"""Measures a model on photos that no training has seen, and writes its figures."""
