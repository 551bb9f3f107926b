"""Legal entities, regions and stores, and what was true of a store from which day on."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Double, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum
from storewalk.stores.check_in_code import NEW_CODE
from storewalk.stores.position import Datum


class EntityKind(StrEnum):
    """What a legal entity is to the chain: the company, a branch of it (分公司), or a franchisee (加盟商)."""

    COMPANY = "company"
    BRANCH = "branch"
    FRANCHISEE = "franchisee"


class StoreStatus(StrEnum):
    """Whether a store trades."""

    PREPARING = "preparing"
    OPEN = "open"
    CLOSED = "closed"


class StoreKind(StrEnum):
    """Whether it sells; a warehouse has stock, people and a place in the chain like a store, and no tills."""

    STORE = "store"
    WAREHOUSE = "warehouse"


class StoreFormat(StrEnum):
    """What kind of shop it is; checklists ask some things of some kinds only."""

    CONVENIENCE = "convenience"
    GROCERY = "grocery"
    FRESH = "fresh"
    BAKERY = "bakery"
    DRINKS = "drinks"
    RESTAURANT = "restaurant"


class LegalEntity(Tenanted, Versioned, Base):
    """Who owns stores and keeps books; `credit_code` is its unified social credit code."""

    __tablename__ = "legal_entity"
    __table_args__ = (UniqueConstraint("org_id", "credit_code"),)

    kind: Mapped[EntityKind] = mapped_column(text_enum(EntityKind))
    name: Mapped[str]
    credit_code: Mapped[str]


class Region(Tenanted, Versioned, Base):
    """A part of the chain; its id is the id of its scope node."""

    __tablename__ = "region"
    __table_args__ = (
        belongs_to("scope_node", column="id"),
        belongs_to("region", column="parent_id"),
        UniqueConstraint("org_id", "name"),
    )

    parent_id: Mapped[UUID | None]
    name: Mapped[str]


class Store(Tenanted, Versioned, Base):
    """A store or a warehouse; its id is the id of its scope node.

    The search columns hold what people type, in lower case. A store without a `format` is of none in particular.
    Whoever scans its `check_in_code` shows that they are there; it had the former one until `check_in_code_at`.
    """

    __tablename__ = "store"
    __table_args__ = (
        belongs_to("scope_node", column="id"),
        belongs_to("region"),
        UniqueConstraint("org_id", "code"),
        CheckConstraint("num_nulls(latitude, longitude, datum) IN (0, 3)", name="position_whole"),
        CheckConstraint("(former_check_in_code IS NULL) = (check_in_code_at IS NULL)", name="renewed_has_time"),
        # A zone that PostgreSQL does not know would fail every list that shows the store.
        CheckConstraint("timezone(time_zone, '2000-01-01 00:00Z'::timestamptz) IS NOT NULL", name="time_zone_known"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "changed_at"),
        Index(None, "org_id", "region_id"),
        Index(None, "org_id", "search_code"),
        Index(None, "org_id", "search_name"),
        Index(None, "org_id", "search_pinyin"),
    )

    kind: Mapped[StoreKind] = mapped_column(text_enum(StoreKind))
    region_id: Mapped[UUID]
    code: Mapped[str]
    name: Mapped[str]
    search_code: Mapped[str] = mapped_column(Text(collation="C"))
    search_name: Mapped[str] = mapped_column(Text(collation="C"))
    search_pinyin: Mapped[str] = mapped_column(Text(collation="C"))
    status: Mapped[StoreStatus] = mapped_column(text_enum(StoreStatus))
    format: Mapped[StoreFormat | None] = mapped_column(text_enum(StoreFormat))
    time_zone: Mapped[str]
    latitude: Mapped[float | None] = mapped_column(Double)
    longitude: Mapped[float | None] = mapped_column(Double)
    datum: Mapped[Datum | None] = mapped_column(text_enum(Datum))
    opening_hours: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    check_in_code: Mapped[str] = mapped_column(server_default=NEW_CODE, info={"secret": True})
    former_check_in_code: Mapped[str | None] = mapped_column(info={"secret": True})
    check_in_code_at: Mapped[datetime | None]


class StoreEntity(Tenanted, Base):
    """Which legal entity a store belongs to from business day `valid_from` on."""

    __tablename__ = "store_entity"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("legal_entity"),
        UniqueConstraint("org_id", "store_id", "valid_from"),
    )

    store_id: Mapped[UUID]
    legal_entity_id: Mapped[UUID]
    valid_from: Mapped[date]


class StoreDayCut(Tenanted, Base):
    """The wall-clock time at which the store's business day begins, from business day `valid_from` on."""

    __tablename__ = "store_day_cut"
    __table_args__ = (
        belongs_to("store"),
        UniqueConstraint("org_id", "store_id", "valid_from"),
        CheckConstraint("cut < '12:00'", name="before_noon"),
    )

    store_id: Mapped[UUID]
    valid_from: Mapped[date]
    cut: Mapped[time]
