"""Figures and proofs on real files, by the shipped model unless told otherwise. A script, not a test.

    python tests/benchmarks/files.py suite FOLDER      every file comes back: pixels and metadata, or byte for byte
    python tests/benchmarks/files.py regret FOLDER...  sizes by the choice of coding against trying everything
    python tests/benchmarks/files.py tiles FOLDER      what a choice of coding for each tile could gain
    python tests/benchmarks/files.py memory MEGAPIXELS peak memory of coding and decoding one large image

`regret` takes JPEG files by their pixels: transcoding leaves no choice.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import resource as process_resource
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bitswap_app.container.header import Coding
from bitswap_app.container.stream import read
from bitswap_app.errors import ImageError
from bitswap_app.imaging import io as images
from bitswap_app.imaging import jxl, webp
from bitswap_app.imaging.png import Form
from bitswap_app.imaging.raster import Raster
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service import payloads
from bitswap_app.service.choice import fits_webp
from bitswap_app.service.codings import Encoder, decode
from bitswap_app.service.engine import Engine, find_weights

TILE = 128


class Remembering:
    """An engine that codes the same pixels once."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._payloads = engine, dict[bytes, bytes]()
        self.model_id, self.seconds = engine.model_id, 0.0

    def compress_image(self, pixels: NDArray[np.uint8], report: payloads.Progress) -> bytes:
        key = hashlib.sha256(repr(pixels.shape).encode() + pixels.tobytes()).digest()
        if key not in self._payloads:
            begun = time.perf_counter()
            self._payloads[key] = self._engine.compress_image(pixels)
            self.seconds += time.perf_counter() - begun
        return self._payloads[key]

    def decompress_image(self, payload: bytes, height: int, width: int, report: payloads.Progress) -> NDArray[np.uint8]:
        return self._engine.decompress_image(payload, height, width)


def ignore(*_: object) -> None:
    """A report that nobody reads."""


def files_in(folders: list[str], limit: int | None) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in Path(folder).rglob("*") if path.is_file())[:limit]


def suite(args: argparse.Namespace, engine: Remembering) -> None:
    """Exits with 1 unless every file comes back."""
    encoder = Encoder(effort=args.effort, verify=True, engine_for=lambda _: engine)
    found, wrong = Counter[str](), 0
    for path in files_in(args.what, args.limit):
        source = path.read_bytes()
        coded = encoder.encode(source, path.name, ignore)
        restored = decode(read(coded.data), lambda _: engine, ignore)
        how = "byte for byte" if restored == source else "the same image" if is_same_image(source, restored) else "NO"
        grown = len(coded.data) - len(source)
        if how == "NO" or grown > 64 or coded.coding is Coding.STORED:
            print(f"{path.name}: {coded.coding.label}, {how}, {grown:+} bytes. {coded.note}")
        wrong += how == "NO" or grown > 64
        found[f"{coded.coding.label}, {how}"] += 1
        found["bytes before"] += len(source)
        found["bytes after"] += len(coded.data)
    for line, count in sorted(found.items()):
        print(f"{count:8} {line}")
    raise SystemExit(int(bool(wrong)))


def is_same_image(one: bytes, other: bytes) -> bool:
    """By another program's eyes: mode, size, pixels, palette and all metadata, and a PNG's own header."""
    with Image.open(io.BytesIO(one)) as before, Image.open(io.BytesIO(other)) as after:
        before.load()
        after.load()
        return (
            (before.format, before.mode, before.size, before.info) == (after.format, after.mode, after.size, after.info)
            and before.tobytes() == after.tobytes()
            and before.getpalette() == after.getpalette()
            and before.getexif() == after.getexif()
            and (before.format != "PNG" or one[16:29] == other[16:29])
        )


def regret(args: argparse.Namespace, engine: Remembering) -> None:
    """Payloads by the choice against the smallest of everything, by folder and in all."""
    encoder = Encoder(effort=args.effort, verify=False, engine_for=lambda _: engine, thumbnail=False, pixels=True)
    totals = [0, 0]
    print(f"{'folder':24} {'files':>5} {'chosen':>11} {'everything':>11} {'regret':>8} {'time':>6}  chosen codings")
    for folder in args.what:
        sums, codings, seconds = [0, 0], Counter[str](), [0.0, 0.0]
        for path in files_in([folder], args.limit):
            source = path.read_bytes()
            begun, before = time.perf_counter(), engine.seconds
            coded = encoder.encode(source, "x", ignore)
            seconds[0] += time.perf_counter() - begun
            payload = len(read(coded.data).payload) + 8 * (coded.coding is Coding.BITSWAP)
            rivals = everything(source, engine)
            seconds[1] += engine.seconds - before
            smallest = min(rivals.values(), default=payload)
            if coded.coding is Coding.STORED:  # is smaller than all of these, surroundings included
                smallest = payload
            codings[coded.coding.label] += 1
            sums[0] += payload
            sums[1] += min(smallest, payload)
            if args.verbose and payload > 1.005 * smallest:
                print(f"    {path.name[:40]:40} {coded.coding.label:8} {payload} {rivals}")
        print_row(Path(folder).name, sum(codings.values()), sums, seconds, dict(codings))
        totals = [total + new for total, new in zip(totals, sums, strict=True)]
    print(f"{'all':24} {'':5} {totals[0]:11} {totals[1]:11} {100 * (totals[0] / totals[1] - 1):7.3f}%")


def print_row(name: str, files: int, sums: list[int], seconds: list[float], codings: dict[str, int]) -> None:
    """The time is that of the whole choice over that of the model alone."""
    ratio = f"{seconds[0] / seconds[1]:6.2f}" if seconds[1] else f"{'':6}"
    share = 100 * (sums[0] / max(1, sums[1]) - 1)
    print(f"{name:24} {files:5} {sums[0]:11} {sums[1]:11} {share:7.3f}% {ratio}  {codings}", flush=True)


def everything(source: bytes, engine: Remembering) -> dict[str, int]:
    """Bytes of payload in every coding that can hold the image; nothing for what is no image."""
    try:
        image = images.read_jpeg_pixels(source) if images.is_jpeg(source) else images.read(source)
    except ImageError:
        return {}
    if not isinstance(image, Raster):
        return {}
    sizes = {f"jxl {effort}": len(jxl.encode(image.pixels, effort)) for effort in (7, 9)}
    if fits_webp(image.pixels):
        for method in (4, 6):
            sizes[f"webp {method}"] = len(webp.encode_payload(image.pixels, method=method, quality=100))
    levels = payloads.narrowed(image.pixels)
    if levels is not None:
        sizes["bitswap"] = 8 + len(payloads.encode_by_model(levels, engine, 9, ignore))
    return sizes


def tiles(args: argparse.Namespace, engine: Remembering) -> None:
    """Whole images in the best coding, against the model for those tiles that suit it and WebP for the rest.

    The tiles of the model are blank in the WebP, which is coded whole; each of them is coded alone, so that the model's
    share is dearer than it would be, by some 20 bytes a tile.
    """
    totals = [0, 0]
    for path in files_in(args.what, args.limit):
        with Image.open(path) as image:
            pixels = np.asarray(image.convert("RGB"))
        whole = min(everything(images.build(Raster(pixels, Form.natural(pixels).kind), quick=True), engine).values())
        rest, by_model, chosen = pixels.copy(), 0, 0
        for top in range(0, pixels.shape[0], TILE):
            for left in range(0, pixels.shape[1], TILE):
                place = slice(top, top + TILE), slice(left, left + TILE)
                tile = np.ascontiguousarray(pixels[place])
                coded = len(engine.compress_image(tile, ignore)) - 20
                if coded < len(webp.encode_payload(tile, method=4, quality=100)):
                    by_model, chosen = by_model + coded, chosen + 1
                    rest[place] = rest[0, 0]
        mixed = by_model + len(webp.encode_payload(rest, method=4, quality=100))
        totals = [totals[0] + whole, totals[1] + min(whole, mixed)]
        print(f"{path.name[:48]:48} whole {whole:8}, mixed {mixed:8} with {chosen} tiles by the model", flush=True)
    print(
        f"whole {totals[0]}, the better of whole and mixed {totals[1]}: {100 * (1 - totals[1] / totals[0]):.2f} % less"
    )


def memory(args: argparse.Namespace, engine: Remembering) -> None:
    """Of this process, which holds the image's file as well. A mosaic of noise and slopes, as PNG of the given mode."""
    side = int((float(args.what[0]) * 1e6) ** 0.5)
    rng = np.random.default_rng(0)
    channels, kind = {"RGB": (3, np.uint8), "RGBA": (4, np.uint8), "L": (1, np.uint8), "RGB16": (3, np.uint16)}[
        args.mode
    ]
    piece = (
        np.add.outer(np.arange(512), np.arange(512))[:, :, None] // 4 + rng.integers(0, 9, (512, 512, channels))
    ) % 256
    count = -(-side // 512)
    pixels = np.tile(piece.astype(kind) * (129 if kind is np.uint16 else 1), (count, count, 1))[:side, :side]
    source = images.build(Raster(np.ascontiguousarray(pixels), Form.natural(pixels).kind), quick=True)
    del pixels
    print(f"{side} x {side} {args.mode}, a file of {len(source) / 1e6:.0f} MB; peak so far {peak():.2f} GB", flush=True)
    begun = time.perf_counter()
    coded = Encoder(effort=args.effort, verify=True, engine_for=lambda _: engine).encode(source, "x.png", ignore)
    print(
        f"{coded.coding.label}, {len(coded.data)} bytes, {time.perf_counter() - begun:.0f} s; peak {peak():.2f} GB",
        flush=True,
    )
    del source
    decode(read(coded.data), lambda _: engine, ignore)
    print(f"decoded; peak {peak():.2f} GB")


def peak() -> float:
    return process_resource.getrusage(process_resource.RUSAGE_SELF).ru_maxrss / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = {"suite": suite, "regret": regret, "tiles": tiles, "memory": memory}
    parser.add_argument("command", choices=commands)
    parser.add_argument("what", nargs="+", help="folders, or megapixels")
    parser.add_argument("--effort", default="standard", choices=("fast", "standard", "high"))
    parser.add_argument("--model", type=Path, help="a model file in place of the shipped one")
    parser.add_argument("--threads", type=int)
    parser.add_argument("--limit", type=int, help="files at most, of each folder")
    parser.add_argument("--mode", default="RGB", choices=("RGB", "RGBA", "L", "RGB16"), help="of `memory`")
    parser.add_argument("--verbose", action="store_true", help="regret: name files that were chosen badly")
    args = parser.parse_args()
    weights = read_weights(args.model) if args.model else find_weights("standard")
    commands[args.command](args, Remembering(Engine(load_runtime(weights), threads=args.threads)))


if __name__ == "__main__":
    main()
