"""Bytes to .bsw and back: the choice of coding, and what comes back."""

import io
from dataclasses import replace

import numpy as np
import pytest
from coded_files import as_png, ignore, refuse, restored
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from bitswap_app.container.header import Coding, Header
from bitswap_app.container.header import Image as HeaderImage
from bitswap_app.container.stream import Contents, read, write
from bitswap_app.imaging import io as images
from bitswap_app.imaging import png, preview
from bitswap_app.imaging.raster import Raster
from bitswap_app.service import payloads
from bitswap_app.service.codings import LARGEST_EXCESS, Encoder


@pytest.mark.parametrize(
    ("name", "channels", "coding"),
    [
        ("photo.png", 3, Coding.BITSWAP),
        ("photo.bmp", 3, Coding.BITSWAP),
        ("photo.ppm", 3, Coding.BITSWAP),
        ("photo.tiff", 3, Coding.BITSWAP),
        ("packed.tiff", 3, Coding.BITSWAP),
        ("photo.webp", 3, Coding.BITSWAP),
        ("grey.png", 1, Coding.BITSWAP),
        ("grey-alpha.png", 2, Coding.BITSWAP),
        ("alpha.png", 4, Coding.BITSWAP),
        ("photo.qoi", 3, Coding.BITSWAP),
        ("photo.gif", 1, Coding.JXL),
        ("photo.jpeg", 3, Coding.JPEG),
    ],
)
def test_each_kind_gets_its_coding_and_comes_back(encode, engine_for, image_file, name, channels, coding):
    options = {"photo.webp": {"lossless": True}, "packed.tiff": {"compression": "tiff_lzw"}}.get(name, {})
    source = image_file(name, channels=channels, height=128, width=160, **options).read_bytes()
    coded = encode(source, name)
    assert coded.coding is coding
    assert len(coded.data) <= len(source) + LARGEST_EXCESS
    again = restored(coded.data, engine_for)
    before, after = images.read(source), images.read(again)
    if isinstance(before, Raster):
        assert images.same_image(before, after)
    if not isinstance(before, Raster) or images.is_exact(before.kind):
        assert again == source


PNG_FORMS = [
    png.Form(1 << bits, colour_type, is_interlaced)
    for colour_type in (0, 2, 3, 4, 6)
    for bits in range(5)
    for is_interlaced in (False, True)
    if png.Form.of_kind(0x80 | bits << 3 | colour_type)
]


@pytest.mark.parametrize("form", PNG_FORMS, ids=lambda form: f"{form.colour_type}-{form.depth}-{form.is_interlaced}")
def test_a_png_of_every_form_comes_back_with_all_its_chunks(encode, engine_for, form):
    """As PngSuite has them."""
    rng = np.random.default_rng(form.kind)
    pixels = rng.integers(0, 1 << form.depth, (32, 32, form.channels), np.uint16 if form.depth == 16 else np.uint8)
    palette = png.chunk(b"PLTE", rng.bytes(3 << form.depth)) if form.colour_type == png.PALETTE else b""
    gamma, words = png.chunk(b"gAMA", b"\0\0\xb1\x8f"), png.chunk(b"tEXt", b"Title\0words")
    source = images.build(Raster(pixels, form.kind, gamma + palette, words))
    coded = encode(source)
    assert len(coded.data) <= len(source) + LARGEST_EXCESS
    assert images.read(restored(coded.data, engine_for)).same_as(Raster(pixels, form.kind, gamma + palette, words))


@pytest.mark.parametrize("length", [1, 30, 200, 255])
def test_nothing_grows_by_more_than_the_limit(encode, engine_for, length):
    """Noise in a kept file is the worst case, a long name the worse one."""
    noise = np.random.default_rng(0).bytes(5000)
    stream = io.BytesIO()
    Image.frombytes("RGB", (40, 40), noise[:4800]).save(stream, "PNG")
    source = stream.getvalue()
    coded = encode(source, "n" * length)
    assert len(coded.data) <= len(source) + LARGEST_EXCESS
    assert images.read(restored(coded.data, engine_for)).same_as(images.read(source))


def test_a_file_that_needs_no_model_never_asks_for_one(image_file, page):
    encoder = Encoder(effort="standard", verify=True, engine_for=refuse)
    bits = io.BytesIO()
    Image.fromarray(page).convert("1").save(bits, "PNG")
    sources = [image_file(name, channels=1).read_bytes() for name in ("photo.jpeg", "photo.gif")]
    icon = image_file("icon.png", width=16, height=16).read_bytes()
    for source in (*sources, icon, bits.getvalue(), as_png(page), b"Dear Sir or Madam,\n" * 9):
        restored(encoder.encode(source, "x.png", ignore).data, refuse)


def test_repetitions_go_to_webp_and_say_so(encode, engine_for, page):
    source = as_png(page)
    coded = encode(source)
    assert coded.coding is Coding.WEBP
    assert "repetitions" in coded.note
    assert images.read(restored(coded.data, engine_for)).same_as(images.read(source))


@pytest.mark.parametrize("effort", ["fast", "standard", "high"])
def test_sixteen_bits_go_to_the_model_where_they_are_eight(engine_for, smooth_pixels, effort):
    encoder = Encoder(effort=effort, verify=True, engine_for=engine_for)
    pixels = smooth_pixels(80, 90).astype(np.uint16) * 257
    assert encoder.encode(as_png(pixels), "x.png", ignore).coding is Coding.BITSWAP
    pixels[3, 4, 1] += 1
    assert encoder.encode(as_png(pixels), "x.png", ignore).coding is Coding.JXL


shapes = st.tuples(st.integers(1, 9), st.integers(1, 9), st.integers(1, 4))


@settings(max_examples=50)
@given(shapes.flatmap(lambda shape: arrays(np.uint8, shape)), st.sampled_from([8, 16]))
def test_levels_of_any_channels_come_back_through_the_model(engine, levels, depth):
    pixels = levels if depth == 8 else levels.astype(np.uint16) * 257
    narrow = payloads.narrowed(pixels)
    assert np.array_equal(narrow, levels)
    payload = payloads.encode_by_model(narrow, engine, 3, ignore)
    height, width, channels = levels.shape
    image = HeaderImage(width=width, height=height, channels=channels, depth=depth, file_kind=0x80)
    again = payloads.decode(payload, Coding.BITSWAP, image, engine, ignore)
    assert again.dtype == pixels.dtype
    assert np.array_equal(again, pixels)


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"Dear Sir or Madam,\n" * 9,
        b"\x89PNG\r\n\x1a\n" + bytes(40),
        b"RIFF\x04\0\0\0WEBP",
        b"BM" + bytes(60),
        b"qoif",
    ],
)
def test_what_cannot_be_read_as_an_image_is_stored_and_says_why(encode, engine_for, source):
    coded = encode(source)
    assert coded.coding is Coding.STORED
    assert coded.note.endswith(".")
    assert len(coded.data) <= len(source) + LARGEST_EXCESS
    assert restored(coded.data, engine_for) == source


@pytest.mark.parametrize(
    "kind", [png.Form(8, 2).kind, png.Form(8, 0).kind, png.Form(16, 6).kind, png.Form(8, png.PALETTE).kind]
)
def test_a_thumbnail_is_there_where_it_is_cheap_and_wanted(engine_for, kind):
    """The file is stood in for by its size: real ones that are large enough take minutes."""
    form = png.Form.of_kind(kind)
    depth = np.uint16 if form.depth == 16 else np.uint8
    y, x, c = np.ogrid[:300, :500, : form.channels]
    image = Raster((y * 2 + x + c).astype(depth), kind)
    header = Header(
        coding=Coding.JXL,
        name="",
        source_bytes=1,
        digest=bytes(8),
        image=HeaderImage(width=500, height=300, channels=form.channels, depth=depth(0).itemsize * 8, file_kind=kind),
    )
    encoder = Encoder(effort="fast", verify=False, engine_for=engine_for)
    for payload_bytes, wanted in ((6_000_000, True), (100_000, True), (6_000_000, False)):
        contents = Contents(header=header, payload=bytes(payload_bytes))
        data = replace(encoder, thumbnail=wanted)._written(contents, image, b"")
        found = read(data)
        assert found.payload == contents.payload
        assert bool(found.thumbnail) == (payload_bytes > 1_000_000 and wanted and form.colour_type != png.PALETTE)
        if found.thumbnail:
            assert len(data) <= len(write(contents)) * 1.001
            assert preview.decode(found.thumbnail).shape == (154, 256, 3)


def test_metadata_comes_back(encode, engine_for, image_file):
    source = image_file(dpi=(300, 300), icc_profile=b"a profile" * 40).read_bytes()
    with Image.open(io.BytesIO(restored(encode(source).data, engine_for))) as image:
        assert image.info["icc_profile"] == b"a profile" * 40
        assert round(image.info["dpi"][0]) == 300
