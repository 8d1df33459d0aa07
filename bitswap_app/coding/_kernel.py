"""The inner loops: rANS and mixtures of logistics on flat arrays, in integers only.

References: Duda 2013, "Asymmetric numeral systems: entropy coding combining speed of Huffman coding with compression
rate of arithmetic coding" (range variant, streamed in 32-bit words); Salimans, Karpathy, Chen & Kingma 2017
(PixelCNN++: mixtures of discretised logistics), with every float replaced by a table.

The callers (message.py, mixture.py, wavefront.py) own the buffers and check shapes and types: `words` must have room
for one word per pushed interval. What only the loop can see it reports as a negative number in place of `used`, and the
caller then keeps its old state, which is still whole: a push only writes above words[used], a pop only reads.

Every rANS integer is cast to uint64 by hand, because numba and numpy both turn uint64 mixed with a signed integer into
float64, which drops bits without a word. Mixtures are computed in int64, with the bounds stated beside the products.
"""

from __future__ import annotations

import numpy as np

from bitswap_app.coding._jit import kernel
from bitswap_app.coding._types import Float64s, Int16s, Int32s, Int64s, Integer, Uint32s

HEAD_MIN = np.uint64(1 << 31)  # a normalised head lies in [2**31, 2**63)
WORD_BITS = np.uint64(32)
WORD_MASK = np.uint64((1 << 32) - 1)
ZERO = np.uint64(0)
ONE = np.uint64(1)

UNDERFLOW = -1  # a pop needed a word and there was none
BAD_INTERVAL = -2  # freq is 0, or start + freq is beyond the scale
BAD_SYMBOL = -3  # a symbol is outside its support
BAD_SCALE = -4  # a scale index is outside its table
OTHER_SYMBOL = -5  # the slot lies outside the interval that is to be popped

MIXTURE_BITS = np.uint64(24)  # the scale of mixtures
WHOLE = 1 << 24
SLOT_MASK = np.uint64(WHOLE - 1)
ORIGIN = 1024 << 16  # the middle of the cdf table, in its steps with 16 fraction bits
END = 2048 << 16
LAST_GAP = np.uint64(255)  # of the exp table
QUANTILE_SHIFT = 14  # 2**10 entries of the quantile table
NEWTON_STEPS = 6  # then bisection; the typical search ends after 2 or 3 looks


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
def weigh(logits: Int16s, exp: Uint32s, weights: Int64s) -> int:
    """Fill weights, int64[K], with the softmax of logits in units of 2**-16; the index of the largest.

    Each weight is rounded down, and what is missing to 2**16 goes to the first component with the largest logit.
    """
    largest, first = np.int64(logits[0]), 0
    for k in range(1, logits.size):  # without a branch, which would be a coin's toss
        logit = np.int64(logits[k])
        first = k if logit > largest else first
        largest = max(largest, logit)
    total = ZERO
    for k in range(logits.size):
        gap = np.uint64(largest - np.int64(logits[k]))
        weights[k] = exp[min(gap, LAST_GAP)]
        total += np.uint64(weights[k])
    # One division in place of K (30 of 75 ns a symbol with K = 5 on an EPYC 9004): with e < 2**27 the quotient
    # e * 2**16 / total comes out at most 1 too small, because the reciprocal is less than 1 too small.
    reciprocal = np.uint64(1 << 43) // total
    rest = np.int64(1 << 16)
    for k in range(logits.size):
        e = np.uint64(weights[k])
        weight = (e * reciprocal) >> np.uint64(27)
        weight += np.uint64((e << np.uint64(16)) - weight * total >= total)
        weights[k] = np.int64(weight)
        rest -= weights[k]
    weights[first] += rest
    return first


@kernel
def place(params: Int16s, centre: Integer, inverse_scale: Int64s, offsets: Int64s, slopes: Int64s) -> int:
    """Fill offsets and slopes, int64[K], so that a boundary at edge / 16 levels falls on offset + slope * edge.

    That is (edge - mean) * slope + ORIGIN multiplied out: |mean|, |edge| < 2**21 (mixture.py) and
    slope < 2**40 (tables.py), so every term stays below 2**62. Returns 0, or BAD_SCALE.
    """
    components = offsets.size
    for k in range(components):
        scale = np.int64(params[2 * components + k])
        if scale < 0 or scale >= inverse_scale.size:
            return BAD_SCALE
        slopes[k] = inverse_scale[scale]
        offsets[k] = ORIGIN - (16 * np.int64(centre) + np.int64(params[components + k])) * slopes[k]
    return 0


@kernel
def cumulative(t: Integer, cdf: Uint32s) -> Integer:
    """The logistic CDF at table position t (16 fraction bits), in 0..2**24; linear between entries, flat outside."""
    t = min(max(t, 0), END)
    i = t >> 16
    i -= i >> 11  # 2048 becomes 2047 with a whole step left to go, so that i + 1 stays in the table
    below = np.int64(cdf[np.uint64(i)])  # unsigned: numba then leaves out the case of negative indices
    above = np.int64(cdf[np.uint64(i + 1)])
    return below + (((above - below) * (t - (i << 16))) >> 16)


@kernel
def boundary(j: Integer, total: Integer, count: int, first: Integer, last: Integer) -> Integer:
    """Where symbol lowest + j starts on the scale 2**24; total is 2**16 times the mixture's CDF there.

    first, last  j of the least and the most that the symbol can be: they take what lies beyond them
    """
    if j <= first:
        return np.int64(0)
    return j + (((total >> 16) * (WHOLE - count)) >> 24) if j <= last else np.int64(WHOLE)


@kernel
def interval(
    j: Integer,
    lowest: int,
    count: int,
    first: Integer,
    last: Integer,
    weights: Int64s,
    offsets: Int64s,
    slopes: Int64s,
    cdf: Uint32s,
) -> tuple[Integer, Integer]:
    """(start, end) of symbol lowest + j, first <= j <= last, on the scale 2**24; end is the start of the next one.

    Both grow strictly with j, since each term does not fall and j itself is added.
    """
    edge = 16 * (lowest + j) - 8
    start, end = np.int64(0), np.int64(0)
    for k in range(weights.size):
        t = offsets[k] + slopes[k] * edge
        start += weights[k] * cumulative(t, cdf)  # at most 2**16 * 2**24 in total
        end += weights[k] * cumulative(t + 16 * slopes[k], cdf)
    return boundary(j, start, count, first, last), boundary(j + 1, end, count, first, last)


@kernel
def mixture_intervals(
    symbols: Int32s,
    params: Int16s,
    components: int,
    centres: Int16s,
    lowest: int,
    count: int,
    ends: Int32s,
    cdf: Uint32s,
    inverse_scale: Int64s,
    exp: Uint32s,
    starts: Uint32s,
    freqs: Uint32s,
) -> int:
    """Fill starts and freqs, uint32[n], for symbols int32[n]; returns 0, or BAD_SYMBOL or BAD_SCALE.

    params int16[n, 3 K or more], centres int16[n] and ends int32[n, 2] as in mixture.py, tables as in tables.py;
    components is K.
    """
    weights = np.empty(components, np.int64)
    offsets = np.empty(components, np.int64)
    slopes = np.empty(components, np.int64)
    for i in range(symbols.size):
        j, first, last = np.int64(symbols[i]) - lowest, ends[i, 0] - lowest, ends[i, 1] - lowest
        if j < first or j > last:
            return BAD_SYMBOL
        weigh(params[i, :components], exp, weights)
        if place(params[i], centres[i], inverse_scale, offsets, slopes) < 0:
            return BAD_SCALE
        start, end = interval(j, lowest, count, first, last, weights, offsets, slopes, cdf)
        starts[i] = start
        freqs[i] = end - start
    return 0


@kernel
def next_look(
    slot: Integer, j: Integer, start: Integer, end: Integer, low: Integer, high: Integer, looks: int
) -> tuple[Integer, Integer, Integer]:
    """(j, low, high) after a look at [start, end) of j, which does not hold slot."""
    if slot < start:
        high = j - 1
        j -= 1 + (start - 1 - slot) // (end - start)
    else:
        low = j + 1
        j += 1 + (slot - end) // (end - start)
    return (min(max(j, low), high) if looks < NEWTON_STEPS else (low + high) >> 1), low, high


@kernel
def find(
    slot: Integer,
    guess: Integer,
    lowest: int,
    count: int,
    first: Integer,
    last: Integer,
    weights: Int64s,
    offsets: Int64s,
    slopes: Int64s,
    cdf: Uint32s,
) -> tuple[Integer, Integer, Integer]:
    """(j, start, end) with start <= slot < end: Newton's method in a bracket, then bisection.

    The answer is unique, so it does not depend on the path to it, nor on guess. The last interval serves as the
    density: from the middle of a logistic outwards that steps too short rather than too far.
    """
    low, high = first, last
    j: Integer = min(max(np.int64(guess), low), high)
    looks = 0
    while True:
        start, end = interval(j, lowest, count, first, last, weights, offsets, slopes, cdf)
        if start <= slot < end:
            return j, start, end
        looks += 1
        j, low, high = next_look(slot, j, start, end, low, high, looks)


@kernel
def mixture_pop(
    head: np.uint64,
    words: Uint32s,
    used: int,
    params: Int16s,
    components: int,
    centres: Int16s,
    lowest: int,
    count: int,
    ends: Int32s,
    cdf: Uint32s,
    inverse_scale: Int64s,
    exp: Uint32s,
    quantiles: Float64s,
    symbols: Int32s,
    freqs: Uint32s,
) -> tuple[np.uint64, int]:
    """Pop n symbols, index 0 first, into symbols int32[n], and their freqs uint32[n]; (head, used).

    The first guess is where the likeliest component alone would have the slot: 1.4 looks a symbol on photographs, where
    that component's mean gives 1.9.
    """
    weights = np.empty(components, np.int64)
    offsets = np.empty(components, np.int64)
    slopes = np.empty(components, np.int64)
    for i in range(symbols.size):
        likeliest = weigh(params[i, :components], exp, weights)
        if place(params[i], centres[i], inverse_scale, offsets, slopes) < 0:
            return head, BAD_SCALE
        slot = np.int64(head & SLOT_MASK)
        edge = (quantiles[slot >> QUANTILE_SHIFT] - np.float64(offsets[likeliest])) / np.float64(slopes[likeliest])
        guess = ((np.int64(edge) + 8) >> 4) - lowest
        first, last = np.int64(ends[i, 0] - lowest), np.int64(ends[i, 1] - lowest)
        j, start, end = find(slot, guess, lowest, count, first, last, weights, offsets, slopes, cdf)
        symbols[i] = lowest + j
        freqs[i] = end - start
        head, used = pop_one(head, words, used, np.uint64(start), np.uint64(end - start), MIXTURE_BITS)
        if used < 0:
            break
    return head, used
