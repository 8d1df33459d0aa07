"""Files that are stored and of which memory holds a piece at a time, so that they may be of any size."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol, Self

from bitswap_app.container.header import DIGEST_BYTES, Coding, Header, plain_name
from bitswap_app.container.storing import (
    MOST_TIMES,
    PIECE_BYTES,
    Packed,
    Progress,
    Readable,
    expect_sound_payload,
    pack_file,
    read_stored,
    write_stored,
)
from bitswap_app.container.stream import Lead, read, read_lead
from bitswap_app.errors import BitswapError, Cancelled, InputError, Sentence, VerifyFailed
from bitswap_app.imaging import io
from bitswap_app.service.background import Report, run_reporting
from bitswap_app.service.cancel import Control
from bitswap_app.service.codings import LARGE_BYTES, expect_within
from bitswap_app.service.events import Stage, UnitsDone
from bitswap_app.service.outputs import Taken
from bitswap_app.service.sources import MAX_FILE_BYTES, Found, faults_of_reading, read_source
from bitswap_app.service.writing import open_from_disk

_HEAD_BYTES = 4096  # tell what kind a file is
_NEVER_REFUSED_BYTES = 1 << 31  # unpacked by default, however small the .bsw file is: eight times the pixels' limit


class Write(Protocol):
    """Outputs.write with all but these arguments given."""

    def __call__(
        self, data: bytes | Iterable[bytes], source: Found, *, check: Callable[[Path], None] = ...
    ) -> tuple[Path | Taken, tuple[str, ...]]: ...


def why_stored(source: Found) -> Sentence | None:
    """Why a large file is stored without a look at its pixels; None for one that may be coded in another way."""
    if source.status.st_size <= LARGE_BYTES:
        return None
    if source.status.st_size > MAX_FILE_BYTES:
        return Sentence("The file is too large to be worked on in memory.")
    with faults_of_reading(source.path), source.path.open("rb") as stream:
        if io.may_be_coded(stream.read(_HEAD_BYTES)):
            return None
    return Sentence("The file is no image, or of a kind that this version does not know.")


def store(
    source: Found, folder: Path, write: Write, control: Control, *, verify: bool, is_to_go: bool
) -> Generator[UnitsDone, None, tuple[Path | Taken, tuple[str, ...], int]]:
    """Makes the .bsw file of a large file.

    folder    on the file system that the result goes to: what is packed waits there, without a name
    write     writes the pieces of the result, looks at them by its argument check, and says where they are
    verify    decode the written file and compare it with the source
    is_to_go  do that once more with what the disk gives back, because the source will be removed
    Returns what write does, and the result's size. Raises InputError, OSError, OutputError, VerifyFailed or Cancelled.
    """
    look: Progress = lambda _: control.check(source.path)  # noqa: E731
    check: Callable[[Path], None] = lambda coded: _expect_in(coded, stream, look)  # noqa: E731
    with _Reading(source.path) as stream, tempfile.TemporaryFile(dir=folder) as spool:
        packed = yield from run_reporting(lambda report: _packed(source, stream, spool, report), source.path, control)
        coded_bytes = 0

        def pieces() -> Iterator[bytes]:
            nonlocal coded_bytes
            for piece in write_stored(plain_name(source.path.name), packed, stream):
                look(len(piece))
                coded_bytes += len(piece)
                yield piece

        written, warnings = write(pieces(), source, check=check if verify else lambda _: None)
        if is_to_go and isinstance(written, Path):
            try:
                check(written)
            except OSError as error:
                raise VerifyFailed(
                    "{path} could not be read back, so the source stays ({why}).", path=written, why=error.strerror
                ) from error
        return written, warnings, coded_bytes


class _Reading:
    """An open file whose faults are InputErrors: those of writing are another's."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> Self:
        with faults_of_reading(self._path):
            self._stream = self._path.open("rb")
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def read(self, count: int, /) -> bytes:
        with faults_of_reading(self._path):
            return self._stream.read(count)

    def seek(self, position: int, /) -> int:
        return self._stream.seek(position)


def _packed(source: Found, stream: Readable, spool: BinaryIO, report: Report) -> Packed:
    size = source.status.st_size
    return pack_file(stream, size, spool, progress_of(report, "coding", 2 * size), _NEVER_REFUSED_BYTES)


def _expect_in(coded: Path, source: Readable, progress: Progress) -> None:
    """Raises VerifyFailed unless the .bsw file at this path gives the source back."""
    source.seek(0)
    try:
        with open_from_disk(coded) as stream:
            for piece in read_stored(stream, read_lead(stream, os.fstat(stream.fileno()).st_size), progress):
                if source.read(len(piece)) != piece:
                    raise VerifyFailed("Decoding the result did not give the source back. It was discarded.")
    except (Cancelled, VerifyFailed, InputError):
        raise
    except BitswapError as error:
        raise VerifyFailed("The result could not be decoded, and was discarded: {error}", error=error) from error


def find(path: Path, status: os.stat_result) -> Lead | None:
    """What stands before the payload of a .bsw file that is to be unpacked a piece at a time; else None.

    Raises InputError, FormatError, UnsupportedVersion or CorruptFile.
    """
    with faults_of_reading(path), path.open("rb") as stream:
        lead = read_lead(stream, status.st_size)
    header = lead.header
    is_large = max(status.st_size, header.source_bytes) > LARGE_BYTES
    return lead if header.coding is Coding.STORED and is_large else None


def unpacked(path: Path, lead: Lead, max_pixels: int, progress: Progress) -> Iterator[bytes]:
    """The file that comes back. Raises ImageError for one too large, CorruptFile, InputError."""
    expect_within(max_pixels, lead.header, MOST_TIMES * lead.length)
    with faults_of_reading(path), path.open("rb") as stream:
        yield from read_stored(stream, lead, progress)


def test(path: Path, lead: Lead, max_pixels: int, report: Report) -> None:
    """Unpacks to nowhere. Raises as unpacked."""
    progress = progress_of(report, "decoding", lead.length + lead.header.source_bytes)
    for _ in unpacked(path, lead, max_pixels, progress):
        pass


def expect_sound(path: Path, lead: Lead) -> None:
    """Raises CorruptFile if the payload's checksum is wrong; InputError."""
    with faults_of_reading(path), path.open("rb") as stream:
        expect_sound_payload(stream, lead, lambda _: None)


def sound_header(path: Path, status: os.stat_result) -> Header:
    """The header of a whole .bsw file, all of whose checksums are right. Raises as find."""
    lead = find(path, status)
    if lead is None:
        return read(read_source(path).data).header
    expect_sound(path, lead)
    return lead.header


def digest_of_file(path: Path) -> bytes:
    """As digest_of. Raises InputError."""
    digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
    with faults_of_reading(path), path.open("rb") as stream:
        while piece := stream.read(PIECE_BYTES):
            digest.update(piece)
    return digest.digest()


def progress_of(report: Report, stage: Stage, total: int) -> Progress:
    """Reports the sum of what it is told."""
    done = 0

    def progress(count: int) -> None:
        nonlocal done
        done = min(done + count, total)
        report(stage, done, total)

    return progress
