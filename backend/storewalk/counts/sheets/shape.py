"""What a sheet is made of, whatever it is written to: texts of one language, so that any process can write it."""

import enum

from msgspec import Struct


class Form(enum.StrEnum):
    """What a sheet is written as."""

    XLSX = "xlsx"
    PDF = "pdf"


class Cells(enum.Enum):
    """What a column holds: texts stay as they are written, figures can be added up."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"


class Column(Struct, frozen=True):
    """A column; `width` is its share of the page."""

    heading: str
    width: int
    cells: Cells = Cells.TEXT


class Table(Struct, frozen=True):
    """A titled table of texts; a figure is a decimal in text, and empty where nothing stands."""

    title: str
    columns: tuple[Column, ...]
    rows: list[tuple[str, ...]]


class Sheet(Struct, frozen=True):
    """A sheet in the language of its reader; `page` has places for a page's number and for how many there are."""

    title: str
    language: str
    page: str
    sign: str
    head: list[tuple[str, str]]
    tables: list[Table]
    with_variances: bool

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return sum(len(table.rows) for table in self.tables)
