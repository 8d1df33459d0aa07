"""Mixtures of discretised logistics: parameters from a network in, intervals or symbols out.

Source: Salimans, Karpathy, Chen & Kingma 2017 (PixelCNN++). Here all is integer arithmetic on tables that ship with the
model, so that an interval is the same on every machine.

For n symbols with mixtures of K components, here and in distributions.py:

    params   int16[..., 3 K]  logits (1/16 nat) | mean offsets (1/16 level) | scale indices (0..n_scales - 1), K each
    centres  int16[...]       in levels, added to the means
    lowest   the least symbol of the support lowest..lowest + count - 1
    count    1..2**16; every symbol of the support gets a freq >= 1, so each can be coded however unlikely it is
    ends     int32[..., 2]  the least and the most that each symbol can be, within the support; these two take what the
             mixture gives to all beyond them. None: the support's own
"""

from __future__ import annotations

import numpy as np

from bitswap_app.coding import _kernel
from bitswap_app.coding._types import Int16s, Int32s, Uint32s
from bitswap_app.coding.message import FAULTS, Message
from bitswap_app.coding.tables import LogisticTables

MAX_COUNT = 1 << 16
MAX_LEVEL = 1 << 16  # of a support's ends: with it a distance to a mean stays below 2**21 sixteenths
MAX_COMPONENTS = 64


def mixture_intervals(
    symbols: Int32s,
    params: Int16s,
    centres: Int16s,
    lowest: int,
    count: int,
    tables: LogisticTables,
    ends: Int32s | None = None,
) -> tuple[Uint32s, Uint32s]:
    """(starts, freqs), uint32[...] like symbols: where each symbol lies on the scale 2**24 of its own mixture.

    Raises ValueError for a symbol beyond its ends, ends beyond the support, a scale index outside its table, or arrays
    of another type.
    """
    _check(params, centres, lowest, count)
    if symbols.dtype != np.int32 or symbols.shape != centres.shape:
        raise ValueError(f"Symbols must be int32{list(centres.shape)}, not {symbols.dtype}{list(symbols.shape)}.")
    starts = np.empty(symbols.size, dtype=np.uint32)
    freqs = np.empty(symbols.size, dtype=np.uint32)
    fault = _kernel.mixture_intervals(
        np.ascontiguousarray(symbols).reshape(-1),
        *_flat(params, centres),
        lowest,
        count,
        _flat_ends(ends, centres, lowest, count),
        tables.cdf,
        tables.inverse_scale,
        tables.exp,
        starts,
        freqs,
    )
    if fault:
        raise ValueError(FAULTS[fault])
    return starts.reshape(symbols.shape), freqs.reshape(symbols.shape)


def mixture_pop(
    message: Message,
    params: Int16s,
    centres: Int16s,
    lowest: int,
    count: int,
    tables: LogisticTables,
    ends: Int32s | None = None,
) -> Int32s:
    """Pop one symbol per mixture, in C order, the first one first: int32[...] like centres.

    Raises EmptyMessage, and then leaves the message as it was.
    """
    _check(params, centres, lowest, count)
    symbols = np.empty(centres.size, dtype=np.int32)
    freqs = np.empty(centres.size, dtype=np.uint32)
    message.pop_with(
        _kernel.mixture_pop,
        *_flat(params, centres),
        lowest,
        count,
        _flat_ends(ends, centres, lowest, count),
        tables.cdf,
        tables.inverse_scale,
        tables.exp,
        tables.quantiles,
        symbols,
        freqs,
    )
    message.book_pop(freqs)
    return symbols.reshape(centres.shape)


def _check(params: Int16s, centres: Int16s, lowest: int, count: int) -> None:
    if params.dtype != np.int16 or centres.dtype != np.int16 or params.shape[:-1] != centres.shape:
        raise ValueError(
            f"Parameters int16[..., 3 K] and centres int16[...] do not fit: "
            f"{params.dtype}{list(params.shape)}, {centres.dtype}{list(centres.shape)}."
        )
    if params.shape[-1] % 3 or not 3 <= params.shape[-1] <= 3 * MAX_COMPONENTS:
        raise ValueError(f"{params.shape[-1]} parameters a symbol are not 3 K with K in 1..{MAX_COMPONENTS}.")
    if not (1 <= count <= MAX_COUNT and -MAX_LEVEL <= lowest <= MAX_LEVEL - count):
        raise ValueError(f"The support of {count} symbols from {lowest} leaves the limits of integer arithmetic.")


def _flat(params: Int16s, centres: Int16s) -> tuple[Int16s, int, Int16s]:
    rows = np.ascontiguousarray(params).reshape(-1, params.shape[-1])
    return rows, params.shape[-1] // 3, np.ascontiguousarray(centres).reshape(-1)


def _flat_ends(ends: Int32s | None, centres: Int16s, lowest: int, count: int) -> Int32s:
    if ends is None:
        return np.full((centres.size, 2), (lowest, lowest + count - 1), np.int32)
    if ends.dtype != np.int32 or ends.shape != (*centres.shape, 2):
        raise ValueError(f"Ends must be int32{[*centres.shape, 2]}, not {ends.dtype}{list(ends.shape)}.")
    least, most = np.moveaxis(ends, -1, 0)
    if ((least < lowest) | (most < least) | (most >= lowest + count)).any():
        raise ValueError(f"Ends leave the support of {count} symbols from {lowest}, or none between them.")
    return np.ascontiguousarray(ends).reshape(-1, 2)
