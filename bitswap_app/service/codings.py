"""From a source file's bytes to a .bsw file's bytes and back, with the choice of coding. No paths, no writing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bitswap_app.container.header import MAX_SOURCE_BYTES, Coding, Header, Image, digest_of, plain_name
from bitswap_app.container.packing import pack, quick_size, unpack
from bitswap_app.container.stream import MAX_SURROUNDINGS_BYTES, Contents, read, write
from bitswap_app.errors import BitswapError, Cancelled, CorruptFile, ImageError, UnsupportedVersion, VerifyFailed
from bitswap_app.imaging import io, jxl
from bitswap_app.imaging.raster import FileKind, Kept, Raster
from bitswap_app.service.background import Report
from bitswap_app.service.options import Effort

LARGEST_EXCESS = 64  # bytes: what a file that does not shrink may grow by
_JXL_EFFORTS: dict[Effort, int] = {"fast": 3, "standard": 7, "high": 9}
# Level 19 of Zstandard makes files up to about a quarter smaller than the quick level that guesses.
_STRONG_PACKING_GAIN = 0.7


class Engine(Protocol):
    """A model on a device: RGB pixels to a payload and back. service/engine.py has the real one."""

    @property
    def model_id(self) -> bytes:
        """The 8 bytes that name the model in files."""

    def compress_image(self, pixels: NDArray[np.uint8], report: Callable[[int, int], None]) -> bytes:
        """uint8[H, W, 3] -> the payload. What report raises passes through."""

    def decompress_image(
        self, payload: bytes, height: int, width: int, report: Callable[[int, int], None]
    ) -> NDArray[np.uint8]:
        """The payload -> uint8[H, W, 3]. Raises CorruptFile."""


EngineFor = Callable[[bytes | str], Engine]
"""The engine of an effort's name, or of a model's 8-byte id. Called only when one is needed, so that files
that need no model never load torch. Raises ModelError or DeviceError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A .bsw file's bytes, with what to say about it."""

    data: bytes
    coding: Coding
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """Makes .bsw files.

    effort      chooses the model, and JPEG XL's effort
    verify      decode each file from its own bytes and compare with the source
    engine_for  see EngineFor
    """

    effort: Effort
    verify: bool
    engine_for: EngineFor

    def encode(self, source: bytes, name: str, report: Report) -> Coded:
        """Raises ImageError for what is no image, VerifyFailed if decoding does not give the source back."""
        if len(source) > MAX_SOURCE_BYTES:
            raise ImageError(f"The file has {len(source)} bytes; at most {MAX_SOURCE_BYTES} can be compressed.")
        image = io.read(source)
        if isinstance(image, Raster) and not _can_be_built(image, source):
            image = Kept(image.kind.name, "No file built from its pixels would be the same image.")
        name = plain_name(name)
        for coding in _codings_for(image):
            contents = self._contents(coding, image, source, name, report)
            if contents is None:
                continue
            data = write(contents)
            if not _stored_is_smaller(source, name, len(data)):
                if self.verify:
                    self._verify(data, image, source, report)
                return Coded(data=data, coding=coding, note="")
        data = _stored(source, name)
        if self.verify:
            self._verify(data, image, source, report)
        return Coded(data=data, coding=Coding.STORED, note=_why_stored(image))

    def _contents(
        self, coding: Coding, image: Raster | Kept, source: bytes, name: str, report: Report
    ) -> Contents | None:
        """The file in one coding, or None where the coding cannot hold this source."""
        if isinstance(image, Kept):
            payload = _transcoded(source)
            header = Header(coding=coding, name=name, source_bytes=len(source), digest=digest_of(source))
            return None if payload is None else Contents(header=header, payload=payload)
        header = Header(
            coding=Coding.JXL,
            name=name,
            source_bytes=len(source),
            digest=digest_of(image.pixel_bytes()),
            image=Image(
                width=image.width,
                height=image.height,
                channels=image.channels,
                depth=image.depth,
                file_kind=image.kind,
            ),
        )
        if coding is Coding.JXL:
            payload = jxl.encode(image.pixels, _JXL_EFFORTS[self.effort])
        else:
            engine = self.engine_for(self.effort)
            header = replace(header, coding=coding, model_id=engine.model_id)
            pixels = image.pixels.astype(np.uint8, copy=False)
            payload = engine.compress_image(pixels, partial(report, "coding"))
        return Contents(header=header, payload=payload, before=image.before, after=image.after)

    def _verify(self, data: bytes, image: Raster | Kept, source: bytes, report: Report) -> None:
        """Raises VerifyFailed unless the bytes that will be written give back what was read."""
        try:
            contents = read(data)
            if contents.header.coding.keeps_pixels:
                is_same = isinstance(image, Raster) and _raster(
                    contents, self.engine_for, partial(report, "checking")
                ).same_as(image)
            else:
                is_same = decode(contents, self.engine_for, report) == source
        except Cancelled:
            raise
        except BitswapError as error:
            raise VerifyFailed(f"The result could not be decoded, and was discarded: {error}") from error
        if not is_same:
            raise VerifyFailed("Decoding the result did not give the source back. It was discarded.")


def decode(contents: Contents, engine_for: EngineFor, report: Report) -> bytes:
    """The file that comes back. Raises CorruptFile, UnsupportedVersion, ModelError or DeviceError."""
    header = contents.header
    if header.coding.keeps_pixels:
        return io.build(_raster(contents, engine_for, partial(report, "decoding")))
    if header.coding is Coding.JPEG:
        source = jxl.decode_jpeg(contents.payload, header.source_bytes)
    else:
        source = unpack(contents.payload, header.source_bytes)
    if len(source) != header.source_bytes or digest_of(source) != header.digest:
        raise CorruptFile("The decoded file is not the one that was compressed: its size or digest is another.")
    return source


def _raster(contents: Contents, engine_for: EngineFor, report: Callable[[int, int], None]) -> Raster:
    header, image = contents.header, contents.header.image
    if image is None:
        raise ValueError(f"the coding {header.coding.label} holds no pixels")
    try:
        kind = FileKind(image.file_kind)
    except ValueError:
        raise UnsupportedVersion(
            f"The file is to be built as kind {image.file_kind}, which this version does not know. A newer one may."
        ) from None
    shape = (image.height, image.width, image.channels)
    if header.coding is Coding.JXL:
        pixels = jxl.decode(contents.payload, shape, image.depth)
    else:
        engine = engine_for(header.model_id)
        pixels = engine.decompress_image(contents.payload, image.height, image.width, report)
    raster = Raster(pixels, kind, contents.before, contents.after)
    if digest_of(raster.pixel_bytes()) != header.digest:
        raise CorruptFile("The decoded pixels are not the ones that were compressed: their digest is another.")
    return raster


def _codings_for(image: Raster | Kept) -> tuple[Coding, ...]:
    """What to try, the first that is smaller than storing wins."""
    if isinstance(image, Kept):
        return (Coding.JPEG,) if image.format == "JPEG" else ()
    return (Coding.BITSWAP, Coding.JXL) if image.is_rgb8 else (Coding.JXL,)


def _can_be_built(image: Raster, source: bytes) -> bool:
    """Whether the file that decompressing will write is the same image. Costs a quick encoding, and no trust."""
    if len(image.before) + len(image.after) + 16 > MAX_SURROUNDINGS_BYTES:
        return False
    built = io.build(image, quick=True)
    if image.kind.is_exact:
        return built == source
    again = io.read(built)
    return isinstance(again, Raster) and again.same_as(image)


def _transcoded(jpeg: bytes) -> bytes | None:
    """The JPEG in fewer bytes, or None where it does not come back byte for byte."""
    try:
        payload = jxl.encode_jpeg(jpeg)
        return payload if jxl.decode_jpeg(payload, len(jpeg)) == jpeg else None
    except (ImageError, CorruptFile):
        return None


def _stored(source: bytes, name: str) -> bytes:
    """The source as it is or packed. A name too long for LARGEST_EXCESS is left out: the file's own name has it."""
    header = Header(coding=Coding.STORED, name=name, source_bytes=len(source), digest=digest_of(source))
    contents = Contents(header=header, payload=pack(source))
    data = write(contents)
    return (
        data if len(data) <= len(source) + LARGEST_EXCESS else write(replace(contents, header=replace(header, name="")))
    )


def _stored_is_smaller(source: bytes, name: str, coded_bytes: int) -> bool:
    """Packs in earnest only where a quick guess says that it may win."""
    if quick_size(source) * _STRONG_PACKING_GAIN > coded_bytes:
        return False
    return len(_stored(source, name)) <= coded_bytes


def _why_stored(image: Raster | Kept) -> str:
    if isinstance(image, Raster):
        return "No coding makes this image smaller than its file is."
    return "Its JPEG data does not shrink, or would not come back." if image.format == "JPEG" else image.reason
