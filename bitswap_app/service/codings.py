"""From a source file's bytes to a .bsw file's bytes and back, with the choice of coding. No paths, no writing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePath

from bitswap_app.container.header import Coding, Header, Image, digest_of, plain_name
from bitswap_app.container.packing import pack, quick_size, unpack
from bitswap_app.container.stream import MAX_SURROUNDINGS_BYTES, MAX_THUMBNAIL_BYTES, Contents, read, write
from bitswap_app.errors import (
    BitswapError,
    Cancelled,
    CorruptFile,
    ImageError,
    Sentence,
    UnsupportedVersion,
    VerifyFailed,
)
from bitswap_app.imaging import gif, io, jxl, png, preview, webp
from bitswap_app.imaging.raster import MAX_PIXELS, Kept, Raster
from bitswap_app.service import payloads
from bitswap_app.service.background import Report
from bitswap_app.service.choice import SEARCHES, WEBP_METHODS, Look, Search, fits_webp, look_at
from bitswap_app.service.options import Effort
from bitswap_app.service.payloads import Engine

LARGEST_EXCESS = 64  # bytes: what a file that does not shrink may grow by
# Level 19 of Zstandard makes files up to about a quarter smaller than the quick level that guesses.
_STRONG_PACKING_GAIN = 0.7
# A pixel of a JPEG counts so often: libjxl takes 25 bytes to code it (21 in 4:2:0), and 7 (4) to give it back.
_JPEG_WEIGHT, _DECODED_JPEG_WEIGHT = 4, 2
_BYTES_A_PIXEL = 8  # the largest pixels; a file that comes back byte for byte is limited by the same number
LARGE_BYTES = 1 << 26  # files of more are stored a piece at a time, so that memory holds none of them
_FEWEST_MODEL_PIXELS = 1 << 10  # icons: the model would be loaded for a few bytes
_THUMBNAIL_SHARE = 1000  # a thumbnail takes at most one part in so many
_SECTION_BYTES = 8
_LEAST_THUMBNAIL = 1000  # bytes: pictures of 256 pixels hardly ever fit in less, and trying takes 30 ms

EngineFor = Callable[[bytes | str], Engine]
"""The engine of an effort's name, or of a model's 8-byte id. Called only when one is needed, so that files
that need no model never load torch. Raises ModelError or DeviceError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A .bsw file's bytes, with what to say about it.

    is_left  there are none: the source is to be stored a piece at a time
    """

    data: bytes
    coding: Coding
    note: str
    is_left: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """Makes .bsw files.

    effort      chooses the model, and how much is tried
    verify      decode each file from its own bytes and compare with the source
    pixels      code a JPEG as the pixels that it shows; the result may be larger than the source
    max_pixels  an image of more is stored byte for byte, and never decoded
    thumbnail   put a small picture into files so large that it takes at most a thousandth
    leaves_large  leave it to the caller to store files of more than LARGE_BYTES, which needs no memory
    """

    effort: Effort
    verify: bool
    engine_for: EngineFor
    pixels: bool = False
    max_pixels: int = MAX_PIXELS
    thumbnail: bool = True
    leaves_large: bool = False

    def encode(self, source: bytes, name: str, report: Report) -> Coded:
        """Any file. Raises VerifyFailed if decoding does not give it back."""
        name = plain_name(name)
        if self.pixels and io.is_jpeg(source):
            return self._encode_jpeg_pixels(source, name, report)
        image = self._image(source)
        contents, note = self._smallest(image, source, name, report)
        if contents is not None:
            data = self._written(contents, image, source)
            if not _stored_is_smaller(source, name, len(data)):
                return self._checked(Coded(data=data, coding=contents.header.coding, note=note), image, source, report)
        coded = Coded(data=b"", coding=Coding.STORED, note=_why_stored(image, note), is_left=True)
        if self.leaves_large and len(source) > LARGE_BYTES:
            return coded
        return self._checked(replace(coded, data=_stored(source, name), is_left=False), image, source, report)

    def _image(self, source: bytes) -> Raster | Kept:
        """The image in a file, or why there is none that can be built again."""
        try:
            image = io.read(source, self.max_pixels)
        except ImageError as error:
            return Kept("", error.sentence)
        if isinstance(image, Raster) and not _can_be_built(image, source):
            return Kept("image", "No file built from its pixels would be the same image.")
        return image

    def _encode_jpeg_pixels(self, source: bytes, name: str, report: Report) -> Coded:
        """By pixels, or as without the option where they cannot be had."""
        try:
            image = io.read_jpeg_pixels(source, self.max_pixels)
        except ImageError as error:
            image = Kept("JPEG", error.sentence)
        if isinstance(image, Kept):
            coded = replace(self, pixels=False).encode(source, name, report)
            return replace(coded, note=Sentence("{reason} The JPEG file itself is kept.", reason=image.reason))
        name = plain_name(str(PurePath(name).with_suffix(".png"))) if name else ""
        contents, _ = self._smallest(image, source, name, report)
        if contents is None:
            raise AssertionError("pixels that were read fit in no coding")
        data = self._written(contents, image, source)
        note = Sentence(
            "Its pixels are kept and not its JPEG data, at {times:.1f} times the JPEG's size; it comes back as {name}.",
            times=len(data) / len(source),
            name=name or Sentence("a PNG"),
        )
        return self._checked(Coded(data=data, coding=contents.header.coding, note=note), image, source, report)

    def _smallest(self, image: Raster | Kept, source: bytes, name: str, report: Report) -> tuple[Contents | None, str]:
        """The file in the best coding but storing, or None where there is none; and what to say of it."""
        if isinstance(image, Kept):
            if image.format != "JPEG":
                return None, ""
            payload, note = _transcoded(source, self.max_pixels)
            header = Header(coding=Coding.JPEG, name=name, source_bytes=len(source), digest=digest_of(source))
            return None if payload is None else Contents(header=header, payload=payload), note
        shape = Image(
            width=image.width, height=image.height, channels=image.channels, depth=image.depth, file_kind=image.kind
        )
        coding, model_id, payload = min(self._trials(image, report), key=lambda trial: len(trial[1]) + len(trial[2]))
        header = Header(
            coding=coding,
            name=name,
            source_bytes=len(source),
            digest=digest_of(image.pixel_bytes()),
            image=shape,
            model_id=model_id,
        )
        return Contents(header=header, payload=payload, before=image.before, after=image.after), _NOTES[coding]

    def _trials(self, image: Raster, report: Report) -> Iterator[tuple[Coding, bytes, bytes]]:
        """Coding, model id and payload of each try, in the order in which they are worth it."""
        search, suits, best = SEARCHES[self.effort], _may_suit_model(image), 1 << 63
        look = look_at(image.pixels, search.repeats if suits else 0)
        is_synthetic = look.is_synthetic(search)
        coding = partial(report, "coding")
        area = image.height * image.width
        levels = None if is_synthetic or not suits else payloads.narrowed(image.pixels)
        if levels is not None:
            engine = self.engine_for(self.effort)
            payload = payloads.encode_by_model(levels, engine, search.jxl_effort, coding)
            best = len(engine.model_id) + len(payload)
            yield Coding.BITSWAP, engine.model_id, payload
        may_suit_jxl = levels is None or look.may_suit_jxl(search)
        coding(area if levels is not None else 0, area)
        if fits_webp(image.pixels) and (look.is_small or (may_suit_jxl and look.may_suit_webp)):
            for method in WEBP_METHODS if look.is_small else WEBP_METHODS[:1]:
                payload = webp.encode_payload(image.pixels, method=method, quality=100)
                best = min(best, len(payload))
                yield Coding.WEBP, b"", payload
        if is_synthetic or not may_suit_jxl:
            return
        for payload in _by_jxl(image, search, look, best):
            coding(area, area)
            yield Coding.JXL, b"", payload

    def _written(self, contents: Contents, image: Raster | Kept, source: bytes) -> bytes:
        """The file, with a thumbnail where there is room for one."""
        data = write(contents)
        room = min(len(data) // _THUMBNAIL_SHARE - _SECTION_BYTES, MAX_THUMBNAIL_BYTES)
        if not self.thumbnail or room < _LEAST_THUMBNAIL:
            return data
        if isinstance(image, Kept):
            thumbnail = preview.of_jpeg(source, room)
        else:
            thumbnail = b"" if _is_palette(image) else preview.of_pixels(image.pixels, room)
        return write(replace(contents, thumbnail=thumbnail)) if thumbnail else data

    def _checked(self, coded: Coded, image: Raster | Kept, source: bytes, report: Report) -> Coded:
        """Raises VerifyFailed unless the bytes that will be written give back what was read."""
        if not self.verify:
            return coded
        try:
            contents = read(coded.data)
            if contents.header.coding.keeps_pixels:
                is_same = isinstance(image, Raster) and _raster(
                    contents, self.engine_for, partial(report, "checking"), self.max_pixels
                ).same_as(image)
            else:
                is_same = decode(contents, self.engine_for, report, max(self.max_pixels, len(source))) == source
        except Cancelled:
            raise
        except BitswapError as error:
            raise VerifyFailed("The result could not be decoded, and was discarded: {error}", error=error) from error
        if not is_same:
            raise VerifyFailed("Decoding the result did not give the source back. It was discarded.")
        return coded


_NOTES = {
    Coding.BITSWAP: "",
    Coding.JXL: "JPEG XL suits these pixels better than the model.",
    Coding.WEBP: "Its repetitions suit WebP better than the model.",
}


def decode(contents: Contents, engine_for: EngineFor, report: Report, max_pixels: int = MAX_PIXELS) -> bytes:
    """The file that comes back.

    Raises CorruptFile, UnsupportedVersion, ModelError or DeviceError, and ImageError for more than max_pixels.
    """
    header = contents.header
    if header.coding.keeps_pixels:
        raster = _raster(contents, engine_for, partial(report, "decoding"), max_pixels)
        try:
            return io.build(raster)
        except ValueError as error:
            raise CorruptFile(
                "The decoded pixels fit in no file of the kind that the header names ({error}).", error=error
            ) from error
    expect_within(max_pixels, header)
    if header.coding is Coding.JPEG:
        source = jxl.decode_jpeg(contents.payload, header.source_bytes, max_pixels // _DECODED_JPEG_WEIGHT)
    else:
        source = unpack(contents.payload, header.source_bytes)
    if len(source) != header.source_bytes or digest_of(source) != header.digest:
        raise CorruptFile("The decoded file is not the one that was compressed: its size or digest is another.")
    return source


def expect_within(max_pixels: int, header: Header, allowed: int = 0) -> None:
    """Raises ImageError if a file that comes back byte for byte is larger than this, and than `allowed` bytes."""
    if header.source_bytes > max(allowed, max_bytes := max_pixels * _BYTES_A_PIXEL):
        raise ImageError(
            "The file has {count} bytes; at most {limit} are unpacked, eight times --max-pixels.",
            count=header.source_bytes,
            limit=max_bytes,
        )


def _raster(contents: Contents, engine_for: EngineFor, report: Callable[[int, int], None], max_pixels: int) -> Raster:
    header, image = contents.header, contents.header.image
    if image is None:
        raise ValueError(f"the coding {header.coding.label} holds no pixels")
    if not io.is_known(image.file_kind):
        raise UnsupportedVersion(
            "The file is to be built as kind {kind}, which this version does not know. A newer one may.",
            kind=image.file_kind,
        )
    if image.width * image.height > max_pixels:
        raise ImageError(
            "The image has {width} x {height} pixels; at most {limit} are decoded. --max-pixels changes that.",
            width=image.width,
            height=image.height,
            limit=max_pixels,
        )
    engine = engine_for(header.model_id) if header.coding is Coding.BITSWAP else None
    pixels = payloads.decode(contents.payload, header.coding, image, engine, report)
    raster = Raster(pixels, image.file_kind, contents.before, contents.after)
    if digest_of(raster.pixel_bytes()) != header.digest:
        raise CorruptFile("The decoded pixels are not the ones that were compressed: their digest is another.")
    return raster


def _by_jxl(image: Raster, search: Search, look: Look, best: int) -> Iterator[bytes]:
    """JPEG XL once, and again with more effort where that may be the smallest of all."""
    is_strong = image.height * image.width <= search.strong_pixels
    effort = 9 if look.is_small else search.jxl_effort
    payload = jxl.encode(image.pixels, effort)
    yield payload
    if effort < 9 and is_strong and len(payload) < search.near * best:
        yield jxl.encode(image.pixels, 9)


def _may_suit_model(image: Raster) -> bool:
    """Whether the samples are levels of a picture that is worth loading a model for."""
    form = png.Form.of_kind(image.kind)
    is_picture = not _is_palette(image) and (form is None or form.depth >= 8)
    return is_picture and image.height * image.width >= _FEWEST_MODEL_PIXELS


def _is_palette(image: Raster) -> bool:
    form = png.Form.of_kind(image.kind)
    return image.kind in (gif.KIND, gif.KIND_INTERLACED) or (form is not None and form.colour_type == png.PALETTE)


def _can_be_built(image: Raster, source: bytes) -> bool:
    """Whether the file that decompressing will write is the same image. Costs a quick encoding, and no trust."""
    if len(image.before) + len(image.after) + 16 > MAX_SURROUNDINGS_BYTES:
        return False
    try:
        built = io.build(image, quick=True)
        if io.is_exact(image.kind):
            return built == source
        again = io.read(built, image.height * image.width)
        return isinstance(again, Raster) and io.same_image(again, image)
    except (ImageError, ValueError):  # an encoder's limit may be lower than its decoder's
        return False


def _transcoded(jpeg: bytes, max_pixels: int) -> tuple[bytes | None, str]:
    """The JPEG in fewer bytes, or None where it does not come back byte for byte, and why."""
    try:
        width, height = io.jpeg_size(jpeg)
        if width * height > max_pixels // _JPEG_WEIGHT:
            return None, (
                Sentence(
                    "A JPEG of {width} x {height} pixels takes much memory to transcode; at most {limit} "
                    "are, a quarter of --max-pixels.",
                    width=width,
                    height=height,
                    limit=max_pixels // _JPEG_WEIGHT,
                )
            )
        payload = jxl.encode_jpeg(jpeg)
        if jxl.decode_jpeg(payload, len(jpeg)) == jpeg:
            return payload, ""
    except (ImageError, CorruptFile):
        pass
    return None, "Its JPEG data is of a kind that would not come back."


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


def _why_stored(image: Raster | Kept, note: str) -> str:
    if isinstance(image, Raster):
        return "No coding makes this image smaller than its file is."
    return (note or "Its JPEG data does not shrink.") if image.format == "JPEG" else image.reason
