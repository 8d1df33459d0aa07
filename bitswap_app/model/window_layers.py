"""The integers of a window network, as a model file holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bitswap_app.errors import ModelError
from bitswap_app.model.config import ModelConfig
from bitswap_app.model.layers import ACTIVATION_MAX, EXACT_LIMIT, STREAM_MAX, Dense
from bitswap_app.model.natural import Curvature, has_curvatures, load_curvature
from bitswap_app.model.weights import Weights

INPUT_MAX = 127
EARLIER_END = 1 << 15  # of the weights that bring in the residuals of earlier channels
HEADS = tuple(f"out.{c}" for c in range(3))


@dataclass(frozen=True, slots=True, eq=False)
class WindowLayers:
    """A window network's integers.

    dense      the layers by their names
    scales     of the rectifiers, by their names
    earlier    int32[c, head] of each channel: what each residual of the channels before adds to its hidden units
    curvatures of the layers by their names, in a model that can learn by natural gradients; else none
    """

    dense: Mapping[str, Dense]
    scales: Mapping[str, float]
    earlier: tuple[NDArray[np.int32], ...]
    curvatures: Mapping[str, Curvature]


def network_names(config: ModelConfig) -> list[str]:
    """What the tensors of each window network begin with."""
    return ["window"] if config.experts == 1 else [f"window.{i}" for i in range(config.experts)]


def load_window(weights: Weights, network: str) -> WindowLayers:
    """The network whose tensors begin with a name. Raises ModelError."""
    config = weights.config
    rectifiers = [*(f"trunk.{i}.relu_a" for i in range(config.depth)), "relu", *(f"head_relu.{c}" for c in range(3))]
    dense = load_layers(weights, network)
    return WindowLayers(
        dense,
        {name: weights.rectifier(f"{network}.{name}") for name in rectifiers},
        tuple(_earlier_weights(weights, network, c) for c in range(3)),
        {n: load_curvature(weights, layer) for n, layer in dense.items()} if has_curvatures(weights) else {},
    )


def load_layers(weights: Weights, network: str) -> dict[str, Dense]:
    """A network's layers by their names within it. Raises ModelError."""
    layers = {}
    for part, shape in _layer_shapes(weights.config).items():
        name = f"{network}.{part}"
        layers[part] = weights.layer(name, input_max=INPUT_MAX if part == "first" else ACTIVATION_MAX)
        if layers[part].weight.shape != shape:
            raise ModelError(
                "The model's {name} is {shape}, not what its config says.",
                name=name,
                shape=list(layers[part].weight.shape),
            )
    for c in range(3):
        out, scales = layers[f"out.{c}"], slice(2 * weights.config.mixture, None)
        weights.expect_scales(out.name, out.lowest[scales], out.highest[scales])
    for c in (1, 2):
        name = f"{network}.earlier.{c}"
        earlier = weights.array(name, np.int32)
        if earlier.shape != (c, weights.config.head) or np.abs(earlier).max(initial=0) >= EARLIER_END:
            raise ModelError("The model's {name} is not what its config says.", name=name)
    if STREAM_MAX + 2 * INPUT_MAX * EARLIER_END >= EXACT_LIMIT:
        raise AssertionError("a head's hidden sum must stay exact in float32")
    return layers


def _layer_shapes(config: ModelConfig) -> dict[str, tuple[int, int]]:
    """The matmuls of a network, in order: outputs and inputs."""
    trunk = [f"trunk.{i}.{part}" for i in range(config.depth) for part in "ab"]
    shapes = {"first": (config.width, config.context_inputs + config.features)}
    shapes |= dict.fromkeys(trunk, (config.width, config.width))
    shapes |= {"hidden": (3 * config.head, config.width + config.features)}
    return shapes | {f"out.{c}": (3 * config.mixture, config.head) for c in range(3)}


def _earlier_weights(weights: Weights, network: str, channel: int) -> NDArray[np.int32]:
    """int32[channel, head]: what each earlier residual adds to a head's hidden units."""
    if channel == 0:
        return np.empty((0, weights.config.head), dtype=np.int32)
    return np.ascontiguousarray(weights.array(f"{network}.earlier.{channel}", np.int32)).astype(np.int32)
