"""Keep where goods come from; one file an act."""
