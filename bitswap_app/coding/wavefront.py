"""The order in which the pixels of regions are coded.

A pixel needs its neighbours on the left and, in the row above, up to A to the right, so with slope A + 1 all pixels
with x + slope * y = step are free to be decoded together:

    for step = 0, 1, ...:  for channel:  for region:  for y ascending:  the pixel (y, step - slope * y), if it exists

An encoder knows all pixels, so it takes all intervals at once and pushes them in the exact reverse. A region's row y
has the pixels from firsts[y] to lasts[y] - 1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding import _wavefront_kernel
from bitswap_app.coding._types import Int64s, Uint32s
from bitswap_app.coding.message import PRECISION, Message


def wavefront_counts(firsts: Int64s, lasts: Int64s, slope: int) -> Int64s:
    """How many pixels each step has, int64[steps]; firsts, lasts int64[R, H], slope >= 0."""
    y = np.broadcast_to(np.arange(firsts.shape[1]), firsts.shape)
    has_any = lasts > firsts
    begins, ends = ((row + slope * y)[has_any] for row in (firsts, lasts))
    changes = np.zeros(int(ends.max(initial=0)) + 1, dtype=np.int64)
    np.add.at(changes, begins, 1)
    np.add.at(changes, ends, -1)
    return np.cumsum(changes[:-1])


def wavefront_rows(step: int, firsts: Int64s, lasts: Int64s, slope: int) -> tuple[Int64s, Int64s, Int64s]:
    """(regions, ys, xs), int64[n] each: the pixels of one step in the decoder's order."""
    x = step - slope * np.arange(firsts.shape[1])
    regions, ys = np.nonzero((x >= firsts) & (x < lasts))
    return regions, ys, x[ys]


def pixels_within(firsts: Int64s, lasts: Int64s, width: int) -> NDArray[np.bool_]:
    """bool[R, H, W]: where regions of that width have pixels."""
    x = np.arange(width)
    found: NDArray[np.bool_] = (x >= firsts[..., None]) & (x < lasts[..., None])
    return found


def push_wavefront(
    message: Message, starts: Uint32s, freqs: Uint32s, firsts: Int64s, lasts: Int64s, slope: int
) -> None:
    """Push intervals of the scale 2**24 so that popping goes in the order above.

    starts, freqs  uint32[R, H, W, C]; entries where a region has no pixel are ignored
    firsts, lasts  int64[R, H], each row's pixels: 0 <= firsts <= lasts <= W
    slope          >= 0

    Raises ValueError for arrays that do not fit or an interval that is none; the message is then as it was.
    """
    starts, freqs = _checked(starts, freqs, firsts, lasts, slope)
    room = starts.shape[3] * int((lasts - firsts).sum())
    message.push_with(_wavefront_kernel.push_wavefront, starts, freqs, firsts, lasts, slope, PRECISION, room=room)
    if message.ledger is not None:
        message.book_push(freqs[pixels_within(firsts, lasts, starts.shape[2])].reshape(-1))


def pop_wavefront(message: Message, starts: Uint32s, freqs: Uint32s, firsts: Int64s, lasts: Int64s, slope: int) -> None:
    """Undo push_wavefront of the same intervals, for checks: nothing new is learnt but that they are on the message.

    Raises EmptyMessage, or ValueError where the message holds others; it is then as it was.
    """
    starts, freqs = _checked(starts, freqs, firsts, lasts, slope)
    message.pop_with(_wavefront_kernel.pop_wavefront, starts, freqs, firsts, lasts, slope, PRECISION)


def _checked(starts: Uint32s, freqs: Uint32s, firsts: Int64s, lasts: Int64s, slope: int) -> tuple[Uint32s, Uint32s]:
    if starts.dtype != np.uint32 or freqs.dtype != np.uint32 or starts.ndim != 4 or starts.shape != freqs.shape:
        raise ValueError("Starts and freqs must be uint32[R, H, W, C] of one shape.")
    for ends in (firsts, lasts):
        if ends.dtype != np.int64 or ends.shape != starts.shape[:2]:
            raise ValueError(f"Ends of rows must be int64{list(starts.shape[:2])}.")
    if not ((firsts >= 0) & (firsts <= lasts) & (lasts <= starts.shape[2])).all():
        raise ValueError(f"A row's pixels must be some of 0..{starts.shape[2]}.")
    if slope < 0:
        raise ValueError(f"A slope is 0 or more, not {slope}.")
    return np.ascontiguousarray(starts), np.ascontiguousarray(freqs)
