"""JPEG XL as a coding: exact both ways, and bounded by what the header announces."""

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from bitswap_app.errors import CorruptFile, ImageError
from bitswap_app.imaging import jxl

shapes = st.tuples(st.integers(1, 8), st.integers(1, 8), st.integers(1, 4))
rasters = st.tuples(shapes, st.sampled_from([np.uint8, np.uint16])).flatmap(lambda both: arrays(both[1], both[0]))
RGB = np.random.default_rng(0).integers(0, 256, (20, 30, 3), np.uint8)


def a_jpeg() -> bytes:
    stream = io.BytesIO()
    Image.fromarray(RGB).save(stream, "JPEG", comment=b"kept")
    return stream.getvalue()


@settings(max_examples=30, deadline=None)
@given(rasters)
def test_decoding_undoes_encoding(pixels):
    again = jxl.decode(jxl.encode(pixels, 3), pixels.shape, pixels.dtype.itemsize * 8)
    assert again.dtype == pixels.dtype
    assert np.array_equal(again, pixels)


@pytest.mark.parametrize(("shape", "depth"), [((20, 30, 4), 8), ((30, 20, 3), 8), ((20, 30, 1), 8), ((20, 30, 3), 16)])
def test_a_payload_of_another_shape_is_refused(shape, depth):
    with pytest.raises(CorruptFile, match="header describes"):
        jxl.decode(jxl.encode(RGB, 3), shape, depth)


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_junk_is_refused(junk):
    for start in (b"", b"\xff\x0a"):
        with pytest.raises(CorruptFile):
            jxl.decode(start + junk, (20, 30, 3), 8)
        with pytest.raises((CorruptFile, ImageError)):  # the latter where it announces too many pixels
            jxl.decode_jpeg(start + junk, 1000)


@settings(max_examples=60)
@given(
    st.integers(1, 700),
    st.integers(1, 700),
    st.sampled_from([(0, 0), (1, 1), (6, 5), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1)]),
)
def test_the_size_is_read_from_the_header(width, height, ratio):
    if ratio[0]:
        height = -(-height // 8 // ratio[1]) * ratio[1]
        width = height * ratio[0] // ratio[1]
    payload = jxl.encode(np.zeros((height, width, 1), np.uint8), 1)
    assert jxl.size_of(payload) == (width, height)


@pytest.mark.parametrize("size", [(64, 48), (256, 256), (1000, 999), (8192, 3), (3, 9000)])
def test_the_size_of_a_jpeg_is_read_from_its_container(size):
    stream = io.BytesIO()
    Image.new("RGB", size).save(stream, "JPEG")
    assert jxl.size_of(jxl.encode_jpeg(stream.getvalue())) == size


def test_a_transcoded_jpeg_of_too_many_pixels_is_refused_from_its_header():
    stream = io.BytesIO()
    Image.new("L", (3000, 2000)).save(stream, "JPEG")
    with pytest.raises(ImageError, match=r"3000 x 2000 pixels; at most 5999999 are decoded, half of --max-pixels\."):
        jxl.decode_jpeg(jxl.encode_jpeg(stream.getvalue()), stream.tell(), 5_999_999)


@given(st.binary(max_size=60))
def test_junk_has_no_size(junk):
    for start in (b"", b"\0\0\0\x0cJXL \r\n\x87\n"):
        with pytest.raises(CorruptFile):
            jxl.size_of(start + junk)


def test_a_jpeg_comes_back_byte_for_byte():
    data = a_jpeg()
    assert jxl.decode_jpeg(jxl.encode_jpeg(data), len(data)) == data


def test_a_jpeg_of_another_size_than_announced_is_refused():
    data = a_jpeg()
    for size in (len(data) - 1, len(data) + 1):
        with pytest.raises(CorruptFile):
            jxl.decode_jpeg(jxl.encode_jpeg(data), size)


def test_what_is_no_jpeg_cannot_be_transcoded():
    with pytest.raises(ImageError, match="transcoded"):
        jxl.encode_jpeg(b"\xff\xd8\xffjunk")
