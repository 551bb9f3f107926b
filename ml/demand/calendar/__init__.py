"""Days off and working weekends: a table that is imported and edited, since each year's is announced in November."""
