"""Colours as three integer levels: YCoCg-R (Malvar & Sullivan 2003, JVT-I014), or what a JPEG decoder had before RGB.

A decoder of JPEG files makes RGB of 8-bit Y, Cb, Cr (ITU-T T.871), of which a quarter lie in the RGB cube: so three in
four colours are none that it can give. Where a picture has only those that it can, its levels are Y, Cr - Cb and
-(Cb + (Cr - Cb >> 1)), the same differences as Co and Cg in a coarser scale, which saves up to 2 bits a pixel.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding._jit import kernel
from bitswap_app.coding._types import Int32s, Integer

RED_BY_CR, BLUE_BY_CB, GREEN_BY_CB, GREEN_BY_CR = 91881, 116130, -22554, -46802  # in 2**-16, as decoders round them
HALF = 1 << 15


class Colours(IntEnum):
    """What the levels of a picture are; those of GREY are of YCOCG too, with nothing but Y."""

    YCOCG = 0
    JPEG = 1
    GREY = 2


JPEG, GREY = int(Colours.JPEG), int(Colours.GREY)  # as kernels take them


def to_ycocg(pixels: NDArray[np.uint8]) -> NDArray[np.int16]:
    """uint8[..., 3] RGB -> int16[..., 3]: Y in 0..255, Co and Cg in -255..255."""
    red, green, blue = (pixels[..., c].astype(np.int16) for c in range(3))
    orange = red - blue
    middle = blue + (orange >> 1)
    lime = green - middle
    return np.stack([middle + (lime >> 1), orange, lime], axis=-1)


def to_rgb(levels: NDArray[np.int16]) -> NDArray[np.int16]:
    """The inverse of to_ycocg; int16[..., 3], because levels that no picture has lead outside 0..255."""
    luma, orange, lime = (levels[..., c] for c in range(3))
    middle = luma - (lime >> 1)
    green = lime + middle
    blue = middle - (orange >> 1)
    return np.stack([blue + orange, green, blue], axis=-1)


def from_jpeg(levels: NDArray[np.int16]) -> NDArray[np.int16]:
    """int16[..., 3] levels of Colours.JPEG -> RGB, each in 0..255; any levels give some colour."""
    rgb = np.empty(levels.shape, np.int16)
    _store_rgb(np.ascontiguousarray(levels).reshape(-1, 3), rgb.reshape(-1, 3))
    return rgb


def to_levels(pixels: NDArray[np.uint8], colours: Colours) -> NDArray[np.int16]:
    """uint8[..., 3] RGB -> int16[..., 3]. Those of Colours.JPEG and GREY are of such pixels alone."""
    if colours is not Colours.JPEG:
        return to_ycocg(pixels)
    levels = np.empty(pixels.shape, np.int16)
    _store_jpeg(np.ascontiguousarray(pixels).reshape(-1, 3), _sources(), levels.reshape(-1, 3))
    return levels


def from_levels(levels: NDArray[np.int16], colours: Colours) -> NDArray[np.int16]:
    """The inverse of to_levels."""
    return from_jpeg(levels) if colours is Colours.JPEG else to_rgb(levels)


def colours_of(pixels: NDArray[np.uint8]) -> Colours:
    """What levels suit uint8[H, W, 3]: one where all is grey, else those of JPEG if they have all of its colours."""
    if np.array_equal(pixels[..., :2], pixels[..., 1:]):
        return Colours.GREY
    few = np.ascontiguousarray(pixels[:: max(1, pixels.shape[0] // 16), :: max(1, pixels.shape[1] // 16)])
    if not _may_be_jpeg(few.reshape(-1, 3)):  # as of most pictures, before there is a table
        return Colours.YCOCG
    return Colours.JPEG if _all_jpeg(np.ascontiguousarray(pixels).reshape(-1, 3), _sources()) else Colours.YCOCG


@cache
def _sources() -> Int32s:
    """int32[2**24]: Y, Cb + 128, Cr + 128 in bytes, Y the highest, that give an RGB colour; -1 for those without.

    Of several, which only colours with a 0 or 255 have, the one that is clamped least.
    """
    sources = np.full(1 << 24, -1, np.int32)
    _store_sources(sources, np.full(1 << 24, 32767, np.int16))
    return sources


@kernel
def _rgb_of(luma: Integer, cb: Integer, cr: Integer) -> tuple[Integer, Integer, Integer]:
    """What a JPEG decoder makes of Y, Cb and Cr, before it is clamped."""
    red = luma + ((RED_BY_CR * cr + HALF) >> 16)
    green = luma + ((GREEN_BY_CB * cb + GREEN_BY_CR * cr + HALF) >> 16)
    return red, green, luma + ((BLUE_BY_CB * cb + HALF) >> 16)


@kernel
def _byte(level: Integer) -> int:
    return 0 if level < 0 else 255 if level > 255 else int(level)


@kernel
def _store_rgb(levels: NDArray[np.int16], rgb: NDArray[np.int16]) -> None:
    for i in range(len(levels)):
        luma, orange, lime = np.int64(levels[i, 0]), np.int64(levels[i, 1]), np.int64(levels[i, 2])
        cb = -lime - (orange >> 1)
        red, green, blue = _rgb_of(luma, cb, orange + cb)
        rgb[i, 0], rgb[i, 1], rgb[i, 2] = _byte(red), _byte(green), _byte(blue)


@kernel
def _store_sources(sources: Int32s, beyond: NDArray[np.int16]) -> None:
    for luma in range(256):
        for cb in range(-128, 128):
            for cr in range(-128, 128):
                red, green, blue = _rgb_of(luma, cb, cr)
                r, g, b = _byte(red), _byte(green), _byte(blue)
                at, clamped = (r << 16) | (g << 8) | b, abs(r - int(red)) + abs(g - int(green)) + abs(b - int(blue))
                if clamped < beyond[at]:
                    beyond[at], sources[at] = clamped, (luma << 16) | ((cb + 128) << 8) | (cr + 128)


@kernel
def _may_be_jpeg(pixels: NDArray[np.uint8]) -> bool:
    """Whether none of the colours between 1 and 254 is one that no Y, Cb, Cr gives."""
    for i in range(len(pixels)):
        red, green, blue = np.int64(pixels[i, 0]), np.int64(pixels[i, 1]), np.int64(pixels[i, 2])
        found = min(red, green, blue) == 0 or max(red, green, blue) == 255
        about = (19595 * red + 38470 * green + 7471 * blue) >> 16
        for luma in range(about - 2, about + 4):
            cb, cr = ((blue - luma) * 36984) >> 16, ((red - luma) * 46745) >> 16
            for b in range(cb - 1, cb + 3):
                for r in range(cr - 1, cr + 3):
                    found = found or _rgb_of(luma, b, r) == (red, green, blue)
        if not found:
            return False
    return True


@kernel
def _all_jpeg(pixels: NDArray[np.uint8], sources: Int32s) -> bool:
    for i in range(len(pixels)):
        if sources[(np.int64(pixels[i, 0]) << 16) | (np.int64(pixels[i, 1]) << 8) | np.int64(pixels[i, 2])] < 0:
            return False
    return True


@kernel
def _store_jpeg(pixels: NDArray[np.uint8], sources: Int32s, levels: NDArray[np.int16]) -> None:
    for i in range(len(pixels)):
        source = sources[(np.int64(pixels[i, 0]) << 16) | (np.int64(pixels[i, 1]) << 8) | np.int64(pixels[i, 2])]
        cb, cr = ((source >> 8) & 255) - 128, (source & 255) - 128
        levels[i, 0], levels[i, 1] = source >> 16, cr - cb
        levels[i, 2] = -(cb + ((cr - cb) >> 1))


@kernel
def is_settled(colours: int, channel: int) -> bool:
    """Whether a channel is 0 everywhere, and so costs nothing."""
    return colours == GREY and channel > 0


@kernel
def ends_of(colours: int, channel: int, luma: Integer, orange: Integer) -> tuple[Integer, Integer]:
    """The least and the most that a channel can be, given those before it.

    Every level of YCOCG between them is some colour's; those of JPEG are taken as they come. For red, green and blue to
    lie in 0..255, with h = Cg >> 1 and m = |Co|: y + m' - 255 <= h <= y - (m >> 1), where m' is m / 2 rounded up, from
    red and blue, and -2 y - 1 <= Cg <= 510 - 2 y from green.
    """
    if channel == 0:
        return np.int64(0), np.int64(255)
    if is_settled(colours, channel):
        return np.int64(0), np.int64(0)
    if colours == JPEG:
        return np.int64(-255), np.int64(255)
    y, m = np.int64(luma), abs(np.int64(orange))
    if channel == 1:
        most = min(np.int64(255), 4 * y + 3, 1020 - 4 * y)
        return -most, most
    return max(2 * (y + ((m + 1) >> 1)) - 510, -2 * y - 1), min(2 * (y - (m >> 1)) + 1, 510 - 2 * y)


@kernel
def _store_ends(colours: int, channel: int, levels: NDArray[np.int16], ends: Int32s) -> None:
    for i in range(len(levels)):
        ends[i, 0], ends[i, 1] = ends_of(colours, channel, levels[i, 0], levels[i, 1])


def channel_ends(colours: Colours, channel: int, levels: NDArray[np.int16]) -> Int32s:
    """int32[N, 2], ends_of each pixel of int16[N, 3]."""
    ends = np.empty((len(levels), 2), np.int32)
    _store_ends(int(colours), channel, levels, ends)
    return ends
