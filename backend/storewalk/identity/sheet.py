"""People as rows of a sheet: a row is a role at places, and rows with one username are one person.

What a sheet leaves out stays as it is; the roles that it names are all that a person then has. Somebody new gets a
password afterwards: until then nobody can log in under the name.
"""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType, field
from sqlalchemy import delete, select

from storewalk.core.bulk import LineFault, Outcome
from storewalk.core.errors import FieldError
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.core.vault import Vault
from storewalk.identity import phones
from storewalk.identity.events import AccountChanged, AccountOpened, GrantsChanged
from storewalk.identity.models import AccessGrant, Account
from storewalk.identity.passwords import NOBODYS
from storewalk.identity.service.reach import Reach, reach_of

Grants = frozenset[tuple[UUID, UUID]]


class PersonLine(Struct, frozen=True, kw_only=True):
    """A person at some places, in a sheet; the role by its code, the places as the one who reads the sheet finds."""

    username: str
    name: str | UnsetType = UNSET
    role: str | UnsetType = UNSET
    places: list[str] | UnsetType = UNSET
    phone: str | UnsetType | None = UNSET
    locale: str | UnsetType = UNSET


class _Person(Struct):
    """What the rows of one person say."""

    rows: list[int] = field(default_factory=list[int])
    told: dict[str, str | None] = field(default_factory=dict[str, str | None])
    grants: set[tuple[UUID, UUID]] = field(default_factory=set[tuple[UUID, UUID]])
    has_roles: bool = False


class _Plan(Struct):
    username: str
    account: Account | None
    values: dict[str, str | None]
    grants: Grants | None


async def take_in(
    tx: Tx, lines: Sequence[tuple[int, PersonLine]], *, dry_run: bool, places: Mapping[str, UUID], vault: Vault
) -> Outcome:
    """Add the people who are new by their username and change those who differ, all or, with any fault, none.

    Nobody is put where the actor has no say, gets more than the actor holds there, or is changed who holds more. The
    numbers beside the lines are the rows that faults name; `places` are what cells may call them.
    """
    await lock_names(tx, "username", (line.username for _, line in lines))
    reach = await reach_of(tx)
    people: dict[str, _Person] = {}
    found: list[LineFault] = []
    for row, line in lines:
        person = people.setdefault(line.username, _Person())
        found += [LineFault(row, fault) for fault in _said(person, line, reach, places)]
        person.rows.append(row)
    accounts = await _lock(tx, people)
    held = await _held(tx, [account.id for account in accounts.values()])
    plans: list[_Plan] = []
    same = made = 0
    for username, person in people.items():
        account = accounts.get(username)
        plan = _plan(username, person, account, held, vault)
        wrong = list(_wrong(person, plan, held, reach, tx.actor.account_id))
        found += [LineFault(person.rows[0], fault) for fault in wrong]
        if account is not None and not plan.values and plan.grants is None:
            same += len(person.rows)
            continue
        made += len(person.rows) if account is None else 0
        plans.append(plan)
    if found:
        return Outcome(faults=found)
    if not dry_run:
        await _apply(tx, plans, reach, vault)
    waiting = [account for account in accounts.values() if account.password_hash == NOBODYS]
    waiting += [plan.account for plan in plans if plan.account is not None and plan.account not in waiting]
    return Outcome(
        created=made,
        updated=len(lines) - made - same,
        unchanged=same,
        waiting=[account.id for account in waiting if account.password_hash == NOBODYS],
    )


def _said(person: _Person, line: PersonLine, reach: Reach, places: Mapping[str, UUID]) -> Iterable[FieldError]:
    """Note what a row says of its person, and yield what is wrong with it."""
    for name in ("name", "phone", "locale"):
        value = getattr(line, name)
        if value is not UNSET and person.told.setdefault(name, value) != value:
            yield FieldError(name, "identity.rows_differ", {"username": line.username})
    if line.role is UNSET and line.places is UNSET:
        return
    person.has_roles = True
    role_id = None if line.role is UNSET else reach.roles.get(line.role)
    if role_id is None:
        key = "identity.role_missing" if line.role is UNSET else "identity.unknown_role"
        yield FieldError("role", key, {} if line.role is UNSET else {"role": line.role})
    if line.places is UNSET or not line.places:
        yield FieldError("places", "identity.place_missing")
        return
    for place in line.places:
        node_id = places.get(place)
        if node_id is None or not reach.has(node_id):
            yield FieldError("places", "identity.place_outside", {"place": place})
        elif role_id is not None and not reach.covers(role_id, node_id):
            yield FieldError("role", "identity.beyond_own")
        elif role_id is not None:
            person.grants.add((role_id, node_id))


def _plan(username: str, person: _Person, account: Account | None, held: Mapping[UUID, Grants], vault: Vault) -> _Plan:
    """Return what would change of a person."""
    values = dict(person.told)
    grants = frozenset(person.grants) if person.has_roles else None
    if account is not None:
        phone = phones.opened(vault, account.id, account.phone)
        now = {"name": account.name, "phone": phone, "locale": account.locale}
        if phone is not None and values.get("phone") == phones.masked(phone):
            values["phone"] = phone
        values = {name: value for name, value in values.items() if value != now[name]}
        grants = None if grants == held.get(account.id, frozenset()) else grants
    return _Plan(username, account, values, grants)


def _wrong(
    person: _Person, plan: _Plan, held: Mapping[UUID, Grants], reach: Reach, own_id: UUID
) -> Iterable[FieldError]:
    if "*" in (plan.values.get("phone") or ""):
        yield FieldError("phone", "identity.phone_masked")
    if plan.account is None:
        if "name" not in person.told:
            yield FieldError("name", "identity.name_missing")
        return
    if not plan.values and plan.grants is None:
        return
    if plan.account.deactivated_at is not None:
        yield FieldError("username", "identity.person_left", {"username": plan.username})
    elif plan.account.id == own_id and plan.grants is not None:
        yield FieldError("role", "identity.own_roles")
    elif not all(reach.covers(*grant) for grant in held.get(plan.account.id, ())):
        yield FieldError("username", "identity.beyond_own")


async def _apply(tx: Tx, plans: Sequence[_Plan], reach: Reach, vault: Vault) -> None:
    for plan in plans:
        account = plan.account
        if account is None:
            account = plan.account = Account(
                org_id=tx.org_id, id=new_id(), username=plan.username, locale="zh", password_hash=NOBODYS
            )
            tx.session.add(account)
            tx.record(AccountOpened(subject_id=account.id, username=plan.username))
        elif plan.values:
            tx.record(AccountChanged(subject_id=account.id, fields=sorted(plan.values)))
        for name, value in plan.values.items():
            setattr(account, name, phones.sealed(vault, account.id, value) if name == "phone" else value)
    await tx.flush()
    codes = {role_id: code for code, role_id in reach.roles.items()}
    for plan in plans:
        if plan.account is None or plan.grants is None:
            continue
        account_id = plan.account.id
        await tx.session.execute(
            delete(AccessGrant).where(AccessGrant.org_id == tx.org_id, AccessGrant.account_id == account_id)
        )
        tx.session.add_all(
            AccessGrant(org_id=tx.org_id, account_id=account_id, role_id=role_id, node_id=node_id)
            for role_id, node_id in plan.grants
        )
        grants = [(codes[role_id], node_id) for role_id, node_id in plan.grants]
        tx.record(GrantsChanged(subject_id=account_id, grants=sorted(grants)))
    await tx.flush()


async def _lock(tx: Tx, usernames: Iterable[str]) -> dict[str, Account]:
    statement = select(Account).where(Account.org_id == tx.org_id, Account.username.in_(list(usernames)))
    rows = await tx.session.scalars(statement.order_by(Account.id).with_for_update())
    return {account.username: account for account in rows}


async def _held(tx: Tx, account_ids: Sequence[UUID]) -> dict[UUID, Grants]:
    statement = select(AccessGrant.account_id, AccessGrant.role_id, AccessGrant.node_id).where(
        AccessGrant.org_id == tx.org_id, AccessGrant.account_id.in_(account_ids)
    )
    held: dict[UUID, set[tuple[UUID, UUID]]] = {}
    for row in await tx.all(statement, dict):
        held.setdefault(row["account_id"], set()).add((row["role_id"], row["node_id"]))
    return {account_id: frozenset(grants) for account_id, grants in held.items()}
