"""Whole .bsw files: sections with lengths and checksums. FORMAT.md, sections 2 and 3."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from bitswap_app.container.fields import Cursor, varint
from bitswap_app.container.header import Header
from bitswap_app.container.packing import pack, unpack
from bitswap_app.errors import CorruptFile, FormatError, UnsupportedVersion

MAGIC = b"\xb5BSW"
VERSION = 1
MAX_HEADER_BYTES = 1024
MAX_SURROUNDINGS_BYTES = 1 << 26  # metadata; a file with more is stored byte for byte
MAX_THUMBNAIL_BYTES = 1 << 16

_HEADER, _SURROUNDINGS, _PAYLOAD, _THUMBNAIL = 1, 2, 3, 0x80
_FIRST_SKIPPABLE = 0x80
_CHECKSUM_BYTES = 4


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
    sections.append((_PAYLOAD, contents.payload))

    out = bytearray(MAGIC + bytes([VERSION]))
    checksum = zlib.crc32(out)
    for kind, body in sections:
        lead = bytes([kind]) + varint(len(body))
        checksum = zlib.crc32(body, zlib.crc32(lead, checksum))
        out += lead
        out += body
        out += checksum.to_bytes(_CHECKSUM_BYTES, "little")
    return bytes(out)


def read(data: bytes) -> Contents:
    """Raises FormatError (not a .bsw file), UnsupportedVersion or CorruptFile. Checks everything but the payload."""
    sections: dict[int, memoryview] = {}
    for kind, body in _sections(data):
        if kind in sections:
            raise CorruptFile("A section of type {kind} occurs twice.", kind=kind)
        if (kind == _HEADER) != (not sections):
            raise CorruptFile("The file's first section is not its header.")
        if kind > _PAYLOAD and kind < _FIRST_SKIPPABLE:
            raise UnsupportedVersion(
                "The file has a section of type {kind}, which this version does not know. A newer version may read it.",
                kind=kind,
            )
        sections[kind] = body
    if _PAYLOAD not in sections:
        raise CorruptFile("The file ends before its payload.")
    return _contents(sections)


def _sections(data: bytes) -> Iterator[tuple[int, memoryview]]:
    """Type and body of each section, its checksum checked, up to the payload, which must end the file."""
    cursor = Cursor(data, "the file")
    if data[: len(MAGIC)] != MAGIC:
        raise FormatError("The file is empty." if not data else "This is not a Bit-Swap file.")
    cursor.take(len(MAGIC))
    if (version := cursor.byte()) != VERSION:
        raise UnsupportedVersion(
            "The file has format version {version}; this program reads version {known}.", version=version, known=VERSION
        )
    checksum = zlib.crc32(data[: cursor.position])
    kind = None
    while kind != _PAYLOAD and cursor.left:
        begin = cursor.position
        kind = cursor.byte()
        length = cursor.varint()
        if kind == _HEADER and length > MAX_HEADER_BYTES:
            raise CorruptFile(
                "The header has {length} bytes; {limit} are the limit.", length=length, limit=MAX_HEADER_BYTES
            )
        body = cursor.take(length)
        checksum = zlib.crc32(memoryview(data)[begin : cursor.position], checksum)
        if int.from_bytes(cursor.take(_CHECKSUM_BYTES), "little") != checksum:
            raise CorruptFile(
                "The file is damaged: the checksum at byte {position} is not that of its data.",
                position=cursor.position,
            )
        yield kind, body
    cursor.expect_end()


def _contents(sections: dict[int, memoryview]) -> Contents:
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
    return Contents(header=header, payload=bytes(sections[_PAYLOAD]), before=before, after=after, thumbnail=thumbnail)
