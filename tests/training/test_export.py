"""From float layers to integers that mean the same, with sums that are proven exact."""

import json
import sys

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tiny_model import make_network, picture

from bitswap_app.coding.colour import to_ycocg
from bitswap_app.coding.ledger import Ledger
from bitswap_app.model.config import TINY, UNIT
from bitswap_app.model.context import predict
from bitswap_app.model.layers import ACTIVATION_MAX, EXACT_LIMIT
from bitswap_app.model.natural import has_curvatures
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import Weights, read_weights
from bitswap_app.service.engine import Engine
from bitswap_app.training import export as export_module
from bitswap_app.training.evaluate import evaluate
from bitswap_app.training.export import EFFORTS, Exporter, export, publish, read_checkpoint, scale_index
from bitswap_app.training.losses import LOG_SCALES
from bitswap_app.training.quantise import Dense, Rectify, channel_steps, round_through, switch_quantised


@pytest.fixture(scope="module")
def network():
    return make_network()


@pytest.fixture(scope="module")
def exported(network):
    return export(network)


def layer_names(weights):
    return sorted({name.removesuffix(".weight") for name in weights.tensors if name.endswith(".weight")})


def test_every_layer_s_sums_are_proven_exact(exported):
    """The largest that the exporter reports is the largest there is, and no layer reaches 2**24."""
    weights, exporter = exported
    reached = {}
    for name in layer_names(weights):
        weight, bias = (weights.tensors[f"{name}.{part}"].astype(np.int64) for part in ("weight", "bias"))
        is_input = name.endswith("body.0") or name == "window.first"
        reached[name] = int((np.abs(weight).sum(1) * (127 if is_input else ACTIVATION_MAX) + np.abs(bias)).max())
    assert max(reached.values()) < EXACT_LIMIT
    assert exporter.largest_sum == max(reached.values()) == reached[exporter.largest_layer]


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), magnitude=st.integers(-12, 12), bias=st.floats(-1e9, 1e9))
def test_no_weights_and_no_bias_lead_beyond_the_limit(seed, magnitude, bias):
    rng = np.random.default_rng(seed)
    layer = Dense(40, 3)
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(rng.normal(0, 10.0**magnitude, (3, 40, 1, 1)).astype(np.float32)))
        layer.weight[0] = 0  # a dead channel
        layer.bias.fill_(bias)
    exporter = Exporter()
    exporter.dense("layer", layer, 0.02, ACTIVATION_MAX, 0.01, -32767, 32767)
    weight, offset = (exporter.tensors[f"layer.{part}"].astype(np.int64) for part in ("weight", "bias"))
    assert (np.abs(weight).sum(1) * ACTIVATION_MAX + np.abs(offset) < EXACT_LIMIT).all()
    assert exporter.largest_sum < EXACT_LIMIT
    assert np.isfinite(exporter.tensors["layer.scale"]).all()


def test_a_layer_means_what_its_floats_did():
    """On integers that the float layer can have seen, to half a step of the output and the weights' own rounding."""
    rng = np.random.default_rng(1)
    layer, step, output_step = Dense(30, 8), 0.02, 0.004
    exporter = Exporter()
    exporter.dense("layer", layer, step, ACTIVATION_MAX, output_step, -32767, 32767, shift=0.5)
    x = rng.integers(0, 256, (100, 30))
    wanted = layer(torch.from_numpy(x * step).float()).detach().numpy() + 0.5
    parts = {part: exporter.tensors[f"layer.{part}"] for part in ("weight", "bias", "scale")}
    found = np.rint((x @ parts["weight"].T.astype(np.int64) + parts["bias"]) * parts["scale"]) * output_step
    rounding = (x * step).sum(1, keepdims=True) * channel_steps(layer.weight.flatten(1)).detach().numpy().T / 2
    assert (np.abs(found - wanted) <= rounding + 0.51 * output_step + 1e-4).all()


def test_the_ends_of_parameters_are_the_tables(exported):
    weights, _ = exported
    scales = len(weights.tensors["tables.inverse_scale"])
    for name in layer_names(weights):
        if name.startswith("window.out."):
            k = TINY.mixture
            assert (weights.tensors[f"{name}.lowest"][2 * k :] == 0).all()
            assert (weights.tensors[f"{name}.highest"][2 * k :] == scales - 1).all()
        if name.endswith("out.out"):
            half = len(weights.tensors[f"{name}.lowest"]) // 2
            assert (weights.tensors[f"{name}.lowest"][half:] >= 0).all()
            assert (weights.tensors[f"{name}.highest"][half:] < scales).all()
    assert scale_index(LOG_SCALES[0]) == 0
    assert scale_index(LOG_SCALES[1]) == scales - 1


def test_the_integer_model_costs_what_the_rounded_float_network_does(network, exported):
    """Within 1 %, with the roundings of training switched on: so a rate seen in training is the rate of files."""
    pixels, ledgers = picture(100, 150), list[Ledger]()
    Engine(load_runtime(exported[0]), threads=1).compress_image(pixels, ledgers=ledgers)
    entries = ledgers[0].entries
    integer = entries["pixels"].net_bits / pixels.size
    switch_quantised(network, on=True)
    try:
        rounded = evaluate(network, [pixels])
    finally:
        switch_quantised(network, on=False)
    assert integer == pytest.approx(sum(rounded.pixels), rel=0.01)
    plain = evaluate(network, [pixels])
    assert integer == pytest.approx(sum(plain.pixels), rel=0.04)


def test_the_integer_latents_are_the_rounded_network_s(network, exported):
    """Means to a tenth of a bin on average, indices of scales to one."""
    levels = to_ycocg(picture(64, 64))[None]
    found = load_runtime(exported[0]).latents.posterior(levels, predict(levels))
    switch_quantised(network, on=True)
    try:
        with torch.no_grad():
            maps = (torch.from_numpy(a).float().permute(0, 3, 1, 2) for a in (levels, predict(levels)))
            means, log_scales = (a.numpy() for a in network.from_pixels(*maps))
    finally:
        switch_quantised(network, on=False)
    scale = np.exp(log_scales)
    assert np.abs(found.means / 16 - means).mean() < 0.1 * scale.mean()
    assert np.abs(found.scales - 16 * (log_scales - LOG_SCALES[0])).mean() < 1


def test_a_model_goes_to_a_file_or_takes_the_place_of_the_shipped_one(network, tmp_path, monkeypatch, capsys):
    checkpoint = tmp_path / "run.pt"
    torch.save({"network": network.state_dict(), "average": dict(network.named_parameters())}, checkpoint)
    again = read_checkpoint(checkpoint, TINY)
    wanted = export(network)[0].model_id
    assert export(again)[0].model_id == wanted

    shipped = tmp_path / "weights"
    shipped.mkdir()
    (shipped / "old.safetensors").write_bytes(b"old")
    seen = tmp_path / "seen"
    seen.mkdir()
    Image.fromarray(picture(256, 256)).save(seen / "picture.png")

    def run(target, *more, source=checkpoint):
        monkeypatch.setattr(sys, "argv", ["export", str(source), str(target), "--config", "tiny", *more])
        export_module.main()
        return capsys.readouterr().out

    assert wanted.hex() in run(tmp_path / "model.safetensors")
    assert read_weights(tmp_path / "model.safetensors").model_id == wanted
    with pytest.raises(SystemExit):
        run(shipped)
    assert "needs --natural" in capsys.readouterr().err
    said = run(shipped, "--natural", str(seen))
    (found,) = shipped.glob("*.safetensors")
    assert has_curvatures(read_weights(found))
    assert found.stem in said
    manifest = json.loads((shipped / "manifest.json").read_text("utf-8"))
    assert set(manifest["efforts"].values()) == {found.stem}

    with pytest.raises(SystemExit):
        run(shipped, source=tmp_path / "model.safetensors")
    run(shipped, "--efforts", "fast", source=tmp_path / "model.safetensors")
    assert json.loads((shipped / "manifest.json").read_text("utf-8"))["efforts"]["fast"] == wanted.hex()
    run(shipped, source=found)
    assert [path.stem for path in shipped.glob("*.safetensors")] == [found.stem]


def test_publishing_twice_is_the_same_as_once(exported, tmp_path):
    first = publish(exported[0], tmp_path, EFFORTS).read_bytes()
    assert publish(exported[0], tmp_path, EFFORTS).read_bytes() == first


def test_each_effort_keeps_its_own_model(exported, tmp_path):
    weights = exported[0]
    other = Weights(weights.config, {**weights.tensors, "top.means": weights.tensors["top.means"] + 1}, weights.answers)
    publish(weights, tmp_path, EFFORTS)
    publish(other, tmp_path, ["fast"])
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    efforts = manifest["efforts"]
    assert manifest["learns"] == {"standard": "last", "high": "all"}
    assert efforts == {"fast": other.model_id.hex(), **dict.fromkeys(("standard", "high"), weights.model_id.hex())}
    assert {path.stem for path in tmp_path.glob("*.safetensors")} == set(efforts.values())
    publish(other, tmp_path, EFFORTS)
    assert {path.stem for path in tmp_path.glob("*.safetensors")} == {other.model_id.hex()}


def test_rounding_passes_gradients_through():
    x = torch.tensor([0.4, 0.5, 1.5, -2.6], requires_grad=True)
    y = round_through(x)
    y.sum().backward()
    assert y.tolist() == [0, 0, 2, -3]
    assert x.grad.tolist() == [1, 1, 1, 1]


def test_rounded_weights_are_on_the_grid_of_their_channel():
    layer = Dense(50, 4)
    rounded = layer.rounded_weight(None).detach().flatten(1)
    steps = channel_steps(layer.weight.detach().flatten(1))
    on_grid = rounded / steps
    assert torch.allclose(on_grid, on_grid.round(), atol=1e-3)
    assert on_grid.abs().max() <= 127.001
    assert (rounded - layer.weight.detach().flatten(1)).abs().max() <= steps.max() / 2 + 1e-6


def test_inputs_of_different_steps_share_a_row_s_range():
    layer, steps = Dense(6, 3), torch.tensor([0.01] * 3 + [1 / UNIT] * 3)
    integers = layer.rounded_weight(steps).detach().flatten(1) * steps
    unit = channel_steps(layer.weight.detach().flatten(1) * steps)
    assert torch.allclose(integers / unit, (integers / unit).round(), atol=1e-3)


def test_a_rectifier_learns_its_step_and_clamps():
    rectify = Rectify()
    rectify.watch(torch.linspace(-5, 12.75, 1000))
    rectify.calibrate()
    step = rectify.log_step.exp().item()
    assert step == pytest.approx(12.75 / 255, rel=0.01)
    rectify.quantised = True
    x = torch.tensor([-3.0, 0.0, 1.0, 500.0], requires_grad=True)
    y = rectify(x)
    y.sum().backward()
    assert y.tolist() == pytest.approx([0, 0, round(1 / step) * step, 255 * step], rel=1e-5)
    assert x.grad.tolist() == [0, 0, 1, 0]
    assert rectify.log_step.grad.item() != 0
