"""The models that are trained on MNIST."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Likelihood = Literal["bernoulli", "beta-binomial"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitsConfig:
    """A chain x, z1, ..., zL and how it is trained.

    patch     pixels on a side that become one place of a map: 28 for fully connected networks, 4 for 7 x 7 places
    channels  of z1, ..., zL at each place
    width     channels inside the networks
    depth     residual pairs of the two networks between pixels and z1; those between latents have one
    epochs    over the training images, the last fifth of them with rounded weights and activations
    batch     images a step
    """

    name: str
    likelihood: Likelihood
    patch: int
    channels: tuple[int, ...]
    width: int
    depth: int
    epochs: int
    batch: int = 100
    rate: float = 2e-3
    seed: int = 0

    @property
    def places(self) -> int:
        """Height and width of every map."""
        return 28 // self.patch

    @property
    def kernel(self) -> int:
        return 1 if self.places == 1 else 3

    @property
    def inputs(self) -> int:
        return self.patch * self.patch

    @property
    def outputs(self) -> int:
        """Parameters of one pixel's distribution: a logit, or that of the mean and a log-concentration."""
        return 1 if self.likelihood == "bernoulli" else 2


def _full(layers: int, epochs: int) -> DigitsConfig:
    return DigitsConfig(
        name=f"full, {layers} layer{'s' if layers > 1 else ''}",
        likelihood="beta-binomial",
        patch=4,
        channels=(2,) * layers,
        width=32,
        depth=2,
        epochs=epochs,
    )


CONFIGS = (
    DigitsConfig(
        name="binarised, 1 layer", likelihood="bernoulli", patch=28, channels=(40,), width=256, depth=1, epochs=30
    ),
    _full(1, epochs=12),
    _full(2, epochs=12),
    _full(4, epochs=10),
    _full(8, epochs=8),
)
