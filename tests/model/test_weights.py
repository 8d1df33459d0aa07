"""Model files: what is not whole, not exact or not itself is refused with a sentence."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import load, save
from tiny_model import make_network

from bitswap_app.errors import ModelError
from bitswap_app.model.floats import floats_on
from bitswap_app.model.layers import EXACT_LIMIT, Dense, ExactDense
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import Weights, read_weights
from bitswap_app.training.export import export


def dense(weight=((1, 2), (3, 4)), bias=(0, 0), scale=(1.0, 1.0), input_max=255, kernel=1):
    count = len(bias)
    return Dense(
        name="layer",
        weight=np.array(weight, dtype=np.int8),
        bias=np.array(bias, dtype=np.int32),
        scale=np.array(scale, dtype=np.float32),
        lowest=np.full(count, -5000, dtype=np.int32),
        highest=np.full(count, 5000, dtype=np.int32),
        input_max=input_max,
        kernel=kernel,
    )


def changed(weights, **tensors):
    """The same model with other tensors (None leaves one out), under the id that it then has."""
    merged = {**weights.tensors, **{name.replace("__", "."): t for name, t in tensors.items()}}
    return replace(weights, tensors={name: t for name, t in merged.items() if t is not None})


def assert_sentence(error):
    assert str(error.value).endswith(".")
    assert str(error.value)[0].isupper() or str(error.value).startswith("/")


@pytest.fixture
def file(tmp_path):
    """A writer of model files: file(weights or bytes) -> its path."""

    def write(content):
        path = tmp_path / "model.safetensors"
        path.write_bytes(content.to_bytes() if isinstance(content, Weights) else content)
        return path

    return write


def test_a_model_survives_its_file(weights, file):
    found = read_weights(file(weights))
    assert found.config == weights.config
    assert found.model_id == weights.model_id
    assert found.answers == weights.answers
    assert found.tensors.keys() == weights.tensors.keys()
    assert all(np.array_equal(found.tensors[name], tensor) for name, tensor in weights.tensors.items())


def test_a_model_s_file_is_the_same_each_time(weights, file):
    assert weights.to_bytes() == weights.to_bytes() == read_weights(file(weights)).to_bytes()


def test_the_id_covers_every_tensor_and_the_config(weights):
    ids = {weights.model_id}
    for name, tensor in weights.tensors.items():
        other = tensor.copy()
        other.reshape(-1)[-1] += 1
        ids.add(changed(weights, **{name: other}).model_id)
    ids.add(replace(weights, config=replace(weights.config, tile=96)).model_id)
    assert len(ids) == len(weights.tensors) + 2


def test_the_id_covers_types_and_shapes(weights):
    name = "top.means"
    tensor = weights.tensors[name]
    assert changed(weights, **{name: tensor.view(np.uint16)}).model_id != weights.model_id
    assert changed(weights, **{name: tensor.reshape(1, -1)}).model_id != weights.model_id


@pytest.mark.parametrize("name", ["features.out.weight", "top.scales", "tables.cdf", "window.earlier.2"])
def test_an_altered_file_is_refused(weights, file, name):
    """The tensors change and the id in the metadata stays."""
    content = weights.to_bytes()
    tensors = load(content)
    metadata = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])["__metadata__"]
    tensors[name].reshape(-1)[0] += 1
    with pytest.raises(ModelError, match="altered") as error:
        read_weights(file(save(tensors, metadata)))
    assert_sentence(error)


@settings(max_examples=25)
@given(data=st.data())
def test_a_flipped_byte_is_refused_or_means_nothing(weights, tmp_path_factory, data):
    content = bytearray(weights.to_bytes())
    header = int.from_bytes(content[:8], "little") + 8
    position = data.draw(st.one_of(st.integers(0, header - 1), st.integers(0, len(content) - 1)))
    content[position] ^= data.draw(st.integers(1, 255))
    path = tmp_path_factory.mktemp("flipped") / "model.safetensors"
    path.write_bytes(content)
    try:
        found = read_weights(path)
    except ModelError as error:
        assert str(error).endswith(".")
    else:  # the metadata's answers are not covered: a wrong one only makes the known-answer test fail
        assert found.model_id == weights.model_id


@settings(max_examples=25)
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_cut_file_is_refused(weights, tmp_path_factory, share):
    content = weights.to_bytes()
    path = tmp_path_factory.mktemp("cut") / "model.safetensors"
    path.write_bytes(content[: int(share * len(content))])
    with pytest.raises(ModelError) as error:
        read_weights(path)
    assert_sentence(error)


def test_an_absent_file_is_refused(tmp_path):
    with pytest.raises(ModelError, match="cannot be read") as error:
        read_weights(tmp_path / "none.safetensors")
    assert_sentence(error)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(ModelError, match="cannot be read"):
        read_weights(tmp_path)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("bitswap", "2"),
        ("config", None),
        ("config", "{}"),
        ("config", "no json"),
        ("answers", None),
        ("answers", "no json"),
        ("answers", "[]"),
        ("id", None),
        ("id", "00" * 8),
    ],
)
def test_bad_metadata_is_refused(weights, file, key, value):
    content = weights.to_bytes()
    metadata = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])["__metadata__"]
    metadata = {name: text for name, text in (metadata | {key: value}).items() if text is not None}
    with pytest.raises(ModelError) as error:
        read_weights(file(save(load(content), metadata)))
    assert_sentence(error)


def test_a_safetensors_file_of_another_kind_is_refused(file):
    with pytest.raises(ModelError, match="not a Bit-Swap model"):
        read_weights(file(save({"a": np.zeros(3, np.float32)})))


def test_every_missing_tensor_is_a_sentence(weights):
    for name in weights.tensors:
        with pytest.raises(ModelError) as error:
            load_runtime(changed(weights, **{name: None}))
        assert_sentence(error)


@pytest.mark.parametrize("dtype", [np.float64, np.int64, np.uint8])
def test_every_tensor_of_another_type_is_a_sentence(weights, dtype):
    for name, tensor in weights.tensors.items():
        if tensor.dtype != dtype:
            with pytest.raises(ModelError) as error:
                load_runtime(changed(weights, **{name: tensor.astype(dtype)}))
            assert_sentence(error)


def test_every_tensor_of_another_shape_is_a_sentence(weights):
    for name, tensor in weights.tensors.items():
        if name == "tables.inverse_scale":
            continue  # a model may have any number of scales
        for other in (np.concatenate([tensor, tensor]), tensor[..., :0], tensor[None]):
            with pytest.raises(ModelError) as error:
                load_runtime(changed(weights, **{name: np.ascontiguousarray(other)}))
            assert_sentence(error)


@pytest.mark.parametrize("scale", [np.nan, np.inf, -np.inf])
def test_a_scale_that_is_no_number_is_refused(scale):
    with pytest.raises(ModelError, match="no finite number"):
        dense(scale=(1.0, scale))


@pytest.mark.parametrize("scale", [0.0, -1.0, np.nan, np.inf])
def test_a_rectifier_that_is_no_scale_is_refused(weights, scale):
    with pytest.raises(ModelError, match="no scale"):
        load_runtime(changed(weights, **{"window.relu": np.array([scale], dtype=np.float32)}))


def test_weights_for_residuals_beyond_their_bound_are_refused(weights):
    with pytest.raises(ModelError, match="earlier"):
        load_runtime(changed(weights, **{"window.earlier.1": weights.tensors["window.earlier.1"] + (1 << 15)}))


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), excess=st.integers(-3, 3))
def test_the_bound_of_sums_is_exact(seed, excess):
    """A layer whose largest sum is 2**24 - 1 is taken, one of 2**24 is not."""
    weight = np.random.default_rng(seed).integers(-127, 128, (1, 300))
    largest = int(np.abs(weight).sum()) * 255
    bias = EXACT_LIMIT + excess - largest
    if excess < 0:
        assert dense(weight, (bias,), (1.0,)).bias[0] == bias
        assert dense(weight, (-bias,), (1.0,)).bias[0] == -bias
    else:
        for sign in (1, -1):
            with pytest.raises(ModelError, match="exact only below"):
                dense(weight, (sign * bias,), (1.0,))


def test_a_weight_of_minus_128_counts_in_full():
    with pytest.raises(ModelError, match=str(128 * 255 * 600)):
        dense(np.full((1, 600), -128), (0,), (1.0,))


def test_a_model_whose_sums_are_not_exact_is_refused(weights):
    bias = np.full_like(weights.tensors["window.first.bias"], (1 << 24) - 1)
    with pytest.raises(ModelError, match="exact only below") as error:
        load_runtime(changed(weights, **{"window.first.bias": bias}))
    assert_sentence(error)


@pytest.mark.parametrize("device", ["cpu", "cpu:0"])  # the second is torch's
@settings(max_examples=10)
@given(seed=st.integers(0, 2**32 - 1))
def test_sums_near_the_bound_are_exact_in_any_order(device, seed):
    """Odd integers up to 2**24 - 1: any lost bit would show."""
    rng = np.random.default_rng(seed)
    weight = rng.integers(100, 128, (4, 500)) * rng.choice([-1, 1], (4, 500))
    room = EXACT_LIMIT - 1 - np.abs(weight).sum(1).max() * 255
    floats = floats_on(device)
    layer = ExactDense(dense(weight, (room,) * 4, (1.0,) * 4), floats)
    rows = np.concatenate([np.where(weight > 0, 255, 0), rng.integers(0, 256, (5, 500))])
    order = rng.permutation(500)
    shuffled = ExactDense(dense(weight[:, order], (room,) * 4, (1.0,) * 4), floats)
    wanted = rows @ weight.T + room
    assert np.array_equal(floats.integers(layer.sums(floats.array(rows)), np.int32), wanted)
    assert np.array_equal(floats.integers(shuffled.sums(floats.array(rows[:, order])), np.int32), wanted)


def test_exact_arithmetic_is_pinned():
    import torch

    torch.backends.cuda.matmul.allow_tf32 = True
    torch.backends.cudnn.allow_tf32 = True
    floats_on("cpu:0")
    assert not torch.backends.cuda.matmul.allow_tf32
    assert not torch.backends.cudnn.allow_tf32
    assert torch.get_float32_matmul_precision() == "highest"


def test_the_answers_cover_every_layer_of_the_window(weights):
    named = {name for name in weights.answers if name.startswith("window.")}
    layers = {name.removesuffix(".weight") for name in weights.tensors if name.endswith(".weight")}
    assert named == {name for name in layers if name.startswith("window.")}


def test_an_export_is_deterministic(weights):
    assert export(make_network())[0].model_id == weights.model_id
