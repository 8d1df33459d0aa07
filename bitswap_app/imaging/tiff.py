"""TIFF files whose pixels are in strips or tiles: everything but these is kept as it is. TIFF 6.0 (Adobe 1992)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bitswap_app.errors import ImageError
from bitswap_app.imaging.raster import Kept, Pixels, Raster, pack_samples, unpack_samples
from bitswap_app.imaging.tiff_directory import (
    DEFLATE,
    DIFFERENCES,
    LZW,
    OLD_DEFLATE,
    PACKBITS,
    ROOM,
    Directory,
    Field,
    directory_of,
    is_tiff,
)

_HOLE = struct.Struct("<II")
_FAULTS = (RuntimeError, ValueError, MemoryError, zlib.error)  # imagecodecs' errors are RuntimeErrors


def read(data: bytes, directory: Directory) -> Raster | Kept:
    """Raises ImageError."""
    kept = Kept("TIFF", "Its pixels are compressed or spread over the file.")
    spans = sorted(zip(directory.offsets, directory.counts, strict=True))
    if any(begin + count > end for (begin, count), (end, _) in pairwise(spans)) or sum(spans[-1]) > len(data):
        return kept
    if sum(directory.counts) > directory.most_bytes:
        return kept
    shape = (directory.height, directory.width, directory.channels)
    pixels: Pixels = np.empty(shape, np.uint8) if directory.depth <= 8 else np.empty(shape, np.uint16)
    for offset, count, piece in zip(directory.offsets, directory.counts, directory.pieces(), strict=True):
        size = piece.height * directory.row_bytes
        try:
            plain = _unpacked(data[offset : offset + count], directory.packing, size)
        except _FAULTS as error:
            raise ImageError("The {name} file is damaged ({error}).", name="TIFF", error=error) from error
        if len(plain) != size:
            return kept
        held = _samples(np.frombuffer(plain, np.uint8).reshape(piece.height, directory.row_bytes), directory)
        room = pixels[piece.place]
        room[:] = held[: room.shape[0], : room.shape[1]]
    before, position = [], 0
    for offset, count in spans:
        before.append(data[position:offset])
        position = offset + count
    holes = b"".join(_HOLE.pack(*hole) for hole in zip(directory.offsets, directory.counts, strict=True))
    return Raster(pixels, directory.kind, b"".join([*before, data[position:]]), holes)


def build(raster: Raster, *, quick: bool = False) -> bytes:
    """A TIFF with these pixels and all else where it was; pieces lie in the same room, and what has none at the end.

    Raises ValueError for surroundings or pixels that are not of such a file.
    """
    out, directory = _skeleton(raster)
    if (raster.height, raster.width, raster.channels, raster.depth) != (
        directory.height, directory.width, directory.channels, max(8, directory.depth),
    ):  # fmt: skip
        raise ValueError("the pixels are not those of the TIFF file's directory")
    packed = []
    for piece in directory.pieces():
        held = _filled(raster.pixels[piece.place], piece.height, directory.piece_width)
        packed.append(_packed(_rows(held, directory), directory, quick=quick))
    offsets = _place(out, directory, packed)
    _put(out, directory.order, directory.offset_field, offsets)
    _put(out, directory.order, directory.count_field, [len(piece) for piece in packed])
    return bytes(out)


def same_surroundings(one: Raster, other: Raster) -> bool:
    """Whether two files are the same but for where their pieces lie, and for zeros where pieces lay before."""
    files = sorted((_skeleton(one), _skeleton(other)), key=lambda file: len(file[0]))
    for out, directory in files:
        _put(out, directory.order, directory.offset_field, [0] * len(directory.offsets))
        _put(out, directory.order, directory.count_field, [0] * len(directory.counts))
    (early, _), (late, _) = files
    return late.startswith(early) and not any(late[len(early) :])


def _skeleton(raster: Raster) -> tuple[bytearray, Directory]:
    """The file with zeros in the place of its pieces. Raises ValueError."""
    room = 2 * raster.pixels.nbytes + ROOM
    try:
        holes = sorted(_HOLE.iter_unpack(raster.after))
        if sum(count for _, count in holes) > room:
            raise ValueError("the strips or tiles take more room than their pixels need")
        out, position = bytearray(), 0
        for offset, count in holes:
            length = offset - len(out)
            if length < 0 or position + length > len(raster.before):
                raise ValueError("strips or tiles lie on one another or outside the file")
            out += raster.before[position : position + length]
            out += bytes(count)
            position += length
        out += raster.before[position:]
        directory = directory_of(out) if is_tiff(out) else None
    except (struct.error, ImageError) as error:
        raise ValueError(str(error)) from error
    if (
        not isinstance(directory, Directory)
        or directory.kind != raster.kind
        or sorted(zip(directory.offsets, directory.counts, strict=True)) != holes
    ):
        raise ValueError("the surroundings are not those of a TIFF file")
    return out, directory


def _place(out: bytearray, directory: Directory, packed: Sequence[bytes]) -> list[int]:
    """Writes the pieces one after the other into the room of the old ones, and those that find none to the end."""
    gaps: list[list[int]] = []
    for begin, count in sorted(zip(directory.offsets, directory.counts, strict=True)):
        if gaps and begin - gaps[-1][1] <= 1:  # a byte between two is there to make the next one's place even
            gaps[-1][1] = begin + count
        else:
            gaps.append([begin, begin + count])
    offsets = []
    for piece in packed:
        gap = next((gap for gap in gaps if gap[0] + len(piece) <= gap[1]), None)
        if gap is None:
            out += bytes(len(out) % 2)
            offsets.append(len(out))
            out += piece
        else:
            offsets.append(gap[0])
            out[gap[0] : gap[0] + len(piece)] = piece
            gap[0] += len(piece) + len(piece) % 2
    return offsets


def _put(out: bytearray, order: str, field: Field, numbers: Sequence[int]) -> None:
    try:
        struct.pack_into(f"{order}{field.count}{field.form}", out, field.at, *numbers)
    except struct.error as error:
        raise ValueError(f"a place or size does not fit in its field ({error})") from error


def _unpacked(piece: bytes, packing: int, size: int) -> bytes:
    """At most one byte more than `size`."""
    import imagecodecs

    if packing in (DEFLATE, OLD_DEFLATE):
        return zlib.decompressobj().decompress(piece, size + 1)
    if packing == LZW:
        return bytes(imagecodecs.lzw_decode(piece, out=size))
    return bytes(imagecodecs.packbits_decode(piece, out=size)) if packing == PACKBITS else piece


def _packed(rows: NDArray[np.uint8], directory: Directory, *, quick: bool) -> bytes:
    import imagecodecs

    if directory.packing in (DEFLATE, OLD_DEFLATE):
        return zlib.compress(rows.tobytes(), 1 if quick else 9)
    if directory.packing == LZW:
        return bytes(imagecodecs.lzw_encode(rows.tobytes()))
    if directory.packing == PACKBITS:  # no run goes over the end of a row
        return b"".join(bytes(imagecodecs.packbits_encode(row.tobytes())) for row in rows)
    return rows.tobytes()


def _filled(held: Pixels, height: int, width: int) -> Pixels:
    """A tile that goes over the image's edge, with its last row and column repeated."""
    if held.shape[:2] == (height, width):
        return held
    rows, columns = (
        np.minimum(np.arange(side), has - 1) for side, has in zip((height, width), held.shape[:2], strict=True)
    )
    filled: Pixels = held[rows][:, columns]
    return filled


def _samples(block: NDArray[np.uint8], directory: Directory) -> Pixels:
    """uint8[H, row bytes] of a piece to [H, W, C]."""
    if directory.depth < 8:
        return unpack_samples(block, directory.depth, directory.piece_width)[:, :, None]
    shape = (block.shape[0], directory.piece_width, directory.piece_channels)
    pixels: Pixels = (
        block.reshape(shape).copy() if directory.depth == 8 else _deep(block, directory.order).reshape(shape)
    )
    if directory.predictor == DIFFERENCES:
        np.cumsum(pixels, axis=1, dtype=pixels.dtype, out=pixels)
    return pixels


def _deep(block: NDArray[np.uint8], order: str) -> NDArray[np.uint16]:
    return block.view(f"{order}u2").astype(np.uint16)


def _rows(pixels: Pixels, directory: Directory) -> NDArray[np.uint8]:
    """Undoes _samples."""
    if directory.depth < 8:
        return pack_samples(pixels[:, :, 0], directory.depth)
    if directory.predictor == DIFFERENCES:
        pixels = np.concatenate([pixels[:, :1], pixels[:, 1:] - pixels[:, :-1]], axis=1)
    order = pixels.dtype.newbyteorder("<" if directory.order == "<" else ">")
    return np.ascontiguousarray(pixels, order).view(np.uint8).reshape(pixels.shape[0], -1)
