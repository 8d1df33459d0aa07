"""The integer tables that turn a network's integers into intervals.

Sources: Salimans, Karpathy, Chen & Kingma 2017 (mixtures of discretised logistics). The tables are part of a model and
are covered by its digest, because what counts for a file is their integers and not the formulas they came from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from bitswap_app.coding._types import Float64s, Int64s, Uint32s
from bitswap_app.errors import ModelError

CDF_BITS = 24  # the scale of cdf
CDF_STEPS = 2048  # of cdf, 1/64 each, over [-16, 16]
STEPS_PER_UNIT = 64
QUANTILES = 1024  # see _kernel.QUANTILE_SHIFT
WEIGHT_STEPS = 256  # of exp, 1/16 nat each
SCALE_COUNT = 145
SCALE_FRACTION_BITS = 16  # of inverse_scale
MEAN_STEPS = 16  # per level

_INVERSE_SCALE_END = 1 << 40  # |d| < 2**21 sixteenths of a level, so d * inverse_scale stays below 2**61
_EXP_END = 1 << 27  # what the division by a reciprocal in _kernel.weigh allows


@dataclass(frozen=True, slots=True, eq=False)
class LogisticTables:
    """The logistic CDF, the scales and the weights of mixtures, in integers. The arrays are read-only copies.

    cdf            uint32[2049]     2**24 * logistic((i - 1024) / 64); starts at 0, ends at 2**24, never falls
    inverse_scale  int64[n_scales]  2**16 * 64 / 16 / scale, scale in levels; 1..2**40 - 1
    exp            uint32[256]      2**20 * exp(-j / 16); 1..2**27 - 1, never rises

    Made from cdf:

    cdf_beyond     uint32[2050]     cdf and its last entry once more, so that each entry has a next one
    quantiles      float64[1024]    positions in cdf with 16 fraction bits where it passes (i + 1/2) / 1024, about: for
                                    first guesses, which change no result

    Raises ModelError if an array is not like that.
    """

    cdf: Uint32s
    inverse_scale: Int64s
    exp: Uint32s
    cdf_beyond: Uint32s = field(init=False, repr=False)
    quantiles: Float64s = field(init=False, repr=False)

    def __post_init__(self) -> None:
        _check("cdf", self.cdf, np.uint32, (CDF_STEPS + 1,))
        _check("inverse_scale", self.inverse_scale, np.int64, (max(1, self.inverse_scale.size),))
        _check("exp", self.exp, np.uint32, (WEIGHT_STEPS,))
        if self.cdf[0] != 0 or self.cdf[-1] != 1 << CDF_BITS or (self.cdf[1:] < self.cdf[:-1]).any():
            raise ModelError("The model's table cdf must rise from 0 to 2**24.")
        if self.inverse_scale.min() < 1 or self.inverse_scale.max() >= _INVERSE_SCALE_END:
            raise ModelError("The model's table inverse_scale must lie in 1..2**40 - 1.")
        if self.exp.min() < 1 or self.exp.max() >= _EXP_END or (self.exp[1:] > self.exp[:-1]).any():
            raise ModelError("The model's table exp must lie in 1..2**27 - 1 and never rise.")
        for name in ("cdf", "inverse_scale", "exp"):
            own = getattr(self, name).copy()
            own.flags.writeable = False
            object.__setattr__(self, name, own)
        middles = (np.arange(QUANTILES) + 0.5) * (1 << CDF_BITS) / QUANTILES
        positions = np.interp(middles, self.cdf, np.arange(CDF_STEPS + 1))
        object.__setattr__(self, "quantiles", positions * (1 << 16))
        object.__setattr__(self, "cdf_beyond", np.append(self.cdf, self.cdf[-1]))

    def to_arrays(self) -> dict[str, np.ndarray]:
        """The tables by name, as a model file stores them."""
        return {"cdf": self.cdf, "inverse_scale": self.inverse_scale, "exp": self.exp}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, np.ndarray]) -> LogisticTables:
        """The inverse of to_arrays; other names are ignored. Raises ModelError."""
        missing = {"cdf", "inverse_scale", "exp"} - set(arrays)
        if missing:
            raise ModelError("The model lacks the tables {names}.", names=", ".join(sorted(missing)))
        return cls(arrays["cdf"], arrays["inverse_scale"], arrays["exp"])


def build_tables() -> LogisticTables:
    """The standard tables, for a model's export. Scale index s stands for exp(-3.5 + s / 16) levels."""
    t = (np.arange(CDF_STEPS + 1) - CDF_STEPS // 2) / STEPS_PER_UNIT
    cdf = np.rint(2.0**CDF_BITS / (1 + np.exp(-t))).astype(np.uint32)
    cdf[0], cdf[-1] = 0, 1 << CDF_BITS
    log_scale = -3.5 + np.arange(SCALE_COUNT) / 16
    inverse_scale = np.rint(2.0**SCALE_FRACTION_BITS * STEPS_PER_UNIT / MEAN_STEPS / np.exp(log_scale))
    exp = np.maximum(1, np.rint(2.0**20 * np.exp(-np.arange(WEIGHT_STEPS) / 16)))
    return LogisticTables(cdf, inverse_scale.astype(np.int64), exp.astype(np.uint32))


def _check(name: str, table: np.ndarray, dtype: type[np.generic], shape: tuple[int, ...]) -> None:
    if table.dtype != dtype or table.shape != shape:
        raise ModelError(
            "The model's table {name} is {kind}{shape}, not {wanted}{wanted_shape}.",
            name=name,
            kind=table.dtype,
            shape=list(table.shape),
            wanted=dtype.__name__,
            wanted_shape=list(shape),
        )
