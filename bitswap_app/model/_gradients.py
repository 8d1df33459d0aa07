"""Products and roundings on the way back through a layer, in vectors: what learning needs beside _dense.py.

Errors are gradients in 8 bits. Like inputs they are stored plus OFFSET, so that the tiles of _dense.py multiply them
with transposed weights. A weight's gradient is a sum over pixels, and the instructions multiply neighbours: both its
factors are interleaved first, as many rows side by side as one instruction takes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir
from numba.core import types
from numpy.typing import NDArray

from bitswap_app.coding import _jit
from bitswap_app.model import _dense, _packed, _vectors, learning
from bitswap_app.model._dense import Part, tile
from bitswap_app.model._packed import OFFSET, ROWS, Packed
from bitswap_app.model._vectors import (
    I8,
    I16,
    I32,
    I64,
    Elements,
    Vectors,
    elements,
    intrinsic,
    keep_apart,
    multiplier,
)
from bitswap_app.model.layers import ACTIVATION_MAX, STREAM_MAX
from bitswap_app.model.learning import ERROR_MAX

INTERLEAVED = 16  # columns at once


def kernel(function: Any) -> Any:
    """A kernel whose intrinsics use other files."""
    return _jit.kernel(function, calls=(_dense, _packed, _vectors, learning))


def _through(part: Part, values: Any, activations: Elements) -> Any:
    """Values where a rectifier is neither at its least nor at its largest, else 0."""
    v, b = part.vectors, part.vectors.builder
    found = b.zext(v.load(activations.at(part.row, part.column), ir.VectorType(v.stored, v.lanes)), v.integers)
    above = b.icmp_signed(">", found, ir.Constant(v.integers, [0] * v.lanes))
    below = b.icmp_signed("<", found, ir.Constant(v.integers, [ACTIVATION_MAX] * v.lanes))
    return b.select(b.and_(above, below), values, v.constant(0))


def _finish_errors(part: Part, first: Any, activations: Elements, errors: Elements) -> None:
    v = part.vectors
    values = _through(part, v.rounded(part.outputs()), activations)
    place = errors.at(part.row, v.builder.add(first, part.column))
    v.store_rounded(v.plus(values, v.constant(OFFSET)), place, v.stored)


def _finish_stream(part: Part, activations: Elements, multiples: Elements, stream: Elements, errors: Elements) -> None:
    v = part.vectors
    values = _through(part, v.rounded(part.outputs()), activations)
    total = v.plus(values, v.load(stream.at(part.row, part.column), v.floats))
    total = v.clamped(total, v.constant(-STREAM_MAX), v.constant(STREAM_MAX))
    v.store(total, stream.at(part.row, part.column))
    scaled = v.times(total, v.load(multiples.at(part.column), v.floats))
    below = v.rounded(v.clamped(scaled, v.constant(-ERROR_MAX), v.constant(ERROR_MAX)))
    v.store_rounded(v.plus(below, v.constant(OFFSET)), errors.at(part.row, part.column), v.stored)


_errors_tile, _stream_tile = tile(_finish_errors), tile(_finish_stream)


@kernel
def store_errors(
    x: NDArray[Any], rows: int, layer: Packed, first: int, activations: NDArray[Any], errors: NDArray[Any]
) -> None:
    """Set errors from column first on to the layer's outputs, of a transposed layer, where they pass."""
    for panel in range(layer.weight.shape[0]):
        for row in range(0, rows, ROWS):
            _errors_tile(x, row, layer, panel, (first, activations, errors))


@kernel
def add_to_gradient(
    x: NDArray[Any],
    rows: int,
    layer: Packed,
    activations: NDArray[Any],
    multiples: NDArray[np.float32],
    stream: NDArray[np.float32],
    errors: NDArray[Any],
) -> None:
    """Add what passes to the stream's gradient, and set errors to that times multiples."""
    for panel in range(layer.weight.shape[0]):
        for row in range(0, rows, ROWS):
            _stream_tile(x, row, layer, panel, (activations, multiples, stream, errors))


@intrinsic
def _interleave(typing_context, source, row, column, target, group, moved):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Set target[group, column : column + INTERLEAVED] to as many rows of source, side by side, less `moved`."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        source_, target_ = (elements(context, builder, signature.args[i], arguments[i]) for i in (0, 3))
        (row, column, at), kind = (arguments[i] for i in (1, 2, 4)), (I8 if source.dtype.bitwidth == 8 else I16)
        lanes = ir.VectorType(kind, INTERLEAVED)
        single = builder.insert_element(ir.Constant(lanes, ir.Undefined), builder.trunc(arguments[5], kind), I32(0))
        less = builder.shuffle_vector(
            single, ir.Constant(lanes, ir.Undefined), ir.Constant(ir.VectorType(I32, INTERLEAVED), None)
        )

        def values(i: int) -> Any:
            place = source_.at(builder.add(row, I64(i)), column)
            found = builder.load(builder.bitcast(place, lanes.as_pointer()), align=1)
            return builder.sub(found, less)

        def alternating(a: Any, b: Any) -> Any:
            count = a.type.count
            order = [i // 2 + count * (i % 2) for i in range(2 * count)]
            return builder.shuffle_vector(a, b, ir.Constant(ir.VectorType(I32, 2 * count), order))

        found = alternating(values(0), values(1))
        if kind is I8:
            pairs = ir.VectorType(I16, INTERLEAVED)
            other = alternating(values(2), values(3))
            found = alternating(builder.bitcast(found, pairs), builder.bitcast(other, pairs))
        place = target_.at(at, column, I64(0))
        builder.store(found, builder.bitcast(place, found.type.as_pointer()), align=1)
        return context.get_dummy_value()

    return types.void(source, types.intp, types.intp, target, types.intp, types.intp), write


@kernel
def interleave(source: NDArray[Any], rows: int, columns: int, target: NDArray[Any], moved: int) -> None:
    """Set target[i // group, c, i % group] to source[i, c] - moved; rows and columns are rounded up."""
    group = target.shape[2]
    for i in range(-(-rows // group)):
        for column in range(0, columns, INTERLEAVED):
            _interleave(source, i * group, column, target, i, moved)


@intrinsic
def _copy_group(typing_context, source, row, column, target, group, place):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Set target[group, place] to the members of a group in a row of source, four bytes."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        source_, target_ = (elements(context, builder, signature.args[i], arguments[i]) for i in (0, 3))
        found = builder.load(builder.bitcast(source_.at(*arguments[1:3]), I32.as_pointer()), align=1)
        builder.store(found, builder.bitcast(target_.at(*arguments[4:6], I64(0)), I32.as_pointer()), align=1)
        return context.get_dummy_value()

    return types.void(source, types.intp, types.intp, target, types.intp, types.intp), write


@kernel
def transpose(source: NDArray[Any], row: int, target: NDArray[Any], place: int) -> None:
    """Set target[g, place, k] to source[row, g * group + k]."""
    groups, _, group = target.shape
    for g in range(groups):
        _copy_group(source, row, g * group, target, g, place)


@intrinsic
def _product_tile(typing_context, x, row, errors, column, groups, sums):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Add to sums[row : row + ROWS, column : ...] the products of x and errors over all groups."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        keep_apart(builder)
        x_, errors_, sums_ = (elements(context, builder, signature.args[i], arguments[i]) for i in (0, 2, 5))
        row, column, groups = (arguments[i] for i in (1, 3, 4))
        by = multiplier("int8" if x.dtype == types.uint8 else "int16")
        v = Vectors(builder, by.lanes, by)
        columns = [builder.add(column, I64(v.lanes * j)) for j in range(by.vectors)]
        places = [[sums_.at(builder.add(row, I64(r)), c) for c in columns] for r in range(ROWS)]
        start = [[v.load(place, v.integers) for place in line] for line in places]
        entry, loop, end = builder.block, builder.append_basic_block("groups"), builder.append_basic_block("done")
        builder.branch(loop)
        builder.position_at_end(loop)
        k = builder.phi(I64)
        held = [[builder.phi(v.integers) for _ in columns] for _ in range(ROWS)]
        weights = [v.load(errors_.at(k, c, I64(0)), v.integers) for c in columns]
        more = []
        for r in range(ROWS):
            group = v.broadcast(v.load(x_.at(k, builder.add(row, I64(r)), I64(0)), I32))
            more.append([v.add_products(s, group, w) for s, w in zip(held[r], weights, strict=True)])
        following = builder.add(k, I64(1))
        builder.cbranch(builder.icmp_signed("<", following, groups), loop, end)
        k.add_incoming(I64(0), entry)
        k.add_incoming(following, loop)
        for r in range(ROWS):
            for j in range(by.vectors):
                held[r][j].add_incoming(start[r][j], entry)
                held[r][j].add_incoming(more[r][j], loop)
        builder.position_at_end(end)
        for line, found in zip(places, more, strict=True):
            for place, value in zip(line, found, strict=True):
                v.store(value, place)
        return context.get_dummy_value()

    return types.void(x, types.intp, errors, types.intp, types.intp, sums), write


@kernel
def add_products(
    x: NDArray[Any], inputs: int, errors: NDArray[Any], rows: int, columns: int, sums: NDArray[np.int32]
) -> None:
    """Add x.T @ errors, both interleaved, to sums int32[>= inputs, >= outputs]; inputs are rounded up to a tile.

    columns  of a tile
    """
    groups = -(-rows // x.shape[2])
    for column in range(0, sums.shape[1], columns):
        for row in range(0, inputs, ROWS):
            _product_tile(x, row, errors, column, groups, sums)


@kernel
def gather_products(
    x: NDArray[Any],
    inputs: int,
    errors: NDArray[Any],
    rows: int,
    columns: int,
    left: NDArray[Any],
    right: NDArray[Any],
    sums: NDArray[np.int32],
) -> None:
    """Add x.T @ errors to a layer's sums, and the errors themselves to the row of its biases.

    columns      of a tile of outputs
    left, right  room for the factors
    """
    group = left.shape[2]
    interleave(x, rows, inputs, left, 0)
    for i in range(-(-rows // group)):
        for k in range(group):
            left[i, inputs, k] = 1
    interleave(errors, rows, sums.shape[1], right, OFFSET)
    add_products(left, inputs + 1, right, rows, columns, sums)


@kernel
def clear_beyond(errors: NDArray[Any], rows: int) -> None:
    """Rows of a block beyond the last hold nothing."""
    for n in range(rows, min(errors.shape[0], rows + ROWS)):
        errors[n] = OFFSET
