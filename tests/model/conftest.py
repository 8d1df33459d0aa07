"""A tiny untrained model and its runtimes, for the tests of model, training and their neighbours."""

import sys
from contextlib import suppress
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # reference.py and tiny_model.py

import tiny_model

from bitswap_app.errors import DeviceError
from bitswap_app.model.runtime import PATHS, load_runtime
from bitswap_app.training.export import export


@pytest.fixture(scope="session")
def weights():
    """Of an untrained model of the smallest shape. Its tensors are shared: never write to them."""
    return export(tiny_model.make_network())[0]


@pytest.fixture(scope="session")
def runtimes(weights):
    """The model's runtime by the way in which its networks multiply, where this CPU can."""
    found = {}
    for path in PATHS:
        with suppress(DeviceError):
            found[path] = load_runtime(weights, paths=(path,))
    return found


@pytest.fixture(scope="session")
def runtime(runtimes):
    """The fastest."""
    return next(iter(runtimes.values()))
