"""The order in which the pixels of a batch of tiles are coded.

A decoder takes all tiles of a batch in lockstep. A pixel needs its neighbours on the left and, in the row above, up to
R to the right, so with slope R + 1 all pixels with x + slope * y = step are free to be decoded together:

    for step = 0, 1, ...:  for channel:  for tile:  for y ascending:  the pixel (y, step - slope * y), if it exists

An encoder knows all pixels, so it takes all intervals at once and pushes them in the exact reverse.
"""

from __future__ import annotations

import numpy as np

from bitswap_app.coding import _kernel
from bitswap_app.coding._types import Int64s, Uint32s
from bitswap_app.coding.message import PRECISION, Message


def wavefront_steps(heights: Int64s, widths: Int64s, slope: int) -> int:
    """How many steps tiles of these sizes take; heights, widths int64[T], slope >= 0."""
    real = (heights > 0) & (widths > 0)
    return int((widths + slope * (heights - 1))[real].max(initial=0))


def wavefront_counts(heights: Int64s, widths: Int64s, slope: int) -> Int64s:
    """How many pixels each step has, int64[steps]."""
    changes = np.zeros(wavefront_steps(heights, widths, slope) + 1, dtype=np.int64)
    for height, width in zip(heights, widths, strict=True):
        if width > 0:
            first = slope * np.arange(max(0, height))
            np.add.at(changes, first, 1)
            np.add.at(changes, first + width, -1)
    return np.cumsum(changes[:-1])


def wavefront_rows(step: int, heights: Int64s, widths: Int64s, slope: int) -> tuple[Int64s, Int64s, Int64s]:
    """(tiles, ys, xs), int64[n] each: the pixels of one step in the decoder's order."""
    y = np.arange(max(0, int(heights.max(initial=0))))
    x = step - slope * y
    inside = (y < heights[:, None]) & (x >= 0) & (x < widths[:, None])
    tiles, ys = np.nonzero(inside)
    return tiles, ys, x[ys]


def push_wavefront(
    message: Message, starts: Uint32s, freqs: Uint32s, heights: Int64s, widths: Int64s, slope: int
) -> None:
    """Push intervals of the scale 2**24 so that popping goes in the order above.

    starts, freqs    uint32[T, H, W, C]; entries outside a tile's real part are ignored
    heights, widths  int64[T], the real part of each tile: 0..H, 0..W
    slope            >= 0

    Raises ValueError for arrays that do not fit or an interval that is none; the message is then as it was.
    """
    starts, freqs = _checked(starts, freqs, heights, widths, slope)
    room = starts.shape[3] * int((heights * widths).sum())
    message.push_with(_kernel.push_wavefront, starts, freqs, heights, widths, slope, PRECISION, room=room)
    if message.ledger is not None:
        for i in range(len(heights)):
            message.book_push(freqs[i, : heights[i], : widths[i]].reshape(-1))


def pop_wavefront(
    message: Message, starts: Uint32s, freqs: Uint32s, heights: Int64s, widths: Int64s, slope: int
) -> None:
    """Undo push_wavefront of the same intervals, for checks: nothing new is learnt but that they are on the message.

    Raises EmptyMessage, or ValueError where the message holds others; it is then as it was.
    """
    starts, freqs = _checked(starts, freqs, heights, widths, slope)
    message.pop_with(_kernel.pop_wavefront, starts, freqs, heights, widths, slope, PRECISION)


def _checked(starts: Uint32s, freqs: Uint32s, heights: Int64s, widths: Int64s, slope: int) -> tuple[Uint32s, Uint32s]:
    if starts.dtype != np.uint32 or freqs.dtype != np.uint32 or starts.ndim != 4 or starts.shape != freqs.shape:
        raise ValueError("Starts and freqs must be uint32[T, H, W, C] of one shape.")
    tiles, height, width, _ = starts.shape
    for name, sizes, limit in (("heights", heights, height), ("widths", widths, width)):
        if (
            sizes.dtype != np.int64
            or sizes.shape != (tiles,)
            or (tiles and not 0 <= sizes.min() <= sizes.max() <= limit)
        ):
            raise ValueError(f"{name} must be int64[{tiles}] in 0..{limit}.")
    if slope < 0:
        raise ValueError(f"A slope is 0 or more, not {slope}.")
    return np.ascontiguousarray(starts), np.ascontiguousarray(freqs)
