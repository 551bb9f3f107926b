"""Progress by step, with times, in the form that the bootstrap scripts use."""

import sys
import time
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext

Progress = Callable[[str], AbstractContextManager[None]]
"""Takes what is about to happen; the context lasts while it happens."""


def silent(_label: str) -> AbstractContextManager[None]:
    """Say nothing."""
    return nullcontext()


@contextmanager
def printed(label: str) -> Generator[None]:
    """One line: what happens, and when it has happened how long it took."""
    sys.stdout.write(f"  {label:<52}")
    sys.stdout.flush()
    began = time.monotonic()
    try:
        yield
    except BaseException:
        sys.stdout.write("\n")
        raise
    sys.stdout.write(f"{time.monotonic() - began:5.1f} s\n")
    sys.stdout.flush()
