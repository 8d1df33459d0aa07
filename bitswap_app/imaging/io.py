"""Image files in and out. With preview.py and reference.py, the only module that imports PIL.

Reading separates pixels from the bytes around them; building puts both together again. A file that cannot be built
again is no error here: it is Kept, and the caller stores it byte for byte.
"""

from __future__ import annotations

import io
import logging
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator

import numpy as np
from PIL import Image, UnidentifiedImageError

from bitswap_app.errors import ImageError, Sentence
from bitswap_app.imaging import gif, netpbm, png, qoi, rows, tiff, tiff_directory, webp
from bitswap_app.imaging.raster import MAX_PIXELS, Kept, Pixels, Raster

logging.getLogger("PIL").addHandler(logging.NullHandler())  # else what it logs of damaged files reaches stderr
Image.MAX_IMAGE_PIXELS = None  # max_pixels stands in its place: Pillow's own limit warns before it refuses

_PLAIN = ("BMP", "TGA", "TIFF")  # may hold their pixels in one plain block
_OTHER = (
    "AVIF",
    "BLP",
    "DCX",
    "DDS",
    "DIB",
    "FITS",
    "FLI",
    "ICNS",
    "ICO",
    "JPEG2000",
    "PCX",
    "PPM",
    "PSD",
    "SGI",
    "XBM",
    "XPM",
)
_JPEG_XL_MAGICS = (b"\xff\x0a", b"\x00\x00\x00\x0cJXL \r\n\x87\n")
_JPEG_MODES = ("L", "RGB")
_TIFF = (tiff_directory.KIND, tiff_directory.KIND_IN_PIECES)

# Pillow's decoders let all of these out when a file is damaged.
_PILLOW_FAULTS = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, ArithmeticError, TypeError, AttributeError, RuntimeError,
    MemoryError, struct.error, zlib.error,
)  # fmt: skip


def read(data: bytes, max_pixels: int = MAX_PIXELS) -> Raster | Kept:
    """The image in a file's bytes. Raises ImageError for what is no image, damaged, or larger than max_pixels."""
    if not data:
        raise ImageError("The file is empty.")
    for is_one, reader in _READERS:
        if is_one(data):
            return reader(data, max_pixels)
    name = _kind_not_read(data)
    return (
        Kept(name, Sentence("{name} files are compressed already.", name=name))
        if name
        else _read_other(data, max_pixels)
    )


def may_be_coded(head: bytes) -> bool:
    """Whether a file that begins like this may be read as a Raster, or be transcoded."""
    if (
        is_jpeg(head)
        or head[:2] == b"BM"
        or head[:4] in (b"II*\0", b"MM\0*")
        or any(is_one(head) for is_one, _ in _READERS)
    ):
        return True
    try:
        with Image.open(io.BytesIO(head), formats=["TGA"]):  # which has no signature
            return True
    except _PILLOW_FAULTS:
        return False


def is_jpeg(data: bytes) -> bool:
    """Whether the file begins like one."""
    return data.startswith(b"\xff\xd8\xff")


def _kind_not_read(data: bytes) -> str:
    if is_jpeg(data):
        return "JPEG"
    if data[4:8] == b"ftyp":
        return "HEIF"
    return "JPEG XL" if data.startswith(_JPEG_XL_MAGICS) else ""


def jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height by a JPEG's header. Raises ImageError."""
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
            return image.size
    except _PILLOW_FAULTS as error:
        raise ImageError("The JPEG file is damaged ({error}).", error=error) from error


def read_jpeg_pixels(data: bytes, max_pixels: int = MAX_PIXELS) -> Raster | Kept:
    """A JPEG's decoded pixels, as a PNG with its colour profile, EXIF and resolution. Raises ImageError."""
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
            _check_size(*image.size, max_pixels)
            if image.mode not in _JPEG_MODES:
                return Kept("JPEG", Sentence("Pixels of the kind {kind} fit in no PNG.", kind=image.mode))
            pixels: Pixels = np.array(image, np.uint8).reshape(image.height, image.width, len(image.mode))
            beside = {name: image.info[name] for name in ("dpi", "exif", "icc_profile") if name in image.info}
            sample = io.BytesIO()
            Image.new(image.mode, (1, 1)).save(sample, "PNG", **beside)
    except _PILLOW_FAULTS as error:
        raise ImageError("The JPEG file is damaged ({error}).", error=error) from error
    parts = png.take_apart(sample.getvalue())
    if isinstance(parts, Kept):
        raise AssertionError(f"the encoder gave a PNG of another form: {parts.reason}")  # noqa: TRY004
    return Raster(pixels, png.Form.natural(pixels).kind, parts.before, parts.after)


def build(raster: Raster, *, quick: bool = False) -> bytes:
    """A file of raster.kind with these pixels and surroundings; quick makes a larger file in less time.

    Raises ValueError for pixels that no file of this kind holds.
    """
    if raster.kind == webp.KIND:
        return webp.build(raster, method=0 if quick else 4)
    if raster.kind in (gif.KIND, gif.KIND_INTERLACED):
        return gif.build(raster)
    if raster.kind == qoi.KIND:
        return qoi.build(raster)
    if raster.kind in _TIFF:
        return tiff.build(raster, quick=quick)
    if layout := rows.Layout.of_kind(raster.kind):
        return rows.build(raster, layout)
    if form := png.Form.of_kind(raster.kind):
        if (raster.channels, raster.depth) != (form.channels, max(8, form.depth)):
            raise ValueError(f"{raster.channels} channels of {raster.depth} bits do not fit the kind {raster.kind}")
        return png.build(raster, form, level=1 if quick else 6)
    raise ValueError(f"there is no file kind {raster.kind}")


def is_known(kind: int) -> bool:
    """Whether files of this File_Kind can be built."""
    plain = (webp.KIND, gif.KIND, gif.KIND_INTERLACED, qoi.KIND, *_TIFF)
    return kind in plain or is_exact(kind) or png.Form.of_kind(kind) is not None


def is_exact(kind: int) -> bool:
    """Whether the source file comes back byte for byte, and not only its pixels and metadata."""
    return rows.Layout.of_kind(kind) is not None


def same_image(one: Raster, other: Raster) -> bool:
    """Whether two files show the same and say the same. Raises ValueError where one cannot be built."""
    if one.kind != other.kind or one.kind not in _TIFF:
        return one.same_as(other)
    plain = [Raster(raster.pixels, raster.kind) for raster in (one, other)]
    return plain[0].same_as(plain[1]) and tiff.same_surroundings(one, other)


def _read_png(data: bytes, max_pixels: int) -> Raster | Kept:
    parts = png.take_apart(data)
    if isinstance(parts, Kept):
        return parts
    _check_size(parts.width, parts.height, max_pixels)
    return Raster(png.decode(parts), parts.form.kind, parts.before, parts.after)


def _read_webp(data: bytes, max_pixels: int) -> Raster | Kept:
    parts = webp.take_apart(data)
    if isinstance(parts, Kept):
        return parts
    _check_size(parts.width, parts.height, max_pixels)
    return Raster(webp.decode(parts), webp.KIND, parts.before, parts.after)


def _read_gif(data: bytes, max_pixels: int) -> Raster | Kept:
    parts = gif.take_apart(data)
    if isinstance(parts, Kept):
        return parts
    _check_size(parts.width, parts.height, max_pixels)
    kind = gif.KIND_INTERLACED if parts.is_interlaced else gif.KIND
    return Raster(gif.decode(parts), kind, parts.before, parts.after)


def _read_netpbm(data: bytes, max_pixels: int) -> Raster | Kept:
    shape = netpbm.shape_of(data)
    if isinstance(shape, Kept):
        return shape
    _check_size(shape.width, shape.height, max_pixels)
    return netpbm.read(data, shape)


def _read_qoi(data: bytes, max_pixels: int) -> Raster | Kept:
    shape = qoi.shape_of(data)
    if isinstance(shape, Kept):
        return shape
    _check_size(shape.width, shape.height, max_pixels)
    return qoi.read(data, shape)


def _read_tiff(data: bytes, max_pixels: int) -> Raster | Kept:
    """As one block where it lies in the file plainly, which gives the file back byte for byte; else by its pieces."""
    directory = tiff_directory.directory_of(data)
    if isinstance(directory, Kept) or directory.is_plain:
        other = _read_other(data, max_pixels)
        if isinstance(other, Raster) or isinstance(directory, Kept):
            return other
    _check_size(directory.width, directory.height, max_pixels)
    return tiff.read(data, directory)


_READERS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes, int], Raster | Kept]], ...] = (
    (png.is_png, _read_png),
    (webp.is_webp, _read_webp),
    (gif.is_gif, _read_gif),
    (netpbm.is_netpbm, _read_netpbm),
    (qoi.is_qoi, _read_qoi),
    (tiff_directory.is_tiff, _read_tiff),
)


def _read_other(data: bytes, max_pixels: int) -> Raster | Kept:
    name, samples = _decode_other(data, max_pixels)
    if isinstance(samples, str):
        return Kept(name, samples)
    for pixels, depth in _candidates(samples):
        if raster := rows.find(data, pixels, depth):
            return raster
    return Kept(name, "Its pixels are compressed or spread over the file.")


def _decode_other(data: bytes, max_pixels: int) -> tuple[str, Pixels | str | None]:
    """A file's kind, and its samples or why it is kept. Pillow's own copy of the image ends with this call."""
    with warnings.catch_warnings():  # Pillow warns of odd tags; the file's bytes are kept whatever they say
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data), formats=_PLAIN + _OTHER)
        except UnidentifiedImageError:
            raise ImageError("The file is no image, or of a kind that this version does not know.") from None
        except _PILLOW_FAULTS as error:
            raise ImageError("The file is no image, or damaged ({error}).", error=error) from error
        with image:
            name = image.format or "image"
            if name not in _PLAIN:
                return name, Sentence("{name} files are kept as they are.", name=name)
            _check_size(*image.size, max_pixels)
            try:
                if reason := _why_not_plain(image):
                    return name, reason
                return name, _samples_in(data, image)
            except _PILLOW_FAULTS as error:
                raise ImageError("The {name} file is damaged ({error}).", name=name, error=error) from error


def _why_not_plain(image: Image.Image) -> str:
    if getattr(image, "n_frames", 1) > 1:
        return "It has several pages."
    if str(image.info.get("compression", "raw")) not in ("raw", "0", "3"):
        return "Its pixels are compressed in the file."
    return ""


def _samples_in(data: bytes, image: Image.Image) -> Pixels | None:
    """uint8 or uint16[H, W, C], palette indices and bits as they are, or None where they are of another kind."""
    if image.format == "TIFF":
        return _tiff_samples(data)
    if image.format == "BMP" and data[28:30] == b"\x20\0":
        return _bmp32_samples(data, *image.size)
    if image.mode not in ("1", "L", "P", "LA", "RGB", "RGBA"):
        return None
    return np.array(image, np.uint8).reshape(image.height, image.width, -1)


def _bmp32_samples(data: bytes, width: int, height: int) -> Pixels:
    """All four bytes of each pixel, as RGBA. By the header Pillow leaves the last one out, or makes it 255."""
    begin = int.from_bytes(data[10:14], "little")
    stored = np.frombuffer(data, np.uint8, width * height * 4, begin).reshape(height, width, 4)
    is_up = not data[25] & 0x80  # the height is positive
    pixels: Pixels = np.ascontiguousarray((stored[::-1] if is_up else stored)[:, :, [2, 1, 0, 3]])
    return pixels


def _tiff_samples(data: bytes) -> Pixels | None:
    """By libtiff, because Pillow cuts 16 bits to 8 and turns the image as its orientation says."""
    import imagecodecs

    pixels = imagecodecs.tiff_decode(data)
    if pixels.dtype == np.bool_:
        pixels = pixels.astype(np.uint8)
    if pixels.ndim not in (2, 3) or pixels.dtype not in (np.uint8, np.uint16) or 0 in pixels.shape:
        return None
    shaped: Pixels = pixels.reshape(*pixels.shape[:2], -1)
    return shaped if shaped.shape[2] <= 4 else None


def _candidates(pixels: Pixels | None) -> Iterator[tuple[Pixels, int]]:
    """The samples as a file's block may hold them, with their depth: decoders invert and scale them."""
    if pixels is None:
        return
    yield pixels, 8
    if pixels.shape[2] == 1 and pixels.dtype == np.uint8:
        yield 255 - pixels, 8
        for depth in (1, 2, 4):
            top = (1 << depth) - 1
            for scale in (1, 255 // top):
                if pixels.max() <= top * scale and not (pixels % scale).any():
                    yield pixels // scale, depth
                    yield top - pixels // scale, depth


def _check_size(width: int, height: int, max_pixels: int) -> None:
    if width * height > max_pixels:
        raise ImageError(
            "The image has {width} x {height} pixels; at most {limit} are decoded. --max-pixels changes that.",
            width=width,
            height=height,
            limit=max_pixels,
        )
