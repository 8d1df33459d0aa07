"""Both laws of codec.py, for every codec, by one pair of tests. A new codec adds a line to CODECS."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bitswap_app.coding.bits_back import bb_ans, bit_swap, bits_back
from bitswap_app.coding.codec import in_order, labelled
from bitswap_app.coding.distributions import logistic, mixture, octets, skewed, uniform
from bitswap_app.coding.message import Message
from bitswap_app.coding.tables import build_tables
from bitswap_app.coding.tabulated import tabulated
from bitswap_app.errors import EmptyMessage

thorough = settings(deadline=None, max_examples=30)  # compiling takes longer than a deadline

# From bytes, because integers(2**200, ...) leaves the low bits zero, and those are the bits a codec pops.
deep_messages = st.binary(min_size=160, max_size=192).map(lambda data: Message.from_bytes(data + b"\1"))
shallow_messages = st.binary(min_size=4, max_size=24).map(lambda data: Message.from_bytes(data + b"\1"))

TABLES = build_tables()
LEVELS = [  # each unlike the others, so that a mistaken order shows
    (lambda z: skewed(4, z), lambda x: skewed(4, x)),
    (lambda z: skewed(4, 15 - z), lambda x: skewed(4, 15 - x)),
    (lambda z: skewed(4, z ^ 5), lambda x: skewed(4, x ^ 5)),
]


def random_params(n, components, seed):
    rng = np.random.default_rng(seed)
    parts = [rng.integers(low, high, (n, components)) for low, high in ((-90, 90), (-300, 300), (0, 145))]
    return np.concatenate(parts, axis=1).astype(np.int16)


def near(shift, scale):
    """A distribution of z that hangs on another latent of the same shape."""

    def given_latent(z):
        means = (16 * z + shift).astype(np.int16)
        return logistic(means, np.full(z.shape, scale, np.int16), -127, 255, TABLES)

    return given_latent


TOP = logistic(np.zeros((2, 3), np.int16), np.full((2, 3), 120, np.int16), -127, 255, TABLES)
ARRAY_LEVELS = [(near(-shift, 60 + shift), near(shift, 55 + shift)) for shift in (0, 16, 40)]
ARRAY_LATENTS = arrays(np.int32, (2, 3), elements=st.integers(-127, 127))

CODECS = {
    "uniform": (uniform(5), st.integers(0, 31)),
    "uniform, 31 bits": (uniform(31), st.integers(0, 2**31 - 1)),
    "skewed": (skewed(4, 9), st.integers(0, 15)),
    "skewed to the first": (skewed(4, 0), st.integers(0, 15)),
    "skewed to the last": (skewed(23, 2**23 - 1), st.integers(0, 2**23 - 1)),
    "octets": (octets(9), st.binary(min_size=9, max_size=9)),
    "no octets": (octets(0), st.just(b"")),
    "in order": (in_order([uniform(2), uniform(7)]), st.tuples(st.integers(0, 3), st.integers(0, 127)).map(list)),
    "nothing in order": (in_order([]), st.just([])),
    "labelled": (labelled("a", skewed(4, 9)), st.integers(0, 15)),
    "mixture": (
        mixture(random_params(12, 5, 0), np.arange(-100, 140, 20, dtype=np.int16), -255, 511, TABLES),
        arrays(np.int32, 12, elements=st.integers(-255, 255)),
    ),
    "logistic": (
        logistic(np.arange(-90, 90, 30, dtype=np.int16), np.arange(0, 145, 25, dtype=np.int16), -127, 255, TABLES),
        arrays(np.int32, 6, elements=st.integers(-127, 127)),
    ),
    "tabulated": (
        tabulated(np.array([0, 1, 1, 0, 1]), np.array([[0, 9, 4000, 1 << 24], [0, 1, 2, 1 << 24]], dtype=np.uint32)),
        arrays(np.int32, 5, elements=st.integers(0, 2)),
    ),
    "bits back": (bits_back(skewed(4, 3), *LEVELS[0]), st.integers(0, 15)),
    "bit swap, 3 levels": (bit_swap(uniform(4), LEVELS), st.integers(0, 15)),
    "bit swap, no level": (bit_swap(uniform(4), []), st.integers(0, 15)),
    "bit swap of arrays": (bit_swap(TOP, ARRAY_LEVELS), ARRAY_LATENTS),
    "bb-ans, 3 levels": (bb_ans(uniform(4), LEVELS), st.integers(0, 15)),
    "bb-ans, 1 level": (bb_ans(uniform(4), LEVELS[:1]), st.integers(0, 15)),
    "bb-ans, no level": (bb_ans(uniform(4), []), st.integers(0, 15)),
    "bb-ans of arrays": (bb_ans(TOP, ARRAY_LEVELS), ARRAY_LATENTS),
}


@pytest.mark.parametrize("name", CODECS)
@thorough
@given(data=st.data(), message=deep_messages)
def test_decoding_undoes_encoding(name, data, message):
    codec, symbols = CODECS[name]
    symbol = data.draw(symbols)
    back, again = codec.pop(codec.push(message.copy(), symbol))
    assert back == message
    assert np.array_equal(again, symbol)


@pytest.mark.parametrize("name", CODECS)
@thorough
@given(message=deep_messages)
def test_encoding_undoes_decoding(name, message):
    codec, _ = CODECS[name]
    assert codec.push(*codec.pop(message.copy())) == message


@pytest.mark.parametrize("name", CODECS)
@thorough
@given(message=shallow_messages)
def test_near_the_end_decoding_is_undone_or_refused(name, message):
    """No bit is invented: what a pop cannot pay for in full it refuses."""
    codec, _ = CODECS[name]
    try:
        popped = codec.pop(message.copy())
    except EmptyMessage:
        return
    assert codec.push(*popped) == message


@pytest.mark.parametrize("name", CODECS)
@thorough
@given(data=st.data(), message=shallow_messages)
def test_near_the_end_encoding_is_undone_or_refused(name, data, message):
    codec, symbols = CODECS[name]
    symbol = data.draw(symbols)
    try:
        pushed = codec.push(message.copy(), symbol)
    except EmptyMessage:
        return
    back, again = codec.pop(pushed)
    assert back == message
    assert np.array_equal(again, symbol)
