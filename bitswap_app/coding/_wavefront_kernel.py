"""The inner loops of wavefront.py: intervals pushed and popped in the order of the steps."""

from __future__ import annotations

import numpy as np

from bitswap_app.coding import _jit, _kernel, _prefetch
from bitswap_app.coding._types import Int64s, Uint32s

AHEAD = 2  # steps between asking for memory and reading it


def kernel(function: _jit.F) -> _jit.F:
    """A kernel that calls those of other files."""
    return _jit.kernel(function, calls=(_kernel, _prefetch))


@kernel
def rows_of(step: int, height: int, width: int, slope: int) -> tuple[int, int]:
    """The rows [first, last) of a region that may have a pixel at a step: those with 0 <= step - slope * y < width."""
    if slope == 0:
        return 0, height if step < width else 0
    return max(0, (step - width + slope) // slope), min(height, step // slope + 1)


@kernel
def push_wavefront(
    head: np.uint64,
    words: Uint32s,
    used: int,
    starts: Uint32s,
    freqs: Uint32s,
    firsts: Int64s,
    lasts: Int64s,
    slope: int,
    precision: int,
) -> tuple[np.uint64, int]:
    """Push the intervals of R regions in the exact reverse of wavefront.py's order.

    starts, freqs  uint32[R, H, W, C]
    firsts, lasts  int64[R, H]   the pixels of each row that are coded, 0 <= first <= x < last <= W
    slope          >= 0          steps between a pixel and the one below it
    returns        (head, used), as push_intervals
    """
    scale = np.uint64(precision)
    regions, height, width, channels = starts.shape
    for step in range(width + slope * (height - 1) - 1, -1, -1):
        first, last = rows_of(step, height, width, slope)
        for channel in range(channels - 1, -1, -1):
            for i in range(regions - 1, -1, -1):
                for y in range(last - 1, first - 1, -1):
                    x = step - slope * y
                    if x < firsts[i, y] or x >= lasts[i, y]:
                        continue
                    _prefetch.prefetch(starts, (i, y, x - AHEAD, channel))
                    _prefetch.prefetch(freqs, (i, y, x - AHEAD, channel))
                    start, freq = np.uint64(starts[i, y, x, channel]), np.uint64(freqs[i, y, x, channel])
                    head, used = _kernel.push_one(head, words, used, start, freq, scale)
                    if used < 0:
                        return head, used
    return head, used


@kernel
def pop_wavefront(
    head: np.uint64,
    words: Uint32s,
    used: int,
    starts: Uint32s,
    freqs: Uint32s,
    firsts: Int64s,
    lasts: Int64s,
    slope: int,
    precision: int,
) -> tuple[np.uint64, int]:
    """Undo push_wavefront of the same intervals; OTHER_SYMBOL where the message holds other ones."""
    scale = np.uint64(precision)
    mask = (_kernel.ONE << scale) - _kernel.ONE
    regions, height, width, channels = starts.shape
    for step in range(width + slope * (height - 1)):
        first, last = rows_of(step, height, width, slope)
        for channel in range(channels):
            for i in range(regions):
                for y in range(first, last):
                    x = step - slope * y
                    if x < firsts[i, y] or x >= lasts[i, y]:
                        continue
                    _prefetch.prefetch(starts, (i, y, x + AHEAD, channel))
                    _prefetch.prefetch(freqs, (i, y, x + AHEAD, channel))
                    start, freq = np.uint64(starts[i, y, x, channel]), np.uint64(freqs[i, y, x, channel])
                    slot = head & mask
                    if slot < start or slot - start >= freq:
                        return head, _kernel.OTHER_SYMBOL
                    head, used = _kernel.pop_one(head, words, used, start, freq, scale)
                    if used < 0:
                        return head, used
    return head, used
