"""How an order goes on; one file a step."""
