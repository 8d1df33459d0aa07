"""Image files: what is built again is the same image, what cannot be is kept, what is none is refused."""

import contextlib
import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image, ImageCms, PngImagePlugin

from bitswap_app.errors import CorruptFile, ImageError
from bitswap_app.imaging import gif, png, qoi, rows, webp
from bitswap_app.imaging.io import build, is_exact, is_known, read, read_jpeg_pixels
from bitswap_app.imaging.raster import Kept, Raster

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


@settings(max_examples=30)
@given(pixels=pixel_arrays.filter(lambda p: p.shape[2] >= 3))
def test_a_lossless_webp_reads_back(pixels):
    raster = Raster(pixels, webp.KIND)
    again = read(build(raster))
    assert isinstance(again, Raster)
    assert again.same_as(raster) or (pixels.shape[2] == 4 and (pixels[:, :, 3] == 255).all())


@pytest.mark.parametrize("shape", [(40_000, 1, 1), (3, webp.MAX_SIDE, 2), (webp.MAX_SIDE + 1, 2, 3), (5, 7, 4)])
def test_a_webp_payload_is_cut_into_bands(shape):
    pixels = np.random.default_rng(0).integers(0, 3, shape, np.uint8)
    payload = webp.encode_payload(pixels, method=0, quality=0)
    assert np.array_equal(webp.decode_payload(payload, shape), pixels)
    for wrong in ((shape[0] + 1, *shape[1:]), (shape[0], shape[1] + 1, shape[2])):
        with pytest.raises(CorruptFile):
            webp.decode_payload(payload, wrong)


@settings(max_examples=50)
@given(pixel_arrays, st.data())
def test_a_changed_webp_payload_gives_only_our_error(pixels, data):
    payload = webp.encode_payload(pixels, method=4, quality=75)
    assert np.array_equal(webp.decode_payload(payload, pixels.shape), pixels)
    changed = bytearray(payload[: data.draw(st.integers(0, len(payload)))])
    for _ in range(min(len(changed), 2)):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert webp.decode_payload(bytes(changed), pixels.shape).shape == pixels.shape
    except CorruptFile as error:
        assert str(error).endswith(".")


@given(pixels=pixel_arrays.filter(lambda p: p.shape[2] == 1), kind=st.sampled_from([gif.KIND, gif.KIND_INTERLACED]))
def test_a_gif_reads_back(pixels, kind):
    """By way of a real one, whose descriptor says how its rows are ordered."""
    source = bytearray(file_of(pixels, "GIF", interlace=False))
    begin = len(gif.take_apart(bytes(source)).before)
    descriptor = source.rindex(b"\x2c", 0, begin)
    source[descriptor + 9] |= 0x40 * (kind == gif.KIND_INTERLACED)
    found = read(bytes(source))
    assert isinstance(found, Raster)
    raster = Raster(pixels, kind, found.before, found.after)
    again = read(build(raster))
    assert isinstance(again, Raster)
    assert again.same_as(raster)


@pytest.mark.parametrize("options", [{}, {"interlace": True}, {"transparency": 3, "comment": b"hello", "duration": 40}])
def test_a_gif_keeps_what_stands_around_its_pixels(options):
    image = Image.fromarray(picture(23, 31)).quantize(40)
    stream = io.BytesIO()
    image.save(stream, "GIF", **options)
    raster = read(stream.getvalue())
    assert isinstance(raster, Raster)
    assert np.array_equal(raster.pixels[:, :, 0], np.asarray(image))
    with Image.open(stream) as before, Image.open(io.BytesIO(build(raster))) as after:
        before.load()
        after.load()
        assert (before.mode, before.info, before.tobytes()) == (after.mode, after.info, after.tobytes())


@given(pixels=pixel_arrays.filter(lambda p: p.shape[2] >= 3), space=st.sampled_from([b"\0", b"\1"]))
def test_a_qoi_reads_back(pixels, space):
    raster = Raster(pixels, qoi.KIND, space)
    data = build(raster)
    assert data[13:14] == space
    again = read(data)
    assert isinstance(again, Raster)
    assert again.same_as(raster)
    with Image.open(io.BytesIO(data)) as image:
        assert np.array_equal(np.asarray(image), pixels)


LAYOUTS = [layout for kind in range(256) if (layout := rows.Layout.of_kind(kind))]


@given(data=st.data(), layout=st.sampled_from(LAYOUTS), before=st.binary(max_size=9), after=st.binary(max_size=9))
def test_a_block_of_rows_is_found_in_any_layout(data, layout, before, after):
    wide = data.draw(st.booleans()) and layout.depth == 8
    channels = data.draw(st.integers(1, 4)) if layout.depth == 8 else 1
    shape = (data.draw(st.integers(1, 6)), data.draw(st.integers(1, 9)), channels)
    top = (1 << (16 if wide else layout.depth)) - 1
    pixels = data.draw(arrays(np.uint16 if wide else np.uint8, shape, elements=st.integers(0, top)))
    if layout.is_bgr and channels < 3:
        return
    file = rows.build(Raster(pixels, layout.kind, before, after), layout)
    raster = rows.find(file, pixels, layout.depth)
    assert raster is not None
    assert is_exact(raster.kind)
    assert build(raster) == file


@given(pixels=pixel_arrays, file_format=st.sampled_from(["BMP", "PPM", "TIFF", "TGA"]))
def test_plain_files_come_back_byte_for_byte(pixels, file_format):
    if pixels.shape[2] == 2 or (pixels.shape[2] == 4 and file_format == "PPM"):
        return
    data = file_of(pixels, file_format)
    raster = read(data)
    assert isinstance(raster, Raster)
    assert (pixels.shape[2] == 1 and file_format == "BMP") or np.array_equal(raster.pixels, pixels)
    assert is_exact(raster.kind)
    assert build(raster) == data


def plain_files() -> dict[str, bytes]:
    """Palettes, bits, deep samples, and what Pillow does not write."""
    colour = Image.fromarray(picture(13, 19), "RGB")
    deep = Image.fromarray(np.random.default_rng(1).integers(0, 1 << 16, (9, 8), np.uint16))
    header = b"P7\n# a comment\nWIDTH 2\nHEIGHT 3\nDEPTH 2\nMAXVAL 65535\nTUPLTYPE GRAYSCALE_ALPHA\nENDHDR\n"
    files = {"PAM": header + bytes(range(24)), "deep PGM": b"P5 # hi\n 3\t2 # x\n999\n" + bytes(range(1, 13)) + b"more"}
    files["deep PPM"] = b"P6 2 2 65535\n" + bytes(range(24))
    files["BMP of 32 bits"] = file_of(picture(channels=4), "BMP")
    for name, image in (("bits", colour.convert("1")), ("palette", colour.quantize(250)), ("deep", deep)):
        for file_format in ("BMP", "TIFF", "PPM"):
            stream = io.BytesIO()
            if (name, file_format) not in (("deep", "BMP"), ("palette", "PPM")):
                image.save(stream, file_format)
                files[f"{file_format}, {name}"] = stream.getvalue()
    return files


@pytest.mark.parametrize("name", plain_files())
def test_plain_files_of_unusual_samples_come_back_byte_for_byte(name):
    data = plain_files()[name]
    raster = read(data)
    assert isinstance(raster, Raster)
    assert build(raster) == data


@given(st.integers(0, 255))
def test_only_known_kinds_are_built(kind):
    if not is_known(kind):
        with pytest.raises(ValueError, match="no file kind"):
            build(Raster(np.zeros((1, 1, 1), np.uint8), kind))


@pytest.mark.parametrize("file_format", ["BMP", "PPM", "TIFF", "TGA"])
def test_colour_pixels_of_plain_files_are_found(file_format):
    raster = read(file_of(picture(), file_format))
    assert isinstance(raster, Raster)
    assert np.array_equal(raster.pixels, picture())


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
    with Image.open(io.BytesIO(build(raster))) as after:
        assert after.info["transparency"] == (1, 2, 3)


def kept_files() -> dict[str, bytes]:
    colour = Image.fromarray(picture(), "RGB")
    animated, moving, pages = (io.BytesIO() for _ in range(3))
    colour.save(animated, "PNG", save_all=True, append_images=[colour.rotate(90)])
    colour.save(moving, "GIF", save_all=True, append_images=[colour.rotate(90)])
    colour.save(pages, "TIFF", save_all=True, append_images=[colour.rotate(90)])
    return {
        "animated": animated.getvalue(),
        "bytes after the end": file_of(picture(), "PNG") + b"more",
        "lossy WebP": file_of(picture(), "WebP"),
        "moving GIF": moving.getvalue(),
        "TIFF with a JPEG in it": file_of(picture(), "TIFF", compression="jpeg"),
        "packed TGA": file_of(picture(), "TGA", compression="tga_rle"),
        "TIFF of two pages": pages.getvalue(),
        "QOI with more": file_of(picture(), "QOI") + b"more",
        "PAM of five channels": b"P7\nWIDTH 1\nHEIGHT 1\nDEPTH 5\nMAXVAL 255\nENDHDR\n" + bytes(5),
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
        {"PNG": {}, "WebP": {"lossless": True}, "BMP": {}, "PPM": {}, "QOI": {}}.items()}  # fmt: skip
GOOD["GIF"] = file_of(picture(channels=1), "GIF")


@pytest.mark.parametrize("name", set(GOOD) - {"QOI"})  # whose end is not in its pixels: Kept
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
    if isinstance(raster, Raster) and is_exact(raster.kind):
        assert build(raster) == changed


@given(st.binary(max_size=99))
def test_junk_is_no_image(junk):
    for start in (
        b"",
        png.SIGNATURE,
        b"RIFF\0\0\0\0WEBP",
        b"BM",
        b"P6 ",
        b"II*\0",
        b"GIF89a",
        b"P7\n",
        b"P4\n",
        b"qoif",
    ):
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


BOMBS = {
    "PNG": png.SIGNATURE
    + png.chunk(b"IHDR", struct.pack(">IIBBBBB", 1_000_000, 1_000_000, 1, 0, 0, 0, 1))
    + png.chunk(b"IDAT", zlib.compress(bytes(999)))
    + png.chunk(b"IEND", b""),
    "QOI": b"qoif" + struct.pack(">IIBB", 1_000_000, 1_000_000, 3, 0) + bytes(7) + b"\1",
    "GIF": b"GIF89a" + bytes(7) + struct.pack("<BHHHHB", 0x2C, 0, 0, 65535, 65535, 0) + b"\2\1\0\0;",
    "BMP": b"BM" + struct.pack("<IHHIIiiHHIIiiII", 99, 0, 0, 54, 40, 1_000_000, 1_000_000, 1, 24, 0, 0, 0, 0, 0, 0),
    "TGA": struct.pack("<BBBHHBHHHHBB", 0, 0, 10, 0, 0, 0, 0, 0, 65535, 65535, 24, 0) + bytes(99),
    "WebP": b"RIFF\x12\0\0\0WEBPVP8L" + struct.pack("<IBI", 5, 0x2F, 0xFFFFFFF) + b"\0",
    "TIFF": file_of(picture(2, 2), "TIFF").replace(
        struct.pack("<HHII", 0x100, 4, 1, 2), struct.pack("<HHII", 0x100, 4, 1, 1 << 20)
    ).replace(struct.pack("<HHII", 0x101, 4, 1, 2), struct.pack("<HHII", 0x101, 4, 1, 1 << 20)),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_of_every_kind_is_refused_from_its_header(name):
    with pytest.raises(ImageError, match=r"at most \d+ are decoded. --max-pixels"):
        read(BOMBS[name], 1_000_000)


def test_a_jpeg_gives_its_pixels_with_what_stands_beside_them():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = file_of(picture(40, 50), "JPEG", exif=exif, dpi=(300, 300), icc_profile=b"a profile", progressive=True)
    raster = read_jpeg_pixels(data)
    assert isinstance(raster, Raster)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(build(raster))) as after:
        assert np.array_equal(np.asarray(before), np.asarray(after))
        assert after.info["icc_profile"] == b"a profile"
        assert before.getexif() == after.getexif()
        assert round(after.info["dpi"][0]) == 300


def test_pixels_of_a_jpeg_that_fit_in_no_png_are_not_taken():
    stream = io.BytesIO()
    Image.fromarray(picture()).convert("CMYK").save(stream, "JPEG")
    assert isinstance(read_jpeg_pixels(stream.getvalue()), Kept)
    with pytest.raises(ImageError, match="max-pixels"):
        read_jpeg_pixels(file_of(picture(), "JPEG"), 100)
    with pytest.raises(ImageError, match="damaged"):
        read_jpeg_pixels(file_of(picture(), "JPEG")[:200])


def test_nothing_is_written_to_stderr_of_damaged_files(capfd):
    """Neither by the C libraries nor by Pillow's log."""
    rng = np.random.default_rng(0)
    for file_format, options in [
        ("PNG", {}), ("TIFF", {}), ("TIFF", {"compression": "tiff_lzw"}), ("TIFF", {"compression": "jpeg"}),
        ("BMP", {}), ("TGA", {}), ("GIF", {}), ("WebP", {"lossless": True}), ("JPEG", {}),
    ]:  # fmt: skip
        data = file_of(picture(9, 8), file_format, **options)
        for _ in range(300):
            damaged = bytearray(data)
            damaged[rng.integers(4, len(data))] ^= rng.integers(1, 256)
            with contextlib.suppress(ImageError):
                read(bytes(damaged))
            if file_format == "JPEG":
                with contextlib.suppress(ImageError):
                    read_jpeg_pixels(bytes(damaged))
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")
