"""Layers on a few rows: multiplied in a tile of vector registers, and requantised before they leave them.

A tile is ROWS rows by Multiplier.columns outputs. Its sums start from the bias and stay in registers while the inputs
go by, a group of neighbours at a time; then each vector of sums is multiplied once in float32, clamped, rounded half to
even and stored, which is the arithmetic of layers.py. It is exact for the same reasons: sums of 32 bits may pass 2**24
on their way, but not at their end, where they become float32.

Rows of inputs are stored unsigned, 0..255; signed inputs are stored plus OFFSET, and the bias makes up for it. Every
array of rows has room for a whole number of tiles, and what stands in rows beyond the last is computed and ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numba.core import types
from numpy.typing import NDArray

from bitswap_app.coding import _jit
from bitswap_app.model import _packed, _vectors
from bitswap_app.model._packed import HEAD_LANES, ROWS, Packed, PackedLayer
from bitswap_app.model._vectors import (
    I8,
    I16,
    I32,
    I64,
    Elements,
    Multiplier,
    Vectors,
    elements,
    intrinsic,
    keep_apart,
    multiplier,
    unpacked,
)
from bitswap_app.model.layers import ACTIVATION_MAX, STREAM_MAX


def kernel(function: Any) -> Any:
    """A kernel whose intrinsics use other files."""
    return _jit.kernel(function, calls=(_packed, _vectors))


@kernel
def one_of(layers: Packed, i: int) -> Packed:
    """The layer i of stacked ones."""
    return Packed(layers.weight[i], layers.bias[i], layers.limits[i])


@dataclass(frozen=True, slots=True)
class Part:
    """A vector of a tile's sums on its way out: of one row, from one column on.

    limits  scale, lowest and highest of these columns
    """

    vectors: Vectors
    sums: Any
    limits: Sequence[Any]
    row: Any
    column: Any

    def outputs(self) -> Any:
        """The layer's outputs before they are rounded, as floats."""
        scale, lowest, highest = self.limits
        return self.vectors.clamped(self.vectors.scaled(self.sums, scale), lowest, highest)


def tile(finish: Callable[..., None]) -> Any:
    """An intrinsic (x, row, layer, panel, targets) that computes one tile and gives its vectors to finish.

    finish  called with a Part and the targets, to write the code that puts it where it belongs
    """

    @intrinsic
    def write_tile(typing_context, x, row, layer, panel, targets):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
        def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
            keep_apart(builder)
            given = [
                elements(context, builder, kind, value) if isinstance(kind, types.Array) else value
                for kind, value in zip(targets, unpacked(builder, arguments[4], len(targets)), strict=True)
            ]
            parts: list[Any] = [
                elements(context, builder, kind, builder.extract_value(arguments[2], i)) for i, kind in enumerate(layer)
            ]
            by = multiplier("int8" if x.dtype == types.uint8 else "int16")
            inputs = elements(context, builder, x, arguments[0])
            for part in _multiplied(builder, by, inputs, arguments[1], Packed(*parts), arguments[3]):
                finish(part, *given)
            return context.get_dummy_value()

        return types.void(x, types.intp, layer, types.intp, targets), write

    return write_tile


def _multiplied(builder: Any, by: Multiplier, x: Elements, row: Any, layer: Any, panel: Any) -> list[Part]:
    """Write the loop over the inputs, and return the tile's sums."""
    v = Vectors(builder, by.lanes, by)
    first = builder.mul(panel, I64(by.columns))
    columns = [builder.add(first, I64(v.lanes * j)) for j in range(by.vectors)]
    bias = [v.load(layer.bias.at(column), v.integers) for column in columns]

    entry, loop, end = builder.block, builder.append_basic_block("inputs"), builder.append_basic_block("outputs")
    builder.branch(loop)
    builder.position_at_end(loop)
    k = builder.phi(I64)
    sums = [[builder.phi(v.integers) for _ in columns] for _ in range(ROWS)]
    weights = [v.load(layer.weight.at(panel, k, I64(v.lanes * j)), v.integers) for j in range(by.vectors)]
    more = []
    for r in range(ROWS):
        group = v.broadcast(v.load(x.at(builder.add(row, I64(r)), builder.mul(k, I64(by.group))), I32))
        more.append([v.add_products(s, group, w) for s, w in zip(sums[r], weights, strict=True)])
    following = builder.add(k, I64(1))
    builder.cbranch(builder.icmp_signed("<", following, layer.weight.shape[1]), loop, end)
    for phi, start, onward in [
        (k, I64(0), following),
        *((sums[r][j], bias[j], more[r][j]) for r in range(ROWS) for j in range(by.vectors)),
    ]:
        phi.add_incoming(start, entry)
        phi.add_incoming(onward, loop)
    builder.position_at_end(end)

    limits = [[v.load(layer.limits.at(I64(i), column), v.floats) for i in range(3)] for column in columns]
    return [
        Part(v, more[r][j], limits[j], builder.add(row, I64(r)), columns[j])
        for j in range(by.vectors)
        for r in range(ROWS)
    ]


def _finish_sums(part: Part, sums: Elements) -> None:
    part.vectors.store(part.sums, sums.at(part.row, part.column))


def _finish_values(part: Part, values: Elements) -> None:
    part.vectors.store_rounded(part.outputs(), values.at(part.row, part.column), I16)


def _finish_activations(part: Part, activations: Elements) -> None:
    v = part.vectors
    v.store_rounded(part.outputs(), activations.at(part.row, part.column), v.stored)


def _finish_stream(part: Part, relu_scale: Any, stream: Elements, activations: Elements) -> None:
    _keep(part, part.vectors.rounded(part.outputs()), relu_scale, stream, activations)


def _finish_branch(part: Part, relu_scale: Any, stream: Elements, activations: Elements) -> None:
    v = part.vectors
    total = v.plus(v.rounded(part.outputs()), v.load(stream.at(part.row, part.column), v.floats))
    total = v.clamped(total, v.constant(-STREAM_MAX), v.constant(STREAM_MAX))
    _keep(part, total, relu_scale, stream, activations)


def _keep(part: Part, values: Any, relu_scale: Any, stream: Elements, activations: Elements) -> None:
    """Store values in the stream, and their rectified form as activations."""
    v = part.vectors
    v.store(values, stream.at(part.row, part.column))
    _store_rectified(v, values, relu_scale, activations.at(part.row, part.column), v.stored)


def _store_rectified(v: Vectors, values: Any, relu_scale: Any, place: Any, kind: Any) -> None:
    scaled = v.times(values, v.broadcast(relu_scale))
    v.store_rounded(v.clamped(scaled, v.constant(0), v.constant(ACTIVATION_MAX)), place, kind)


_sums_tile, _values_tile, _activations_tile = tile(_finish_sums), tile(_finish_values), tile(_finish_activations)
_stream_tile, _branch_tile = tile(_finish_stream), tile(_finish_branch)


@kernel
def store_sums(x: NDArray[Any], rows: int, layer: Packed, sums: NDArray[np.int32]) -> None:
    """Set sums to the layer's sums, bias included."""
    for panel in range(layer.weight.shape[0]):
        for row in range(0, rows, ROWS):
            _sums_tile(x, row, layer, panel, (sums,))


@kernel
def store_values(x: NDArray[Any], rows: int, layer: Packed, values: NDArray[np.int16]) -> None:
    """Set values to the layer's outputs. Where x and values have no room for a whole last tile, it begins earlier."""
    last = min(x.shape[0], values.shape[0]) - ROWS
    for panel in range(layer.weight.shape[0]):
        for row in range(0, rows, ROWS):
            _values_tile(x, min(row, last), layer, panel, (values,))


@kernel
def store_activations(x: NDArray[Any], rows: int, layer: Packed, activations: NDArray[Any]) -> None:
    """Set activations to the outputs of a layer that is clamped to 0..255."""
    for panel in range(layer.weight.shape[0]):
        for row in range(0, rows, ROWS):
            _activations_tile(x, row, layer, panel, (activations,))


@kernel
def store_stream(
    x: NDArray[Any],
    rows: int,
    layer: Packed,
    relu_scale: np.float32,
    stream: NDArray[np.float32],
    activations: NDArray[Any],
) -> None:
    """Set stream to the layer's outputs, and activations to its rectified form.

    relu_scale  activations in one step of the stream
    stream      integers in float32
    """
    for panel in range(layer.weight.shape[0]):
        for row in range(0, rows, ROWS):
            _stream_tile(x, row, layer, panel, (relu_scale, stream, activations))


@kernel
def add_to_stream(
    x: NDArray[Any],
    rows: int,
    layer: Packed,
    relu_scale: np.float32,
    stream: NDArray[np.float32],
    activations: NDArray[Any],
) -> None:
    """Add the layer's outputs to stream, clamped, and set activations to its rectified form."""
    for panel in range(layer.weight.shape[0]):
        for row in range(0, rows, ROWS):
            _branch_tile(x, row, layer, panel, (relu_scale, stream, activations))


@intrinsic
def _rectify_head(typing_context, hidden, row, first, column, earlier, r0, r1, relu_scale, activations):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """HEAD_LANES units of a head from a column on: rectified hidden + earlier[0] * r0 + earlier[1] * r1."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        keep_apart(builder)
        arrays = {
            i: elements(context, builder, kind, arguments[i])
            for i, kind in enumerate(signature.args)
            if isinstance(kind, types.Array)
        }
        row, first, column, r0, r1, relu_scale = (arguments[i] for i in (1, 2, 3, 5, 6, 7))
        v = Vectors(builder, HEAD_LANES)
        total = v.widened(v.load(arrays[0].at(row, builder.add(first, column)), v.shorts))
        for k, residual in enumerate((r0, r1)):
            weight = v.load(arrays[4].at(I64(k), column), v.floats)
            total = v.plus(total, v.times(weight, v.broadcast(residual)))
        kind = I8 if activations.dtype == types.uint8 else I16
        _store_rectified(v, total, relu_scale, arrays[8].at(row, column), kind)
        return context.get_dummy_value()

    f32, intp = types.float32, types.intp
    return types.void(hidden, intp, intp, intp, earlier, f32, f32, f32, activations), write


@kernel
def store_head(
    hidden: NDArray[np.int16],
    first: int,
    residuals: NDArray[np.int16],
    rows: int,
    earlier: NDArray[np.float32],
    relu_scale: np.float32,
    activations: NDArray[Any],
) -> None:
    """Set activations to rectified hidden + earlier * residuals of the channels before.

    hidden     int16[N, >= first + C]; a head's columns start at first
    residuals  int16[N, 3], clamped to -127..127 here
    earlier    float32[2, C], integers; zeros for channels that are not before this one; C a multiple of HEAD_LANES
    """
    for n in range(rows):
        r0 = np.float32(max(-127, min(127, residuals[n, 0])))
        r1 = np.float32(max(-127, min(127, residuals[n, 1])))
        for c in range(0, earlier.shape[1], HEAD_LANES):
            _rectify_head(hidden, n, first, c, earlier, r0, r1, relu_scale, activations)


def layer_sums(layer: PackedLayer, inputs: NDArray[Any]) -> NDArray[np.int32]:
    """Integers[N, in], not stored yet -> int32[N, out], bias included, before they are scaled."""
    x = layer.stored(inputs)
    sums = np.empty((len(x), layer.packed.bias.size), dtype=np.int32)
    store_sums(x, len(inputs), layer.packed, sums)
    return sums[: len(inputs), : layer.outputs]


def layer_values(layer: PackedLayer, x: NDArray[Any], rows: int) -> NDArray[np.int16]:
    """Stored inputs[N, in], N at least ROWS and rows -> int16[rows, out], the layer's outputs."""
    values = np.empty((len(x), layer.packed.bias.size), dtype=np.int16)
    store_values(x, rows, layer.packed, values)
    return values[:rows, : layer.outputs]
