"""What follows from a fact: a failed checkpoint becomes a task, a step of a task or visit a notice. A file a source."""
