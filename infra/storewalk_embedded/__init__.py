"""Runs what Storewalk needs on one machine: PostgreSQL, an S3 server and Storewalk's own processes."""
