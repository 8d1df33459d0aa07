"""Files that are read: whole, unchanged while they are, and removed only when that was asked for."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from bitswap_app.container.header import MAX_SOURCE_BYTES
from bitswap_app.container.stream import MAX_SURROUNDINGS_BYTES
from bitswap_app.errors import InputError
from bitswap_app.service.options import SourceAfter

MAX_FILE_BYTES = MAX_SOURCE_BYTES + 2 * MAX_SURROUNDINGS_BYTES  # the most that a .bsw file can have


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was when it was read."""

    path: Path
    data: bytes
    status: os.stat_result

    def expect_unchanged(self) -> None:
        """Raises InputError if the file is another by now."""
        _expect_same(self.status, look_at(self.path), self.path)


def look_at(path: Path) -> os.stat_result:
    """What the system knows of a file. Raises InputError, for what is no file too."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise _input_error(path, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise InputError(f"{path} is a folder where a file is needed.")
    if not stat.S_ISREG(status.st_mode):  # to open a pipe could wait for ever
        raise InputError(f"{path} is no file but a device, a pipe or the like.")
    return status


def read_source(path: Path) -> Source:
    """The whole file. Raises InputError, also for a file that changed while it was read."""
    status = look_at(path)
    if status.st_size > MAX_FILE_BYTES:
        raise InputError(f"{path} has {status.st_size} bytes; files of up to {MAX_SOURCE_BYTES} bytes can be taken.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _input_error(path, error) from error
    after = look_at(path)
    _expect_same(status, after, path)
    if len(data) != after.st_size:
        raise InputError(f"{path} changed while it was read.")
    return Source(path, data, after)


def remove_source(source: Source, how: SourceAfter) -> str:
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
        return f"The source could not be removed ({error.strerror or error})."
    return ""


def _expect_same(before: os.stat_result, after: os.stat_result, path: Path) -> None:
    if _identity(before) != _identity(after):
        raise InputError(f"{path} changed while it was read.")


def _identity(status: os.stat_result) -> tuple[int, ...]:
    return status.st_size, status.st_mtime_ns, status.st_dev, status.st_ino


def _input_error(path: Path, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(f"There is no file {path}.")
    if isinstance(error, IsADirectoryError):
        return InputError(f"{path} is a folder where a file is needed.")
    if isinstance(error, PermissionError):
        return InputError(f"You may not read {path}.")
    if isinstance(error, OSError):
        return InputError(
            f"{path} cannot be read ({error.strerror or errno.errorcode.get(error.errno or 0, 'unknown')})."
        )
    return InputError(f"{str(path)!r} cannot be the name of a file.")
