"""Pictures to payloads and back: a model on a device, its streams on the machine's cores. FORMAT.md, section 5."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.bits_back import bit_swap
from bitswap_app.coding.codec import Codec
from bitswap_app.coding.colour import Colours, colours_of, from_levels, to_levels
from bitswap_app.coding.ledger import Ledger
from bitswap_app.coding.message import Message
from bitswap_app.coding.tiling import UNIT_SIDE, Tile, part_of
from bitswap_app.devices import Device, choose, present, probe
from bitswap_app.errors import Cancelled, CorruptFile, EmptyMessage, ModelError, VerifyFailed
from bitswap_app.model.canvas import Canvas
from bitswap_app.model.learning import Learns
from bitswap_app.model.recall import remembering
from bitswap_app.model.runtime import Runtime, load_runtime
from bitswap_app.model.tile_codec import TileModel
from bitswap_app.model.weights import Weights, read_weights
from bitswap_app.resources import resource
from bitswap_app.service.streams import Block, Payload, batches, joined, parted, plan_streams, tiles_of

T = TypeVar("T")
Report = Callable[[int, int], None]
Pixels = NDArray[np.uint8]

REPORT_SECONDS = 0.1

_NOT_SAME = "Decoding the coded pixels did not give the picture back. They were discarded."


def _unreported(done: int, total: int) -> None:
    """The Report of a caller that wants none."""


class _Progress:
    """Pixels done by all streams; a worker's tick raises Cancelled once the caller has given up.

    held   while the caller reports: a report that does not return holds the streams too, which is how work is paused
    """

    def __init__(self) -> None:
        self.done, self.stopped = 0, False
        self.held = threading.Lock()

    def tick(self, pixels: int) -> None:
        with self.held:
            self.done += pixels
        if self.stopped:
            raise Cancelled("Stopped at your request.")


class Engine:
    """Codes pictures with one model on one device. Safe to use from several threads: it holds nothing but the model."""

    def __init__(self, runtime: Runtime, *, threads: int | None = None, learns: Learns = Learns.NOTHING) -> None:
        """What an engine decodes does not hang on either option.

        threads  cores to use, all by default; it never changes a byte of the result
        learns   code with networks that learn from the picture: smaller, and slower both ways
        """
        self.runtime, self.learns = runtime, learns
        self.threads = max(1, threads or os.cpu_count() or 1)

    @property
    def coder(self) -> Runtime:
        """What codes pictures: the model with what learns of it."""
        return self.runtime.learning(self.learns)

    @property
    def model_id(self) -> bytes:
        """8 bytes, as files name it."""
        return self.runtime.model_id

    @property
    def tile(self) -> int:
        """Side of a coding tile in pixels."""
        return self.runtime.config.tile

    def compress_image(
        self,
        pixels: Pixels,
        report: Report = _unreported,
        *,
        check: bool = False,
        ledgers: list[Ledger] | None = None,
    ) -> bytes:
        """uint8[H, W, 3] -> payload.

        report   called with pixels done and their number, from this thread; what it raises stops the work
        check    decode each batch as soon as it is coded and compare (_check)
        ledgers  takes one ledger per stream, for accounts of where the bits went

        Raises VerifyFailed if the check fails.
        """
        height, width = pixels.shape[:2]
        plan = plan_streams(height, width, self.tile)
        books = [Ledger() for _ in plan]
        progress, phase, colours = _Progress(), (0, 0), colours_of(pixels)

        def encode(index: int) -> tuple[int, bytes]:
            k, message = _encode_stream(
                self.coder, pixels, colours, plan[index], phase, progress, books[index], check=check
            )
            return joined(self.learns, colours, k), message

        streams = self._run(encode, len(plan), progress, height * width, report)
        if ledgers is not None:
            ledgers.extend(books)
        payload = Payload(phase, tuple(streams))
        data = payload.to_bytes()
        if check and Payload.from_bytes(data, len(plan)) != payload:
            raise VerifyFailed(_NOT_SAME)
        return data

    def decompress_image(self, payload: bytes, height: int, width: int, report: Report = _unreported) -> Pixels:
        """The inverse. Raises CorruptFile for a payload that compress_image cannot have made of such a picture."""
        plan = plan_streams(height, width, self.tile)
        parts = Payload.from_bytes(payload, len(plan))
        grid = max(1, self.runtime.config.grid)
        if max(parts.phase) >= grid:
            raise CorruptFile(
                "The block grid starts at {phase}, outside its period of {grid}.", phase=parts.phase, grid=grid
            )
        pixels = np.empty((height, width, 3), dtype=np.uint8)
        progress = _Progress()

        def decode(index: int) -> None:
            free, message = parts.streams[index]
            learns, colours, k = parted(free)
            runtime = self.runtime.learning(learns)
            _decode_stream(runtime, message, k, plan[index], parts.phase, colours, progress, pixels)

        self._run(decode, len(plan), progress, height * width, report)
        return pixels

    def _run(self, work: Callable[[int], T], count: int, progress: _Progress, total: int, report: Report) -> list[T]:
        """work(0), ..., work(count - 1) on the engine's threads, while this one reports."""
        workers = min(self.threads, count)
        with ThreadPoolExecutor(workers, thread_name_prefix="stream") as pool:
            futures: list[Future[T]] = [pool.submit(work, i) for i in range(count)]
            try:
                pending = set(futures)
                while pending:
                    done, pending = wait(pending, REPORT_SECONDS)
                    for future in done:
                        future.result()
                    with progress.held:
                        report(min(progress.done, total), total)
            finally:
                progress.stopped = True
        return [future.result() for future in futures]


def _codec(model: TileModel, *, free: bool) -> Codec[NDArray[np.int16]]:
    return model.without_latents if free else bit_swap(model.top_prior, model.levels)


def _encode_stream(
    runtime: Runtime,
    pixels: Pixels,
    colours: Colours,
    blocks: Sequence[Block],
    phase: tuple[int, int],
    progress: _Progress,
    ledger: Ledger,
    *,
    check: bool = False,
) -> tuple[int, bytes]:
    """(k, message): with the least part without latents that leaves enough bits to borrow."""
    k, canvas = 0, canvas_of(pixels, blocks, colours)
    while True:
        ledger.entries.clear()
        message = Message.empty(ledger=ledger)
        canvas.remember(tiles_of(blocks))
        try:
            for tiles, is_free in reversed(batches(blocks, runtime.config.tile, k)):
                given = runtime, pixels, colours, tiles, canvas, phase, progress.tick
                message = _encode_batch(*given, message, free=is_free, check=check)
        except EmptyMessage:
            k += 1
            continue
        data = message.to_bytes()
        if check and Message.from_bytes(data) != message:
            raise VerifyFailed(_NOT_SAME)
        return k, data


def _encode_batch(
    runtime: Runtime,
    pixels: Pixels,
    colours: Colours,
    tiles: Sequence[Tile],
    canvas: Canvas,
    phase: tuple[int, int],
    tick: Callable[[int], None],
    message: Message,
    *,
    free: bool,
    check: bool,
) -> Message:
    """The message with a batch pushed onto it, whose tiles a canvas forgets, as a decoder then knows those before it.

    Raises EmptyMessage where there are no bits to borrow.
    """
    # Batches that are free of latents are decoded in earnest; the others by what their networks gave.
    used = remembering(runtime) if check and not free else runtime
    model = TileModel(used, tiles, canvas, phase, colours, tick)
    x = model.symbols()
    before = message.copy() if check else message
    message = _codec(model, free=free).push(message, x)
    if check:
        codec = _codec(TileModel(used, tiles, canvas, phase, colours), free=free)
        _check(codec, message.copy(), before, x, colours, [part_of(pixels, tile) for tile in tiles])
    canvas.forget(tiles)
    return message


def canvas_of(pixels: Pixels, blocks: Sequence[Block], colours: Colours) -> Canvas:
    """A canvas on which all of a stream's levels are known."""
    canvas = Canvas(tiles_of(blocks))
    for tile in tiles_of(blocks):
        canvas.learn(tile, to_levels(part_of(pixels, tile), colours))
    return canvas


def _check(
    codec: Codec[NDArray[np.int16]],
    message: Message,
    before: Message,
    x: NDArray[np.int16],
    colours: Colours,
    parts: Sequence[Pixels],
) -> None:
    """Raises VerifyFailed unless popping a batch gives its pixels and leaves the message that it was pushed onto.

    With every batch that holds for the whole stream, since a decoder takes them off one by one.
    """
    try:
        rest, again = codec.pop(message)
    except (EmptyMessage, ValueError) as error:
        raise VerifyFailed(_NOT_SAME) from error
    if rest != before or not np.array_equal(again, x):
        raise VerifyFailed(_NOT_SAME)
    for levels, part in zip(again, parts, strict=True):
        height, width = part.shape[:2]
        if not np.array_equal(from_levels(levels[:height, :width], colours), part):
            raise VerifyFailed(_NOT_SAME)


def _decode_stream(
    runtime: Runtime,
    data: bytes,
    k: int,
    blocks: Sequence[Block],
    phase: tuple[int, int],
    colours: Colours,
    progress: _Progress,
    pixels: Pixels,
) -> None:
    """Fill the stream's tiles of pixels. Raises CorruptFile."""
    tiles = tiles_of(blocks)
    if k > 0 and all(is_free for _, is_free in batches(blocks, runtime.config.tile, k - 1)):
        rows = UNIT_SIDE << k
        raise CorruptFile(
            "A stream of {tiles} tiles claims {rows} rows of pixels without latents.", tiles=len(tiles), rows=rows
        )
    message, canvas = Message.from_bytes(data), Canvas(tiles)
    for batch, is_free in batches(blocks, runtime.config.tile, k):
        model = TileModel(runtime, batch, canvas, phase, colours, progress.tick)
        message, x = _codec(model, free=is_free).pop(message)
        for levels, tile in zip(x, batch, strict=True):
            canvas.learn(tile, levels[: tile.height, : tile.width])
            part_of(pixels, tile)[:] = from_levels(canvas.levels_of(tile), colours)
    if not message.is_empty:
        raise CorruptFile("The coded pixels do not end where they should.")


def _manifest() -> dict[str, Any]:
    """efforts: the model of each; learns: what learns from the picture, of those efforts where anything does."""
    found: dict[str, Any] = json.loads(resource("weights/manifest.json").read_text("utf-8"))
    return found


def find_weights(model: str | bytes) -> Weights:
    """The shipped model of an effort (fast, standard, high) or of an id that a file names. Raises ModelError."""
    if isinstance(model, bytes):
        name = model.hex()
    else:
        efforts = _manifest()["efforts"]
        if model not in efforts:
            raise ModelError("There is no effort {model!r}; there are {names}.", model=model, names=", ".join(efforts))
        name = efforts[model]
    try:
        path = resource(f"weights/{name}.safetensors")
    except ModelError as error:
        if isinstance(model, str):
            raise
        raise ModelError(
            "This file needs the model {name}, which this version does not have; a newer version may.", name=name
        ) from error
    weights = read_weights(path)
    if weights.model_id.hex() != name:
        raise ModelError("The model file {path} holds model {model}.", path=path, model=weights.model_id.hex())
    return weights


def find_devices(
    weights: Weights, names: Sequence[str] | None = None, runtimes: dict[str, Runtime] | None = None
) -> list[Device]:
    """The machine's devices, the fastest first, each asked the model's known answers.

    runtimes  takes the model as it runs on each exact device, by the device's name
    """

    def check(name: str) -> str:
        runtime = load_runtime(weights, name)
        if runtimes is not None:
            runtimes[name] = runtime
        return runtime.path

    return probe(names or present(), check)


def load_engine(model: str | bytes, *, device: str = "auto", threads: int | None = None) -> Engine:
    """An engine for an effort's name or a model's id, on "auto", "cpu", "cuda" or one device by its name.

    Raises ModelError or DeviceError. Where only the CPU is wanted only it is asked, so that no driver is started.
    """
    weights, runtimes = find_weights(model), dict[str, Runtime]()
    found = find_devices(weights, ["cpu"] if device == "cpu" else None, runtimes)
    learns = Learns(_manifest().get("learns", {}).get(model, Learns.NOTHING))
    return Engine(runtimes[choose(device, found).device.name], threads=threads, learns=learns)
