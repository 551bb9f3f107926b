"""Open and close accounts, set their roles and places, choose a language."""

from uuid import UUID

from sqlalchemy import delete, select, true, update

from storewalk.core.errors import Forbidden, Invalid, WrongState
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.identity import queries
from storewalk.identity.events import AccountDeactivated, AccountOpened, GrantsChanged, LocaleChanged
from storewalk.identity.models import AccessGrant, Account, ApiToken, LoginSession
from storewalk.identity.schemas import GrantForm, OpenAccount
from storewalk.identity.service.reach import reach_of


async def open_account(tx: Tx, form: OpenAccount, password_hash: str) -> Account:
    """Open an account with its roles. Raises Invalid naming the field, Forbidden beyond the actor's own rights."""
    username = form.username.lower()
    taken = select(Account.id).where(Account.org_id == tx.org_id, Account.username == username)
    if await tx.scalars(taken):
        raise Invalid("identity.username_taken", field="username", username=username)
    account = Account(
        org_id=tx.org_id, id=new_id(), username=username, name=form.name, locale=form.locale,
        password_hash=password_hash,
    )  # fmt: skip
    tx.session.add(account)
    await tx.flush()
    tx.record(AccountOpened(subject_id=account.id, username=username))
    await _grant(tx, account.id, form.grants)
    return account


async def set_grants(tx: Tx, account_id: UUID, grants: list[GrantForm]) -> None:
    """Replace an account's roles and places. Raises as `open_account` does."""
    account = await queries.lock_account(tx, account_id)
    await require_own_grants(tx, account_id)  # taking a role away needs the same rights as giving it
    await tx.session.execute(
        delete(AccessGrant).where(AccessGrant.org_id == tx.org_id, AccessGrant.account_id == account_id)
    )
    await _grant(tx, account.id, grants)


async def require_own_grants(tx: Tx, account_id: UUID) -> None:
    """Raise Forbidden if a person holds what the actor does not hold there."""
    held = select(AccessGrant.role_id, AccessGrant.node_id).where(
        AccessGrant.org_id == tx.org_id, AccessGrant.account_id == account_id
    )
    await _require_own(tx, [(row["role_id"], row["node_id"]) for row in await tx.all(held, dict)])


async def end_sessions(tx: Tx, account_id: UUID, *, but: UUID | None = None) -> None:
    """Log a person out on every device, but for one session."""
    await tx.session.execute(
        update(LoginSession)
        .where(LoginSession.org_id == tx.org_id, LoginSession.account_id == account_id)
        .where(LoginSession.revoked_at.is_(None), LoginSession.id != but if but else true())
        .values(revoked_at=tx.now)
    )


async def _grant(tx: Tx, account_id: UUID, grants: list[GrantForm]) -> None:
    if not grants:
        return
    roles = {row.code: row.id for row in await queries.roles(tx)}
    nodes = {row.id for row in await queries.nodes(tx)}
    wanted: dict[tuple[UUID, UUID], None] = {}
    for number, grant in enumerate(grants):
        if grant.role not in roles:
            raise Invalid("identity.unknown_role", field=f"grants.{number}.role", role=grant.role)
        if grant.node_id not in nodes:
            raise Invalid("identity.unknown_place", field=f"grants.{number}.nodeId")
        wanted[roles[grant.role], grant.node_id] = None
    await _require_own(tx, list(wanted))
    for role_id, node_id in wanted:
        tx.session.add(AccessGrant(org_id=tx.org_id, account_id=account_id, role_id=role_id, node_id=node_id))
    await tx.flush()
    tx.record(GrantsChanged(subject_id=account_id, grants=[(g.role, g.node_id) for g in grants]))


async def _require_own(tx: Tx, wanted: list[tuple[UUID, UUID]]) -> None:
    """Raise Forbidden if a role and place goes beyond what the actor holds at that place."""
    if tx.actor.is_system or not wanted:
        return
    reach = await reach_of(tx)
    if not all(reach.covers(role_id, node_id) for role_id, node_id in wanted):
        raise Forbidden("identity.beyond_own")


async def deactivate(tx: Tx, account_id: UUID) -> None:
    """Close an account and end its sessions and tokens. Raises WrongState for oneself or a closed one."""
    if account_id == tx.actor.account_id:
        raise WrongState("identity.not_oneself")
    account = await queries.lock_account(tx, account_id)
    if account.deactivated_at is not None:
        raise WrongState("identity.already_deactivated")
    account.deactivated_at = tx.now
    await end_sessions(tx, account_id)
    await tx.session.execute(
        update(ApiToken)
        .where(ApiToken.org_id == tx.org_id, ApiToken.account_id == account_id, ApiToken.revoked_at.is_(None))
        .values(revoked_at=tx.now)
    )
    tx.record(AccountDeactivated(subject_id=account_id))


async def set_locale(tx: Tx, locale: str) -> None:
    """Choose the actor's language."""
    account = await queries.lock_account(tx, tx.actor.account_id)
    account.locale = locale
    tx.record(LocaleChanged(subject_id=account.id, locale=locale))
