"""Learning while coding: window networks that follow the picture, in integers, the same on both sides.

A decoder knows every pixel that it has decoded, and so what its network should have said there. Here both sides take
the gradient of the cost of these pixels and move the weights a little against it before they go on (Krause et al. 2018,
dynamic evaluation; Bellard 2019 for a compressor).

Gradients are 8-bit integers between layers, as activations are; between two layers comes one multiplication in float32,
rounding half to even, and a clamp (layers.py). Weights are moved by shares of one of their integers.

Either all layers of the window networks learn, along the natural gradient (natural.py), which costs three more passes
through them; or the last layers of their heads alone, from what is noted as pixels are coded, by the signs of its sums
over pixels (Bernstein et al. 2018). What each gives stands in resources/weights/README.md.

This is the plain form, in whole arrays; _learning_kernel.py and _window_kernel.py compute the same integers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.colour import Colours, channel_ends
from bitswap_app.coding.tables import CDF_BITS, LogisticTables
from bitswap_app.errors import ModelError
from bitswap_app.model.config import ModelConfig
from bitswap_app.model.layers import ACTIVATION_MAX, EXACT_LIMIT, STREAM_MAX, Dense
from bitswap_app.model.natural import natural_step
from bitswap_app.model.window_layers import HEADS, WindowLayers

SHARES, BIAS_SHARES = 256, 4  # of one integer of a weight, and of a bias: what a step is counted in
# By how much the last layers move: after so many lessons half as far as at first, but never less than the least.
FIRST_STEP, HALVED, LEAST_STEP, FURTHER = 8, 64, 2, 12
WEIGHT_MAX = 127
ERROR_MAX = 127
GRADIENT_BITS = 16  # fraction bits of the gradients of a mixture's parameters
GRADIENT_MAX = (1 << 23) - 1
# Binary logarithms by which gradients are enlarged before they are rounded, so that most of their 8 bits are used and
# hardly any is cut off, which costs more than what rounding loses.
EXPONENTS = {"first": -6, "a": -2, "b": -2, "hidden": -5, "out.0": -3, "out.1": -4, "out.2": -4, "stream": 0}
LESSON_END = 1 << 16  # pixels: their gradients' sums stay below 2**31

RECIPROCAL_BITS = 46  # of the probability that a mixture gives a symbol
SCALE_RATIO_BITS = 7  # a scale's share of that probability's change is at most 2**7 times the probability

Integers = NDArray[np.int64]
Gradients = dict[str, Integers]  # of layers by their names: int64[in + 1, out], biases last


class Learns(StrEnum):
    """Which layers of the window networks learn from the picture.

    Where all do, they are not the only ones that are asked (second_opinion.py).
    """

    NOTHING = "nothing"
    LAST = "last"
    ALL = "all"


PIXELS = {Learns.LAST: 1024, Learns.ALL: 512}  # what is learnt from together, at least


def mixture_gradients(
    params: NDArray[np.int16],
    symbols: NDArray[np.int32],
    centres: NDArray[np.int16],
    ends: NDArray[np.int32],
    tables: LogisticTables,
) -> Integers:
    """Gradients of the cost of symbols, in nats times 2**16, by logit, mean in levels and log-scale: int64[N, 3K].

    The logistic function's derivative is F (1 - F), so that a mean's gradient needs no division of its own. Zeros where
    the tables give a symbol no probability.

    params   int16[N, 3K] as coding/mixture.py takes them
    symbols  int32[N]
    centres  int16[N]
    ends     int32[N, 2]
    """
    k = params.shape[1] // 3
    logits, offsets, scales = (params[:, i * k : (i + 1) * k].astype(np.int64) for i in range(3))
    e = tables.exp.astype(np.int64)[np.minimum(255, logits.max(1, keepdims=True) - logits)]
    weights = (e << 16) // e.sum(1, keepdims=True)
    weights[np.arange(len(e)), logits.argmax(1)] += (1 << 16) - weights.sum(1)
    inverse = tables.inverse_scale[scales]
    below = (16 * (symbols[:, None] - centres[:, None].astype(np.int64)) - 8 - offsets) * inverse
    is_least, is_most = np.equal(symbols[:, None, None], ends[:, None]).transpose(2, 0, 1)
    u0, f0, slope0 = _logistic(below, tables, is_least, 0)
    u1, f1, slope1 = _logistic(below + 16 * inverse, tables, is_most, 1 << CDF_BITS)
    masses = weights * (f1 - f0)
    total = masses.sum(1, keepdims=True)
    reciprocal = (1 << RECIPROCAL_BITS) // np.maximum(total, 1)
    down = RECIPROCAL_BITS - GRADIENT_BITS
    shares = (masses * reciprocal) >> down
    by_mean = -((((shares * (f0 + f1 - (1 << CDF_BITS))) >> CDF_BITS) * inverse) >> 18)
    most = total << SCALE_RATIO_BITS
    by_scale = ((weights * (((u1 * slope1) >> 22) - ((u0 * slope0) >> 22))).clip(-most, most) * reciprocal) >> down
    found = np.concatenate([weights - shares, by_mean, by_scale], 1)
    return np.where(total > 0, found, 0).clip(-GRADIENT_MAX, GRADIENT_MAX)


def _logistic(
    t: Integers, tables: LogisticTables, at_end: NDArray[np.bool_], end: int
) -> tuple[Integers, Integers, Integers]:
    """(t, F(t), F'(t)): t clamped, in 2**-22; the others in 2**-24. At an end, which takes what is beyond, F is end."""
    t = t.clip(-(1 << 26), 1 << 26)
    at, part = (t + (1 << 26)) >> 16, t & 0xFFFF
    cdf = tables.cdf_beyond.astype(np.int64)
    f = np.where(at_end, end, cdf[at] + (((cdf[at + 1] - cdf[at]) * part) >> 16))
    return t, f, (f * ((1 << CDF_BITS) - f)) >> CDF_BITS


@dataclass(frozen=True, slots=True)
class _Trace:
    """What went into each layer, and which of the results gradients pass: bool, by the layer's name."""

    inputs: dict[str, Integers]
    open: dict[str, NDArray[np.bool_]]
    params: list[NDArray[np.int16]]


class LearningNetwork:
    """A window network's integers as they are now."""

    def __init__(
        self,
        config: ModelConfig,
        layers: WindowLayers,
        tables: LogisticTables,
        colours: Colours = Colours.YCOCG,
    ) -> None:
        """Raises ModelError for a model whose biases leave no room to learn."""
        self._config, self._tables, self._colours = config, tables, colours
        self.layers = layers
        self.shares = {name: weight_shares(layer.weight) for name, layer in layers.dense.items()}
        self.biases = {name: layer.bias.astype(np.int64) * BIAS_SHARES for name, layer in layers.dense.items()}
        self._rooms = {name: bias_room(layer) for name, layer in layers.dense.items()}
        self.gradients: Gradients = {}  # that all layers have learnt by so far, summed

    def learn(self, inputs: NDArray[np.int8], predictors: NDArray[np.int16], symbols: NDArray[np.int32]) -> None:
        """Move all layers a step along the natural gradient of the pixels' cost.

        inputs  int8[N, context_inputs + features]; predictors int16[N, 3]; symbols int32[N, 3]
        """
        dense = dict(self.layers.dense)
        for name, seen, errors in self.seen(inputs, predictors, symbols):
            x = np.pad(seen, ((0, 0), (0, 1)), constant_values=1)
            gradient = _product(x.T, errors)
            self.gradients[name] = self.gradients.get(name, 0) + gradient
            moved = natural_step(self.layers.curvatures[name], gradient, len(x), BIAS_SHARES / SHARES)
            dense[name] = self._moved(name, moved[:-1].T, moved[-1])
        self.layers = replace(self.layers, dense=dense)

    def seen(
        self, inputs: NDArray[np.int8], predictors: NDArray[np.int16], symbols: NDArray[np.int32]
    ) -> Iterator[tuple[str, Integers, Integers]]:
        """(name, inputs int64[N, in], errors int64[N, out]) of each layer, for the pixels that learn takes."""
        trace = self._forward(inputs.astype(np.int64), _known(symbols, predictors))
        for name, errors in self._backward(trace, predictors, symbols).items():
            yield name, trace.inputs[name], errors

    def learn_last(
        self, lesson: int, hidden: Integers, predictors: NDArray[np.int16], symbols: NDArray[np.int32]
    ) -> None:
        """Move the heads' last layers a step against the signs of the gradients of the pixels' cost.

        lesson  how many there were before it in this batch
        hidden  int[N, 3 * head], what the layer of that name gives
        """
        trace, step, dense = _Trace({}, {}, []), step_of(lesson), dict(self.layers.dense)
        self._add_heads(trace, hidden, _known(symbols, predictors))
        for name, errors in self._last_errors(trace, predictors, symbols).items():
            signs = np.sign(_product(errors.T, trace.inputs[name]))
            dense[name] = self._moved(name, step * signs, step * np.sign(errors.sum(0)))
        self.layers = replace(self.layers, dense=dense)

    def _moved(self, name: str, weights: Integers, biases: Integers) -> Dense:
        """A layer less so many shares, of which it has the integers that they round to."""
        room = self._rooms[name] * BIAS_SHARES
        self.shares[name] = (self.shares[name] - weights).clip(-WEIGHT_MAX * SHARES, WEIGHT_MAX * SHARES)
        self.biases[name] = (self.biases[name] - biases).clip(-room, room)
        weight = (self.shares[name] + SHARES // 2) // SHARES
        bias = (self.biases[name] + BIAS_SHARES // 2) // BIAS_SHARES
        return replace(self.layers.dense[name], weight=weight.astype(np.int8), bias=bias.astype(np.int32))

    def _forward(self, x: Integers, residuals: Integers) -> _Trace:
        config, scales = self._config, self.layers.scales
        trace = _Trace({"first": x}, {}, [])
        into, is_open = trace.inputs, trace.open
        stream = self._outputs("first", x)
        for i in range(config.depth):
            a, b = f"trunk.{i}.a", f"trunk.{i}.b"
            into[a], is_open[f"trunk.{i}.relu_a"] = _rectified(stream, scales[f"trunk.{i}.relu_a"])
            into[b] = self._outputs(a, into[a])
            is_open[a] = (into[b] > 0) & (into[b] < ACTIVATION_MAX)
            stream = (stream + self._outputs(b, into[b])).clip(-STREAM_MAX, STREAM_MAX)
        t, is_open["relu"] = _rectified(stream, scales["relu"])
        into["hidden"] = np.concatenate([t, x[:, config.context_inputs :]], 1)
        self._add_heads(trace, self._outputs("hidden", into["hidden"]), residuals)
        return trace

    def _add_heads(self, trace: _Trace, hidden: Integers, residuals: Integers) -> None:
        config, scales = self._config, self.layers.scales
        for c, name in enumerate(HEADS):
            own = hidden[:, c * config.head : (c + 1) * config.head]
            units = own + residuals[:, :c] @ self.layers.earlier[c].astype(np.int64)
            trace.inputs[name], trace.open[f"head_relu.{c}"] = _rectified(units, scales[f"head_relu.{c}"])
            found, layer = self._outputs(name, trace.inputs[name]), self.layers.dense[name]
            trace.open[name] = (found > layer.lowest) & (found < layer.highest)
            trace.params.append(found.astype(np.int16))

    def _last_errors(
        self, trace: _Trace, predictors: NDArray[np.int16], symbols: NDArray[np.int32]
    ) -> dict[str, Integers]:
        """As _backward, of the heads' last layers."""
        found = {}
        for c, name in enumerate(HEADS):
            ends = channel_ends(self._colours, c, symbols.astype(np.int16))
            raw = mixture_gradients(trace.params[c], symbols[:, c], predictors[:, c], ends, self._tables)
            found[name] = self._errors(name, raw, "", trace.open[name])
        return found

    def _backward(
        self, trace: _Trace, predictors: NDArray[np.int16], symbols: NDArray[np.int32]
    ) -> dict[str, Integers]:
        """Gradients of the cost by each layer's sums, times powers of two: int[N, out] in -ERROR_MAX..ERROR_MAX."""
        config, scales, heads = self._config, self.layers.scales, []
        errors = self._last_errors(trace, predictors, symbols)
        for c, name in enumerate(HEADS):
            rate = np.full(config.head, scales[f"head_relu.{c}"], np.float32)
            part = slice(c * config.head, (c + 1) * config.head)
            back = self._back(name, errors[name])
            heads.append(self._errors("hidden", back, name, trace.open[f"head_relu.{c}"], rate, part))
        errors["hidden"] = np.concatenate(heads, 1)
        back = self._back("hidden", errors["hidden"])[:, : config.width]
        stream = self._stream(back, "hidden", scales["relu"], trace.open["relu"])
        for i in reversed(range(config.depth)):
            a, b, relu = f"trunk.{i}.a", f"trunk.{i}.b", f"trunk.{i}.relu_a"
            errors[b] = self._errors(b, stream, "stream", None)
            errors[a] = self._errors(a, self._back(b, errors[b]), b, trace.open[a])
            stream = stream + self._stream(self._back(a, errors[a]), a, scales[relu], trace.open[relu])
            stream = stream.clip(-STREAM_MAX, STREAM_MAX)
        errors["first"] = self._errors("first", stream, "stream", None)
        return errors

    def _outputs(self, name: str, x: Integers) -> Integers:
        layer = self.layers.dense[name]
        sums = _product(x, layer.weight.T) + layer.bias
        return _settled(sums, layer.scale).clip(layer.lowest, layer.highest)

    def _back(self, name: str, errors: Integers) -> Integers:
        return _product(errors, self.layers.dense[name].weight)

    def _errors(
        self,
        name: str,
        gradients: Integers,
        above: str,
        is_open: NDArray[np.bool_] | None,
        rate: NDArray[np.float32] | None = None,
        part: slice = slice(None),
    ) -> Integers:
        """Gradients by a layer's outputs as those by its sums, in 8 bits.

        above  what the gradients' exponent is that of
        rate   what outputs are multiplied with before gradients have seen them
        """
        multiples = self.layers.dense[name].scale[part]
        multiples = multiples if rate is None else multiples * rate
        multiples = np.ldexp(multiples, self._exponent(name) - self._exponent(above))
        found = _settled(gradients, multiples).clip(-ERROR_MAX, ERROR_MAX)
        return found if is_open is None else np.where(is_open, found, 0)

    def _stream(self, gradients: Integers, above: str, scale: float, is_open: NDArray[np.bool_]) -> Integers:
        multiple = np.ldexp(np.float32(scale), self._exponent("stream") - self._exponent(above))
        return np.where(is_open, _settled(gradients, multiple).clip(-STREAM_MAX, STREAM_MAX), 0)

    def _exponent(self, name: str) -> int:
        return EXPONENTS[kind_of(name)] if name else 0


def lessons(counts: NDArray[np.int64], enough: int) -> Iterator[tuple[int, int, int]]:
    """The steps [first, last) of each lesson, and their pixels: the first steps that have enough together.

    What is left for the last one may be less; from that there is nothing to be learnt for.

    counts  int64[steps], the pixels of each step of a wavefront

    Raises ValueError for more pixels in a lesson than 32 bits hold the gradients of, which no sensible tile has.
    """
    first, pixels = 0, 0
    for step, count in enumerate(counts.tolist()):
        pixels += count
        if pixels >= LESSON_END:
            raise ValueError(f"A lesson of {pixels} pixels is too long.")
        if pixels >= enough or step + 1 == len(counts):
            yield first, step + 1, pixels
            first, pixels = step + 1, 0


def step_of(lesson: int) -> int:
    """By how many shares last layers that learn alone are moved: large steps at first, when all is new."""
    return max(LEAST_STEP, FIRST_STEP * HALVED // (HALVED + lesson)) * FURTHER


def kind_of(name: str) -> str:
    """A layer's key in EXPONENTS."""
    return name if name in EXPONENTS else name[-1]


def weight_shares(weight: NDArray[np.int8]) -> NDArray[np.int32]:
    """Weights in SHARES, int32[out, in], each somewhere within the half integer around it.

    Were all in the middle, none would give way before half an integer of small steps has come together; so, some
    do with each step. Where exactly is as good as chance, and the same everywhere.
    """
    out, inputs = np.indices(weight.shape)
    return weight.astype(np.int32) * SHARES + ((inputs * 40503 + out * 30011) >> 4) % SHARES - SHARES // 2


def bias_room(layer: Dense) -> int:
    """How large a bias may become: sums stay exact whatever the weights are. Raises ModelError if it is already."""
    room: int = EXACT_LIMIT - 1 - WEIGHT_MAX * layer.input_max * layer.weight.shape[1]
    if np.abs(layer.bias).max(initial=0) > room:
        raise ModelError("The model's layer {name} has no room to learn.", name=layer.name)
    return room


def _known(symbols: NDArray[np.int32], predictors: NDArray[np.int16]) -> Integers:
    """What the heads see of the channels before them."""
    return (symbols - predictors).clip(-127, 127).astype(np.int64)


def _product(x: NDArray[Any], y: NDArray[Any]) -> Integers:
    """A matmul of integers, exact in double precision."""
    return np.asarray(x.astype(np.float64) @ y.astype(np.float64)).astype(np.int64)


def _settled(values: Integers, multiples: Any) -> Integers:
    """One multiplication in float32, rounded half to even."""
    found: Integers = np.rint(values.astype(np.float32) * multiples).astype(np.int64)
    return found


def _rectified(stream: Integers, scale: float) -> tuple[Integers, NDArray[np.bool_]]:
    """Activations, and where they are neither nothing nor all."""
    a = _settled(stream, np.float32(scale)).clip(0, ACTIVATION_MAX)
    return a, (a > 0) & (a < ACTIVATION_MAX)
