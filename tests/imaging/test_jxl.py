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
        with pytest.raises(CorruptFile):
            jxl.decode_jpeg(start + junk, 1000)


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
