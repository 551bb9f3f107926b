"""Recalls on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.stores.api import StoreKind

MAX_LOTS = 100
Reason = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"\S")]


class OpenRecall(Input):
    """Call back lots of a product; without any, all of it."""

    id: UUID | None = None
    product_id: UUID
    lot_ids: Annotated[list[UUID], Meta(max_length=MAX_LOTS)] = field(default_factory=list[UUID])
    reason: Reason


class EndRecall(Input):
    """End a recall and say why the goods may be offered again."""

    if_version: int
    reason: Reason


class RecallItem(Output):
    """A recall in a list. Without `lotCodes` it is all of a product; `onHand` is left in the reader's stores."""

    id: UUID
    product_id: UUID
    product_code: str
    product_name: Words
    unit_name: Words
    lot_codes: list[str]
    reason: str
    stores_with_stock: int
    on_hand: str
    opened_by_name: str
    opened_at: datetime
    ended_by_name: str | None
    ended_at: datetime | None
    end_reason: str | None
    version: int
    recorded_at: datetime


class RecallStore(Output):
    """Where the goods went at a store: `received` and `other`, less what left, are `onHand`.

    `received` came from suppliers, `arrived` from other stores, `other` is what counts and corrections made of it.
    """

    store_id: UUID
    store_name: str
    kind: StoreKind
    received: str
    arrived: str
    sold: str
    wasted: str
    sent_on: str
    other: str
    on_hand: str
    in_transit: str
    count_id: UUID | None


class RecallSource(Output):
    """A receipt that the goods came with."""

    occurred_at: datetime
    store_name: str
    quantity: str
    lot_code: str | None
    actor_name: str | None


class RecallOut(RecallItem):
    """A recall with where its goods went and where they came from."""

    stores: list[RecallStore]
    sources: list[RecallSource]


class ProductLot(Output):
    """A lot of a product, and how much of it lies in how many stores."""

    id: UUID
    code: str | None
    produced_on: date | None
    expires_on: date | None
    on_hand: str
    stores: int
