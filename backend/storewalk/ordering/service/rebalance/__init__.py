"""Transfers that are suggested: made by night, asked for or refused by day, one transition a file."""
