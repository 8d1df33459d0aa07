"""Files that are read: whole, unchanged while they are, and removed only when that was asked for."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bitswap_app.errors import InputError, Sentence
from bitswap_app.service.options import SourceAfter

MAX_FILE_BYTES = (1 << 31) + (1 << 27)  # that are held in memory: an image of 2 GB with its surroundings


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it was when it was looked at."""

    path: Path
    status: os.stat_result

    def expect_unchanged(self) -> None:
        """Raises InputError if the file is another by now."""
        _expect_same(self.status, look_at(self.path), self.path)


@dataclass(frozen=True, slots=True)
class Source(Found):
    """A file as it was when it was read."""

    data: bytes


def look_at(path: Path) -> os.stat_result:
    """What the system knows of a file. Raises InputError, for what is no file too."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise _input_error(path, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise InputError("{path} is a folder where a file is needed.", path=path)
    if not stat.S_ISREG(status.st_mode):  # to open a pipe could wait for ever
        raise InputError("{path} is no file but a device, a pipe or the like.", path=path)
    return status


def read_source(path: Path) -> Source:
    """The whole file. Raises InputError, also for a file that changed while it was read."""
    status = look_at(path)
    if status.st_size > MAX_FILE_BYTES:
        raise InputError(
            "{path} has {count} bytes; files of up to {limit} bytes can be taken.",
            path=path,
            count=status.st_size,
            limit=MAX_FILE_BYTES,
        )
    with faults_of_reading(path):
        data = path.read_bytes()
    after = look_at(path)
    _expect_same(status, after, path)
    if len(data) != after.st_size:
        raise InputError("{path} changed while it was read.", path=path)
    return Source(path, after, data)


@contextmanager
def faults_of_reading(path: Path) -> Iterator[None]:
    """Turns the faults of reading path into InputError."""
    try:
        yield
    except OSError as error:
        raise _input_error(path, error) from error


def remove_source(source: Found, how: SourceAfter) -> str:
    """Deletes the file or moves it to the trash. Returns a sentence if it had to stay, else ""."""
    path = source.path
    try:
        source.expect_unchanged()
        if how == "delete":
            path.unlink()
        elif how == "trash":
            from send2trash import send2trash

            send2trash(os.path.abspath(path))  # noqa: PTH100 (resolve() would trash what a link points to)
    except InputError:
        return "The source was not removed, because it changed meanwhile."
    except OSError as error:  # send2trash's own errors are among them
        return Sentence("The source could not be removed ({why}).", why=error.strerror or error)
    return ""


def _expect_same(before: os.stat_result, after: os.stat_result, path: Path) -> None:
    if _identity(before) != _identity(after):
        raise InputError("{path} changed while it was read.", path=path)


def _identity(status: os.stat_result) -> tuple[int, ...]:
    return status.st_size, status.st_mtime_ns, status.st_dev, status.st_ino


def _input_error(path: Path, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("There is no file {path}.", path=path)
    if isinstance(error, IsADirectoryError):
        return InputError("{path} is a folder where a file is needed.", path=path)
    if isinstance(error, PermissionError):
        return InputError("You may not read {path}.", path=path)
    if isinstance(error, OSError):
        return InputError(
            "{path} cannot be read ({why}).",
            path=path,
            why=error.strerror or errno.errorcode.get(error.errno or 0, "unknown"),
        )
    return InputError("{path!r} cannot be the name of a file.", path=str(path))
