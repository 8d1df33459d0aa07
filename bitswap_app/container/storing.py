"""Files that are stored byte for byte a piece at a time, however large they are. FORMAT.md, 3.4 and the coding `00`."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

import zstandard

from bitswap_app.container.header import DIGEST_BYTES, Coding, Header
from bitswap_app.container.packing import QUICK, RAW, ZSTANDARD, content_size
from bitswap_app.container.stream import CHECKSUM_BYTES, Lead, expect_checksum, write_pieces
from bitswap_app.errors import CorruptFile, InputError

PIECE_BYTES = 1 << 20
MOST_TIMES = 1000  # that the coded size is unpacked to, in files of more than a reader's limit in bytes

_WORTH_PACKING = 0.98  # of the source, by a quick look
# Zstandard's blocks take 4 bytes and more and give 128 kB at most, so that so many bytes give 8 MB at once.
_FED_BYTES = 256
_FRAME_HEADER_BYTES = 18

Progress = Callable[[int], None]
"""Told how many bytes were read since it was told last. What it raises passes through."""


class Readable(Protocol):
    """What is needed of a source that is open."""

    def read(self, count: int, /) -> bytes: ...
    def seek(self, position: int, /) -> int: ...


@dataclass(frozen=True, slots=True)
class Packed:
    """A source that was read once: frame holds it as a Zstandard frame, or is None where it is to be stored raw."""

    source_bytes: int
    digest: bytes
    frame: BinaryIO | None
    frame_bytes: int = 0

    @property
    def payload_bytes(self) -> int:
        return 1 + (self.source_bytes if self.frame is None else self.frame_bytes)


def pack_file(source: Readable, size: int, spool: BinaryIO, progress: Progress, raw_from: int) -> Packed:
    """Reads a source of `size` bytes once, and once more into spool where it can be packed.

    raw_from  sources of more bytes are not packed to less than a part in MOST_TIMES, which no reader would unpack
    Raises InputError if it has other bytes than `size`.
    """
    digest, quick, quick_bytes = hashlib.blake2b(digest_size=DIGEST_BYTES), _packer(1, size), 0
    for piece in _pieces_of(source, size, progress):
        digest.update(piece)
        quick_bytes += len(quick.compress(piece))
    raw = Packed(size, digest.digest(), None)
    if quick_bytes > size * _WORTH_PACKING:
        return raw
    packer, count = _packer(QUICK, size), 0
    source.seek(0)
    for piece in _pieces_of(source, size, progress):
        count += spool.write(packer.compress(piece))
    count += spool.write(packer.flush())
    if count >= size or (size > raw_from and size > MOST_TIMES * count):
        return raw
    return Packed(size, digest.digest(), spool, count)


def write_stored(name: str, packed: Packed, source: Readable) -> Iterator[bytes]:
    """The .bsw file of what was packed, in pieces. Raises InputError if the source has another size by now."""
    header = Header(coding=Coding.STORED, name=name, source_bytes=packed.source_bytes, digest=packed.digest)

    def payload() -> Iterator[bytes]:
        yield bytes([RAW if packed.frame is None else ZSTANDARD])
        body: Readable = source if packed.frame is None else packed.frame
        body.seek(0)
        yield from _pieces_of(body, packed.payload_bytes - 1, lambda _: None)

    return write_pieces(header, packed.payload_bytes, payload())


def read_stored(stream: BinaryIO, lead: Lead, progress: Progress) -> Iterator[bytes]:
    """The source in pieces of at most 8 MB. Raises CorruptFile: for a wrong checksum before the first piece, for a
    wrong digest after the last.
    """
    expect_sound_payload(stream, lead, progress)
    digest, count = hashlib.blake2b(digest_size=DIGEST_BYTES), 0
    for piece in _unpacked(stream, lead):
        count += len(piece)
        if count > lead.header.source_bytes:
            break
        digest.update(piece)
        progress(len(piece))
        yield piece
    if count != lead.header.source_bytes or digest.digest() != lead.header.digest:
        raise CorruptFile("The decoded file is not the one that was compressed: its size or digest is another.")


def expect_sound_payload(stream: BinaryIO, lead: Lead, progress: Progress) -> None:
    """Raises CorruptFile if the payload's checksum is not that of its bytes."""
    stream.seek(lead.begin)
    checksum = lead.checksum
    for piece in _payload_pieces(stream, lead.length, PIECE_BYTES):
        checksum = zlib.crc32(piece, checksum)
        progress(len(piece))
    expect_checksum(stream.read(CHECKSUM_BYTES), checksum, lead.begin + lead.length + CHECKSUM_BYTES)


def _unpacked(stream: BinaryIO, lead: Lead) -> Iterator[bytes]:
    stream.seek(lead.begin)
    kind = stream.read(1)
    left = lead.length - 1
    if kind == bytes([RAW]):
        yield from _payload_pieces(stream, left, PIECE_BYTES)
        return
    if kind != bytes([ZSTANDARD]):
        raise CorruptFile("A part of the file is packed in way {kind}; 0 and 1 are known.", kind=kind[0] if kind else 0)
    size = content_size(stream.read(min(left, _FRAME_HEADER_BYTES)))
    if size != lead.header.source_bytes:
        raise CorruptFile(
            "A packed part of the file holds {size} bytes; at most {limit} can be right there.",
            size=size,
            limit=lead.header.source_bytes,
        )
    stream.seek(lead.begin + 1)
    unpacker = zstandard.ZstdDecompressor().decompressobj()
    try:
        for piece in _payload_pieces(stream, left, _FED_BYTES):
            if unpacker.eof:
                raise CorruptFile("A packed part of the file does not end where it should.")
            yield unpacker.decompress(piece)
    except zstandard.ZstdError as error:
        raise CorruptFile("A packed part of the file cannot be unpacked ({error}).", error=error) from error
    if not unpacker.eof or unpacker.unused_data:
        raise CorruptFile("A packed part of the file does not end where it should.")


def _pieces_of(source: Readable, size: int, progress: Progress) -> Iterator[bytes]:
    """Exactly `size` bytes, up to the end of the file."""
    left = size
    while piece := source.read(PIECE_BYTES):
        left -= len(piece)
        if left < 0:
            break
        progress(len(piece))
        yield piece
    if left:
        raise InputError("The file changed while it was read.")


def _payload_pieces(stream: BinaryIO, length: int, most: int) -> Iterator[bytes]:
    """Exactly `length` bytes, whatever follows."""
    while length:
        piece = stream.read(min(length, most))
        if not piece:
            raise CorruptFile("The file ends within its payload.")
        length -= len(piece)
        yield piece


def _packer(level: int, size: int) -> zstandard.ZstdCompressionObj:
    return zstandard.ZstdCompressor(level=level, write_content_size=True).compressobj(size=size)
