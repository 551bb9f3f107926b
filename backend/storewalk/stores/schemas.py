"""Stores on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output
from storewalk.stores.hours import OpenHours, WallTime
from storewalk.stores.models import EntityKind, StoreFormat, StoreKind, StoreStatus
from storewalk.stores.position import Position

Name = Annotated[str, Meta(min_length=1, max_length=120)]
Code = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$")]
MAX_OPENINGS = 28
DayCutTime = Annotated[str, Meta(pattern=r"^(0\d|1[01]):[0-5]\d$", description="HH:MM, before noon")]


class LegalEntityOut(Output):
    """A legal entity."""

    id: UUID
    kind: EntityKind
    name: str
    credit_code: str
    version: int


class AddLegalEntity(Input):
    """A new legal entity."""

    id: UUID | None = None
    kind: EntityKind
    name: Name
    credit_code: str


class ChangeLegalEntity(Input):
    """A legal entity as it shall be."""

    kind: EntityKind
    name: Name
    credit_code: str
    if_version: int


class RegionOut(Output):
    """A region; `store_count` counts its own stores that the reader may see, not those of regions below it."""

    id: UUID
    parent_id: UUID | None
    name: str
    store_count: int
    version: int


class AddRegion(Input):
    """A new region, at the top unless a parent is given."""

    id: UUID | None = None
    parent_id: UUID | None = None
    name: Name


class ChangeRegion(Input):
    """A region as it shall be: another name, another parent (none: the top), or both."""

    parent_id: UUID | None
    name: Name
    if_version: int


class StoreForm(Input):
    """A store as it shall be.

    `entity_from` and `day_cut_from` date a change of owner or of the day's cut; unless given, a new store's hold since
    ever and a change holds from tomorrow on the store's calendar.
    """

    code: Code
    name: Name
    region_id: UUID
    status: StoreStatus = StoreStatus.OPEN
    format: StoreFormat | None = None
    time_zone: str = "Asia/Shanghai"
    position: Position | None = None
    opening_hours: Annotated[list[OpenHours], Meta(max_length=MAX_OPENINGS)] = field(default_factory=list[OpenHours])
    business_day_cut: DayCutTime = "00:00"
    day_cut_from: date | None = None
    legal_entity_id: UUID | None = None
    entity_from: date | None = None


class AddStore(StoreForm):
    """A new store or warehouse; which of the two it is never changes."""

    id: UUID | None = None
    kind: StoreKind = StoreKind.STORE


class ChangeStore(StoreForm):
    """A store as it shall be, and the version that the sender had seen."""

    if_version: int


class RenewCheckInCode(Input):
    """Another code for the store of the version that the sender had seen."""

    if_version: int


class CheckInCodeOut(Output):
    """What a store's poster says as a QR code, and since when; without a time, since the store was added."""

    text: str
    renewed_at: datetime | None


class StoreOut(Output):
    """A store or warehouse today: its owner and its day's cut are those valid on its own calendar now."""

    id: UUID
    kind: StoreKind
    code: str
    name: str
    region_id: UUID
    region_name: str
    legal_entity_id: UUID | None
    legal_entity_name: str | None
    status: StoreStatus
    format: StoreFormat | None
    time_zone: str
    position: Position | None
    opening_hours: list[OpenHours]
    business_day_cut: WallTime
    version: int
