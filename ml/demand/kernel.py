"""Compiles numeric kernels: to machine code kept on disk, so that a later process starts without compiling."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def compiled(kernel: Callable[P, R]) -> Callable[P, R]:
    """Compile a function on arrays; it keeps its types. Kernels see no NaN, hold no lock and never start threads."""
    compile_kernel = cast(
        "Callable[[Callable[P, R]], Callable[P, R]]",
        numba.njit(cache=True, nogil=True, fastmath=True, error_model="numpy"),
    )
    return compile_kernel(kernel)
