"""The queue as a whole: how much is done, saved, and left. No Qt."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bitswap_app.gui.rows import Row, State, Task

_SURE_AFTER_S = 2.0  # before that a rate is a guess nobody wants to read
_FINISHED_PART = {"coding": 0.7, "checking": 0.3, "decoding": 1.0}  # decoding to check is the quicker half


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over rows.

    work, worked   bytes of the files whose work was asked for, and how many of them are through
    image_bytes, coded_bytes   of the pictures that were made smaller
    """

    files: int = 0
    waiting: int = 0
    done: int = 0
    failed: int = 0
    skipped: int = 0
    stopped: int = 0
    work: int = 0
    worked: float = 0.0
    image_bytes: int = 0
    coded_bytes: int = 0

    @property
    def fraction(self) -> float:
        """Of the work, 0 to 1."""
        return min(1.0, self.worked / self.work) if self.work else 0.0

    @property
    def finished(self) -> int:
        """How many files are through, however that went."""
        return self.done + self.failed + self.skipped + self.stopped

    @property
    def saved_bytes(self) -> int:
        return self.image_bytes - self.coded_bytes


def total(rows: Iterable[Row]) -> Totals:
    """The sums of these rows. Quick, because the window asks after every change, with thousands of rows."""
    files = waiting = done = failed = skipped = stopped = work = image_bytes = coded_bytes = 0
    worked = 0.0
    for row in rows:
        size, state = row.size + 1, row.state  # an empty file is work too
        files += 1
        work += size
        if state is State.WAITING or state is State.WORKING:
            waiting += state is State.WAITING
            worked += size * progress_of(row) if row.stage else 0.0
        else:
            worked += size
            if state is State.DONE:
                done += 1
                if row.task is Task.COMPRESS:
                    image_bytes += row.image_bytes
                    coded_bytes += row.coded_bytes
            elif state is State.FAILED:
                failed += 1
            elif state is State.SKIPPED:
                skipped += 1
            else:
                stopped += 1
    return Totals(files, waiting, done, failed, skipped, stopped, work, worked, image_bytes, coded_bytes)


def progress_of(row: Row) -> float:
    """How much of a row's work is through, over all its stages, 0 to 1."""
    if row.is_finished:
        return 1.0
    if row.stage is None:
        return 0.0
    begun = _FINISHED_PART["coding"] if row.stage == "checking" else 0.0
    return begun + _FINISHED_PART[row.stage] * row.fraction


class Clock:
    """Estimates the time left from the rate so far; pauses do not count."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._worked_before = self._passed = 0.0
        self._since: float | None = None

    def start(self, worked: float) -> None:
        """A batch begins; `worked` bytes were through already."""
        self._worked_before, self._passed, self._since = worked, 0.0, self._now()

    def pause(self) -> None:
        if self._since is not None:
            self._passed += self._now() - self._since
            self._since = None

    def resume(self) -> None:
        if self._since is None:
            self._since = self._now()

    def seconds_left(self, totals: Totals) -> float | None:
        """None where it is too early to tell."""
        passed = self._passed + (self._now() - self._since if self._since is not None else 0.0)
        worked = totals.worked - self._worked_before
        if passed < _SURE_AFTER_S or worked <= 0:
            return None
        return (totals.work - totals.worked) * passed / worked
