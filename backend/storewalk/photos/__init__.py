"""Photos as evidence: registered, uploaded to the object store, verified by hash, shown only as clean renditions."""
