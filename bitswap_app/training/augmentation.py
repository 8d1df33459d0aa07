"""Crops scaled down, and made to look as if other cameras, films and scanners had taken them.

What the network learns from one kind of camera, about how a channel follows from the others, does not hold for
pictures of another kind; scaling down takes the noise away that sensors and film leave in pictures never compressed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

RECOLOURED, MISREGISTERED, GRAINY, SHARPENED = 0.6, 0.3, 0.35, 0.25  # shares of the crops that are scaled down

Pixels = NDArray[np.uint8]


def rescaled(crop: Pixels, side: int, rng: np.random.Generator) -> Pixels:
    """A square crop as uint8[side, side, 3], by chance with other colours before, with noise and sharpened after it."""
    if rng.random() < RECOLOURED:
        crop = recoloured(crop, rng)  # scaling down then fills the gaps between levels
    if rng.random() < MISREGISTERED:
        crop = misregistered(crop, rng)
    kind = (Image.Resampling.BOX, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS)[rng.integers(3)]
    crop = np.asarray(Image.fromarray(crop).resize((side, side), kind))
    if rng.random() < GRAINY:
        crop = grainy(crop, rng)
    if rng.random() < SHARPENED:
        mask = ImageFilter.UnsharpMask(rng.uniform(0.5, 2.0), int(rng.integers(20, 130)), int(rng.integers(4)))
        crop = np.asarray(Image.fromarray(crop).filter(mask))
    return crop


def liveliness(pixels: Pixels) -> float:
    """The mean difference of neighbours in green, of every fourth row."""
    row = pixels[::4, :, 1].astype(np.int16)
    return float(np.abs(np.diff(row)).mean())


def recoloured(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """uint8[H, W, 3] with other contrasts and another mixture of the channels: film, raw colours, vivid modes.

    Greys stay grey but for the contrasts.
    """
    levels = np.arange(256) / 255
    common, apart = rng.uniform(0.75, 1.3), rng.choice([1.07, 1.3])
    curves = [255 * levels ** (common * np.exp(rng.uniform(-1, 1) * np.log(apart))) for _ in range(3)]
    curved = np.stack([np.take(curve, pixels[..., c]) for c, curve in enumerate(curves)], axis=-1).astype(np.float32)
    mixture = rng.uniform(0.6, 1.9) * np.eye(3) + rng.uniform(-1, 1, (3, 3)) * rng.choice([0.0, 0.25, 0.5])
    mixture += (1 - mixture.sum(axis=1, keepdims=True)) / 3
    return np.clip(curved @ mixture.T.astype(np.float32) + 0.5, 0, 255).astype(np.uint8)


def misregistered(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """uint8[H, W, 3] with one channel a pixel off, or softer than the others: lenses, film and scanners do that."""
    found, c = pixels.copy(), int(rng.integers(3))
    padded = np.pad(pixels[..., c], 1, "edge")
    height, width = pixels.shape[:2]
    dy, dx = rng.integers(0, 3, 2)
    moved = padded[dy : dy + height, dx : dx + width]
    both = moved.astype(np.uint16) + pixels[..., c]
    found[..., c] = moved if rng.random() < 0.5 else (both + 1) >> 1
    return found


def grainy(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """uint8[H, W, 3] with noise of 0.4 to 5 levels, stronger in the light, often blurred or common to the channels."""
    noise = rng.standard_normal(pixels.shape, dtype=np.float32)
    common = rng.random()
    noise = np.sqrt(common) * noise.mean(axis=-1, keepdims=True) * np.sqrt(3) + np.sqrt(1 - common) * noise
    if rng.random() < 0.5:  # as developing a raw picture does, or the size of film's grains
        side = rng.uniform(0, 0.5)
        for axis in (0, 1):
            noise = noise + side * (np.roll(noise, 1, axis) + np.roll(noise, -1, axis))
    noise *= np.exp(rng.uniform(-0.5, 0.5, 3)).astype(np.float32)
    noise /= noise.std()
    strength = np.exp(rng.uniform(np.log(0.4), np.log(5.0)))
    light = rng.uniform(0, 1)  # how far the noise follows the square root of the light
    gain = (1 - light) + light * np.sqrt(pixels / np.float32(128))
    return np.clip(pixels + strength * gain * noise + 0.5, 0, 255).astype(np.uint8)
