"""Integer mixtures against a slow twin and against floats. These tests also run without the compiler (test_jit.py)."""

import numba
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bitswap_app.coding import _kernel
from bitswap_app.coding.message import Message
from bitswap_app.coding.mixture import mixture_intervals, mixture_pop
from bitswap_app.coding.tables import build_tables
from bitswap_app.errors import EmptyMessage

# Compiling takes longer than a deadline, and running uncompiled longer than many examples.
thorough = settings(deadline=None, max_examples=10 if numba.config.DISABLE_JIT else 60)

TABLES = build_tables()
CDF, INVERSE_SCALE, EXP = ([int(n) for n in table] for table in (TABLES.cdf, TABLES.inverse_scale, TABLES.exp))
SUPPORTS = {"Y": (0, 256), "Co, Cg": (-255, 511), "latent": (-127, 255), "one": (7, 1), "two": (-1, 2)}

int16s = st.integers(-(2**15), 2**15 - 1)
close_to_the_support = st.integers(-600, 600)


@st.composite
def mixtures(draw):
    """(logits, offsets, scales, centre) of one symbol; ties, huge gaps and far means come up often."""
    components = draw(st.integers(1, 6))
    several = {"min_size": components, "max_size": components}
    logits = draw(st.lists(st.one_of(st.sampled_from([0, 255, 256, -1]), st.integers(-64, 64), int16s), **several))
    offsets = draw(st.lists(st.one_of(st.sampled_from([0, 8, -8]), close_to_the_support, int16s), **several))
    scales = draw(st.lists(st.one_of(st.sampled_from([0, 144]), st.integers(0, 144)), **several))
    centre = draw(st.one_of(st.integers(-300, 300), int16s))
    return logits, offsets, scales, centre


def slow_starts(mixture, lowest, count):
    """start(lowest), ..., start(lowest + count) in Python integers, straight from the definition."""
    logits, offsets, scales, centre = mixture
    weights = slow_weights(logits)

    def cumulative(x):
        total = 0
        for weight, offset, scale in zip(weights, offsets, scales, strict=True):
            d = 16 * x - 8 - (16 * centre + offset)
            t = min(max(d * INVERSE_SCALE[scale] + (1024 << 16), 0), 2048 << 16)
            i, f = t >> 16, t & 0xFFFF
            total += weight * (2**24 if i == 2048 else CDF[i] + ((CDF[i + 1] - CDF[i]) * f >> 16))
        return total >> 16

    inner = [j + (cumulative(lowest + j) * (2**24 - count) >> 24) for j in range(1, count)]
    return [0, *inner, 2**24]


def slow_weights(logits):
    e = [EXP[min(max(logits) - logit, 255)] for logit in logits]
    weights = [e_k * 2**16 // sum(e) for e_k in e]
    weights[logits.index(max(logits))] += 2**16 - sum(weights)
    return weights


def params_of(mixture, repeat):
    logits, offsets, scales, centre = mixture
    row = np.array([*logits, *offsets, *scales], dtype=np.int16)
    return np.tile(row, (repeat, 1)), np.full(repeat, centre, dtype=np.int16)


@pytest.mark.parametrize("support", SUPPORTS)
@thorough
@given(mixture=mixtures())
@example(mixture=([0, 0, 0], [0, 0, 0], [0, 0, 0], 0))
@example(mixture=([-(2**15), 2**15 - 1], [2**15 - 1, -(2**15)], [0, 0], -(2**15)))
@example(mixture=([5], [-(2**15)], [144], 2**15 - 1))
def test_every_symbol_has_the_interval_of_the_definition(support, mixture):
    lowest, count = SUPPORTS[support]
    symbols = np.arange(lowest, lowest + count, dtype=np.int32)
    starts, freqs = mixture_intervals(symbols, *params_of(mixture, count), lowest, count, TABLES)
    slow = slow_starts(mixture, lowest, count)

    assert starts.tolist() == slow[:-1]
    assert freqs.tolist() == np.diff(slow).tolist()
    assert min(freqs) >= 1
    assert sum(freqs.tolist()) == 2**24


@thorough
@given(mixture=mixtures(), ends=st.tuples(st.integers(-255, 255), st.integers(-255, 255)).map(sorted))
def test_the_ends_take_what_lies_beyond_them(mixture, ends):
    least, most = ends
    symbols = np.arange(least, most + 1, dtype=np.int32)
    given_ends = np.tile(np.array(ends, np.int32), (len(symbols), 1))
    starts, freqs = mixture_intervals(symbols, *params_of(mixture, len(symbols)), -255, 511, TABLES, given_ends)
    whole, _ = mixture_intervals(symbols, *params_of(mixture, len(symbols)), -255, 511, TABLES)
    assert starts.tolist() == [0, *whole[1:].tolist()]
    assert (starts + freqs).tolist() == [*whole[1:].tolist(), 2**24]
    for j, (start, freq) in enumerate(zip(starts.tolist(), freqs.tolist(), strict=True)):
        if j in {0, 1, len(symbols) // 2, len(symbols) - 1}:
            for slot in {start, start + freq - 1}:
                message = Message(2**60 | slot)
                popped = mixture_pop(message, *params_of(mixture, 1), -255, 511, TABLES, given_ends[:1])
                assert popped.tolist() == [least + j]


@pytest.mark.parametrize("ends", [(-256, 0), (0, 256), (3, 2)])
def test_ends_beyond_the_support_are_refused(ends):
    params, given_ends = params_of(([0], [0], [0], 0), 1), np.array([ends], np.int32)
    with pytest.raises(ValueError, match="Ends leave the support"):
        mixture_pop(Message(2**60), *params, -255, 511, TABLES, given_ends)
    with pytest.raises(ValueError, match="Ends must be int32"):
        mixture_pop(Message(2**60), *params, -255, 511, TABLES, given_ends.astype(np.int64))


def test_a_symbol_beyond_its_ends_is_refused():
    params, ends = params_of(([0], [0], [0], 0), 1), np.array([[-3, 3]], np.int32)
    with pytest.raises(ValueError, match="outside its support"):
        mixture_intervals(np.array([4], np.int32), *params, -255, 511, TABLES, ends)


def test_weights_are_those_of_an_exact_division():
    """The kernel divides by a multiplication and mends the last bit: about one quotient in 400 needs that."""
    weights = np.empty(3, np.int64)
    for i, j in np.ndindex(64, 64):
        logits = [0, -4 * i, -3 * j - 1]
        _kernel.weigh(np.array(logits, np.int16), TABLES.exp, weights)
        assert weights.tolist() == slow_weights(logits)


def test_weights_stay_exact_for_the_largest_table():
    exp = np.array([2**27 - 1, *[2**27 - 2] * 254, 1], np.uint32)
    weights = np.empty(64, np.int64)
    for gap in (0, 1, 254, 255, 256):
        _kernel.weigh(np.array([5] + [5 - gap] * 63, np.int16), exp, weights)
        small = (int(exp[min(gap, 255)]) << 16) // (2**27 - 1 + 63 * int(exp[min(gap, 255)]))
        assert weights.tolist() == [2**16 - 63 * small] + [small] * 63


@pytest.mark.parametrize("support", SUPPORTS)
@thorough
@given(mixture=mixtures(), data=st.data())
def test_every_slot_finds_its_symbol(support, mixture, data):
    """Both ends of every interval of some symbols: the search must agree with the table of all starts."""
    lowest, count = SUPPORTS[support]
    slow = slow_starts(mixture, lowest, count)
    indices = data.draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=8))
    for j in {0, count - 1, *indices}:
        for slot in {slow[j], slow[j + 1] - 1, (slow[j] + slow[j + 1]) // 2}:
            message = Message((1 << 55) + slot)
            assert mixture_pop(message, *params_of(mixture, 1), lowest, count, TABLES).tolist() == [lowest + j]


@thorough
@given(mixture=mixtures())
def test_a_message_is_popped_as_it_was_pushed(mixture):
    symbols = np.array([0, 255, 3, 128], dtype=np.int32)
    params, centres = params_of(mixture, 4)
    message = Message.empty()
    message.push_intervals(*mixture_intervals(symbols, params, centres, 0, 256, TABLES))
    assert mixture_pop(message, params, centres, 0, 256, TABLES).tolist() == symbols.tolist()
    assert message.is_empty


def test_arrays_of_any_shape_and_stride_are_those_of_their_flat_copy(rng):
    shape = (2, 3, 4)
    params = rng.integers(0, 100, (*shape, 9, 2)).astype(np.int16)[..., 0]
    centres = rng.integers(0, 256, (*shape, 2)).astype(np.int16)[..., 0]
    symbols = rng.integers(0, 256, (4, 3, 2)).astype(np.int32).T
    starts, freqs = mixture_intervals(symbols, params, centres, 0, 256, TABLES)
    flat = mixture_intervals(symbols.reshape(-1), params.reshape(-1, 9), centres.reshape(-1), 0, 256, TABLES)

    assert starts.shape == freqs.shape == shape
    assert np.array_equal(starts.reshape(-1), flat[0])
    assert np.array_equal(freqs.reshape(-1), flat[1])
    message = Message.empty()
    message.push_intervals(*flat)
    assert np.array_equal(mixture_pop(message, params, centres, 0, 256, TABLES), symbols)


def test_no_symbols_take_no_bits():
    params, centres = np.zeros((0, 15), np.int16), np.zeros(0, np.int16)
    message = Message.empty()
    message.push_intervals(*mixture_intervals(np.zeros(0, np.int32), params, centres, 0, 256, TABLES))
    assert mixture_pop(message, params, centres, 0, 256, TABLES).shape == (0,)
    assert message.is_empty


def test_an_empty_message_has_no_symbols():
    message = Message.empty()
    with pytest.raises(EmptyMessage):
        mixture_pop(message, *params_of(([0], [0], [56], 0), 1), 0, 256, TABLES)
    assert message.is_empty


@pytest.mark.parametrize("symbol", [-1, 256, -(2**31), 2**31 - 1])
def test_a_symbol_outside_its_support_is_refused(symbol):
    with pytest.raises(ValueError, match="symbol"):
        mixture_intervals(np.array([symbol], np.int32), *params_of(([0], [0], [0], 0), 1), 0, 256, TABLES)


@pytest.mark.parametrize("scale", [-1, 145, 2**15 - 1, -(2**15)])
def test_a_scale_outside_its_table_is_refused(scale):
    params, centres = params_of(([0, 0], [0, 0], [0, scale], 0), 1)
    with pytest.raises(ValueError, match="scale"):
        mixture_intervals(np.array([0], np.int32), params, centres, 0, 256, TABLES)
    with pytest.raises(ValueError, match="scale"):
        mixture_pop(Message(2**60), params, centres, 0, 256, TABLES)


@pytest.mark.parametrize(
    ("params", "centres"),
    [
        (np.zeros((2, 3), np.int32), np.zeros(2, np.int16)),
        (np.zeros((2, 3), np.int16), np.zeros(2, np.int32)),
        (np.zeros((2, 3), np.int16), np.zeros(3, np.int16)),
        (np.zeros((2, 4), np.int16), np.zeros(2, np.int16)),
        (np.zeros((2, 0), np.int16), np.zeros(2, np.int16)),
        (np.zeros((2, 195), np.int16), np.zeros(2, np.int16)),
    ],
)
def test_parameters_of_another_kind_are_refused(params, centres):
    with pytest.raises(ValueError, match=r"[Pp]arameters"):
        mixture_pop(Message(2**60), params, centres, 0, 256, TABLES)


@pytest.mark.parametrize("symbols", [np.zeros(2, np.int64), np.zeros(3, np.int32), np.zeros((2, 1), np.int32)])
def test_symbols_of_another_kind_are_refused(symbols):
    with pytest.raises(ValueError, match="int32"):
        mixture_intervals(symbols, *params_of(([0], [0], [0], 0), 2), 0, 256, TABLES)


@pytest.mark.parametrize(("lowest", "count"), [(0, 0), (0, 2**16 + 1), (2**16, 1), (-(2**16) - 1, 4)])
def test_a_support_beyond_the_limits_is_refused(lowest, count):
    with pytest.raises(ValueError, match="support"):
        mixture_pop(Message(2**60), *params_of(([0], [0], [0], 0), 1), lowest, count, TABLES)


@pytest.mark.parametrize("lowest", [-(2**16), 0])
def test_the_widest_support_at_the_farthest_mean_stays_in_range(lowest):
    mixture = ([0, -3], [-(2**15), 2**15 - 1], [0, 144], -(2**15))
    slow = slow_starts(mixture, lowest, 2**16)
    symbols = np.array([lowest, lowest + 1, lowest + 40000, lowest + 2**16 - 1], np.int32)
    starts, _ = mixture_intervals(symbols, *params_of(mixture, 4), lowest, 2**16, TABLES)
    assert starts.tolist() == [slow[0], slow[1], slow[40000], slow[2**16 - 1]]


def float_probabilities(logits, means, scales, lowest, count):
    """p(x) of n mixtures in float64, float64[n, count]; the arrays are float64[n, K], in nats and levels."""
    edges = np.arange(lowest, lowest + count + 1) - 0.5
    t = (edges[:, None] - means[:, None, :]) / scales[:, None, :]
    cumulative = 0.5 * (1 + np.tanh(t / 2))
    cumulative[:, 0], cumulative[:, -1] = 0, 1
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    return (np.diff(cumulative, axis=1) * weights[:, None, :]).sum(axis=2)


def test_integers_cost_less_than_a_ten_thousandth_bit_over_floats(rng):
    """KL(float || integer) a symbol, for scales of 0.2 levels and more and weights that a network gives."""
    n, components, (lowest, count) = 60, 5, SUPPORTS["Co, Cg"]
    logits = rng.integers(-64, 65, (n, components))
    offsets = rng.integers(-480, 481, (n, components))
    scales = rng.integers(31, 113, (n, components))  # 0.21 .. 33 levels
    centres = rng.integers(-150, 151, n)
    params = np.concatenate([logits, offsets, scales], axis=1).astype(np.int16)

    symbols = np.broadcast_to(np.arange(lowest, lowest + count, dtype=np.int32), (n, count))
    wide_params = np.broadcast_to(params[:, None], (n, count, 3 * components))
    wide_centres = np.broadcast_to(centres[:, None], (n, count)).astype(np.int16)
    _, freqs = mixture_intervals(symbols, wide_params, wide_centres, lowest, count, TABLES)

    p = float_probabilities(logits / 16, centres[:, None] + offsets / 16, np.exp(-3.5 + scales / 16), lowest, count)
    ratio = np.divide(p, freqs / 2**24, out=np.ones_like(p), where=p > 0)
    kl_bits = (p * np.log2(ratio, out=np.zeros_like(p), where=ratio > 0)).sum(axis=1)
    assert kl_bits.min() > -1e-9
    assert kl_bits.max() < 1e-4


def test_the_intervals_of_a_mixture_are_pinned():
    """Any change here changes every file."""
    params = np.array([[0, -7, 3, 5, -40, 160, 40, 60, 90], [300, 0, 300, 0, 0, 16, 0, 144, 20]], np.int16)
    params = params.repeat(3, axis=0)
    centres = np.array([100, 100, 100, -3, -3, -3], np.int16)
    symbols = np.array([99, 100, 0, -3, -2, 255], np.int32)
    starts, freqs = mixture_intervals(symbols, params, centres, -255, 511, TABLES)
    assert (starts.tolist(), freqs.tolist()) == PINNED


PINNED = (
    [4079715, 5295097, 267, 256, 8461250, 16777215],
    [1215382, 3569913, 2, 8460994, 8243319, 1],
)
