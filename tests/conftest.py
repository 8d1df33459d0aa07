"""Fixtures that several layers share. Qt is offscreen before anything can import it."""

import io
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from PIL import Image

from bitswap_app.errors import ModelError
from bitswap_app.imaging import jxl

# Machines differ in speed and CI is slow: a deadline finds no fault of ours.
settings.register_profile("bitswap", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("bitswap")

MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}


class FakeEngine:
    """A stand-in for a model: JPEG XL, in two reported units."""

    model_id = bytes(range(100, 108))

    def compress_image(self, pixels, report, *, check=False):
        report(1, 2)
        payload = jxl.encode(pixels, 7)
        report(2, 2)
        return payload

    def decompress_image(self, payload, height, width, report):
        report(1, 2)
        pixels = jxl.decode(payload, (height, width, 3), 8)
        report(2, 2)
        return pixels


@pytest.fixture(scope="session")
def engine():
    return FakeEngine()


@pytest.fixture(scope="session")
def engine_for(engine):
    """Knows the efforts and its own id, as the real one does."""

    def get(model):
        if model in ("fast", "standard", "high") or model == engine.model_id:
            return engine
        raise ModelError(f"There is no model {model!r} here.")

    return get


@pytest.fixture(scope="session")
def smooth_pixels():
    return _smooth_pixels


def _smooth_pixels(height=24, width=40, channels=3):
    """Something that shrinks like a picture: slopes and a little noise."""
    rng = np.random.default_rng(7)
    y, x, c = np.ogrid[:height, :width, :channels]
    slopes = 90 + 60 * np.sin(x / 9 + c) + 50 * np.cos(y / 7)
    return (slopes + rng.integers(0, 4, (height, width, channels))).astype(np.uint8)


@pytest.fixture
def image_file(tmp_path):
    """A maker of image files: image_file("photo.png", channels=3, **save options) -> its path."""

    def make(name="photo.png", *, channels=3, height=48, width=64, folder=None, **options):
        pixels = _smooth_pixels(height, width, channels)
        path = (folder or tmp_path) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        plain = pixels[:, :, 0] if channels == 1 else pixels
        stream = io.BytesIO()
        Image.fromarray(plain, MODES[channels]).save(stream, options.pop("format", path.suffix[1:].upper()), **options)
        path.write_bytes(stream.getvalue())
        return path

    return make
