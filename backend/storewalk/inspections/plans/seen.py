"""Which visits somebody may see: a store does not see an unannounced one before it begins."""

from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select

from storewalk.core.access import Permission
from storewalk.core.tx import AnyTx
from storewalk.identity.api import place_ref, within
from storewalk.inspections.models import Inspection
from storewalk.inspections.permissions import ANSWER, CONDUCT, PLAN, READ, SIGN
from storewalk.inspections.plans.kinds import VisitKind


def seen(tx: AnyTx, visit: Any) -> ColumnElement[bool]:
    """Return the condition that the actor may see a visit; `visit` is its model, or a select with its columns.

    Raises Forbidden when the actor may read visits nowhere.
    """
    return and_(within(tx, READ, visit.store_id), announced_to(tx, visit))


def announced_to(tx: AnyTx, visit: Any) -> ColumnElement[bool]:
    """Return the condition that a visit is no secret to the actor: announced, begun, or in their own hands.

    Who walks or plans visits at a store knows of all of them there.
    """
    knowing = [within(tx, each, visit.store_id) for each in (CONDUCT, PLAN) if tx.actor.holds(each)]
    return or_(~visit.unannounced, visit.started_at.is_not(None), *knowing, false())


def check_of_own_place(tx: AnyTx) -> ColumnElement[bool]:
    """Return the condition that a visit is an own check of a store that the actor is of, not only above."""
    return and_(Inspection.kind == VisitKind.SELF_CHECK, _of_own_place(tx, ANSWER))


def for_own_word(tx: AnyTx) -> ColumnElement[bool]:
    """Return the condition that the actor is asked for the word of their own store on a scored visit."""
    return and_(
        Inspection.sign_until.is_not(None),
        Inspection.inspector_id != tx.actor.account_id,
        _of_own_place(tx, SIGN),
    )


def _of_own_place(tx: AnyTx, permission: Permission) -> ColumnElement[bool]:
    paths = list(tx.actor.paths(permission))
    places = select(place_ref.c.id).where(place_ref.c.org_id == tx.org_id, place_ref.c.path.in_(paths))
    return Inspection.store_id.in_(places)
