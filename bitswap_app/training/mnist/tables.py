"""The integer tables that turn the pixel network's integers into intervals.

As the logistic tables of coding/tables.py they are built once, in float64, and are part of a model from then on: no
float arithmetic stands between a network's output and an interval.
"""

from __future__ import annotations

from math import lgamma

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.message import PRECISION

LOGITS = (-9.0, 9.0, 16)  # lowest, highest, and steps per nat of a logit
CONCENTRATIONS = (-3.0, 7.0, 8)  # of a log-concentration
LEVELS = 255

Tables = NDArray[np.uint32]


def count(grid: tuple[float, float, int]) -> int:
    """How many points a grid has."""
    lowest, highest, steps = grid
    return round((highest - lowest) * steps) + 1


def points(grid: tuple[float, float, int]) -> NDArray[np.float64]:
    """All of a grid, from the lowest."""
    return grid[0] + np.arange(count(grid)) / grid[2]


def bernoulli() -> Tables:
    """uint32[logits, 3]: cumulative freqs of 0 and 1."""
    return cumulative(np.stack([1 / (1 + np.exp(points(LOGITS))), 1 / (1 + np.exp(-points(LOGITS)))], 1))


def beta_binomial() -> Tables:
    """uint32[logits * concentrations, 257]: cumulative freqs of 0..255, the concentration running fastest."""
    logits, total = (
        part.reshape(-1) for part in np.meshgrid(points(LOGITS), np.exp(points(CONCENTRATIONS)), indexing="ij")
    )
    alpha, beta = total / (1 + np.exp(-logits)), total / (1 + np.exp(logits))
    levels = np.arange(LEVELS)
    # P(0) = B(alpha, LEVELS + beta) / B(alpha, beta), and from there by ratios
    log_gamma = np.vectorize(lgamma)
    first = log_gamma(beta + LEVELS) - log_gamma(beta) + log_gamma(total) - log_gamma(total + LEVELS)
    ratios = np.log((LEVELS - levels) / (levels + 1)) + np.log(alpha[:, None] + levels)
    ratios -= np.log(beta[:, None] + LEVELS - 1 - levels)
    masses = np.exp(first[:, None] + np.concatenate([np.zeros_like(first)[:, None], np.cumsum(ratios, 1)], 1))
    return cumulative(masses)


def cumulative(masses: NDArray[np.float64]) -> Tables:
    """float64[R, S] probabilities -> uint32[R, S + 1] that rise from 0 to 2**24, by at least 1 each."""
    symbols = masses.shape[1]
    shares = masses / masses.sum(1, keepdims=True) * ((1 << PRECISION) - symbols)
    ends = np.floor(np.cumsum(shares, 1) + 0.5).astype(np.int64) + np.arange(1, symbols + 1)
    ends[:, -1] = 1 << PRECISION
    return np.concatenate([np.zeros((len(ends), 1), dtype=np.int64), ends], 1).astype(np.uint32)
