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
from bitswap_app.coding.wavefront import pop_wavefront, push_wavefront, wavefront_rows, wavefront_steps

# Compiling takes longer than a deadline, and running uncompiled longer than many examples.
thorough = settings(deadline=None, max_examples=10 if numba.config.DISABLE_JIT else 60)

TABLES = build_tables()
sizes = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6)), max_size=4)


def int64(*numbers):
    return np.array(numbers, dtype=np.int64)


def slow_order(heights, widths, channels, slope):
    """The decoder's order, as wavefront.py says it, over more steps than can be needed."""
    for step in range(1000):
        for channel in range(channels):
            for tile in range(len(heights)):
                for y in range(heights[tile]):
                    x = step - slope * y
                    if 0 <= x < widths[tile]:
                        yield tile, y, x, channel


@thorough
@given(sizes=sizes, slope=st.integers(0, 5))
def test_pushing_is_the_reverse_of_the_decoders_order(sizes, slope):
    heights, widths = int64(*(h for h, _ in sizes)), int64(*(w for _, w in sizes))
    shape = (len(sizes), 5, 6, 3)
    numbers = np.arange(np.prod(shape), dtype=np.uint32).reshape(shape)
    message = Message.empty(ledger=Ledger())
    push_wavefront(message, numbers, np.ones_like(numbers), heights, widths, slope)

    order = list(slow_order(heights, widths, 3, slope))
    assert len(order) == 3 * sum(h * w for h, w in sizes)
    assert sum(entry.pushed_symbols for entry in message.ledger.entries.values()) == len(order)
    assert message.pop_uniform(len(order), 24).tolist() == [int(numbers[place]) for place in order]
    assert message.is_empty


@thorough
@given(sizes=sizes, slope=st.integers(0, 5))
def test_the_rows_of_all_steps_are_the_order(sizes, slope):
    heights, widths = int64(*(h for h, _ in sizes)), int64(*(w for _, w in sizes))
    steps = wavefront_steps(heights, widths, slope)
    rows = [np.stack(wavefront_rows(step, heights, widths, slope), axis=1).tolist() for step in range(steps)]
    assert list(chain(*rows)) == [[t, y, x] for t, y, x, _ in slow_order(heights, widths, 1, slope)]
    assert not rows or rows[-1]


@thorough
@given(data=st.data(), slope=st.integers(0, 5))
def test_a_decoder_in_lockstep_finds_ragged_tiles(data, slope):
    """An image's way: intervals of all pixels at once, pushed; then popped by step and channel in contiguous rows."""
    tiles, height, width = 3, 4, 5
    heights = int64(*data.draw(st.lists(st.integers(0, height), min_size=tiles, max_size=tiles)))
    widths = int64(*data.draw(st.lists(st.integers(0, width), min_size=tiles, max_size=tiles)))
    rng = np.random.default_rng(data.draw(st.integers(0, 99)))
    shape = (tiles, height, width, 3)
    symbols = rng.integers(0, 256, shape).astype(np.int32)
    centres = rng.integers(0, 256, shape).astype(np.int16)
    params = rng.integers(0, 100, (*shape, 6)).astype(np.int16)

    message = Message.empty()
    starts, freqs = mixture_intervals(symbols, params, centres, 0, 256, TABLES)
    push_wavefront(message, starts, freqs, heights, widths, slope)

    found = np.full(shape, -1, np.int32)
    for step in range(wavefront_steps(heights, widths, slope)):
        at = wavefront_rows(step, heights, widths, slope)
        for channel in range(3):
            found[(*at, channel)] = mixture_pop(
                message, params[(*at, channel)], centres[(*at, channel)], 0, 256, TABLES
            )
    assert message.is_empty
    for tile in range(tiles):
        h, w = heights[tile], widths[tile]
        assert np.array_equal(found[tile, :h, :w], symbols[tile, :h, :w])
        assert (found[tile, h:] == -1).all()
        assert (found[tile, :, w:] == -1).all()


@thorough
@given(sizes=sizes, slope=st.integers(0, 5), seed=st.integers(0, 99))
def test_popping_known_intervals_undoes_pushing_them(sizes, slope, seed):
    heights, widths = int64(*(h for h, _ in sizes)), int64(*(w for _, w in sizes))
    rng = np.random.default_rng(seed)
    starts = rng.integers(0, 2**23, (len(sizes), 5, 6, 3)).astype(np.uint32)
    freqs = rng.integers(1, 2**23, starts.shape).astype(np.uint32)
    before = Message(2**40 + seed, [1, 2, 3])
    message = before.copy()
    push_wavefront(message, starts, freqs, heights, widths, slope)
    pop_wavefront(message, starts, freqs, heights, widths, slope)
    assert message == before


def test_other_intervals_than_the_known_ones_are_noticed():
    starts, freqs = np.full((1, 2, 2, 3), 1000, np.uint32), np.full((1, 2, 2, 3), 100, np.uint32)
    pushed = Message.empty()
    push_wavefront(pushed, starts, freqs, int64(2), int64(2), 1)
    for wrong in (900, 1100):
        others, message = starts.copy(), pushed.copy()
        others[0, 1, 0, 1] = wrong
        with pytest.raises(ValueError, match="another symbol"):
            pop_wavefront(message, others, freqs, int64(2), int64(2), 1)
        assert message == pushed


def test_entries_outside_the_real_part_are_ignored():
    starts = np.full((1, 3, 3, 1), 2**32 - 1, np.uint32)  # no intervals
    freqs = np.zeros_like(starts)
    starts[0, :2, :1], freqs[0, :2, :1] = 0, 2**24
    message = Message.empty()
    push_wavefront(message, starts, freqs, int64(2), int64(1), 5)
    assert message.is_empty
    with pytest.raises(ValueError, match="interval"):
        push_wavefront(message, starts, freqs, int64(2), int64(2), 5)
    assert message.is_empty


@pytest.mark.parametrize(
    ("heights", "widths", "slope"),
    [
        (int64(4, 1), int64(1, 1), 1),
        (int64(1, 1), int64(1, 4), 1),
        (int64(-1, 1), int64(1, 1), 1),
        (int64(1), int64(1), 1),
        (np.ones(2), int64(1, 1), 1),
        (int64(1, 1), int64(1, 1), -1),
    ],
)
def test_sizes_that_do_not_fit_are_refused(heights, widths, slope):
    numbers = np.ones((2, 3, 3, 1), np.uint32)
    with pytest.raises(ValueError, match=r"must be|slope"):
        push_wavefront(Message.empty(), numbers, numbers, heights, widths, slope)


def test_intervals_of_another_kind_are_refused():
    for starts, freqs in (
        (np.ones((1, 2, 2, 3), np.int64), np.ones((1, 2, 2, 3), np.uint32)),
        (np.ones((1, 2, 2), np.uint32), np.ones((1, 2, 2), np.uint32)),
        (np.ones((1, 2, 2, 3), np.uint32), np.ones((1, 2, 2, 1), np.uint32)),
    ):
        with pytest.raises(ValueError, match="uint32"):
            push_wavefront(Message.empty(), starts, freqs, int64(2), int64(2), 1)
