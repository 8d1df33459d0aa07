"""A runtime that remembers: a batch just coded is decoded again without computing the same integers twice.

A check pops everything off the message again and compares. What the networks give hangs on their inputs alone, and
these are the encoder's own as long as all symbols before came out right, which the check goes along proving: a symbol
whose slot lies in another interval is a fault. So the networks' answers are looked up by their inputs, and whatever was
not asked before is computed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.message import Message
from bitswap_app.coding.wavefront import pop_wavefront
from bitswap_app.model.context import Regions
from bitswap_app.model.latent_networks import LatentChain, Logistics
from bitswap_app.model.layers import Dense
from bitswap_app.model.pixel_coder import Features, Intervals, PixelCoder, Tick
from bitswap_app.model.runtime import Runtime

T = TypeVar("T")
Asked = tuple[NDArray[Any], ...]


def remembering(runtime: Runtime) -> Runtime:
    """The same model, for one batch: it holds on to all that it was asked, some 30 bytes a pixel."""
    return replace(
        runtime,
        latents=_RememberingChain(runtime.latents),
        pixels=_RememberingCoder(runtime.pixels, runtime.config.slope),
    )


class _RememberingChain:
    """Latent networks whose answers are kept beside what they were asked, which nobody may change afterwards."""

    def __init__(self, latents: LatentChain) -> None:
        self._latents = latents
        self._answers: dict[str, list[tuple[Asked, Any]]] = {}

    @property
    def layers(self) -> Mapping[str, Dense]:
        return self._latents.layers

    def sums(self, name: str, rows: NDArray[np.int16]) -> NDArray[np.int32]:
        return self._latents.sums(name, rows)

    def posterior(self, levels: NDArray[np.int16], residuals: NDArray[np.int16]) -> Logistics:
        return self._once("posterior", lambda: self._latents.posterior(levels, residuals), levels, residuals)

    def above(self, layer: int, z: NDArray[np.int32]) -> Logistics:
        return self._once(f"above {layer}", lambda: self._latents.above(layer, z), z)

    def below(self, layer: int, z: NDArray[np.int32]) -> Logistics:
        return self._once(f"below {layer}", lambda: self._latents.below(layer, z), z)

    def top(self, shape: tuple[int, int, int, int]) -> Logistics:
        return self._latents.top(shape)

    def features(self, z: NDArray[np.int32]) -> NDArray[np.int8]:
        return self._once("features", lambda: self._latents.features(z), z)

    def _once(self, name: str, work: Callable[[], T], *asked: NDArray[Any]) -> T:
        known = self._answers.setdefault(name, [])
        for before, answer in known:
            if all(np.array_equal(a, b) for a, b in zip(asked, before, strict=True)):
                found: T = answer
                return found
        fresh = work()
        known.append((asked, fresh))
        return fresh


@dataclass(frozen=True, slots=True)
class _Coded:
    """What a coder was asked and gave."""

    levels: NDArray[np.int16]
    features: Features
    intervals: Intervals


class _RememberingCoder:
    """A pixel coder that pops the pixels it gave intervals to from these intervals."""

    def __init__(self, coder: PixelCoder, slope: int) -> None:
        self._coder, self._slope = coder, slope
        self._coded: _Coded | None = None

    def intervals(self, regions: Regions, features: Features, tick: Tick) -> Intervals:
        found = self._coder.intervals(regions, features, tick)
        self._coded = _Coded(regions.inside, features, found)
        return found

    def pop(self, message: Message, regions: Regions, features: Features, tick: Tick) -> None:
        """Raises ValueError where the message holds another pixel than the one that was coded."""
        coded = self._coded
        if coded is None or not np.array_equal(features, coded.features):
            self._coder.pop(message, regions, features, tick)
            return
        pop_wavefront(message, *coded.intervals, regions.firsts, regions.lasts, self._slope)
        np.copyto(regions.inside, coded.levels, where=regions.covered[..., None])
