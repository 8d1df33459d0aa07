"""The encoder's order is the decoder's reversed. These tests also run without the compiler (test_jit.py)."""

from itertools import chain

import numba
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bitswap_app.coding.ledger import Ledger
from bitswap_app.coding.message import Message
from bitswap_app.coding.mixture import mixture_intervals, mixture_pop
from bitswap_app.coding.tables import build_tables
from bitswap_app.coding.wavefront import (
    pixels_within,
    pop_wavefront,
    push_wavefront,
    wavefront_counts,
    wavefront_rows,
)

# Compiling takes longer than a deadline, and running uncompiled longer than many examples.
thorough = settings(deadline=None, max_examples=10 if numba.config.DISABLE_JIT else 60)

TABLES = build_tables()
HEIGHT, WIDTH = 5, 6
spans = st.tuples(st.integers(0, WIDTH), st.integers(0, WIDTH)).map(sorted)
rows_of_regions = st.lists(st.lists(spans, min_size=HEIGHT, max_size=HEIGHT), min_size=1, max_size=3)


def ends(rows):
    """(firsts, lasts) int64[R, H]."""
    firsts, lasts = np.moveaxis(np.array(rows, dtype=np.int64), -1, 0)
    return firsts, lasts


def whole(height, width):
    return np.zeros((1, height), np.int64), np.full((1, height), width, np.int64)


def slow_order(firsts, lasts, channels, slope):
    """The decoder's order, as wavefront.py says it, over more steps than can be needed."""
    for step in range(1000):
        for channel in range(channels):
            for region in range(len(firsts)):
                for y in range(firsts.shape[1]):
                    x = step - slope * y
                    if firsts[region, y] <= x < lasts[region, y]:
                        yield region, y, x, channel


@thorough
@given(rows=rows_of_regions, slope=st.integers(0, 5))
def test_pushing_is_the_reverse_of_the_decoders_order(rows, slope):
    firsts, lasts = ends(rows)
    shape = (len(rows), HEIGHT, WIDTH, 3)
    numbers = np.arange(np.prod(shape), dtype=np.uint32).reshape(shape)
    message = Message.empty(ledger=Ledger())
    push_wavefront(message, numbers, np.ones_like(numbers), firsts, lasts, slope)

    order = list(slow_order(firsts, lasts, 3, slope))
    assert len(order) == 3 * (lasts - firsts).sum()
    assert sum(entry.pushed_symbols for entry in message.ledger.entries.values()) == len(order)
    assert message.pop_uniform(len(order), 24).tolist() == [int(numbers[place]) for place in order]
    assert message.is_empty


@thorough
@given(rows=rows_of_regions, slope=st.integers(0, 5))
def test_the_rows_of_all_steps_are_the_order(rows, slope):
    firsts, lasts = ends(rows)
    counts = wavefront_counts(firsts, lasts, slope)
    found = [np.stack(wavefront_rows(step, firsts, lasts, slope), axis=1).tolist() for step in range(len(counts))]
    assert list(chain(*found)) == [[r, y, x] for r, y, x, _ in slow_order(firsts, lasts, 1, slope)]
    assert [len(step) for step in found] == counts.tolist()
    assert not found or found[-1]


@thorough
@given(rows=rows_of_regions)
def test_pixels_are_where_the_order_goes(rows):
    firsts, lasts = ends(rows)
    wanted = np.zeros((len(rows), HEIGHT, WIDTH), bool)
    for region, y, x, _ in slow_order(firsts, lasts, 1, 1):
        wanted[region, y, x] = True
    assert np.array_equal(pixels_within(firsts, lasts, WIDTH), wanted)


@thorough
@given(rows=rows_of_regions, slope=st.integers(0, 5), seed=st.integers(0, 99))
def test_a_decoder_step_by_step_finds_ragged_regions(rows, slope, seed):
    """An image's way: intervals of all pixels at once, pushed; then popped by step and channel in contiguous rows."""
    firsts, lasts = ends(rows)
    rng = np.random.default_rng(seed)
    shape = (len(rows), HEIGHT, WIDTH, 3)
    symbols = rng.integers(0, 256, shape).astype(np.int32)
    centres = rng.integers(0, 256, shape).astype(np.int16)
    params = rng.integers(0, 100, (*shape, 6)).astype(np.int16)

    message = Message.empty()
    starts, freqs = mixture_intervals(symbols, params, centres, 0, 256, TABLES)
    push_wavefront(message, starts, freqs, firsts, lasts, slope)

    found = np.full(shape, -1, np.int32)
    for step in range(len(wavefront_counts(firsts, lasts, slope))):
        at = wavefront_rows(step, firsts, lasts, slope)
        for channel in range(3):
            found[(*at, channel)] = mixture_pop(
                message, params[(*at, channel)], centres[(*at, channel)], 0, 256, TABLES
            )
    assert message.is_empty
    covered = pixels_within(firsts, lasts, WIDTH)
    assert np.array_equal(found[covered], symbols[covered])
    assert (found[~covered] == -1).all()


@thorough
@given(rows=rows_of_regions, slope=st.integers(0, 5), seed=st.integers(0, 99))
def test_popping_known_intervals_undoes_pushing_them(rows, slope, seed):
    rng = np.random.default_rng(seed)
    starts = rng.integers(0, 2**23, (len(rows), HEIGHT, WIDTH, 3)).astype(np.uint32)
    freqs = rng.integers(1, 2**23, starts.shape).astype(np.uint32)
    before = Message(2**40 + seed, [1, 2, 3])
    message = before.copy()
    push_wavefront(message, starts, freqs, *ends(rows), slope)
    pop_wavefront(message, starts, freqs, *ends(rows), slope)
    assert message == before


def test_other_intervals_than_the_known_ones_are_noticed():
    starts, freqs = np.full((1, 2, 2, 3), 1000, np.uint32), np.full((1, 2, 2, 3), 100, np.uint32)
    pushed = Message.empty()
    push_wavefront(pushed, starts, freqs, *whole(2, 2), 1)
    for wrong in (900, 1100):
        others, message = starts.copy(), pushed.copy()
        others[0, 1, 0, 1] = wrong
        with pytest.raises(ValueError, match="another symbol"):
            pop_wavefront(message, others, freqs, *whole(2, 2), 1)
        assert message == pushed


def test_entries_beside_the_regions_pixels_are_ignored():
    starts = np.full((1, 3, 3, 1), 2**32 - 1, np.uint32)  # no intervals
    freqs = np.zeros_like(starts)
    starts[0, :2, 1], freqs[0, :2, 1] = 0, 2**24
    message = Message.empty()
    push_wavefront(message, starts, freqs, *ends([[(1, 2), (1, 2), (3, 3)]]), 5)
    assert message.is_empty
    with pytest.raises(ValueError, match="interval"):
        push_wavefront(message, starts, freqs, *ends([[(1, 2), (1, 2), (2, 3)]]), 5)
    assert message.is_empty


@pytest.mark.parametrize(
    ("firsts", "lasts", "slope"),
    [
        ([[0, 0]], [[4, 1]], 1),
        ([[-1, 0]], [[1, 1]], 1),
        ([[0, 2]], [[1, 1]], 1),
        ([[0]], [[1]], 1),
        ([0, 0], [1, 1], 1),
        ([[0.0, 0.0]], [[1.0, 1.0]], 1),
        ([[0, 0]], [[1, 1]], -1),
    ],
)
def test_rows_that_do_not_fit_are_refused(firsts, lasts, slope):
    numbers = np.ones((1, 2, 3, 1), np.uint32)
    with pytest.raises(ValueError, match=r"must be|slope"):
        push_wavefront(Message.empty(), numbers, numbers, np.array(firsts), np.array(lasts), slope)


def test_intervals_of_another_kind_are_refused():
    for starts, freqs in (
        (np.ones((1, 2, 2, 3), np.int64), np.ones((1, 2, 2, 3), np.uint32)),
        (np.ones((1, 2, 2), np.uint32), np.ones((1, 2, 2), np.uint32)),
        (np.ones((1, 2, 2, 3), np.uint32), np.ones((1, 2, 2, 1), np.uint32)),
    ):
        with pytest.raises(ValueError, match="uint32"):
            push_wavefront(Message.empty(), starts, freqs, *whole(2, 2), 1)
