"""What becomes of a file of rows: counted, or refused row by row; all of it is taken in or nothing."""

from collections.abc import Sequence

import msgspec

from storewalk.core.errors import FieldError


class LineFault(msgspec.Struct, frozen=True):
    """What is wrong with one row of a sheet; the row of the headings is number 1."""

    row: int
    fault: FieldError


class Outcome(msgspec.Struct, frozen=True):
    """How many rows were new, different and the same; with faults, nothing was written."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    faults: Sequence[LineFault] = ()
