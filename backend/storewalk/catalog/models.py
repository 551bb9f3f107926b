"""Categories, units, products, and the packs and barcodes of a product."""

from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, WordsType, belongs_to, text_enum
from storewalk.core.schemas import Words


class ProductStatus(StrEnum):
    """Whether a product may still be ordered."""

    ACTIVE = "active"
    DISCONTINUED = "discontinued"


class Category(Tenanted, Base):
    """A shelf of the catalogue's tree."""

    __tablename__ = "category"
    __table_args__ = (
        belongs_to("category", column="parent_id"),
        UniqueConstraint("org_id", "code"),
    )

    parent_id: Mapped[UUID | None]
    code: Mapped[str]
    name: Mapped[Words] = mapped_column(WordsType)


class Unit(Tenanted, Base):
    """What is counted: a bottle, a case, a kilogram."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("org_id", "code"),)

    code: Mapped[str]
    name: Mapped[Words] = mapped_column(WordsType)


class Product(Tenanted, Versioned, Base):
    """A thing that is sold by its base unit. The search columns hold what people type, in lower case."""

    __tablename__ = "product"
    __table_args__ = (
        belongs_to("category"),
        belongs_to("unit"),
        UniqueConstraint("org_id", "code"),
        CheckConstraint("price_cents >= 0", name="price_not_negative"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "changed_at"),
        Index(None, "org_id", "category_id"),
        Index(None, "org_id", "search_code"),
        Index(None, "org_id", "search_zh"),
        Index(None, "org_id", "search_en"),
        Index(None, "org_id", "pinyin"),
    )

    category_id: Mapped[UUID]
    unit_id: Mapped[UUID]
    code: Mapped[str]
    name: Mapped[Words] = mapped_column(WordsType)
    pinyin: Mapped[str] = mapped_column(Text(collation="C"))
    search_code: Mapped[str] = mapped_column(Text(collation="C"))
    search_zh: Mapped[str] = mapped_column(Text(collation="C"))
    search_en: Mapped[str] = mapped_column(Text(collation="C"))
    price_cents: Mapped[int]
    status: Mapped[ProductStatus] = mapped_column(text_enum(ProductStatus))


class ProductPack(Tenanted, Base):
    """A bigger unit of a product and how many base units it holds."""

    __tablename__ = "product_pack"
    __table_args__ = (
        belongs_to("product"),
        belongs_to("unit"),
        UniqueConstraint("org_id", "product_id", "unit_id"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
    )

    product_id: Mapped[UUID]
    unit_id: Mapped[UUID]
    quantity: Mapped[Decimal] = mapped_column(Numeric(12, 3))


class ProductBarcode(Tenanted, Base):
    """A barcode as printed, and the 14 digits under which it is one product's alone."""

    __tablename__ = "product_barcode"
    __table_args__ = (
        belongs_to("product"),
        UniqueConstraint("org_id", "gtin"),
        CheckConstraint("length(gtin) = 14", name="gtin_has_14_digits"),
        Index(None, "org_id", "product_id"),
    )

    product_id: Mapped[UUID]
    code: Mapped[str]
    gtin: Mapped[str]
