"""What a list of files and folders means: which files, and where their results go. Lazy, so that it holds no list."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from bitswap_app.container.stream import MAGIC
from bitswap_app.errors import InputError
from bitswap_app.service.events import FileFailed, FileSkipped
from bitswap_app.service.names import SUFFIX
from bitswap_app.service.writing import is_part_name

IMAGE_SUFFIXES = frozenset(
    "." + kind
    for kind in "apng avif bmp dib gif heic jfif jpe jpeg jpg jxl pam pgm png pnm ppm qoi tga tif tiff webp".split()  # noqa: SIM905
)
Takes = Literal["files", "images", "coded"]
"""What is taken from a folder: all but .bsw files, images by their names, or .bsw files."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file, and the folder that its result goes to."""

    source: Path
    folder: Path


Item = Job | FileSkipped | FileFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Iterating walks the folders anew each time and gives one item a file, in order and once each.

    paths             files, which are taken whatever they are called, and folders
    takes             see Takes
    output            where results go; None for beside their sources
    keep_structure    under output, keep the folders below a path; with several folders in paths, and their own names
    include, exclude  patterns. One without "/" is for a name, another for the path below the folder of paths; "*" takes
                      in "/" too, case does not matter, and what fits a folder fits all in it
    """

    paths: tuple[Path, ...]
    takes: Takes
    output: Path | None = None
    keep_structure: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    @property
    def keeps_empty_folders(self) -> bool:
        """Whether a folder without results is one that had nothing in it, and not one from which nothing was wanted."""
        return self.takes != "images" and not self.include

    def folders(self) -> Iterator[tuple[Path, Path, os.stat_result]]:
        """Each folder below output that stands for another: that one, itself, and what the former looks like."""
        if self.output is None or not self.keep_structure:
            return
        several = self._has_several_folders()
        for path in self.paths:
            if not path.is_dir():
                continue
            name = _name_of(path) if several else ""
            for folder, relative, status in _Walk(self, path).folders():
                if name or relative:
                    yield folder, self.output / name / relative, status

    def _has_several_folders(self) -> bool:
        return sum(path.is_dir() for path in self.paths) > 1

    def __iter__(self) -> Iterator[Item]:
        several = self._has_several_folders()
        for index, path in enumerate(self.paths):
            if not path.is_dir():
                if not self._is_taken_before(path, index):
                    yield Job(path, self.output or path.parent)
                continue
            name = _name_of(path) if several else ""
            for item, relative in _Walk(self, path):
                if self._is_taken_before(item.source, index):
                    continue
                yield Job(item.source, self._folder(item.source, name, relative)) if isinstance(item, Job) else item

    def count(self) -> int:
        """How many items there are now. Raises InputError if there are none: these are likely the wrong paths."""
        found = sum(1 for _ in self)
        if not found:
            raise InputError("There is no file to work on in {names}.", names=", ".join(map(str, self.paths)))
        return found

    def selects(self, relative: str) -> bool:
        """Whether the patterns let a file through, by its path below a folder of paths."""
        return (not self.include or _fits(relative, self.include)) and not self.excludes(relative)

    def excludes(self, relative: str) -> bool:
        return _fits(relative, self.exclude)

    def _folder(self, source: Path, name: str, relative: str) -> Path:
        if self.output is None:
            return source.parent
        return self.output / name / Path(relative).parent if self.keep_structure else self.output

    def _is_taken_before(self, source: Path, index: int) -> bool:
        """Whether an earlier one of paths is this file, or a folder from which it was taken."""
        for path in self.paths[:index]:
            own, earlier = _comparable(source), _comparable(path)
            if own == earlier:
                return True
            if own.startswith(os.path.join(earlier, "")) and path.is_dir():  # noqa: PTH118 (it ends with a separator)
                relative = Path(os.path.relpath(own, earlier)).as_posix()
                if self.selects(relative) and is_taken(source, self.takes):
                    return True
        return False


def is_taken(path: Path, takes: Takes) -> bool:
    """Whether a file in a folder is taken, as far as its name tells; a name in .bsw is checked."""
    if is_part_name(path.name):
        return False
    if path.suffix.lower() == SUFFIX:
        return (takes == "coded") or (takes == "files" and not is_coded(path))
    return takes == "files" or (takes == "images" and path.suffix.lower() in IMAGE_SUFFIXES)


def is_coded(path: Path) -> bool:
    """Whether a file begins as a .bsw file does."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder to walk: its path below the top, and the identities of the folders above it."""

    path: Path
    relative: str
    above: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Listing:
    """A folder's names, sorted, each with whether it is a folder's; and its status."""

    names: list[tuple[bool, str]]
    status: os.stat_result


class _Walk:
    """The files of one folder, each with its path below it. Sorted, so that a run can be repeated.

    Links are not followed, into whatever they lead: what they lead to inside is found without them.
    """

    def __init__(self, plan: Plan, top: Path) -> None:
        self._plan = plan
        self._top = top

    def __iter__(self) -> Iterator[tuple[Item, str]]:
        for folder, found in self._folders():
            if isinstance(found, FileFailed | FileSkipped):
                yield found, folder.relative
                continue
            for is_folder, name in found.names:
                below = _joined(folder.relative, name)
                if _is_below(folder.path, name, is_folder=is_folder) or not self._plan.selects(below):
                    continue
                if item := self._item(folder.path / name):
                    yield item, below

    def folders(self) -> Iterator[tuple[Path, str, os.stat_result]]:
        """The folders that are walked, those above before those below, each with its path below and its status."""
        for folder, found in self._folders():
            if isinstance(found, _Listing):
                yield folder.path, folder.relative, found.status

    def _folders(self) -> Iterator[tuple[_Folder, _Listing | FileFailed | FileSkipped]]:
        """With what is in it, or why that cannot be known."""
        pending: list[_Folder] = [_Folder(self._top, "", ())]  # no recursion: folders can be deeper than Python's stack
        while pending:
            folder = pending.pop()
            if folder.relative and self._is_output(folder.path):
                continue
            found = _look_into(folder)
            yield folder, found
            if not isinstance(found, _Listing):
                continue
            above = (*folder.above, _identity(found.status))
            for is_folder, name in reversed(found.names):
                below = _joined(folder.relative, name)
                if _is_below(folder.path, name, is_folder=is_folder) and not self._plan.excludes(below):
                    pending.append(_Folder(folder.path / name, below, above))

    def _item(self, path: Path) -> Item | None:
        try:
            mode = path.lstat().st_mode
        except OSError:
            return Job(path, path.parent)  # reading will say what is wrong
        if stat.S_ISLNK(mode) or stat.S_ISDIR(mode):
            return FileSkipped(path, "link", "Links are not followed.")
        if not stat.S_ISREG(mode):
            return FileSkipped(path, "special", "It is no file but a device, a pipe or the like.")
        return Job(path, path.parent) if is_taken(path, self._plan.takes) else None

    def _is_output(self, folder: Path) -> bool:
        """Whether a folder inside is where the results go, which are no sources."""
        output = self._plan.output
        try:
            return output is not None and output.samefile(folder)
        except OSError:
            return False


def _look_into(folder: _Folder) -> _Listing | FileFailed | FileSkipped:
    path = folder.path
    try:
        status = path.stat()
        with os.scandir(path) as entries:
            names = sorted((entry.is_dir(follow_symlinks=False), entry.name) for entry in entries)
    except OSError as error:
        return FileFailed(path, InputError("The folder {path} cannot be read ({why}).", path=path, why=error.strerror))
    if _identity(status) in folder.above:  # a mount or a Windows junction that leads back
        return FileSkipped(path, "link", "It leads back to a folder above it.")
    return _Listing(names, status)


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _joined(relative: str, name: str) -> str:
    return f"{relative}/{name}" if relative else name


def _name_of(folder: Path) -> str:
    return Path(os.path.abspath(folder)).name  # noqa: PTH100 (resolve() would follow links)


def _is_below(folder: Path, name: str, *, is_folder: bool) -> bool:
    """Whether a name is that of a folder to walk into."""
    return is_folder and not _is_junction(folder / name)


def _is_junction(path: Path) -> bool:
    """Whether a folder is a Windows junction, which is a link but does not look like one to Python 3.11."""
    try:
        return getattr(path.lstat(), "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
    except OSError:
        return False


def _fits(relative: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path, or a folder that it lies in, fits one of the patterns."""
    parts = relative.casefold().split("/")
    for pattern in patterns:
        plain = pattern.casefold().replace("\\", "/").removeprefix("./").rstrip("/")
        for depth in range(1, len(parts) + 1):
            subject = "/".join(parts[:depth]) if "/" in plain else parts[depth - 1]
            if fnmatchcase(subject, plain):
                return True
    return False


def _comparable(path: Path) -> str:
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow links)
