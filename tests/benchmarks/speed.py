"""How fast pictures are coded on this machine, beside JPEG XL in the same run. Scripts, not tests.

    python tests/benchmarks/speed.py pictures FOLDER     one large picture of each size, all cores on it
    python tests/benchmarks/speed.py folder FOLDER       200 pictures of 0.2 megapixels, files in and files out

FOLDER holds photographs, which are cut and set side by side. Rates are megapixels a second; let nothing else run.
"""

from __future__ import annotations

import argparse
import itertools
import os
import resource as process_resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import imagecodecs
import numpy as np
from codec import Pixels, pictures
from PIL import Image

from bitswap_app.service.batch import compress_batch, decompress_batch
from bitswap_app.service.cancel import Control
from bitswap_app.service.engine import Engine, load_engine
from bitswap_app.service.events import BatchDone
from bitswap_app.service.options import CompressOptions, DecompressOptions

SIZES = {0.1: (320, 320), 1: (800, 1280), 6: (2000, 3000), 12: (3000, 4000), 24: (4000, 6000), 100: (10000, 10000)}
COUNT, SIDES = 200, (400, 500)
CORES = os.cpu_count() or 1


def mosaic(parts: list[Pixels], height: int, width: int) -> Pixels:
    """A picture of any size from real ones, side by side."""
    source = itertools.cycle(parts)
    side = min(min(p.shape[:2]) for p in parts)
    across, down = -(-width // side), -(-height // side)
    rows = [np.concatenate([next(source)[:side, :side] for _ in range(across)], 1) for _ in range(down)]
    return np.ascontiguousarray(np.concatenate(rows)[:height, :width])


def seconds(work: Callable[[], object], runs: int = 1) -> float:
    """The least of some runs: what else the machine does only ever adds."""
    found = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return min(found)


def memory() -> float:
    """GB, the peak of this process so far."""
    return process_resource.getrusage(process_resource.RUSAGE_SELF).ru_maxrss / 2**20


def warm_up(engine: Engine, parts: list[Pixels]) -> None:
    """Compile what is not compiled yet, and let each thread run once."""
    pixels = mosaic(parts, 1000, 1000)
    engine.decompress_image(engine.compress_image(pixels, check=True), *pixels.shape[:2])


def of_pictures(args: argparse.Namespace) -> None:
    """Coding, the same with its check, decoding; then JPEG XL on the same pictures."""
    parts = [pixels for _, pixels in pictures(args.folder, whole=True, limit=24)]
    engine = load_engine(args.effort, device="cpu")
    warm_up(engine, parts)
    print(f"{args.effort} by way of {engine.runtime.path}, {engine.threads} threads")
    print(f"{'megapixels':>10} {'coding':>8} {'+ check':>8} {'decoding':>8} {'GB':>6} {'bits':>6}")
    wanted = {size: mosaic(parts, *sides) for size, sides in SIZES.items() if size in args.sizes}
    for size, pixels in wanted.items():
        million, found = pixels.shape[0] * pixels.shape[1] / 1e6, dict[str, object]()
        coding = seconds(lambda p=pixels, f=found: f.update(payload=engine.compress_image(p)), args.runs)
        checked = seconds(lambda p=pixels: engine.compress_image(p, check=True), args.runs)
        payload, sides = found["payload"], pixels.shape[:2]
        decoding = seconds(
            lambda b=payload, s=sides, f=found: f.update(pixels=engine.decompress_image(b, *s)), args.runs
        )
        if not np.array_equal(found["pixels"], pixels):
            raise SystemExit("decoding gave other pixels")
        rates = " ".join(f"{million / t:8.3f}" for t in (coding, checked, decoding))
        print(f"{size:10} {rates} {memory():6.2f} {8 * len(payload) / pixels.size:6.3f}")
    for effort in args.jxl:
        print(f"JPEG XL {effort}, {CORES} threads")
        for size, pixels in wanted.items():
            if size * (1 if effort < 9 else 4) > 50:
                continue  # minutes
            million, found = pixels.shape[0] * pixels.shape[1] / 1e6, {}
            coding = seconds(lambda p=pixels, e=effort, f=found: f.update(data=by_jxl(p, e)), args.runs)
            decoding = seconds(lambda f=found: imagecodecs.jpegxl_decode(f["data"], numthreads=CORES), args.runs)
            bits = 8 * len(found["data"]) / pixels.size
            print(f"{size:10} {million / coding:8.3f} {'':8} {million / decoding:8.3f} {'':6} {bits:6.3f}")


def by_jxl(pixels: Pixels, effort: int) -> bytes:
    return bytes(imagecodecs.jpegxl_encode(pixels, lossless=True, effort=effort, numthreads=CORES))


def of_a_folder(args: argparse.Namespace) -> None:
    """Many small files in one process: PNGs to .bsw files, checked, and back; then JPEG XL, one file after another."""
    parts = itertools.cycle(pixels for _, pixels in pictures(args.folder, whole=True, limit=COUNT))
    crops = (p[: SIDES[0], : SIDES[1]] for p in parts if p.shape[0] >= SIDES[0] and p.shape[1] >= SIDES[1])
    engine = load_engine(args.effort, device="cpu")
    with tempfile.TemporaryDirectory() as scratch:
        source, packed, back = (Path(scratch) / name for name in ("source", "packed", "back"))
        source.mkdir()
        chosen = list(itertools.islice(crops, COUNT))
        for i, crop in enumerate(chosen):
            Image.fromarray(crop).save(source / f"{i:03}.png")
        warm_up(engine, chosen[:8])
        million = sum(crop.shape[0] * crop.shape[1] for crop in chosen) / 1e6
        runs = {
            "compress, checked": (compress_batch, [source], CompressOptions(output=packed, effort=args.effort)),
            "decompress": (decompress_batch, [packed], DecompressOptions(output=back)),
        }
        print(f"{args.effort}: {len(chosen)} files, {million:.1f} megapixels")
        for name, (batch, paths, options) in runs.items():
            done: list[BatchDone] = []
            taken = seconds(
                lambda b=batch, p=paths, o=options, d=done: d.extend(_last(b(p, o, lambda _: engine, Control())))
            )
            rate = f"{million / taken:6.3f} megapixels/s"
            print(f"{name:20} {rate}, {done[0].files} files, {done[0].failed} failed; peak memory {memory():.2f} GB")
        for effort in args.jxl:
            taken = seconds(lambda e=effort: [by_jxl(crop, e) for crop in chosen])
            print(f"{f'JPEG XL {effort}, no check':20} {million / taken:6.3f} megapixels/s")


def _last(events):  # type: ignore[no-untyped-def]
    return [event for event in events if isinstance(event, BatchDone)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = {"pictures": of_pictures, "folder": of_a_folder}
    parser.add_argument("command", choices=commands)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--effort", default="standard")
    parser.add_argument("--sizes", type=float, nargs="+", default=[0.1, 1, 12], choices=SIZES, help="megapixels")
    parser.add_argument(
        "--runs", type=int, default=1, help="of each measurement of pictures, of which the least counts"
    )
    parser.add_argument("--jxl", type=int, nargs="*", default=[7, 9], help="efforts to compare with")
    args = parser.parse_args()
    commands[args.command](args)


if __name__ == "__main__":
    sys.exit(main())
