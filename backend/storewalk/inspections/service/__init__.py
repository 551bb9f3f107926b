"""Transitions: each locks, checks, changes and records. Nothing here commits."""
