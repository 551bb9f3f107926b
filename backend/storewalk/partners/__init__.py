"""Partners: who the chain buys from."""
