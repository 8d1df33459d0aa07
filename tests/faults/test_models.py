"""Forged model files, under their right ids: ours are errors with a sentence, whatever was changed."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bitswap_app.errors import BitswapError
from bitswap_app.model.config import ModelConfig
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import Weights, read_weights
from bitswap_app.service.engine import Engine

PIXELS = np.random.default_rng(5).integers(0, 256, (9, 70, 3), dtype=np.uint8)
TINY = Path(__file__).parents[1] / "golden" / "tiny.safetensors"


@pytest.fixture(scope="module")
def weights():
    return read_weights(TINY)


def forged(weights, seed):
    """The model with one or two of its tensors changed."""
    rng = random.Random(seed)
    tensors = {name: np.array(tensor) for name, tensor in weights.tensors.items()}
    for _ in range(rng.choice([1, 1, 2])):
        name = rng.choice(sorted(tensors))
        tensor = tensors[name]
        match rng.randrange(6):
            case 0:
                del tensors[name]
            case 1:
                tensors[name] = tensor.reshape(-1)[: rng.randrange(tensor.size + 1)]
            case 2:
                tensors[name] = tensor.astype(rng.choice([np.int8, np.int32, np.float32, np.uint8, np.int64]))
            case 3:
                tensors[name] = np.zeros_like(tensor)
            case _ if tensor.size:
                extremes = [0, -1, 1, np.nan, np.inf, -np.inf, 1e-30, 1e30]
                if tensor.dtype.kind in "iu":
                    extremes = [0, 1, np.iinfo(tensor.dtype).min, np.iinfo(tensor.dtype).max]
                tensor.reshape(-1)[rng.randrange(tensor.size)] = rng.choice(extremes)
                if rng.random() < 0.5:
                    tensor[...] = rng.choice(extremes)
    return Weights(weights.config, tensors, weights.answers)


def attempt(made, path, *, coding=True):
    path.write_bytes(made.to_bytes())
    try:
        engine = Engine(load_runtime(read_weights(path)), threads=1)
        if coding:
            engine.decompress_image(engine.compress_image(PIXELS), *PIXELS.shape[:2])
    except BitswapError as error:
        assert str(error).endswith("."), error
        return error
    return None


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning", "ignore:overflow:RuntimeWarning")
@settings(max_examples=20)
@given(seed=st.integers(0, 1 << 62))
def test_a_forged_model_is_one_of_our_errors_or_a_model(weights, tmp_path_factory, seed):
    attempt(forged(weights, seed), tmp_path_factory.getbasetemp() / "forged.safetensors")


@settings(max_examples=100)
@given(seed=st.integers(0, 1 << 62))
def test_a_forged_config_is_one_of_our_errors_or_a_config(weights, tmp_path_factory, seed):
    rng = random.Random(seed)
    plain = json.loads(weights.config.to_json())
    holder, key = rng.choice(list(_places(plain)))
    holder[key] = rng.choice([0, 1, -1, 2, 31, 64, 1 << 20, 1 << 70, 0.5, [], [[0, 0]], {}, "x", None, True])
    try:
        config = ModelConfig.from_json(json.dumps(plain))
    except ValueError:  # read_weights makes a ModelError of it
        return
    path = tmp_path_factory.getbasetemp() / "forged.safetensors"
    attempt(Weights(config, weights.tensors, weights.answers), path, coding=False)  # a tile may be of any size


def _places(value):
    """Every (container, key) within a JSON value."""
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])
