"""Move goods: lock the books, let the ledger decide which lots go and what they cost, write moves and balances."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from storewalk.core.errors import FieldError, Invalid, WrongState
from storewalk.core.quantities import plain
from storewalk.core.tx import Tx
from storewalk.stock.events import VarianceExplained
from storewalk.stock.ledger import (
    UNPLACED,
    Book,
    Choice,
    Mark,
    Portion,
    Short,
    carry,
    found_at,
    mark_after,
    pass_by,
    receive,
    take,
)
from storewalk.stock.models import Cause, PlaceKind
from storewalk.stock.places import StorePlaces, make_places, places_of
from storewalk.stock.queries.books import Books, Key, lock_books, read_marks, save_books
from storewalk.stock.queries.locks import lock_stores
from storewalk.stock.queries.moves import Moved, Written, write_moves
from storewalk.stock.queries.transit import Transit, change_transit
from storewalk.stock.wanted import SIDES, NotEnough, Posted, Wanted, Way
from storewalk.stores.api import StoreClock, store_clocks

PICKED: Final = frozenset({Cause.TRANSFER_OUT})
"""What takes the goods that end first, wherever they lie, and none past their last day."""
GUARD: Final = """
INSERT INTO stock_posting (org_id, cause, cause_id, recorded_at)
SELECT $1, d.cause, d.cause_id, $4 FROM unnest($2::text[], $3::uuid[]) AS d (cause, cause_id)
ON CONFLICT DO NOTHING RETURNING cause_id"""
KNOWN: Final = """
SELECT exists (SELECT 1 FROM unnest($2::text[], $3::uuid[]) AS d (cause, cause_id)
               JOIN stock_posting p ON p.org_id = $1 AND p.cause = d.cause AND p.cause_id = d.cause_id)"""
Explained = dict[tuple[UUID, UUID, UUID], tuple[Decimal, int]]
"""By count, store and product: how much of the variance late facts explain, and its value."""
NEGATIVE: Final = "SELECT negative_allowed FROM stock_rule WHERE org_id = $1"


async def move(tx: Tx, wanted: Sequence[Wanted]) -> list[Posted]:
    """Make moves, all or none.

    Raises Invalid naming every product that is not there (`lines.N`, in the order of `wanted`), and WrongState when a
    document was posted before.
    """
    posted, missing = await post(tx, wanted)
    if missing:
        numbers = {id(each): number for number, each in enumerate(wanted)}
        faults = [
            FieldError(f"lines.{numbers[id(short.wanted)]}", "stock.not_enough", {"there": plain(short.there)})
            for short in missing
        ]
        raise Invalid("stock.not_enough", errors=faults, there=plain(missing[0].there))
    return posted


async def post(tx: Tx, wanted: Sequence[Wanted]) -> tuple[list[Posted], list[NotEnough]]:
    """Make the moves that the books cover, in the order given; return them and those that they do not cover.

    What customers took is covered also without stock where the organization allows it, and then says so. Everything
    of a product at a store waits for its row, so that two postings never lose each other's change.

    Raises WrongState when a document was posted before.
    """
    if not wanted:
        return [], []
    store_ids = {each.store_id for each in wanted} | {each.receiver_id for each in wanted if each.receiver_id}
    await lock_stores(tx, store_ids)
    if await tx.raw.fetchval(KNOWN, tx.org_id, *_documents(wanted)):
        raise WrongState("stock.posted_before")
    await make_places(tx, store_ids)
    posting = _Posting(
        await places_of(tx, store_ids),
        await store_clocks(tx, list(store_ids)),
        await lock_books(tx, _keys(wanted)),
        await read_marks(tx, _earliest(wanted)),
        negative=bool(await tx.raw.fetchval(NEGATIVE, tx.org_id)),
    )
    for each in wanted:
        posting.post(each)
    await _guard(tx, [each.wanted for each in posting.posted])
    await write_moves(tx, posting.written)
    await save_books(tx, posting.books)
    await change_transit(tx, posting.transit)
    _tell_explained(tx, posting.explained)
    return posting.posted, posting.missing


class _Posting:
    """One run over the locked books."""

    def __init__(
        self,
        places: Mapping[UUID, StorePlaces],
        clocks: Mapping[UUID, StoreClock],
        books: Books,
        marks: Mapping[Key, list[Mark]],
        *,
        negative: bool,
    ) -> None:
        self.places, self.clocks, self.books, self.marks, self.negative = places, clocks, books, marks, negative
        self.posted: list[Posted] = []
        self.missing: list[NotEnough] = []
        self.written: list[Written] = []
        self.transit: Transit = {}
        self.explained: Explained = {}
        self._days: dict[tuple[UUID, datetime], date] = {}

    def post(self, each: Wanted) -> None:
        book = self.books.of[each.store_id, each.product_id]
        places = self.places[each.store_id]
        try:
            portions, explained = self._portions(each, book, places)
        except Short as short:
            self.missing.append(NotEnough(each, short.there))
            return
        side = self._side(each, places)
        worth = 0
        for portion in portions:
            self._write(each, portion, side, places)
            worth += 0 if portion.correction else portion.value_cents
        below = any(portion.below_zero for portion in portions)
        self.posted.append(Posted(each, worth, below, explained.count_id if explained else None, portions))
        if each.receiver_id is not None:
            self._pass_transit(each.receiver_id, each, portions)

    def _portions(self, each: Wanted, book: Book, places: StorePlaces) -> tuple[list[Portion], Mark | None]:
        if each.way is Way.WITHIN:
            if each.cause is Cause.TRANSFER_IN:
                transit = places.standard[PlaceKind.TRANSIT]
                return [Portion(transit, each.lot_id, each.quantity, each.value_cents or 0, 0)], None
            return self._carried(each, book, places)
        place = each.place_id or places.standard[PlaceKind.SHELF]
        marks = self.marks.get((each.store_id, each.product_id))
        if marks:
            if each.place_id is None and each.way is Way.OUT:
                place = found_at(book, each.quantity, self._choice(each, places), each.lot_id) or place
            mark = self._late(each, places, place)
            if mark is not None:
                fact, undone = pass_by(book, each.quantity, (place, each.lot_id), each.way.value, each.value_cents)
                self._explain(each, [undone], places, mark)
                return [fact], mark
        if each.way is Way.IN:
            return receive(book, each.quantity, place, each.lot_id, each.value_cents), None
        negative = each.cause is Cause.COUNT or (self.negative and each.cause in UNPLACED)
        return take(book, each.quantity, self._choice(each, places), each.lot_id, negative=negative), None

    def _carried(self, each: Wanted, book: Book, places: StorePlaces) -> tuple[list[Portion], Mark | None]:
        """Carry goods to another place; a count that saw them at both, or at neither, is put right."""
        source, target = each.place_id or places.standard[PlaceKind.SHELF], _named(each.to_id)
        left, came = self._late(each, places, source), self._late(each, places, target)
        portions = carry(book, each.quantity, self._choice(each, places), target, each.lot_id)
        mark = came if left is None else left
        if mark is None or (left is not None and came is not None):
            return portions, None
        undone: list[Portion] = []
        there = Choice((target,), self.books.expiry, self._day(each.store_id, each.occurred_at))
        for part in portions:
            if left is not None:
                undone += receive(book, part.quantity, target, part.lot_id, None)
            else:
                undone += take(book, part.quantity, there, part.lot_id)
        self._explain(each, undone, places, mark)
        return portions, mark

    def _late(self, each: Wanted, places: StorePlaces, place: UUID) -> Mark | None:
        """Return the count that a fact at a place comes too late for; what is not the shelf is the back room to it."""
        marks = self.marks.get((each.store_id, each.product_id))
        if not marks:
            return None
        shelf = places.standard[PlaceKind.SHELF]
        at_shelf = place == shelf or each.cause in UNPLACED
        return mark_after(marks, each.occurred_at, shelf if at_shelf else places.standard[PlaceKind.BACK_ROOM])

    def _explain(self, each: Wanted, undone: Sequence[Portion], places: StorePlaces, mark: Mark) -> None:
        key = mark.count_id, each.store_id, each.product_id
        quantity, value_cents = self.explained.get(key, (Decimal(0), 0))
        for portion in undone:
            self._write(each, portion, places.standard[PlaceKind.VARIANCE], places, mark)
            if not portion.correction:
                quantity -= portion.direction * portion.quantity
                value_cents -= portion.direction * portion.value_cents
        self.explained[key] = quantity, value_cents

    def _choice(self, each: Wanted, places: StorePlaces) -> Choice:
        chosen = places.on_hand if each.place_id is None else (each.place_id,)
        day = self._day(each.store_id, each.occurred_at)
        return Choice(chosen, self.books.expiry, day, picked=each.cause in PICKED)

    def _pass_transit(self, receiver_id: UUID, each: Wanted, portions: Sequence[Portion]) -> None:
        sent = each.cause is Cause.TRANSFER_OUT
        sign = 1 if sent else -1
        for portion in portions:
            if not portion.correction:
                # What a store owed goes off against a hold without a lot; on its way it was of the lot that was sent.
                key = receiver_id, each.product_id, portion.lot_id if sent else each.lot_id
                quantity, value = self.transit.get(key, (Decimal(0), 0))
                self.transit[key] = quantity + sign * portion.quantity, value + sign * portion.value_cents

    def _side(self, each: Wanted, places: StorePlaces) -> UUID:
        kind = SIDES.get((each.cause, each.way))
        if kind is None:
            return _named(each.to_id)
        return (self.places[_named(each.receiver_id)] if kind is PlaceKind.TRANSIT else places).standard[kind]

    def _write(self, each: Wanted, portion: Portion, side: UUID, places: StorePlaces, mark: Mark | None = None) -> None:
        cause, cause_id, at = each.cause, each.cause_id, each.occurred_at
        if portion.correction:
            cause, side = Cause.COST_CORRECTION, portion.to_id or places.standard[PlaceKind.VARIANCE]
        elif mark is not None:
            cause, cause_id, at = Cause.LATE_FACT, mark.count_id, mark.counted_at
        from_id, to_id = (side, portion.place_id) if portion.direction > 0 else (portion.place_id, side)
        moved = Moved(cause, cause_id, each.cause_line, at, self._day(each.store_id, at))
        self.written.append(Written(each.store_id, each.product_id, portion, from_id, to_id, moved))

    def _day(self, store_id: UUID, at: datetime) -> date:
        key = store_id, at
        day = self._days.get(key)
        if day is None:
            day = self._days[key] = self.clocks[store_id].business_date(at)
        return day


def _tell_explained(tx: Tx, explained: Explained) -> None:
    for (count_id, store_id, product_id), (quantity, value_cents) in explained.items():
        tx.record(
            VarianceExplained(
                subject_id=count_id,
                store_id=store_id,
                product_id=product_id,
                quantity=quantity,
                value_cents=value_cents,
            )
        )


async def _guard(tx: Tx, posted: Sequence[Wanted]) -> None:
    """Note what is posted now, so that it is once, also by two at once. What found nothing to post may come again."""
    causes, ids = _documents(posted)
    if len(await tx.fetch(GUARD, tx.org_id, causes, ids, tx.now)) < len(ids):
        raise WrongState("stock.posted_before")


def _documents(wanted: Sequence[Wanted]) -> tuple[list[str], list[UUID]]:
    documents = sorted({(each.cause.value, each.cause_id) for each in wanted})
    return [cause for cause, _ in documents], [cause_id for _, cause_id in documents]


def _earliest(wanted: Sequence[Wanted]) -> dict[Key, datetime]:
    since: dict[Key, datetime] = {}
    for each in wanted:
        key = each.store_id, each.product_id
        if key not in since or each.occurred_at < since[key]:
            since[key] = each.occurred_at
    return since


def _keys(wanted: Sequence[Wanted]) -> set[Key]:
    """Return the books that moves concern; that of a receiver, too, which shows what is on its way."""
    own = {(each.store_id, each.product_id) for each in wanted}
    return own | {(each.receiver_id, each.product_id) for each in wanted if each.receiver_id}


def _named(id_: UUID | None) -> UUID:
    if id_ is None:
        raise ValueError("a move to another place or store names it")
    return id_
