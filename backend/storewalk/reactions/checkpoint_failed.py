"""A failed checkpoint becomes a task, or goes to the task that is open for the same fault."""

from msgspec.structs import replace
from sqlalchemy import select

from storewalk.catalog.api import ProductSeen
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.identity.api import account_ref
from storewalk.inspections.api import failure_stands
from storewalk.inspections.events import CheckpointFailed
from storewalk.reactions.goods import goods_of
from storewalk.reactions.missing_products import several
from storewalk.reactions.words import words
from storewalk.tasks.api import Finding, answerers, hold_fault, open_task


def finding(event: CheckpointFailed) -> Finding | None:
    """Translate; the checkpoint's key is the same in every version of its template, so it names the fault.

    None for an event that was never recorded or names no store: there is nothing to put right then.
    """
    if event.id is None or event.store_id is None or event.occurred_at is None:
        return None
    return Finding(
        source=event.kind,
        source_id=event.id,
        store_id=event.store_id,
        title=event.title,
        requirement=_requirement(event),
        note=event.note or "",
        critical=event.critical,
        fault_key=event.checkpoint_key,
        inspection_id=event.inspection_id,
        checkpoint_id=event.checkpoint_id,
        found_by_id=event.inspector_id,
        found_at=event.occurred_at,
        photos=tuple(event.photo_ids),
        marks=tuple(event.marks),
        voice_id=event.voice_id,
        live_required=event.live_required,
        products=_products(event),
    )


def _products(event: CheckpointFailed) -> tuple[ProductSeen, ...]:
    """Return what the finding is about, each product once and with what was seen of it."""
    seen = {each.product_id: each for each in event.products_seen}
    return tuple(seen.get(each) or ProductSeen(product_id=each) for each in event.missing_product_ids)


def _requirement(event: CheckpointFailed) -> Words:
    if not event.gaps:
        return event.criterion
    return words("reactions.requirement_with_gaps", criterion=event.criterion, gaps=event.gaps)


async def open_for_failure(tx: Tx, event: CheckpointFailed) -> None:
    """Open the task, unless the failure fell meanwhile. Safe to run twice: one event is one finding."""
    found = finding(event)
    if found is None:
        return
    await hold_fault(tx, found)
    if await failure_stands(tx, event.inspection_id, event.checkpoint_id):
        await open_task(tx, await _given_out(tx, event, await _about(tx, event, found)))


async def _given_out(tx: Tx, event: CheckpointFailed, found: Finding) -> Finding:
    """Give the task to whom the answer named, by the time it named; where that holds no more, by the store's rules.

    A time that passed on the way is none: nobody had heard of it. Who does not answer tasks there any more is named.
    """
    due = event.due_at if event.due_at is not None and event.due_at > tx.now else None
    if event.responsible_id is None:
        return replace(found, due_at=due)
    if event.responsible_id in await answerers(tx, found.store_id):
        return replace(found, due_at=due, assignee_id=event.responsible_id)
    names = select(account_ref.c.name).where(
        account_ref.c.org_id == tx.org_id, account_ref.c.id == event.responsible_id
    )
    gone = words(
        "reactions.requirement_without", requirement=found.requirement, name=next(iter(await tx.scalars(names)), "")
    )
    return replace(found, due_at=due, requirement=gone, unable_id=event.responsible_id)


async def _about(tx: Tx, event: CheckpointFailed, found: Finding) -> Finding:
    """Say in the requirement which products the finding is about."""
    goods = await goods_of(tx, event.missing_product_ids) if event.missing_product_ids else {}
    if not goods:
        return found
    named = several([goods[each] for each in event.missing_product_ids if each in goods], most=len(goods))
    return replace(
        found, requirement=words("reactions.requirement_about", requirement=found.requirement, products=named)
    )
