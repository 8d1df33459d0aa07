"""One image by one codec: size, seconds, memory, and whether the pixels came back.

A codec runs in a process of its own, so that its peak of memory is its own, and a crash ends no other.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import platform
import signal
import sys
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

import numpy as np

from bitswap_app.errors import BitswapError, ImageError, InputError, VerifyFailed
from bitswap_app.imaging import io
from bitswap_app.imaging.raster import Kept, Pixels
from bitswap_app.service import payloads
from bitswap_app.service.bench.codecs import Picture, coder, effort_of
from bitswap_app.service.bench.results import Result
from bitswap_app.service.codings import EngineFor
from bitswap_app.service.options import BenchProtocol

log = logging.getLogger(__name__)

_UNIT = 32  # what the blog post's protocol crops to
_WARM_SIDE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One image by one codec, to be done.

    has_accounts  the result is to tell where the model's bits go, which takes as long as coding
    """

    path: Path
    image: str
    digest: str
    codec: str
    version: str
    protocol: BenchProtocol
    device: str
    threads: int | None
    max_pixels: int
    has_accounts: bool = False

    def failed(self, error: BitswapError) -> Result:
        """The result of a trial that this error ended."""
        return Result(
            image=self.image,
            digest=self.digest,
            codec=self.codec,
            version=self.version,
            error=str(error),
            exit_code=error.exit_code,
        )


class Measurer(Protocol):
    """Measures one trial after the other. Used in a with block."""

    def start(self, trial: Trial) -> Future[Result]: ...
    def close(self) -> None: ...


class Workers:
    """A process for each codec, one at a time."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._codec = ""

    def start(self, trial: Trial) -> Future[Result]:
        """The future of a result; it raises BrokenProcessPool if the process dies, and the next trial has a new one."""
        if self._pool is None or self._codec != trial.codec:
            self.close()
            self._pool, self._codec = _new_pool(), trial.codec
        try:
            return self._pool.submit(measure, trial)
        except BrokenProcessPool:
            self._pool = _new_pool()
            return self._pool.submit(measure, trial)

    def close(self) -> None:
        """Ends the process, whatever it is doing."""
        if self._pool is None:
            return
        processes = list((self._pool._processes or {}).values())  # noqa: SLF001  # Python 3.14 has kill_workers
        for process in processes:
            process.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = None


def _new_pool() -> ProcessPoolExecutor:
    # spawn, on every system: a forked child would begin with this process's memory and torch's threads
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_leave_interrupts_alone)


def _leave_interrupts_alone() -> None:
    """Ctrl-C is for the main process, which ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def measure(trial: Trial, engine_for: EngineFor | None = None) -> Result:
    """The result of one trial; what goes wrong with the image or the codec is in it."""
    try:
        return _measure(trial, engine_for or _engines(trial.device, trial.threads))
    except BitswapError as error:
        return trial.failed(error)
    except MemoryError:
        return trial.failed(ImageError("There is not enough memory for this image."))
    except Exception as bug:  # a library's fault or ours: the others are to be measured all the same
        log.exception("%s failed on %s", trial.codec, trial.path)
        return trial.failed(BitswapError("The codec failed: {error}.", error=f"{type(bug).__name__}: {bug}"))


def _measure(trial: Trial, engine_for: EngineFor) -> Result:
    pixels = read_pixels(trial.path, trial.protocol, trial.max_pixels)
    picture, own = Picture.of(pixels), coder(trial.codec, engine_for)
    _warm_up(trial.codec, engine_for)
    reset_peak()
    begun = time.perf_counter()
    data = own.encode(picture)
    between = time.perf_counter()
    decoded = own.decode(data, pixels)
    ended = time.perf_counter()
    peak = peak_bytes()
    if decoded.dtype != pixels.dtype or not np.array_equal(decoded, pixels):
        raise VerifyFailed("Decoding gave other pixels.")
    result = Result(
        image=trial.image,
        digest=trial.digest,
        codec=trial.codec,
        version=trial.version,
        width=pixels.shape[1],
        height=pixels.shape[0],
        channels=pixels.shape[2],
        depth=8 * pixels.dtype.itemsize,
        coded_bytes=len(data),
        encode_s=between - begun,
        decode_s=ended - between,
        peak_bytes=peak,
    )
    return _with_accounts(result, pixels, engine_for) if trial.has_accounts else result


def read_pixels(path: Path, protocol: BenchProtocol, max_pixels: int) -> Pixels:
    """uint8 or uint16[H, W, C] of an image file. Raises InputError or ImageError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError("{path} cannot be read ({error}).", path=path, error=error.strerror or str(error)) from error
    image = io.read_jpeg_pixels(data, max_pixels) if io.is_jpeg(data) else io.read(data, max_pixels)
    if isinstance(image, Kept):
        raise ImageError("Its pixels are not measured: {reason}", reason=image.reason)
    pixels = image.pixels
    if protocol == "blog":
        height, width = (side // _UNIT * _UNIT for side in pixels.shape[:2])
        pixels = pixels[:height, :width]
        if not pixels.size:
            raise ImageError("Cropped to multiples of {unit} pixels, nothing is left.", unit=_UNIT)
    return pixels.copy()


def _with_accounts(result: Result, pixels: Pixels, engine_for: EngineFor) -> Result:
    """The same with what the model itself says: where the bits go, and how many it borrows."""
    effort = effort_of(result.codec)
    levels = payloads.narrowed(pixels)
    if effort is None or levels is None:
        return result
    from bitswap_app.coding.bits_back import bit_swap
    from bitswap_app.service.bench.orders import OrderedEngine, initial_bits
    from bitswap_app.service.engine import Engine

    engine = engine_for(effort)
    if not isinstance(engine, Engine):
        return result
    colours = levels[:, :, :3] if levels.shape[2] > 2 else np.repeat(levels[:, :, :1], 3, axis=2)
    plain = np.ascontiguousarray(colours)
    ordered = OrderedEngine(engine, bit_swap)
    ordered.compress_image(plain, lambda *_: None)
    first = initial_bits(engine.runtime, plain)
    return replace(result, parts=ordered.parts, bit_swap_bits=first.bit_swap, bb_ans_bits=first.bb_ans)


@cache
def _engines(device: str, threads: int | None) -> EngineFor:
    @cache
    def engine_for(model: bytes | str) -> payloads.Engine:
        from bitswap_app.service.engine import load_engine

        return load_engine(model, device=device, threads=threads)

    return engine_for


@cache
def _warm_up(codec: str, engine_for: EngineFor) -> None:
    """Load what the codec needs and run its kernels once, so that no time of that is measured."""
    y, x, c = np.ogrid[:_WARM_SIDE, :_WARM_SIDE, :3]
    noise = np.random.default_rng(0).integers(0, 9, (_WARM_SIDE, _WARM_SIDE, 3))
    pixels = (90 + 50 * np.sin(x / 9 + c) + 40 * np.cos(y / 7) + noise).astype(np.uint8)
    own, effort = coder(codec, engine_for), effort_of(codec)
    own.decode(own.encode(Picture.of(pixels)), pixels)
    if effort is not None:  # a codec may have chosen to do without its model
        engine = engine_for(effort)
        payload = engine.compress_image(pixels, lambda *_: None)
        engine.decompress_image(payload, _WARM_SIDE, _WARM_SIDE, lambda *_: None)


def reset_peak() -> None:
    """Start measuring this process's peak of memory afresh, where the system can."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # then the peak is that since the process began
            Path("/proc/self/clear_refs").write_text("5", "ascii")


def peak_bytes() -> int:
    """The most memory that this process has had in pages, or 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    if sys.platform == "linux":
        for line in Path("/proc/self/status").read_text("ascii").splitlines():
            if line.startswith("VmHWM:"):
                return 1024 * int(line.split()[1])
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else 1024 * most


def machine() -> str:
    """The processor and how many threads it runs."""
    name = platform.processor() or platform.machine()
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
            if line.startswith("model name"):
                name = line.split(":", 1)[1].strip()
                break
    return f"{name}, {os.cpu_count()} threads"


def digest_of_file(path: Path) -> str:
    """SHA-256 of a file's bytes. Raises InputError."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InputError("{path} cannot be read ({error}).", path=path, error=error.strerror or str(error)) from error
