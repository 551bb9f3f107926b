"""Empty workbooks to fill in, written in a process of their own."""
