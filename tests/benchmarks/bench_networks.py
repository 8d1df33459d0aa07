"""How fast the networks of the shipped models are: patches of 32 x 32 pixels a second, and what share of the machine's
matmul peak that is. Asked for by name, collected by no default run.

    python -m pytest tests/benchmarks/bench_networks.py [--benchmark-json FILE]

The peak is measured beside it, on the same thread: a tile of sums alone, from inputs and weights in the first-level
cache. All is one thread's processor time. kernels.py tells where the time goes inside.
"""

import sys
import time
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))

import kernels

from bitswap_app.coding.colour import to_ycocg
from bitswap_app.coding.message import Message
from bitswap_app.coding.wavefront import push_wavefront
from bitswap_app.errors import DeviceError
from bitswap_app.model import _dense
from bitswap_app.model._experts import BLOCK, new_inputs
from bitswap_app.model.context import predict, regions_alone
from bitswap_app.model.runtime import PATHS, load_runtime
from bitswap_app.service.engine import find_weights
from bitswap_app.service.options import EFFORTS

SIDE, PATCH = 128, 32
PATCHES = (SIDE // PATCH) ** 2
REPEATS = 50

pytestmark = pytest.mark.benchmark(timer=time.thread_time, warmup=True, warmup_iterations=1, min_rounds=5)


def silent(_pixels):
    """Of progress."""


def picture():
    """Slopes with noise, uint8[SIDE, SIDE, 3]: mixtures are quickest in flat pictures and slowest in noise."""
    y, x, c = np.ogrid[:SIDE, :SIDE, :3]
    noise = np.random.default_rng(0).normal(0, 4, (SIDE, SIDE, 3))
    return np.clip(110 + 60 * np.sin(x / 19 + c) + 50 * np.cos(y / 17) + noise, 0, 255).astype(np.uint8)


@pytest.fixture(scope="module", params=PATHS[:2])
def path(request):
    return request.param


@pytest.fixture(scope="module", params=sorted({find_weights(effort).model_id.hex() for effort in EFFORTS}))
def runtime(request, path):
    try:
        return load_runtime(find_weights(bytes.fromhex(request.param)), paths=(path,))
    except DeviceError as error:
        pytest.skip(f"this CPU has no {path}: {error}")


@pytest.fixture(scope="module")
def tile(runtime):
    """A region of a tile, and features of z1 that say nothing."""
    sides, phase = np.array([SIDE], dtype=np.int64), np.zeros((1, 2), dtype=np.int64)
    regions = regions_alone(runtime.config, to_ycocg(picture())[None], sides, sides, phase)
    return regions, np.zeros((1, SIDE, SIDE, runtime.config.features), dtype=np.int8)


@pytest.fixture(scope="module")
def peak(runtime, path):
    """Multiply-adds a second."""
    network, width = runtime.window.networks[0].network, runtime.config.width
    x = np.ascontiguousarray(new_inputs(network, BLOCK)[:, :width])
    sums = np.empty((BLOCK, network.first.bias.size), dtype=np.int32)
    layer = _dense.one_of(network.trunk, 0)
    products = REPEATS * BLOCK * width**2
    return 1e9 / kernels.best(lambda: kernels.peak(x, layer, sums, REPEATS), products)


def measure(benchmark, work, peak, products=0):
    """products: multiply-adds a pixel, where their share of the peak is to be told."""
    benchmark.group = "patches"
    benchmark(work)
    if not benchmark.stats:  # with --benchmark-disable
        return
    seconds = benchmark.stats.stats.min
    benchmark.extra_info["patches_a_second"] = round(PATCHES / seconds, 1)
    line = f"{PATCHES / seconds:.0f} patches a second"
    if products:
        share = 100 * SIDE * SIDE * products / seconds / peak
        benchmark.extra_info |= {"peak_gmac_a_second": round(peak / 1e9, 1), "percent_of_peak": round(share, 1)}
        line += f", {share:.0f} % of {peak / 1e9:.0f} billion multiply-adds a second"
    print(f"\n{benchmark.name}: {line}")


def products(config):
    """Multiply-adds a pixel of the window network and its heads, of what they use of their inputs."""
    first = config.width * (config.context_inputs + config.features) + 2 * config.depth * config.width**2
    return first + 3 * config.head * (config.width + config.features) + 9 * config.head * config.mixture


def test_intervals(benchmark, runtime, tile, peak):
    """All that coding does with a tile's pixels: contexts, network, mixtures, intervals."""
    regions, features = tile
    measure(benchmark, lambda: runtime.pixels.intervals(regions, features, silent), peak, products(runtime.config))


def test_pop(benchmark, runtime, tile, peak):
    """All that decoding does with them, along the wavefront."""
    regions, features = tile
    message = Message.empty()
    starts, freqs = runtime.pixels.intervals(regions, features, silent)
    push_wavefront(message, starts, freqs, regions.firsts, regions.lasts, runtime.config.slope)
    work = lambda: runtime.pixels.pop(message.copy(), regions, features, silent)  # noqa: E731
    measure(benchmark, work, peak, products(runtime.config))


def test_latents(benchmark, runtime, tile, peak):
    """q(z1 | x) and z1's features; the layers above are a few hundredths of that."""
    levels = np.ascontiguousarray(tile[0].inside)
    first = runtime.config.latents[0]
    z = np.zeros((1, first.channels, SIDE // first.stride, SIDE // first.stride), dtype=np.int32)

    def work():
        runtime.latents.posterior(levels, predict(levels))
        runtime.latents.features(z)

    measure(benchmark, work, peak)
