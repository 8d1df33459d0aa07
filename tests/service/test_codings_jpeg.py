"""JPEG files: transcoded, by their pixels, or kept."""

import io

import numpy as np
import pytest
from coded_files import ignore, jpegs, restored
from PIL import Image

from bitswap_app.container.header import Coding
from bitswap_app.container.stream import read
from bitswap_app.resources import resource
from bitswap_app.service.codings import Encoder


def test_a_jpeg_that_cannot_be_transcoded_is_stored(encode, engine_for, image_file):
    source = image_file("photo.jpeg").read_bytes()[:-40]
    coded = encode(source, "photo.jpeg")
    assert coded.coding is Coding.STORED
    assert "JPEG" in coded.note
    assert restored(coded.data, engine_for) == source


@pytest.mark.parametrize("name", jpegs())
def test_a_jpeg_comes_back_byte_for_byte(encode, engine_for, name):
    source, coding = jpegs()[name]
    coded = encode(source, "photo.jpg")
    assert coded.coding is coding
    assert restored(coded.data, engine_for) == source
    assert (coding is Coding.STORED) == ("JPEG" in coded.note)


def test_a_photograph_s_jpeg_gets_about_a_fifth_smaller(encode):
    stream = io.BytesIO()
    with Image.open(resource("samples/mountain-lake.png")) as photograph:
        photograph.convert("RGB").save(stream, "JPEG", quality=85)
    source = stream.getvalue()
    assert 0.70 * len(source) < len(encode(source, "photo.jpg").data) < 0.87 * len(source)


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
