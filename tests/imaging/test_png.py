"""PNG files of every form: samples as they are, and back in the same form with the same chunks."""

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from bitswap_app.errors import ImageError
from bitswap_app.imaging import png
from bitswap_app.imaging.io import build, read
from bitswap_app.imaging.png import Form
from bitswap_app.imaging.raster import Kept, Raster

PLAIN_FORMS = [
    Form(depth, colour_type)
    for colour_type, depths in ((0, (1, 2, 4, 8, 16)), (2, (8, 16)), (3, (1, 2, 4, 8)), (4, (8, 16)), (6, (8, 16)))
    for depth in depths
]
FORMS = PLAIN_FORMS + [Form(form.depth, form.colour_type, is_interlaced=True) for form in PLAIN_FORMS]
forms = st.sampled_from(FORMS)
texts = st.binary(max_size=40).map(lambda text: png.chunk(b"tEXt", b"Key\0" + text))
others = st.binary(max_size=40).map(lambda body: png.chunk(b"gaMe", body))


def samples_of(form, height, width):
    kind = np.uint16 if form.depth == 16 else np.uint8
    return arrays(kind, (height, width, form.channels), elements=st.integers(0, (1 << form.depth) - 1))


@st.composite
def rasters(draw):
    form = draw(forms)
    pixels = draw(samples_of(form, draw(st.integers(1, 11)), draw(st.integers(1, 11))))
    before = png.chunk(b"PLTE", bytes(3 << form.depth)) if form.colour_type == png.PALETTE else b""
    return Raster(pixels, form.kind, before + draw(texts), draw(others))


def by_hand(pixels, form, *chunks):
    """A PNG in a second hand: bits as text, no filter, passes by Adam7's own picture."""
    height, width, _ = pixels.shape
    depth = form.depth

    def scanlines(part):
        lines = []
        for row in part.reshape(part.shape[0], -1):
            bits = "".join(f"{int(sample):0{depth}b}" for sample in row)
            bits += "0" * (-len(bits) % 8)
            lines.append(b"\0" + int(bits, 2).to_bytes(len(bits) // 8, "big"))
        return b"".join(lines)

    if form.is_interlaced:
        picture = ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"]
        order = np.array([[int(picture[y % 8][x % 8]) for x in range(width)] for y in range(height)])
        data = b""
        for number in range(1, 8):
            rows, columns = np.where((order == number).any(1))[0], np.where((order == number).any(0))[0]
            if len(rows) and len(columns):
                data += scanlines(pixels[np.ix_(rows, columns)])
    else:
        data = scanlines(pixels)
    header = struct.pack(">IIBBBBB", width, height, depth, form.colour_type, 0, 0, form.is_interlaced)
    body = [png.chunk(b"IHDR", header), *chunks, png.chunk(b"IDAT", zlib.compress(data)), png.chunk(b"IEND", b"")]
    return png.SIGNATURE + b"".join(body)


@given(rasters(), st.booleans())
def test_a_built_file_reads_back(raster, quick):
    again = read(build(raster, quick=quick))
    assert isinstance(again, Raster)
    assert again.same_as(raster)


@given(rasters())
def test_a_file_of_another_program_gives_its_samples(raster):
    form = Form.of_kind(raster.kind)
    again = read(by_hand(raster.pixels, form, raster.before))
    assert isinstance(again, Raster)
    assert np.array_equal(again.pixels, raster.pixels)
    assert (again.kind, again.before) == (raster.kind, raster.before)


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_pillow_sees_the_same_file(form):
    rng = np.random.default_rng(form.kind)
    kind = np.uint16 if form.depth == 16 else np.uint8
    pixels = rng.integers(0, 1 << form.depth, (19, 21, form.channels)).astype(kind)
    palette = [png.chunk(b"PLTE", bytes(range(3)) * (1 << form.depth))] if form.colour_type == png.PALETTE else []
    extra = [png.chunk(b"gAMA", struct.pack(">I", 45455)), *palette, png.chunk(b"tEXt", b"Title\0x")]
    source = by_hand(pixels, form, *extra)
    raster = read(source)
    assert isinstance(raster, Raster)
    built = build(raster)
    assert built[24:29] == source[24:29]  # depth, colour type and interlacing
    with Image.open(io.BytesIO(source)) as before, Image.open(io.BytesIO(built)) as after:
        before.load()
        after.load()
        assert (before.mode, before.size, before.info) == (after.mode, after.size, after.info)
        assert before.tobytes() == after.tobytes()
        assert before.getpalette() == after.getpalette()


@given(st.integers(0, 255))
def test_a_kind_and_its_form_are_one(kind):
    form = Form.of_kind(kind)
    assert form is None or form.kind == kind
    assert (form in FORMS) == (form is not None)


@pytest.mark.parametrize("form", [form for form in FORMS if form.depth < 8], ids=str)
def test_samples_that_do_not_fit_their_bits_are_refused(form):
    with pytest.raises(ValueError, match="fit"):
        build(Raster(np.full((2, 9, 1), 1 << form.depth, np.uint8), form.kind))


def test_pixels_of_another_shape_than_the_kind_are_refused():
    with pytest.raises(ValueError, match="fit"):
        build(Raster(np.zeros((2, 2, 3), np.uint8), Form(16, 2).kind))


@pytest.mark.parametrize("form", [Form(8, 2), Form(8, 2, is_interlaced=True), Form(1, 0, is_interlaced=True)], ids=str)
def test_image_data_that_ends_early_is_refused(form):
    pixels = np.zeros((16, 16, form.channels), np.uint8)
    parts = png.take_apart(by_hand(pixels, form))
    header = struct.pack(">IIBBBBB", 16, 24, form.depth, form.colour_type, 0, 0, form.is_interlaced)
    short = [png.chunk(b"IHDR", header), parts.image_data, png.chunk(b"IEND", b"")]
    with pytest.raises(ImageError, match="damaged"):
        read(png.SIGNATURE + b"".join(short))


def test_interlaced_data_that_unpacks_to_gigabytes_is_cut_off():
    packed = zlib.compress(bytes(1 << 24), 9)
    header = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 1)
    bomb = [png.chunk(b"IHDR", header), png.chunk(b"IDAT", packed), png.chunk(b"IEND", b"")]
    raster = read(png.SIGNATURE + b"".join(bomb))
    assert isinstance(raster, Raster)
    assert raster.pixels.shape == (8, 8, 1)


@pytest.mark.parametrize(
    "fields", [(3, 0, 0, 0, 0), (8, 5, 0, 0, 0), (8, 2, 1, 0, 0), (8, 2, 0, 1, 0), (8, 2, 0, 0, 2)]
)
def test_a_form_that_png_does_not_have_is_kept(fields):
    parts = [
        png.chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, *fields)),
        png.chunk(b"IDAT", b""),
        png.chunk(b"IEND", b""),
    ]
    assert isinstance(read(png.SIGNATURE + b"".join(parts)), Kept)
