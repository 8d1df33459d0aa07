"""The kinds of CPU that a frozen program brings compiled kernels for.

Compiled for the CPU at hand, as numba does it, code fits few other machines. A level is what a whole generation of CPUs
has; a program that holds kernels of some levels makes numba compile for the highest that this CPU has, so that they
fit. Which level it is changes no byte of a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """A kind of CPU, in LLVM's words.

    name      of the folder with its kernels
    cpu       whose instructions are timed and chosen for
    features  every one that kernels may use
    """

    name: str
    cpu: str
    features: tuple[str, ...]

    @property
    def numba_features(self) -> str:
        return ",".join(f"+{feature}" for feature in self.features)


_V2 = ("cx16", "fxsr", "mmx", "popcnt", "sahf", "sse", "sse2", "sse3", "sse4.1", "sse4.2", "ssse3")
_V3 = (*_V2, "avx", "avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe")
_V4 = (*_V3, "avx512bw", "avx512cd", "avx512dq", "avx512f", "avx512vl")

# The highest first: those that multiply bytes (in 512 and in 256 bits), then 16-bit integers, then by float32 matmuls.
LEVELS = (
    Level("x86-64-v4-vnni", "x86-64-v4", (*_V4, "avx512vnni")),
    Level("x86-64-v3-vnni", "x86-64-v3", (*_V3, "avxvnni")),
    Level("x86-64-v3", "x86-64-v3", _V3),
    Level("x86-64-v2", "x86-64-v2", _V2),
    Level("aarch64", "generic", ("neon",)),
)


def highest(features: Mapping[str, bool], machine: str) -> Level | None:
    """The level of a CPU by the features that LLVM sees in it; machine as platform.machine() names it."""
    if machine.lower() in {"arm64", "aarch64"}:
        return LEVELS[-1]  # neon is part of it; LLVM tells no features on macOS
    return next((level for level in LEVELS[:-1] if all(features.get(name) for name in level.features)), None)
