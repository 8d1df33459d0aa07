"""What a .bsw file says about itself: the Header section. FORMAT.md, section 3.1."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import IntEnum

from bitswap_app.container.fields import Cursor, varint
from bitswap_app.errors import CorruptFile, UnsupportedVersion

DIGEST_BYTES = 8
MODEL_ID_BYTES = 8
MAX_NAME_BYTES = 255
MAX_SIDE = 1 << 20  # pixels
MAX_JPEG_BYTES = 1 << 31
_FORBIDDEN_IN_NAMES = frozenset("/\\:\x7f") | {chr(code) for code in range(32)}


class Coding(IntEnum):
    """How the payload is coded."""

    STORED = 0
    BITSWAP = 1
    JPEG = 2
    JXL = 3
    WEBP = 4

    @property
    def label(self) -> str:
        """The name in messages, JSON and FORMAT.md."""
        return self.name.lower()

    @property
    def keeps_pixels(self) -> bool:
        """Whether the pixels are coded and a file is built around them; else the file comes back byte for byte."""
        return self in (Coding.BITSWAP, Coding.JXL, Coding.WEBP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """The shape of the pixels, and the kind of file to build from them.

    width, height   pixels before padding, 1..MAX_SIDE; what may be allocated is the decoder's limit
    channels        1 grey or palette index, 2 grey and alpha, 3 RGB, 4 RGB and alpha
    depth           8 or 16 bits a sample as they are held; fewer in the file are said by file_kind
    file_kind       0..255, given its meaning by imaging (FORMAT.md, 3.3)
    """

    width: int
    height: int
    channels: int
    depth: int
    file_kind: int

    def __post_init__(self) -> None:
        if not (1 <= self.width <= MAX_SIDE and 1 <= self.height <= MAX_SIDE):
            raise ValueError(f"{self.width} x {self.height} pixels is outside 1..{MAX_SIDE}")
        if not 1 <= self.channels <= 4:
            raise ValueError(f"{self.channels} channels; 1 to 4 are possible")
        if self.depth not in (8, 16):
            raise ValueError(f"{self.depth} bits a sample; 8 or 16 are possible")
        if not 0 <= self.file_kind <= 255:
            raise ValueError(f"file kind {self.file_kind}; 0 to 255 are possible")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a reader must know before it decodes the payload.

    name           the source file's name, never a path; "" if it had none
    source_bytes   size of the source file
    digest         8 bytes: of the pixels or of the source file, by coding
    image          present if and only if the coding keeps pixels
    model_id       8 bytes for bitswap, else empty
    """

    coding: Coding
    name: str
    source_bytes: int
    digest: bytes
    image: Image | None = None
    model_id: bytes = b""

    def __post_init__(self) -> None:
        if not is_plain_name(self.name):
            raise ValueError(f"{self.name!r} is not a plain file name")
        if not 0 <= self.source_bytes < 1 << 63:
            raise ValueError(f"a source of {self.source_bytes} bytes is impossible")
        if self.coding is Coding.JPEG and self.source_bytes > MAX_JPEG_BYTES:
            raise ValueError(f"a JPEG file of {self.source_bytes} bytes; {MAX_JPEG_BYTES} are the limit")
        if len(self.digest) != DIGEST_BYTES:
            raise ValueError(f"a digest has {DIGEST_BYTES} bytes, not {len(self.digest)}")
        if (self.image is not None) != self.coding.keeps_pixels:
            raise ValueError(f"the shape of an image is {'missing' if self.image is None else 'out of place'}")
        if len(self.model_id) != (MODEL_ID_BYTES if self.coding is Coding.BITSWAP else 0):
            raise ValueError(f"a model id of {len(self.model_id)} bytes does not fit the coding {self.coding.label}")
        if self.coding is Coding.WEBP and self.image and self.image.depth != 8:
            raise ValueError("the coding webp needs samples of 8 bits")

    def to_bytes(self) -> bytes:
        name = self.name.encode("utf-8")
        parts = [bytes([self.coding]), varint(len(name)), name, varint(self.source_bytes), self.digest]
        if self.image is not None:
            samples = self.image.channels | (self.image.depth - 1) << 4
            parts += [varint(self.image.width), varint(self.image.height), bytes([samples, self.image.file_kind])]
        return b"".join([*parts, self.model_id])

    @classmethod
    def from_bytes(cls, body: bytes | memoryview) -> Header:
        """Raises CorruptFile, or UnsupportedVersion for a coding of a later version."""
        cursor = Cursor(body, "its header")
        coding = _coding(cursor.byte())
        try:
            name = bytes(cursor.take(cursor.varint())).decode("utf-8")
            source_bytes, digest = cursor.varint(), bytes(cursor.take(DIGEST_BYTES))
            image = _image(cursor) if coding.keeps_pixels else None
            model_id = bytes(cursor.take(MODEL_ID_BYTES)) if coding is Coding.BITSWAP else b""
            cursor.expect_end()
            return cls(
                coding=coding, name=name, source_bytes=source_bytes, digest=digest, image=image, model_id=model_id
            )
        except ValueError as error:  # UnicodeDecodeError is one
            raise CorruptFile("The header is not valid: {error}.", error=error) from error


def is_plain_name(name: str) -> bool:
    """Whether a name can be neither a path nor a trick on a terminal. The empty name is one."""
    try:
        size = len(name.encode("utf-8"))
    except UnicodeEncodeError:  # bytes of an undecodable file name, as surrogates
        return False
    return size <= MAX_NAME_BYTES and name not in (".", "..") and _FORBIDDEN_IN_NAMES.isdisjoint(name)


def plain_name(name: str) -> str:
    """The nearest plain name: what is not allowed becomes "_", and a long name keeps its end."""
    name = name.encode("utf-8", "replace").decode("utf-8")
    name = "".join("_" if letter in _FORBIDDEN_IN_NAMES else letter for letter in name)
    name = name.encode("utf-8")[-MAX_NAME_BYTES:].decode("utf-8", "ignore")
    return "_" if name in (".", "..") else name


def digest_of(data: bytes | memoryview) -> bytes:
    """Eight bytes that tell pixels or files apart. FORMAT.md, section 3.2."""
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).digest()


def _coding(value: int) -> Coding:
    try:
        return Coding(value)
    except ValueError:
        raise UnsupportedVersion(
            "The file uses coding {value}, which this version does not know. A newer version may read it.", value=value
        ) from None


def _image(cursor: Cursor) -> Image:
    width, height, samples, kind = cursor.varint(), cursor.varint(), cursor.byte(), cursor.byte()
    return Image(width=width, height=height, channels=samples & 15, depth=(samples >> 4) + 1, file_kind=kind)
