"""Plan a promotion, plan it otherwise, or say that it does not take place."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, select

from storewalk.catalog.api import known_products
from storewalk.core.errors import Conflict, FieldError, Invalid, NotFound, WrongState
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.identity.api import lies_below
from storewalk.ordering.events import PromotionCancelled, PromotionChanged, PromotionPlanned
from storewalk.ordering.permissions import PLAN_PROMOTION
from storewalk.ordering.promotion_models import (
    Promotion,
    PromotionKind,
    PromotionPlace,
    PromotionProduct,
    PromotionReview,
    PromotionStatus,
)
from storewalk.ordering.promotion_schemas import AddPromotion, CancelPromotion, ChangePromotion, PromotionForm, share
from storewalk.ordering.queries.promotion_list import read_promotion

LONGEST: Final = timedelta(days=365)
FAR: Final = timedelta(days=2 * 365)
ROOT: Final = "/"
PRICED: Final = (PromotionKind.PRICE, PromotionKind.MULTI_BUY)
OWN_PLACES: Final = f"""
SELECT n.id FROM scope_node n WHERE n.org_id = $1 AND n.id = ANY ($2) AND {lies_below("n", "n.id", "$3")}"""


async def add_promotion(tx: Tx, form: AddPromotion) -> UUID:
    """Plan a promotion under the sender's id. Again changes nothing.

    Raises NotFound for places outside the actor's scope, Invalid for days, prices and goods that cannot be, Conflict
    for an id that is of another promotion.
    """
    tx.require(PLAN_PROMOTION)
    promotion_id = form.id or new_id()
    await lock_names(tx, "promotion", [promotion_id])
    known = await tx.session.get(Promotion, (tx.org_id, promotion_id))
    if known is not None:
        current = await read_promotion(tx, promotion_id)
        if (known.kind, known.planned_by) != (form.kind, tx.actor.account_id):
            raise Conflict("ordering.promotion_id_taken", current=current, field="id")
        return promotion_id
    await _check(tx, form)
    promotion = Promotion(
        org_id=tx.org_id,
        id=promotion_id,
        status=PromotionStatus.PLANNED,
        planned_by=tx.actor.account_id,
        **_stated(form),
    )
    tx.session.add(promotion)
    await tx.flush()
    await _touch(tx, promotion_id, form)
    tx.record(PromotionPlanned(subject_id=promotion_id, **_told(form)))
    await tx.flush()
    return promotion_id


async def change_promotion(tx: Tx, promotion_id: UUID, form: ChangePromotion) -> UUID:
    """Plan a promotion otherwise, also one that is under way or over. What it did is measured anew.

    Raises NotFound, Conflict when it has changed meanwhile, WrongState for a cancelled one, and for another uplift once
    it was measured: what was expected stays beside it.
    """
    promotion = await _own(tx, promotion_id, form.if_version)
    await _check(tx, form)
    reviewed = select(PromotionReview.product_id).where(PromotionReview.promotion_id == promotion_id).limit(1)
    if share(form.uplift) != promotion.uplift and await tx.scalars(reviewed):
        raise WrongState("ordering.promotion_measured")
    for name, value in _stated(form).items():
        setattr(promotion, name, value)
    changed = tx.session.is_modified(promotion)  # before anything is read, which sends the change
    if await _touch(tx, promotion_id, form) or changed:
        promotion.changed_at = tx.now  # another product alone makes a version, too
        await tx.session.execute(delete(PromotionReview).where(PromotionReview.promotion_id == promotion_id))
        tx.record(PromotionChanged(subject_id=promotion_id, **_told(form)))
    await tx.flush()
    return promotion_id


async def cancel_promotion(tx: Tx, promotion_id: UUID, form: CancelPromotion) -> UUID:
    """Cancel a promotion; it counts for nothing any more. One that ends early is changed instead.

    Raises NotFound, Conflict, WrongState for a cancelled one.
    """
    promotion = await _own(tx, promotion_id, form.if_version)
    promotion.status = PromotionStatus.CANCELLED
    tx.record(PromotionCancelled(subject_id=promotion_id, name=promotion.name))
    await tx.flush()
    return promotion_id


async def _own(tx: Tx, promotion_id: UUID, version: int) -> Promotion:
    """Lock a promotion all of whose places are the actor's."""
    tx.require(PLAN_PROMOTION)
    key = (tx.org_id, promotion_id)
    promotion = await tx.session.get(Promotion, key, with_for_update=True, populate_existing=True)
    if promotion is None:
        raise NotFound("core.not_found")
    current = await read_promotion(tx, promotion_id)
    if not current.may_change:
        raise NotFound("core.not_found")
    if promotion.version != version:
        raise Conflict("core.changed_meanwhile", current=current)
    if promotion.status is PromotionStatus.CANCELLED:
        raise WrongState("ordering.promotion_cancelled")
    return promotion


async def _check(tx: Tx, form: PromotionForm) -> None:
    paths = list(tx.actor.paths(PLAN_PROMOTION))
    places = await tx.fetch(OWN_PLACES, tx.org_id, form.place_ids, paths)
    if len(places) != len(set(form.place_ids)) or (not places and ROOT not in paths):
        raise NotFound("core.not_found")
    known = await known_products(tx, [each.product_id for each in form.products])
    for fault in faults(form, known, tx.now.date()):
        raise Invalid(fault.message_key, field=fault.field)


def faults(form: PromotionForm, known: Collection[UUID], today: date) -> Iterator[FieldError]:
    """Yield the fields that break a rule; `known` are the products that there are."""
    if not form.name.strip():
        yield FieldError("name", "ordering.promotion_name")
    if not form.first_day <= form.last_day <= form.first_day + LONGEST:
        yield FieldError("lastDay", "ordering.promotion_days")
    if abs(form.first_day - today) > FAR:
        yield FieldError("firstDay", "ordering.promotion_far")
    display = form.kind is PromotionKind.DISPLAY
    if form.kind in PRICED and form.discount is None:
        yield FieldError("discount", "ordering.promotion_price")
    if display and form.discount is not None:
        yield FieldError("discount", "ordering.promotion_no_price")
    seen = set[UUID]()
    for place, each in enumerate(form.products):
        if display and each.discount is not None:
            yield FieldError(f"products.{place}.discount", "ordering.promotion_no_price")
        if each.product_id in seen or each.product_id not in known:
            key = "ordering.promotion_twice" if each.product_id in seen else "ordering.unknown_product"
            yield FieldError(f"products.{place}.productId", key)
        seen.add(each.product_id)


async def _touch(tx: Tx, promotion_id: UUID, form: PromotionForm) -> bool:
    """Keep where a promotion runs and for which goods, and tell whether that is something else than before."""
    held = select(PromotionPlace).where(PromotionPlace.promotion_id == promotion_id)
    places = {row.place_id: row for row in await tx.session.scalars(held)}
    promoted = select(PromotionProduct).where(PromotionProduct.promotion_id == promotion_id)
    products = {row.product_id: row for row in await tx.session.scalars(promoted)}
    wanted: dict[UUID, Decimal | None] = {each.product_id: share(each.discount) for each in form.products}
    for gone in [places[each] for each in places.keys() - set(form.place_ids)]:
        await tx.session.delete(gone)
    for gone in [products[each] for each in products.keys() - wanted.keys()]:
        await tx.session.delete(gone)
    keys = {"org_id": tx.org_id, "promotion_id": promotion_id}
    tx.session.add_all(PromotionPlace(**keys, place_id=each) for each in set(form.place_ids) - places.keys())
    touched = places.keys() != set(form.place_ids) or products.keys() != wanted.keys()
    for product_id, discount in wanted.items():
        row = products.get(product_id)
        if row is None:
            tx.session.add(PromotionProduct(**keys, product_id=product_id, discount=discount))
        elif row.discount != discount:
            row.discount, touched = discount, True
    return touched


def _stated(form: PromotionForm) -> dict[str, Any]:
    return {
        "name": form.name.strip(),
        "kind": form.kind,
        "first_day": form.first_day,
        "last_day": form.last_day,
        "discount": share(form.discount),
        "uplift": share(form.uplift),
        "note": form.note.strip(),
    }


def _told(form: PromotionForm) -> dict[str, Any]:
    names = ("name", "first_day", "last_day", "discount", "uplift")
    stated = _stated(form)
    return {**{name: stated[name] for name in names}, "what": form.kind, "products": len(form.products)}
