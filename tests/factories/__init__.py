"""What tests make and use: organizations, clients, jobs."""
