"""Many places at once, and places that move: for imports and for stores that change their region."""

from collections.abc import Sequence
from uuid import UUID

import msgspec
from sqlalchemy import select

from storewalk.core.errors import NotFound
from storewalk.core.tx import Tx
from storewalk.identity.models import NodeKind, ScopeNode
from storewalk.identity.scope import LAST, hold_tree


class Place(msgspec.Struct, frozen=True):
    """A store's or a region's place: its id, that of the place above it (none: the root), and its name."""

    id: UUID
    parent_id: UUID | None
    name: str


async def register_stores(tx: Tx, places: Sequence[Place]) -> None:
    """Add the places of new stores in one statement. Raises NotFound for an unknown parent."""
    await hold_tree(tx)
    wanted = select(ScopeNode).where(ScopeNode.org_id == tx.org_id, ScopeNode.id.in_({p.parent_id for p in places}))
    paths: dict[UUID | None, str] = {node.id: node.path for node in await tx.session.scalars(wanted)}
    for place in places:
        if place.parent_id not in paths:
            raise NotFound("identity.unknown_place")
        tx.session.add(
            ScopeNode(
                org_id=tx.org_id,
                id=place.id,
                parent_id=place.parent_id,
                kind=NodeKind.STORE,
                name=place.name,
                path=f"{paths[place.parent_id]}{place.id.hex}/",
            )
        )
    await tx.flush()


async def place_node(tx: Tx, place: Place) -> None:
    """Hang a place below another parent, with all that lies below it, and give it its name.

    Who may move others along holds the tree alone first (`hold_tree`).

    Raises NotFound when the place or the parent is unknown, or the parent lies below the place.
    """
    root = await hold_tree(tx)
    node = await tx.session.get(ScopeNode, (tx.org_id, place.id), with_for_update=True)
    parent = await tx.session.get(ScopeNode, (tx.org_id, place.parent_id or root.id), with_for_update=True)
    if node is None or parent is None or parent.path.startswith(node.path):
        raise NotFound("identity.unknown_place")
    node.name, node.parent_id = place.name, parent.id
    old, new = node.path, f"{parent.path}{node.id.hex}/"
    if new == old:
        return
    below = select(ScopeNode).where(ScopeNode.org_id == tx.org_id, ScopeNode.path >= old, ScopeNode.path < old + LAST)
    for each in list(await tx.session.scalars(below.with_for_update())):
        each.path = new + each.path[len(old) :]
    await tx.flush()
