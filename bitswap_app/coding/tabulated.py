"""Distributions that are rows of one integer table: for likelihoods of few parameters, as a beta-binomial's two."""

from __future__ import annotations

import numpy as np

from bitswap_app.coding import _table_kernel
from bitswap_app.coding._types import Int32s, Int64s, Uint32s
from bitswap_app.coding.codec import Codec
from bitswap_app.coding.message import PRECISION, Message


def tabulated(rows: Int64s, ends: Uint32s) -> Codec[Int32s]:
    """Arrays int32[...] like rows, each symbol 0..S - 1 under the row of the table that its number names.

    rows  int64[...]        in 0..R - 1
    ends  uint32[R, S + 1]  where each symbol's interval ends, after a 0: each row rises strictly to 2**24

    Raises ValueError for arrays of another kind and rows outside the table; that rows rise is for check_table to see.
    """
    if ends.dtype != np.uint32 or ends.ndim != 2 or rows.dtype != np.int64:
        raise ValueError("Rows must be int64 and the table uint32[R, S + 1].")
    if rows.size and not 0 <= rows.min() <= rows.max() < len(ends):
        raise ValueError(f"Rows must lie in 0..{len(ends) - 1}.")
    flat = np.ascontiguousarray(rows).reshape(-1)

    def push(message: Message, symbols: Int32s) -> Message:
        if symbols.dtype != np.int32 or symbols.shape != rows.shape:
            raise ValueError(f"Symbols must be int32{list(rows.shape)}, not {symbols.dtype}{list(symbols.shape)}.")
        found = symbols.reshape(-1)
        if found.size and not 0 <= found.min() <= found.max() < ends.shape[1] - 1:
            raise ValueError("A symbol is outside its support.")
        starts = ends[flat, found]
        message.push_intervals(starts, ends[flat, found + 1] - starts, PRECISION)
        return message

    def pop(message: Message) -> tuple[Message, Int32s]:
        symbols, freqs = np.empty(flat.size, dtype=np.int32), np.empty(flat.size, dtype=np.uint32)
        message.pop_with(_table_kernel.pop_rows, flat, ends, symbols, freqs)
        message.book_pop(freqs)
        return message, symbols.reshape(rows.shape)

    return Codec(push, pop)


def check_table(ends: Uint32s) -> Uint32s:
    """A contiguous copy. Raises ValueError unless every row rises strictly from 0 to 2**24."""
    if ends.dtype != np.uint32 or ends.ndim != 2 or ends.shape[1] < 2:
        raise ValueError("A table is uint32[R, S + 1] with S >= 1.")
    whole = np.ascontiguousarray(ends)
    if whole[:, 0].any() or (whole[:, -1] != 1 << PRECISION).any() or (whole[:, 1:] <= whole[:, :-1]).any():
        raise ValueError("Each row of a table must rise strictly from 0 to 2**24.")
    return whole
