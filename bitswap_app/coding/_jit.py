"""How this package compiles its kernels: one decorator, and a disk cache that may fail without anybody noticing.

numba keys a cached kernel on the CPU, on numba's version and on the source file that it stands in, but not on other
files that the kernel calls; those are named to the decorator (a test checks that).

NUMBA_CACHE_DIR chooses the cache's folder, NUMBA_DISABLE_JIT=1 leaves every kernel a Python function.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from pickle import UnpicklingError
from types import ModuleType
from typing import Any, TypeVar, cast

import numba
from numba.core.caching import FunctionCache

F = TypeVar("F", bound=Callable[..., object])

_DAMAGE = (OSError, EOFError, UnpicklingError)  # what a full disk, lost rights or a cut file raise


def kernel(function: F, *, calls: Sequence[ModuleType] = ()) -> F:
    """Compile function on its first call, without the interpreter lock and without fastmath; cached where possible.

    calls  other modules whose kernels it calls, directly or not: compiled code is forgotten when one of them changes

    Without a place for the cache (read-only installation and home, frozen application: numba/numba#4908) the function
    is compiled once in every process.
    """
    compiled: Any = numba.njit(nogil=True)(function)
    if compiled is not function:  # it is with NUMBA_DISABLE_JIT
        with suppress(RuntimeError, OSError):  # RuntimeError: no locator available
            store = _OptionalCache(function, calls)
            compiled._cache = store  # noqa: SLF001  # as enable_caching does with a FunctionCache
    return cast(F, compiled)


class _OptionalCache(FunctionCache):
    """numba's cache, except that damage or a full disk costs time and never an exception."""

    def __init__(self, function: Callable[..., object], calls: Sequence[ModuleType]) -> None:
        super().__init__(function)  # type: ignore[no-untyped-call]
        if calls:
            file = self._cache_file
            file._source_stamp = (file._source_stamp, [_digest(module.__file__) for module in calls])  # noqa: SLF001

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        try:
            return super().load_overload(sig, target_context)  # type: ignore[no-untyped-call]
        except _DAMAGE:
            with suppress(*_DAMAGE):
                self.flush()  # type: ignore[no-untyped-call]  # the next save starts from an empty index
            return None

    def save_overload(self, sig: Any, data: Any) -> None:
        with suppress(*_DAMAGE):
            super().save_overload(sig, data)  # type: ignore[no-untyped-call]


@cache
def _digest(file: str | None) -> str:
    """Of a source file; none where there is none, as in a frozen application, whose kernels never change."""
    try:
        return hashlib.sha256(Path(file or "").read_bytes()).hexdigest()
    except OSError:
        return ""
