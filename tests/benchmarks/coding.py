"""How fast the codec core is on this machine: `python tests/benchmarks/coding.py`. Not a test, and collected by none.

Prints nanoseconds a symbol, the best of several runs, on one core. "Looks" hang on the shape of the mixtures, so three
kinds are measured; symbols are drawn from the mixtures themselves.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np

from bitswap_app.coding.distributions import octets
from bitswap_app.coding.message import Message
from bitswap_app.coding.mixture import mixture_intervals, mixture_pop
from bitswap_app.coding.tables import build_tables
from bitswap_app.coding.wavefront import push_wavefront

SYMBOLS = 98_304  # two tiles of 128 x 128 pixels, three channels
COMPONENTS = 5
RUNS = 7
KINDS = {"1.8 bits": (30, 20, 50), "3.5 bits": (60, 45, 75), "5.8 bits": (300, 70, 110)}  # spread, least and last scale


def best_ns(work: Callable[[], object], symbols: int = SYMBOLS) -> float:
    """The least time of several runs, after one that compiles; nanoseconds a symbol."""
    work()
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter_ns()
        work()
        times.append(time.perf_counter_ns() - begin)
    return min(times) / symbols


def measure(kind: str) -> dict[str, float]:
    """All timings for one kind of mixture."""
    tables = build_tables()
    rng = np.random.default_rng(0)
    spread, least, last = KINDS[kind]
    ranges = ((-60, 60), (-spread, spread), (least, last))
    shape = (2, 128, 128, 3)
    params = np.concatenate([rng.integers(*ends, (*shape, COMPONENTS)) for ends in ranges], axis=-1).astype(np.int16)
    centres = rng.integers(0, 256, shape).astype(np.int16)
    seed = Message.from_bytes(rng.bytes(4 * SYMBOLS) + b"\1")
    sizes = np.full(2, 128)

    symbols = mixture_pop(seed.copy(), params, centres, 0, 256, tables)
    starts, freqs = mixture_intervals(symbols, params, centres, 0, 256, tables)
    one = (params[0, 0, 0, :1], centres[0, 0, 0, :1])
    return {
        "mixture_intervals": best_ns(lambda: mixture_intervals(symbols, params, centres, 0, 256, tables)),
        "push_intervals": best_ns(lambda: Message.empty().push_intervals(starts.reshape(-1), freqs.reshape(-1))),
        "push_wavefront": best_ns(lambda: push_wavefront(Message.empty(), starts, freqs, sizes, sizes, 5)),
        "mixture_pop": best_ns(lambda: mixture_pop(seed.copy(), params, centres, 0, 256, tables)),
        "mixture_pop of 1": best_ns(lambda: mixture_pop(seed, *one, 0, 256, tables), 1),
        "octets push": best_ns(lambda: octets(SYMBOLS).push(Message.empty(), bytes(SYMBOLS))),
    }


def main() -> None:
    """Print one table."""
    columns = {kind: measure(kind) for kind in KINDS}
    sys.stdout.write(f"{f'ns a symbol, K = {COMPONENTS}':24}" + "".join(f"{kind:>12}" for kind in columns) + "\n")
    for row in next(iter(columns.values())):
        sys.stdout.write(f"{row:24}" + "".join(f"{column[row]:12.1f}" for column in columns.values()) + "\n")


if __name__ == "__main__":
    main()
