"""The life of a transfer, one transition a file. Each locks the transfer's row first, and books after it."""
