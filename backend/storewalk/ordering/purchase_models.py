"""Orders to suppliers: what stores ordered of a source, sent as one document, and what the supplier answered."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, LargeBinary, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum
from storewalk.partners.api import OrderWay


class PurchaseState(StrEnum):
    """Where an order to a supplier is: waiting → sent or failed → opened → confirmed or refused.

    A file is sent once somebody has taken it to hand it over. Who opens the link has got the order, whatever we heard
    of its sending.
    """

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    OPENED = "opened"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


class PartOutcome(StrEnum):
    """What a supplier's answer did to a store's order: it was accepted, refused, or could not be any more."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    GONE = "gone"


class PurchaseOrder(Tenanted, Versioned, Base):
    """An order to a supplier: what stores ordered of a source on a business day.

    `way`, `address` and `language` are those of its last sending, the `round`th; `tries` and `fault` tell how that
    goes. Without `sent_by` it left by itself at the cut-off. Its link is looked up by `token_hash` and holds until
    `link_ends_at`. `expected_on` and `note` are the supplier's.
    """

    __tablename__ = "purchase_order"
    __table_args__ = (
        belongs_to("order_source", column="source_id"),
        belongs_to("supplier"),
        belongs_to("account", column="sent_by"),
        UniqueConstraint("org_id", "number"),
        CheckConstraint("(way = 'file') = (address = '')", name="way_has_address"),
        CheckConstraint("state IN ('waiting', 'failed') OR sent_at IS NOT NULL", name="sent_has_time"),
        CheckConstraint("state <> 'failed' OR fault <> ''", name="failed_says_why"),
        CheckConstraint("state <> 'opened' OR opened_at IS NOT NULL", name="opened_has_time"),
        CheckConstraint("(state IN ('confirmed', 'refused')) = (answered_at IS NOT NULL)", name="answered_has_time"),
        CheckConstraint("round > 0 AND tries >= 0 AND total_cents >= 0", name="not_negative"),
        Index(None, "token_hash", unique=True),
        Index(None, "org_id", "source_id", "day"),
        Index(None, "org_id", "recorded_at", "id"),
    )

    number: Mapped[str]
    source_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    day: Mapped[date]
    state: Mapped[PurchaseState] = mapped_column(text_enum(PurchaseState))
    way: Mapped[OrderWay] = mapped_column(text_enum(OrderWay))
    address: Mapped[str]
    language: Mapped[str]
    round: Mapped[int] = mapped_column(SmallInteger)
    tries: Mapped[int] = mapped_column(SmallInteger)
    fault: Mapped[str]
    sent_by: Mapped[UUID | None]
    sent_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    expected_on: Mapped[date | None]
    note: Mapped[str]
    total_cents: Mapped[int]
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, info={"secret": True})
    link_ends_at: Mapped[datetime]


class PurchasePart(Base):
    """A store's order, as it was submitted at `submitted_at`, in an order to a supplier.

    A submission lies in one `live` document; what the supplier refused is free to be ordered again.
    """

    __tablename__ = "purchase_part"
    __table_args__ = (
        belongs_to("purchase_order", column="purchase_id"),
        belongs_to("store_order", column="order_id"),
        CheckConstraint("live = (outcome IS NULL OR outcome <> 'refused')", name="refused_is_free"),
        Index("uq_purchase_part_live", "org_id", "order_id", "submitted_at", unique=True,
              postgresql_where=text("live")),
        Index(None, "org_id", "order_id"),
    )  # fmt: skip

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    purchase_id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    submitted_at: Mapped[datetime]
    live: Mapped[bool]
    outcome: Mapped[PartOutcome | None] = mapped_column(text_enum(PartOutcome))


class PurchaseLine(Base):
    """How much of a product a store ordered when the document was made, in base units, and what it gets of it."""

    __tablename__ = "purchase_line"
    __table_args__ = (
        belongs_to("purchase_order", column="purchase_id"),
        belongs_to("store_order", column="order_id"),
        belongs_to("product"),
        CheckConstraint("quantity > 0 AND pack_quantity > 0 AND pack_cents >= 0", name="orders_something"),
        CheckConstraint("answered BETWEEN 0 AND quantity", name="no_more_than_ordered"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    purchase_id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    quantity: Mapped[Decimal]
    pack_quantity: Mapped[Decimal]
    pack_cents: Mapped[int]
    answered: Mapped[Decimal | None]
