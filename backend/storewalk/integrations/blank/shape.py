"""What an empty workbook is made of, in its reader's language."""

from msgspec import Struct


class BlankColumn(Struct, frozen=True):
    """A column: its heading, what belongs below it, and the list that is offered; codes and the like stay texts."""

    heading: str
    hint: str
    needed: bool
    number: bool
    options: list[str]


class Blank(Struct, frozen=True):
    """A workbook with a page to fill in and one that tells how; `guide` are that one's headings."""

    name: str
    title: str
    guide_title: str
    lists_title: str
    guide: tuple[str, str, str]
    between: str
    columns: list[BlankColumn]
