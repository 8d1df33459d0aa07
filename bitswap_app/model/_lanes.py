"""What mixtures are computed of: vectors of 64-bit integers, written as LLVM IR. coding/_kernel.py bounds the terms."""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba.core import cgutils

from bitswap_app.coding._kernel import END
from bitswap_app.model._vectors import I32, I64, Elements

LANES = 8
F64 = ir.DoubleType()
LOW_HALF = (1 << 32) - 1


class Lanes:
    """Writes operations on int64[LANES], or on half as many, at a builder's place."""

    def __init__(self, builder: Any, used: int = LANES) -> None:
        """used: the lanes for which anything is looked up; the others hold what nobody reads."""
        self._b, self._used = builder, used
        self._count = LANES // 2 if used <= LANES // 2 else LANES  # half the lanes cost half the time
        self.kind = ir.VectorType(I64, self._count)

    def constant(self, value: int) -> Any:
        return ir.Constant(self.kind, [value] * self._count)

    def broadcast(self, scalar: Any) -> Any:
        undefined = ir.Constant(self.kind, ir.Undefined)
        single = self._b.insert_element(undefined, scalar, I32(0))
        return self._b.shuffle_vector(single, undefined, ir.Constant(ir.VectorType(I32, self._count), None))

    def load(self, pointer: Any) -> Any:
        return self._b.load(self._b.bitcast(pointer, self.kind.as_pointer()), align=8)

    def store(self, values: Any, pointer: Any) -> None:
        self._b.store(values, self._b.bitcast(pointer, self.kind.as_pointer()), align=8)

    def shifted(self, x: Any, bits: int) -> Any:
        return self._b.ashr(x, self.constant(bits))

    def product(self, x: Any, y: Any) -> Any:
        """The product of numbers in 0..2**32 - 1: saying so makes it a single instruction."""
        mask = self.constant(LOW_HALF)
        return self._b.mul(self._b.and_(x, mask), self._b.and_(y, mask))

    def clamped(self, x: Any, least: int, most: int) -> Any:
        for sign, end in (("<", self.constant(least)), (">", self.constant(most))):
            x = self._b.select(self._b.icmp_signed(sign, x, end), end, x)
        return x

    def pairs(self, table: Elements, indices: Any) -> Any:
        """At each index of a contiguous uint32 table the entry there and, above it, the next one."""
        found = self.constant(0)
        base = self._b.bitcast(table.data, I32.as_pointer())
        for lane in range(self._used):
            place = self._b.gep(base, [self._b.extract_element(indices, I32(lane))])
            value = self._b.load(self._b.bitcast(place, I64.as_pointer()), align=4)
            found = self._b.insert_element(found, value, I32(lane))
        return found

    def total(self, x: Any) -> Any:
        """The sum of all lanes."""
        kind = ir.FunctionType(I64, [self.kind])
        add = cgutils.get_or_insert_function(self._b.module, kind, f"llvm.vector.reduce.add.v{self._count}i64")  # type: ignore[no-untyped-call]
        return self._b.call(add, [x])

    def floats(self, x: Any) -> Any:
        """x, signed, in double precision."""
        return self._b.sitofp(x, ir.VectorType(F64, self._count))

    def doubles(self, value: int) -> Any:
        """A double in all lanes."""
        return ir.Constant(ir.VectorType(F64, self._count), [float(value)] * self._count)

    def float_total(self, x: Any) -> Any:
        """The sum of all lanes, in whatever order is quickest: for guesses only."""
        kind = ir.FunctionType(F64, [F64, ir.VectorType(F64, self._count)])
        add = cgutils.get_or_insert_function(self._b.module, kind, f"llvm.vector.reduce.fadd.v{self._count}f64")  # type: ignore[no-untyped-call]
        return self._b.call(add, [F64(0.0), x], fastmath=("reassoc",))

    def weights(self, exp: Any, reciprocal: Any, total: Any) -> Any:
        """Shares of 2**16 of a total, rounded down: coding/_kernel.weigh before what is missing is given away."""
        b = self._b
        weight = self.shifted(b.mul(exp, reciprocal), 27)
        missing = b.sub(b.shl(exp, self.constant(16)), b.mul(weight, total))
        return b.add(weight, b.zext(b.icmp_signed(">=", missing, total), self.kind))

    def cumulative(self, t: Any, cdf: Elements) -> Any:
        """coding/_kernel.cumulative, from LogisticTables.cdf_beyond: there is an entry after the last."""
        b = self._b
        t = self.clamped(t, 0, END)
        i = self.shifted(t, 16)
        both = self.pairs(cdf, i)
        below, above = b.and_(both, self.constant(LOW_HALF)), b.lshr(both, self.constant(32))
        part = self.product(b.sub(above, below), b.sub(t, b.shl(i, self.constant(16))))
        return b.add(below, self.shifted(part, 16))
