"""Which codings are worth trying on an image. Their real sizes decide; this decides how much time goes into that.

The figures were fitted on 133 training pictures (60 screenshots, 25 photographs, 40 JPEG-born ones, 8 camera
pictures). Those of `repeats` are later, from 52 photographs and 26 screenshots: the model lost a drawing that repeats
in 77 % of its pixels and 23 screenshots, all above 87 %; it also lost two photographs below 10 %, by 0.2 and 2.7 %,
which are let go. Those of `synthetic` are from drawings and screenshots for which WebP needs 0.43 to 0.85 of quick JPEG
XL: `tests/benchmarks/trials.py graphics`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bitswap_app.imaging import jxl, webp
from bitswap_app.imaging.raster import Pixels
from bitswap_app.service.options import Effort

WEBP_METHODS = (4, 6)  # 6 takes ten times as long and is 0.3 % smaller on screenshots

_SAMPLE_PIXELS = 1 << 20
_SAMPLE_PIECES = 8
_QUICK_JXL, _QUICK_METHOD, _QUICK_QUALITY = 3, 4, 75  # 10 to 20 megapixels a second
_SMALL = 1 << 16  # pixels of an image on which time is no matter

_WEBP_HOPELESS = 1.0


@dataclass(frozen=True, slots=True)
class Search:
    """How far an effort goes.

    jxl_effort     JPEG XL's own, 1 fast to 9 small; 9 takes four times as long as 7 and is 1.5 % smaller
    synthetic      where WebP needs less than this share of quick JPEG XL, an image is made of repetitions, and the
                   models of this effort do not come near
    repeats        share of pixels that equal their left neighbour from which others are tried beside the model
    near           JPEG XL is tried once more at effort 9 where it comes to less than this times the best so far,
    strong_pixels  in images of at most this size
    """

    jxl_effort: int
    synthetic: float
    repeats: float
    near: float
    strong_pixels: int


SEARCHES: dict[Effort, Search] = {
    "fast": Search(jxl_effort=5, synthetic=0.75, repeats=0.40, near=0, strong_pixels=_SMALL),
    "standard": Search(jxl_effort=7, synthetic=0.62, repeats=0.30, near=1.05, strong_pixels=1 << 21),
    "high": Search(jxl_effort=7, synthetic=0.56, repeats=0.05, near=1.10, strong_pixels=1 << 25),
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a sample of an image says.

    repeats     share of pixels that equal their left neighbour
    webp_ratio  size as WebP over size as quick JPEG XL; 1 where WebP cannot hold the image, or was not asked
    is_small    the image is so small that time is no matter
    """

    repeats: float
    webp_ratio: float
    is_small: bool = False

    def is_synthetic(self, search: Search) -> bool:
        """Whether WebP is taken to be smaller than anything else, and nothing else is tried."""
        return self.webp_ratio < search.synthetic and not self.is_small

    @property
    def may_suit_webp(self) -> bool:
        return self.webp_ratio < _WEBP_HOPELESS

    def may_suit_jxl(self, search: Search) -> bool:
        """Whether JPEG XL may be smaller than the model."""
        return self.repeats >= search.repeats


def fits_webp(pixels: Pixels) -> bool:
    """Whether WebP can hold these pixels."""
    return pixels.dtype == np.uint8 and pixels.shape[1] <= webp.MAX_SIDE


def look_at(pixels: Pixels, least_repeats: float) -> Look:
    """Looks at up to _SAMPLE_PIXELS of uint8 or uint16[H, W, C]; with fewer repeats, WebP is not asked."""
    part = _sample(pixels)
    repeats = float((part[:, 1:] == part[:, :-1]).all(axis=2).mean()) if part.shape[1] > 1 else 0.0
    ratio, is_small = 1.0, pixels.shape[0] * pixels.shape[1] <= _SMALL
    if fits_webp(pixels) and (is_small or repeats >= least_repeats):
        quick = webp.encode_payload(part, method=_QUICK_METHOD, quality=_QUICK_QUALITY)
        ratio = len(quick) / len(jxl.encode(part, _QUICK_JXL))
    return Look(repeats, ratio, is_small=is_small)


def _sample(pixels: Pixels) -> Pixels:
    """Whole rows from evenly spread places."""
    height, width, _ = pixels.shape
    rows = max(1, _SAMPLE_PIXELS // _SAMPLE_PIECES // width)
    if rows * _SAMPLE_PIECES >= height:
        return pixels
    tops = [i * (height - rows) // (_SAMPLE_PIECES - 1) for i in range(_SAMPLE_PIECES)]
    part: Pixels = np.concatenate([pixels[top : top + rows] for top in tops])
    return part
