"""Bytes to .bsw and back: the choice of coding, the proof, and what damage does."""

import io
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from bitswap_app.container.header import Coding, Header, digest_of
from bitswap_app.container.header import Image as HeaderImage
from bitswap_app.container.packing import pack
from bitswap_app.container.stream import Contents, read, write
from bitswap_app.errors import (
    BitswapError,
    Cancelled,
    CorruptFile,
    ImageError,
    ModelError,
    UnsupportedVersion,
    VerifyFailed,
)
from bitswap_app.imaging import io as images
from bitswap_app.imaging import png, preview
from bitswap_app.imaging.raster import Raster
from bitswap_app.service import payloads
from bitswap_app.service.codings import LARGEST_EXCESS, Encoder, decode


def ignore(*_):
    """A report that nobody reads."""


@pytest.fixture
def encode(engine_for):
    encoder = Encoder(effort="fast", verify=True, engine_for=engine_for)
    return lambda source, name="photo.png": encoder.encode(source, name, ignore)


def restored(data, engine_for):
    return decode(read(data), engine_for, ignore)


@pytest.mark.parametrize(
    ("name", "channels", "coding"),
    [
        ("photo.png", 3, Coding.BITSWAP),
        ("photo.bmp", 3, Coding.BITSWAP),
        ("photo.ppm", 3, Coding.BITSWAP),
        ("photo.tiff", 3, Coding.BITSWAP),
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
    options = {"lossless": True} if name.endswith("webp") else {}
    source = image_file(name, channels=channels, height=128, width=160, **options).read_bytes()
    coded = encode(source, name)
    assert coded.coding is coding
    assert len(coded.data) <= len(source) + LARGEST_EXCESS
    again = restored(coded.data, engine_for)
    before, after = images.read(source), images.read(again)
    if isinstance(before, Raster):
        assert before.same_as(after)
    if not isinstance(before, Raster) or images.is_exact(before.kind):
        assert again == source


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


def refuse(model):
    raise AssertionError(model)


@pytest.fixture(scope="module")
def page():
    """Something like a page of text: one glyph in many places."""
    rng = np.random.default_rng(3)
    glyphs = rng.integers(0, 2, (12, 12, 8), np.uint8)
    letters = glyphs[rng.integers(0, 12, (30, 60))].transpose(0, 2, 1, 3).reshape(360, 480)
    return np.where(letters[:, :, None], np.array([250, 250, 245], np.uint8), np.array([20, 30, 40], np.uint8))


def as_png(pixels):
    kind = 128 | {1: 0, 2: 4, 3: 2, 4: 6}[pixels.shape[2]] | (3 if pixels.dtype == np.uint8 else 4) << 3
    return images.build(Raster(pixels, kind))


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


def test_colours_in_an_image_announced_as_grey_are_refused(engine):
    payload = engine.compress_image(np.arange(27, dtype=np.uint8).reshape(3, 3, 3), ignore)
    image = HeaderImage(width=3, height=3, channels=1, depth=8, file_kind=0x80)
    with pytest.raises(CorruptFile, match="grey"):
        payloads.decode(payload, Coding.BITSWAP, image, engine, ignore)


@pytest.mark.parametrize(
    ("name", "channels"), [("photo.png", 3), ("alpha.png", 4), ("photo.jpeg", 3), ("photo.gif", 1)]
)
def test_every_changed_byte_is_refused_or_harmless(encode, engine_for, image_file, name, channels):
    source = image_file(name, channels=channels, height=9, width=11).read_bytes()
    good = encode(source, name).data
    expected = restored(good, engine_for)
    for position in range(len(good)):
        for flip in (1, 0x80, 0xFF):
            data = bytearray(good)
            data[position] ^= flip
            try:
                assert restored(bytes(data), engine_for) == expected
            except BitswapError as error:
                assert str(error).endswith(".")


def test_every_cut_is_refused(encode, engine_for, image_file):
    good = encode(image_file(height=9, width=11).read_bytes()).data
    for length in range(len(good)):
        with pytest.raises(BitswapError):
            restored(good[:length], engine_for)


@given(junk=st.binary(max_size=80), coding=st.sampled_from(Coding))
def test_a_junk_payload_under_good_checksums_is_refused(junk, coding, good_files, engine_for):
    contents = good_files[coding]
    forged = write(Contents(header=contents.header, payload=junk))
    with pytest.raises(CorruptFile):
        restored(forged, engine_for)


@pytest.fixture(scope="module")
def good_files(engine_for, smooth_pixels, page):
    """A file of each coding, made once."""
    pixels = smooth_pixels(128, 160)
    jpeg = io.BytesIO()
    Image.fromarray(pixels).save(jpeg, "JPEG")
    deep = as_png(pixels.astype(np.uint16) * 200)
    sources = {
        Coding.BITSWAP: as_png(pixels),
        Coding.JXL: deep,
        Coding.WEBP: as_png(page),
        Coding.JPEG: jpeg.getvalue(),
        Coding.STORED: b"text" * 9,
    }
    files = {}
    for coding, source in sources.items():
        coded = Encoder(effort="fast", verify=True, engine_for=engine_for).encode(source, "x", ignore)
        assert coded.coding is coding
        files[coding] = read(coded.data)
    return files


def test_pixels_of_another_image_are_refused(encode, engine, engine_for, image_file):
    """Checksums cannot know; the digest does."""
    contents = read(encode(image_file().read_bytes()).data)
    other = engine.compress_image(np.zeros((48, 64, 3), np.uint8), ignore)
    with pytest.raises(CorruptFile, match="digest"):
        restored(write(Contents(header=contents.header, payload=other)), engine_for)


def test_a_stored_file_of_another_size_is_refused(engine_for):
    header = Header(coding=Coding.STORED, name="x", source_bytes=3, digest=digest_of(b"abcd"))
    with pytest.raises(CorruptFile):
        restored(write(Contents(header=header, payload=pack(b"abcd"))), engine_for)


def test_an_unknown_model_is_named(encode, image_file):
    def none(model):
        raise ModelError(f"There is no model {model!r} here.")

    data = encode(image_file().read_bytes()).data
    with pytest.raises(ModelError):
        restored(data, none)


def test_a_file_kind_of_a_later_version_is_refused(encode, engine_for, image_file):
    contents = read(encode(image_file().read_bytes()).data)
    header = replace(contents.header, image=replace(contents.header.image, file_kind=0x77))
    with pytest.raises(UnsupportedVersion, match="kind 119"):
        restored(write(Contents(header=header, payload=contents.payload)), engine_for)


class Wrong:
    """An engine whose decoder does not undo its encoder."""

    def __init__(self, engine, fault):
        self.engine, self.fault, self.model_id = engine, fault, engine.model_id

    def compress_image(self, pixels, report, *, check=False):
        return self.engine.compress_image(pixels, report, check=check)

    def decompress_image(self, payload, height, width, report):
        if isinstance(self.fault, BitswapError):
            raise self.fault
        pixels = self.engine.decompress_image(payload, height, width, report)
        pixels[-1, -1, -1] ^= 1
        return pixels


@pytest.mark.parametrize("fault", [None, CorruptFile("No.")])
def test_a_result_that_does_not_come_back_is_never_kept(engine, image_file, fault):
    encoder = Encoder(effort="fast", verify=True, engine_for=lambda _: Wrong(engine, fault))
    with pytest.raises(VerifyFailed, match="discarded"):
        encoder.encode(image_file().read_bytes(), "photo.png", ignore)


def test_cancelling_passes_through_the_proof(engine, image_file):
    encoder = Encoder(effort="fast", verify=True, engine_for=lambda _: Wrong(engine, Cancelled("Stop.")))
    with pytest.raises(Cancelled):
        encoder.encode(image_file().read_bytes(), "photo.png", ignore)


def test_without_verifying_nothing_is_decoded(engine, engine_for, image_file):
    encoder = Encoder(effort="fast", verify=False, engine_for=lambda _: Wrong(engine, CorruptFile("No.")))
    restored(encoder.encode(image_file().read_bytes(), "photo.png", ignore).data, engine_for)


def test_a_jpeg_that_cannot_be_transcoded_is_stored(encode, engine_for, image_file):
    source = image_file("photo.jpeg").read_bytes()[:-40]
    coded = encode(source, "photo.jpeg")
    assert coded.coding is Coding.STORED
    assert "JPEG" in coded.note
    assert restored(coded.data, engine_for) == source


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


def test_too_many_pixels_are_never_decoded(engine_for, image_file):
    source = image_file().read_bytes()
    encoder = Encoder(effort="fast", verify=True, engine_for=engine_for, max_pixels=1000)
    coded = encoder.encode(source, "photo.png", ignore)
    assert coded.coding is Coding.STORED
    assert "--max-pixels" in coded.note
    assert restored(coded.data, engine_for) == source
    whole = read(replace(encoder, max_pixels=3072).encode(source, "photo.png", ignore).data)
    with pytest.raises(ImageError, match=r"64 x 48 pixels; at most 3071 are decoded\. --max-pixels"):
        decode(whole, refuse, ignore, 3071)


def test_too_many_bytes_are_never_unpacked(encode):
    """The option's number counts eight bytes a pixel, and for a JPEG four times to code it and twice to decode it."""
    coded = read(encode(bytes(100_000)).data)
    with pytest.raises(ImageError, match=r"100000 bytes; at most 99992 are unpacked, eight times --max-pixels\."):
        decode(coded, refuse, ignore, 12_499)
    jpeg, _ = jpegs()["grey"]
    with pytest.raises(ImageError, match=r"half of --max-pixels\."):
        decode(read(encode(jpeg).data), refuse, ignore, 239_999)
    small = Encoder(effort="fast", verify=True, engine_for=refuse, max_pixels=479_999).encode(jpeg, "x", ignore)
    assert small.coding is Coding.STORED
    assert "a quarter of --max-pixels" in small.note


def jpegs():
    """Every kind of JPEG with the coding that it gets."""
    colour = Image.fromarray(np.random.default_rng(5).integers(0, 256, (40, 30, 3), np.uint8)).resize((300, 400))

    def save(image=colour, **options):
        stream = io.BytesIO()
        image.save(stream, "JPEG", **options)
        return stream.getvalue()

    exif = Image.Exif()
    exif[0x010E] = "long " * 9000
    return {
        "progressive": (save(progressive=True), Coding.JPEG),
        "grey": (save(colour.convert("L")), Coding.JPEG),
        "colours in full": (save(subsampling="4:4:4"), Coding.JPEG),
        "long EXIF": (save(exif=exif), Coding.JPEG),
        "with more after its end": (save() + b"a second picture" * 9, Coding.JPEG),
        "cut": (save()[:-400], Coding.STORED),
        "CMYK": (save(colour.convert("CMYK")), Coding.STORED),
        "arithmetic": (save().replace(b"\xff\xc0", b"\xff\xc9", 1), Coding.STORED),
    }


@pytest.mark.parametrize("name", jpegs())
def test_a_jpeg_comes_back_byte_for_byte(encode, engine_for, name):
    source, coding = jpegs()[name]
    coded = encode(source, "photo.jpg")
    assert coded.coding is coding
    assert restored(coded.data, engine_for) == source
    assert (coding is Coding.STORED) == ("JPEG" in coded.note)


def test_a_jpeg_may_be_coded_by_its_pixels(engine_for, image_file):
    source = image_file("photo.jpeg", height=120, width=200).read_bytes()
    encoder = Encoder(effort="fast", verify=True, engine_for=engine_for, pixels=True)
    coded = encoder.encode(source, "photo.jpeg", ignore)
    contents = read(coded.data)
    assert contents.header.name == "photo.png"
    assert "times the JPEG's size; it comes back as photo.png." in coded.note
    with Image.open(io.BytesIO(source)) as before, Image.open(io.BytesIO(restored(coded.data, engine_for))) as after:
        assert after.format == "PNG"
        assert np.array_equal(np.asarray(before), np.asarray(after))


@pytest.mark.parametrize("name", ["CMYK", "cut"])
def test_a_jpeg_without_usable_pixels_is_kept_whatever_is_asked(engine_for, name):
    source, _ = jpegs()[name]
    coded = Encoder(effort="fast", verify=True, engine_for=engine_for, pixels=True).encode(source, "x.jpg", ignore)
    assert restored(coded.data, engine_for) == source
    assert "The JPEG file itself is kept." in coded.note


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
