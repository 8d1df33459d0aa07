"""learning.mixture_gradients in vectors, as errors: where the way back through a network begins.

LANES symbols at once, as an encoder takes them (_mixtures.py).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba.core import cgutils, types
from numpy.typing import NDArray

from bitswap_app.coding import _jit
from bitswap_app.coding import _kernel as coding
from bitswap_app.coding._kernel import ORIGIN, WHOLE
from bitswap_app.coding._types import Int16s, Int32s
from bitswap_app.model import _lanes, _mixtures, _packed, _vectors, learning
from bitswap_app.model._lanes import LANES, Lanes
from bitswap_app.model._mixtures import BLOCK, EDGE, FIRST, FIXED, START, STOP, TOTAL, Mixtures, lay_out
from bitswap_app.model._packed import OFFSET
from bitswap_app.model._vectors import F32, I8, I16, I64, Elements, Vectors, elements, intrinsic, keep_apart
from bitswap_app.model.learning import ERROR_MAX, GRADIENT_BITS, GRADIENT_MAX, RECIPROCAL_BITS, SCALE_RATIO_BITS

DOWN = RECIPROCAL_BITS - GRADIENT_BITS
IS_LEAST, IS_MOST = START, STOP  # rows of a block: 1 where the symbol is the least or the most that it can be


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files, or has constants of theirs."""
    return _jit.kernel(function, calls=(coding, _lanes, _mixtures, _packed, _vectors, learning))


class _Block:
    """What an intrinsic reads and writes of LANES mixtures: a block of _mixtures.py, and int64[3 K, BLOCK] found."""

    def __init__(self, builder: Any, block: Elements, components: Any, lane: Any, found: Elements) -> None:
        self.lanes, self._b = Lanes(builder), builder
        self._block, self._components, self._lane, self._found = block, components, lane, found

    def row(self, i: int) -> Any:
        """The address of a row that all components share."""
        return self._block.at(I64(i), self._lane)

    def of(self, k: Any) -> tuple[Any, ...]:
        """Where a component's exp, mean and slope are, and what is found by its logit, mean and scale."""
        at = self._b.add(I64(FIXED), self._b.mul(k, I64(3)))
        inside = (self._block.at(self._b.add(at, I64(i)), self._lane) for i in range(3))
        rows = (self._b.add(k, self._b.mul(self._components, I64(i))) for i in range(3))
        return (*inside, *(self._found.at(row, self._lane) for row in rows))

    def logistic(self, t: Any, cdf: Elements, at_end: Any, end: int) -> tuple[Any, Any]:
        """F and t F'; F is end, and its derivative 0, in the lanes that are at an end."""
        b, v = self._b, self.lanes
        f = b.select(at_end, v.constant(end), v.cumulative(b.add(t, v.constant(ORIGIN)), cdf))
        slope = v.shifted(v.product(f, b.sub(v.constant(WHOLE), f)), 24)
        return f, v.shifted(b.mul(v.clamped(t, -ORIGIN, ORIGIN), slope), 22)

    def variable(self, value: int) -> Any:
        return cgutils.alloca_once_value(self._b, self.lanes.constant(value))  # type: ignore[no-untyped-call]


@intrinsic
def _store_masses(typing_context, block, components, cdf, lane, found):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Turn a block's exps into weights, from lane on, and its TOTAL into the symbols' probabilities.

    Set found to the components' shares of these, the sums of both F, and weights times the changes of t F'.
    """

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        keep_apart(builder)
        b, components = builder, arguments[1]
        block, cdf, found = (elements(context, b, signature.args[i], arguments[i]) for i in (0, 2, 4))
        own = _Block(b, block, components, arguments[3], found)
        v = own.lanes
        edge, total, first = (v.load(own.row(i)) for i in (EDGE, TOTAL, FIRST))
        reciprocal = b.fptosi(b.fdiv(v.doubles(1 << 43), v.floats(total)), v.kind)  # as in _mixtures.py
        rest, whole = own.variable(1 << 16), own.variable(0)
        is_least, is_most = (b.icmp_signed("!=", v.load(own.row(i)), v.constant(0)) for i in (IS_LEAST, IS_MOST))
        with cgutils.for_range(b, components) as loop:
            place, *_ = own.of(loop.index)
            weight = v.weights(v.load(place), reciprocal, total)
            v.store(weight, place)
            b.store(b.sub(b.load(rest), weight), rest)
        with cgutils.for_range(b, components) as loop:
            place, mean, slope, by_logit, by_mean, by_scale = own.of(loop.index)
            is_first = b.icmp_signed("==", first, v.broadcast(loop.index))
            weight = b.add(v.load(place), b.select(is_first, b.load(rest), v.constant(0)))
            v.store(weight, place)
            inverse = v.load(slope)
            t = b.mul(b.sub(edge, v.load(mean)), inverse)
            f0, s0 = own.logistic(t, cdf, is_least, 0)
            f1, s1 = own.logistic(b.add(t, b.shl(inverse, v.constant(4))), cdf, is_most, WHOLE)
            mass = v.product(weight, b.sub(f1, f0))
            b.store(b.add(b.load(whole), mass), whole)
            v.store(mass, by_logit)
            v.store(b.sub(b.add(f0, f1), v.constant(WHOLE)), by_mean)
            v.store(b.mul(weight, b.sub(s1, s0)), by_scale)
        v.store(b.load(whole), own.row(TOTAL))
        return context.get_dummy_value()

    return types.void(block, types.intp, cdf, types.intp, found), write


@intrinsic
def _store_errors(typing_context, block, components, lane, found, multiples, errors):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Turn what _store_masses found, from lane on, into gradients by logits, means and scales, and these into errors.

    errors  stored[3 K, BLOCK]
    """

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        keep_apart(builder)
        b, components, lane = builder, arguments[1], arguments[2]
        block, found, multiples, targets = (elements(context, b, signature.args[i], arguments[i]) for i in (0, 3, 4, 5))
        own, wide = _Block(b, block, components, lane, found), Vectors(b, LANES)
        v, kind = own.lanes, I8 if errors.dtype.bitwidth == 8 else I16
        mass = v.load(own.row(TOTAL))
        is_there = b.icmp_signed(">", mass, v.constant(0))
        most = b.shl(mass, v.constant(SCALE_RATIO_BITS))
        least = b.sub(v.constant(0), most)
        # As integers divide: a quotient that is none is 1 / mass or more from the next one, and a double errs by less.
        quotient = b.fdiv(v.doubles(1 << RECIPROCAL_BITS), v.floats(b.select(is_there, mass, v.constant(1))))
        quotient = b.fptosi(quotient, v.kind)

        def settle(gradient: Any, row: Any) -> None:
            gradient = v.clamped(gradient, -GRADIENT_MAX, GRADIENT_MAX)
            gradient = b.trunc(b.select(is_there, gradient, v.constant(0)), wide.integers)
            multiple = wide.broadcast(b.load(b.bitcast(multiples.at(row), F32.as_pointer()), align=4))
            scaled = wide.clamped(wide.scaled(gradient, multiple), wide.constant(-ERROR_MAX), wide.constant(ERROR_MAX))
            wide.store_rounded(wide.plus(wide.rounded(scaled), wide.constant(OFFSET)), targets.at(row, lane), kind)

        with cgutils.for_range(b, components) as loop:
            weight, _, slope, by_logit, by_mean, by_scale = own.of(loop.index)
            rows = [b.add(loop.index, b.mul(components, I64(i))) for i in range(3)]
            share = v.shifted(b.mul(v.load(by_logit), quotient), DOWN)
            settle(b.sub(v.load(weight), share), rows[0])
            pull = b.mul(v.shifted(b.mul(share, v.load(by_mean)), 24), v.load(slope))
            settle(b.sub(v.constant(0), v.shifted(pull, 18)), rows[1])
            stretch = v.load(by_scale)
            stretch = b.select(b.icmp_signed("<", stretch, least), least, stretch)
            stretch = b.select(b.icmp_signed(">", stretch, most), most, stretch)
            settle(v.shifted(b.mul(stretch, quotient), DOWN), rows[2])
        return context.get_dummy_value()

    return types.void(block, types.intp, types.intp, found, multiples, errors), write


@kernel
def store_mixture_errors(
    params: Int16s,
    symbols: Int32s,
    centres: Int16s,
    ends: Int32s,
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
    outputs = 3 * k
    block, found = np.empty((FIXED + outputs, BLOCK), np.int64), np.empty((outputs, BLOCK), np.int64)
    scaled = np.empty((outputs, BLOCK), errors.dtype)
    lowest, highest = np.empty(outputs, np.int16), np.empty(outputs, np.int16)
    for o in range(outputs):
        lowest[o], highest[o] = limits[1, o], limits[2, o]
    for begin in range(0, rows, BLOCK):
        count = min(BLOCK, rows - begin)
        for n in range(-(-count // LANES) * LANES):
            i = min(begin + n, rows - 1)  # the last one stands for those that there are not
            block[EDGE, n] = 16 * np.int64(symbols[i]) - 8
            block[IS_LEAST, n], block[IS_MOST, n] = symbols[i] == ends[i, 0], symbols[i] == ends[i, 1]
            lay_out(params, mixtures.each, centres, mixtures.inverse_scale, mixtures.exp, i, block, n)
        for lane in range(0, count, LANES):
            _store_masses(block, k, mixtures.cdf, lane, found)
            _store_errors(block, k, lane, found, multiples, scaled)
        for n in range(count):
            for o in range(outputs):
                own, error = params[begin + n, o], scaled[o, n]
                errors[begin + n, o] = error if lowest[o] < own < highest[o] else OFFSET
