"""Output that is whole or absent, and never in the place of something else unasked."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Self

from bitswap_app.errors import OutputError, Sentence

_WRITE_FAULTS = {
    errno.ENOSPC: Sentence("there is no space left"),
    errno.EDQUOT: Sentence("there is no space left for you"),
    errno.EFBIG: Sentence("it would be larger than a file may be there"),
    errno.EACCES: Sentence("you may not write there"),
    errno.EPERM: Sentence("you may not write there"),
    errno.EROFS: Sentence("nothing can be written there"),
    errno.ENAMETOOLONG: Sentence("its name is too long"),
    errno.ENOENT: Sentence("its folder is gone"),
    errno.ENOTDIR: Sentence("a part of its path is no folder"),
    errno.EEXIST: Sentence("a part of its path is no folder"),
}
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES})
_PART = re.compile(r"\..*\.[0-9a-f]{8}\.bsw-part")
_ABANDONED_AFTER_S = 60.0
_KEPT_LETTERS = 60  # of the result's name in its part's, which must not be too long where the result's is not


class Part:
    """A file being written, beside the place that it is for: a rename is atomic only within one file system.

    Used in a with block, which removes it in the end, whatever happened. While it is open its writer holds a lock on
    it, so that another run can tell it from one whose writer died. Methods raise OSError; what the pieces of data raise
    passes through.
    """

    def __init__(self, beside: Path, data: bytes | Iterable[bytes]) -> None:
        self.path = beside.with_name(f".{beside.name[:_KEPT_LETTERS]}.{secrets.token_hex(4)}.bsw-part")
        # Only its owner may read it until it has its source's permissions.
        self._descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _lock(self._descriptor)
            with os.fdopen(os.dup(self._descriptor), "wb") as stream:
                for piece in (data,) if isinstance(data, bytes) else data:
                    stream.write(piece)
        except BaseException:
            self._remove()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._remove()

    def dress(self, like: os.stat_result) -> tuple[str, ...]:
        """Gives it another file's times and permissions. Returns a sentence for each that could not be kept."""
        warnings = []
        if os.name == "posix":
            try:
                os.fchmod(self._descriptor, like.st_mode & 0o777)
            except OSError as error:
                warnings.append(Sentence("The permissions could not be kept ({why}).", why=error.strerror))
        try:
            os.utime(self.path, ns=(like.st_atime_ns, like.st_mtime_ns))
        except OSError as error:
            warnings.append(Sentence("The time of the last change could not be kept ({why}).", why=error.strerror))
        return tuple(warnings)

    def sync(self) -> None:
        """Waits until it is on the disk."""
        os.fsync(self._descriptor)

    def put(self, target: Path, *, replacing: bool) -> None:
        """Moves it to its place. Raises FileExistsError if something is there that is not to be replaced."""
        if os.name == "nt":  # where an open file cannot be renamed, and a rename never replaces
            os.close(self._descriptor)
            self._descriptor = -1
        if replacing:
            self.path.replace(target)
        elif os.name == "nt":
            self.path.rename(target)
        else:
            _link(self.path, target)
        _sync_folder(target.parent)

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


@contextmanager
def faults_of(target: Path) -> Iterator[None]:
    """Turns the faults of writing target into OutputError."""
    try:
        yield
    except OSError as error:
        why = _WRITE_FAULTS.get(error.errno or 0, error.strerror or str(error))
        raise OutputError("{path} cannot be written: {why}.", path=target, why=why) from error


def remove_abandoned_parts(folder: Path) -> None:
    """Removes what killed runs left: parts of more than a minute ago whose writer holds no lock. Raises nothing."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if (
                is_part_name(entry.name)
                and time.time() - entry.stat(follow_symlinks=False).st_ctime > _ABANDONED_AFTER_S
            ):
                _remove_if_abandoned(Path(entry.path))


def is_part_name(name: str) -> bool:
    """Whether a file is one that a run is writing, or was when it died."""
    return _PART.fullmatch(name) is not None


def read_back(path: Path) -> bytes:
    """The file's bytes as the disk has them."""
    with open_from_disk(path) as stream:
        return stream.read()


def open_from_disk(path: Path) -> BinaryIO:
    """For reading what the disk has, where the system can be asked to forget what it remembers."""
    stream = path.open("rb")
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return stream


def _link(part: Path, target: Path) -> None:
    """A rename that never replaces. Where a file system has no links, a look and a rename come close to it."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "File exists", str(target)) from None
        part.rename(target)


def _lock(descriptor: int) -> bool:
    """Whether a lock was had. Windows needs none: it removes no open file."""
    if os.name == "posix":
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True


def _remove_if_abandoned(part: Path) -> None:
    with contextlib.suppress(OSError), part.open("r+b") as stream:
        if _lock(stream.fileno()):
            part.unlink()


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself survive a power cut, where the system can."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
