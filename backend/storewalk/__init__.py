"""Storewalk: field operations for chain stores, one room per domain."""
