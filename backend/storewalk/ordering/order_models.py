"""Orders of stores, line by line, with what was suggested and why, and what became of each line on its way."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, Integer, SmallInteger, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.sheet_models import NUMBERS


class ApprovalLevel(StrEnum):
    """From how high up an order has to be approved: by somebody else at the store, above it, or for the chain."""

    STORE = "store"
    REGION = "region"
    CHAIN = "chain"


class DeviationReason(StrEnum):
    """Why a store orders much more or less than was suggested."""

    LOCAL_EVENT = "local_event"
    WEATHER = "weather"
    PROMOTION = "promotion"
    CUSTOMER_ORDER = "customer_order"
    SELLS_OTHERWISE = "sells_otherwise"
    STOCK_IS_WRONG = "stock_is_wrong"
    NO_SPACE = "no_space"
    QUALITY = "quality"
    OTHER = "other"


class DropReason(StrEnum):
    """Why a product that a store wanted could not be ordered any more when it submitted."""

    DISCONTINUED = "discontinued"
    NOT_OFFERED = "not_offered"
    NOT_CARRIED = "not_carried"


SUMS: tuple[str, ...] = NUMBERS[: NUMBERS.index("quantity") + 1]
"""What `StoreOrderLine.arithmetic` holds, in its order: the columns of a sheet from `expected` to `quantity`."""


def _number(name: str) -> str:
    return f"arithmetic[{SUMS.index(name) + 1}]"


ADDS_UP = (
    f"cardinality(arithmetic) = {len(SUMS)}"
    f" AND {_number('wanted')} = greatest({_number('expected')} + {_number('safety')} + {_number('display')}"
    f" - {_number('stock')} + {_number('spoils')} - {_number('on_order')}, 0)"
    f" AND {_number('quantity')} = {' + '.join(_number(each) for each in SUMS[SUMS.index('wanted') : -1])}"
)


class StoreOrder(Tenanted, Versioned, Base):
    """What a store orders from a source on a business day; `order_states` says how it goes on from step to step.

    `day` is the store's business day on which it was opened, `cut_off_at` the instant until which it is taken without
    being `urgent`. `planned_at` is that of the sheet it began with. `expected_on` is when its goods should come.
    `waits_since` stands while somebody has to approve it, at `level` or above, and `waited_s` adds up how long it has
    waited in all; `told_levels` of people were told that it waits too long. What was approved without `decided_by`
    passed by the rules. `missing_ids` are products that had to be ordered and were not.
    """

    __tablename__ = "store_order"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("order_source", column="source_id"),
        *(
            belongs_to("account", column=f"{each}_by")
            for each in ("opened", "submitted", "decided", "accepted", "cancelled")
        ),
        CheckConstraint("submitted_by <> decided_by", name="another_decides"),
        CheckConstraint("(state = 'waiting') = (waits_since IS NOT NULL)", name="waiting_since"),
        CheckConstraint("(waits_since IS NULL) = (level IS NULL)", name="waits_for_a_level"),
        CheckConstraint(
            "state IN ('draft', 'returned', 'cancelled') OR (submitted_by IS NOT NULL AND submitted_at IS NOT NULL)",
            name="submitted_has_time",
        ),
        CheckConstraint("state NOT IN ('approved', 'returned', 'refused') OR decided_at IS NOT NULL", name="decided"),
        CheckConstraint("(state = 'cancelled') = (cancelled_at IS NOT NULL)", name="cancelled_has_time"),
        CheckConstraint("total_cents >= 0 AND waited_s >= 0 AND told_levels >= 0", name="not_negative"),
        Index("uq_store_order_draft", "org_id", "store_id", "source_id", "day", unique=True,
              postgresql_where=text("state = 'draft'")),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "store_id", "state"),
        Index(None, "org_id", "state", "waits_since"),
        Index(None, "org_id", "changed_at"),
    )  # fmt: skip

    store_id: Mapped[UUID]
    source_id: Mapped[UUID]
    day: Mapped[date]
    state: Mapped[OrderState] = mapped_column(text_enum(OrderState))
    cut_off_at: Mapped[datetime]
    budget_cents: Mapped[int | None]
    planned_at: Mapped[datetime | None]
    expected_on: Mapped[date | None]
    urgent: Mapped[bool]
    note: Mapped[str]
    reason: Mapped[str]
    opened_by: Mapped[UUID]
    submitted_by: Mapped[UUID | None]
    submitted_at: Mapped[datetime | None]
    level: Mapped[ApprovalLevel | None] = mapped_column(text_enum(ApprovalLevel))
    waits_since: Mapped[datetime | None]
    waited_s: Mapped[int]
    told_levels: Mapped[int] = mapped_column(SmallInteger)
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    accepted_by: Mapped[UUID | None]
    accepted_at: Mapped[datetime | None]
    shipped_at: Mapped[datetime | None]
    received_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    cancelled_by: Mapped[UUID | None]
    cancelled_at: Mapped[datetime | None]
    missing_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    total_cents: Mapped[int]
    line_count: Mapped[int]
    changed_count: Mapped[int]


class StoreOrderLine(Base):
    """A product of an order, in base units; with quantity 0 it was looked at and not ordered.

    `suggested` is null for what no sheet knew. `arithmetic` is how the suggestion came about, thousandths in the order
    of `SUMS`, with the days of the sheet beside it; both stay when the sheet is forgotten. Packs, price and limits are
    those of the last submission. `submitted` is what the store asked for where another `quantity` was approved.
    `confirmed` is what the source will send, `shipped` what it has sent in all, `received` what has come of that.
    """

    __tablename__ = "store_order_line"
    __table_args__ = (
        belongs_to("store_order", column="order_id"),
        belongs_to("product"),
        CheckConstraint("quantity >= 0 AND suggested >= 0 AND submitted >= 0", name="quantities_from_zero"),
        CheckConstraint("confirmed >= 0 AND shipped >= 0 AND received >= 0", name="steps_from_zero"),
        CheckConstraint("pack_quantity > 0 AND pack_cents >= 0", name="packs"),
        CheckConstraint("dropped IS NULL OR quantity = 0", name="dropped_is_not_ordered"),
        CheckConstraint(ADDS_UP, name="arithmetic_adds_up"),
        Index(None, "org_id", "product_id"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int]
    suggested: Mapped[Decimal | None]
    quantity: Mapped[Decimal]
    reason: Mapped[DeviationReason | None] = mapped_column(text_enum(DeviationReason))
    dropped: Mapped[DropReason | None] = mapped_column(text_enum(DropReason))
    pack_quantity: Mapped[Decimal]
    pack_cents: Mapped[int]
    least: Mapped[Decimal]
    most: Mapped[Decimal | None]
    must_order: Mapped[bool]
    arrival: Mapped[int | None] = mapped_column(SmallInteger)
    cover: Mapped[int | None] = mapped_column(SmallInteger)
    service: Mapped[int | None] = mapped_column(SmallInteger)
    arithmetic: Mapped[list[int] | None] = mapped_column(ARRAY(Integer()))
    submitted: Mapped[Decimal | None]
    confirmed: Mapped[Decimal | None]
    shipped: Mapped[Decimal] = mapped_column(server_default="0")
    received: Mapped[Decimal] = mapped_column(server_default="0")


class StoreOrderAlias(Base):
    """An id under which a phone opened an order that was open already: what it sends to that id is meant for this."""

    __tablename__ = "store_order_alias"
    __table_args__ = (belongs_to("store_order", column="order_id"),)

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID]
