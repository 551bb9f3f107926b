"""From a forecast to a quantity that explains itself."""
