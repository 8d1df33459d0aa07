"""The likelihood's networks: context rows in, integer parameters of the mixtures of Y, Co and Cg out.

Two implementations of the same integers: float32 matmuls on any device, and compiled kernels on bytes or 16-bit
integers, several times faster, for CPUs that have the instructions. The known-answer test decides whether the second
may be used (runtime.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from bitswap_app.model import _window_kernel
from bitswap_app.model._dense import layer_sums
from bitswap_app.model._experts import Network, new_between
from bitswap_app.model._packed import HEAD_LANES, ROWS, PackedLayer, round_up, stacked
from bitswap_app.model._vectors import multiplier
from bitswap_app.model.config import ModelConfig
from bitswap_app.model.context import experts_of
from bitswap_app.model.floats import Floats
from bitswap_app.model.layers import ExactDense, add, rectify
from bitswap_app.model.window_layers import INPUT_MAX, WindowLayers

HiddenT = TypeVar("HiddenT")


class WindowNetwork(Protocol[HiddenT]):
    """Rows are pixels; any number of them, in any order, gives each the same integers."""

    def hidden(self, inputs: NDArray[np.int8]) -> HiddenT:
        """All that does not depend on the pixel itself: int8[N, context_inputs + features] -> opaque."""

    def parameters(self, hidden: HiddenT, channel: int, residuals: NDArray[np.int16]) -> NDArray[np.int16]:
        """The mixtures of a channel: int16[N, 3K], see coding/mixture.py.

        residuals  int16[N, 3], pixel less predictor; only the channels before this one are read
        """

    def sums(self, name: str, inputs: NDArray[np.int16]) -> NDArray[np.int32]:
        """A layer's sums before they are scaled, for the known-answer test: int16[N, in] -> int32[N, out]."""


class FloatWindow:
    """Integers held in float32, on any device."""

    def __init__(self, config: ModelConfig, layers: WindowLayers, floats: Floats[Any]) -> None:
        self._config, self._floats = config, floats
        self._layers = {name: ExactDense(layer, floats) for name, layer in layers.dense.items()}
        self._scales = layers.scales
        self._earlier = [floats.array(earlier) for earlier in layers.earlier]

    def hidden(self, inputs: NDArray[np.int8]) -> Any:
        x = self._floats.array(inputs)
        stream = self._layers["first"](x)
        for i in range(self._config.depth):
            name = f"trunk.{i}"
            a = self._layers[f"{name}.a"](self._rectify(stream, f"{name}.relu_a"))
            stream = add(stream, self._layers[f"{name}.b"](a))
        t = self._rectify(stream, "relu")
        return self._layers["hidden"](self._floats.joined([t, x[:, self._config.context_inputs :]]))

    def parameters(self, hidden: Any, channel: int, residuals: NDArray[np.int16]) -> NDArray[np.int16]:
        head = self._config.head
        u = hidden[:, channel * head : (channel + 1) * head]
        if channel:
            known = self._floats.array(residuals[:, :channel].clip(-INPUT_MAX, INPUT_MAX))
            u = u + known @ self._earlier[channel]
        a = self._rectify(u, f"head_relu.{channel}")
        return self._floats.integers(self._layers[f"out.{channel}"](a), np.int16)

    def sums(self, name: str, inputs: NDArray[np.int16]) -> NDArray[np.int32]:
        return self._floats.integers(self._layers[name].sums(self._floats.array(inputs)), np.int32)

    def _rectify(self, stream: Any, name: str) -> Any:
        return rectify(stream, self._scales[name], self._floats)


class PackedWindow:
    """Integers in a CPU's vectors, by a path of _vectors.multiplier. Raises NotImplementedError where there is none."""

    def __init__(self, config: ModelConfig, source: WindowLayers, path: str) -> None:
        by = multiplier(path)
        kinds: dict[str, Any] = {
            "first": {"offset": slice(None)},
            "hidden": {"offset": slice(config.width, None), "gap": (config.width, -config.width % by.columns)},
        }
        layers = self.layers = {
            name: PackedLayer(layer, by, **kinds.get(name, {})) for name, layer in source.dense.items()
        }
        rectifiers = [*(f"trunk.{i}.relu_a" for i in range(config.depth)), "relu"]
        earlier = np.zeros((3, 2, round_up(config.head, HEAD_LANES)), dtype=np.float32)
        for c in (1, 2):
            earlier[c, :c, : config.head] = source.earlier[c]

        def scales(names: Iterable[str]) -> NDArray[np.float32]:
            return np.array([source.scales[name] for name in names], dtype=np.float32)

        self.network = Network(
            first=layers["first"].packed,
            trunk=stacked([layers[f"trunk.{i}.{part}"].packed for i in range(config.depth) for part in "ab"]),
            hidden=layers["hidden"].packed,
            out=stacked([layers[f"out.{c}"].packed for c in range(3)]),
            relu=scales(rectifiers),
            head_relu=scales(f"head_relu.{c}" for c in range(3)),
            earlier=earlier,
            context=config.context_inputs,
            head=config.head,
            mixture=config.mixture,
            stored=np.empty(0, dtype=by.inputs),
        )

    def hidden(self, inputs: NDArray[np.int8]) -> NDArray[np.int16]:
        x = self.layers["first"].stored(inputs)
        hidden = np.empty((len(x), self.network.hidden.bias.size), dtype=np.int16)
        between = new_between(self.network, 1, len(x))
        _window_kernel.store_hidden(self.network, x, len(inputs), between, 0, hidden)
        return hidden[: len(inputs)]

    def parameters(self, hidden: NDArray[np.int16], channel: int, residuals: NDArray[np.int16]) -> NDArray[np.int16]:
        network, rows = self.network, len(hidden)
        units = np.empty((round_up(rows, ROWS), network.earlier.shape[2]), dtype=network.stored.dtype)
        params = np.empty((len(units), network.out.bias.shape[1]), dtype=np.int16)
        _window_kernel.store_parameters(network, hidden, channel, residuals, rows, units, params)
        return np.ascontiguousarray(params[:rows, : 3 * network.mixture])

    def sums(self, name: str, inputs: NDArray[np.int16]) -> NDArray[np.int32]:
        return layer_sums(self.layers[name], inputs)


def stacked_networks(networks: Sequence[Network]) -> Network:
    """Networks of one shape in one, for kernels that pick one of them."""
    return networks[0]._replace(
        first=stacked([n.first for n in networks]),
        trunk=stacked([n.trunk for n in networks]),
        hidden=stacked([n.hidden for n in networks]),
        out=stacked([n.out for n in networks]),
        relu=np.stack([n.relu for n in networks]),
        head_relu=np.stack([n.head_relu for n in networks]),
        earlier=np.stack([n.earlier for n in networks]),
    )


class WindowExperts(Generic[HiddenT]):
    """Window networks that share the pixels by their activity (context.experts_of).

    networks  one for each range of activity
    """

    def __init__(self, config: ModelConfig, networks: Sequence[WindowNetwork[HiddenT]]) -> None:
        self.networks, self._config = tuple(networks), config

    def hidden(self, inputs: NDArray[np.int8]) -> list[tuple[NDArray[np.intp], HiddenT]]:
        """The rows of each network that has any, and what it gives for them; inputs as WindowNetwork.hidden's."""
        which = experts_of(inputs, self._config)
        parts = [(np.flatnonzero(which == i), network) for i, network in enumerate(self.networks)]
        return [(rows, network.hidden(inputs[rows])) for rows, network in parts]

    def parameters(
        self, hidden: list[tuple[NDArray[np.intp], HiddenT]], channel: int, residuals: NDArray[np.int16]
    ) -> NDArray[np.int16]:
        """As WindowNetwork.parameters."""
        found = np.empty((len(residuals), 3 * self._config.mixture), dtype=np.int16)
        for network, (rows, own) in zip(self.networks, hidden, strict=True):
            found[rows] = network.parameters(own, channel, residuals[rows])
        return found
