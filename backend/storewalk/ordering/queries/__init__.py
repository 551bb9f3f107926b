"""What is read of ordering: one file a question, each a statement of columns into structs."""
