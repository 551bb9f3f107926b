"""Write a sheet in a process of its own: the one that serves requests stays light, and answers others meanwhile."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from typing import Final

import msgspec

from storewalk.counts.sheets.shape import Form, Sheet
from storewalk.photos.api import FONT

WRITER: Final = "storewalk.counts.sheets"


async def write(sheet: Sheet, form: Form) -> bytes:
    """Return the sheet's file."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", WRITER, form, str(FONT), stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    try:
        content, said = await process.communicate(msgspec.json.encode(sheet))
    finally:
        if process.returncode is None:  # the reader has gone
            process.kill()
    if process.returncode != 0:
        raise RuntimeError(f"the sheet could not be written: {said.decode(errors='replace')[-2000:]}")
    return content
