"""Asking for memory before it is needed, for kernels that walk across large arrays in the wavefront's order."""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic, overload
from numpy.typing import NDArray

TO_READ, KEEP, DATA = 0, 3, 1  # of LLVM's llvm.prefetch: rw, locality, cache type
BYTES = ir.IntType(8).as_pointer()


def prefetch(array: NDArray[Any], index: tuple[int, ...]) -> None:
    """Ask for the cache line of array[index]. It changes nothing, and the index may lie outside.

    Without the compiler it does nothing at all.
    """


def _write(builder: Any, place: Any) -> None:
    i32 = ir.IntType(32)
    kind = ir.FunctionType(ir.VoidType(), [BYTES, i32, i32, i32])
    ask = cgutils.get_or_insert_function(builder.module, kind, "llvm.prefetch.p0")  # type: ignore[no-untyped-call]
    builder.call(ask, [place, i32(TO_READ), i32(KEEP), i32(DATA)])


@intrinsic
def _ask_at(typing_context, address):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    def write(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ARG001
        _write(builder, builder.inttoptr(arguments[0], BYTES))
        return context.get_dummy_value()

    return types.void(types.int64), write


prefetch_at: Any = _ask_at  # prefetch of an address, int64, in compiled code only


@intrinsic
def _ask(typing_context, array, index):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    def write(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        kind = signature.args[0]
        found = context.make_array(kind)(context, builder, arguments[0])
        at = cgutils.unpack_tuple(builder, arguments[1], kind.ndim)  # type: ignore[no-untyped-call]
        place = cgutils.get_item_pointer(context, builder, kind, found, at)  # type: ignore[no-untyped-call]
        _write(builder, builder.bitcast(place, BYTES))
        return context.get_dummy_value()

    return types.void(array, index), write


@overload(prefetch)
def _compiled(array: Any, index: Any) -> Any:  # noqa: ARG001
    def ask(array: Any, index: Any) -> None:
        _ask(array, index)  # type: ignore[call-arg]

    return ask
