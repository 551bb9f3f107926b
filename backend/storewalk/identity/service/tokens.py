"""Issue and withdraw keys for integrations."""

import base64
import hmac
from collections.abc import Collection
from uuid import UUID

import msgspec
from sqlalchemy import select

from storewalk.core.errors import Forbidden, Invalid, NotFound
from storewalk.core.ids import new_id
from storewalk.core.platform import Platform
from storewalk.core.tx import Tx
from storewalk.identity.authentication import token_hash
from storewalk.identity.events import TokenIssued, TokenRevoked
from storewalk.identity.models import ApiToken
from storewalk.identity.schemas import IssueToken, TokenOut


async def issue(tx: Tx, form: IssueToken, known: Collection[str], secret: str) -> TokenOut:
    """Issue a key that acts as the actor within `scopes`. `reveal` adds it to the answer, the only time it is shown.

    Raises Invalid for a scope that no room declares, Forbidden when a key asks for a key.
    """
    if tx.actor.token_scopes is not None:
        raise Forbidden("identity.token_needs_person")
    for number, scope in enumerate(form.scopes):
        if scope not in known:
            raise Invalid("identity.unknown_scope", field=f"scopes.{number}", scope=scope)
    token_id = new_id()
    row = ApiToken(
        org_id=tx.org_id,
        id=token_id,
        account_id=tx.actor.account_id,
        name=form.name,
        token_hash=token_hash(token_text(secret, token_id)),
        scopes=form.scopes,
        expires_at=form.expires_at,
    )
    tx.session.add(row)
    tx.record(TokenIssued(subject_id=row.id, name=form.name, scopes=form.scopes))
    return TokenOut(
        id=row.id,
        name=form.name,
        scopes=form.scopes,
        account_name=tx.actor.name,
        recorded_at=tx.now,
        expires_at=form.expires_at,
    )


def token_text(secret: str, token_id: UUID) -> str:
    """Return a key's text: HMAC-SHA-256 of its id under the installation's secret, so that no receipt need keep it."""
    return "sw_" + base64.urlsafe_b64encode(hmac.digest(secret.encode(), token_id.bytes, "sha256")).decode().rstrip("=")


def reveal(platform: Platform, out: TokenOut) -> TokenOut:
    """Add the key's text to the answer that its issuer gets."""
    return msgspec.structs.replace(out, token=token_text(platform.settings.secret_key, out.id))


async def revoke(tx: Tx, token_id: UUID) -> None:
    """Withdraw a key. Raises NotFound."""
    statement = select(ApiToken).where(ApiToken.org_id == tx.org_id, ApiToken.id == token_id).with_for_update()
    token = (await tx.session.execute(statement)).scalar_one_or_none()
    if token is None:
        raise NotFound("core.not_found")
    if token.revoked_at is None:
        token.revoked_at = tx.now
        tx.record(TokenRevoked(subject_id=token_id))
