"""PNG files: chunks that hold no pixels are kept as they are, pixels are coded anew. W3C PNG 3 (2025), 5, 7, 8, 11."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bitswap_app.errors import ImageError, Sentence
from bitswap_app.imaging.raster import Kept, Pixels, Raster, compact, pack_samples

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PALETTE = 3
_CHANNELS = {0: 1, 2: 3, PALETTE: 1, 4: 2, 6: 4}  # by colour type
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), PALETTE: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_KIND, _KIND_INTERLACED = 0x80, 0x40
# (first row, first column, row step, column step) of Adam7's passes
_PASSES = ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1))
_LEAD = struct.Struct(">I4s")
_IHDR = struct.Struct(">IIBBBBB")
_FAULTS = (RuntimeError, ValueError, MemoryError, zlib.error)  # imagecodecs' PngError is a RuntimeError


@dataclass(frozen=True, slots=True)
class Form:
    """How a PNG holds its samples; each form is a File_Kind of its own (FORMAT.md, 3.3)."""

    depth: int
    colour_type: int
    is_interlaced: bool = False

    def __post_init__(self) -> None:
        if self.depth not in _DEPTHS.get(self.colour_type, ()):
            raise ValueError(f"PNG has no colour type {self.colour_type} of {self.depth} bits")

    @property
    def channels(self) -> int:
        return _CHANNELS[self.colour_type]

    @property
    def kind(self) -> int:
        return _KIND | _KIND_INTERLACED * self.is_interlaced | (self.depth.bit_length() - 1) << 3 | self.colour_type

    @classmethod
    def of_kind(cls, kind: int) -> Form | None:
        """The form of a File_Kind, or None where it is none of PNG's."""
        try:
            form = cls(1 << (kind >> 3 & 7), kind & 7, bool(kind & _KIND_INTERLACED))
        except ValueError:
            return None
        return form if form.kind == kind else None

    @classmethod
    def natural(cls, pixels: Pixels) -> Form:
        """The form of a plain file of these pixels."""
        return cls(pixels.dtype.itemsize * 8, {1: 0, 2: 4, 3: 2, 4: 6}[pixels.shape[2]])


@dataclass(frozen=True, slots=True)
class Chunks:
    """A PNG taken apart: before, image_data and after hold whole chunks with length, type and CRC."""

    width: int
    height: int
    form: Form
    before: bytes
    image_data: bytes
    after: bytes


def is_png(data: bytes) -> bool:
    """Whether the file says that it is one."""
    return data.startswith(SIGNATURE)


def take_apart(data: bytes) -> Chunks | Kept:
    """Raises ImageError for a damaged file; Kept for what cannot be built again."""
    chunks = chunks_of(data)
    kinds = [kind for kind, _, _ in chunks]
    if kinds[0] != b"IHDR" or b"IDAT" not in kinds:
        raise ImageError("The PNG file is damaged: it has no image header or no image data.")
    header = data[chunks[0][1] : chunks[0][2]]
    if len(header) != 12 + _IHDR.size:
        raise ImageError("The PNG file is damaged: its image header has the wrong size.")
    width, height, depth, colour_type, compression, filters, interlace = _IHDR.unpack(header[8:-4])
    if not width or not height:
        raise ImageError(
            "The PNG file is damaged: it says that it has {width} x {height} pixels.", width=width, height=height
        )
    if depth not in _DEPTHS.get(colour_type, ()) or compression or filters or interlace > 1:
        return Kept(
            "PNG",
            Sentence(
                "Its form is unusual ({depth} bits, colour type {colour_type}).", depth=depth, colour_type=colour_type
            ),
        )
    if reason := _why_kept(kinds, left_over=len(data) - chunks[-1][2]):
        return Kept("PNG", reason)
    first, last = _image_data_span(kinds)
    return Chunks(
        width,
        height,
        Form(depth, colour_type, bool(interlace)),
        before=data[chunks[0][2] : chunks[first][1]],
        image_data=data[chunks[first][1] : chunks[last][2]],
        after=data[chunks[last][2] : chunks[-1][1]],
    )


def decode(parts: Chunks) -> Pixels:
    """uint8 or uint16[H, W, C], palette indices and samples under 8 bits as they are. Raises ImageError."""
    form = parts.form
    try:
        if not form.is_interlaced:
            return _decode_plain(parts.width, parts.height, form, parts.image_data)
        shape = (parts.height, parts.width, form.channels)
        pixels: Pixels = np.empty(shape, np.uint16) if form.depth == 16 else np.empty(shape, np.uint8)
        scanlines = _inflate(parts)
        for part, width, height, first, last in _passes(parts.width, parts.height, form):
            data = chunk(b"IDAT", zlib.compress(scanlines[first:last], 0))
            pixels[part] = _decode_plain(width, height, form, data)
    except _FAULTS as error:
        raise ImageError("The PNG file is damaged ({error}).", error=error) from error
    return pixels


def build(raster: Raster, form: Form, *, level: int) -> bytes:
    """A PNG with raster's pixels and the chunks of before and after; level is zlib's."""
    pixels = raster.pixels
    if form.is_interlaced:
        passes = _passes(raster.width, raster.height, form)
        scanlines = [zlib.decompress(_deflated(pixels[part], form, 0)) for part, *_ in passes]
        image_data = chunk(b"IDAT", zlib.compress(b"".join(scanlines), level))
    else:
        image_data = _image_data(pixels, form, level)
    fields = (raster.width, raster.height, form.depth, form.colour_type, 0, 0, int(form.is_interlaced))
    header = chunk(b"IHDR", _IHDR.pack(*fields))
    return b"".join([SIGNATURE, header, raster.before, image_data, raster.after, chunk(b"IEND", b"")])


def chunk(kind: bytes, body: bytes) -> bytes:
    """One whole chunk."""
    return b"".join([_LEAD.pack(len(body), kind), body, zlib.crc32(body, zlib.crc32(kind)).to_bytes(4, "big")])


def _decode_plain(width: int, height: int, form: Form, image_data: bytes) -> Pixels:
    """Not interlaced. Palettes are read as grey levels: libpng must not put colours in the place of indices."""
    import imagecodecs

    colour_type = 0 if form.colour_type == PALETTE else form.colour_type
    header = chunk(b"IHDR", _IHDR.pack(width, height, form.depth, colour_type, 0, 0, 0))
    pixels = imagecodecs.png_decode(b"".join([SIGNATURE, header, image_data, chunk(b"IEND", b"")]))
    if form.depth < 8:  # libpng makes them full levels
        pixels //= 255 // ((1 << form.depth) - 1)
    shaped: Pixels = pixels.reshape(height, width, form.channels)
    return shaped


def _image_data(pixels: Pixels, form: Form, level: int) -> bytes:
    """The IDAT chunks. Filters of samples under 8 bits work on bytes, so rows of bytes are coded as grey ones."""
    import imagecodecs

    plain: Pixels = pixels[:, :, 0] if pixels.shape[2] == 1 else pixels
    if form.depth < 8:
        plain = pack_samples(plain, form.depth)
    parts = take_apart(bytes(imagecodecs.png_encode(compact(plain), level=level)))
    if isinstance(parts, Kept):
        raise AssertionError(f"the encoder gave a PNG of another form: {parts.reason}")  # noqa: TRY004
    return parts.image_data


def _deflated(pixels: Pixels, form: Form, level: int) -> bytes:
    """The zlib stream of filtered rows."""
    chunks, position = bytearray(), 0
    data = _image_data(pixels, form, level)
    while position < len(data):
        length, _ = _LEAD.unpack_from(data, position)
        chunks += data[position + 8 : position + 8 + length]
        position += 12 + length
    return bytes(chunks)


def _inflate(parts: Chunks) -> bytes:
    """The filtered rows of all passes; never more than they can be, whatever the stream holds."""
    stream, position = bytearray(), 0
    while position < len(parts.image_data):
        length, _ = _LEAD.unpack_from(parts.image_data, position)
        stream += parts.image_data[position + 8 : position + 8 + length]
        position += 12 + length
    *_, (_, _, _, _, total) = _passes(parts.width, parts.height, parts.form)
    return zlib.decompressobj().decompress(stream, total)


def _passes(width: int, height: int, form: Form) -> Iterator[tuple[tuple[slice, slice], int, int, int, int]]:
    """Pixels, width, height and the span of filtered rows of each of Adam7's passes that has pixels."""
    begin = 0
    for top, left, row_step, column_step in _PASSES:
        columns, rows = -(-(width - left) // column_step), -(-(height - top) // row_step)
        if columns > 0 and rows > 0:
            end = begin + rows * (1 + -(-columns * form.channels * form.depth // 8))
            yield (slice(top, None, row_step), slice(left, None, column_step)), columns, rows, begin, end
            begin = end


def chunks_of(data: bytes) -> list[tuple[bytes, int, int]]:
    """Type, begin and end of each chunk up to IEND. Checks the CRC of the needed ones."""
    chunks: list[tuple[bytes, int, int]] = []
    position = len(SIGNATURE)
    while not chunks or chunks[-1][0] != b"IEND":
        if position + 12 > len(data):
            raise ImageError("The PNG file ends early, after {count} bytes.", count=len(data))
        length, kind = _LEAD.unpack_from(data, position)
        end = position + 12 + length
        if end > len(data):
            raise ImageError(
                "The PNG file ends early: {end} bytes are announced and {count} are there.", end=end, count=len(data)
            )
        is_needed = not kind[0] & 0x20
        stated = int.from_bytes(data[end - 4 : end], "big")
        if is_needed and zlib.crc32(memoryview(data)[position + 4 : end - 4]) != stated:
            raise ImageError("The PNG file is damaged: a checksum at byte {position} is wrong.", position=end - 4)
        chunks.append((kind, position, end))
        position = end
    return chunks


def _image_data_span(kinds: list[bytes]) -> tuple[int, int]:
    """Numbers of the first and the last IDAT chunk."""
    return kinds.index(b"IDAT"), len(kinds) - 1 - kinds[::-1].index(b"IDAT")


def _why_kept(kinds: list[bytes], *, left_over: int) -> str:
    if b"acTL" in kinds:
        return "It is animated."
    first, last = _image_data_span(kinds)
    if any(kind != b"IDAT" for kind in kinds[first:last]) or kinds.count(b"IHDR") > 1:
        return "Its chunks are in an unusual order."
    return "Other data follows the image." if left_over else ""
