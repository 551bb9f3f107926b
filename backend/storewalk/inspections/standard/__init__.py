"""What the program brings as data: the library of checkpoints, and the checklists made of them."""
