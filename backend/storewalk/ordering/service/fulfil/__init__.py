"""The steps of an order after its approval, one file each."""
