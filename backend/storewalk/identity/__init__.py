"""Who works here: organizations, accounts, roles with their place in the scope tree, sessions by device, tokens."""
