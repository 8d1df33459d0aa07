"""The networks of the latent chain, in exact integers: q(z1 | x), q(z_l+1 | z_l), p(z_l | z_l+1), and z1's features.

They work at 1/4 of the resolution and below, so they are a few per cent of the work; all run in float32 matmuls.
Names of layers are those of the training network, so that an export is a walk over its modules.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bitswap_app.model.config import LATENT_MAX, ModelConfig
from bitswap_app.model.layers import ExactDense, add, rectify, to_depth, to_space
from bitswap_app.model.weights import Weights

PIXEL_MAX = 127  # levels and residuals are clamped to it


@dataclass(frozen=True, slots=True)
class Logistics:
    """Distributions of a latent map: means in 1/16 bin and indices of scales, both int16[B, c, h, w]."""

    means: NDArray[np.int16]
    scales: NDArray[np.int16]


class LatentNetworks:
    """All latent networks of a model on one device. Maps are [B, C, H, W] outside and [B, H, W, C] inside."""

    def __init__(self, weights: Weights, device: torch.device) -> None:
        self.config: ModelConfig = weights.config
        self._weights, self._device = weights, device
        self._layers: dict[str, ExactDense] = {}
        self._build()

    def posterior(self, levels: NDArray[np.int16], residuals: NDArray[np.int16]) -> Logistics:
        """q(z1 | x) from levels and residuals int16[B, H, W, 3], H and W multiples of 32."""
        pixels = np.concatenate([levels, residuals, np.abs(residuals)], -1).clip(-PIXEL_MAX, PIXEL_MAX)
        x = self._dense("from_pixels.body.0", to_depth(torch.from_numpy(pixels).float().to(self._device), 4))
        x = self._residual("from_pixels.body.1", x)
        for part in range(2, 2 + 2 * self.config.halvings, 2):
            x = self._residual(f"from_pixels.body.{part + 1}", self._down(f"from_pixels.body.{part}", x))
        return self._parameters("from_pixels.out", x)

    def above(self, layer: int, z: NDArray[np.int32]) -> Logistics:
        """q(z_layer+1 | z_layer), layer 1 to L - 1, from z int32[B, c, h, w] in bins."""
        name, (below, above) = f"up.{layer - 1}", self.config.latents[layer - 1 : layer + 1]
        x, part = self._dense(f"{name}.body.0", self._map(z)), 1
        if above.stride > below.stride:
            x, part = self._down(f"{name}.body.1", x), 2
        return self._parameters(f"{name}.out", self._residual(f"{name}.body.{part}", x))

    def below(self, layer: int, z: NDArray[np.int32]) -> Logistics:
        """p(z_layer | z_layer+1), layer 1 to L - 1, from z_layer+1 int32[B, c, h, w] in bins."""
        name, (below, above) = f"down.{layer - 1}", self.config.latents[layer - 1 : layer + 1]
        x = self._residual(f"{name}.body.1", self._dense(f"{name}.body.0", self._map(z)))
        if above.stride > below.stride:
            x = self._up(f"{name}.body.2", x)
        return self._parameters(f"{name}.out", x)

    def top(self, shape: tuple[int, int, int, int]) -> Logistics:
        """p(z_L), the same at every place."""
        means, scales = (self._weights.array(f"top.{part}", np.int16) for part in ("means", "scales"))
        return Logistics(*(np.broadcast_to(a[:, None, None], shape).copy() for a in (means, scales)))

    def features(self, z: NDArray[np.int32]) -> NDArray[np.int8]:
        """What z1 tells each pixel: z int32[B, c, h, w] -> int8[B, H, W, features]."""
        x = self._residual("features.body.1", self._dense("features.body.0", self._map(z)))
        for part in range(2, 2 + 2 * self.config.halvings, 2):
            x = self._residual(f"features.body.{part + 1}", self._up(f"features.body.{part}", x))
        x = self._dense("features.out", rectify(x, self._weights.rectifier("features.relu")))
        result: NDArray[np.int8] = to_space(x, 4).to(torch.int8).cpu().numpy()
        return result

    def _build(self) -> None:
        for name in sorted({key.rpartition(".")[0] for key in self._weights.tensors if key.endswith(".weight")}):
            if not name.startswith("window."):
                largest = (
                    (PIXEL_MAX if name.startswith("from_pixels") else LATENT_MAX) if name.endswith("body.0") else 255
                )
                layer = self._weights.layer(name, input_max=largest, kernel=_kernel_of(name))
                self._layers[name] = ExactDense(layer, self._device)

    def _map(self, z: NDArray[np.int32]) -> Tensor:
        return torch.from_numpy(z).float().permute(0, 2, 3, 1).to(self._device)

    def _dense(self, name: str, x: Tensor) -> Tensor:
        return self._layers[name](x)

    def _residual(self, name: str, x: Tensor) -> Tensor:
        a = self._dense(f"{name}.a", rectify(x, self._weights.rectifier(f"{name}.relu_a")))
        return add(x, self._dense(f"{name}.b", a))

    def _down(self, name: str, x: Tensor) -> Tensor:
        return self._dense(f"{name}.mix", to_depth(rectify(x, self._weights.rectifier(f"{name}.relu")), 2))

    def _up(self, name: str, x: Tensor) -> Tensor:
        return to_space(self._dense(f"{name}.mix", rectify(x, self._weights.rectifier(f"{name}.relu"))), 2)

    def _parameters(self, name: str, x: Tensor) -> Logistics:
        out = self._dense(f"{name}.out", rectify(x, self._weights.rectifier(f"{name}.relu")))
        whole = out.permute(0, 3, 1, 2).to(torch.int16).cpu().numpy()
        half = whole.shape[1] // 2
        return Logistics(np.ascontiguousarray(whole[:, :half]), np.ascontiguousarray(whole[:, half:]))


def _kernel_of(name: str) -> int:
    """3 for the layers that mix neighbours: those that read a latent map, a residual block's first, p's last."""
    if name.startswith("from_pixels.body.0"):
        return 1
    return 3 if name.endswith(("body.0", ".a")) or (name.startswith("down.") and name.endswith(".out")) else 1
