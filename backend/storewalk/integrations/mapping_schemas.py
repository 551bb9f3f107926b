"""Files of other people's making on the wire: how they are read, and what is kept of it."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output
from storewalk.integrations.schemas import ImportOut, SheetFile
from storewalk.integrations.sheet_xlsx import WIDEST

Text = Annotated[str, Meta(max_length=500)]
FieldName = Annotated[str, Meta(max_length=40)]
Names = Annotated[str, Meta(min_length=1, max_length=80)]
MOST_WORDS = 500
WordList = Annotated[dict[Text, Text], Meta(max_length=MOST_WORDS)]


class SheetKind(StrEnum):
    """What a sheet is about."""

    STORES = "stores"
    PRODUCTS = "products"
    PEOPLE = "people"
    CHECKLIST = "checklist"


class Columns(Input):
    """What each column of a file is, from the left: a field of ours, or null to leave it out.

    `words` are the file's words for ours, field by field.
    """

    fields: Annotated[list[FieldName | None], Meta(min_length=1, max_length=WIDEST)]
    words: dict[FieldName, WordList] = field(default_factory=dict[str, dict[str, str]])


class MappedFile(SheetFile):
    """A file of rows with headings of anybody's making.

    Which sheet, which row holds the headings and what each column is may be told; else the file's shape is looked for
    among those that were kept, and what is left is guessed by names.
    """

    sheet: Text | None = None
    heading_row: Annotated[int, Meta(ge=1)] | None = None
    columns: Columns | None = None


class FieldOut(Output):
    """A column of ours: what it is called and takes; with `options`, its only words."""

    field: str
    label: str
    hint: str
    required: bool
    options: list[str]


class ColumnOut(Output):
    """A column of the file: its heading, our field for it, its first cells, and the words of it that we do not know."""

    heading: str
    field: str | None
    samples: list[str]
    unknown: list[str]


class MappingOut(Output):
    """A shape of file that is kept; `fields` stand beside its headings, empty for what is left out."""

    id: UUID
    kind: SheetKind
    name: str
    headings: list[str]
    fields: list[str]
    words: dict[str, dict[str, str]]
    changed_at: datetime
    version: int


class SheetReading(Output):
    """How a file was read: `mapping` is the kept shape that it has, if the columns were found by one."""

    sheets: list[str]
    sheet: str
    heading_row: int
    rows: int
    columns: list[ColumnOut]
    fields: list[FieldOut]
    words: dict[str, dict[str, str]]
    mapping: MappingOut | None


class MappedOut(ImportOut):
    """What became of the rows; a trial also tells how the file was read.

    `waiting` are the people of the file who have no password yet.
    """

    reading: SheetReading | None = None
    waiting: list[UUID] = field(default_factory=list[UUID])


class KeepMapping(Input):
    """What the columns of a file with these headings are; without a name it is called by its first headings."""

    kind: SheetKind
    name: Names | None = None
    headings: Annotated[list[Text], Meta(min_length=1, max_length=WIDEST)]
    columns: Columns


class RenameMapping(Input):
    """Another name for a kept shape."""

    name: Names
    if_version: int
