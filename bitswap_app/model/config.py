"""What a model is made of: every choice that shapes its networks, and with them the bytes of a file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from typing import Any

UNIT = 32  # integer steps per unit of the first layer's inputs: pixel differences enter at 1/32 of a level's unit
LATENT_UNIT = 16  # latent bins per unit
LATENT_MAX = 127  # latent symbols are the integers -LATENT_MAX..LATENT_MAX
FARTHEST = 64  # pixels that a window may look away, far beyond what is sensible
NEAR = ((0, -1), (0, -2), (-1, -1), (-1, 0), (-1, 1))  # places of the window, (dy, dx), that make a pixel's activity
EXPERTS_MAX = 64
PIXEL_SUPPORT = ((0, 256), (-255, 511), (-255, 511))  # lowest symbol and count of Y, Co, Cg


@dataclass(frozen=True, slots=True)
class WindowRow:
    """One row of the causal window: pixels at (y - up, x + first) to (y - up, x + last), both included."""

    up: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class LatentLayer:
    """One layer of the chain: a map at 1/stride of the tile's resolution."""

    stride: int
    channels: int


_RANGES = (  # of a config's numbers: what the code can run, far beyond what is sensible
    ("tile", 32, 4096),
    ("grid", 0, 16),  # a payload has four bits for a place in it
    ("width", 1, 4096),
    ("depth", 1, 64),
    ("head", 1, 4096),
    ("mixture", 1, 64),
    ("features", 1, 256),
    ("latent_width", 1, 4096),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelConfig:
    """The shape of a model.

    tile          side of a coding tile in pixels, a multiple of 32
    window        the causal window, the current row first
    grid          period of the position code (8: the block grid of pictures that were once JPEG), or 0 for none
    width, depth  channels of the window network, and its residual pairs
    head          hidden channels of each colour channel's head
    mixture       logistics per sub-pixel
    features      channels that z1 sends to each pixel
    latents       the chain z1, ..., zL, strides of 4 to 32, each the same as or double the one before
    latent_width  channels inside the latent networks
    activities    the local activities (context.py) from which on another window network codes a pixel, rising; none
                  for one network that codes them all
    """

    tile: int
    window: tuple[WindowRow, ...]
    grid: int
    width: int
    depth: int
    head: int
    mixture: int
    features: int
    latents: tuple[LatentLayer, ...]
    latent_width: int
    activities: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        for name, least, most in _RANGES:
            if not _is_integer(getattr(self, name)) or not least <= getattr(self, name) <= most:
                raise ValueError(f"{name} is {getattr(self, name)!r}, and must be an integer in {least}..{most}")
        if self.tile % 32:
            raise ValueError(f"a tile of {self.tile} pixels is no multiple of 32")
        self._check_latents()
        self._check_window()
        self._check_activities()

    def _check_latents(self) -> None:
        if not all(_is_integer(layer.stride) and _is_integer(layer.channels) for layer in self.latents):
            raise ValueError("strides and channels of latent layers are integers")
        if not self.latents or self.latents[0].stride not in (4, 8, 16, 32):
            raise ValueError("the first latent layer has a stride of 4, 8, 16 or 32")
        for below, above in pairwise(self.latents):
            if above.stride not in (below.stride, 2 * below.stride):
                raise ValueError(f"stride {above.stride} cannot follow stride {below.stride}")
        if self.latents[-1].stride > 32:
            raise ValueError("no latent layer is coarser than 1/32")
        if not all(1 <= layer.channels <= 256 for layer in self.latents):
            raise ValueError("a latent layer has 1 to 256 channels")

    def _check_window(self) -> None:
        if not self.window or not all(_is_integer(n) for row in self.window for n in (row.up, row.first, row.last)):
            raise ValueError("a window has rows, and their ends are integers")
        for row in self.window:
            if max(row.up, -row.first, row.last) > FARTHEST:
                raise ValueError(f"{row} looks further than {FARTHEST} pixels")
            if row.up < 0 or row.first > row.last or (row.up == 0 and row.last >= 0):
                raise ValueError(f"{row} looks at pixels that are not decoded yet")

    def _check_activities(self) -> None:
        if not all(_is_integer(a) for a in self.activities) or len(self.activities) >= EXPERTS_MAX:
            raise ValueError(f"activities are integers, and fewer than {EXPERTS_MAX}")
        if any(a >= b for a, b in pairwise((0, *self.activities))):
            raise ValueError(f"the activities {self.activities} do not rise from 1 on")
        if self.activities and not set(NEAR) <= set(self.places):
            raise ValueError("activity is that of places which this window does not see")

    @property
    def experts(self) -> int:
        """Window networks that share the pixels."""
        return len(self.activities) + 1

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """The window as (dy, dx) offsets, in the order of the network's inputs."""
        return tuple((-row.up, dx) for row in self.window for dx in range(row.first, row.last + 1))

    @property
    def slope(self) -> int:
        """Steps that decoding lags behind from one row to the next: pixel (y, x) is decoded at step x + slope * y."""
        return max([1, *(row.last // row.up + 1 for row in self.window if row.up)])

    @property
    def halvings(self) -> int:
        """How often 1/4 of the resolution, where the latent networks start, is halved down to z1."""
        return self.latents[0].stride.bit_length() - 3

    @property
    def context_inputs(self) -> int:
        """Inputs of a row that come from pixels: four a place, three predictor levels, the position code."""
        return 4 * len(self.places) + 3 + 2 * self.grid

    def to_json(self) -> str:
        """Activities are left out where there are none: the ids of older models depend on this text."""
        return json.dumps({k: v for k, v in asdict(self).items() if v != ()}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> ModelConfig:
        """Raises ValueError for anything that is not a whole, valid config."""
        try:
            fields: dict[str, Any] = json.loads(text)
            fields["window"] = tuple(WindowRow(**row) for row in fields["window"])
            fields["latents"] = tuple(LatentLayer(**layer) for layer in fields["latents"])
            fields["activities"] = tuple(fields.get("activities", ()))
            return cls(**fields)
        except (TypeError, KeyError, json.JSONDecodeError) as error:
            raise ValueError(f"not a model config: {error}") from error


def _is_integer(value: object) -> bool:
    """Whether a number from a file is what its field says; 64.0 would give other JSON, and so another model id."""
    return type(value) is int


STANDARD = ModelConfig(
    tile=128,
    window=(WindowRow(0, -5, -1), WindowRow(1, -5, 2), WindowRow(2, -4, 4), WindowRow(3, -3, 4), WindowRow(4, -2, 2)),
    grid=8,
    width=128,
    depth=4,
    head=64,
    mixture=5,
    features=16,
    latents=(LatentLayer(16, 6), LatentLayer(32, 6)),
    latent_width=48,
    activities=(18, 52, 135),  # as many pixels of the training pictures in each
)
HIGH = replace(STANDARD, depth=5, head=96)
FAST = ModelConfig(
    tile=128,
    window=(WindowRow(0, -4, -1), WindowRow(1, -4, 2), WindowRow(2, -3, 4), WindowRow(3, -2, 3)),
    grid=8,
    width=64,
    depth=3,
    head=32,
    mixture=4,
    features=8,
    latents=(LatentLayer(16, 4), LatentLayer(32, 4)),
    latent_width=24,
    activities=STANDARD.activities,
)
TINY = ModelConfig(
    tile=64,
    window=(WindowRow(0, -2, -1), WindowRow(1, -1, 1)),
    grid=8,
    width=16,
    depth=1,
    head=8,
    mixture=2,
    features=4,
    latents=(LatentLayer(8, 2), LatentLayer(16, 1)),
    latent_width=8,
)
