"""The embedded PostgreSQL, S3 server and supervisor, with real processes and real kills."""
