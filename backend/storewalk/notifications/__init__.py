"""What a person is told: the in-app inbox, the browsers that asked for pushes, and what became of each push."""
