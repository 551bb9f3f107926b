"""What the organization has told about the shapes of its files."""

from sqlalchemy import ARRAY, CheckConstraint, Index, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned


class SheetMapping(Tenanted, Versioned, Base):
    """Which of our columns each heading of a file is (empty: left out), and which of our words its words stand for.

    A row of headings, told by its fingerprint, has one mapping a kind of sheet.
    """

    __tablename__ = "sheet_mapping"
    __table_args__ = (
        Index(None, "org_id", "kind", "fingerprint", unique=True),
        CheckConstraint("cardinality(headings) = cardinality(fields)", name="a_field_for_each_heading"),
        CheckConstraint("name <> ''", name="has_a_name"),
    )

    kind: Mapped[str]
    name: Mapped[str]
    fingerprint: Mapped[str]
    headings: Mapped[list[str]] = mapped_column(ARRAY(Text()))
    fields: Mapped[list[str]] = mapped_column(ARRAY(Text()))
    words: Mapped[dict[str, dict[str, str]]] = mapped_column(JSONB)
