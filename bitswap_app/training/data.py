"""Training pictures: decoded once into memory, then random crops with flips and random downscaling."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bitswap_app.coding.colour import colours_of, to_levels
from bitswap_app.model.config import ModelConfig
from bitswap_app.model.context import ContextGatherer, predict, regions_alone
from bitswap_app.training.augmentation import liveliness, rescaled
from bitswap_app.training.graphics import draw_page

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """A folder of pictures and how crops are drawn from it.

    weight    how often it is drawn, relative to the others
    native    share of its crops taken at native scale; the others are scaled down by a factor from scales
    pages     0, or how many pages to draw (graphics.py) with the folder's pictures in some of them
    """

    folder: Path
    weight: float
    native: float
    scales: tuple[float, float]
    pages: int = 0


def standard_mix(root: Path, weights: Mapping[str, float] | None = None) -> list[Source]:
    """The mix for a folder laid out as the README's training section describes, or any single folder of pictures.

    weights: other ones than the usual, by the sources' names. Raises ValueError for names that there are not.
    """
    named = {
        "imagenet": Source(root / "imagenet", 0.29, 0.8, (0.5, 0.8)),
        "photos": Source(root / "photos", 0.30, 0.7, (0.5, 0.9)),
        "highres": Source(root / "highres", 0.32, 0.0, (0.35, 0.7)),
        "screens": Source(root / "screens", 0.05, 1.0, (0.5, 0.9)),
        "pages": Source(root / "photos", 0.04, 0.8, (0.5, 0.9), pages=160),
    }
    if unknown := set(weights or ()) - set(named):
        raise ValueError(f"there is no source {', '.join(sorted(unknown))}; there are {', '.join(named)}")
    named = {name: replace(source, weight=(weights or {}).get(name, source.weight)) for name, source in named.items()}
    found = [source for source in named.values() if source.folder.is_dir()]
    return found or [Source(root, 1.0, 0.8, (0.5, 0.8))]


def read_picture(path: Path) -> NDArray[np.uint8] | None:
    """uint8[H, W, 3], or None for a file that is no picture; transparency is dropped."""
    try:
        if path.suffix == ".jxl":
            pixels = imagecodecs.jpegxl_decode(path.read_bytes())
            return np.ascontiguousarray(pixels[..., :3]) if pixels.ndim == 3 and pixels.dtype == np.uint8 else None
        with Image.open(path) as image:
            return np.asarray(image.convert("RGB"))
    except (OSError, ValueError, RuntimeError) as error:  # the last are JPEG XL's
        log.warning("skipped %s: %s", path, error)
        return None


def read_source(source: Source, smallest: int) -> list[NDArray[np.uint8]]:
    """The pictures that a source's crops are cut from."""
    pictures = read_folder(source.folder, smallest)
    return [draw_page(seed, pictures) for seed in range(source.pages)] if source.pages else pictures


def read_folder(folder: Path, smallest: int) -> list[NDArray[np.uint8]]:
    """All pictures below folder whose sides are at least `smallest` pixels, in the order of their names."""
    found = (read_picture(path) for path in sorted(folder.rglob("*")) if path.is_file())
    return [picture for picture in found if picture is not None and min(picture.shape[:2]) >= smallest]


@dataclass(frozen=True, slots=True)
class Batch:
    """Crops and a random subset of their pixels, as the networks take them.

    levels      int16[B, S, S, 3]   Y, Co, Cg
    residuals   int16[B, S, S, 3]   from the median edge predictor
    rows        int32[B * P, 3]     crop, y, x of the sampled pixels, P per crop, crop by crop
    inputs      int8[B * P, I]      context of each
    predictors  int16[B * P, 3]
    symbols     int16[B * P, 3]     the pixels themselves
    colours     int8[B * P]         what levels are
    """

    levels: NDArray[np.int16]
    residuals: NDArray[np.int16]
    rows: NDArray[np.int32]
    inputs: NDArray[np.int8]
    predictors: NDArray[np.int16]
    symbols: NDArray[np.int16]
    colours: NDArray[np.int8]


class Crops:
    """Draws crops for ever. Two with one seed and one set of pictures draw the same."""

    def __init__(self, sources: list[Source], *, side: int, grid: int, seed: int | np.random.Generator) -> None:
        """side: of the crops. grid: the period of the position code. Raises ValueError if there are no pictures."""
        self._side, self._grid, self._random = side, max(1, grid), np.random.default_rng(seed)
        self._sources = sources
        self._pictures = [read_source(source, side) for source in sources]
        for source, pictures in zip(sources, self._pictures, strict=True):
            log.info(
                "%s: %d %s, %.0f megapixels",
                source.folder,
                len(pictures),
                "pages drawn" if source.pages else "pictures",
                sum(p.shape[0] * p.shape[1] for p in pictures) / 1e6,
            )
        weights = np.array([s.weight * bool(p) for s, p in zip(sources, self._pictures, strict=True)])
        if not weights.sum():
            raise ValueError("there are no pictures to train on")
        self._weights = weights / weights.sum()

    def draw(self) -> tuple[NDArray[np.uint8], tuple[int, int]]:
        """uint8[side, side, 3], and the (y, x) phase of its first pixel in the source's 8 x 8 block grid."""
        rng, side, grid = self._random, self._side, self._grid
        which = rng.choice(len(self._sources), p=self._weights)
        source, pictures = self._sources[which], self._pictures[which]
        picture = pictures[rng.integers(len(pictures))]
        height, width = picture.shape[:2]
        scale = 1.0 if rng.random() < source.native else rng.uniform(*source.scales)
        span = min(round(side / scale), height, width)
        top, left = self._place(picture, span)
        crop = picture[top : top + span, left : left + span]
        if span != side:
            crop = rescaled(crop, side, rng)
        if rng.random() < 0.5:  # the grid is mirrored with the picture: (side - 1 - x + left) counts down
            crop, left = crop[:, ::-1], -left
        return crop, (top % grid, left % grid)

    def _place(self, picture: NDArray[np.uint8], span: int) -> tuple[int, int]:
        """(top, left) of a crop: half of the time the livelier one of two, because many are nothing but sky or wall."""
        rng, (height, width) = self._random, picture.shape[:2]
        places = [(int(rng.integers(height - span + 1)), int(rng.integers(width - span + 1))) for _ in range(2)]
        if rng.random() < 0.5:
            return places[0]
        return max(places, key=lambda at: liveliness(picture[at[0] : at[0] + span, at[1] : at[1] + span]))


class Sampler:
    """Draws batches for ever. Two samplers with one seed and one set of pictures draw the same."""

    def __init__(self, config: ModelConfig, sources: list[Source], *, crops: int, pixels: int, seed: int) -> None:
        self._config, self._count, self._pixels = config, crops, pixels
        self._random = np.random.default_rng(seed)
        self._gatherer = ContextGatherer(config)
        self._crops = Crops(sources, side=config.tile, grid=config.grid, seed=self._random)

    def batch(self) -> Batch:
        crops, phases = zip(*(self._crops.draw() for _ in range(self._count)), strict=True)
        colours = [colours_of(crop) for crop in crops]
        levels = np.stack([to_levels(crop, own) for crop, own in zip(crops, colours, strict=True)])
        side = self._config.tile
        rows = np.empty((self._count, self._pixels, 3), dtype=np.int32)
        for b in range(self._count):
            places = self._random.choice(side * side, self._pixels, replace=False)
            rows[b, :, 0], rows[b, :, 1], rows[b, :, 2] = b, places // side, places % side
        rows = rows.reshape(-1, 3)
        full = np.full(self._count, side, dtype=np.int64)
        inputs = np.empty((len(rows), self._gatherer.inputs), dtype=np.int8)
        predictors = np.empty((len(rows), 3), dtype=np.int16)
        regions = regions_alone(self._config, levels, full, full, np.array(phases, dtype=np.int64))
        self._gatherer.gather(regions, rows, inputs, predictors)
        symbols = levels[rows[:, 0], rows[:, 1], rows[:, 2]]
        each = np.repeat(np.array(colours, np.int8), self._pixels)
        return Batch(levels, predict(levels), rows, inputs, predictors, symbols, each)


def prefetched(sampler: Sampler, ahead: int = 3) -> Iterator[Batch]:
    """Batches drawn ahead of time by a thread of their own; what it raises is raised here."""
    with ThreadPoolExecutor(1, thread_name_prefix="sampler") as pool:
        waiting = deque(pool.submit(sampler.batch) for _ in range(ahead))
        while True:
            batch = waiting.popleft().result()
            waiting.append(pool.submit(sampler.batch))
            yield batch
