"""MNIST's test images, from the idx files that they are published in (LeCun et al. 1998)."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SIDE = 28
TRAINING = 9_000  # of the 10,000 images; the other 1,000 are for testing
_MAGIC = 2051  # of an idx file of bytes with three dimensions

Images = NDArray[np.uint8]


def read_images(path: Path) -> Images:
    """uint8[N, 28, 28] of an idx3 file, packed by gzip or not. Raises ValueError for anything else."""
    data = path.read_bytes()
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    magic, count, height, width = (int(n) for n in np.frombuffer(data[:16], dtype=">u4"))
    if magic != _MAGIC or (height, width) != (SIDE, SIDE) or len(data) != 16 + count * SIDE * SIDE:
        raise ValueError(f"{path} is no idx file of {SIDE} x {SIDE} images")
    return np.frombuffer(data, dtype=np.uint8, offset=16).reshape(count, SIDE, SIDE)


def split(images: Images, training: int = TRAINING) -> tuple[Images, Images]:
    """The first images to train with and the others to test with, in the file's order."""
    return images[:training], images[training:]


def binarised(images: Images, seed: int = 0) -> Images:
    """0 or 1, each pixel drawn once with its level / 255 as the probability of 1 (Salakhutdinov & Murray 2008)."""
    return drawn(images, np.random.default_rng(seed))


def drawn(images: Images, random: np.random.Generator) -> Images:
    """The same from a generator."""
    return (random.integers(0, 255, images.shape) < images).astype(np.uint8)
