"""Engines of the tiny model."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # pictures.py

import pytest

from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service import engine as engine_module
from bitswap_app.service.engine import Engine

MODEL = Path(__file__).parents[1] / "golden" / "tiny.safetensors"


@pytest.fixture(scope="module")
def weights():
    return read_weights(MODEL)


@pytest.fixture(scope="module")
def engines(weights):
    return {path: Engine(load_runtime(weights, paths=(path,)), threads=1) for path in ("int8", "float32")}


@pytest.fixture(scope="module")
def tiny(engines):
    return engines["int8"]


@pytest.fixture
def small_streams(monkeypatch):
    """Several streams and several batches in a small picture."""
    monkeypatch.setattr(engine_module, "TILES_PER_STREAM", 2)
    monkeypatch.setattr(engine_module, "MAX_BATCH", 2)
