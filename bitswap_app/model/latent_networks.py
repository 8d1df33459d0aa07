"""The networks of the latent chain, in exact integers: q(z1 | x), q(z_l+1 | z_l), p(z_l | z_l+1), and z1's features.

They work at 1/4 of the resolution and below, so they are a few per cent of the work.
Names of layers are those of the training network, so that an export is a walk over its modules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from bitswap_app.errors import ModelError
from bitswap_app.model.arithmetic import PIXEL_BLOCK, PIXEL_MAX, Arithmetic, FloatArithmetic, PackedArithmetic
from bitswap_app.model.config import LATENT_MAX, ModelConfig
from bitswap_app.model.floats import floats_on
from bitswap_app.model.layers import ACTIVATION_MAX, Dense
from bitswap_app.model.weights import Weights

PIXEL_INPUTS = 9 * PIXEL_BLOCK**2  # levels, residuals and their sizes


@dataclass(frozen=True, slots=True)
class Logistics:
    """Distributions of a latent map: means in 1/16 bin and indices of scales, both int16[B, c, h, w]."""

    means: NDArray[np.int16]
    scales: NDArray[np.int16]


class LatentChain(Protocol):
    """What is asked of the latent networks."""

    @property
    def layers(self) -> Mapping[str, Dense]:
        """Their matmuls."""

    def sums(self, name: str, rows: NDArray[np.int16]) -> NDArray[np.int32]:
        """One layer's sums before they are scaled, for the known-answer test: int16[N, in] -> int32[N, out]."""

    def posterior(self, levels: NDArray[np.int16], residuals: NDArray[np.int16]) -> Logistics:
        """q(z1 | x) from levels and residuals int16[B, H, W, 3], H and W multiples of 32."""

    def above(self, layer: int, z: NDArray[np.int32]) -> Logistics:
        """q(z_layer+1 | z_layer), layer 1 to L - 1, from z int32[B, c, h, w] in bins."""

    def below(self, layer: int, z: NDArray[np.int32]) -> Logistics:
        """p(z_layer | z_layer+1), layer 1 to L - 1, from z_layer+1 int32[B, c, h, w] in bins."""

    def top(self, shape: tuple[int, int, int, int]) -> Logistics:
        """p(z_L), the same at every place."""

    def features(self, z: NDArray[np.int32]) -> NDArray[np.int8]:
        """What z1 tells each pixel: z int32[B, c, h, w] -> int8[B, H, W, features]."""


class LatentNetworks:
    """All latent networks of a model on one device. Maps are [B, C, H, W] outside and [B, H, W, C] inside.

    path  how to multiply, as Runtime.path; the integers are the same
    """

    def __init__(self, weights: Weights, device: str, path: str = "float32") -> None:
        self.config: ModelConfig = weights.config
        self._weights = weights
        shapes = layer_shapes(self.config)
        layers = self._layers = {name: _read(weights, name, shape) for name, shape in shapes.items()}
        signed = frozenset(name for name, shape in shapes.items() if shape.input_max != ACTIVATION_MAX)
        factors = {name: shape.factor for name, shape in shapes.items() if shape.factor > 1}
        self._on: Arithmetic[Any] = (
            FloatArithmetic(layers, factors, floats_on(device))
            if path == "float32"
            else PackedArithmetic(layers, factors, signed, path)
        )
        self._top = [weights.array(f"top.{part}", np.int16) for part in ("means", "scales")]
        if any(part.shape != (self.config.latents[-1].channels,) for part in self._top):
            raise ModelError("The model's top prior is not what its config says.")
        weights.expect_scales("top.scales", self._top[1], self._top[1])
        for name, layer in layers.items():
            if name.endswith(".out.out"):
                half = len(layer.highest) // 2
                weights.expect_scales(name, layer.lowest[half:], layer.highest[half:])

    @property
    def layers(self) -> Mapping[str, Dense]:
        return self._layers

    def posterior(self, levels: NDArray[np.int16], residuals: NDArray[np.int16]) -> Logistics:
        x = self._on.dense("from_pixels.body.0", self._on.pixels(levels, residuals))
        x = self._residual("from_pixels.body.1", x)
        for part in range(2, 2 + 2 * self.config.halvings, 2):
            x = self._residual(f"from_pixels.body.{part + 1}", self._down(f"from_pixels.body.{part}", x))
        return self._parameters("from_pixels.out", x)

    def above(self, layer: int, z: NDArray[np.int32]) -> Logistics:
        name, (below, above) = f"up.{layer - 1}", self.config.latents[layer - 1 : layer + 1]
        x, part = self._first(f"{name}.body.0", z), 1
        if above.stride > below.stride:
            x, part = self._down(f"{name}.body.1", x), 2
        return self._parameters(f"{name}.out", self._residual(f"{name}.body.{part}", x))

    def below(self, layer: int, z: NDArray[np.int32]) -> Logistics:
        name, (below, above) = f"down.{layer - 1}", self.config.latents[layer - 1 : layer + 1]
        x = self._residual(f"{name}.body.1", self._first(f"{name}.body.0", z))
        if above.stride > below.stride:
            x = self._up(f"{name}.body.2", x)
        return self._parameters(f"{name}.out", x)

    def top(self, shape: tuple[int, int, int, int]) -> Logistics:
        return Logistics(*(np.broadcast_to(part[:, None, None], shape).copy() for part in self._top))

    def features(self, z: NDArray[np.int32]) -> NDArray[np.int8]:
        x = self._residual("features.body.1", self._first("features.body.0", z))
        for part in range(2, 2 + 2 * self.config.halvings, 2):
            x = self._residual(f"features.body.{part + 1}", self._up(f"features.body.{part}", x))
        return self._on.wider_bytes("features.out", self._on.rectify(x, self._weights.rectifier("features.relu")))

    def sums(self, name: str, rows: NDArray[np.int16]) -> NDArray[np.int32]:
        return self._on.sums(name, rows)

    def _first(self, name: str, z: NDArray[np.int32]) -> Any:
        return self._on.dense(name, self._on.inputs(np.ascontiguousarray(z.transpose(0, 2, 3, 1))))

    def _residual(self, name: str, x: Any) -> Any:
        a = self._on.dense(f"{name}.a", self._on.rectify(x, self._weights.rectifier(f"{name}.relu_a")))
        return self._on.add(x, self._on.dense(f"{name}.b", self._on.activations(a)))

    def _down(self, name: str, x: Any) -> Any:
        a = self._on.rectify(x, self._weights.rectifier(f"{name}.relu"))
        return self._on.dense(f"{name}.mix", self._on.to_depth(a, 2))

    def _up(self, name: str, x: Any) -> Any:
        a = self._on.rectify(x, self._weights.rectifier(f"{name}.relu"))
        return self._on.wider(f"{name}.mix", a)

    def _parameters(self, name: str, x: Any) -> Logistics:
        out = self._on.dense(f"{name}.out", self._on.rectify(x, self._weights.rectifier(f"{name}.relu")))
        whole = self._on.outputs(out).transpose(0, 3, 1, 2)
        half = whole.shape[1] // 2
        return Logistics(np.ascontiguousarray(whole[:, :half]), np.ascontiguousarray(whole[:, half:]))


@dataclass(frozen=True, slots=True)
class Shape:
    """What a layer must be: outputs, inputs, its kernel's side, the largest input, and by what it enlarges a map."""

    outputs: int
    inputs: int
    kernel: int = 1
    input_max: int = ACTIVATION_MAX
    factor: int = 1


def layer_shapes(config: ModelConfig) -> dict[str, Shape]:
    """The layers of all latent networks, by the names of the training network's modules."""
    q, latents = config.latent_width, config.latents
    shapes = {"from_pixels.body.0": Shape(q, PIXEL_INPUTS, 1, PIXEL_MAX)} | _residual("from_pixels.body.1", q)
    shapes |= {"features.body.0": Shape(q, latents[0].channels, 3, LATENT_MAX)} | _residual("features.body.1", q)
    for part in range(2, 2 + 2 * config.halvings, 2):
        shapes |= {f"from_pixels.body.{part}.mix": Shape(q, 4 * q)} | _residual(f"from_pixels.body.{part + 1}", q)
        shapes |= {f"features.body.{part}.mix": Shape(4 * q, q, factor=2)} | _residual(f"features.body.{part + 1}", q)
    shapes["from_pixels.out.out"] = Shape(2 * latents[0].channels, q)
    shapes["features.out"] = Shape(16 * config.features, q, factor=PIXEL_BLOCK)
    for i, (below, above) in enumerate(pairwise(latents)):
        is_coarser = above.stride > below.stride
        shapes |= {f"up.{i}.body.0": Shape(q, below.channels, 3, LATENT_MAX)}
        shapes |= {f"up.{i}.body.1.mix": Shape(q, 4 * q)} if is_coarser else {}
        shapes |= _residual(f"up.{i}.body.{2 if is_coarser else 1}", q)
        shapes |= {f"up.{i}.out.out": Shape(2 * above.channels, q)}
        shapes |= {f"down.{i}.body.0": Shape(q, above.channels, 3, LATENT_MAX)} | _residual(f"down.{i}.body.1", q)
        shapes |= {f"down.{i}.body.2.mix": Shape(4 * q, q, factor=2)} if is_coarser else {}
        shapes |= {f"down.{i}.out.out": Shape(2 * below.channels, q, 3)}
    return shapes


def _residual(name: str, width: int) -> dict[str, Shape]:
    return {f"{name}.a": Shape(width, width, 3), f"{name}.b": Shape(width, width)}


def _read(weights: Weights, name: str, shape: Shape) -> Dense:
    """Raises ModelError for a layer that is missing or of another shape."""
    layer = weights.layer(name, input_max=shape.input_max, kernel=shape.kernel)
    if layer.weight.shape != (shape.outputs, shape.inputs * shape.kernel**2):
        raise ModelError(
            "The model's layer {name} is {shape}, not what its config says.", name=name, shape=list(layer.weight.shape)
        )
    return layer
