"""Every network against the reference in numpy int64, bit for bit, on ordinary and on extreme inputs."""

from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import Reference, residuals
from tiny_model import make_network, noise, picture

from bitswap_app.coding.colour import to_ycocg
from bitswap_app.model._vectors import multiplier
from bitswap_app.model.config import LATENT_MAX, TINY, LatentLayer
from bitswap_app.model.context import predict
from bitswap_app.model.floats import floats_on
from bitswap_app.model.latent_networks import LatentNetworks
from bitswap_app.model.runtime import PATHS
from bitswap_app.model.window import FloatWindow, PackedWindow
from bitswap_app.model.window_layers import load_window
from bitswap_app.training.export import export

PICTURES = {
    "picture": picture(32, 64),
    "noise": noise(64, 32),
    "black": np.zeros((32, 32, 3), np.uint8),
    "white": np.full((32, 32, 3), 255, np.uint8),
    "red and cyan": np.where(np.arange(32)[:, None, None] % 2, [255, 0, 0], [0, 255, 255]).astype(np.uint8)
    + np.zeros((32, 32, 3), np.uint8),
}
CHAINS = {
    "two layers": TINY.latents,
    "one fine layer": (LatentLayer(4, 3),),
    "one coarse layer": (LatentLayer(32, 2),),
    "equal strides": (LatentLayer(8, 2), LatentLayer(8, 3), LatentLayer(16, 1), LatentLayer(16, 2), LatentLayer(32, 1)),
}


@pytest.fixture(scope="module", params=CHAINS)
def deep(request):
    """The weights of a model with these latents."""
    return export(make_network(replace(TINY, latents=CHAINS[request.param])))[0]


@pytest.fixture(scope="module", params=[*(("cpu", path) for path in PATHS), ("cpu:0", "float32")], ids="-".join)
def chain(deep, request):
    """(networks, reference) of such a model; "cpu:0" is the CPU by torch."""
    device, path = request.param
    needs(path)
    return LatentNetworks(deep, device, path), Reference(deep.config, deep.tensors)


@pytest.fixture(scope="module")
def windows(weights):
    """(reference, the window network by each path that this CPU can take)."""
    networks = {
        "float32": FloatWindow(weights.config, load_window(weights, "window"), floats_on("cpu")),
        "torch": FloatWindow(weights.config, load_window(weights, "window"), floats_on("cpu:0")),
    }
    for path in PATHS[:-1]:
        with suppress(NotImplementedError):
            networks[path] = PackedWindow(weights.config, load_window(weights, "window"), path)
    return Reference(weights.config, weights.tensors), networks


def needs(path):
    if path != "float32":
        try:
            multiplier(path)
        except NotImplementedError as error:
            pytest.skip(str(error))


def maps_of(levels):
    return np.moveaxis(levels.astype(np.int64), -1, 1)


def latent_map(layer, name, sides=(32, 64), batch=2):
    shape = (batch, layer.channels, sides[0] // layer.stride, sides[1] // layer.stride)
    if name == "random":
        return np.random.default_rng(5).integers(-LATENT_MAX, LATENT_MAX + 1, shape).astype(np.int32)
    return np.full(shape, {"least": -LATENT_MAX, "none": 0, "largest": LATENT_MAX}[name], dtype=np.int32)


def assert_same(found, wanted):
    means, scales = wanted
    assert np.array_equal(found.means, np.broadcast_to(means, found.means.shape))
    assert np.array_equal(found.scales, np.broadcast_to(scales, found.scales.shape))


@pytest.mark.parametrize("name", PICTURES)
def test_the_posterior_of_pixels_is_the_reference_s(chain, name):
    networks, reference = chain
    levels = to_ycocg(PICTURES[name])[None]
    differences = residuals(levels[0])[None]
    assert np.array_equal(predict(levels), differences)
    assert_same(networks.posterior(levels, predict(levels)), reference.posterior(maps_of(levels), maps_of(differences)))


@pytest.mark.parametrize("name", ["random", "least", "none", "largest"])
def test_the_chain_is_the_reference_s(chain, name):
    networks, reference = chain
    latents = networks.config.latents
    for i in range(1, len(latents)):
        below, above = latent_map(latents[i - 1], name), latent_map(latents[i], name)
        assert_same(networks.above(i, below), reference.above(i, below.astype(np.int64)))
        assert_same(networks.below(i, above), reference.below(i, above.astype(np.int64)))
    top = latent_map(latents[-1], name)
    assert_same(networks.top(top.shape), (part[:, None, None] for part in reference.top()))


@pytest.mark.parametrize("name", ["random", "least", "none", "largest"])
def test_features_are_the_reference_s(chain, name):
    networks, reference = chain
    z = latent_map(networks.config.latents[0], name)
    found, wanted = networks.features(z), reference.features(z.astype(np.int64))
    assert found.dtype == np.int8
    assert np.array_equal(found, np.moveaxis(wanted, 1, -1))


def check_window(windows, values, known):
    reference, networks = windows
    wanted = reference.mixtures(values.astype(np.int64), known.astype(np.int64))
    for network in networks.values():
        hidden = network.hidden(values.astype(np.int8))
        for c in range(3):
            found = network.parameters(hidden, c, known)
            assert found.dtype == np.int16
            assert np.array_equal(found, wanted[c])


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), count=st.integers(1, 70), spread=st.sampled_from([2, 30, 127]))
def test_mixtures_are_the_reference_s(windows, seed, count, spread):
    config, rng = windows[0].config, np.random.default_rng(seed)
    values = rng.integers(-spread, spread + 1, (count, config.context_inputs + config.features))
    check_window(windows, values, rng.integers(-3 * spread, 3 * spread + 1, (count, 3)).astype(np.int16))


def test_mixtures_of_extreme_rows_are_the_reference_s(windows):
    """All least, all largest, and what makes each unit of the first layer, and each of the heads', extreme."""
    config, first = windows[0].config, windows[0].tensors["window.first.weight"]
    signs = np.where(first > 0, 127, -127)
    values = np.concatenate([np.full((1, first.shape[1]), v) for v in (-127, 0, 127)] + [signs, -signs])
    for least in (-765, 0, 765):
        check_window(windows, values, np.full((len(values), 3), least, dtype=np.int16))
    assert config.context_inputs + config.features == values.shape[1]


@pytest.mark.parametrize("path", PATHS)
def test_every_layer_s_extreme_sums_are_the_reference_s(weights, windows, path):
    """The sums themselves, which a saturating or rounding multiplication would get wrong first."""
    needs(path)
    reference, networks = windows
    for name in ["first", "trunk.0.a", "trunk.0.b", "hidden", "out.2"]:
        weight = weights.tensors[f"window.{name}.weight"]
        least, largest = np.zeros(weight.shape[1], np.int64), np.full(weight.shape[1], 255)
        signed = {"first": slice(None), "hidden": slice(weights.config.width, None)}.get(name, slice(0))
        least[signed], largest[signed] = -127, 127
        rows = np.concatenate([np.where(weight > 0, largest, least), np.where(weight > 0, least, largest)])
        found = networks[path].sums(name, rows.astype(np.int16))
        assert np.array_equal(found, reference.sums(f"window.{name}", rows))


@pytest.mark.parametrize("path", PATHS)
def test_no_rows_give_no_mixtures(windows, path):
    needs(path)
    network, config = windows[1][path], windows[0].config
    hidden = network.hidden(np.zeros((0, config.context_inputs + config.features), np.int8))
    assert network.parameters(hidden, 2, np.zeros((0, 3), np.int16)).shape == (0, 3 * config.mixture)


def test_the_latent_networks_vary_enough_to_be_worth_comparing(chain):
    networks, _ = chain
    levels = to_ycocg(PICTURES["picture"])[None]
    found = networks.posterior(levels, predict(levels))
    assert len(np.unique(found.means)) > found.means.size // 2
    assert len(np.unique(networks.features(latent_map(networks.config.latents[0], "random")))) > 50
