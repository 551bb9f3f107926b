"""Work that loads much, in a process of its own: the one that serves requests stays light, and answers others."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from typing import Final

_TOLD: Final = 2000
_LANES: Final = asyncio.Semaphore(3)
"""Each takes some 150 MB while it lasts: more of them than this would not end sooner."""


async def written_apart(module: str, given: bytes, *arguments: str) -> bytes:
    """Run a module as `python -m`, give it bytes, and return what it writes; it ends with its reader.

    Raises RuntimeError with its last words where it fails.
    """
    async with _LANES:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", module, *arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE
        )
        try:
            content, said = await process.communicate(given)
        finally:
            if process.returncode is None:  # the reader has gone
                process.kill()
    if process.returncode != 0:
        raise RuntimeError(f"{module} failed: {said.decode(errors='replace')[-_TOLD:]}")
    return content
