"""Places, lots, balances and the moves between them. A move is never changed; balances are kept in its transaction."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, SmallInteger, UniqueConstraint, Uuid, func
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum


class PlaceKind(StrEnum):
    """Where goods can be, as the book of one store sees it.

    `shelf`, `back_room` and `bin` hold what the store owns; a warehouse picks from its `shelf`. The others are the
    other side of a move: who delivered, who bought, what was thrown away, what a count could not find, and what is on
    its way to the store and in no store yet.
    """

    SHELF = "shelf"
    BACK_ROOM = "back_room"
    BIN = "bin"
    TRANSIT = "transit"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    WASTE = "waste"
    VARIANCE = "variance"


ON_HAND: Final = frozenset({PlaceKind.SHELF, PlaceKind.BACK_ROOM, PlaceKind.BIN})


class Cause(StrEnum):
    """What a move was for; the document behind it is `cause_id`."""

    OPENING = "opening"
    RECEIPT = "receipt"
    SALE = "sale"
    RETURN = "return"
    REFILL = "refill"
    TRANSFER_OUT = "transfer_out"
    TRANSFER_IN = "transfer_in"
    WASTE = "waste"
    COUNT = "count"
    LATE_FACT = "late_fact"
    COST_CORRECTION = "cost_correction"
    RELOCATION = "relocation"


class StockPlace(Tenanted, Versioned, Base):
    """A place of a store's book; `code` is the kind's name for those that every store has.

    What people add is a bin, be it in a warehouse's rack or a store's fridge. A place of the standard ones has no name
    unless somebody gave it one, and is never closed; a closed one is empty, and takes nothing in.
    """

    __tablename__ = "stock_place"
    __table_args__ = (
        belongs_to("store"),
        UniqueConstraint("org_id", "store_id", "code"),
        CheckConstraint("closed_at IS NULL OR kind = 'bin'", name="only_bins_close"),
        CheckConstraint("kind <> 'bin' OR name <> ''", name="bins_have_names"),
    )

    store_id: Mapped[UUID]
    kind: Mapped[PlaceKind] = mapped_column(text_enum(PlaceKind))
    code: Mapped[str]
    name: Mapped[str]
    closed_at: Mapped[datetime | None]


class StockLot(Tenanted, Base):
    """Goods of one production; the last day on which they may be sold is `expires_on`."""

    __tablename__ = "stock_lot"
    __table_args__ = (
        belongs_to("product"),
        UniqueConstraint("org_id", "product_id", "code"),
        CheckConstraint("produced_on <= expires_on", name="expires_after_production"),
    )

    product_id: Mapped[UUID]
    code: Mapped[str]
    produced_on: Mapped[date | None]
    expires_on: Mapped[date | None]


class StockHold(Base):
    """A lot that a store does not offer, since it was withdrawn or called back: nothing is picked for another store.

    What customers took is never refused, but of such a lot only when there is nothing else. A new price ends what the
    store withdrew, the end of a recall what that called back.
    """

    __tablename__ = "stock_hold"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("stock_lot", column="lot_id"),
        belongs_to("stock_recall", column="recall_id"),
        Index(None, "org_id", "recall_id"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    lot_id: Mapped[UUID] = mapped_column(primary_key=True)
    since: Mapped[datetime]
    recall_id: Mapped[UUID | None]


class StockItem(Base):
    """A product at a store: all that it has on hand and what that cost. Its row is the lock of every move of it.

    `unit_cost` is what a base unit cost last, in cents; it values what leaves a book that has nothing left.
    """

    __tablename__ = "stock_item"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        CheckConstraint("quantity <> 0 OR value_cents = 0", name="nothing_is_worth_nothing"),
        CheckConstraint("quantity < 0 OR value_cents >= 0", name="value_not_negative"),
        CheckConstraint("unit_cost >= 0", name="cost_not_negative"),
        Index(None, "org_id", "product_id"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    quantity: Mapped[Decimal]
    value_cents: Mapped[int]
    unit_cost: Mapped[Decimal]
    changed_at: Mapped[datetime]


class StockBalance(Tenanted, Base):
    """How much of a lot lies at a place of the store; without a lot, goods whose lot nobody has named."""

    __tablename__ = "stock_balance"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_place", column="place_id"),
        belongs_to("stock_lot", column="lot_id"),
        UniqueConstraint("org_id", "store_id", "product_id", "place_id", "lot_id", postgresql_nulls_not_distinct=True),
        Index(None, "org_id", "lot_id"),
    )

    store_id: Mapped[UUID]
    product_id: Mapped[UUID]
    place_id: Mapped[UUID]
    lot_id: Mapped[UUID | None]
    quantity: Mapped[Decimal]


class StockMove(Tenanted, Base):
    """Goods that went from one place to another in a store's book. Partitioned by the month of `recorded_at`.

    `direction` tells what the move did to what the store has on hand: 1 in, -1 out, 0 within. Value goes with the
    goods, also with those lost on their way; a move of value alone corrects the cost of goods that were sold before
    they were booked in.
    """

    __tablename__ = "stock_move"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_lot", column="lot_id"),
        belongs_to("stock_place", column="from_id"),
        belongs_to("stock_place", column="to_id"),
        CheckConstraint("quantity > 0 OR (quantity = 0 AND value_cents > 0)", name="moves_something"),
        CheckConstraint("value_cents >= 0", name="value_not_negative"),
        CheckConstraint("direction IN (-1, 0, 1)", name="direction_known"),
        CheckConstraint("direction <> 0 OR value_cents = 0 OR cause = 'transfer_in'", name="within_keeps_value"),
        CheckConstraint("from_id <> to_id", name="goes_somewhere"),
        Index(None, "org_id", "store_id", "product_id", "occurred_at"),
        Index(None, "org_id", "cause_id"),
        {"postgresql_partition_by": "RANGE (recorded_at)"},
    )

    recorded_at: Mapped[datetime] = mapped_column(primary_key=True, sort_order=-1)
    store_id: Mapped[UUID]
    product_id: Mapped[UUID]
    lot_id: Mapped[UUID | None]
    from_id: Mapped[UUID]
    to_id: Mapped[UUID]
    quantity: Mapped[Decimal]
    value_cents: Mapped[int]
    direction: Mapped[int] = mapped_column(SmallInteger)
    cause: Mapped[Cause] = mapped_column(text_enum(Cause))
    cause_id: Mapped[UUID]
    cause_line: Mapped[int]
    occurred_at: Mapped[datetime]
    business_date: Mapped[date]
    actor_id: Mapped[UUID]
    below_zero: Mapped[bool]


class StockPosting(Base):
    """A document that was posted: the same one is posted once, whichever month it arrives in."""

    __tablename__ = "stock_posting"

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    cause: Mapped[str] = mapped_column(primary_key=True)
    cause_id: Mapped[UUID] = mapped_column(primary_key=True)
    recorded_at: Mapped[datetime]


class StockMark(Base):
    """A count found out what a product really was at `counted_at`, at a place or (none) everywhere else in the store.

    A fact from before that arrives later explains the variance instead of changing what was counted. `number` tells a
    count's marks apart. The key is what they are looked up by, so that a count of thousands fills one index.
    """

    __tablename__ = "stock_mark"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_place", column="place_id"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    counted_at: Mapped[datetime] = mapped_column(primary_key=True)
    count_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    place_id: Mapped[UUID | None]
    recorded_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class StockBlind(Base):
    """A count is under way: from `since` on, who may count at the store does not see what its book says.

    Without `product_ids` that is all of it.
    """

    __tablename__ = "stock_blind"
    __table_args__ = (belongs_to("store"),)

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    count_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_ids: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid()))
    since: Mapped[datetime]


class StockRule(Base):
    """What an organization allows its book."""

    __tablename__ = "stock_rule"

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    negative_allowed: Mapped[bool]
    changed_at: Mapped[datetime]
