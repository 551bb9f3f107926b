"""A count of a store, its zones, what was counted in them, and what that says of the book."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, UniqueConstraint, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum


class CountKind(StrEnum):
    """What is counted: everything, some categories, a turn of the cycle, or what was found to be in doubt."""

    FULL = "full"
    CATEGORY = "category"
    CYCLE = "cycle"
    SPOT = "spot"


class CountStatus(StrEnum):
    """open → submitted → approved; what differs too much is counted again by somebody else in between."""

    OPEN = "open"
    RECOUNT = "recount"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class ZonePlace(StrEnum):
    """Where in the store a zone lies."""

    SHELF = "shelf"
    BACK_ROOM = "back_room"


class VarianceReason(StrEnum):
    """Why the book was wrong, as far as anybody knows."""

    MISCOUNTED_BEFORE = "miscounted_before"
    RECEIVED_WRONG = "received_wrong"
    SOLD_AS_ANOTHER = "sold_as_another"
    UNRECORDED_WASTE = "unrecorded_waste"
    UNRECORDED_TRANSFER = "unrecorded_transfer"
    THEFT = "theft"
    OTHER = "other"


class UncountedDecision(StrEnum):
    """What nobody counted although the book has it: there is none (`zero`), or it was overlooked (`keep` the book)."""

    ZERO = "zero"
    KEEP = "keep"


class StockCount(Tenanted, Versioned, Base):
    """A count. `category_ids` and `product_ids` are its scope; both empty mean everything. `round` 2 is the recount.

    Nobody has `opened_by` a count that the schedule of cycle counts opened.
    """

    __tablename__ = "stock_count"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("account", column="opened_by"),
        belongs_to("account", column="submitted_by"),
        belongs_to("account", column="approved_by"),
        CheckConstraint("round IN (1, 2)", name="one_recount"),
        CheckConstraint(
            "status NOT IN ('submitted', 'recount', 'approved') OR submitted_at IS NOT NULL", name="submitted_has_time"
        ),
        CheckConstraint("(status = 'approved') = (approved_at IS NOT NULL)", name="approved_has_time"),
        CheckConstraint("(approved_at IS NULL) = (gain_cents IS NULL)", name="approved_is_valued"),
        CheckConstraint("(gain_cents IS NULL) = (loss_cents IS NULL)", name="both_values"),
        CheckConstraint("window_from < window_until", name="window_runs"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "store_id", "status"),
        Index(None, "org_id", "changed_at"),
    )

    store_id: Mapped[UUID]
    kind: Mapped[CountKind] = mapped_column(text_enum(CountKind))
    title: Mapped[str]
    status: Mapped[CountStatus] = mapped_column(text_enum(CountStatus))
    round: Mapped[int] = mapped_column(SmallInteger)
    category_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    product_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    window_from: Mapped[datetime | None]
    window_until: Mapped[datetime | None]
    opened_by: Mapped[UUID | None]
    submitted_by: Mapped[UUID | None]
    submitted_at: Mapped[datetime | None]
    approved_by: Mapped[UUID | None]
    approved_at: Mapped[datetime | None]
    cancel_reason: Mapped[str | None]
    gain_cents: Mapped[int | None]
    loss_cents: Mapped[int | None]


class CountZone(Tenanted, Base):
    """A part of the store that one or more people count; what lies in several zones adds up."""

    __tablename__ = "count_zone"
    __table_args__ = (
        belongs_to("stock_count", column="count_id"),
        UniqueConstraint("org_id", "count_id", "name"),
        UniqueConstraint("org_id", "count_id", "id"),
    )

    count_id: Mapped[UUID]
    name: Mapped[str]
    place: Mapped[ZonePlace] = mapped_column(text_enum(ZonePlace))
    position: Mapped[int]
    closed_at: Mapped[datetime | None]


class CountLine(Tenanted, Base):
    """What one person counted of a product in a zone. A line with 0 was counted; what was not counted has no line.

    `revision` rises with every change that the person makes on their device: an older one that arrives later changes
    nothing. A line without a product is a code that nobody knows yet. `scans` is how the quantity came about:
    `[[time, change, source], …]`. A line of RFID tags has as many `tags` as pieces; the first was read at `begun_at`.
    """

    __tablename__ = "count_line"
    __table_args__ = (
        # A zone of this count, and so one key to look up for each line instead of two.
        ForeignKeyConstraint(
            ["org_id", "count_id", "zone_id"], ["count_zone.org_id", "count_zone.count_id", "count_zone.id"]
        ),
        belongs_to("product"),
        belongs_to("account", column="counted_by"),
        CheckConstraint("quantity >= 0", name="quantity_not_negative"),
        CheckConstraint("product_id IS NOT NULL OR barcode IS NOT NULL", name="of_something"),
        CheckConstraint("tags = 0 OR tags = quantity", name="a_piece_a_tag"),
        CheckConstraint("(tags > 0) = (begun_at IS NOT NULL)", name="tags_have_begun"),
        Index(None, "org_id", "count_id", "product_id"),
    )

    count_id: Mapped[UUID]
    zone_id: Mapped[UUID]
    round: Mapped[int] = mapped_column(SmallInteger)
    product_id: Mapped[UUID | None]
    barcode: Mapped[str | None]
    quantity: Mapped[Decimal]
    counted_at: Mapped[datetime]
    counted_by: Mapped[UUID]
    revision: Mapped[int]
    voided: Mapped[bool]
    note: Mapped[str]
    scans: Mapped[Any] = mapped_column(JSONB)
    photo_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    tags: Mapped[int] = mapped_column(server_default="0")
    begun_at: Mapped[datetime | None]


class CountTag(Base):
    """An RFID tag that was read: once a round, by whichever reader and in whichever zone; the first one has it."""

    __tablename__ = "count_tag"
    __table_args__ = (
        belongs_to("stock_count", column="count_id"),
        belongs_to("count_line", column="line_id"),
        Index(None, "org_id", "line_id", "read_at"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    count_id: Mapped[UUID] = mapped_column(primary_key=True)
    round: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    epc: Mapped[str] = mapped_column(primary_key=True)
    line_id: Mapped[UUID]
    read_at: Mapped[datetime]


class CountResult(Base):
    """What a submitted count says of one product. `submitted_variance` stays; the others are as of the approval.

    `expected` is the book at the time of counting and `expected_cents` what that was worth; counts approved before they
    were kept know nothing of what was left as the book had it.
    `between` is what moved at one place while it was being counted in several zones, where nobody can tell which of
    them it came from. `explained` is what facts that arrived after the approval have explained of the variance.
    """

    __tablename__ = "count_result"
    __table_args__ = (
        belongs_to("stock_count", column="count_id"),
        belongs_to("product"),
        CheckConstraint("(counted IS NULL) = uncounted", name="uncounted_has_no_quantity"),
        CheckConstraint("(expected IS NULL) = (expected_cents IS NULL)", name="expected_is_valued"),
        CheckConstraint(
            "CASE WHEN counted IS NULL THEN variance IN (0, -expected) ELSE variance = counted - expected END",
            name="varies_from_expected",
        ),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    count_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    counted: Mapped[Decimal | None]
    expected: Mapped[Decimal | None]
    expected_cents: Mapped[int | None]
    uncounted: Mapped[bool]
    submitted_variance: Mapped[Decimal]
    variance: Mapped[Decimal]
    value_cents: Mapped[int]
    between: Mapped[Decimal]
    recount: Mapped[bool]
    reason: Mapped[VarianceReason | None] = mapped_column(text_enum(VarianceReason))
    note: Mapped[str]
    decision: Mapped[UncountedDecision | None] = mapped_column(text_enum(UncountedDecision))
    explained: Mapped[Decimal]
    explained_cents: Mapped[int]


class CycleRule(Base):
    """How stores count in turns: every so many days, at most so many products, each rank after so many days.

    Without a row, or with `every_days` 0, there are no cycle counts.
    """

    __tablename__ = "cycle_rule"
    __table_args__ = (CheckConstraint("every_days >= 0 AND products > 0 AND a_days > 0", name="turns"),)

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    every_days: Mapped[int]
    products: Mapped[int]
    a_days: Mapped[int]
    b_days: Mapped[int]
    c_days: Mapped[int]
    changed_at: Mapped[datetime]


class CountRule(Base):
    """When a variance has to be counted again by somebody else, and how much one person may approve.

    A variance is recounted when it reaches any of the three; 0 turns one off. Values are in cents.
    """

    __tablename__ = "count_rule"

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    recount_quantity: Mapped[Decimal]
    recount_cents: Mapped[int]
    recount_percent: Mapped[int]
    approval_cents: Mapped[int]
    changed_at: Mapped[datetime]


class CountCategoryRule(Base):
    """When a variance in a category, and in those below it that have no rule of their own, has to be counted again."""

    __tablename__ = "count_category_rule"
    __table_args__ = (
        belongs_to("category"),
        CheckConstraint("recount_quantity >= 0 AND recount_cents >= 0 AND recount_percent >= 0", name="from_zero"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    category_id: Mapped[UUID] = mapped_column(primary_key=True)
    recount_quantity: Mapped[Decimal]
    recount_cents: Mapped[int]
    recount_percent: Mapped[int]
