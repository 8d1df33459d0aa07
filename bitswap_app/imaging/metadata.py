"""Picture files without what tells of their making: when, where, by whom and with what. JPEG, PNG and WebP.

Pixel data stays bit for bit, and so does what changes how pixels show: colour profiles, gamma, transparency,
resolution, animation. Of EXIF only the orientation is kept, without which the picture would lie on its side.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from bitswap_app.errors import ImageError
from bitswap_app.imaging import io, png, webp

_EXIF_LEAD = b"Exif\0\0"
_ORIENTATION, _SHORT = 0x0112, 3
_TURNED = range(2, 9)  # orientations of a picture that is not shown as it is stored
_XMP_TURNS = re.compile(rb'tiff:Orientation(?:=["\']|>)\s*[2-8]')
_MOST_TEXT = 1 << 22  # bytes that are inflated of one text
_MOST_TEXTS, _MOST_SEGMENTS = 4, 1 << 14  # that are looked into; files with more are made to keep a program busy

_COM, _SOS, _EOI, _APP0, _APP1, _APP2, _APP11 = 0xFE, 0xDA, 0xD9, 0xE0, 0xE1, 0xE2, 0xEB
_ALONE = (0x00, 0x01, *range(0xD0, 0xD9))  # markers without a length, which stand in no header
_MARKER = re.compile(rb"\xff+([^\xff])", re.DOTALL)
_NEXT_MARKER = re.compile(rb"\xff[^\0\xff\xd0-\xd7]", re.DOTALL)  # the end of entropy-coded data (T.81, B.1.1.5)
_ONLY_ZEROS = re.compile(rb"\0*")
# Application segments by which pictures show otherwise: size, colour profile, colour space and transform.
_JPEG_STAYS = ((_APP0, b"JFIF\0"), (_APP2, b"ICC_PROFILE\0"), (0xE8, b"SPIFF\0"), (0xEE, b"Adobe"))
# Those of files that hold more that shows: gain maps, residuals. Without them such a file would be damaged.
_JPEG_SHOWS_MORE = ((_APP2, b"urn:iso:std:iso:ts:21496"), (_APP11, b"HDR_RI"), (_APP11, b"JP"))
_JUMBF = 12  # where such a segment of JP has its type; "jumb" tells who made the picture
_MPF_LEAD = b"MPF\0"  # CIPA DC-007: a table of pictures behind the first one
_MPF_ENTRIES, _MPF_ENTRY_BYTES = 0xB002, 16
_MPF_PREVIEWS = (0x010001, 0x010002)  # of the first picture, and smaller

_PNG_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_PNG_LEFT_OUT = (*_PNG_TEXTS, b"tIME", b"caBX")
_RAW_EXIF = b"Raw profile type exif\0"  # as some programs write it and few read it, like the profiles
_PNG_TURNING = (_RAW_EXIF, b"XML:com.adobe.xmp\0")
_PNG_PROFILES = (b"Raw profile type icc\0", b"Raw profile type icm\0")

_WEBP_FLAGS = {b"EXIF": 0x08, b"XMP ": 0x04}  # in the header VP8X, which begins the file
_WEBP_HEADER_BYTES = 18

Role = Literal["stays", "exif", "left out"]
_Wrapped = Callable[[bytes], bytes]


class _UnusualError(Exception):
    """Nothing can be left out without a risk to the picture."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a file.

    begin, end  its place, with its own marker, length and checksum
    content     of EXIF
    """

    role: Role
    begin: int
    end: int
    content: bytes = b""


def is_known(data: bytes) -> bool:
    """Whether the file is of a kind whose metadata can be left out."""
    return any(is_one(data) for is_one, _ in _KINDS)


def without_metadata(data: bytes) -> bytes | None:
    """The same picture file without EXIF but the orientation, XMP, IPTC, comments, texts, times and previews.

    Never longer than data, and data itself where there is nothing to leave out. None for other kinds of files, damaged
    ones, those that hold more than one picture, and those that programs turn differently.
    """
    for is_one, strip in _KINDS:
        if is_one(data):
            try:
                return strip(data)
            except (ImageError, _UnusualError):
                return None
    return None


def _jpeg(data: bytes) -> bytes:
    pieces = list(_jpeg_pieces(data))
    wrapped: _Wrapped = lambda exif: struct.pack(">BBH", 0xFF, _APP1, 2 + len(exif)) + exif  # noqa: E731
    return _joined(data, pieces, wrapped, turns=_xmp_turns(data, pieces))


def _jpeg_pieces(data: bytes) -> Iterator[_Piece]:
    position, is_coded = 2, False
    previews: list[tuple[int, int]] = []
    yield _Piece("stays", 0, position)
    for marker, begin, content, end in _jpeg_segments(data):
        role = _jpeg_role(marker, data[content : content + 32])
        if is_coded and role != "stays":
            raise _UnusualError
        is_coded = is_coded or marker == _SOS
        if marker == _APP2 and data.startswith(_MPF_LEAD, content):
            previews += _previews(data, content + len(_MPF_LEAD), end)
        yield _Piece(role, begin, end, data[content:end] if role == "exif" else b"")
        position = end
    yield _Piece("left out" if previews else "stays", position, len(data))
    for begin, end in [*sorted(previews), (len(data), len(data))]:
        if begin < position or not _ONLY_ZEROS.fullmatch(data, position, begin):
            raise _UnusualError
        position = end


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Marker, begin, begin of the content, and end of each segment, EOI the last. Entropy-coded data is its scan's."""
    begin, marker = 2, 0
    for _ in range(_MOST_SEGMENTS):
        found = _MARKER.match(data, begin)
        if not found or (marker := found[1][0]) in _ALONE:
            raise _UnusualError
        content = end = found.end()
        if marker != _EOI:
            content += 2
            end += int.from_bytes(data[end:content], "big")
        if not content <= end <= len(data):
            raise _UnusualError
        if marker == _SOS:
            after = _NEXT_MARKER.search(data, end)
            end = after.start() if after else len(data)
        yield marker, begin, content, end
        if marker == _EOI:
            return
        begin = end
    raise _UnusualError


def _previews(data: bytes, begin: int, end: int) -> list[tuple[int, int]]:
    """Where a table of more pictures says that they are. Other pictures than previews show something: they stay."""
    sign, entries = _directory(data[begin:end])
    tables = [(count, value) for tag, _, count, value in entries if tag == _MPF_ENTRIES]
    if len(tables) != 1:
        raise _UnusualError
    count, ((place,)) = tables[0][0], struct.unpack(f"{sign}I", tables[0][1])
    table = data[begin + place : min(begin + place + count, end)]
    if len(table) != count or count % _MPF_ENTRY_BYTES:
        raise _UnusualError
    found = []
    for attributes, size, offset, _ in list(struct.iter_unpack(f"{sign}IIII", table))[1:]:
        if attributes & 0xFFFFFF not in _MPF_PREVIEWS or begin + offset + size > len(data):
            raise _UnusualError
        found.append((begin + offset, begin + offset + size))
    return found


def _jpeg_role(marker: int, head: bytes) -> Role:
    def is_among(segments: Iterable[tuple[int, bytes]]) -> bool:
        return any(marker == known and head.startswith(name) for known, name in segments)

    is_application = _APP0 <= marker < _APP0 + 16
    if (not is_application and marker != _COM) or is_among(_JPEG_STAYS):
        return "stays"
    if is_among(_JPEG_SHOWS_MORE) and head[_JUMBF : _JUMBF + 4] != b"jumb":
        raise _UnusualError
    return "exif" if marker == _APP1 and head.startswith(_EXIF_LEAD) else "left out"


def _png(data: bytes) -> bytes:
    chunks = png.chunks_of(data)
    if not _ONLY_ZEROS.fullmatch(data, chunks[-1][2]):
        raise _UnusualError
    pieces = [_Piece("stays", 0, len(png.SIGNATURE)), *(_png_piece(data, *chunk) for chunk in chunks)]
    pieces.append(_Piece("stays", chunks[-1][2], len(data)))
    turning = [chunk for chunk in chunks if chunk[0] in _PNG_TEXTS and data.startswith(_PNG_TURNING, chunk[1] + 8)]
    if len(turning) > _MOST_TEXTS:
        raise _UnusualError
    turns = any(_png_text_turns(kind, data[begin + 8 : end - 4]) for kind, begin, end in turning)
    return _joined(data, pieces, lambda exif: png.chunk(b"eXIf", exif), turns=turns)


def _png_piece(data: bytes, kind: bytes, begin: int, end: int) -> _Piece:
    if kind == b"eXIf":
        return _Piece("exif", begin, end, data[begin + 8 : end - 4])
    is_left_out = kind in _PNG_LEFT_OUT and not data.startswith(_PNG_PROFILES, begin + 8)
    return _Piece("left out" if is_left_out else "stays", begin, end)


def _png_text_turns(kind: bytes, content: bytes) -> bool:
    """Whether XMP, or EXIF in a text, says that the picture is turned."""
    text = _png_text(kind, content)
    if not content.startswith(_RAW_EXIF):
        return _XMP_TURNS.search(text) is not None
    try:
        exif = bytes.fromhex(b"".join(text.split(b"\n")[3:]).decode("latin-1"))
    except ValueError:
        return False
    return _orientation(exif)[0] in _TURNED


def _png_text(kind: bytes, content: bytes) -> bytes:
    """The text behind the keyword, inflated where it is compressed and as far as that is sound."""
    _, _, text = content.partition(b"\0")
    if kind == b"iTXt":
        is_compressed = text[:1] == b"\1"
        text = text[2:].split(b"\0", 2)[-1]
    else:
        is_compressed = kind == b"zTXt"
        text = text[is_compressed:]
    if not is_compressed:
        return text
    try:
        return zlib.decompressobj().decompress(text, _MOST_TEXT)
    except zlib.error:
        return b""


def _webp(data: bytes) -> bytes:
    if int.from_bytes(data[4:8], "little") + 8 != len(data):
        raise _UnusualError
    chunks = webp.chunks_of(data)
    kinds = [kind for kind, _, _ in chunks]
    if not set(_WEBP_FLAGS) & set(kinds):
        return data
    if kinds[0] != b"VP8X" or chunks[0][2] - chunks[0][1] != _WEBP_HEADER_BYTES:
        raise _UnusualError
    pieces = [_Piece("stays", 0, 12), *(_webp_piece(data, *chunk) for chunk in chunks)]
    wrapped: _Wrapped = lambda exif: struct.pack("<4sI", b"EXIF", len(exif)) + exif  # noqa: E731
    joined = _joined(data, pieces, wrapped, turns=_xmp_turns(data, pieces))
    if joined is data:
        return data
    rest = bytearray(joined)
    rest[4:8] = (len(rest) - 8).to_bytes(4, "little")
    left = {kind for kind, _, _ in webp.chunks_of(bytes(rest))}
    for kind in set(kinds) & set(_WEBP_FLAGS) - left:
        rest[20] &= ~_WEBP_FLAGS[kind] & 0xFF
    return bytes(rest)


def _webp_piece(data: bytes, kind: bytes, begin: int, end: int) -> _Piece:
    if kind == b"EXIF":
        return _Piece("exif", begin, end, data[begin + 8 : end])
    return _Piece("left out" if kind == b"XMP " else "stays", begin, end)


def _xmp_turns(data: bytes, pieces: list[_Piece]) -> bool:
    """Whether what is left out says that the picture is turned, which only some programs heed."""
    return any(_XMP_TURNS.search(data, piece.begin, piece.end) for piece in pieces if piece.role == "left out")


def _joined(data: bytes, pieces: list[_Piece], wrapped: _Wrapped, *, turns: bool) -> bytes:
    """What stays. EXIF behind the first is another's: it goes.

    wrapped  makes EXIF a piece of such a file
    turns    something but EXIF says that the picture is turned; it counts where EXIF says nothing
    """
    parts: list[bytes | memoryview] = []
    view, told = memoryview(data), None
    for piece in pieces:
        if piece.role == "stays":
            parts.append(view[piece.begin : piece.end])
        elif piece.role == "exif" and told is None:
            told, exif = _orientation(piece.content)
            if told in _TURNED:
                small = wrapped(exif)
                parts.append(small if len(small) < piece.end - piece.begin else view[piece.begin : piece.end])
    if turns and not told:
        raise _UnusualError
    return data if sum(map(len, parts)) == len(data) else b"".join(parts)


def _orientation(exif: bytes) -> tuple[int, bytes]:
    """What EXIF says of it, 0 for nothing; and EXIF that says this alone."""
    lead = _EXIF_LEAD if exif.startswith(_EXIF_LEAD) else b""
    tiff = exif[len(lead) :]
    sign, entries = _directory(tiff)
    found = {entry[1:] for entry in entries if entry[0] == _ORIENTATION}
    if not found:
        return 0, b""
    kind, count, value = found.pop()
    if found or (kind, count) != (_SHORT, 1):  # some programs take it, others do not
        raise _UnusualError
    (told,) = struct.unpack_from(f"{sign}H", value)
    entry = struct.pack(f"{sign}IHHHIHHI", 8, 1, _ORIENTATION, _SHORT, 1, told, 0, 0)
    return (told if told in _TURNED else 1), lead + tiff[:4] + entry


def _directory(tiff: bytes) -> tuple[str, list[tuple[int, int, int, bytes]]]:
    """The byte order for struct; tag, type, count, and value or its place of each entry. TIFF 6.0, section 2."""
    if tiff[:4] not in (b"II*\0", b"MM\0*"):
        return "<", []
    order: Literal["little", "big"] = "little" if tiff[:2] == b"II" else "big"
    sign = "<" if order == "little" else ">"
    begin = int.from_bytes(tiff[4:8], order)
    end = begin + 2 + 12 * int.from_bytes(tiff[begin : begin + 2], order)
    places = range(begin + 2, min(end, len(tiff) - 11), 12)
    return sign, [struct.unpack_from(f"{sign}HHI4s", tiff, place) for place in places]


_KINDS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], bytes]], ...] = (
    (io.is_jpeg, _jpeg),
    (png.is_png, _png),
    (webp.is_webp, _webp),
)
