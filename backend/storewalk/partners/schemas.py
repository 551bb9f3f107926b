"""Suppliers on the wire."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output
from storewalk.partners.models import SupplierStatus

Code = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$")]
Name = Annotated[str, Meta(min_length=1, max_length=120)]
Pinyin = Annotated[str, Meta(pattern=r"^[a-z0-9]{1,60}$")]
Email = Annotated[str, Meta(max_length=254, pattern=r"^([^@\s]+@[^@\s]+\.[^@\s]+)?$")]


class SupplierForm(Input):
    """A supplier as it shall be; without `pinyin` it is made of the name."""

    code: Code
    name: Name
    pinyin: Pinyin | None = None
    credit_code: Annotated[str, Meta(max_length=18)] = ""
    email: Email = ""


class AddSupplier(SupplierForm):
    """A new supplier."""

    id: UUID | None = None


class ChangeSupplier(SupplierForm):
    """A supplier as it shall be, ended or bought from again, and the version that the sender had seen."""

    status: SupplierStatus = SupplierStatus.ACTIVE
    if_version: int


class SupplierOut(Output):
    """A supplier."""

    id: UUID
    code: str
    name: str
    pinyin: str
    credit_code: str
    email: str
    status: SupplierStatus
    version: int
