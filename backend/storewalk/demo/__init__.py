"""The demo chain: a company with ten stores and ninety days of work, made through the public commands."""
