"""The rANS inner loops: flat arrays in, the new state out; no allocation, no floats.

References: Duda 2013, "Asymmetric numeral systems: entropy coding combining speed of Huffman coding with compression
rate of arithmetic coding" (range variant, streamed in 32-bit words).

The caller (message.py) owns the buffers: `words` must have room for one word per pushed interval. A kernel that cannot
go on returns a negative number in place of `used`, and the caller then keeps its old state, which is still whole:
a push only writes above words[used], a pop only reads.

Every integer is cast to uint64 by hand, because numba and numpy both turn uint64 mixed with a signed integer into
float64, which drops bits without a word.
"""

from __future__ import annotations

import numpy as np

from bitswap_app.coding._jit import kernel
from bitswap_app.coding._types import Int64s, Uint32s

HEAD_MIN = np.uint64(1 << 31)  # a normalised head lies in [2**31, 2**63)
WORD_BITS = np.uint64(32)
WORD_MASK = np.uint64((1 << 32) - 1)
ZERO = np.uint64(0)
ONE = np.uint64(1)

UNDERFLOW = -1  # a pop needed a word and there was none
BAD_INTERVAL = -2  # freq is 0, or start + freq is beyond the scale
BAD_SYMBOL = -3  # a symbol is outside its support
BAD_SCALE = -4  # a scale index is outside its table


@kernel
def push_one(
    head: np.uint64, words: Uint32s, used: int, start: np.uint64, freq: np.uint64, scale: np.uint64
) -> tuple[np.uint64, int]:
    """Push one interval [start, start + freq) of a scale 2**scale wide."""
    if freq == ZERO or start + freq > ONE << scale:
        return head, BAD_INTERVAL
    if head >= ((HEAD_MIN >> scale) << WORD_BITS) * freq:  # the product is at most 2**63
        words[used] = np.uint32(head & WORD_MASK)
        used += 1
        head = head >> WORD_BITS
    quotient = head // freq
    return (quotient << scale) + (head - quotient * freq) + start, used


@kernel
def pop_one(
    head: np.uint64, words: Uint32s, used: int, start: np.uint64, freq: np.uint64, scale: np.uint64
) -> tuple[np.uint64, int]:
    """Undo push_one of the interval that holds the head's lowest `scale` bits."""
    slot = head & ((ONE << scale) - ONE)
    head = freq * (head >> scale) + slot - start
    if head < HEAD_MIN:
        if used == 0:
            return head, UNDERFLOW
        used -= 1
        head = (head << WORD_BITS) | np.uint64(words[used])
    return head, used


@kernel
def push_intervals(
    head: np.uint64, words: Uint32s, used: int, starts: Uint32s, freqs: Uint32s, precision: int
) -> tuple[np.uint64, int]:
    """Push n intervals of a scale 2**precision wide, the last one first.

    head       uint64        normalised
    words      uint32[cap]   the tail; words[:used] is filled, cap >= used + n
    starts     uint32[n]     symbol i owns [starts[i], starts[i] + freqs[i])
    freqs      uint32[n]     >= 1, and starts + freqs <= 2**precision
    precision  int           1..31
    returns    (head, used)  at most one word is written per interval; used is BAD_INTERVAL if one is none
    """
    scale = np.uint64(precision)
    for i in range(starts.size - 1, -1, -1):
        head, used = push_one(head, words, used, np.uint64(starts[i]), np.uint64(freqs[i]), scale)
        if used < 0:
            break
    return head, used


@kernel
def pop_uniform(head: np.uint64, words: Uint32s, used: int, symbols: Uint32s, precision: int) -> tuple[np.uint64, int]:
    """Pop symbols.size equally likely numbers in 0..2**precision - 1, filling symbols from index 0."""
    scale = np.uint64(precision)
    mask = (ONE << scale) - ONE
    for i in range(symbols.size):
        slot = head & mask
        symbols[i] = np.uint32(slot)
        head, used = pop_one(head, words, used, slot, ONE, scale)
        if used < 0:
            break
    return head, used


@kernel
def push_wavefront(
    head: np.uint64,
    words: Uint32s,
    used: int,
    starts: Uint32s,
    freqs: Uint32s,
    heights: Int64s,
    widths: Int64s,
    slope: int,
    precision: int,
) -> tuple[np.uint64, int]:
    """Push the intervals of T tiles in the exact reverse of wavefront.py's order.

    starts, freqs    uint32[T, H, W, C]
    heights, widths  int64[T]   the part of each tile that is coded, 0..H and 0..W
    slope            >= 0       steps between a pixel and the one below it
    returns          (head, used), as push_intervals
    """
    scale = np.uint64(precision)
    steps = 0
    for i in range(heights.size):
        if heights[i] > 0 and widths[i] > 0:
            steps = max(steps, widths[i] + slope * (heights[i] - 1))
    for step in range(steps - 1, -1, -1):
        for channel in range(starts.shape[3] - 1, -1, -1):
            for i in range(heights.size - 1, -1, -1):
                for y in range(heights[i] - 1, -1, -1):
                    x = step - slope * y
                    if x < 0 or x >= widths[i]:
                        continue
                    start = np.uint64(starts[i, y, x, channel])
                    head, used = push_one(head, words, used, start, np.uint64(freqs[i, y, x, channel]), scale)
                    if used < 0:
                        return head, used
    return head, used
