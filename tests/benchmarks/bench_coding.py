"""How fast the codec core is: symbols a second, pushed and popped. Asked for by name, collected by no default run.

    python -m pytest tests/benchmarks/bench_coding.py

pytest-benchmark's table has the time of one call (SYMBOLS symbols) in one thread's processor time; the extra_info of
--benchmark-json has symbols a second. How often a pop must look hangs on the shape of the mixtures, so three kinds are
measured; symbols are drawn from the mixtures themselves.
"""

import time

import numpy as np
import pytest

from bitswap_app.coding.distributions import octets
from bitswap_app.coding.message import Message
from bitswap_app.coding.mixture import mixture_intervals, mixture_pop
from bitswap_app.coding.tables import build_tables
from bitswap_app.coding.tabulated import tabulated
from bitswap_app.coding.wavefront import push_wavefront

SYMBOLS = 98_304  # two tiles of 128 x 128 pixels, three channels
COMPONENTS = 5
KINDS = {"1.8 bits": (30, 20, 50), "3.5 bits": (60, 45, 75), "5.8 bits": (300, 70, 110)}  # spread, least and last scale

pytestmark = pytest.mark.benchmark(timer=time.thread_time, warmup=True, warmup_iterations=1, min_rounds=7)


def measure(benchmark, work, symbols=SYMBOLS):
    benchmark.group = "symbols"
    result = benchmark(work)
    benchmark.extra_info["symbols"] = symbols
    if benchmark.stats:  # none with --benchmark-disable
        benchmark.extra_info["symbols_a_second"] = round(symbols / benchmark.stats.stats.min)
    return result


@pytest.fixture(scope="module")
def tables():
    return build_tables()


@pytest.fixture(scope="module", params=KINDS)
def mixtures(request, tables):
    """Parameters, centres, a message to pop from, and symbols with their intervals, all of shape [2, 128, 128, 3]."""
    rng = np.random.default_rng(0)
    spread, least, last = KINDS[request.param]
    ranges = ((-60, 60), (-spread, spread), (least, last))
    shape = (2, 128, 128, 3)
    params = np.concatenate([rng.integers(*ends, (*shape, COMPONENTS)) for ends in ranges], axis=-1).astype(np.int16)
    centres = rng.integers(0, 256, shape).astype(np.int16)
    seed = Message.from_bytes(rng.bytes(4 * SYMBOLS) + b"\1")
    symbols = mixture_pop(seed.copy(), params, centres, 0, 256, tables)
    return params, centres, seed, symbols, mixture_intervals(symbols, params, centres, 0, 256, tables)


def test_mixture_intervals(benchmark, mixtures, tables):
    params, centres, _, symbols, _ = mixtures
    measure(benchmark, lambda: mixture_intervals(symbols, params, centres, 0, 256, tables))


def test_mixture_pop(benchmark, mixtures, tables):
    params, centres, seed, _, _ = mixtures
    measure(benchmark, lambda: mixture_pop(seed.copy(), params, centres, 0, 256, tables))


def test_push(benchmark, mixtures):
    starts, freqs = (part.reshape(-1) for part in mixtures[4])
    measure(benchmark, lambda: Message.empty().push_intervals(starts, freqs))


def test_push_along_the_wavefront(benchmark, mixtures):
    firsts, lasts = np.zeros((2, 128), np.int64), np.full((2, 128), 128)
    measure(benchmark, lambda: push_wavefront(Message.empty(), *mixtures[4], firsts, lasts, 5))


def test_pop_of_one_symbol(benchmark, mixtures, tables):
    params, centres, seed, _, _ = mixtures
    one = (params[0, 0, 0, :1], centres[0, 0, 0, :1])
    measure(benchmark, lambda: mixture_pop(seed, *one, 0, 256, tables), 1)


def test_push_of_bytes(benchmark):
    measure(benchmark, lambda: octets(SYMBOLS).push(Message.empty(), bytes(SYMBOLS)))


@pytest.mark.parametrize("way", ["push", "pop"])
def test_a_table_of_256_symbols(benchmark, way):
    rng = np.random.default_rng(0)
    ends = np.linspace(0, 1 << 24, 257).astype(np.uint32)[None]
    codec, symbols = tabulated(np.zeros(SYMBOLS, np.int64), ends), rng.integers(0, 256, SYMBOLS, dtype=np.int32)
    full = codec.push(Message.empty(), symbols)
    work = {"push": lambda: codec.push(Message.empty(), symbols), "pop": lambda: codec.pop(full.copy())}
    measure(benchmark, work[way])
