"""The commands: what each does with its paths and options. Where the engine is chosen for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from bitswap_app.cli.render import DeviceLine, Renderer, renderer, show_devices, show_hint
from bitswap_app.errors import DeviceError, OutputError
from bitswap_app.service.batch import compress_batch, decompress_batch, describe_batch, verify_batch
from bitswap_app.service.cancel import Control
from bitswap_app.service.codings import EngineFor
from bitswap_app.service.events import BatchStarted, Event, FileFailed
from bitswap_app.service.options import CompressOptions, DecodeOptions, DecompressOptions
from bitswap_app.service.payloads import Engine

SOME_FILES_FAILED = 3


def compress(paths: Sequence[Path], options: CompressOptions, *, as_json: bool, quiet: bool) -> int:
    """Each file into a .bsw file."""
    return _drive(compress_batch(paths, options, engines(options), Control()), renderer(as_json=as_json, quiet=quiet))


def decompress(paths: Sequence[Path], options: DecompressOptions, *, as_json: bool, quiet: bool) -> int:
    """Each .bsw file into what it holds."""
    return _drive(decompress_batch(paths, options, engines(options), Control()), renderer(as_json=as_json, quiet=quiet))


def verify(paths: Sequence[Path], options: DecodeOptions, *, as_json: bool, quiet: bool) -> int:
    """Each .bsw file decoded and forgotten."""
    return _drive(verify_batch(paths, options, engines(options), Control()), renderer(as_json=as_json, quiet=quiet))


def info(paths: Sequence[Path], *, as_json: bool, quiet: bool) -> int:
    """What each .bsw file says about itself."""
    return _drive(describe_batch(paths, Control()), renderer(as_json=as_json, quiet=quiet))


def thumbnail(path: Path, output: Path, side: int) -> int:
    """The small picture of a .bsw file as a PNG. Raises what thumbnail_of raises, and OutputError."""
    from bitswap_app.service.thumbnails import thumbnail_of

    data = thumbnail_of(path, side, engines(DecodeOptions()))
    try:
        output.write_bytes(data)
    except OSError as error:
        raise OutputError("{path} cannot be written ({why}).", path=output, why=error.strerror) from error
    return 0


def devices(*, check: bool, as_json: bool) -> int:
    """What the model can run on. With check, a device that fails the known-answer test is an error."""
    from bitswap_app.devices import choose, gpu_libraries
    from bitswap_app.service.engine import find_devices, find_weights

    found = find_devices(find_weights("standard"))
    chosen = choose("auto", found)
    show_devices(
        [
            DeviceLine(
                name=device.name,
                exact=device.exact,
                chosen=device == chosen.device,
                note=device.note,
                reason=chosen.reason if device == chosen.device else "",
            )
            for device in found
        ],
        as_json=as_json,
    )
    if gpu_libraries() is None and not as_json:
        show_hint('This installation knows no GPUs. README.md, "With a GPU", tells how to get one that does.')
    return DeviceError.exit_code if check and not all(device.exact for device in found) else 0


def engines(options: DecodeOptions) -> EngineFor:
    """Loads an engine when it is first asked for, once each."""

    @cache
    def engine_for(model: bytes | str) -> Engine:
        from bitswap_app.service.engine import load_engine

        return load_engine(model, device=options.device, threads=options.threads)

    return engine_for


def _drive(events: Iterator[Event], show: Renderer) -> int:
    """Runs a batch to its end and returns the exit code: a lone file's own, SOME_FILES_FAILED for several."""
    code, files = 0, 1
    with show:
        for event in events:
            show(event)
            if isinstance(event, BatchStarted):
                files = event.files
            elif isinstance(event, FileFailed):
                code = event.error.exit_code if files == 1 else SOME_FILES_FAILED
    return code
