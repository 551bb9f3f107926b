"""The steps of an order to a supplier, one file for each."""
