"""How this package compiles its kernels: one decorator, and a disk cache that may fail without anybody noticing.

numba keys a cached kernel on the CPU, on numba's version and on the source file that it stands in, but not on other
files that the kernel calls; those are named to the decorator (a test checks that).

A frozen program has no source files. It brings kernels that were compiled when it was made, for the levels of _cpu.py,
and a stamp of the sources that they came from; what it lacks goes into a folder of the user's (numba/numba#4908).

NUMBA_CACHE_DIR chooses the cache's folder, NUMBA_DISABLE_JIT=1 leaves every kernel a Python function.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from pickle import UnpicklingError
from types import ModuleType
from typing import Any, TypeVar, cast

import numba
from llvmlite import binding
from numba.core.caching import CompileResultCacheImpl, FunctionCache, IndexDataCacheFile, _CacheLocator
from platformdirs import user_cache_path

from bitswap_app.coding import _cpu
from bitswap_app.resources import bundled_kernels

F = TypeVar("F", bound=Callable[..., object])

_DAMAGE = (OSError, EOFError, UnpicklingError)  # what a full disk, lost rights or a cut file raise


def kernel(function: F, *, calls: Sequence[ModuleType] = ()) -> F:
    """Compile function on its first call, without the interpreter lock and without fastmath; cached where possible.

    calls  other modules whose kernels it calls, directly or not: compiled code is forgotten when one of them changes

    Without a place for the cache (read-only installation and home) the function is compiled once in every process.
    """
    bundle = _bundle()
    compiled: Any = numba.njit(nogil=True)(function)
    if compiled is not function:  # it is with NUMBA_DISABLE_JIT
        with suppress(RuntimeError, OSError):  # RuntimeError: no locator available
            store = BundledCache(function, bundle) if bundle else _OptionalCache(function, calls)
            compiled._cache = store  # noqa: SLF001  # as enable_caching does with a FunctionCache
    return cast(F, compiled)


class _LabelledFile(IndexDataCacheFile):
    """numba's files of one kernel, where each one with code says whose code it is.

    numba numbers them and writes its index first. Whoever reads meanwhile, after a writer that was killed, or after two
    that began at once, would find older code under a number, or that for other types, and run it.
    """

    def save(self, key: Any, data: Any) -> None:
        super().save(key, (self._source_stamp, key, data))  # type: ignore[no-untyped-call]

    def load(self, key: Any) -> Any:
        found = super().load(key)  # type: ignore[no-untyped-call]
        is_it = isinstance(found, tuple) and found[:2] == (self._source_stamp, key)
        return found[2] if is_it else None


class _OptionalCache(FunctionCache):
    """numba's cache, except that damage or a full disk costs time and never an exception."""

    def __init__(self, function: Callable[..., object], calls: Sequence[ModuleType] = ()) -> None:
        super().__init__(function)  # type: ignore[no-untyped-call]
        stamp = self._impl.locator.get_source_stamp()
        if calls:
            stamp = (stamp, [_digest(module.__file__) for module in calls])
        self._cache_file = _LabelledFile(self._cache_path, self._impl.filename_base, stamp)  # type: ignore[no-untyped-call]

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


@dataclass(frozen=True, slots=True)
class Bundle:
    """Where a frozen program's kernels are.

    stamp    of the sources that they came from
    bundled  those that the program brings for this kind of CPU, or None if it brings none
    own      those that it compiled here
    """

    stamp: str
    bundled: Path | None
    own: Path


@cache
def _bundle() -> Bundle | None:
    """Of the frozen program that this is; numba compiles for the level of its kernels from here on."""
    folder = bundled_kernels()
    if folder is None:
        return None
    stamp = (folder / "stamp").read_text("ascii").strip()
    own = user_cache_path("Bit-Swap", appauthor=False) / "kernels" / stamp
    features = binding.get_host_cpu_features()
    level = _cpu.highest(features, platform.machine())
    if level is None or not (folder / level.name).is_dir():
        return Bundle(stamp, None, own)
    compile_for(level)
    return Bundle(stamp, folder / level.name, own)


def compile_for(level: _cpu.Level) -> None:
    """Makes numba compile for a level, unless the environment says otherwise; to be called before it compiles."""
    config: Any = numba.config
    if config.CPU_NAME is None:
        config.CPU_NAME, config.CPU_FEATURES = level.cpu, level.numba_features


class BundledCache(_OptionalCache):
    """The cache of a program without source files: what it brought, then what it compiled here."""

    def __init__(self, function: Callable[..., object], bundle: Bundle) -> None:
        class Place(_Place):
            _bundle = bundle

        class Implementation(CompileResultCacheImpl):
            _locator_classes: list[Any] = [Place]  # noqa: RUF012  # as numba has it

        self._impl_class = Implementation
        super().__init__(function)
        self._bundled: Any = None
        if bundle.bundled is not None:
            self._bundled = _LabelledFile(  # type: ignore[no-untyped-call]
                str(bundle.bundled), self._impl.filename_base, bundle.stamp
            )

    def _load_overload(self, sig: Any, target_context: Any) -> Any:
        if self._bundled is not None:
            with suppress(*_DAMAGE):
                found = self._bundled.load(self._index_key(sig, target_context.codegen()))  # type: ignore[no-untyped-call]
                if found is not None:
                    return self._impl.rebuild(target_context, found)
        return super()._load_overload(sig, target_context)  # type: ignore[no-untyped-call]


class _Place(_CacheLocator):
    """A folder and a stamp instead of a source file's."""

    _bundle: Bundle

    def __init__(self, function: Callable[..., object]) -> None:
        self._line = function.__code__.co_firstlineno

    def get_cache_path(self) -> str:
        return str(self._bundle.own)

    def get_source_stamp(self) -> str:
        return self._bundle.stamp

    def get_disambiguator(self) -> str:
        return str(self._line)

    @classmethod
    def from_function(cls, py_func: Callable[..., object], py_file: str) -> _Place:  # noqa: ARG003
        return cls(py_func)


@cache
def _digest(file: str | None) -> str:
    """Of a source file; none where there is none."""
    try:
        return hashlib.sha256(Path(file or "").read_bytes()).hexdigest()
    except OSError:
        return ""
