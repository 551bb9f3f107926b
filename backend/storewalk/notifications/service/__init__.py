"""What can be done to an inbox and to push subscriptions, one act a file."""
