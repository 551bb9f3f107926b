"""Policies tried on what was really sold: the VN2 competition by its accounting, and stock that ages."""
