"""From a cookie or a bearer token to an actor, in one statement that also sets the transaction's organization."""

import base64
import hashlib
import hmac
from typing import Final

import asyncpg
import msgspec

from storewalk.core.access import Actor, Grant
from storewalk.core.credentials import Credentials, require_csrf
from storewalk.core.errors import NotSignedIn
from storewalk.core.platform import Authenticate

BY_SESSION: Final = "SELECT * FROM storewalk_session($1)"
BY_TOKEN: Final = "SELECT * FROM storewalk_token($1)"  # noqa: S105 - a statement, no secret
GRANTS: Final = msgspec.json.Decoder(tuple[Grant, ...])


def token_hash(token: str) -> bytes:
    """Return the SHA-256 under which a session or token is kept."""
    return hashlib.sha256(token.encode()).digest()


def csrf_of(secret: str, token: str) -> str:
    """Return the CSRF value of a session: HMAC-SHA-256 of its token under the installation's secret."""
    mac = hmac.digest(secret.encode(), b"csrf:" + token.encode(), "sha256")
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def authenticator(secret: str) -> Authenticate:
    """Return the function that turns a request's credentials into an actor.

    It raises NotSignedIn for none, unknown, expired or revoked ones, and for a cookie that writes without its CSRF
    header. The look-up also sets `storewalk.org_id` for the transaction, from which row-level security takes over.
    """

    async def authenticate(raw: asyncpg.Connection, given: Credentials) -> Actor:
        if given.bearer is not None:
            row = await raw.fetchrow(BY_TOKEN, token_hash(given.bearer))
        elif given.session is not None:
            row = await raw.fetchrow(BY_SESSION, token_hash(given.session))
            if given.writing:
                require_csrf(csrf_of(secret, given.session), given.csrf)
        else:
            row = None
        if row is None:
            raise NotSignedIn("core.not_signed_in")
        org_id, account_id, name, locale, session_id, grants, scopes = row
        return Actor(
            org_id=org_id,
            account_id=account_id,
            name=name,
            locale=locale,
            session_id=session_id,
            grants=GRANTS.decode(grants) if grants else (),
            token_scopes=None if scopes is None else tuple(scopes),
        )

    return authenticate
