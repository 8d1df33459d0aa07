"""The known-answer test: what is not exact is not used, and what is used gives the same integers."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from tiny_model import make_network, picture

from bitswap_app.devices import present
from bitswap_app.errors import DeviceError
from bitswap_app.model._packed import PackedLayer
from bitswap_app.model.config import TINY
from bitswap_app.model.layers import ExactDense
from bitswap_app.model.runtime import PATHS, answers, extreme_inputs, load_runtime, wrong_answers
from bitswap_app.model.window_layers import load_layers
from bitswap_app.service.engine import Engine
from bitswap_app.training.export import export


def saturating(weight, x):
    """Sums as instructions of older CPUs have them: two neighbours' products are added in 16 bits."""
    products = x.astype(np.int32)[:, None, :] * weight.astype(np.int32)[None]
    products = np.pad(products, ((0, 0), (0, 0), (0, products.shape[2] % 2)))
    pairs = np.clip(products[..., 0::2] + products[..., 1::2], -(1 << 15), (1 << 15) - 1)
    return pairs.sum(-1)


@pytest.fixture
def faulty(monkeypatch):
    """As a CPU whose kernels get one product in a layer wrong."""
    init = PackedLayer.__init__

    def altered(layer, *arguments, **options):
        init(layer, *arguments, **options)
        layer.packed.weight[0, 0, 0, 0] ^= 1

    monkeypatch.setattr(PackedLayer, "__init__", altered)


def bfloat16(x):
    return (x.view(np.uint32) & 0xFFFF0000).view(np.float32)


@pytest.fixture
def rounded(monkeypatch):
    """As a device that sums in fewer bits."""

    def sums(layer, x):
        return bfloat16(x @ layer._weight) + layer._bias

    monkeypatch.setattr(ExactDense, "sums", sums)


def coded(runtime):
    return Engine(runtime, threads=1).compress_image(picture(40, 50))


def test_kernels_are_the_first_choice_on_the_cpu(weights, runtimes):
    assert load_runtime(weights).path == next(iter(runtimes))
    assert [path for path in PATHS if path in runtimes] == list(runtimes)


def test_a_runtime_gives_the_answers_in_its_file(weights, runtimes):
    for runtime in runtimes.values():
        assert answers(runtime, weights) == weights.answers
        assert not wrong_answers(runtime, weights)


def test_faulty_kernels_fail_the_known_answers_and_float32_takes_over(weights, runtimes, faulty, caplog):
    wanted = coded(runtimes["float32"])
    with caplog.at_level(logging.WARNING):
        runtime = load_runtime(weights)
    assert runtime.path == "float32"
    assert coded(runtime) == wanted
    for path in runtimes.keys() - {"float32"}:
        assert f"cannot run the model exactly by way of {path}" in caplog.text


def test_faulty_kernels_would_have_changed_the_bytes(weights, runtimes, faulty):
    """Without the known answers this file would open nowhere else."""
    for path in runtimes.keys() - {"float32"}:
        assert coded(load_runtime(weights, paths=(path,), proven=False)) != coded(runtimes["float32"])


def test_one_wrong_weight_in_any_layer_is_found(weights, runtimes):
    for path in runtimes.keys() - {"float32"}:
        runtime = load_runtime(weights, paths=(path,))
        window = {f"window.{name}": layer for name, layer in runtime.window.networks[0].layers.items()}
        for name, layer in {**window, **runtime.latents._on.layers}.items():
            layer.packed.weight[-1, 0, 0, 0] ^= 1
            assert name in wrong_answers(runtime, weights), name
            layer.packed.weight[-1, 0, 0, 0] ^= 1
        assert not wrong_answers(runtime, weights)


def test_one_wrong_weight_of_any_expert_is_found(runtimes):
    """However seldom its pixels come, and whatever the activity of the rows that are asked about."""
    weights = export(make_network(replace(TINY, activities=(12, 3000))))[0]
    for path in runtimes.keys() - {"float32"}:
        runtime = load_runtime(weights, paths=(path,))
        for i, network in enumerate(runtime.window.networks):
            network.layers["hidden"].packed.weight[-1, 0, 0, 0] ^= 1
            assert f"window.{i}.hidden" in wrong_answers(runtime, weights)
            network.layers["hidden"].packed.weight[-1, 0, 0, 0] ^= 1


def test_the_inputs_that_are_asked_about_would_saturate(weights, runtime):
    """Though no picture that was asked about reaches the fault, wherever a layer's weights allow one."""
    for layer in [*load_layers(weights, "window").values(), *runtime.latents.layers.values()]:
        largest = np.full(layer.weight.shape[1], layer.input_max)
        rows = extreme_inputs(layer.weight, 0 * largest, largest)
        pairs = np.maximum(layer.weight.astype(int), 0)
        pairs = np.pad(pairs, ((0, 0), (0, pairs.shape[1] % 2)))
        picked = pairs[:: max(1, len(pairs) // 16)]
        can_saturate = (layer.input_max * (picked[:, 0::2] + picked[:, 1::2]) >= 1 << 15).any()
        if can_saturate:
            exact = rows.astype(np.int64) @ layer.weight.T.astype(np.int64)
            assert not np.array_equal(saturating(layer.weight, rows), exact), layer.name


def test_a_cpu_without_the_instructions_takes_the_next_path(weights, monkeypatch):
    monkeypatch.setattr("bitswap_app.model._vectors.features", frozenset)
    assert load_runtime(weights).path == "float32"
    with pytest.raises(DeviceError, match="no instructions for int8"):
        load_runtime(weights, paths=("int8",))


def test_without_an_exact_path_there_is_no_runtime(weights, faulty, rounded):
    with pytest.raises(
        DeviceError, match=r"^cpu cannot run the model exactly \(int8: .*; int16: .*; float32: .*\.$"
    ) as error:
        load_runtime(weights)
    assert "\n" not in str(error.value)


def test_one_wrong_answer_is_enough(weights):
    for name in weights.answers:
        altered = replace(weights, answers=weights.answers | {name: "0" * 16})
        with pytest.raises(DeviceError, match=f"wrong answers for {name}"):
            load_runtime(altered)


def test_a_missing_and_an_unknown_answer_are_wrong_ones(weights, runtime):
    some = min(weights.answers)
    fewer = {name: digest for name, digest in weights.answers.items() if name != some}
    assert wrong_answers(runtime, replace(weights, answers=fewer)) == [some]
    more = weights.answers | {"new": "0"}
    assert wrong_answers(runtime, replace(weights, answers=more)) == ["new"]


@pytest.mark.parametrize("device", ["no such device", "mps", "xpu"])
def test_a_device_that_is_not_there_is_a_sentence(weights, device):
    with pytest.raises(DeviceError, match=f"^{device} cannot run the model exactly") as error:
        load_runtime(weights, device)
    assert str(error.value).endswith(".")


@pytest.mark.skipif(len(present()) > 1, reason="needs a machine without CUDA")
def test_cuda_that_is_not_there_is_a_sentence(weights):
    with pytest.raises(DeviceError, match=r"^cuda:0 cannot run the model exactly"):
        load_runtime(weights, "cuda:0")


def test_torch_writes_the_same_bytes(weights, runtimes):
    """On the CPU, whose device "cpu:0" is torch's alone."""
    runtime = load_runtime(weights, "cpu:0")
    assert (runtime.path, runtime.device) == ("float32", "cpu:0")
    assert coded(runtime) == coded(runtimes["float32"])


@pytest.mark.gpu
def test_cuda_writes_the_same_bytes(weights, runtimes):
    runtime = load_runtime(weights, "cuda:0")
    assert coded(runtime) == coded(runtimes["float32"])
    engine = Engine(runtime, threads=1)
    assert np.array_equal(engine.decompress_image(coded(runtimes["float32"]), 40, 50), picture(40, 50))


def test_extreme_inputs_reach_the_largest_sums_of_their_ranges():
    weight = np.array([[3, -4, 5], [-128, 127, 0]], dtype=np.int8)
    least, largest = np.array([-127, 0, -127]), np.array([127, 255, 127])
    sums = extreme_inputs(weight, least, largest).astype(np.int64) @ weight.T.astype(np.int64)
    assert sums.max(0).tolist() == [3 * 127 + 5 * 127, 128 * 127 + 127 * 255]
    assert sums.min(0).tolist() == [-3 * 127 - 4 * 255 - 5 * 127, -128 * 127]


def test_a_runtime_is_shared_by_threads(runtime):
    """Nothing in it is written to after it was loaded."""
    wanted = coded(runtime)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: coded(runtime), range(8))) == {wanted}
