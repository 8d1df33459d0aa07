"""Mixtures in vectors have the intervals of mixtures one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bitswap_app.coding import _kernel as coding
from bitswap_app.coding.tables import build_tables
from bitswap_app.model import _mixtures
from bitswap_app.model.config import PIXEL_SUPPORT

TABLES = build_tables()
SCALES = TABLES.inverse_scale.size


def ends_around(rng, size, lowest, count):
    """Random ends within the support, some of them its own, some alike."""
    ends = np.sort(rng.integers(lowest, lowest + count, (size, 2)), axis=1).astype(np.int32)
    ends[rng.random(size) < 0.4] = lowest, lowest + count - 1
    return ends


def both(symbols, params, components, centres, lowest, count, ends):
    """What each of the two finds: its answer, starts and freqs."""
    for kernel, kinds in ((coding.mixture_intervals, components), (_mixtures.mixture_intervals, (0,) * components)):
        starts, freqs = np.zeros((2, len(symbols)), np.uint32)
        tables = TABLES.cdf_beyond, TABLES.inverse_scale, TABLES.exp
        fault = kernel(symbols, params, kinds, centres, lowest, count, ends, *tables, starts, freqs)
        yield fault, starts.tolist(), freqs.tolist()


@settings(max_examples=200)
@given(
    seed=st.integers(0, 2**32 - 1),
    size=st.integers(1, 200),
    components=st.sampled_from([1, 2, 5, 16]),
    channel=st.integers(0, 2),
    extreme=st.booleans(),
    narrow=st.booleans(),
)
def test_vectors_find_the_same(seed, size, components, channel, extreme, narrow):
    rng, (lowest, count) = np.random.default_rng(seed), PIXEL_SUPPORT[channel]
    ends = (2**15 - 1, 2**15 - 1) if extreme else (60, 300)
    logits, means = (rng.integers(-end, end + 1, (size, components)) for end in ends)
    scales = rng.integers(0, 3 if narrow else SCALES, (size, components))
    params = np.concatenate([logits, means, scales, logits], axis=1).astype(
        np.int16
    )  # with room behind, as a layer has
    centres = rng.integers(lowest, lowest + count, size).astype(np.int16)
    ends = ends_around(rng, size, lowest, count)
    symbols = rng.integers(ends[:, 0], ends[:, 1] + 1, size).astype(np.int32)
    symbols = np.where(rng.random(size) < 0.3, ends[:, rng.integers(0, 2)], symbols)
    one, other = both(symbols, params, components, centres, lowest, count, ends)
    assert one == other
    assert one[0] == 0


@settings(max_examples=200)
@given(
    seed=st.integers(0, 2**32 - 1),
    size=st.integers(0, 150),
    words=st.integers(0, 150),
    components=st.sampled_from([1, 2, 5, 8, 9]),
    channel=st.integers(0, 2),
    spread=st.sampled_from([20, 300, 2**15 - 1]),
    fault=st.booleans(),
)
def test_vectors_pop_the_same(seed, size, words, components, channel, spread, fault):
    rng, (lowest, count) = np.random.default_rng(seed), PIXEL_SUPPORT[channel]
    logits, means = (rng.integers(-end, end + 1, (size, components)) for end in (60, spread))
    params = np.concatenate([logits, means, rng.integers(0, SCALES, (size, components))], axis=1).astype(np.int16)
    if fault and size:
        params[-1, -1] = SCALES
    centres = rng.integers(lowest, lowest + count, size).astype(np.int16)
    head, tail = np.uint64(rng.integers(2**31, 2**63)), rng.integers(0, 2**32, words, dtype=np.uint32)
    tables = TABLES.cdf_beyond, TABLES.inverse_scale, TABLES.exp, TABLES.quantiles
    results = []
    order = rng.permutation(size).astype(np.int32)
    elsewhere = np.argsort(order)  # params[elsewhere][order] is params
    ends = ends_around(rng, size, lowest, count)
    plain = params, components, centres, lowest, count, ends
    vectors = params[elsewhere], (0,) * components, centres[elsewhere], order, lowest, count, ends[elsewhere]
    for kernel, mixtures in ((coding.mixture_pop, plain), (_mixtures.mixture_pop, vectors)):
        symbols, freqs = np.zeros(size, np.int32), np.zeros(size, np.uint32)
        *_, used = found = kernel(head, tail, words, *mixtures, *tables, symbols, freqs)
        results.append((found, symbols.tolist(), freqs.tolist()) if used >= 0 else used)
    assert results[0] == results[1] or {results[0], results[1]} <= {coding.BAD_SCALE, coding.UNDERFLOW}


@pytest.mark.parametrize("place", [0, 7, 8, 63, 64, 69])
@pytest.mark.parametrize("fault", ["symbol", "scale", "negative scale"])
def test_vectors_find_the_same_faults(place, fault):
    params, symbols, centres = np.zeros((70, 6), np.int16), np.zeros(70, np.int32), np.zeros(70, np.int16)
    if fault == "symbol":
        symbols[place] = 256
    else:
        params[place, 5] = SCALES if fault == "scale" else -1
    (one, *_), (other, *_) = both(symbols, params, 2, centres, 0, 256, np.full((70, 2), (0, 255), np.int32))
    assert one == other == (coding.BAD_SYMBOL if fault == "symbol" else coding.BAD_SCALE)


def test_no_symbols_have_no_intervals():
    symbols, params, centres, ends = (np.zeros(shape, np.int32) for shape in (0, (0, 3), 0, (0, 2)))
    both_found = both(symbols, params.astype(np.int16), 1, centres.astype(np.int16), 0, 2, ends)
    assert [found[0] for found in both_found] == [0, 0]
