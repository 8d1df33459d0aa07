"""Nanoseconds a pixel of each part of the likelihood's kernels, in one thread's CPU time. A script, not a test.

    python tests/benchmarks/kernels.py [PICTURE] [--path int8|int16] [--model FILE]

The share of the machine's peak is that of a tile of sums alone, from inputs and weights in the first-level cache.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from bitswap_app.coding._jit import kernel
from bitswap_app.coding.colour import to_ycocg
from bitswap_app.coding.message import Message
from bitswap_app.coding.wavefront import push_wavefront
from bitswap_app.model import _dense, _gathering, _window_kernel
from bitswap_app.model._experts import BLOCK, new_between, new_inputs
from bitswap_app.model.context import regions_alone
from bitswap_app.model.learning import Learns
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service.engine import find_weights

SIDE = 128


@kernel
def peak(x, layer, sums, repeats):
    for _ in range(repeats):
        _dense.store_sums(x, x.shape[0], layer, sums)


@kernel
def sorting(area, window, activities, places, order, laid_out, repeats):
    for _ in range(repeats):
        _gathering.sort_by_expert(area, window, activities, places, 0, BLOCK, order, laid_out)


@kernel
def gathering(area, window, context, places, x, guesses, repeats):
    for _ in range(repeats):
        _gathering.gather(area, window, context, places, 0, BLOCK, x, guesses)


@kernel
def hiding(network, x, between, hidden, repeats):
    for _ in range(repeats):
        _window_kernel.store_hidden(network, x, BLOCK, between, 0, hidden)


@kernel
def heading(network, hidden, residuals, units, params, repeats):
    for _ in range(repeats):
        for c in range(3):
            _window_kernel.store_parameters(network, hidden, c, residuals, BLOCK, units, params[c])


def best(work: Callable[[], object], units: int, name: str = "") -> float:
    """Nanoseconds a unit, the least of some runs; printed under a name."""
    work()
    found = []
    for _ in range(9):
        begun = time.thread_time()
        work()
        found.append(time.thread_time() - begun)
    least = 1e9 * min(found) / units
    if name:
        print(f"{name:32} {least:6.0f}")
    return least


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("picture", type=Path, nargs="?", help="noise if left out, for which mixtures are slow")
    parser.add_argument("--path", default="int8")
    parser.add_argument("--model", type=Path)
    args = parser.parse_args()
    runtime = load_runtime(read_weights(args.model) if args.model else find_weights("standard"), paths=(args.path,))
    pixels = np.random.default_rng(0).integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)
    if args.picture:
        with Image.open(args.picture) as image:
            pixels = np.asarray(image.convert("RGB"))[:SIDE, :SIDE]
    sides, coder = np.array([SIDE], dtype=np.int64), runtime.pixels
    network, window = runtime.window.networks[0].network, coder.window
    regions = regions_alone(runtime.config, to_ycocg(pixels)[None], sides, sides, np.zeros((1, 2), dtype=np.int64))
    features = np.zeros((1, SIDE, SIDE, runtime.config.features), dtype=np.int8)
    area, rows = coder.area(regions, features), (regions.firsts, regions.lasts)

    places = np.stack([[0] * BLOCK, 40 + np.arange(BLOCK) % 8, 20 + np.arange(BLOCK) // 8], axis=1).astype(np.int32)
    x, guesses = new_inputs(network, BLOCK), np.empty((3, BLOCK), dtype=np.int16)
    between = new_between(network, 1, BLOCK)
    hidden = np.empty((BLOCK, network.hidden.bias.size), dtype=np.int16)
    units = np.zeros((BLOCK, network.earlier.shape[2]), dtype=network.stored.dtype)
    params = np.zeros((3, BLOCK, network.out.bias.shape[1]), dtype=np.int16)
    trunk, sums = _dense.one_of(network.trunk, 0), np.empty((BLOCK, network.first.bias.size), dtype=np.int32)
    repeats, config = 50, runtime.config
    products = config.width * (config.context_inputs + config.features + 2 * config.depth * config.width)
    products += 3 * config.head * (config.width + config.features)
    alone = best(
        lambda: peak(np.ascontiguousarray(x[:, : config.width]), trunk, sums, repeats),
        repeats * BLOCK * config.width**2,
    )
    print(f"peak of {args.path}: {2 / alone:.0f} GOP/s")
    every = repeats * BLOCK
    order, laid_out = np.arange(BLOCK, dtype=np.int32), places.copy()
    activities = np.array(config.activities, dtype=np.int64)
    best(lambda: sorting(area, window, activities, places, order, laid_out, repeats), every, "sort by activity")
    best(lambda: gathering(area, window, network.context, places, x, guesses, repeats), every, "gather")
    inside = best(lambda: hiding(network, x, between, hidden, repeats), every, "hidden")
    print(f"  {100 * products * alone / inside:.0f} % of the peak")
    residuals = np.zeros((BLOCK, 3), dtype=np.int16)
    best(lambda: heading(network, hidden, residuals, units, params, repeats), every, "parameters")

    def silent(_: int) -> None:
        """Of progress."""

    every = SIDE * SIDE
    for name, own in (("", coder), (", last layers learning", runtime.learning(Learns.LAST).pixels)):
        starts, freqs = own.intervals(regions, features, silent)
        message = Message.empty()
        push_wavefront(message, starts, freqs, *rows, config.slope)
        best(lambda own=own: own.intervals(regions, features, silent), every, f"intervals{name}")
        best(lambda own=own, message=message: own.pop(message.copy(), regions, features, silent), every, f"pop{name}")
        print(f"  {message.bits / every / 3:.3f} bits a sub-pixel")
    best(lambda: push_wavefront(Message.empty(), starts, freqs, *rows, config.slope), every, "push")


if __name__ == "__main__":
    main()
