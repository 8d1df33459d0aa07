"""A tiny untrained model and its runtimes, for the tests of model, training and their neighbours."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # reference.py and tiny_model.py

import tiny_model

from bitswap_app.model.runtime import load_runtime
from bitswap_app.training.export import export

PATHS = ("int8", "float32")


@pytest.fixture(scope="session")
def weights():
    """Of an untrained model of the smallest shape. Its tensors are shared: never write to them."""
    return export(tiny_model.make_network())[0]


@pytest.fixture(scope="session")
def runtimes(weights):
    """The model's runtime by the way in which its window network multiplies."""
    return {path: load_runtime(weights, paths=(path,)) for path in PATHS}


@pytest.fixture(scope="session")
def runtime(runtimes):
    return runtimes["int8"]
