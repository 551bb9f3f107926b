"""Write a sheet in a process of its own."""

from typing import Final

import msgspec

from storewalk.core.writer import written_apart
from storewalk.counts.sheets.shape import Form, Sheet
from storewalk.photos.api import FONT

WRITER: Final = "storewalk.counts.sheets"


async def write(sheet: Sheet, form: Form) -> bytes:
    """Return the sheet's file."""
    return await written_apart(WRITER, msgspec.json.encode(sheet), form, str(FONT))
