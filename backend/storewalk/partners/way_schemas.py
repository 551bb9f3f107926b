"""How a supplier gets its orders, on the wire."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output
from storewalk.partners.models import OrderWay

Language = Literal["zh", "en"]
MAIL_ADDRESS = r"^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"


class SetSupplierWay(Input):
    """How a supplier gets its orders, and the version that the sender had seen: 0 where nothing was set.

    `address` is the e-mail address, or the https address of the receiver; without `secret` the one that is kept stays.
    """

    way: OrderWay
    address: Annotated[str, Meta(max_length=2000)] = ""
    secret: Annotated[str, Meta(min_length=20, max_length=200)] | None = None
    language: Language = "zh"
    automatic: bool = False
    if_version: int


class SupplierWayOut(Output):
    """How a supplier gets its orders; the secret is never shown again.

    A test that was asked for and has no `tested_at` yet is on its way.
    """

    supplier_id: UUID
    way: OrderWay
    address: str
    language: str
    automatic: bool
    test_asked_at: datetime | None
    tested_at: datetime | None
    test_fault: str
    version: int
