"""What becomes of a file of rows: counted, or refused row by row; all of it is taken in or nothing."""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from storewalk.core.errors import FieldError


class LineFault(msgspec.Struct, frozen=True):
    """What is wrong with one row of a sheet; the row of the headings is number 1."""

    row: int
    fault: FieldError


class Outcome(msgspec.Struct, frozen=True):
    """How many rows were new, different and the same; with faults, nothing was written.

    What the rows are about may wait for something more: people for their first password.
    """

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    faults: Sequence[LineFault] = ()
    waiting: Sequence[UUID] = ()


class Options(msgspec.Struct, frozen=True):
    """What a column's cells may name: the names shown to choose from, and whatever else is understood."""

    shown: list[str]
    also: frozenset[str] = frozenset()

    def __contains__(self, name: object) -> bool:
        """Tell whether a name is understood."""
        return name in self.also or name in self.shown
