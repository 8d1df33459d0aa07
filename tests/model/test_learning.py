"""Learning while coding: the same integers by every path, both stack laws, gradients that point where they should."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from test_tile_codec import RAGGED, deep_message, stack
from tiny_model import context_rows, make_network, noise, picture

from bitswap_app.coding.bits_back import bit_swap
from bitswap_app.coding.colour import Colours, to_ycocg
from bitswap_app.coding.tables import build_tables
from bitswap_app.errors import DeviceError, ModelError
from bitswap_app.model import _natural_kernel
from bitswap_app.model import runtime as runtime_module
from bitswap_app.model.config import PIXEL_SUPPORT, TINY
from bitswap_app.model.context import regions_alone
from bitswap_app.model.learning import (
    SHARES,
    WEIGHT_MAX,
    LearningNetwork,
    Learns,
    lessons,
    mixture_gradients,
    step_of,
    weight_shares,
)
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.tile_codec import TileModel
from bitswap_app.model.window_layers import load_window
from bitswap_app.training.curvature import HIDDEN_SHARE, with_curvatures
from bitswap_app.training.export import export
from bitswap_app.training.losses import mixture_log_mass
from bitswap_app.training.quantise import Dense, switch_quantised

TABLES = build_tables()


@pytest.fixture(scope="module", params=["int8", "int16", "float32"])
def path(request):
    return request.param


@pytest.fixture(params=[Learns.LAST, Learns.ALL])
def learns(request):
    return request.param


def natural_weights(activities=()):
    """Of an untrained network, whose layers before the heads step as far as others: it has all to learn."""
    network = make_network(replace(TINY, activities=activities))
    weights = with_curvatures(export(network)[0], network, [picture(128, 160), noise(32, 32, 3)])
    longer = {name: t / HIDDEN_SHARE for name, t in weights.tensors.items() if name.endswith("hidden.natural.rate")}
    return replace(weights, tensors=weights.tensors | {name: t.astype(np.float32) for name, t in longer.items()})


@pytest.fixture(scope="module")
def weights():
    return natural_weights()


def runtime_of(weights, path, learns, enough=None, monkeypatch=None):
    """A learning runtime by one path; enough: pixels of a lesson, to have several in small pictures."""
    if enough is not None:
        monkeypatch.setattr(runtime_module, "PIXELS", dict.fromkeys(Learns, enough))
    try:
        return load_runtime(weights, paths=(path,)).learning(learns)
    except DeviceError as error:
        if path != "float32" and "no instructions" in str(error):
            pytest.skip(str(error))
        raise


def batch(pixels):
    """The region of a picture uint8[H, W, 3], and features."""
    levels, sides = to_ycocg(pixels)[None], (np.array([side]) for side in pixels.shape[:2])
    features = np.random.default_rng(0).integers(-127, 128, (*levels.shape[:3], TINY.features)).astype(np.int8)
    return regions_alone(TINY, levels, *sides, np.zeros((1, 2), np.int64)), features


def bits(freqs):
    return float((24 - np.log2(freqs[freqs > 0])).sum())


@pytest.mark.parametrize("activities", [(), (18, 90)], ids=["one network", "three networks"])
@pytest.mark.parametrize("colours", Colours)
def test_every_path_learns_the_same(activities, colours, learns, monkeypatch):
    monkeypatch.setattr(runtime_module, "PIXELS", dict.fromkeys(Learns, 200))
    weights = natural_weights(activities)
    regions, features = batch(picture(100, 150))
    regions = replace(regions, colours=colours)
    regions.inside[..., 1:] *= colours is not Colours.GREY
    found, gradients = {}, {}
    for name in ("int8", "int16", "float32"):
        try:
            runtime = load_runtime(weights, paths=(name,))
        except DeviceError:
            continue
        learner = runtime.learning(learns).pixels
        found[name], gradients[name] = learner.intervals_and_gradients(regions, features, lambda _: None)
        plain = runtime.pixels.intervals(regions, features, lambda _: None)
        assert not np.array_equal(found[name][0], plain[0])
        # Means that are moved (blending.py) cost an untrained network's mixtures more on grey than learning gives.
        is_spoilt = learns is Learns.ALL and colours is Colours.GREY and not activities
        assert bits(found[name][1]) < (1.02 if is_spoilt else 0.998) * bits(plain[1])
    wanted = found["float32"]
    for starts, freqs in found.values():
        np.testing.assert_array_equal(starts, wanted[0])
        np.testing.assert_array_equal(freqs, wanted[1])
    for networks in gradients.values():
        np.testing.assert_equal(networks, gradients["float32"])


def test_both_stack_laws(weights, path, learns, monkeypatch):
    runtime = runtime_of(weights, path, learns, 300, monkeypatch)
    for seed in range(2):
        model = TileModel(runtime, RAGGED)
        pixels = noise(100, 100, seed) if seed else picture(100, 100)
        codec, x = bit_swap(model.top_prior, model.levels), stack(pixels, RAGGED, model.shape)
        message = deep_message(seed)
        pushed = codec.push(message.copy(), x)
        rest, again = codec.pop(pushed.copy())
        np.testing.assert_array_equal(again, x)
        assert rest == message
        rest, drawn = codec.pop(deep_message(seed + 7))
        assert codec.push(rest, drawn) == deep_message(seed + 7)


def test_what_is_learnt_hangs_on_pixels_already_coded_alone(weights, path, learns, monkeypatch):
    """The last pixel of the wavefront changes no interval but its own."""
    runtime = runtime_of(weights, path, learns, 300, monkeypatch)
    regions, features = batch(picture(64, 64))
    before = runtime.pixels.intervals(regions, features, lambda _: None)
    regions.inside[0, 63, 63, 0] ^= 1
    after = runtime.pixels.intervals(regions, features, lambda _: None)
    assert {tuple(place[:3]) for place in np.argwhere(before[0] != after[0])} <= {(0, 63, 63)}


def test_a_batch_begins_with_what_the_model_knows(weights, path, learns):
    runtime = runtime_of(weights, path, learns)
    regions, features = batch(picture(64, 128))
    first, second = (runtime.pixels.intervals(regions, features, lambda _: None) for _ in range(2))
    np.testing.assert_array_equal(first, second)


@given(counts=st.lists(st.integers(0, 50), max_size=30), enough=st.integers(1, 90))
def test_lessons_hold_all_steps_and_enough_pixels(counts, enough):
    found = list(lessons(np.array(counts, dtype=np.int64), enough))
    assert [step for first, last, _ in found for step in range(first, last)] == list(range(len(counts)))
    assert [sum(counts[first:last]) for first, last, _ in found] == [pixels for _, _, pixels in found]
    assert all(pixels >= enough and sum(counts[first : last - 1]) < enough for first, last, pixels in found[:-1])


def test_a_lesson_s_sums_fit_32_bits():
    assert list(lessons(np.array([65535]), 9)) == [(0, 1, 65535)]
    with pytest.raises(ValueError, match="too long"):
        list(lessons(np.array([65536]), 9))


@given(st.integers(0, 2**32 - 1))
def test_shares_round_to_the_weights_they_come_from(seed):
    weight = np.random.default_rng(seed).integers(-127, 128, (9, 300)).astype(np.int8)
    shares = weight_shares(weight)
    np.testing.assert_array_equal((shares + 128) >> 8, weight)
    assert len(np.unique(shares - 256 * weight.astype(np.int32))) == 256


@pytest.mark.parametrize("channel", range(3))
def test_gradients_of_mixtures_are_those_of_the_float_likelihood(channel):
    rng, (lowest, count), k, n = np.random.default_rng(channel), PIXEL_SUPPORT[channel], 3, 400
    params = np.concatenate(
        [rng.integers(-40, 41, (n, k)), rng.integers(-160, 161, (n, k)), rng.integers(75, 110, (n, k))], 1
    ).astype(np.int16)
    centres = rng.integers(lowest + 60, lowest + count - 60, n).astype(np.int16)
    symbols = (centres + rng.integers(-12, 13, n)).astype(np.int32)
    ends = symbols[:, None] + rng.integers([-3, 0], [1, 4], (n, 2)).astype(np.int32)
    floats = torch.from_numpy(params.astype(np.float32) / 16)
    floats[:, 2 * k :] -= 3.5
    floats.requires_grad_()
    cost = -mixture_log_mass(
        torch.from_numpy(symbols).float(), floats, torch.from_numpy(centres).float(), tuple(torch.from_numpy(ends.T))
    )
    wanted = torch.autograd.grad(cost.sum(), floats)[0].numpy()
    found = mixture_gradients(params, symbols, centres, ends, TABLES) / 65536
    np.testing.assert_allclose(found, wanted, atol=0.02 * np.abs(wanted).max())
    assert np.corrcoef(found.ravel(), wanted.ravel())[0, 1] > 0.999


def test_a_symbol_without_probability_has_no_gradient():
    params = np.array([[0, 0, 0, 0, 1, 1]], np.int16)  # scales of 0.03 levels, 200 levels away
    ends = np.array([[0, 255]], np.int32)
    found = mixture_gradients(params, np.array([220], np.int32), np.array([20], np.int16), ends, TABLES)
    np.testing.assert_array_equal(found, 0)


def test_last_layers_without_pixels_keep_their_limits():
    """As the kernels do, which move all networks at once: spread weights of 127 come back to their limit."""
    weights = export(make_network())[0]
    learner = LearningNetwork(TINY, load_window(weights, "window"), weights.tables)
    assert max(np.abs(learner.shares[name]).max() for name in ("out.0", "out.1", "out.2")) > 127 * 256
    nothing = np.zeros((0, 3), np.int16)
    learner.learn_last(0, np.zeros((0, 3 * TINY.head), np.int64), nothing, nothing.astype(np.int32))
    assert max(np.abs(learner.shares[name]).max() for name in ("out.0", "out.1", "out.2")) == 127 * 256


def test_gradients_point_where_those_of_the_float_network_do():
    """The share of weights whose gradients have the same sign, of those that have any."""
    network = make_network()
    weights = export(network)[0]
    switch_quantised(network, on=True)
    levels = to_ycocg(picture(64, 64))[None]
    rows = np.stack(np.meshgrid([0], range(64), range(64), indexing="ij"), -1).reshape(-1, 3).astype(np.int32)
    inputs, predictors = context_rows(network.config, levels, rows)
    features = np.random.default_rng(0).integers(-127, 128, (len(rows), TINY.features)).astype(np.int8)
    symbols = levels[tuple(rows.T)].astype(np.int32)
    window = network.experts[0]
    given_ = (torch.from_numpy(features).float() / 32, torch.from_numpy(inputs))
    known = (torch.from_numpy(predictors).float(), torch.from_numpy(symbols).float())
    nats = window.nats(*given_, *known, torch.zeros(len(rows), dtype=torch.bool))
    layers = {name: part for name, part in window.named_modules() if isinstance(part, Dense)}
    wanted = torch.autograd.grad(nats.sum(), [part.weight for part in layers.values()])

    learner = LearningNetwork(TINY, load_window(weights, "window"), weights.tables)
    found = {name: e.T @ x for name, x, e in learner.seen(np.concatenate([inputs, features], 1), predictors, symbols)}
    for (name, _), gradient in zip(layers.items(), wanted, strict=True):
        both = (found[name] != 0) & (gradient[:, :, 0, 0].numpy() != 0)
        agree = (np.sign(gradient[:, :, 0, 0].numpy()) == np.sign(found[name]))[both]
        assert agree.mean() > 0.8, name


def test_last_layers_alone_go_against_the_signs(weights):
    levels = to_ycocg(picture(64, 64))[None]
    rows = np.stack(np.meshgrid([0], range(64), range(64), indexing="ij"), -1).reshape(-1, 3).astype(np.int32)
    inputs, predictors = context_rows(TINY, levels, rows)
    inputs = np.concatenate([inputs, np.zeros((len(rows), TINY.features), np.int8)], 1)
    symbols = levels[tuple(rows.T)].astype(np.int32)
    before, runtime = load_window(weights, "window"), load_runtime(weights, paths=("float32",))
    last = LearningNetwork(TINY, before, weights.tables)
    gradients = {name: e.T @ x for name, x, e in last.seen(inputs, predictors, symbols)}
    last.learn_last(100, runtime.window.networks[0].hidden(inputs).astype(np.int64), predictors, symbols)
    for name, layer in before.dense.items():
        if name.startswith("out"):
            inside = np.abs(layer.weight) < 127  # from the ends a step may lead nowhere
            moved = (last.shares[name] - weight_shares(layer.weight))[inside]
            np.testing.assert_array_equal(moved, -step_of(100) * np.sign(gradients[name][inside]))
            assert moved.any()
        else:
            np.testing.assert_array_equal(last.shares[name], weight_shares(layer.weight))
            np.testing.assert_array_equal(last.layers.dense[name].weight, layer.weight)


def test_biases_keep_their_room(weights):
    layers = load_window(weights, "window")
    first = layers.dense["first"]
    room = (1 << 24) - 1 - 127 * 127 * first.weight.shape[1]
    full = replace(first, weight=np.zeros_like(first.weight), bias=np.full_like(first.bias, room + 1))
    with pytest.raises(ModelError, match="no room to learn"):
        LearningNetwork(TINY, replace(layers, dense={**layers.dense, "first": full}), weights.tables)


def test_a_step_of_nothing_brings_weights_back_to_their_limit(weights):
    """As FORMAT.md 5.7 says of every step; kernels once left weights as they stood where a layer had no gradient."""
    learners = runtime_of(weights, "int16", Learns.ALL).pixels._learners()
    shares, network = learners._pupils[0].hidden.shares, LearningNetwork(TINY, load_window(weights, "window"), TABLES)
    assert np.abs(shares).max() > WEIGHT_MAX * SHARES
    _natural_kernel.learn(
        learners._networks[0], learners._pupils[0], learners._curvatures[0], 1, learners._desk, learners._board
    )
    assert np.abs(shares).max() == WEIGHT_MAX * SHARES
    plain = network._moved("hidden", np.zeros_like(network.shares["hidden"]), np.zeros_like(network.biases["hidden"]))
    kinds = learners._pupils[0].hidden.kinds
    np.testing.assert_array_equal(shares[kinds > 0, : len(plain.bias)].T, network.shares["hidden"])


def test_a_learner_that_differs_is_not_used(weights, learns, monkeypatch, caplog):
    other = load_runtime(export(make_network(seed=2))[0], paths=("float32",)).pixels
    regions, features = batch(picture(64, 64))
    wanted = (
        load_runtime(weights, paths=("float32",)).learning(learns).pixels.intervals(regions, features, lambda _: None)
    )
    monkeypatch.setattr(runtime_module, "CompiledLearner", lambda *_: other)
    runtime = runtime_of(weights, "int16", learns)
    np.testing.assert_array_equal(runtime.pixels.intervals(regions, features, lambda _: None), wanted)
    assert "cannot learn exactly by way of int16" in caplog.text
