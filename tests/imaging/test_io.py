"""Image files: what is built again is the same image, what cannot be is kept, what is none is refused."""

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image, ImageCms, PngImagePlugin

from bitswap_app.errors import ImageError
from bitswap_app.imaging import png
from bitswap_app.imaging.io import build, read
from bitswap_app.imaging.raster import FileKind, Kept, Raster

MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
shapes = st.tuples(st.integers(1, 9), st.integers(1, 9), st.integers(1, 4))
pixel_arrays = shapes.flatmap(lambda shape: arrays(np.uint8, shape))


def picture(height=13, width=17, channels=3, seed=0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, channels), np.uint8)


def file_of(pixels: np.ndarray, file_format: str, **options: object) -> bytes:
    plain = pixels[:, :, 0] if pixels.shape[2] == 1 else pixels
    stream = io.BytesIO()
    Image.fromarray(plain, MODES[pixels.shape[2]]).save(stream, file_format, **options)
    return stream.getvalue()


@given(pixels=pixel_arrays, kind=st.sampled_from([k for k in FileKind if k is not FileKind.WEBP]))
def test_a_built_file_reads_back(pixels, kind):
    if kind.is_exact:
        return  # below, from real files
    raster = Raster(pixels, kind, before=png.chunk(b"tEXt", b"Title\0x"), after=png.chunk(b"vpAg", b"unheard of"))
    again = read(build(raster))
    assert isinstance(again, Raster)
    assert again.same_as(raster)


@settings(max_examples=20)
@given(pixels=pixel_arrays.filter(lambda p: p.shape[2] == 3))
def test_a_lossless_webp_reads_back(pixels):
    raster = Raster(pixels, FileKind.WEBP)
    again = read(build(raster))
    assert isinstance(again, Raster)
    assert again.same_as(raster)


@given(pixels=pixel_arrays, file_format=st.sampled_from(["BMP", "PPM", "TIFF", "TGA"]))
def test_plain_files_come_back_byte_for_byte(pixels, file_format):
    if pixels.shape[2] == 2 or (pixels.shape[2] == 4 and file_format in ("PPM", "BMP")):
        return
    data = file_of(pixels, file_format)
    raster = read(data)
    if isinstance(raster, Kept):
        assert (file_format, pixels.shape[2]) == ("BMP", 1)  # some palettes are not plain grey
        return
    assert np.array_equal(raster.pixels, pixels)
    assert raster.kind.is_exact
    assert build(raster) == data


@pytest.mark.parametrize("file_format", ["BMP", "PPM", "TIFF", "TGA"])
def test_colour_pixels_of_plain_files_are_found(file_format):
    raster = read(file_of(picture(), file_format))
    assert isinstance(raster, Raster)
    assert raster.is_rgb8


def full_png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Title", "a title")
    info.add_itxt("Comment", "grüße", zip=True)
    info.add(b"gAMA", struct.pack(">I", 45455))
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "turned"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return file_of(picture(), "PNG", pnginfo=info, exif=exif, dpi=(300, 300), icc_profile=profile)


def test_everything_beside_the_pixels_survives():
    data = full_png()
    raster = read(data)
    assert isinstance(raster, Raster)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(build(raster))) as after:
        before.load()
        after.load()
        assert before.info == after.info
        assert set(before.info) >= {"Title", "Comment", "gamma", "dpi", "icc_profile", "exif"}
        assert before.getexif()[0x0112] == after.getexif()[0x0112] == 6
        assert before.mode == after.mode


def test_webp_keeps_its_colour_profile_and_exif():
    data = file_of(picture(), "WebP", lossless=True, icc_profile=b"profile", exif=b"Exif\0\0whatever")
    raster = read(data)
    assert isinstance(raster, Raster)
    with Image.open(io.BytesIO(build(raster))) as after:
        assert (after.info["icc_profile"], after.info["exif"]) == (b"profile", b"whatever")


def test_a_colour_key_survives():
    data = file_of(picture(), "PNG", transparency=(1, 2, 3))
    raster = read(data)
    assert isinstance(raster, Raster)
    assert raster.is_rgb8
    with Image.open(io.BytesIO(build(raster))) as after:
        assert after.info["transparency"] == (1, 2, 3)


def kept_files() -> dict[str, bytes]:
    colour = Image.fromarray(picture(), "RGB")
    palette, bits, deep, animated = (io.BytesIO() for _ in range(4))
    colour.convert("P").save(palette, "PNG")
    colour.convert("1").save(bits, "PNG")
    Image.fromarray(np.zeros((4, 4), np.uint16)).save(deep, "PNG")
    colour.save(animated, "PNG", save_all=True, append_images=[colour.rotate(90)])
    return {
        "palette": palette.getvalue(),
        "1 bit": bits.getvalue(),
        "16 bits": deep.getvalue(),
        "animated": animated.getvalue(),
        "bytes after the end": file_of(picture(), "PNG") + b"more",
        "lossy WebP": file_of(picture(), "WebP"),
        "GIF": file_of(picture(channels=1), "GIF"),
        "packed TIFF": file_of(picture(), "TIFF", compression="tiff_lzw"),
        "JPEG": file_of(picture(), "JPEG"),
        "JPEG XL": b"\xff\x0a" + bytes(9),
        "HEIF": b"\0\0\0\x18ftypheic" + bytes(9),
    }


@pytest.mark.parametrize("name", kept_files())
def test_what_cannot_be_built_again_is_kept_with_a_reason(name):
    kept = read(kept_files()[name])
    assert isinstance(kept, Kept)
    assert kept.reason.endswith(".")


GOOD = {name: file_of(picture(), name, **options) for name, options in
        {"PNG": {}, "WebP": {"lossless": True}, "BMP": {}, "PPM": {}}.items()}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_a_cut_image_is_refused(name):
    data = GOOD[name]
    for length in range(0, len(data) - 1, 7):
        with pytest.raises(ImageError) as caught:
            read(data[:length])
        assert str(caught.value).endswith(".")


@settings(max_examples=300)
@given(data=st.data(), name=st.sampled_from(sorted(GOOD)))
def test_a_changed_image_gives_only_our_error(data, name):
    changed = bytearray(GOOD[name])
    for _ in range(data.draw(st.integers(1, 3))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        raster = read(bytes(changed))
    except ImageError as error:
        assert str(error).endswith(".")
        return
    if isinstance(raster, Raster) and raster.kind.is_exact:
        assert build(raster) == changed


@given(st.binary(max_size=99))
def test_junk_is_no_image(junk):
    for start in (b"", png.SIGNATURE, b"RIFF\0\0\0\0WEBP", b"BM", b"P6 ", b"II*\0", b"GIF89a"):
        try:
            read(start + junk)
        except ImageError as error:
            assert str(error).endswith(".")


def test_an_empty_file_and_a_text_are_refused():
    with pytest.raises(ImageError, match="empty"):
        read(b"")
    with pytest.raises(ImageError, match="no image"):
        read(b"Dear Sir or Madam,\n" * 20)


def test_a_bomb_is_refused_before_it_goes_off():
    header = png.chunk(b"IHDR", struct.pack(">IIBBBBB", 1_000_000, 1_000_000, 8, 2, 0, 0, 0))
    bomb = png.SIGNATURE + header + png.chunk(b"IDAT", zlib.compress(bytes(999))) + png.chunk(b"IEND", b"")
    with pytest.raises(ImageError, match="1000000 x 1000000"):
        read(bomb)
    with pytest.raises(ImageError, match="at most 100"):
        read(GOOD["BMP"], max_pixels=100)


def test_an_interlaced_png_keeps_its_pixels():
    """Pillow cannot write one; of a 1 x 1 image, Adam7 is its first pass alone."""
    header = png.chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 1))
    data = png.SIGNATURE + header + png.chunk(b"IDAT", zlib.compress(b"\0abc")) + png.chunk(b"IEND", b"")
    raster = read(data)
    assert isinstance(raster, Raster)
    assert raster.pixels.tobytes() == b"abc"
    again = read(build(raster))
    assert isinstance(again, Raster)
    assert again.same_as(raster)
