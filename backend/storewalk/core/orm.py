"""Tables: every row belongs to an organization, keys lead with it, and nothing loads unless asked."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

import msgspec
from sqlalchemy import (
    BigInteger,
    DateTime,
    Enum,
    ForeignKeyConstraint,
    MetaData,
    Numeric,
    Text,
    TypeDecorator,
    Uuid,
    func,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storewalk.core.ids import new_id
from storewalk.core.schemas import Words

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(referred_table_name)s_%(column_1_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class Base(DeclarativeBase):
    """The registry of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[Mapping[Any, Any]] = {
        str: Text(),
        int: BigInteger(),
        datetime: DateTime(timezone=True),
        UUID: Uuid(),
        Decimal: Numeric(18, 4),
    }


class WordsType(TypeDecorator[Words]):
    """A two-language text, kept as `{zh, en}`."""

    impl = JSONB
    cache_ok = True

    def process_bind_param(self, value: Words | None, dialect: Dialect) -> object:
        """Turn words into JSON values."""
        del dialect
        return None if value is None else msgspec.to_builtins(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Words | None:
        """Turn JSON values into words."""
        del dialect
        return None if value is None else Words(value["zh"], value["en"])


class Tenanted:
    """A row of an organization: key `(org_id, id)`, and the server's time of writing."""

    org_id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-3)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id, sort_order=-2)
    recorded_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp(), sort_order=900)


class Versioned:
    """What a phone may edit or keep: `version` counts the changes, `changed_at` feeds the delta sync."""

    version: Mapped[int] = mapped_column(default=1, sort_order=901)
    changed_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp(), sort_order=902)


def belongs_to(
    table: str, column: str | None = None, *, ondelete: str | None = None, key: str = "id"
) -> ForeignKeyConstraint:
    """Return a foreign key that cannot cross organizations: `(org_id, column)` → `table (org_id, key)`."""
    return ForeignKeyConstraint(
        ["org_id", column or f"{table}_id"], [f"{table}.org_id", f"{table}.{key}"], ondelete=ondelete
    )


def _values(members: type[StrEnum]) -> list[str]:
    return [member.value for member in members]


def text_enum(kind: type[StrEnum]) -> Enum:
    """Return the column type of a status: text with a CHECK, since a native enum's `=` is not leakproof."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        length=40,
        name="".join("_" + c.lower() if c.isupper() else c for c in kind.__name__).strip("_"),
        values_callable=_values,
        validate_strings=True,
    )
