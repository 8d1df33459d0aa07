"""How this package compiles its kernels."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., object])


def kernel(function: F) -> F:
    """Compile function with numba, without the interpreter lock, cached on disk where that is possible."""
    compiled = numba.njit(nogil=True)(function)
    if hasattr(compiled, "enable_caching"):
        with suppress(RuntimeError):
            compiled.enable_caching()
    return cast(F, compiled)
