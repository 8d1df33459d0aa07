"""Machine vectors for kernels: what the CPU can multiply, and the few operations on vectors that kernels are built of.

numba vectorises loops, but cannot be told to multiply bytes in fours or to keep a tile of sums in registers. The
intrinsics of _dense.py therefore write LLVM IR, by way of the class Vectors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from llvmlite import ir
from numba.core import cgutils, config, types
from numba.core.registry import cpu_target
from numba.extending import intrinsic as numba_intrinsic

I8, I16, I32, I64 = (ir.IntType(bits) for bits in (8, 16, 32, 64))
F32 = ir.FloatType()
MAGIC = 12582912.0  # 1.5 * 2**23: a float32 below 2**22 plus this has its nearest even integer in its lowest 16 bits


@dataclass(frozen=True, slots=True)
class Multiplier:
    """An instruction that adds up products: each 32-bit lane of the sums takes `group` products of neighbouring inputs.

    name    LLVM's
    lanes   32-bit lanes of its vectors
    vectors of sums that a row of a tile holds; with ROWS rows they fill most of the registers
    inputs  type of stored inputs, 0..255
    weight  type of stored weights
    """

    name: str
    lanes: int
    vectors: int
    group: int
    inputs: type[np.generic]
    weight: type[np.generic]

    @property
    def columns(self) -> int:
        """Outputs that a tile computes."""
        return self.lanes * self.vectors


# vpdpbusd adds four products of an unsigned and a signed byte to a lane and never saturates, unlike vpmaddubsw;
# vpmaddwd gives the sum of two products of 16 bits.
VNNI_512 = Multiplier("llvm.x86.avx512.vpdpbusd.512", 16, 2, 4, np.uint8, np.int8)
VNNI_256 = Multiplier("llvm.x86.avx512.vpdpbusd.256", 8, 2, 4, np.uint8, np.int8)
AVX2 = Multiplier("llvm.x86.avx2.pmadd.wd", 8, 2, 2, np.int16, np.int16)


def features() -> frozenset[str]:
    """The features of the CPU that numba compiles for (this one, unless NUMBA_CPU_NAME says otherwise)."""
    _, _, names = cpu_target.target_context.codegen().magic_tuple()
    return frozenset(name[1:] for name in names.split(",") if name.startswith("+"))


def multiplier(path: str) -> Multiplier:
    """What the CPU multiplies with on a path: "int8" or "int16". Raises NotImplementedError where it cannot."""
    found = frozenset[str]() if config.DISABLE_JIT else features()  # type: ignore[attr-defined]
    if path == "int8" and {"avx512vnni", "avx512bw"} <= found:
        return VNNI_512
    if path == "int8" and ("avxvnni" in found or {"avx512vnni", "avx512vl"} <= found):
        return VNNI_256
    if path == "int16" and "avx2" in found:
        return AVX2
    raise NotImplementedError(f"This CPU has no instructions for {path}.")


class Vectors:
    """Writes vector operations at a builder's place. Vectors of integers and of floats have `lanes` lanes of 32 bits.

    by  what multiplies inputs, where that is wanted
    """

    def __init__(self, builder: ir.IRBuilder, lanes: int, by: Multiplier | None = None) -> None:
        self.builder, self._by, self.lanes = builder, by, lanes
        self.integers, self.floats = ir.VectorType(I32, lanes), ir.VectorType(F32, lanes)
        self.shorts = ir.VectorType(I16, lanes)
        self.stored = I8 if by is not None and by.inputs is np.uint8 else I16

    def load(self, pointer: Any, kind: ir.Type) -> Any:
        return self.builder.load(self.builder.bitcast(pointer, kind.as_pointer()), align=1)

    def store(self, values: Any, pointer: Any) -> None:
        self.builder.store(values, self.builder.bitcast(pointer, values.type.as_pointer()), align=1)

    def constant(self, value: float) -> Any:
        return ir.Constant(self.floats, [value] * self.lanes)

    def broadcast(self, scalar: Any) -> Any:
        """A vector of one number, int32 or float32."""
        kind = ir.VectorType(scalar.type, self.lanes)
        single = self.builder.insert_element(ir.Constant(kind, ir.Undefined), scalar, I32(0))
        return self.builder.shuffle_vector(single, ir.Constant(kind, ir.Undefined), ir.Constant(self.integers, None))

    def add_products(self, sums: Any, inputs: Any, weights: Any) -> Any:
        """The sums plus products of inputs and weights, all int32[lanes] as bits."""
        assert self._by is not None
        if self._by.group == 4:
            kind = ir.FunctionType(self.integers, [self.integers] * 3)
            return self.builder.call(self._declared(kind, self._by.name), [sums, inputs, weights])
        pairs = ir.VectorType(I16, 2 * self.lanes)
        kind = ir.FunctionType(self.integers, [pairs, pairs])
        both = [self.builder.bitcast(values, pairs) for values in (inputs, weights)]
        return self.builder.add(sums, self.builder.call(self._declared(kind, self._by.name), both))

    def _declared(self, kind: ir.FunctionType, name: str) -> Any:
        return cgutils.get_or_insert_function(self.builder.module, kind, name)  # type: ignore[no-untyped-call]

    def widened(self, values: Any) -> Any:
        """int16 -> float32."""
        return self.builder.sitofp(values, self.floats)

    def scaled(self, sums: Any, scale: Any) -> Any:
        """Sums, int32, as float32 times scale."""
        return self.builder.fmul(self.builder.sitofp(sums, self.floats), scale)

    def times(self, x: Any, y: Any) -> Any:
        return self.builder.fmul(x, y)

    def plus(self, x: Any, y: Any) -> Any:
        return self.builder.fadd(x, y)

    def clamped(self, x: Any, least: Any, largest: Any) -> Any:
        """By compare and select, which are single instructions; LLVM's own minimum has rules for NaN and -0."""
        x = self.builder.select(self.builder.fcmp_ordered(">", x, least), x, least)
        return self.builder.select(self.builder.fcmp_ordered("<", x, largest), x, largest)

    def rounded(self, x: Any) -> Any:
        """The nearest even integers of x, |x| < 2**22, as floats. Plain additions: nothing can contract or reorder."""
        return self.builder.fsub(self.plus(x, self.constant(MAGIC)), self.constant(MAGIC))

    def store_rounded(self, x: Any, pointer: Any, kind: ir.IntType) -> None:
        """Store the nearest even integers of x, |x| < 2**15, in `kind` of 8 or 16 bits."""
        bits = self.builder.bitcast(self.plus(x, self.constant(MAGIC)), self.integers)
        self.store(self.builder.trunc(bits, ir.VectorType(kind, self.lanes)), pointer)


@dataclass(frozen=True, slots=True)
class Elements:
    """An array that an intrinsic was given."""

    builder: Any
    data: Any
    strides: Sequence[Any]
    shape: Sequence[Any]

    def at(self, *index: Any) -> Any:
        """The address of an element."""
        place = self.data
        for i, stride in zip(index, self.strides, strict=False):
            place = self.builder.gep(place, [self.builder.mul(i, stride)])
        return place


def elements(context: Any, builder: Any, kind: Any, value: Any) -> Elements:
    """A numba array of type `kind`."""
    array = context.make_array(kind)(context, builder, value)
    data = builder.bitcast(array.data, I8.as_pointer())
    strides, shape = unpacked(builder, array.strides, kind.ndim), unpacked(builder, array.shape, kind.ndim)
    return Elements(builder, data, strides, shape)


def keep_apart(builder: Any) -> None:
    """Compile the kernel that is being written once, and not again inside each of its callers."""
    builder.function.attributes.add("noinline")


def unpacked(builder: Any, values: Any, count: int) -> list[Any]:
    """The members of a tuple of a known length."""
    return [builder.extract_value(values, i) for i in range(count)]


def intrinsic(function: Any) -> Any:
    """A function (typing context, types of arguments) -> (signature, writer of code), for kernels to call."""
    return numba_intrinsic(function)


@intrinsic
def address_of(typing_context, array, index):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Where array[index] stands, an int64. Arithmetic on it is all that walking through an array then costs."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
        at = unpacked(builder, arguments[1], array.ndim)
        return builder.ptrtoint(elements(context, builder, array, arguments[0]).at(*at), I64)

    return types.int64(array, index), write
