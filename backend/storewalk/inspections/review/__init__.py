"""A regional manager's look at scored visits: they stand, or their inspector is asked to say more."""
