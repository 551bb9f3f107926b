"""Journeys: real Chromium against the real processes."""
