"""learning.mixture_gradients in compiled loops, as errors: where the way back through a network begins."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding import _jit, _prefetch
from bitswap_app.coding import _kernel as coding
from bitswap_app.coding._types import Int16s, Int32s, Integer, Uint32s
from bitswap_app.model import (
    _dense,
    _gathering,
    _lanes,
    _mixtures,
    _packed,
    _vectors,
    _window_kernel,
    context,
    learning,
)
from bitswap_app.model._packed import OFFSET
from bitswap_app.model._window_kernel import Mixtures
from bitswap_app.model.learning import GRADIENT_MAX

ERROR_MAX = np.float32(learning.ERROR_MAX)


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files, or has constants of theirs."""
    return _jit.kernel(
        function,
        calls=(
            coding,
            _prefetch,
            context,
            _dense,
            _gathering,
            _lanes,
            _mixtures,
            _packed,
            _vectors,
            _window_kernel,
            learning,
        ),
    )


@kernel
def logistic(t: Integer, cdf: Uint32s) -> tuple[Integer, Integer, Integer]:
    """learning._logistic of one number."""
    t = max(-coding.ORIGIN, min(coding.ORIGIN, t))
    f = coding.cumulative(t + coding.ORIGIN, cdf)
    return t, f, (f * (coding.WHOLE - f)) >> 24


@kernel
def store_mixture_errors(
    params: Int16s,
    symbols: Int32s,
    centres: Int16s,
    rows: int,
    mixtures: Mixtures,
    limits: NDArray[np.float32],
    multiples: NDArray[np.float32],
    errors: NDArray[Any],
) -> None:
    """Set errors to the gradients by a head's outputs, times multiples.

    limits  the layer's: at the lowest and highest output nothing passes
    """
    k = len(mixtures.each)
    weights, masses, found = np.empty(k, np.int64), np.empty(k, np.int64), np.empty(3 * k, np.int64)
    for n in range(rows):
        own, total = params[n], np.int64(0)
        coding.weigh(own[:k], mixtures.exp, weights)
        for j in range(k):
            inverse = mixtures.inverse_scale[own[2 * k + j]]
            distance = 16 * (np.int64(symbols[n]) - centres[n]) - 8 - own[k + j]
            u0, f0, slope0 = logistic(distance * inverse, mixtures.cdf)
            u1, f1, slope1 = logistic((distance + 16) * inverse, mixtures.cdf)
            masses[j] = weights[j] * (f1 - f0)
            total += masses[j]
            found[k + j] = f0 + f1 - coding.WHOLE
            found[2 * k + j] = weights[j] * (((u1 * slope1) >> 22) - ((u0 * slope0) >> 22))
        for j in range(k):
            if total > 0:
                share = (masses[j] << 16) // total
                found[j] = weights[j] - share
                inverse = mixtures.inverse_scale[own[2 * k + j]]
                found[k + j] = -((((share * found[k + j]) >> 24) * inverse) >> 18)
                found[2 * k + j] = (found[2 * k + j] << 16) // total
            else:
                found[j], found[k + j], found[2 * k + j] = 0, 0, 0
        for o in range(3 * k):
            value = np.float32(max(-GRADIENT_MAX, min(GRADIENT_MAX, int(found[o])))) * multiples[o]
            value = max(-ERROR_MAX, min(ERROR_MAX, value))
            if own[o] <= limits[1, o] or own[o] >= limits[2, o]:
                value = np.float32(0)
            errors[n, o] = int(np.rint(value)) + OFFSET
