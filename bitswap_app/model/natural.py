"""Steps of a layer along the natural gradient, in integers, the same everywhere.

Amari 1998; for a layer Martens & Grosse 2015 (K-FAC, section 3) take its gradient between the inverses of the second
moments of its inputs and of its errors. The first does nearly all of it (Benzing 2022), and is what is used here. It is
the model's own, found once on training pictures (training/curvature.py), so nobody solves anything while coding: one
product in 8 bits, in units in which all inputs and all errors are of one size. The step is as long as the model says,
however large the gradient is.

This is the plain form, in whole arrays; _natural_kernel.py computes the same integers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding._jit import kernel
from bitswap_app.errors import ModelError
from bitswap_app.model.layers import EXACT_LIMIT, Dense
from bitswap_app.model.weights import Weights

LARGEST = 127
GRADIENT = 32  # what noise alone would make of a gradient's elements, root mean square

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Curvature:
    """What a layer's inputs and errors are like on photographs; behind its n inputs stands the 1 of its bias.

    inverse        int8[n + 1, n + 1]  of the inputs' correlations, by some factor
    input_scales   float32[n + 1]      one by an input's size
    output_scales  float32[out]        the same of the errors
    rate           float32             of a step, in shares of a weight's integer
    """

    inverse: NDArray[np.int8]
    input_scales: NDArray[np.float32]
    output_scales: NDArray[np.float32]
    rate: np.float32

    def tensors(self) -> dict[str, NDArray[Any]]:
        """What a model file holds of it: of the inverse the lower triangle."""
        return {
            "inverse": self.inverse[np.tril_indices(len(self.inverse))],
            "input_scales": self.input_scales,
            "output_scales": self.output_scales,
            "rate": np.array([self.rate], np.float32),
        }


def has_curvatures(weights: Weights) -> bool:
    """Whether a model's window networks can learn by natural gradients."""
    return any(".natural." in name for name in weights.tensors)


def load_curvature(weights: Weights, layer: Dense) -> Curvature:
    """What a model knows of a layer. Raises ModelError."""
    outputs, size = layer.weight.shape[0], layer.weight.shape[1] + 1

    def part(name: str, dtype: type[np.generic], count: int) -> NDArray[Any]:
        found = weights.array(f"{layer.name}.natural.{name}", dtype)
        if found.shape != (count,) or not np.isfinite(found.astype(np.float32)).all():
            raise ModelError("The model's {name} is not what its config says.", name=f"{layer.name}.natural.{name}")
        return found

    inverse = np.zeros((size, size), np.int8)
    inverse[np.tril_indices(size)] = part("inverse", np.int8, size * (size + 1) // 2)
    if size * LARGEST * LARGEST >= EXACT_LIMIT or inverse.min(initial=0) < -LARGEST:
        raise ModelError("The model's layer {name} has no room to learn.", name=layer.name)
    return Curvature(
        inverse + np.tril(inverse, -1).T,
        part("input_scales", np.float32, size),
        part("output_scales", np.float32, outputs),
        part("rate", np.float32, 1)[0],
    )


@kernel
def gradient_scale(pixels: int) -> np.float32:
    """By what sums over pixels are made independent of their number."""
    return np.float32(GRADIENT / np.sqrt(np.float64(pixels)))


@kernel
def step_scale(rate: np.float32, along: int) -> np.float32:
    """What a step is to be multiplied with, whose product with the gradient is known, and positive."""
    return np.float32(np.float64(rate) / np.sqrt(np.float64(along)))


def natural_step(curvature: Curvature, sums: Integers, pixels: int, bias_unit: float) -> Integers:
    """What to take from a layer's weights, and in the last row from its biases: int64[in + 1, out], in shares.

    sums       int64[in + 1, out]  products of inputs and errors, over all pixels
    bias_unit  shares of a bias by shares of a weight, a power of two
    """
    rows, columns = curvature.input_scales, curvature.output_scales
    gradient = _rounded(sums, rows * gradient_scale(pixels), columns, LARGEST)
    step = (curvature.inverse.astype(np.float64) @ gradient.astype(np.float64)).astype(np.int64)
    along = int((step * gradient).sum())
    if along <= 0:
        return np.zeros_like(step)
    rates = rows * step_scale(curvature.rate, along)
    rates[-1] *= np.float32(bias_unit)
    return _rounded(step, rates, columns, EXACT_LIMIT)


def _rounded(values: Integers, rows: NDArray[np.float32], columns: NDArray[np.float32], largest: int) -> Integers:
    """Two multiplications in float32, rounded half to even and clamped."""
    scaled = values.astype(np.float32) * rows[:, None] * columns
    found: Integers = np.rint(scaled.clip(-largest, largest)).astype(np.int64)
    return found
