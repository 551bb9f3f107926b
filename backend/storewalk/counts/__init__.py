"""Counting what is really there (盘点), blind and while the store keeps selling, and what differs from the book."""
