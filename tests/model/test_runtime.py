"""The known-answer test: what is not exact is not used, and what is used gives the same integers."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
import torch
from tiny_model import picture

from bitswap_app.errors import DeviceError
from bitswap_app.model.arithmetic import Int8Layer
from bitswap_app.model.layers import ExactDense
from bitswap_app.model.runtime import answers, extreme_inputs, load_runtime, wrong_answers
from bitswap_app.model.window import Int8Window
from bitswap_app.service.engine import Engine


def saturating(layer, x):
    """As CPUs without VNNI may: inputs are shifted to 0..255, and two neighbours' products are added in 16 bits."""
    weight = layer.weight.t().numpy().astype(np.int32)
    products = (x.astype(np.int32) + 128)[:, None, :] * weight[None]
    pairs = np.clip(products[..., 0::2] + products[..., 1::2], -(1 << 15), (1 << 15) - 1)
    return (pairs.sum(-1) - 128 * weight.sum(1)).astype(np.int32)


@pytest.fixture
def saturated(monkeypatch):
    monkeypatch.setattr(Int8Layer, "sums", saturating)


@pytest.fixture
def rounded(monkeypatch):
    """As a device that sums in fewer bits."""

    def sums(layer, x):
        return torch.matmul(x.bfloat16(), layer._weight.bfloat16()).float() + layer._bias

    monkeypatch.setattr(ExactDense, "sums", sums)


def coded(runtime):
    return Engine(runtime, threads=1).compress_image(picture(40, 50))


def test_int8_is_the_first_choice_on_the_cpu(weights):
    assert load_runtime(weights).path == "int8"


def test_a_runtime_gives_the_answers_in_its_file(weights, runtimes):
    for runtime in runtimes.values():
        assert answers(runtime, weights) == weights.answers
        assert not wrong_answers(runtime, weights)


def test_saturating_multiplications_fail_the_known_answers_and_float32_takes_over(weights, saturated, caplog):
    with caplog.at_level(logging.WARNING):
        runtime = load_runtime(weights)
    assert runtime.path == "float32"
    assert "cannot run the model exactly by way of int8" in caplog.text


def test_saturation_in_any_one_layer_is_found(weights, monkeypatch):
    """Though its shape alone chose the faulty instructions, and no picture that was asked about reaches the fault."""
    for attribute in ("window", "latents"):
        runtime = load_runtime(weights)
        layers = runtime.window._layers if attribute == "window" else runtime.latents._on._layers
        for name, layer in layers.items():
            pairs = np.maximum(layer.weight.t().numpy().astype(int), 0)
            can_saturate = (255 * (pairs[:, 0::2] + pairs[:, 1::2]) >= 1 << 15).any()
            with monkeypatch.context() as patch:
                patch.setattr(layer, "sums", partial(saturating, layer))
                assert can_saturate == (name in wrong_answers(runtime, weights)), name
        assert not wrong_answers(runtime, weights)


def test_the_fallback_writes_the_same_bytes(weights, runtimes, monkeypatch):
    wanted = coded(runtimes["int8"])
    monkeypatch.setattr(Int8Layer, "sums", saturating)
    fallen_back = load_runtime(weights)
    assert fallen_back.path == "float32"
    assert coded(fallen_back) == wanted


def test_saturation_would_have_changed_the_bytes(weights, runtimes, saturated):
    """Without the known answers this file would open nowhere else."""
    unproven = load_runtime(weights, paths=("int8",), proven=False)
    assert coded(unproven) != coded(runtimes["float32"])


def test_an_instruction_that_torch_lacks_makes_room_for_float32(weights, monkeypatch):
    def missing(layer, x):
        raise RuntimeError("could not create a primitive descriptor\nat some place")

    monkeypatch.setattr(Int8Layer, "sums", missing)
    assert load_runtime(weights).path == "float32"


def test_without_an_exact_path_there_is_no_runtime(weights, saturated, rounded):
    with pytest.raises(DeviceError, match=r"^cpu cannot run the model exactly \(int8: .*; float32: .*\.$") as error:
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


@pytest.mark.skipif(torch.cuda.is_available(), reason="needs a machine without CUDA")
def test_cuda_that_is_not_there_is_a_sentence(weights):
    with pytest.raises(DeviceError, match=r"^cuda:0 cannot run the model exactly"):
        load_runtime(weights, "cuda:0")


@pytest.mark.gpu
def test_cuda_writes_the_same_bytes(weights, runtimes):
    runtime = load_runtime(weights, "cuda:0")
    assert coded(runtime) == coded(runtimes["int8"])
    engine = Engine(runtime, threads=1)
    assert np.array_equal(engine.decompress_image(coded(runtimes["int8"]), 40, 50), picture(40, 50))


def test_extreme_inputs_reach_the_largest_sums_of_their_ranges():
    weight = np.array([[3, -4, 5], [-128, 127, 0]], dtype=np.int8)
    least, largest = np.array([-127, 0, -127]), np.array([127, 255, 127])
    sums = extreme_inputs(weight, least, largest).astype(np.int64) @ weight.T.astype(np.int64)
    assert sums.max(0).tolist() == [3 * 127 + 5 * 127, 128 * 127 + 127 * 255]
    assert sums.min(0).tolist() == [-3 * 127 - 4 * 255 - 5 * 127, -128 * 127]


def test_a_runtime_is_shared_by_threads(runtime):
    """Nothing in it is written to after it was loaded."""
    assert isinstance(runtime.window, Int8Window)
    wanted = coded(runtime)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: coded(runtime), range(8))) == {wanted}
