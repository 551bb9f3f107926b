"""The life of a task, one transition a file. Each locks the task's row first and no other of this room before it."""
