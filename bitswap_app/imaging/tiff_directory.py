"""What the one directory of a TIFF file says of its pixels, and where. TIFF 6.0 (Adobe 1992), 2, 3 and 15."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from bitswap_app.errors import ImageError
from bitswap_app.imaging.raster import Kept

KIND, KIND_IN_PIECES = 0x30, 0x31
NONE, LZW, DEFLATE, OLD_DEFLATE, PACKBITS = 1, 5, 8, 32946, 32773
DIFFERENCES = 2  # a predictor: samples less their left neighbours
ROOM = 1 << 20  # bytes that all pieces may take beside twice the image's pixels

_PACKINGS = (NONE, LZW, DEFLATE, OLD_DEFLATE, PACKBITS)
_MAGICS = {b"II*\0": "<", b"MM\0*": ">"}
_SIZES = {1: "B", 3: "H", 4: "I"}  # the field types that are numbers
(
    _WIDTH, _HEIGHT, _BITS, _COMPRESSION, _FILL_ORDER, _STRIP_OFFSETS, _SAMPLES, _ROWS, _STRIP_COUNTS, _PLANES,
    _PREDICTOR, _TILE_WIDTH, _TILE_HEIGHT, _TILE_OFFSETS, _TILE_COUNTS, _SUBFILES, _FORMAT, _LAYERS,
) = 256, 257, 258, 259, 266, 273, 277, 278, 279, 284, 317, 322, 323, 324, 325, 330, 339, 37724  # fmt: skip
_DEFAULTS = {_BITS: 1, _COMPRESSION: NONE, _FILL_ORDER: 1, _SAMPLES: 1, _PLANES: 1, _PREDICTOR: 1, _FORMAT: 1}
_TILE_UNIT = 16  # that the sides of tiles are multiples of
_MOST_FIELDS = 4096
_SPREAD = Kept("TIFF", "Its pixels are compressed or spread over the file.")


@dataclass(frozen=True, slots=True)
class Field:
    """Where the numbers of a tag stand."""

    at: int
    form: str
    count: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A strip or a tile, of all channels or of one. Tiles may go over the image's right and lower edge.

    place    rows, columns and channels of the image that it holds
    height   rows that it has, of the directory's piece_width pixels
    """

    place: tuple[slice, slice, slice]
    height: int


@dataclass(frozen=True, slots=True)
class Directory:
    """A file's image.

    depth                bits a sample: 1, 2, 4 (of 1 channel), 8 or 16
    order                "<" or ">"
    piece_width          in pixels, and
    piece_height         in rows: of strips (the last may have fewer) or tiles
    is_tiled             pieces are tiles
    is_planar            each piece holds one channel
    offsets, counts      of each piece, in the order of `pieces`
    offset_field, count_field  where these stand
    """

    width: int
    height: int
    channels: int
    depth: int
    order: str
    packing: int
    predictor: int
    piece_width: int
    piece_height: int
    is_tiled: bool
    is_planar: bool
    offsets: tuple[int, ...]
    counts: tuple[int, ...]
    offset_field: Field
    count_field: Field

    @property
    def kind(self) -> int:
        """The File_Kind of FORMAT.md, 3.3."""
        return KIND_IN_PIECES if self.is_tiled or self.is_planar else KIND

    @property
    def is_plain(self) -> bool:
        """Whether the samples lie in strips as they are, which may be one block."""
        return self.packing == NONE and self.predictor == 1 and self.kind == KIND

    @property
    def piece_channels(self) -> int:
        return 1 if self.is_planar else self.channels

    @property
    def row_bytes(self) -> int:
        """Of a piece."""
        return -(-self.piece_width * self.piece_channels * self.depth // 8)

    @property
    def most_bytes(self) -> int:
        """That the pieces may take, packed or not."""
        return 2 * -(-self.width * self.channels * self.depth // 8) * self.height + ROOM

    def pieces(self) -> Iterator[Piece]:
        """By planes, each from the top, rows of tiles from the left."""
        for plane in range(self.channels) if self.is_planar else (None,):
            channels = slice(None) if plane is None else slice(plane, plane + 1)
            for top in range(0, self.height, self.piece_height):
                rows = slice(top, min(self.height, top + self.piece_height))
                height = self.piece_height if self.is_tiled else rows.stop - top
                for left in range(0, self.width, self.piece_width):
                    yield Piece((rows, slice(left, min(self.width, left + self.piece_width)), channels), height)

    def counts_pieces(self) -> bool:
        """Whether there are as many places as pieces, and these no more than fit in most_bytes."""
        planes = self.channels if self.is_planar else 1
        down, across = -(-self.height // self.piece_height), -(-self.width // self.piece_width)
        rows = down * self.piece_height if self.is_tiled else self.height
        return (
            len(self.offsets) == len(self.counts) == planes * down * across
            and all(self.counts)
            and planes * across * rows * self.row_bytes <= self.most_bytes
        )


def is_tiff(data: bytes | bytearray) -> bool:
    """Whether the file says that it is one."""
    return bytes(data[:4]) in _MAGICS


def directory_of(data: bytes | bytearray) -> Directory | Kept:
    """Raises ImageError for a damaged file; Kept for what cannot be built again."""
    try:
        order = _MAGICS[bytes(data[:4])]
        fields, has_more = _fields(data, order)
        if has_more or _SUBFILES in fields:
            return Kept("TIFF", "It has several pages.")
        return Kept("TIFF", "It has layers.") if _LAYERS in fields else _directory(data, order, fields)
    except (struct.error, IndexError, KeyError) as error:
        raise ImageError("The {name} file is damaged ({error}).", name="TIFF", error=error) from error


def _fields(data: bytes | bytearray, order: str) -> tuple[dict[int, Field], bool]:
    """By tag, and whether another directory follows."""
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
    return fields, bool(struct.unpack_from(f"{order}I", data, at + 2 + 12 * number)[0])


def _directory(data: bytes | bytearray, order: str, fields: dict[int, Field]) -> Directory | Kept:
    def numbers(tag: int) -> tuple[int, ...]:
        if tag not in fields:
            return (_DEFAULTS[tag],) if tag in _DEFAULTS else ()
        field = fields[tag]
        return struct.unpack_from(f"{order}{field.count}{field.form}", data, field.at) if field.form else ()

    sides = (_WIDTH, _HEIGHT, _ROWS, _TILE_WIDTH, _TILE_HEIGHT)
    form = {tag: numbers(tag) for tag in (*sides, *_DEFAULTS)}
    depths, formats = set(form.pop(_BITS)), set(form.pop(_FORMAT))
    single = {tag: found[0] for tag, found in form.items() if len(found) == 1}
    width, height, rows, tile_width, tile_height = (single.get(tag, 0) for tag in sides)
    is_tiled = _TILE_OFFSETS in fields
    places = (_TILE_OFFSETS, _TILE_COUNTS) if is_tiled else (_STRIP_OFFSETS, _STRIP_COUNTS)
    if not is_tiled:
        tile_width, tile_height = width, height if _ROWS not in fields else min(rows, height)
    elif tile_width % _TILE_UNIT or tile_height % _TILE_UNIT or _STRIP_OFFSETS in fields:
        return _SPREAD
    if not (
        _is_usual(single, depths, formats)
        and all((width, height, tile_width, tile_height))
        and all(tag in fields and fields[tag].form in ("H", "I") for tag in places)
    ):
        return _SPREAD
    channels, (offsets, counts) = single[_SAMPLES], places
    directory = Directory(
        width, height, channels, min(depths), order, single[_COMPRESSION], single[_PREDICTOR], tile_width, tile_height,
        is_tiled, channels > 1 and single[_PLANES] == 2, numbers(offsets), numbers(counts), fields[offsets],
        fields[counts],
    )  # fmt: skip
    return directory if directory.counts_pieces() else _SPREAD


def _is_usual(single: dict[int, int], depths: set[int], formats: set[int]) -> bool:
    """Whether samples are of a form that this program packs."""
    depth, channels = min(depths, default=0), single.get(_SAMPLES, 0)
    return (
        len(depths) == len(formats) == 1
        and formats == {1}
        and (single.get(_PLANES) in (1, 2) or channels == 1)
        and single.get(_FILL_ORDER) == 1
        and single.get(_COMPRESSION) in _PACKINGS
        and (depth in (8, 16) or (depth in (1, 2, 4) and channels == 1 and single.get(_PREDICTOR) == 1))
        and single.get(_PREDICTOR) in (1, DIFFERENCES)
        and 1 <= channels <= 4
    )
