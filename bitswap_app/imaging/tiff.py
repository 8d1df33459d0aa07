"""TIFF files whose pixels are packed in strips: everything but the strips is kept as it is. TIFF 6.0 (Adobe 1992)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bitswap_app.errors import ImageError
from bitswap_app.imaging.raster import Kept, Pixels, Raster, pack_samples, unpack_samples

KIND = 0x30
_MAGICS = {b"II*\0": "<", b"MM\0*": ">"}
_NONE, _LZW, _DEFLATE, _OLD_DEFLATE, _PACKBITS = 1, 5, 8, 32946, 32773
_PACKINGS = (_NONE, _LZW, _DEFLATE, _OLD_DEFLATE, _PACKBITS)
_DIFFERENCES = 2  # a predictor: samples less their left neighbours
_HOLE = struct.Struct("<II")
_SIZES = {1: "B", 3: "H", 4: "I"}  # the field types that are numbers
(
    _WIDTH, _HEIGHT, _BITS, _COMPRESSION, _FILL_ORDER, _OFFSETS, _SAMPLES, _ROWS, _COUNTS, _PLANES, _PREDICTOR, _TILES,
    _SUBFILES, _FORMAT, _LAYERS,
) = 256, 257, 258, 259, 266, 273, 277, 278, 279, 284, 317, 322, 330, 339, 37724  # fmt: skip
_DEFAULTS = {_BITS: 1, _COMPRESSION: _NONE, _FILL_ORDER: 1, _SAMPLES: 1, _PLANES: 1, _PREDICTOR: 1, _FORMAT: 1}
_MOST_FIELDS = 4096
_ROOM = 1 << 16  # bytes that all strips may take beside twice their pixels
_FAULTS = (RuntimeError, ValueError, MemoryError, zlib.error)  # imagecodecs' errors are RuntimeErrors


@dataclass(frozen=True, slots=True)
class Field:
    """Where the numbers of a tag stand."""

    at: int
    form: str
    count: int


@dataclass(frozen=True, slots=True)
class Strips:
    """A file's image, as its directory describes it.

    depth                bits a sample: 1, 2, 4 (of 1 channel), 8 or 16
    order                "<" or ">"
    offsets, counts      of each strip, from the top
    offset_field, count_field  where these stand
    """

    width: int
    height: int
    channels: int
    depth: int
    order: str
    packing: int
    predictor: int
    rows: int
    offsets: tuple[int, ...]
    counts: tuple[int, ...]
    offset_field: Field
    count_field: Field

    @property
    def is_plain(self) -> bool:
        """Whether the samples lie in the strips as they are."""
        return self.packing == _NONE and self.predictor == 1

    @property
    def row_bytes(self) -> int:
        return -(-self.width * self.channels * self.depth // 8)

    def rows_of(self) -> list[int]:
        """Of each strip."""
        return [min(self.rows, self.height - top) for top in range(0, self.height, self.rows)]


def is_tiff(data: bytes | bytearray) -> bool:
    """Whether the file says that it is one."""
    return bytes(data[:4]) in _MAGICS


def strips_of(data: bytes | bytearray) -> Strips | Kept:
    """Raises ImageError for a damaged file; Kept for what cannot be built again."""
    try:
        return _strips_of(data)
    except (struct.error, IndexError, KeyError) as error:
        raise ImageError("The {name} file is damaged ({error}).", name="TIFF", error=error) from error


def read(data: bytes, strips: Strips) -> Raster | Kept:
    """Raises ImageError."""
    spans = sorted(zip(strips.offsets, strips.counts, strict=True))
    if any(begin + count > end for (begin, count), (end, _) in pairwise(spans)) or sum(spans[-1]) > len(data):
        return Kept("TIFF", "Its pixels are compressed or spread over the file.")
    if not _is_within_room(strips):
        return Kept("TIFF", "Its pixels are compressed or spread over the file.")
    pixels: Pixels = np.empty((strips.height, strips.width, strips.channels), np.uint16)
    if strips.depth <= 8:
        pixels = np.empty(pixels.shape, np.uint8)
    top = 0
    for offset, count, rows in zip(strips.offsets, strips.counts, strips.rows_of(), strict=True):
        size = rows * strips.row_bytes
        try:
            plain = _unpacked(data[offset : offset + count], strips.packing, size)
        except _FAULTS as error:
            raise ImageError("The {name} file is damaged ({error}).", name="TIFF", error=error) from error
        if len(plain) != size:
            return Kept("TIFF", "Its pixels are compressed or spread over the file.")
        pixels[top : top + rows] = _samples(np.frombuffer(plain, np.uint8).reshape(rows, strips.row_bytes), strips)
        top += rows
    before, position = [], 0
    for offset, count in spans:
        before.append(data[position:offset])
        position = offset + count
    holes = b"".join(_HOLE.pack(*hole) for hole in zip(strips.offsets, strips.counts, strict=True))
    return Raster(pixels, KIND, b"".join([*before, data[position:]]), holes)


def build(raster: Raster, *, quick: bool = False) -> bytes:
    """A TIFF with these pixels and all else where it was; strips lie in the same room, and what has none at the end.

    Raises ValueError for surroundings or pixels that are not of such a file.
    """
    out, strips = _skeleton(raster)
    samples = raster.pixels
    if (raster.height, raster.width, raster.channels, raster.depth) != (
        strips.height, strips.width, strips.channels, max(8, strips.depth),
    ):  # fmt: skip
        raise ValueError("the pixels are not those of the TIFF file's directory")
    packed, top = [], 0
    for rows in strips.rows_of():
        packed.append(_packed(_rows(samples[top : top + rows], strips), strips, quick=quick))
        top += rows
    offsets = _place(out, strips, packed)
    _put(out, strips.order, strips.offset_field, offsets)
    _put(out, strips.order, strips.count_field, [len(strip) for strip in packed])
    return bytes(out)


def same_surroundings(one: Raster, other: Raster) -> bool:
    """Whether two files are the same but for where their strips lie, and for zeros where strips lay before."""
    files = sorted((_skeleton(one), _skeleton(other)), key=lambda file: len(file[0]))
    for out, strips in files:
        _put(out, strips.order, strips.offset_field, [0] * len(strips.offsets))
        _put(out, strips.order, strips.count_field, [0] * len(strips.counts))
    (early, _), (late, _) = files
    return late.startswith(early) and not any(late[len(early) :])


def _strips_of(data: bytes | bytearray) -> Strips | Kept:
    order = _MAGICS[bytes(data[:4])]
    at = struct.unpack_from(f"{order}I", data, 4)[0]
    number = struct.unpack_from(f"{order}H", data, at)[0]
    if number > _MOST_FIELDS:
        raise ImageError("The {name} file is damaged ({error}).", name="TIFF", error=f"{number} fields")
    fields = {}
    for place in range(at + 2, at + 2 + 12 * number, 12):
        tag, kind, count = struct.unpack_from(f"{order}HHI", data, place)
        size = count * struct.calcsize(_SIZES.get(kind, "B"))
        begin = place + 8 if size <= 4 else struct.unpack_from(f"{order}I", data, place + 8)[0]
        fields[tag] = Field(begin, _SIZES.get(kind, ""), count)
    if struct.unpack_from(f"{order}I", data, at + 2 + 12 * number)[0] or _SUBFILES in fields:
        return Kept("TIFF", "It has several pages.")
    if _LAYERS in fields:
        return Kept("TIFF", "It has layers.")

    def numbers(tag: int) -> tuple[int, ...]:
        if tag not in fields and tag in _DEFAULTS:
            return (_DEFAULTS[tag],)
        field = fields[tag]
        return struct.unpack_from(f"{order}{field.count}{field.form}", data, field.at) if field.form else ()

    form = {tag: numbers(tag) for tag in (_WIDTH, _HEIGHT, *_DEFAULTS)}
    depths, formats = set(form.pop(_BITS)), set(form.pop(_FORMAT))
    single = {tag: found[0] for tag, found in form.items() if len(found) == 1}
    depth, channels = min(depths, default=0), single.get(_SAMPLES, 0)
    is_usual = (
        _TILES not in fields
        and _OFFSETS in fields
        and _COUNTS in fields
        and len(depths) == len(formats) == 1
        and formats == {1}
        and (single.get(_PLANES) == 1 or channels == 1)
        and single.get(_FILL_ORDER) == 1
        and single.get(_COMPRESSION) in _PACKINGS
        and (depth in (8, 16) or (depth in (1, 2, 4) and channels == 1 and single.get(_PREDICTOR) == 1))
        and single.get(_PREDICTOR) in (1, _DIFFERENCES)
        and 1 <= channels <= 4
    )
    width, height = single.get(_WIDTH, 0), single.get(_HEIGHT, 0)
    rows = min(numbers(_ROWS)[0] if _ROWS in fields else height, height)
    if not is_usual or not width or not rows or not {fields[_OFFSETS].form, fields[_COUNTS].form} <= {"H", "I"}:
        return Kept("TIFF", "Its pixels are compressed or spread over the file.")
    offsets, counts = numbers(_OFFSETS), numbers(_COUNTS)
    if not len(offsets) == len(counts) == -(-height // rows) or not all(counts):
        return Kept("TIFF", "Its pixels are compressed or spread over the file.")
    return Strips(
        width, height, channels, depth, order, single[_COMPRESSION], single[_PREDICTOR], rows, offsets, counts,
        fields[_OFFSETS], fields[_COUNTS],
    )  # fmt: skip


def _is_within_room(strips: Strips) -> bool:
    return sum(strips.counts) <= 2 * strips.row_bytes * strips.height + _ROOM


def _skeleton(raster: Raster) -> tuple[bytearray, Strips]:
    """The file with zeros in the place of its strips. Raises ValueError."""
    room = 2 * raster.pixels.nbytes + _ROOM
    try:
        holes = sorted(_HOLE.iter_unpack(raster.after))
        if sum(count for _, count in holes) > room:
            raise ValueError("the strips take more room than their pixels need")
        out, position = bytearray(), 0
        for offset, count in holes:
            length = offset - len(out)
            if length < 0 or position + length > len(raster.before):
                raise ValueError("strips lie on one another or outside the file")
            out += raster.before[position : position + length]
            out += bytes(count)
            position += length
        out += raster.before[position:]
        strips = strips_of(out) if is_tiff(out) else None
    except (struct.error, ImageError) as error:
        raise ValueError(str(error)) from error
    if not isinstance(strips, Strips) or sorted(zip(strips.offsets, strips.counts, strict=True)) != holes:
        raise ValueError("the surroundings are not those of a TIFF file")
    return out, strips


def _place(out: bytearray, strips: Strips, packed: Sequence[bytes]) -> list[int]:
    """Writes the strips one after the other into the room of the old ones, and those that find none to the end."""
    gaps: list[list[int]] = []
    for begin, count in sorted(zip(strips.offsets, strips.counts, strict=True)):
        if gaps and begin - gaps[-1][1] <= 1:  # a byte between two is there to make the next one's place even
            gaps[-1][1] = begin + count
        else:
            gaps.append([begin, begin + count])
    offsets = []
    for strip in packed:
        gap = next((gap for gap in gaps if gap[0] + len(strip) <= gap[1]), None)
        if gap is None:
            out += bytes(len(out) % 2)
            offsets.append(len(out))
            out += strip
        else:
            offsets.append(gap[0])
            out[gap[0] : gap[0] + len(strip)] = strip
            gap[0] += len(strip) + len(strip) % 2
    return offsets


def _put(out: bytearray, order: str, field: Field, numbers: Sequence[int]) -> None:
    try:
        struct.pack_into(f"{order}{field.count}{field.form}", out, field.at, *numbers)
    except struct.error as error:
        raise ValueError(f"a place or size does not fit in its field ({error})") from error


def _unpacked(strip: bytes, packing: int, size: int) -> bytes:
    """At most one byte more than `size`."""
    import imagecodecs

    if packing in (_DEFLATE, _OLD_DEFLATE):
        return zlib.decompressobj().decompress(strip, size + 1)
    if packing == _LZW:
        return bytes(imagecodecs.lzw_decode(strip, out=size))
    return bytes(imagecodecs.packbits_decode(strip, out=size)) if packing == _PACKBITS else strip


def _packed(rows: NDArray[np.uint8], strips: Strips, *, quick: bool) -> bytes:
    import imagecodecs

    if strips.packing in (_DEFLATE, _OLD_DEFLATE):
        return zlib.compress(rows.tobytes(), 1 if quick else 9)
    if strips.packing == _LZW:
        return bytes(imagecodecs.lzw_encode(rows.tobytes()))
    if strips.packing == _PACKBITS:  # no run goes over the end of a row
        return b"".join(bytes(imagecodecs.packbits_encode(row.tobytes())) for row in rows)
    return rows.tobytes()


def _samples(block: NDArray[np.uint8], strips: Strips) -> Pixels:
    """uint8[H, row bytes] to [H, W, C]."""
    if strips.depth < 8:
        return unpack_samples(block, strips.depth, strips.width)[:, :, None]
    shape = (block.shape[0], strips.width, strips.channels)
    pixels: Pixels = block.reshape(shape).copy() if strips.depth == 8 else _deep(block, strips.order).reshape(shape)
    if strips.predictor == _DIFFERENCES:
        np.cumsum(pixels, axis=1, dtype=pixels.dtype, out=pixels)
    return pixels


def _deep(block: NDArray[np.uint8], order: str) -> NDArray[np.uint16]:
    return block.view(f"{order}u2").astype(np.uint16)


def _rows(pixels: Pixels, strips: Strips) -> NDArray[np.uint8]:
    """Undoes _samples."""
    if strips.depth < 8:
        return pack_samples(pixels[:, :, 0], strips.depth)
    if strips.predictor == _DIFFERENCES:
        pixels = np.concatenate([pixels[:, :1], pixels[:, 1:] - pixels[:, :-1]], axis=1)
    order = pixels.dtype.newbyteorder("<" if strips.order == "<" else ">")
    return np.ascontiguousarray(pixels, order).view(np.uint8).reshape(pixels.shape[0], -1)
