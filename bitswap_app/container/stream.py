"""Whole .bsw files: sections with lengths and checksums. FORMAT.md, sections 2 and 3."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from bitswap_app.container.fields import Cursor, StreamCursor, varint
from bitswap_app.container.header import Header
from bitswap_app.container.packing import pack, unpack
from bitswap_app.errors import CorruptFile, FormatError, UnsupportedVersion

MAGIC = b"\xb5BSW"
VERSION = 1
MAX_HEADER_BYTES = 1024
MAX_SURROUNDINGS_BYTES = 1 << 26  # metadata; a file with more is stored byte for byte
MAX_THUMBNAIL_BYTES = 1 << 16
MAX_PART_BYTES = 1 << 27  # of a section before the payload, where the file is read a piece at a time
CHECKSUM_BYTES = 4

_HEADER, _SURROUNDINGS, _PAYLOAD, _THUMBNAIL = 1, 2, 3, 0x80
_FIRST_SKIPPABLE = 0x80


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Everything a .bsw file holds.

    payload         the coded image or file, by header.coding
    before, after   what stands around the pixels in a file of header.image.file_kind
    thumbnail       a small WebP picture of the image, or b"" where the file has none; nothing depends on it
    """

    header: Header
    payload: bytes
    before: bytes = b""
    after: bytes = b""
    thumbnail: bytes = b""


def write(contents: Contents) -> bytes:
    """The whole file."""
    sections = [(_HEADER, contents.header.to_bytes())]
    if contents.before or contents.after:
        if not contents.header.coding.keeps_pixels:
            raise ValueError(f"surroundings do not belong to the coding {contents.header.coding.label}")
        body = varint(len(contents.before)) + contents.before + contents.after
        if len(body) > MAX_SURROUNDINGS_BYTES:
            raise ValueError(f"{len(body)} bytes of surroundings; {MAX_SURROUNDINGS_BYTES} are the limit")
        sections.append((_SURROUNDINGS, pack(body)))
    if contents.thumbnail:
        if len(contents.thumbnail) > MAX_THUMBNAIL_BYTES:
            raise ValueError(f"a thumbnail of {len(contents.thumbnail)} bytes; {MAX_THUMBNAIL_BYTES} are the limit")
        sections.append((_THUMBNAIL, contents.thumbnail))
    out = bytearray(MAGIC + bytes([VERSION]))
    checksum = zlib.crc32(out)
    for kind, body in sections:
        checksum = _append(out, kind, body, checksum)
    _append(out, _PAYLOAD, contents.payload, checksum)
    return bytes(out)


def write_pieces(header: Header, payload_bytes: int, payload: Iterable[bytes]) -> Iterator[bytes]:
    """The whole file a piece at a time: a header and a payload, whose pieces have payload_bytes in all."""
    out = bytearray(MAGIC + bytes([VERSION]))
    checksum = _append(out, _HEADER, header.to_bytes(), zlib.crc32(out))
    lead = bytes([_PAYLOAD]) + varint(payload_bytes)
    checksum = zlib.crc32(lead, checksum)
    yield bytes(out + lead)
    for piece in payload:
        checksum = zlib.crc32(piece, checksum)
        yield piece
    yield checksum.to_bytes(CHECKSUM_BYTES, "little")


def _append(out: bytearray, kind: int, body: bytes, checksum: int) -> int:
    """Adds a section. checksum is that of the sections before it; returns the new one."""
    lead = bytes([kind]) + varint(len(body))
    checksum = zlib.crc32(body, zlib.crc32(lead, checksum))
    out += lead
    out += body
    out += checksum.to_bytes(CHECKSUM_BYTES, "little")
    return checksum


def read(data: bytes) -> Contents:
    """Raises FormatError (not a .bsw file), UnsupportedVersion or CorruptFile. Checks everything but the payload."""
    cursor = Cursor(data, "the file")
    sections, length, checksum = _before_payload(cursor)
    payload, _ = _body(cursor, length, checksum)
    cursor.expect_end()
    header, before, after, thumbnail = _checked(sections)
    return Contents(header=header, payload=bytes(payload), before=before, after=after, thumbnail=thumbnail)


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a payload, checked; and where the payload lies, which is not.

    checksum  CRC-32 of everything up to there that checksums cover
    """

    header: Header
    thumbnail: bytes
    begin: int
    length: int
    checksum: int


def read_lead(stream: BinaryIO, size: int) -> Lead:
    """Of an open file of `size` bytes. Raises as read, but for the payload's checksum, which remains to be checked."""
    cursor = StreamCursor(stream, size, "the file", MAX_PART_BYTES)
    sections, length, checksum = _before_payload(cursor)
    begin = cursor.position
    if begin + length + CHECKSUM_BYTES > size:
        raise CorruptFile("The file ends within its payload.")
    if begin + length + CHECKSUM_BYTES < size:
        raise CorruptFile(
            "{left} bytes follow the end of {place}.", left=size - begin - length - CHECKSUM_BYTES, place="the file"
        )
    header, _, _, thumbnail = _checked(sections)
    return Lead(header, thumbnail, begin, length, checksum)


def expect_checksum(stored: bytes | memoryview, checksum: int, position: int) -> None:
    """Raises CorruptFile unless the bytes that end at position are this checksum's."""
    if int.from_bytes(stored, "little") != checksum:
        raise CorruptFile(
            "The file is damaged: the checksum at byte {position} is not that of its data.", position=position
        )


def _before_payload(cursor: Cursor) -> tuple[dict[int, memoryview], int, int]:
    """Bodies by type of the sections before Payload, checked; Payload's length, and the checksum with its lead."""
    magic = cursor.take(min(len(MAGIC), cursor.left))
    if magic != MAGIC:
        raise FormatError("This is not a Bit-Swap file." if len(magic) else "The file is empty.")
    if (version := cursor.byte()) != VERSION:
        raise UnsupportedVersion(
            "The file has format version {version}; this program reads version {known}.", version=version, known=VERSION
        )
    checksum = zlib.crc32(MAGIC + bytes([VERSION]))
    sections: dict[int, memoryview] = {}
    while cursor.left:
        kind = cursor.byte()
        length = cursor.varint()
        if kind == _HEADER and length > MAX_HEADER_BYTES:
            raise CorruptFile(
                "The header has {length} bytes; {limit} are the limit.", length=length, limit=MAX_HEADER_BYTES
            )
        checksum = zlib.crc32(bytes([kind]) + varint(length), checksum)
        if (kind == _HEADER) != (not sections):
            raise CorruptFile("The file's first section is not its header.")
        if kind == _PAYLOAD:
            return sections, length, checksum
        body, checksum = _body(cursor, length, checksum)
        if kind in sections:
            raise CorruptFile("A section of type {kind} occurs twice.", kind=kind)
        if kind > _PAYLOAD and kind < _FIRST_SKIPPABLE:
            raise UnsupportedVersion(
                "The file has a section of type {kind}, which this version does not know. A newer version may read it.",
                kind=kind,
            )
        sections[kind] = body
    raise CorruptFile("The file ends before its payload.")


def _body(cursor: Cursor, length: int, checksum: int) -> tuple[memoryview, int]:
    """A section's body, checked, and the checksum with it."""
    body = cursor.take(length)
    checksum = zlib.crc32(body, checksum)
    expect_checksum(cursor.take(CHECKSUM_BYTES), checksum, cursor.position)
    return body, checksum


def _checked(sections: dict[int, memoryview]) -> tuple[Header, bytes, bytes, bytes]:
    """Header, what stands before and after the pixels, and the thumbnail."""
    header = Header.from_bytes(sections[_HEADER])
    before = after = b""
    if _SURROUNDINGS in sections:
        if not header.coding.keeps_pixels:
            raise CorruptFile("Surroundings do not belong to the coding {coding}.", coding=header.coding.label)
        cursor = Cursor(unpack(sections[_SURROUNDINGS], MAX_SURROUNDINGS_BYTES), "the surroundings")
        before, after = bytes(cursor.take(cursor.varint())), bytes(cursor.rest())
    thumbnail = bytes(sections.get(_THUMBNAIL, b""))
    if len(thumbnail) > MAX_THUMBNAIL_BYTES:
        raise CorruptFile(
            "The thumbnail has {count} bytes; {limit} are the limit.", count=len(thumbnail), limit=MAX_THUMBNAIL_BYTES
        )
    return header, before, after, thumbnail
