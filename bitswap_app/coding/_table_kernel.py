"""The inner loop of tabulated.py: symbols popped under rows of a table."""

from __future__ import annotations

import numpy as np

from bitswap_app.coding import _kernel
from bitswap_app.coding._jit import kernel
from bitswap_app.coding._kernel import MIXTURE_BITS, SLOT_MASK, pop_one
from bitswap_app.coding._types import Int32s, Int64s, Uint32s


def _pop_rows(
    head: np.uint64, words: Uint32s, used: int, rows: Int64s, ends: Uint32s, symbols: Int32s, freqs: Uint32s
) -> tuple[np.uint64, int]:
    """Pop one symbol per row number, the first one first.

    rows     int64[n]          in 0..R - 1
    ends     uint32[R, S + 1]  cumulative freqs of each row, rising from 0 to 2**24
    symbols  int32[n]          filled; freqs uint32[n] too
    """
    for i in range(rows.size):
        row = ends[rows[i]]
        slot = np.uint32(head & SLOT_MASK)
        low, high = 0, row.size - 1
        while high - low > 1:
            middle = (low + high) // 2
            if row[middle] <= slot:
                low = middle
            else:
                high = middle
        symbols[i] = low
        freqs[i] = row[low + 1] - row[low]
        head, used = pop_one(head, words, used, np.uint64(row[low]), np.uint64(freqs[i]), MIXTURE_BITS)
        if used < 0:
            break
    return head, used


pop_rows = kernel(_pop_rows, calls=[_kernel])
