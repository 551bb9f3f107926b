"""How facts come from and go to other systems: sheets of stores and products today."""
