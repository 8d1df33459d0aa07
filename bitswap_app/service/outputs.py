"""Where a run's results go, and what happens where something is there already."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bitswap_app.errors import OutputError, Sentence
from bitswap_app.service.names import numbered
from bitswap_app.service.options import Existing
from bitswap_app.service.sources import Found
from bitswap_app.service.writing import Part, faults_of, remove_abandoned_parts

_MOST_NUMBERS = 10_000
_FOLDERS_REMEMBERED = 16  # a run works in few at a time


@dataclass(frozen=True, slots=True)
class Place:
    """Where a result is to go."""

    target: Path
    replacing: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """Why no result is to be written."""

    why: Literal["done", "exists"]
    target: Path

    @property
    def note(self) -> str:
        if self.why == "done":
            return Sentence("{name} is there already and up to date.", name=self.target.name)
        return Sentence("Another file has the name {name}.", name=self.target.name)


IsCurrent = Callable[[Path], bool]
"""Whether an existing file is the result that would be written."""


class Outputs:
    """The results of one run, shared by its threads.

    existing   what to do where another file has a result's name
    root       the folder that all results lie in, which must not vanish meanwhile; None if they stand beside sources

    Two sources of one run may have results of one name. Neither is lost: the second gets a number, whatever existing
    says. Eight bytes are remembered for each name and each file on the disk, which are two things where the file system
    takes several names for one.
    """

    def __init__(self, existing: Existing, root: Path | None = None) -> None:
        self._existing = existing
        self._root = root
        self._lock = threading.Lock()
        self._ours = array("Q")
        self._tidied: deque[Path] = deque(maxlen=_FOLDERS_REMEMBERED)
        self._made_root = False

    def make_root(self) -> None:
        """At the start, so that a folder that cannot be made is known before the work. Raises OutputError."""
        if self._root is not None:
            with faults_of(self._root):
                self._made_root = not self._root.exists()
                self._root.mkdir(parents=True, exist_ok=True)

    def tidy(self) -> None:
        """In the end: takes away a folder that was made for nothing."""
        if self._root is not None and self._made_root:
            with contextlib.suppress(OSError):
                self._root.rmdir()  # only if it is empty

    def settle(self, wanted: Path, source: Path, is_current: IsCurrent) -> Place | Taken:
        """What is to be done for a result that would be called wanted. Raises OutputError.

        Numbered names are looked at too, because an earlier run may have given this source's result a number.
        """
        if wanted.parent not in self._tidied:
            self._tidied.append(wanted.parent)
            remove_abandoned_parts(wanted.parent)
        others: list[Path] = []
        for candidate in _candidates(wanted):
            if not os.path.lexists(candidate):
                return self._place(candidate, others)
            if self._is_ours(candidate):
                continue
            if self._existing != "replace" and candidate.is_file() and is_current(candidate):
                return Taken("done", candidate)
            if not others:
                problem = _why_not_replaced(candidate, source)
                if problem and self._existing in ("fail", "replace"):
                    raise OutputError(problem)
                if self._existing == "replace":
                    return Place(candidate, replacing=True)
            others.append(candidate)
        raise OutputError(
            "{path} exists already, and so do {count} others with a number.", path=wanted, count=_MOST_NUMBERS
        )

    def write(
        self,
        wanted: Path,
        data: bytes | Iterable[bytes],
        source: Found,
        is_current: IsCurrent,
        *,
        anew: Path | None = None,
        check: Callable[[Path], None] = lambda _: None,
    ) -> tuple[Path | Taken, tuple[str, ...]]:
        """Writes one result, with its source's times and permissions, or says why not.

        anew   this source's result of an earlier run, to be replaced
        check  looks at what was written before it gets its name; what it raises passes through, as what data raises
        Returns where it is and what could not be kept. Raises InputError if the source changed meanwhile, OutputError.
        """
        with faults_of(wanted):
            self.make_folder(wanted.parent)
            with Part(wanted, data) as part:
                warnings = part.dress(source.status)
                part.sync()
                check(part.path)
                source.expect_unchanged()
                return self._put(part, wanted, source.path, is_current, anew=anew), warnings

    def make_folder(self, folder: Path) -> None:
        """Makes a folder for results. Raises OSError or OutputError.

        A root that vanished may be a drive that was taken out; to make it again would fill the disk that it hung on.
        """
        if self._root is not None and not self._root.is_dir():
            raise OutputError("The output folder {path} is gone.", path=self._root)
        folder.mkdir(parents=True, exist_ok=True)

    def remember(self, target: Path) -> None:
        """Takes note of a file as this run's, so that the run does not replace it."""
        with self._lock:
            self._remember(target)

    def _put(self, part: Part, wanted: Path, source: Path, is_current: IsCurrent, *, anew: Path | None) -> Path | Taken:
        with self._lock:
            while True:
                place = Place(anew, replacing=True) if anew else self.settle(wanted, source, is_current)
                if isinstance(place, Taken):
                    self._remember(place.target)
                    return place
                try:
                    part.put(place.target, replacing=place.replacing)
                except FileExistsError:  # another run was quicker
                    continue
                self._remember(place.target)
                return place.target

    def _place(self, free: Path, others: list[Path]) -> Place | Taken:
        if not others or self._existing == "rename":
            return Place(free, replacing=False)
        if self._existing == "skip":
            return Taken("exists", others[0])
        raise OutputError(
            "{path} exists already. --overwrite replaces it, --existing says what else can be done.", path=others[0]
        )

    def _is_ours(self, target: Path) -> bool:
        return any(self._position(key)[1] for key in _keys(target))

    def _remember(self, target: Path) -> None:
        for key in _keys(target):
            position, is_there = self._position(key)
            if not is_there:
                self._ours.insert(position, key)

    def _position(self, key: int) -> tuple[int, bool]:
        position = bisect_left(self._ours, key)
        return position, position < len(self._ours) and self._ours[position] == key


def _candidates(wanted: Path) -> Iterator[Path]:
    yield wanted
    for number in range(2, _MOST_NUMBERS):
        yield numbered(wanted, number)


def _why_not_replaced(target: Path, source: Path) -> str:
    try:
        if target.is_dir():
            return Sentence("{path} is a folder, so no file of that name can be written.", path=target)
        if target.samefile(source):
            return Sentence("{path} is the source itself; choose another folder with -o.", path=target)
    except OSError:
        pass  # a link to nothing, or a fault that writing will name
    return ""


def _keys(target: Path) -> Iterator[int]:
    yield _key(os.path.abspath(target))  # noqa: PTH100 (resolve() would follow links)
    try:
        status = target.stat()
    except OSError:
        return
    yield _key(f"{status.st_dev} {status.st_ino}")


def _key(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(os.fsencode(text), digest_size=8).digest(), "little")
