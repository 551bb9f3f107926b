"""Small facts that the results of ordering are read from: days of stores, judged lines of orders, and their sums.

A nightly job writes them from the ledger and the orders; they can be thrown away and written again. What the figures
made of them mean is said in `analytics.results`.
"""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Boolean, CheckConstraint, Index, SmallInteger, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, belongs_to, text_enum
from storewalk.ordering.api import DeviationReason

COLUMNS: Final = ("carried", "sold", "out", "sales_cents", "cost_cents", "stock_cents", "perished_cents", "waste_cents")
"""Arrays of a store's day along `product_ids`."""


class ChangeSize(StrEnum):
    """How far an order departs from its suggestion: by a quarter of it at most, by half, or by more."""

    CUT_LARGE = "cut_large"
    CUT_MEDIUM = "cut_medium"
    CUT_SMALL = "cut_small"
    RAISED_SMALL = "raised_small"
    RAISED_MEDIUM = "raised_medium"
    RAISED_LARGE = "raised_large"


class StoreDayResult(Base):
    """A business day of a store in one category: sums, and the products behind them in arrays along `product_ids`.

    `products` are carried there, of `out_days` of them there was none for some of the opening hours, for
    `out_hundredths` per cent of the day in all. `stock_cents` is what was left at the end of the day, at cost.
    """

    __tablename__ = "store_day_result"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("category"),
        CheckConstraint("products >= out_days AND out_days >= 0 AND out_hundredths >= 0", name="out_of_what_is_there"),
        CheckConstraint("perished_cents <= waste_cents", name="perished_is_wasted"),
        CheckConstraint(
            " AND ".join(f"cardinality({each}_of) = cardinality(product_ids)" for each in COLUMNS),
            name="columns_alike",
        ),
        Index(None, "org_id", "day"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    category_id: Mapped[UUID] = mapped_column(primary_key=True)
    products: Mapped[int]
    out_days: Mapped[int]
    out_hundredths: Mapped[int]
    sales_cents: Mapped[int]
    cost_cents: Mapped[int]
    stock_cents: Mapped[int]
    perished_cents: Mapped[int]
    waste_cents: Mapped[int]
    product_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    carried_of: Mapped[list[bool]] = mapped_column(ARRAY(Boolean()))
    sold_of: Mapped[list[int]] = mapped_column(ARRAY(BigInteger()))
    out_of: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger()))
    sales_cents_of: Mapped[list[int]] = mapped_column(ARRAY(BigInteger()))
    cost_cents_of: Mapped[list[int]] = mapped_column(ARRAY(BigInteger()))
    stock_cents_of: Mapped[list[int]] = mapped_column(ARRAY(BigInteger()))
    perished_cents_of: Mapped[list[int]] = mapped_column(ARRAY(BigInteger()))
    waste_cents_of: Mapped[list[int]] = mapped_column(ARRAY(BigInteger()))


class OrderLineResult(Base):
    """A line of a finished order, held against what its days really needed; quantities in base units, money at cost.

    `needed` is null where nobody can tell, `suggested` where no sheet knew the product; only a line with both is
    compared. `lost` is the estimate of what could not be sold for lack of stock from `day` to `last_day`.
    """

    __tablename__ = "order_line_result"
    __table_args__ = (
        belongs_to("store_order", column="order_id"),
        belongs_to("store"),
        belongs_to("order_source", column="source_id"),
        belongs_to("product"),
        belongs_to("category"),
        CheckConstraint("ordered >= 0 AND received >= 0 AND suggested >= 0 AND needed >= 0", name="from_zero"),
        CheckConstraint("received_cents <= ordered_cents", name="no_more_than_ordered"),
        CheckConstraint("num_nonnulls(needed, lost, needed_cents) IN (0, 3)", name="needed_whole"),
        CheckConstraint(
            "num_nonnulls(system_cents, human_cents, system_bias_cents, human_bias_cents)"
            " = 4 * (needed IS NOT NULL AND suggested IS NOT NULL)::int",
            name="compared_whole",
        ),
        CheckConstraint("(size IS NULL) = (suggested IS NULL OR suggested = ordered)", name="changed_has_size"),
        Index(None, "org_id", "day", "order_id", "product_id"),
        Index(None, "org_id", "store_id", "day"),
        Index("ix_order_line_result_changed", "org_id", "day", postgresql_where=text("size IS NOT NULL")),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID]
    source_id: Mapped[UUID]
    category_id: Mapped[UUID]
    day: Mapped[date]
    last_day: Mapped[date]
    suggested: Mapped[Decimal | None]
    ordered: Mapped[Decimal]
    received: Mapped[Decimal]
    needed: Mapped[Decimal | None]
    lost: Mapped[Decimal | None]
    ordered_cents: Mapped[int]
    received_cents: Mapped[int]
    needed_cents: Mapped[int | None]
    system_cents: Mapped[int | None]
    human_cents: Mapped[int | None]
    system_bias_cents: Mapped[int | None]
    human_bias_cents: Mapped[int | None]
    size: Mapped[ChangeSize | None] = mapped_column(text_enum(ChangeSize))
    reason: Mapped[DeviationReason | None] = mapped_column(text_enum(DeviationReason))


class OrderDayResult(Base):
    """What the lines of a store's orders of one day add up to, by source and category.

    `compared` of the `lines` are held against what was needed, `changed` of those were ordered otherwise than
    suggested, of which `helped` came nearer to it and `hurt` went further from it.
    """

    __tablename__ = "order_day_result"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("order_source", column="source_id"),
        belongs_to("category"),
        CheckConstraint("compared <= lines AND changed <= compared AND helped + hurt <= changed", name="part_of"),
        Index(None, "org_id", "day"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    source_id: Mapped[UUID] = mapped_column(primary_key=True)
    category_id: Mapped[UUID] = mapped_column(primary_key=True)
    lines: Mapped[int]
    ordered_lines: Mapped[int]
    full_lines: Mapped[int]
    ordered_cents: Mapped[int]
    received_cents: Mapped[int]
    compared: Mapped[int]
    needed_cents: Mapped[int]
    system_cents: Mapped[int]
    human_cents: Mapped[int]
    system_bias_cents: Mapped[int]
    human_bias_cents: Mapped[int]
    changed: Mapped[int]
    helped: Mapped[int]
    hurt: Mapped[int]
    changed_system_cents: Mapped[int]
    changed_human_cents: Mapped[int]
    changed_system: Mapped[Decimal]
    changed_human: Mapped[Decimal]


class ResultsRead(Base):
    """The facts have all that was recorded until `read_until`; until `leased_until` a job is bringing them on."""

    __tablename__ = "results_read"

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    read_until: Mapped[datetime]
    leased_until: Mapped[datetime]
