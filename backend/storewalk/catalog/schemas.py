"""The catalogue on the wire."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.catalog.models import ProductStatus
from storewalk.core.schemas import Input, Output, Words

Code = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$")]
Name = Annotated[str, Meta(min_length=1, max_length=500)]
UnitCode = Annotated[str, Meta(min_length=1, max_length=16, pattern=r"^[^\s:;,]+$")]
Pinyin = Annotated[str, Meta(pattern=r"^[a-z0-9]{1,60}$")]
MAX_PACKS = 12
MAX_BARCODES = 24
MAX_PRICE_CENTS = 10**12


class CategoryOut(Output):
    """A category; the tree by `parent_id`."""

    id: UUID
    parent_id: UUID | None
    code: str
    name: Words


class AddCategory(Input):
    """A new category, at the top unless a parent is given."""

    id: UUID | None = None
    parent_id: UUID | None = None
    code: Code
    name: Words


class UnitOut(Output):
    """A unit."""

    id: UUID
    code: str
    name: Words


class AddUnit(Input):
    """A new unit; its code is what sheets and forms call it by."""

    id: UUID | None = None
    code: UnitCode
    name: Words


class Pack(Input):
    """A bigger unit and how many base units it holds."""

    unit: UnitCode
    quantity: Decimal


class ProductForm(Input):
    """A product as it shall be; `unit` and the packs' units are codes. Without `pinyin` the name's initials serve."""

    code: Code
    name: Words
    pinyin: Pinyin | None = None
    category_id: UUID
    unit: UnitCode
    packs: Annotated[list[Pack], Meta(max_length=MAX_PACKS)] = field(default_factory=list[Pack])
    barcodes: Annotated[list[str], Meta(max_length=MAX_BARCODES)] = field(default_factory=list[str])
    price_cents: Annotated[int, Meta(ge=0, le=MAX_PRICE_CENTS)]
    status: ProductStatus = ProductStatus.ACTIVE


class AddProduct(ProductForm):
    """A new product."""

    id: UUID | None = None


class ChangeProduct(ProductForm):
    """A product as it shall be, and the version that the sender had seen."""

    if_version: int


class PackOut(Output):
    """A pack; `quantity` is a decimal in text, without trailing zeros."""

    unit: str
    unit_name: Words
    quantity: str


class ProductOut(Output):
    """A product; `unit` is the code of its base unit."""

    id: UUID
    code: str
    name: Words
    pinyin: str
    category_id: UUID
    category_name: Words
    unit: str
    unit_name: Words
    packs: list[PackOut]
    barcodes: list[str]
    price_cents: int
    status: ProductStatus
    version: int
