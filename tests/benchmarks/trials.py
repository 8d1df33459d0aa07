"""Figures of what was tried (resources/weights/README.md). A script, not a test.

    python tests/benchmarks/trials.py orders FOLDER             each picture in the best of six orders of its channels
    python tests/benchmarks/trials.py together FOLDER MODEL     the standard model's probabilities mixed with another's
    python tests/benchmarks/trials.py learning FOLDER [MODEL]   what it gains, and costs, that layers learn;
                                                                all of them in a model that knows how, as high's
    python tests/benchmarks/trials.py borders FOLDER [MODEL]    what it gains that windows look across tiles
    python tests/benchmarks/trials.py graphics FOLDER           WebP, JPEG XL 9 and each effort's model on pictures that
                                                                suit WebP, which decides whom to ask

Networks learn in the third and the last alone. Of large pictures the corner of 512 x 512 is taken (--side, of the last
three).
"""

from __future__ import annotations

import argparse
import hashlib
import time
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bitswap_app.coding.bits_back import bit_swap
from bitswap_app.coding.colour import colours_of
from bitswap_app.coding.message import PRECISION, Message
from bitswap_app.coding.tiling import Tile, plan_tiles
from bitswap_app.imaging import jxl, webp
from bitswap_app.model.learning import Learns
from bitswap_app.model.natural import has_curvatures
from bitswap_app.model.pixel_coder import CompiledCoder
from bitswap_app.model.runtime import Runtime, load_runtime
from bitswap_app.model.tile_codec import TileModel
from bitswap_app.model.weights import Weights, read_weights
from bitswap_app.service.choice import SEARCHES, look_at
from bitswap_app.service.engine import Engine, canvas_of, find_weights, load_engine

SIDE = 512
LEAST_RATIO, MOST_RATIO = 0.4, 0.85  # of WebP to quick JPEG XL: below and above all is clear
SHARES = (0.1, 0.2, 0.35, 0.5)  # of the other model
SEED = hashlib.shake_128(b"seed").digest(1 << 17)


def pictures(folder: Path, limit: int | None, side: int = SIDE) -> Iterator[NDArray[np.uint8]]:
    for path in sorted(p for p in folder.rglob("*") if p.is_file())[:limit]:
        with Image.open(path) as image:
            yield np.asarray(image.convert("RGB"))[:side, :side]


def orders(args: argparse.Namespace) -> None:
    engine = Engine(load_runtime(find_weights("standard")))
    ways = list(permutations(range(3)))
    sizes = np.array(
        [
            [len(engine.compress_image(np.ascontiguousarray(p[..., way]))) for way in ways]
            for p in pictures(args.folder, args.limit)
        ]
    )
    for way, total in zip(ways, sizes.sum(0), strict=True):
        print(f"{''.join('RGB'[c] for c in way)}: {total / sizes[:, 0].sum():.4f}")
    print(f"the best of each picture: {sizes.min(1).sum() / sizes[:, 0].sum():.4f}")


def probabilities(weights: Weights, folder: Path, limit: int | None) -> NDArray[np.float64]:
    """What a model gives to each sub-pixel that there is."""
    found = []

    class Listening(CompiledCoder):
        def intervals(self, tiles, features, tick):
            intervals = super().intervals(tiles, features, tick)
            found.append(intervals[1][intervals[1] > 0] / 2**PRECISION)
            return intervals

    runtime = load_runtime(weights)
    if not isinstance(runtime.pixels, CompiledCoder):
        raise SystemExit("This CPU has no kernels for the model.")
    runtime.pixels.__class__ = Listening
    engine = Engine(runtime, threads=1)
    for picture in pictures(folder, limit):
        engine.compress_image(np.ascontiguousarray(picture))
    return np.concatenate(found)


def together(args: argparse.Namespace) -> None:
    ours, other = (
        probabilities(weights, args.folder, args.limit)
        for weights in (find_weights("standard"), read_weights(args.model))
    )
    cost = -np.log2(ours).sum()
    print(f"the other alone: {-np.log2(other).sum() / cost:.4f}")
    for share in SHARES:
        print(f"{share:4} of it: {-np.log2((1 - share) * ours + share * other).sum() / cost:.4f}")


def learning(args: argparse.Namespace) -> None:
    weights = read_weights(args.model) if args.model else find_weights("standard")
    runtime, total = load_runtime(weights), 0.0
    for learns in Learns:
        if learns is Learns.ALL and not has_curvatures(weights):
            continue
        own, begun = runtime.learning(learns), time.process_time()
        corners = [np.ascontiguousarray(p) for p in pictures(args.folder, args.limit, args.side)]
        size = sum(net_bits(own, p, plan_tiles(*p.shape[:2], own.config.tile)) for p in corners) / 8
        total = total or size
        print(f"{learns:8} {size:10,.0f} bytes, {1 - size / total:.2%} saved, {time.process_time() - begun:.1f} s")


def graphics(args: argparse.Namespace) -> None:
    engines = [load_engine(effort) for effort in SEARCHES]
    for p in pictures(args.folder, args.limit, args.side):
        corner = np.ascontiguousarray(p)
        ratio = look_at(corner, 0).webp_ratio
        if not LEAST_RATIO < ratio < MOST_RATIO:
            continue
        others = len(webp.encode_payload(corner, method=4, quality=100)), len(jxl.encode(corner, 9))
        models = [len(engine.compress_image(corner)) for engine in engines]
        print(f"{ratio:.3f}: WebP {others[0]:,}, JPEG XL {others[1]:,}, {list(SEARCHES)} {models} bytes")


def net_bits(runtime: Runtime, picture: NDArray[np.uint8], tiles: tuple[Tile, ...]) -> float:
    """Of some tiles as one batch, with bits enough to borrow, and nothing known around them."""
    colours = colours_of(picture)
    model = TileModel(runtime, tiles, canvas_of(picture, [tiles], colours), colours=colours)
    message = Message.from_bytes(SEED)
    before = message.bits
    return bit_swap(model.top_prior, model.levels).push(message, model.symbols()).bits - before


def borders(args: argparse.Namespace) -> None:
    runtime = load_runtime(read_weights(args.model) if args.model else find_weights("standard"))
    together = apart = 0.0
    for corner in pictures(args.folder, args.limit, args.side):
        picture = np.ascontiguousarray(corner)
        tiles = plan_tiles(*picture.shape[:2], runtime.config.tile)
        together += net_bits(runtime, picture, tiles)
        apart += sum(net_bits(runtime, picture, (tile,)) for tile in tiles)
    print(f"{apart / 8:,.0f} bytes tile by tile, {together / 8:,.0f} as one region: {1 - together / apart:.2%} saved")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = {"orders": orders, "together": together, "learning": learning, "borders": borders, "graphics": graphics}
    parser.add_argument("command", choices=commands)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path, nargs="?")
    parser.add_argument("--limit", type=int, help="pictures at most")
    parser.add_argument("--side", type=int, default=SIDE, help="of the corner that the last three take, in pixels")
    args = parser.parse_args()
    commands[args.command](args)


if __name__ == "__main__":
    main()
