"""Where an actor may act: filters and checks on the scope tree, and who answers for a place."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

import asyncpg
import msgspec
from sqlalchemy import ColumnElement, Select, and_, any_, exists, false, func, literal, or_, select, true

from storewalk.core.access import EVERYTHING, Permission
from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.models import AccessGrant, Account, NodeKind, RoleRow, ScopeNode

ROOT = "/"
LAST = "~"  # after every character of a path (hexadecimal digits and "/") in collation "C"


def path_filter(paths: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that a scope node lies at or below one of `paths`; range comparisons are leakproof."""
    return or_(*(and_(ScopeNode.path >= p, ScopeNode.path < p + LAST) for p in paths))


def within(tx: AnyTx, permission: Permission, column: Any) -> ColumnElement[bool]:
    """Return the condition "the place in `column` lies where the actor holds `permission`", for lists.

    Raises Forbidden when the actor holds it nowhere.
    """
    tx.actor.require(permission)
    paths = tx.actor.paths(permission)
    if ROOT in paths:
        return true()
    return exists(select(1).where(ScopeNode.org_id == tx.org_id, ScopeNode.id == column, path_filter(paths)))


def opened(tx: AnyTx, permission: Any, place: Any) -> ColumnElement[bool]:
    """Return the condition "the actor holds, on the row's `place`, the permission that the row itself names"."""
    if tx.actor.is_system:
        return true()
    scopes = tx.actor.token_scopes
    ways: list[ColumnElement[bool]] = []
    for grant in tx.actor.grants:
        codes = scopes if EVERYTHING in grant.permissions else grant.permissions
        way = true() if codes is None else permission.in_([code for code in codes if scopes is None or code in scopes])
        if grant.path != ROOT:
            node = select(1).where(ScopeNode.org_id == tx.org_id, ScopeNode.id == place, path_filter([grant.path]))
            way = and_(way, exists(node))
        ways.append(way)
    return or_(false(), *ways)


async def require_within(tx: AnyTx, permission: Permission, node_id: UUID) -> None:
    """Raise NotFound unless `node_id` is a place where the actor holds `permission`."""
    tx.actor.require(permission)
    if not await is_within(tx, permission, node_id):
        raise NotFound("core.not_found")


def lies_below(row: str, node: str, paths: str) -> str:
    """Return SQL for "place `node` lies where one of `paths` leads", for statements that go straight to the driver.

    `row` is the alias of the row that has the place, `node` the column with its id, `paths` a parameter that holds what
    `Actor.paths` gives. The same rule as `within`; comparing ranges is leakproof.
    """
    return (
        f"EXISTS (SELECT 1 FROM scope_node n, unnest({paths}::text[]) AS held (path) WHERE n.org_id = {row}.org_id"
        f" AND n.id = {node} AND n.path >= held.path AND n.path < held.path || '{LAST}')"
    )


async def is_within(tx: AnyTx, permission: Permission, node_id: UUID) -> bool:
    """Tell whether `node_id` is a place where the actor holds `permission`."""
    path = await node_path(tx.raw, tx.org_id, node_id)
    return path is not None and any(path.startswith(p) for p in tx.actor.paths(permission))


async def node_path(raw: asyncpg.Connection, org_id: UUID, node_id: UUID) -> str | None:
    """Return the path of a place, or None."""
    return await raw.fetchval("SELECT path FROM scope_node WHERE org_id = $1 AND id = $2", org_id, node_id)


async def holders(tx: AnyTx, permission: Permission, node_id: UUID) -> list[UUID]:
    """Return the active accounts whose roles name `permission` on the place or above it, the nearest first.

    The administrator, who holds everything, is not meant: nobody wants every store's notices.
    """
    return [account_id for rung in await rungs(tx, permission, node_id) for account_id in rung]


async def rungs(tx: AnyTx, permission: Permission, node_id: UUID) -> list[list[UUID]]:
    """Return the `holders` of a permission place by place, from `node_id` upwards; a place without any is left out."""
    if isinstance(tx, Tx):
        await tx.flush()  # people and places that this transaction has made count
    path = await node_path(tx.raw, tx.org_id, node_id)
    if path is None:
        return []
    nearest = func.max(func.length(ScopeNode.path))
    statement = (
        _granted(tx, permission.code)
        .with_only_columns(Account.id, nearest.label("length"))
        .where(ScopeNode.path.in_(_upwards(path)))
        .group_by(Account.id, Account.recorded_at)
        .order_by(nearest.desc(), Account.recorded_at, Account.id)
    )
    rows = await tx.all(statement, dict)
    return [[row["id"] for row in rung] for _, rung in groupby(rows, key=itemgetter("length"))]


class Holding(msgspec.Struct, frozen=True):
    """An account holds a permission by a role on the place that `path` leads to, and all below it."""

    account_id: UUID
    path: str
    role: str


async def holdings(tx: AnyTx, permission: Permission) -> list[Holding]:
    """Return who holds a permission where, for those who ask about many places at once; as `holders`, no administrator.

    The oldest accounts come first.
    """
    statement = _granted(tx, permission.code).with_only_columns(
        Account.id.label("account_id"), ScopeNode.path, RoleRow.code.label("role")
    )
    return await tx.all(statement.order_by(Account.recorded_at, Account.id, ScopeNode.path, RoleRow.code), Holding)


async def store_paths(tx: AnyTx) -> dict[UUID, str]:
    """Return the path of every store's place."""
    statement = select(ScopeNode.id, ScopeNode.path).where(
        ScopeNode.org_id == tx.org_id, ScopeNode.kind == NodeKind.STORE
    )
    return {row["id"]: row["path"] for row in await tx.all(statement, dict)}


async def root_node(tx: AnyTx) -> UUID:
    """Return the place that is the whole organization."""
    return (await tx.scalars(select(ScopeNode.id).where(ScopeNode.org_id == tx.org_id, ScopeNode.path == ROOT)))[0]


async def administrators(tx: Tx) -> list[UUID]:
    """Return the active accounts that hold everything on the whole organization, the oldest first."""
    statement = _granted(tx, EVERYTHING).with_only_columns(Account.id).where(ScopeNode.path == ROOT).distinct()
    return await tx.scalars(statement.add_columns(Account.recorded_at).order_by(Account.recorded_at, Account.id))


async def unheld(
    tx: AnyTx, permissions: Sequence[Permission], kind: NodeKind, *, scope: Permission
) -> list[tuple[UUID, str]]:
    """Return id and name of the places of a kind that nobody active holds all of `permissions` on by one role.

    Nor above them; only places where the actor holds `scope`, by name.
    """
    codes = [permission.code for permission in permissions]
    held = set(await tx.scalars(_granted(tx, *codes).with_only_columns(ScopeNode.path).distinct()))
    seen = path_filter(tx.actor.paths(scope))
    nodes = select(ScopeNode.id, ScopeNode.name, ScopeNode.path).where(ScopeNode.org_id == tx.org_id, seen)
    rows = await tx.all(nodes.where(ScopeNode.kind == kind).order_by(ScopeNode.name, ScopeNode.id), dict)
    return [(row["id"], row["name"]) for row in rows if held.isdisjoint(_upwards(row["path"]))]


def _granted(tx: AnyTx, *codes: str) -> Select[*tuple[Any, ...]]:
    """Select the grants to active accounts of roles that name all `codes`, with account, role and place joined."""
    return (
        select(Account.id)
        .join(AccessGrant, and_(AccessGrant.org_id == Account.org_id, AccessGrant.account_id == Account.id))
        .join(RoleRow, and_(RoleRow.org_id == AccessGrant.org_id, RoleRow.id == AccessGrant.role_id))
        .join(ScopeNode, and_(ScopeNode.org_id == AccessGrant.org_id, ScopeNode.id == AccessGrant.node_id))
        .where(
            Account.org_id == tx.org_id,
            Account.deactivated_at.is_(None),
            *(literal(code) == any_(RoleRow.permissions) for code in codes),
        )
    )


def _upwards(path: str) -> list[str]:
    """Return a path and those above it, the root first."""
    return [path[: i + 1] for i, c in enumerate(path) if c == "/"]


async def hold_tree(tx: Tx, *, alone: bool = False) -> ScopeNode:
    """Return the tree's root, locked so that no place is added below one that moves meanwhile.

    Those who add places hold it together; who moves one with others below it holds it `alone`.
    """
    statement = select(ScopeNode).where(ScopeNode.org_id == tx.org_id, ScopeNode.kind == NodeKind.ORGANIZATION)
    return (await tx.session.execute(statement.with_for_update(read=not alone))).scalar_one()


async def register_node(
    tx: Tx,
    *,
    id: UUID,  # noqa: A002 - the column's name
    parent_id: UUID | None,
    name: str,
    kind: str = "store",
) -> None:
    """Add or rename a place, whose id is its region's or store's; without a parent it hangs on the root.

    Raises NotFound for an unknown parent.
    """
    found = await tx.session.get(ScopeNode, (tx.org_id, id))
    if found is not None:
        found.name = name
        return
    root = await hold_tree(tx)
    parent = await tx.session.get(ScopeNode, (tx.org_id, parent_id)) if parent_id else root
    if parent is None:
        raise NotFound("identity.unknown_place")
    path = f"{parent.path}{id.hex}/"
    tx.session.add(ScopeNode(org_id=tx.org_id, id=id, parent_id=parent.id, kind=NodeKind(kind), name=name, path=path))
    await tx.flush()
