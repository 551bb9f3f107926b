"""Identity: UUIDv7, so that new keys land at the end of an index. Never an order: use `(recorded_at, id)` for that."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """Return a fresh UUIDv7 (RFC 9562, section 5.7); a client may make its own in the same form."""
    return uuid7()
