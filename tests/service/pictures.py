"""Pictures for the tiny model."""

import io

import numpy as np
from PIL import Image


def picture(height, width, kind="slopes", seed=0):
    rng = np.random.default_rng(seed)
    y, x, c = np.ogrid[:height, :width, :3]
    slopes = 110 + 60 * np.sin(x / 19 + c) + 50 * np.cos(y / 17)
    if kind == "decoded":
        return decoded(np.clip(slopes + rng.normal(0, 9, (height, width, 3)), 0, 255).astype(np.uint8))
    pixels = {
        "slopes": slopes + rng.normal(0, 2, (height, width, 3)),
        "grey": np.repeat(slopes[..., :1] + rng.normal(0, 2, (height, width, 1)), 3, axis=2),
        "flat": np.full((height, width, 3), 77),
        "noise": rng.integers(0, 256, (height, width, 3)),
        "black and white": 255 * rng.integers(0, 2, (height, width, 3)),
    }
    return np.clip(pixels[kind], 0, 255).astype(np.uint8)


def decoded(pixels):
    """What a JPEG file of the pixels gives."""
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG", quality=90)
    return np.asarray(Image.open(stream))
