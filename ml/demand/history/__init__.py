"""What was sold, day by day: dense files by shard of stores and month, in an object store."""
