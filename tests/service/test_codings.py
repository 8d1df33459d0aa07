"""Bytes to .bsw and back: the choice of coding, the proof, and what damage does."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bitswap_app.container.header import Coding, Header, digest_of
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
from bitswap_app.imaging.raster import Raster
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
        ("grey.png", 1, Coding.JXL),
        ("grey-alpha.png", 2, Coding.JXL),
        ("alpha.png", 4, Coding.JXL),
        ("photo.jpeg", 3, Coding.JPEG),
        ("photo.gif", 1, Coding.STORED),
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
    if not isinstance(before, Raster) or before.kind.is_exact:
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


def test_a_file_that_needs_no_model_never_asks_for_one(image_file):
    def refuse(model):
        raise AssertionError(model)

    encoder = Encoder(effort="standard", verify=True, engine_for=refuse)
    for name, channels in (("grey.png", 1), ("alpha.png", 4), ("photo.jpeg", 3), ("photo.gif", 1)):
        coded = encoder.encode(image_file(name, channels=channels).read_bytes(), name, ignore)
        restored(coded.data, refuse)


@pytest.mark.parametrize(("name", "channels"), [("photo.png", 3), ("grey.png", 1), ("photo.jpeg", 3), ("photo.gif", 1)])
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
def good_files(engine_for, smooth_pixels):
    """A file of each coding, made once."""
    pixels = smooth_pixels(128, 160)
    files = {}
    for coding, file_format, shown in (
        (Coding.BITSWAP, "PNG", pixels),
        (Coding.JXL, "PNG", pixels[:, :, 0]),
        (Coding.JPEG, "JPEG", pixels),
        (Coding.STORED, "GIF", pixels[:, :, 0]),
    ):
        stream = io.BytesIO()
        Image.fromarray(shown).save(stream, file_format)
        coded = Encoder(effort="fast", verify=True, engine_for=engine_for).encode(stream.getvalue(), "x", ignore)
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
    from dataclasses import replace

    contents = read(encode(image_file().read_bytes()).data)
    header = replace(contents.header, image=replace(contents.header.image, file_kind=0x77))
    with pytest.raises(UnsupportedVersion, match="kind 119"):
        restored(write(Contents(header=header, payload=contents.payload)), engine_for)


class Wrong:
    """An engine whose decoder does not undo its encoder."""

    def __init__(self, engine, fault):
        self.engine, self.fault, self.model_id = engine, fault, engine.model_id

    def compress_image(self, pixels, report):
        return self.engine.compress_image(pixels, report)

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


def test_what_is_no_image_is_refused(encode):
    for source in (b"", b"Dear Sir or Madam,\n" * 9):
        with pytest.raises(ImageError):
            encode(source)


def test_metadata_comes_back(encode, engine_for, image_file):
    source = image_file(dpi=(300, 300), icc_profile=b"a profile" * 40).read_bytes()
    with Image.open(io.BytesIO(restored(encode(source).data, engine_for))) as image:
        assert image.info["icc_profile"] == b"a profile" * 40
        assert round(image.info["dpi"][0]) == 300
