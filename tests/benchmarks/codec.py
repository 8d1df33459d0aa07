"""Figures of the whole codec on real files, by the shipped model unless told otherwise. A script, not a test.

    python tests/benchmarks/codec.py sizes FOLDER        real .bsw files against PNG, WebP and JPEG XL
    python tests/benchmarks/codec.py exactness PICTURE   one payload under threads, batches and instruction sets
    python tests/benchmarks/codec.py seeds FOLDER        initial bits, Bit-Swap order against BB-ANS order
    python tests/benchmarks/codec.py depths FOLDER       the same for untrained models of 1, 2, 4 and 8 latent layers

Pictures are cropped to multiples of 32 at the right and bottom; `sizes --whole` leaves them whole.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bitswap_app.coding.bits_back import bb_ans, bit_swap, seed_bits
from bitswap_app.coding.colour import Colours
from bitswap_app.coding.ledger import Ledger
from bitswap_app.coding.message import Message
from bitswap_app.coding.tiling import plan_tiles
from bitswap_app.model.config import TINY, LatentLayer
from bitswap_app.model.learning import Learns
from bitswap_app.model.natural import has_curvatures
from bitswap_app.model.runtime import Runtime, load_runtime
from bitswap_app.model.tile_codec import TileModel
from bitswap_app.model.weights import Weights, read_weights
from bitswap_app.service.codings import Encoder
from bitswap_app.service.engine import Engine, canvas_of, find_weights

Pixels = NDArray[np.uint8]


def pictures(folder: Path, *, whole: bool, limit: int | None) -> Iterator[tuple[str, Pixels]]:
    """Every picture of a folder as uint8[H, W, 3], in the order of names."""
    for path in itertools.islice(sorted(p for p in folder.rglob("*") if p.is_file()), limit):
        try:
            with Image.open(path) as image:
                pixels = np.asarray(image.convert("RGB"))
        except OSError:
            continue
        if not whole:
            pixels = pixels[: pixels.shape[0] // 32 * 32, : pixels.shape[1] // 32 * 32]
        if pixels.size:
            yield path.name, np.ascontiguousarray(pixels)


def png(pixels: Pixels) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def webp(pixels: Pixels) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "WEBP", lossless=True, quality=100, method=4)
    return buffer.getvalue()


def weights_from(args: argparse.Namespace) -> Weights:
    return read_weights(args.model) if args.model else find_weights(args.effort)


def engine_from(args: argparse.Namespace) -> Engine:
    return Engine(load_runtime(weights_from(args)), threads=args.threads)


def sizes(args: argparse.Namespace) -> None:
    """Bits per sub-pixel of real files, mean over pictures and pooled; the model's own cost; the largest overhead."""
    engine = engine_from(args)
    encoder = Encoder(effort=args.effort, verify=True, engine_for=lambda _: engine)
    rows: dict[str, list[float]] = {}
    counts, overheads, latents = [], [], {}
    for name, pixels in pictures(args.folder, whole=args.whole, limit=args.limit):
        source = png(pixels)
        ledgers: list[Ledger] = []
        payload = engine.compress_image(pixels, ledgers=ledgers)
        coded = encoder.encode(source, "photo.png", lambda *_: None)
        cost = sum(ledger.net_bits for ledger in ledgers) / 8
        for ledger in ledgers:
            for label, entry in ledger.entries.items():
                latents[label] = latents.get(label, 0.0) + entry.net_bits
        found = {"bitswap": len(coded.data), "model cost": cost, "payload": len(payload), "png": len(source)}
        if not args.quick:
            found |= {
                "webp": len(webp(pixels)),
                "jxl 7": len(imagecodecs.jpegxl_encode(pixels, lossless=True, effort=7)),
                "jxl 9": len(imagecodecs.jpegxl_encode(pixels, lossless=True, effort=9)),
            }
        for label, size in found.items():
            rows.setdefault(label, []).append(size)
        counts.append(pixels.size)
        overheads.append((len(coded.data) - cost - 64) / cost)
        print(
            f"{name[:40]:40} {coded.coding.label:8} "
            + "  ".join(f"{k} {8 * v / pixels.size:.3f}" for k, v in found.items())
        )
    count = np.array(counts)
    print(f"\n{len(counts)} pictures, {count.sum() / 3e6:.2f} megapixels")
    print(f"{'':12} {'mean':>7} {'pooled':>7} {'bytes':>10}")
    for label, values in rows.items():
        size = np.array(values)
        print(f"{label:12} {(8 * size / count).mean():7.4f} {8 * size.sum() / count.sum():7.4f} {size.sum():10.0f}")
    if "jxl 9" in rows:
        mean = [np.mean(8 * np.array(rows[k]) / count) for k in ("bitswap", "jxl 9")]
        print(
            f"bitswap / jxl 9: {mean[0] / mean[1]:.4f} of means, "
            f"{sum(rows['bitswap']) / sum(rows['jxl 9']):.4f} of sums"
        )
    print("bits per sub-pixel by part: " + ", ".join(f"{k} {v / count.sum():.5f}" for k, v in latents.items()))
    print(f"largest overhead of a file over model cost + 64 bytes: {100 * max(overheads):.3f} %")


SETTINGS: dict[str, dict[str, str]] = {
    "plain": {},
    "OPENBLAS_CORETYPE=Nehalem": {"OPENBLAS_CORETYPE": "Nehalem"},
    "OPENBLAS_CORETYPE=Haswell": {"OPENBLAS_CORETYPE": "Haswell"},
    "kernels for AVX2": {"NUMBA_CPU_NAME": "haswell", "NUMBA_CPU_FEATURES": "+avx2,+fma,+bmi2,+popcnt,+sse4.2"},
}


def exactness(args: argparse.Namespace) -> None:
    """The same bytes under every setting; each decodes them, so any decodes what another wrote. Else exits with 1."""
    reference = None
    wrong = 0
    for name, extra in SETTINGS.items():
        for threads, batch, path in ((1, 64, "int8"), (2, 3, "int8"), (2, 7, "int16"), (2, 1, "float32")):
            command = [sys.executable, __file__, "one", str(args.folder), "--threads", str(threads)]
            command += ["--batch", str(batch), "--path", path, "--effort", args.effort]
            command += ["--model", str(args.model)] if args.model else []
            done = subprocess.run(command, env=os.environ | extra, capture_output=True, text=True, check=False)
            line = done.stdout.strip() or done.stderr.strip().splitlines()[-1]
            reference = reference or line.split()[0]
            same = line.split()[0] == reference and done.returncode == 0
            wrong += not same
            print(f"{name:28} {threads} threads, {batch:2} tiles at once, {path:7}: {line} {'' if same else 'DIFFERS'}")
    raise SystemExit(1 if wrong else 0)


def one(args: argparse.Namespace) -> None:
    """Digest of a picture's payloads, by networks that learn and that do not, if they decode: `exactness` runs it."""
    from bitswap_app.model import pixel_coder

    # The sizes of calls; the stream's schedule is part of the format.
    pixel_coder.ROWS_AT_ONCE = pixel_coder.PIXELS_AT_ONCE = 31 * args.batch
    weights = weights_from(args)
    runtime = load_runtime(weights, paths=(args.path, "float32"))
    with Image.open(args.folder) as image:
        pixels = np.asarray(image.convert("RGB"))
    digest = hashlib.sha256()
    for learns in Learns:
        if learns is Learns.ALL and not has_curvatures(weights):
            continue
        engine = Engine(runtime, threads=args.threads, learns=learns)
        payload = engine.compress_image(pixels)
        digest.update(payload)
        if not np.array_equal(pixels, engine.decompress_image(payload, *pixels.shape[:2])):
            raise SystemExit("decoding gave other pixels")
    print(digest.hexdigest()[:16], f"by way of {runtime.path}")


def borrowed(runtime: Runtime, pixels: Pixels) -> tuple[int, float, float]:
    """Tiles of a picture, and the bits that they borrow as one batch in Bit-Swap order and in BB-ANS order."""
    seed = Message.from_bytes(hashlib.shake_128(b"seed").digest(1 << 20))
    tiles = plan_tiles(*pixels.shape[:2], runtime.config.tile)
    model = TileModel(runtime, tiles, canvas_of(pixels, [tiles], Colours.YCOCG))
    orders = (bit_swap, bb_ans)
    swapped, plain = (seed_bits(order(model.top_prior, model.levels), model.symbols(), seed) for order in orders)
    return len(tiles), swapped, plain


def seeds(args: argparse.Namespace) -> None:
    """Bits that a picture's tiles, coded as one batch, borrow before they pay them back."""
    runtime = load_runtime(weights_from(args))
    totals = []
    for name, pixels in pictures(args.folder, whole=False, limit=args.limit):
        tiles, swapped, plain = borrowed(runtime, pixels)
        totals.append((swapped, plain))
        print(f"{name[:40]:40} {tiles} tiles: Bit-Swap {swapped:.0f}, BB-ANS {plain:.0f} bits")
    mean = np.mean(totals, 0)
    print(f"mean: Bit-Swap {mean[0]:.0f}, BB-ANS {mean[1]:.0f} bits")


def depths(args: argparse.Namespace) -> None:
    """Initial bits of untrained models with 1, 2, 4 and 8 latent layers, means over pictures."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "model"))
    from tiny_model import make_network

    from bitswap_app.training.export import export

    strides = (8, 8, 8, 8, 16, 16, 16, 16)
    for depth in (1, 2, 4, 8):
        config = replace(TINY, latents=tuple(LatentLayer(stride, 2) for stride in strides[:depth]))
        runtime = load_runtime(export(make_network(config))[0])
        found = [borrowed(runtime, p)[1:] for _, p in pictures(args.folder, whole=False, limit=args.limit)]
        mean = np.mean(found, 0)
        print(f"{depth} latent layers: Bit-Swap {mean[0]:.0f}, BB-ANS {mean[1]:.0f} bits")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = {"sizes": sizes, "exactness": exactness, "one": one, "seeds": seeds, "depths": depths}
    parser.add_argument("command", choices=commands)
    parser.add_argument("folder", type=Path, help="folder of pictures (exactness: one picture)")
    parser.add_argument("--effort", choices=("fast", "standard", "high"), default="standard")
    parser.add_argument("--model", type=Path, help="a model file in place of the effort's")
    parser.add_argument("--threads", type=int)
    parser.add_argument("--limit", type=int, help="pictures at most")
    parser.add_argument("--whole", action="store_true", help="do not crop")
    parser.add_argument("--quick", action="store_true", help="leave out WebP and JPEG XL")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--path", default="int8")
    args = parser.parse_args()
    commands[args.command](args)


if __name__ == "__main__":
    main()
