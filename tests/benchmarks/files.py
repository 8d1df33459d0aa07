"""Figures and proofs on real files, by the shipped model unless told otherwise. A script, not a test.

    python tests/benchmarks/files.py suite FOLDER      every file comes back: pixels and metadata, or byte for byte
    python tests/benchmarks/files.py regret FOLDER...  sizes by the choice of coding against trying everything
    python tests/benchmarks/files.py tiles FOLDER      what a choice of coding for each tile could gain
    python tests/benchmarks/files.py memory MEGAPIXELS peak memory of coding and decoding one large image

`regret` takes JPEG files by their pixels, because transcoding leaves no choice. It compares whole files, by the model
of --effort. The three columns from "tried" on are shares of the files for which a coding was tried at all,
"time" is the processor's for reading and all tries over that for the model alone.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import resource as process_resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bitswap_app.container.header import Coding, Header
from bitswap_app.container.header import Image as Shape
from bitswap_app.container.packing import pack
from bitswap_app.container.stream import Contents, read, write
from bitswap_app.errors import ImageError
from bitswap_app.imaging import io as images
from bitswap_app.imaging import jxl, webp
from bitswap_app.imaging.png import Form
from bitswap_app.imaging.raster import Raster
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service import payloads
from bitswap_app.service.background import Report
from bitswap_app.service.choice import fits_webp
from bitswap_app.service.codings import Encoder, decode
from bitswap_app.service.engine import Engine, find_weights

TILE = 128


class Remembering:
    """An engine that codes the same pixels once."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._payloads = engine, dict[bytes, bytes]()
        self.model_id, self.seconds = engine.model_id, 0.0

    def compress_image(self, pixels: NDArray[np.uint8], report: payloads.Progress, *, check: bool = False) -> bytes:
        key = hashlib.sha256(repr(pixels.shape).encode() + pixels.tobytes()).digest()
        if key not in self._payloads:
            begun = time.process_time()
            self._payloads[key] = self._engine.compress_image(pixels)
            self.seconds += time.process_time() - begun
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


class Watched(Encoder):
    """Notes in `tried` which codings are tried."""

    tried: ClassVar[Counter[str]] = Counter()

    def _trials(self, image: Raster, report: Report) -> Iterator[tuple[Coding, bytes, bytes]]:
        found = set[Coding]()
        for trial in super()._trials(image, report):
            found.add(trial[0])
            yield trial
        self.tried.update(coding.label for coding in found)


def regret(args: argparse.Namespace, engine: Remembering) -> None:
    """Files by the choice against the smallest of everything, by folder and in all, as rows of Markdown."""
    encoder = Watched(effort=args.effort, verify=False, engine_for=lambda _: engine, thumbnail=False, pixels=True)
    rows = [Row(Path(folder).name) for folder in args.what]
    print("| set | files | bytes chosen | smallest of all | regret | tried: model | WebP | JPEG XL | time | chosen |")
    print(f"|---{'|---:' * 8}|---|")
    for folder, row in zip(args.what, rows, strict=True):
        encoder.tried.clear()
        for path in files_in([folder], args.limit):
            source = path.read_bytes()
            begun, before = time.process_time(), engine.seconds
            coded = encoder.encode(source, "x", ignore)
            row.seconds += time.process_time() - begun
            rivals = everything(source, engine)
            row.model_seconds += engine.seconds - before
            smallest = min(len(coded.data), *rivals.values())
            row.codings[coded.coding.label] += 1
            row.chosen += len(coded.data)
            row.smallest += smallest
            if args.verbose and len(coded.data) > 1.005 * smallest:
                print(
                    f"{path.name[:40]:40} {coded.coding.label:8} {len(coded.data)} {rivals}",
                    file=sys.stderr,
                    flush=True,
                )
        row.tried.update(encoder.tried)
        print(row.markdown(), flush=True)
    print(sum(rows, Row("all")).markdown())


@dataclass
class Row:
    """Sums over a set. The times are the processor's, of the whole choice and of the model alone."""

    name: str
    chosen: int = 0
    smallest: int = 0
    seconds: float = 0
    model_seconds: float = 0
    codings: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Row) -> Row:
        return Row(
            self.name,
            self.chosen + other.chosen,
            self.smallest + other.smallest,
            self.seconds + other.seconds,
            self.model_seconds + other.model_seconds,
            self.codings + other.codings,
            self.tried + other.tried,
        )

    def markdown(self) -> str:
        """A row of the table."""
        files = self.codings.total()
        shares = " | ".join(f"{self.tried[name] / max(1, files):.0%}" for name in ("bitswap", "webp", "jxl"))
        ratio = f"{self.seconds / self.model_seconds:.2f}" if self.model_seconds else ""
        chosen = ", ".join(f"{name} {count}" for name, count in self.codings.most_common())
        over = f"{100 * (self.chosen / max(1, self.smallest) - 1):.3f} %"
        return (
            f"| {self.name} | {files} | {self.chosen:,} | {self.smallest:,} | {over} | {shares} | {ratio} | {chosen} |"
        )


def everything(source: bytes, engine: Remembering) -> dict[str, int]:
    """Bytes of the .bsw file in every coding that can hold the image, and stored where that gives the same back."""
    sizes = {} if images.is_jpeg(source) else {"stored": file_bytes(None, source, Coding.STORED, pack(source))}
    try:
        image = images.read_jpeg_pixels(source) if images.is_jpeg(source) else images.read(source)
    except ImageError:
        return sizes
    if not isinstance(image, Raster):
        return sizes
    for effort in (7, 9):
        sizes[f"jxl {effort}"] = file_bytes(image, source, Coding.JXL, jxl.encode(image.pixels, effort))
    if fits_webp(image.pixels):
        for method in (4, 6):
            payload = webp.encode_payload(image.pixels, method=method, quality=100)
            sizes[f"webp {method}"] = file_bytes(image, source, Coding.WEBP, payload)
    levels = payloads.narrowed(image.pixels)
    if levels is not None:
        payload = payloads.encode_by_model(levels, engine, 9, ignore)
        sizes["bitswap"] = file_bytes(image, source, Coding.BITSWAP, payload, engine.model_id)
    return sizes


def file_bytes(image: Raster | None, source: bytes, coding: Coding, payload: bytes, model_id: bytes = b"") -> int:
    """Of the file that the encoder would write."""
    shape, before, after = None, b"", b""
    if image is not None:
        shape = Shape(
            width=image.width, height=image.height, channels=image.channels, depth=image.depth, file_kind=image.kind
        )
        before, after = image.before, image.after
    header = Header(coding=coding, name="x", source_bytes=len(source), digest=bytes(8), image=shape, model_id=model_id)
    return len(write(Contents(header=header, payload=payload, before=before, after=after)))


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
    weights = read_weights(args.model) if args.model else find_weights(args.effort)
    commands[args.command](args, Remembering(Engine(load_runtime(weights), threads=args.threads)))


if __name__ == "__main__":
    main()
