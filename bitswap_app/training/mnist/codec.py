"""The same models in exact integers: exported layers, run by model/arithmetic.py, as pieces that bits-back folds.

Symbols: x is int32[B, 28, 28]; a latent layer is int32[B, 1 or 7, 1 or 7, c], channels last.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from bitswap_app.coding.bits_back import Level
from bitswap_app.coding.codec import Codec, labelled
from bitswap_app.coding.distributions import logistic
from bitswap_app.coding.tables import build_tables
from bitswap_app.coding.tabulated import check_table, tabulated
from bitswap_app.model.arithmetic import PIXEL_MAX, Arithmetic, FloatArithmetic, PackedArithmetic
from bitswap_app.model.config import LATENT_MAX, LATENT_UNIT, UNIT
from bitswap_app.model.floats import floats_on
from bitswap_app.model.layers import ACTIVATION_MAX, Dense
from bitswap_app.training.export import PARAMETER_STEPS, Exporter, scale_index, step_of
from bitswap_app.training.mnist import tables
from bitswap_app.training.mnist.config import DigitsConfig
from bitswap_app.training.mnist.network import DigitsNetwork, Step
from bitswap_app.training.network import POSTERIOR_LOG_SCALES

LATENT_COUNT = 2 * LATENT_MAX + 1
Symbols = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class DigitsWeights:
    """A model's integers, as model/weights.py has the product's."""

    config: DigitsConfig
    tensors: dict[str, NDArray[Any]]

    @property
    def digest(self) -> str:
        found = hashlib.sha256(repr(self.config).encode())
        for name in sorted(self.tensors):
            found.update(name.encode() + np.ascontiguousarray(self.tensors[name]).tobytes())
        return found.hexdigest()[:16]


def export(network: DigitsNetwork) -> DigitsWeights:
    """The integer model of a network whose roundings are on."""
    exporter, config = Exporter(), network.config
    _export_step(exporter, "from_pixels", network.from_pixels, 1 / UNIT)
    for direction in ("up", "down"):
        for i, step in enumerate(getattr(network, direction)):
            _export_step(exporter, f"{direction}.{i}", step, 1 / LATENT_UNIT)
    pixels = network.pixels
    exporter.chain("pixels.body", pixels.body, 1 / LATENT_UNIT, pixels.relu, "pixels.relu")
    grids = (tables.LOGITS, tables.CONCENTRATIONS)[: config.outputs]
    repeat = config.inputs
    exporter.dense(
        "pixels.out",
        pixels.out,
        step_of(pixels.relu),
        ACTIVATION_MAX,
        torch.tensor([1 / steps for _, _, steps in grids], dtype=torch.float64).repeat_interleave(repeat),
        [0] * (repeat * len(grids)),
        [tables.count(grid) - 1 for grid in grids for _ in range(repeat)],
        torch.tensor([-lowest for lowest, _, _ in grids], dtype=torch.float64).repeat_interleave(repeat),
    )
    log_scales = network.top_log_scales.detach().clamp(*POSTERIOR_LOG_SCALES)
    exporter.tensors["top.means"] = torch.round(network.top_means.detach() * PARAMETER_STEPS).numpy().astype(np.int16)
    exporter.tensors["top.scales"] = np.array([scale_index(x) for x in log_scales.tolist()], dtype=np.int16)
    table = tables.bernoulli() if config.likelihood == "bernoulli" else tables.beta_binomial()
    exporter.tensors |= {f"tables.{name}": part for name, part in build_tables().to_arrays().items()}
    return DigitsWeights(config, exporter.tensors | {"tables.pixels": table})


def _export_step(exporter: Exporter, name: str, step: Step, input_step: float) -> None:
    exporter.chain(f"{name}.body", step.body, input_step, step.out.relu, f"{name}.out.relu")
    exporter.parameters(f"{name}.out", step.out)


class ExactDigits:
    """A model's networks in exact integers. path is "float32", or what PackedArithmetic takes."""

    def __init__(self, weights: DigitsWeights, path: str = "float32") -> None:
        self.config, self._tensors = weights.config, weights.tensors
        layers = {name.removesuffix(".weight"): self._layer(name) for name in weights.tensors if ".weight" in name}
        signed = frozenset(name for name in layers if name.endswith("body.0"))
        self._on: Arithmetic[Any] = (
            FloatArithmetic(layers, {}, floats_on("cpu"))
            if path == "float32"
            else PackedArithmetic(layers, {}, signed, path)
        )
        self.logistics = build_tables().from_arrays(
            {name.removeprefix("tables."): part for name, part in weights.tensors.items() if name.startswith("tables.")}
        )
        self.table = check_table(weights.tensors["tables.pixels"])

    def _layer(self, weight: str) -> Dense:
        name = weight.removesuffix(".weight")
        parts = {part: self._tensors[f"{name}.{part}"] for part in ("weight", "bias", "scale", "lowest", "highest")}
        input_max = max(PIXEL_MAX, LATENT_MAX) if name.endswith("body.0") else ACTIVATION_MAX
        is_wide = self.config.kernel == 3 and (name.endswith(("body.0", ".a")))
        return Dense(name=name, input_max=input_max, kernel=3 if is_wide else 1, **parts)

    def posterior(self, x: Symbols) -> Codec[Symbols]:
        """q(z1 | x)."""
        bits = self.config.likelihood == "bernoulli"
        inputs = (x * UNIT if bits else x >> 1).astype(np.int16)[..., None]
        return self._step("from_pixels", 1, self._on.to_depth(self._on.inputs(inputs), self.config.patch))

    def above(self, layer: int, z: Symbols) -> Codec[Symbols]:
        """q(z_layer+1 | z_layer)."""
        return self._step(f"up.{layer - 1}", layer + 1, self._on.inputs(z.astype(np.int16)))

    def below(self, layer: int, z: Symbols) -> Codec[Symbols]:
        """p(z_layer | z_layer+1)."""
        return self._step(f"down.{layer - 1}", layer, self._on.inputs(z.astype(np.int16)))

    def top(self, count: int) -> Codec[Symbols]:
        """p(z_L) of count images."""
        layers, side = len(self.config.channels), self.config.places
        shape = (count, side, side, self.config.channels[-1])
        means, scales = (np.broadcast_to(self._tensors[f"top.{part}"], shape) for part in ("means", "scales"))
        return self._latent(layers, means.copy(), scales.copy())

    def pixels(self, z: Symbols) -> Codec[Symbols]:
        """p(x | z1)."""
        hidden = self._body("pixels.body", self._on.inputs(z.astype(np.int16)))
        hidden = self._on.rectify(hidden, float(self._tensors["pixels.relu"][0]))
        found = self._on.outputs(self._on.dense("pixels.out", hidden)).astype(np.int64)
        parts = [np.ascontiguousarray(self._to_images(part)) for part in np.split(found, self.config.outputs, axis=3)]
        rows = parts[0] if len(parts) == 1 else parts[0] * tables.count(tables.CONCENTRATIONS) + parts[1]
        return labelled("pixels", tabulated(rows, self.table))

    def _step(self, name: str, layer: int, x: Any) -> Codec[Symbols]:
        hidden = self._on.rectify(self._body(f"{name}.body", x), float(self._tensors[f"{name}.out.relu"][0]))
        means, scales = np.split(self._on.outputs(self._on.dense(f"{name}.out.out", hidden)), 2, axis=3)
        return self._latent(layer, np.ascontiguousarray(means), np.ascontiguousarray(scales))

    def _body(self, name: str, x: Any) -> Any:
        x, part = self._on.dense(f"{name}.0", x), 1
        while f"{name}.{part}.relu_a" in self._tensors:
            a = self._on.rectify(x, float(self._tensors[f"{name}.{part}.relu_a"][0]))
            a = self._on.activations(self._on.dense(f"{name}.{part}.a", a))
            x, part = self._on.add(x, self._on.dense(f"{name}.{part}.b", a)), part + 1
        return x

    def _latent(self, layer: int, means: NDArray[np.int16], scales: NDArray[np.int16]) -> Codec[Symbols]:
        return labelled(f"z{layer}", logistic(means, scales, -LATENT_MAX, LATENT_COUNT, self.logistics))

    def _to_images(self, x: NDArray[np.int64]) -> NDArray[np.int64]:
        """[B, h, w, patch**2] -> [B, 28, 28], the inverse of to_depth."""
        b, h, w, _ = x.shape
        p = self.config.patch
        return x.reshape(b, h, w, p, p).transpose(0, 1, 3, 2, 4).reshape(b, h * p, w * p)


class DigitsModel:
    """A LatentModel (coding/bits_back.py) of count images at a time."""

    def __init__(self, exact: ExactDigits, count: int) -> None:
        self._exact, self._count = exact, count

    @property
    def top_prior(self) -> Codec[Symbols]:
        return self._exact.top(self._count)

    @property
    def levels(self) -> list[Level[Symbols]]:
        upper = range(1, len(self._exact.config.channels))
        return [
            (self._exact.pixels, self._exact.posterior),
            *((partial(self._exact.below, i), partial(self._exact.above, i)) for i in upper),
        ]
