"""The likelihood's network: context rows in, integer parameters of the mixtures of Y, Co and Cg out.

Two implementations of the same integers: float32 matmuls on any torch device, and int8 matmuls with 32-bit sums on
CPUs, several times faster where the CPU has instructions for them. The known-answer test decides whether the second may
be used (self_check.py), because some CPUs' int8 multiplies saturate.
"""

from __future__ import annotations

from typing import Protocol, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bitswap_app.errors import ModelError
from bitswap_app.model import _requantise
from bitswap_app.model.arithmetic import Int8Layer, round_up
from bitswap_app.model.config import ModelConfig
from bitswap_app.model.layers import EXACT_LIMIT, STREAM_MAX, Dense, ExactDense, add, rectify
from bitswap_app.model.weights import Weights

INPUT_MAX = 127
EARLIER_END = 1 << 15  # of the weights that bring in the residuals of earlier channels
HiddenT = TypeVar("HiddenT")


class WindowNetwork(Protocol[HiddenT]):
    """Rows are pixels; any number of them, in any order, gives each the same integers."""

    def hidden(self, inputs: NDArray[np.int8]) -> HiddenT:
        """All that does not depend on the pixel itself: int8[N, input_width] -> opaque."""

    def parameters(self, hidden: HiddenT, channel: int, residuals: NDArray[np.int16]) -> NDArray[np.int16]:
        """The mixtures of a channel: int16[N, 3K], see coding/mixture.py.

        residuals  int16[N, 3], pixel less predictor; only the channels before this one are read
        """

    def sums(self, name: str, inputs: NDArray[np.int16]) -> NDArray[np.int32]:
        """A layer's sums before they are scaled, for the known-answer test: int16[N, in] -> int32[N, out]."""


def input_width(config: ModelConfig) -> int:
    """Columns of an input row: context, features, and zeros up to a multiple of 16."""
    return round_up(config.context_inputs + config.features)


def layer_names(config: ModelConfig) -> list[str]:
    """The matmuls of the network, in order."""
    trunk = [f"window.trunk.{i}.{part}" for i in range(config.depth) for part in "ab"]
    return ["window.first", *trunk, "window.hidden", *(f"window.out.{c}" for c in range(3))]


def load_layers(weights: Weights) -> dict[str, Dense]:
    """The network's layers by name. Raises ModelError."""
    layers = {
        name: weights.layer(name, input_max=INPUT_MAX if name == "window.first" else 255)
        for name in layer_names(weights.config)
    }
    for name, shape in _layer_shapes(weights.config).items():
        if layers[name].weight.shape != shape:
            raise ModelError(f"The model's {name} is {list(layers[name].weight.shape)}, not what its config says.")
    for c in (1, 2):
        earlier = weights.array(f"window.earlier.{c}", np.int32)
        if earlier.shape != (c, weights.config.head) or np.abs(earlier).max(initial=0) >= EARLIER_END:
            raise ModelError(f"The model's window.earlier.{c} is not what its config says.")
    if STREAM_MAX + 2 * INPUT_MAX * EARLIER_END >= EXACT_LIMIT:
        raise AssertionError("a head's hidden sum must stay exact in float32")
    return layers


def _layer_shapes(config: ModelConfig) -> dict[str, tuple[int, int]]:
    shapes = dict.fromkeys(layer_names(config), (config.width, config.width))
    shapes["window.first"] = (config.width, config.context_inputs + config.features)
    shapes["window.hidden"] = (3 * config.head, config.width + config.features)
    return shapes | {f"window.out.{c}": (3 * config.mixture, config.head) for c in range(3)}


def earlier_weights(weights: Weights, channel: int) -> NDArray[np.int32]:
    """int32[channel, head]: what each earlier residual adds to a head's hidden units."""
    if channel == 0:
        return np.empty((0, weights.config.head), dtype=np.int32)
    return np.ascontiguousarray(weights.array(f"window.earlier.{channel}", np.int32)).astype(np.int32)


class FloatWindow:
    """Integers held in float32, on any torch device."""

    def __init__(self, weights: Weights, device: torch.device) -> None:
        self._config, self._device = weights.config, device
        self._layers = {name: ExactDense(layer, device) for name, layer in load_layers(weights).items()}
        self._rectify = {
            name: weights.rectifier(name)
            for name in [
                *(f"window.trunk.{i}.relu_a" for i in range(weights.config.depth)),
                "window.relu",
                *(f"window.head_relu.{c}" for c in range(3)),
            ]
        }
        self._earlier = [torch.from_numpy(earlier_weights(weights, c)).float().to(device) for c in range(3)]

    def hidden(self, inputs: NDArray[np.int8]) -> Tensor:
        config = self._config
        used = config.context_inputs + config.features
        x = torch.from_numpy(inputs[:, :used]).to(self._device).float()
        stream = self._layers["window.first"](x)
        for i in range(config.depth):
            name = f"window.trunk.{i}"
            a = self._layers[f"{name}.a"](rectify(stream, self._rectify[f"{name}.relu_a"]))
            stream = add(stream, self._layers[f"{name}.b"](a))
        t = rectify(stream, self._rectify["window.relu"])
        return self._layers["window.hidden"](torch.cat([t, x[:, config.context_inputs :]], 1))

    def parameters(self, hidden: Tensor, channel: int, residuals: NDArray[np.int16]) -> NDArray[np.int16]:
        head = self._config.head
        u = hidden[:, channel * head : (channel + 1) * head]
        if channel:
            known = torch.from_numpy(residuals[:, :channel].clip(-INPUT_MAX, INPUT_MAX)).to(self._device).float()
            u = u + torch.matmul(known, self._earlier[channel])
        a = rectify(u, self._rectify[f"window.head_relu.{channel}"])
        result: NDArray[np.int16] = self._layers[f"window.out.{channel}"](a).to(torch.int16).cpu().numpy()
        return result

    def sums(self, name: str, inputs: NDArray[np.int16]) -> NDArray[np.int32]:
        x = torch.from_numpy(inputs).to(self._device).float()
        result: NDArray[np.int32] = self._layers[name].sums(x).to(torch.int32).cpu().numpy()
        return result


class Int8Window:
    """int8 matmuls with 32-bit sums, on the CPU."""

    def __init__(self, weights: Weights) -> None:
        config = self._config = weights.config
        self._context_inputs = config.context_inputs
        layers = load_layers(weights)
        inputs = {name: (layer.weight.shape[1], layer.weight.shape[1]) for name, layer in layers.items()}
        inputs["window.first"] = (input_width(config), 0)
        inputs["window.hidden"] = (round_up(config.width + config.features), config.width)
        self._layers = {
            name: Int8Layer(layer, width=inputs[name][0], offset_columns=inputs[name][1])
            for name, layer in layers.items()
        }
        self._relu = [np.float32(weights.rectifier(f"window.trunk.{i}.relu_a")) for i in range(config.depth)]
        self._relu.append(np.float32(weights.rectifier("window.relu")))
        self._head_relu = [np.float32(weights.rectifier(f"window.head_relu.{c}")) for c in range(3)]
        self._earlier = [np.zeros((2, config.head), dtype=np.float32) for _ in range(3)]
        for c in (1, 2):
            self._earlier[c][:c] = earlier_weights(weights, c)

    def hidden(self, inputs: NDArray[np.int8]) -> NDArray[np.int16]:
        config, rows, width, first = self._config, len(inputs), self._config.width, self._context_inputs
        stream = np.empty((rows, config.width), dtype=np.int16)
        activations = np.empty((rows, config.width), dtype=np.int8)
        wide = np.zeros((rows, round_up(config.width + config.features)), dtype=np.int8)
        wide[:, width : width + config.features] = inputs[:, first : first + config.features]
        targets = [*[activations] * config.depth, wide]  # the last rectifier feeds the heads

        layer = self._layers["window.first"]
        acc = layer.sums(inputs)[:, : config.width]
        _requantise.store_stream(acc, layer.bias, layer.scale, self._relu[0], stream, targets[0])
        for i in range(config.depth):
            layer = self._layers[f"window.trunk.{i}.a"]
            acc = layer.sums(activations)[:, : config.width]
            _requantise.store_activations(acc, layer.bias, layer.scale, activations)
            layer = self._layers[f"window.trunk.{i}.b"]
            acc = layer.sums(activations)[:, : config.width]
            _requantise.add_to_stream(acc, layer.bias, layer.scale, self._relu[i + 1], stream, targets[i + 1])

        layer = self._layers["window.hidden"]
        hidden = np.empty((rows, 3 * config.head), dtype=np.int16)
        _requantise.store_clamped(layer.sums(wide), layer.bias, layer.scale, layer.lowest, layer.highest, hidden)
        return hidden

    def parameters(self, hidden: NDArray[np.int16], channel: int, residuals: NDArray[np.int16]) -> NDArray[np.int16]:
        config = self._config
        activations = np.empty((len(hidden), config.head), dtype=np.int8)
        first, earlier, scale = channel * config.head, self._earlier[channel], self._head_relu[channel]
        _requantise.store_head(hidden, first, residuals, earlier, scale, activations)
        layer = self._layers[f"window.out.{channel}"]
        values = np.empty((len(hidden), 3 * config.mixture), dtype=np.int16)
        acc = layer.sums(activations)
        _requantise.store_clamped(acc, layer.bias, layer.scale, layer.lowest, layer.highest, values)
        return values

    def sums(self, name: str, inputs: NDArray[np.int16]) -> NDArray[np.int32]:
        return self._layers[name].whole_sums(inputs)
