"""Configs survive JSON, and bad ones are refused before anything is built from them."""

import json
from dataclasses import asdict, replace

import pytest

from bitswap_app.model.config import FAST, HIGH, STANDARD, TINY, LatentLayer, ModelConfig, WindowRow
from bitswap_app.model.learning import PIXELS, Learns


@pytest.mark.parametrize("config", [STANDARD, TINY, replace(TINY, activities=(1, 9))])
def test_a_config_survives_json(config):
    assert ModelConfig.from_json(config.to_json()) == config
    assert hash(ModelConfig.from_json(config.to_json())) == hash(config)


def test_the_json_of_a_config_is_pinned():
    """It is a part of what a model's id is a digest of."""
    assert TINY.to_json() == (
        '{"depth": 1, "features": 4, "grid": 8, "head": 8, "latent_width": 8, '
        '"latents": [{"channels": 2, "stride": 8}, {"channels": 1, "stride": 16}], "mixture": 2, '
        '"tile": 64, "width": 16, "window": [{"first": -2, "last": -1, "up": 0}, {"first": -1, "last": 1, "up": 1}]}'
    )


def test_the_activities_that_part_experts_are_in_the_json():
    assert '{"activities": [5, 70], "depth"' in replace(TINY, activities=(5, 70)).to_json()
    assert replace(TINY, activities=(5, 70)).experts == 3


def layers_of(config):
    """Inputs and outputs of a window network's layers."""
    first = config.context_inputs + config.features, config.width
    hidden = config.width + config.features, 3 * config.head
    return [
        first,
        *[(config.width, config.width)] * (2 * config.depth),
        hidden,
        *[(config.head, 3 * config.mixture)] * 3,
    ]


def gflop_of(products):
    """Of a patch of 32 x 32, multiply and add counted apart, from multiply-adds a pixel."""
    return 2 * 1024 * products / 1e9


def all_learning(config):
    """Multiply-adds a pixel of all layers learning (FORMAT.md 5.7): forward, errors back, gradients, and the steps."""
    forward = sum(i * o for i, o in layers_of(config))
    back = forward - layers_of(config)[0][0] * config.width
    steps = config.experts * sum((i + 1) ** 2 * o for i, o in layers_of(config)) / PIXELS[Learns.ALL]
    return 2 * forward + back + steps


def test_what_the_window_networks_cost_is_within_what_each_effort_may():
    """Local least squares of `high` are some 0.02 more (resources/weights/README.md)."""
    fast, standard = (sum(i * o for i, o in layers_of(config)) for config in (FAST, STANDARD))
    assert gflop_of(fast) < 0.12
    assert gflop_of(standard) < 0.4
    assert gflop_of(all_learning(STANDARD)) < 1.98
    assert gflop_of(all_learning(HIGH)) < 1.98


@pytest.mark.parametrize(
    "changes",
    [
        {"tile": 0},
        {"tile": 48},
        {"tile": -64},
        {"tile": 1 << 20},
        {"tile": 64.0},
        {"tile": True},
        {"grid": -1},
        {"grid": 17},
        {"width": 0},
        {"depth": 0},
        {"head": 0},
        {"mixture": 0},
        {"mixture": 65},
        {"features": 0},
        {"latent_width": 0},
        {"latents": ()},
        {"latents": (LatentLayer(2, 1),)},
        {"latents": (LatentLayer(8.0, 1),)},
        {"latents": (LatentLayer(8, 0),)},
        {"latents": (LatentLayer(8, 1.5),)},
        {"latents": (LatentLayer(8, 1), LatentLayer(32, 1))},
        {"latents": (LatentLayer(16, 1), LatentLayer(8, 1))},
        {"latents": (LatentLayer(32, 1), LatentLayer(64, 1))},
        {"window": ()},
        {"activities": (0,)},
        {"activities": (9, 9)},
        {"activities": (9, 5)},
        {"activities": (9.0,)},
        {"activities": tuple(range(1, 65))},
        {"activities": (9,), "window": (WindowRow(1, 0, 2),)},
        {"window": (WindowRow(0, -1, 0),)},
        {"window": (WindowRow(0, -2, 3),)},
        {"window": (WindowRow(1, 2, 1),)},
        {"window": (WindowRow(-1, -1, 1),)},
        {"window": (WindowRow(1, -1.5, 1),)},
        {"window": (WindowRow(1 << 70, 0, 0),)},
        {"window": (WindowRow(1, -65, 1),)},
        {"window": (WindowRow(1, 0, 65),)},
    ],
    ids=str,
)
def test_a_bad_config_is_refused(changes):
    with pytest.raises(ValueError):
        replace(TINY, **changes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"tile"',
        "{}",
        json.dumps(asdict(TINY) | {"tile": "64"}),
        json.dumps(asdict(TINY) | {"unknown": 1}),
        json.dumps(asdict(TINY) | {"window": 3}),
        json.dumps(asdict(TINY) | {"window": [{"up": 0}]}),
        json.dumps(asdict(TINY) | {"latents": [{"stride": "8", "channels": 1}]}),
        json.dumps({name: value for name, value in asdict(TINY).items() if name != "head"}),
    ],
)
def test_what_is_no_config_is_refused(text):
    with pytest.raises(ValueError):
        ModelConfig.from_json(text)


@pytest.mark.parametrize(
    ("rows", "slope"),
    [
        ([(0, -1, -1)], 1),
        ([(0, -2, -1), (1, -1, 1)], 2),
        ([(1, -3, -2)], 1),
        ([(1, 0, 0)], 1),
        ([(1, 0, 4)], 5),
        ([(2, 0, 4)], 3),
        ([(2, 0, 5)], 3),
        ([(0, -1, -1), (1, -1, 0), (4, 9, 11)], 3),
    ],
)
def test_the_slope_is_the_least_that_keeps_a_window_in_the_past(rows, slope):
    """A place (dy, dx) was decoded before if dx + slope * dy < 0."""
    config = replace(TINY, window=tuple(WindowRow(*row) for row in rows))
    assert config.slope == slope
    assert all(dx + slope * dy < 0 for dy, dx in config.places)
    least = min(s for s in range(1, slope + 1) if all(dx + s * dy < 0 for dy, dx in config.places))
    assert least == slope


def test_inputs_are_counted():
    assert TINY.context_inputs == 4 * 5 + 3 + 16
    assert TINY.places == ((0, -2), (0, -1), (-1, -1), (-1, 0), (-1, 1))
