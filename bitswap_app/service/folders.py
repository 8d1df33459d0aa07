"""Folders on the side of the results: empty ones are made too, and all get their sources' times and permissions."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bitswap_app.errors import OutputError
from bitswap_app.service.events import FileFailed
from bitswap_app.service.outputs import Outputs
from bitswap_app.service.planning import Item, Plan
from bitswap_app.service.writing import faults_of

_OWNERS_OWN = 0o700  # stays, or the next run could not write there


@dataclass(frozen=True, slots=True)
class _Pair:
    """A folder of sources, that of its results, and what the former looked like before the run."""

    source: Path
    results: Path
    status: os.stat_result


class Folders:
    """Those of one run, in memory: some hundred bytes each, however many files they hold."""

    def __init__(self, plan: Plan, outputs: Outputs) -> None:
        self._plan = plan
        self._outputs = outputs
        self._pairs = [_Pair(*pair) for pair in plan.folders()]

    def after(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, and then what failed of making the folders that none of them was for."""
        yield from items
        if not self._plan.keeps_empty_folders:
            return
        for pair in self._pairs:
            if pair.results.is_dir():
                continue
            try:
                with faults_of(pair.results):
                    self._outputs.make_folder(pair.results)
            except OutputError as error:
                yield FileFailed(pair.source, error)

    def dress(self) -> None:
        """To be called in the end, because every file written into a folder changes its time. Raises nothing."""
        for pair in reversed(self._pairs):  # what lies deeper comes first
            if not pair.results.is_dir():
                continue
            with contextlib.suppress(OSError):
                if os.name == "posix":
                    pair.results.chmod(pair.status.st_mode & 0o777 | _OWNERS_OWN)
                os.utime(pair.results, ns=(pair.status.st_atime_ns, pair.status.st_mtime_ns))
