"""Engines of the tiny model."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # pictures.py

import numpy as np
import pytest
from coded_files import ignore

from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service import streams as streams_module
from bitswap_app.service.codings import Encoder
from bitswap_app.service.engine import Engine

MODEL = Path(__file__).parents[1] / "golden" / "tiny.safetensors"


@pytest.fixture(scope="module")
def weights():
    return read_weights(MODEL)


@pytest.fixture(scope="module")
def engines(weights):
    ways = {"kernels": ("int8", "int16"), "float32": ("float32",)}  # the first that this CPU can
    return {name: Engine(load_runtime(weights, paths=paths), threads=1) for name, paths in ways.items()}


@pytest.fixture(scope="module")
def tiny(engines):
    return engines["kernels"]


@pytest.fixture
def small_streams(monkeypatch):
    """Several streams and several batches in a small picture."""
    monkeypatch.setattr(streams_module, "TILES_PER_STREAM", 2)
    monkeypatch.setattr(streams_module, "MAX_BATCH", 2)


@pytest.fixture
def encode(engine_for):
    encoder = Encoder(effort="fast", verify=True, engine_for=engine_for)
    return lambda source, name="photo.png": encoder.encode(source, name, ignore)


@pytest.fixture(scope="module")
def page():
    """Something like a page of text: one glyph in many places."""
    rng = np.random.default_rng(3)
    glyphs = rng.integers(0, 2, (12, 12, 8), np.uint8)
    letters = glyphs[rng.integers(0, 12, (30, 60))].transpose(0, 2, 1, 3).reshape(360, 480)
    return np.where(letters[:, :, None], np.array([250, 250, 245], np.uint8), np.array([20, 30, 40], np.uint8))
