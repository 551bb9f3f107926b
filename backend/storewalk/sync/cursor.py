"""The mark that a phone brings back: until when it knows, and in which scope it was told."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

import msgspec

from storewalk.core.access import Actor

OVERLAP: Final = timedelta(seconds=60)
"""How far a delta reaches back before its mark. A row carries the time at which its transaction began but is seen from
its commit on; a transaction that idles is ended after 30 s, so a minute leaves none out. Rows told twice do no harm."""

KEPT: Final = timedelta(days=30)
"""How long a mark is good; an older one is answered with everything."""


class Mark(msgspec.Struct, frozen=True):
    """The server's time of the last answer, and a fingerprint of who asked and what they could see."""

    at: datetime
    scope: str


def fingerprint(actor: Actor) -> str:
    """Return a short digest of the actor and their grants; language and session are no part of it."""
    grants = sorted((grant.path, *sorted(grant.permissions)) for grant in actor.grants)
    told = msgspec.json.encode((actor.org_id, actor.account_id, grants, actor.token_scopes))
    return sha256(told).hexdigest()[:16]


def encode(mark: Mark) -> str:
    """Return a mark as the opaque text that a phone keeps."""
    return urlsafe_b64encode(msgspec.json.encode(mark)).rstrip(b"=").decode()


def decode(text: str | None) -> Mark | None:
    """Read a mark back; None for anything else, since a phone with a broken mark is served best with everything."""
    if not text:
        return None
    try:
        return msgspec.json.decode(urlsafe_b64decode(text + "=" * (-len(text) % 4)), type=Mark)
    except (binascii.Error, msgspec.DecodeError, ValueError):
        return None


def since(mark: Mark | None, actor: Actor, now: datetime) -> datetime | None:
    """Return the time after which changes are told; None for everything.

    Everything is told without a mark, with one older than 30 days or from the future, and when what the actor may see
    is not what it was.
    """
    if mark is None or mark.at.tzinfo is None or mark.scope != fingerprint(actor):
        return None
    if not now - KEPT <= mark.at <= now + OVERLAP:
        return None
    return mark.at - OVERLAP
