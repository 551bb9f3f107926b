"""Imports on the wire."""

from typing import Annotated

from msgspec import Meta

from storewalk.core.schemas import Input, Output

MAX_CHARACTERS = 8_000_000


class ImportSheet(Input):
    """A file of rows as CSV text; a dry run only tells what would happen."""

    csv: Annotated[str, Meta(max_length=MAX_CHARACTERS)]
    dry_run: bool = False


class SheetFile(Input):
    """A file of rows as CSV text, or an Excel file in base64; a dry run only tells what would happen."""

    csv: Annotated[str, Meta(max_length=MAX_CHARACTERS)] | None = None
    xlsx: Annotated[bytes, Meta(max_length=MAX_CHARACTERS)] | None = None
    dry_run: bool = False


class RowFault(Output):
    """What is wrong with a row, numbered as a spreadsheet does; `column` is its heading in the file, or ours."""

    row: int
    field: str
    message: str
    column: str = ""


class ImportOut(Output):
    """What became of the rows. With `errors` (the first of `error_count`) nothing was written."""

    created: int
    updated: int
    unchanged: int
    errors: list[RowFault]
    error_count: int
    applied: bool
    summary: str


class SalesFileOut(Output):
    """What became of the receipts; `parked` lines wait (a trial knows only of unknown products).

    With `errors` (the first of `error_count`) nothing was booked.
    """

    accepted: int
    repeated: int
    parked: int
    errors: list[RowFault]
    error_count: int
    applied: bool
    summary: str
