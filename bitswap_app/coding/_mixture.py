"""Mixtures of discretised logistics in integers: the inner loops.

Source: Salimans, Karpathy, Chen & Kingma 2017 (PixelCNN++), with every float replaced by a table.

Component k of symbol i has logit params[i, k] (1/16 nat), mean 16 * centres[i] + params[i, K + k] (1/16 level) and
scale index params[i, 2 K + k]. Means and boundaries stay below 2**21 sixteenths of a level, and tables.py bounds
inverse_scale by 2**40, so every product here fits an int64.
"""

from __future__ import annotations

import numpy as np

from bitswap_app.coding._jit import kernel
from bitswap_app.coding._kernel import BAD_SCALE, BAD_SYMBOL, pop_one
from bitswap_app.coding._types import Int16s, Int32s, Int64s, Integer, Uint32s

SCALE = np.uint64(24)
SLOT_MASK = (1 << 24) - 1
WHOLE = 1 << 24
ORIGIN = 1024 << 16  # the middle of the cdf table, in its steps with 16 fraction bits
END = 2048 << 16


@kernel
def prepare(
    row: Int16s,
    centre: Integer,
    inverse_scale: Int64s,
    exp: Uint32s,
    weights: Int64s,
    means: Int64s,
    slopes: Int64s,
) -> int:
    """Fill weights (sum 2**16), means and slopes with the components of weight > 0; how many, or BAD_SCALE."""
    k_total = row.size // 3
    first = 0
    for k in range(1, k_total):
        if row[k] > row[first]:
            first = k
    total = np.int64(0)
    for k in range(k_total):
        gap = np.int64(row[first]) - np.int64(row[k])
        weights[k] = exp[gap if gap < 255 else 255]
        total += weights[k]
    rest = np.int64(1 << 16)
    for k in range(k_total):
        weights[k] = (weights[k] << 16) // total
        rest -= weights[k]
    weights[first] += rest

    active = 0
    for k in range(k_total):
        scale = np.int64(row[2 * k_total + k])
        if scale < 0 or scale >= inverse_scale.size:
            return BAD_SCALE
        weights[active] = weights[k]
        means[active] = 16 * np.int64(centre) + np.int64(row[k_total + k])
        slopes[active] = inverse_scale[scale]
        if weights[k] > 0:
            active += 1
    return active


@kernel
def boundary(
    j: Integer, lowest: int, count: int, active: int, weights: Int64s, means: Int64s, slopes: Int64s, cdf: Uint32s
) -> Integer:
    """start(lowest + j) in 0..2**24 for 0 <= j <= count, strictly increasing in j."""
    if j == 0:
        return 0
    if j == count:
        return WHOLE
    edge = 16 * (lowest + j) - 8
    total = np.int64(0)
    for k in range(active):
        t = min(max((edge - means[k]) * slopes[k] + ORIGIN, 0), END)
        i = t >> 16
        below = np.int64(cdf[i])
        above = np.int64(cdf[min(i + 1, 2048)])
        total += weights[k] * (below + (((above - below) * (t & 0xFFFF)) >> 16))
    return j + (((total >> 16) * (WHOLE - count)) >> 24)


@kernel
def intervals(
    symbols: Int32s,
    params: Int16s,
    centres: Int16s,
    lowest: int,
    count: int,
    cdf: Uint32s,
    inverse_scale: Int64s,
    exp: Uint32s,
    starts: Uint32s,
    freqs: Uint32s,
) -> int:
    """Fill starts and freqs, uint32[n]; returns 0, or BAD_SYMBOL or BAD_SCALE."""
    k_total = params.shape[1] // 3
    weights = np.empty(k_total, np.int64)
    means = np.empty(k_total, np.int64)
    slopes = np.empty(k_total, np.int64)
    for i in range(symbols.size):
        active = prepare(params[i], centres[i], inverse_scale, exp, weights, means, slopes)
        if active < 0:
            return active
        j = np.int64(symbols[i]) - lowest
        if j < 0 or j >= count:
            return BAD_SYMBOL
        start = boundary(j, lowest, count, active, weights, means, slopes, cdf)
        starts[i] = start
        freqs[i] = boundary(j + 1, lowest, count, active, weights, means, slopes, cdf) - start
    return 0


@kernel
def pop(
    head: np.uint64,
    words: Uint32s,
    used: int,
    params: Int16s,
    centres: Int16s,
    lowest: int,
    count: int,
    cdf: Uint32s,
    inverse_scale: Int64s,
    exp: Uint32s,
    symbols: Int32s,
    freqs: Uint32s,
) -> tuple[np.uint64, int]:
    """Pop n symbols, index 0 first, into symbols, and their freqs; (head, used), or a negative used."""
    k_total = params.shape[1] // 3
    weights = np.empty(k_total, np.int64)
    means = np.empty(k_total, np.int64)
    slopes = np.empty(k_total, np.int64)
    for i in range(symbols.size):
        active = prepare(params[i], centres[i], inverse_scale, exp, weights, means, slopes)
        if active < 0:
            return head, active
        slot = np.int64(head & np.uint64(SLOT_MASK))
        low, high = 0, count
        start, end = 0, WHOLE
        while high - low > 1:
            middle = (low + high) >> 1
            edge = boundary(middle, lowest, count, active, weights, means, slopes, cdf)
            if edge <= slot:
                low, start = middle, edge
            else:
                high, end = middle, edge
        symbols[i] = lowest + low
        freqs[i] = end - start
        head, used = pop_one(head, words, used, np.uint64(start), np.uint64(end - start), SCALE)
        if used < 0:
            return head, used
    return head, used
