"""Schedules of visits and self-checks, what they generate, who goes, in which order, and the calendar of it all."""
