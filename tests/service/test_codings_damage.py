"""What damage, forged files and limits do; and results that do not come back."""

import io
from dataclasses import replace

import numpy as np
import pytest
from coded_files import as_png, ignore, jpegs, refuse, restored
from hypothesis import given
from hypothesis import strategies as st
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
from bitswap_app.service import payloads
from bitswap_app.service.codings import Encoder, decode


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


def test_without_verifying_nothing_is_decoded(engine, engine_for, image_file):
    encoder = Encoder(effort="fast", verify=False, engine_for=lambda _: Wrong(engine, CorruptFile("No.")))
    restored(encoder.encode(image_file().read_bytes(), "photo.png", ignore).data, engine_for)
