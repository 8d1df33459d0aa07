"""The rANS loops against Python integers. These tests also run without the compiler (test_jit.py)."""

import numba
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bitswap_app.coding import _kernel

# Compiling takes longer than a deadline, and running uncompiled longer than many examples.
thorough = settings(deadline=None, max_examples=10 if numba.config.DISABLE_JIT else 60)

heads = st.integers(2**31, 2**63 - 1)
words_32 = st.integers(0, 2**32 - 1)


@st.composite
def batches(draw, max_size=20):
    """(precision, [(start, freq), ...]) with all of a scale used, its ends included."""
    precision = draw(st.integers(1, 31))
    whole = 2**precision
    starts = draw(st.lists(st.integers(0, whole - 1), min_size=1, max_size=max_size))
    return precision, [(start, draw(st.integers(1, whole - start))) for start in starts]


def push_slowly(head, tail, start, freq, precision):
    """One interval in Python integers, straight from the definition."""
    if head >= ((2**31 >> precision) << 32) * freq:
        tail, head = [*tail, head % 2**32], head >> 32
    return ((head // freq) << precision) + head % freq + start, tail


def arrays(intervals):
    starts, freqs = np.array(intervals, dtype=np.uint32).T.copy()
    return starts, freqs


@thorough
@given(head=heads, batch=batches())
def test_pushing_agrees_with_python_integers(head, batch):
    precision, intervals = batch
    buffer = np.zeros(len(intervals), dtype=np.uint32)
    fast_head, used = _kernel.push_intervals(np.uint64(head), buffer, 0, *arrays(intervals), precision)

    slow_head, slow_words = head, []
    for start, freq in reversed(intervals):
        slow_head, slow_words = push_slowly(slow_head, slow_words, start, freq, precision)

    assert (int(fast_head), buffer[:used].tolist()) == (slow_head, slow_words)
    assert 2**31 <= slow_head < 2**63


@thorough
@given(head=heads, batch=batches())
def test_popping_undoes_pushing(head, batch):
    precision, intervals = batch
    buffer = np.zeros(len(intervals), dtype=np.uint32)
    now, used = _kernel.push_intervals(np.uint64(head), buffer, 0, *arrays(intervals), precision)
    for start, freq in intervals:
        now, used = _kernel.pop_one(
            np.uint64(now), buffer, used, np.uint64(start), np.uint64(freq), np.uint64(precision)
        )
    assert (int(now), used) == (head, 0)


@thorough
@given(head=heads, word=words_32, precision=st.integers(1, 31), data=st.data())
def test_a_pop_reads_a_word_exactly_when_the_push_back_would_write_one(head, word, precision, data):
    slot = head % 2**precision
    start = data.draw(st.integers(0, slot))
    freq = data.draw(st.integers(slot - start + 1, 2**precision - start))
    numbers = (np.uint64(start), np.uint64(freq), np.uint64(precision))
    buffer = np.array([word], dtype=np.uint32)
    now, used = _kernel.pop_one(np.uint64(head), buffer, 1, *numbers)
    dry = _kernel.pop_one(np.uint64(head), buffer, 0, *numbers)

    assert dry[1] == (0 if used == 1 else _kernel.UNDERFLOW)
    room = np.zeros(2, dtype=np.uint32)
    room[:used] = buffer[:used]
    back, used = _kernel.push_one(np.uint64(now), room, used, *numbers)
    assert (int(back), room[:used].tolist()) == (head, [word])


@thorough
@given(head=heads, tail=st.lists(words_32, min_size=20, max_size=20), precision=st.integers(1, 31))
def test_uniform_symbols_are_slots_of_freq_1(head, tail, precision):
    symbols = np.zeros(10, dtype=np.uint32)
    buffer = np.array(tail, dtype=np.uint32)
    now, used = _kernel.pop_uniform(np.uint64(head), buffer, buffer.size, symbols, precision)
    back, used = _kernel.push_intervals(np.uint64(now), buffer, used, symbols, np.ones_like(symbols), precision)
    assert (int(back), used, buffer.tolist()) == (head, 20, tail)


@pytest.mark.parametrize(
    ("start", "freq"), [(0, 0), (2**16, 1), (0, 2**16 + 1), (2**16 - 1, 2), (2**32 - 1, 2**32 - 1)]
)
def test_an_interval_outside_its_scale_is_refused(start, freq):
    buffer = np.zeros(1, dtype=np.uint32)
    _, used = _kernel.push_intervals(np.uint64(2**31), buffer, 0, *arrays([(start, freq)]), 16)
    assert used == _kernel.BAD_INTERVAL
