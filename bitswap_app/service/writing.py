"""Output that is whole or absent, and never in the place of something else unasked."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from bitswap_app.errors import OutputError

_WRITE_FAULTS = {
    errno.ENOSPC: "there is no space left",
    errno.EDQUOT: "there is no space left for you",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "nothing can be written there",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOTDIR: "a part of its path is no folder",
    errno.EEXIST: "a part of its path is no folder",
}


@contextmanager
def whole_or_absent(target: Path) -> Iterator[BinaryIO]:
    """A binary file that appears at target only if the block ends well. Raises OutputError.

    It is written beside target, because os.replace is atomic only within one file system.
    """
    part = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as stream:  # not mkstemp, whose files only their owner may read
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except BaseException as error:  # Ctrl-C and cancelling too must leave no .part behind
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            why = _WRITE_FAULTS.get(error.errno or 0, error.strerror or str(error))
            raise OutputError(f"{target} cannot be written: {why}.") from error
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself survive a power cut, where the system can."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def write_whole(output: Path, data: bytes, source: Path, *, overwrite: bool) -> None:
    """Writes one file, or raises OutputError and leaves everything as it was."""
    check_target(output, source, overwrite=overwrite)  # again: it may have appeared during the work
    with whole_or_absent(output) as stream:
        stream.write(data)


def check_target(output: Path, source: Path, *, overwrite: bool) -> None:
    """Raises OutputError if output would replace its source, a folder, or without overwrite anything."""
    try:
        exists = os.path.lexists(output)
        is_source = exists and output.exists() and output.samefile(source)
        is_folder = output.is_dir()
    except OSError:
        return  # writing will say what is wrong
    if is_folder:
        raise OutputError(f"{output} is a folder, so no file of that name can be written.")
    if is_source:
        raise OutputError(f"{output} is the source itself; choose another folder with -o.")
    if exists and not overwrite:
        raise OutputError(f"{output} exists already. --overwrite replaces it.")
