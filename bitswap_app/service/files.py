"""One file in, one file out. Each use case is a generator of events and writes all or nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from bitswap_app.container.stream import VERSION, Contents, read
from bitswap_app.errors import VerifyFailed
from bitswap_app.service.background import Report, run_reporting
from bitswap_app.service.cancel import Control
from bitswap_app.service.checking import CheckingEngines
from bitswap_app.service.codings import Coded, Encoder, EngineFor, decode
from bitswap_app.service.events import FileDescribed, FileDone, FileEvent, FileSkipped, UnitsDone
from bitswap_app.service.names import SUFFIX, restored_name
from bitswap_app.service.options import CompressOptions, DecodeOptions, DecompressOptions
from bitswap_app.service.outputs import Outputs, Taken
from bitswap_app.service.planning import is_coded
from bitswap_app.service.resuming import is_result_of, is_what_is_held
from bitswap_app.service.sources import Source, look_at, read_source, remove_source
from bitswap_app.service.writing import read_back


def compress_file(
    path: Path,
    folder: Path,
    options: CompressOptions,
    engine_for: EngineFor,
    control: Control,
    outputs: Outputs | None = None,
) -> Iterator[FileEvent]:
    """Writes folder/<name>.bsw, unless it is there already.

    outputs  of the run that this file is part of
    Raises InputError, ImageError, OutputError, ModelError, DeviceError, VerifyFailed or Cancelled.
    """
    begun = time.monotonic()
    outputs = outputs or Outputs(options.existing)
    wanted = folder / (path.name + SUFFIX)
    status = look_at(path)
    if path.suffix.lower() == SUFFIX and is_coded(path):
        yield FileSkipped(path, "coded", "It is a .bsw file already.")
        return
    is_current: Callable[[Path], bool] = lambda target: is_result_of(target, path, status)  # noqa: E731
    place = outputs.settle(wanted, path, is_current)
    if isinstance(place, Taken) and (place.why == "exists" or options.source_after == "keep"):
        yield _skipped(path, place, outputs)
        return
    source = read_source(path)
    coded = yield from _encode(source, options, engine_for, control)
    control.check(path)
    anew = place.target if isinstance(place, Taken) else None  # a source is not removed on an old result's word
    written, warnings = outputs.write(wanted, coded.data, source, is_current, anew=anew)
    if isinstance(written, Taken):
        yield _skipped(path, written, outputs)
        return
    if options.source_after != "keep":
        _expect_on_disk(written, coded.data)
        warnings += tuple(filter(None, [remove_source(source, options.source_after)]))
    yield FileDone(
        source=path,
        output=written,
        action="compressed",
        coding=coded.coding.label,
        source_bytes=len(source.data),
        coded_bytes=len(coded.data),
        seconds=time.monotonic() - begun,
        note=coded.note,
        warnings=warnings,
    )


def decompress_file(
    path: Path,
    folder: Path,
    options: DecompressOptions,
    engine_for: EngineFor,
    control: Control,
    outputs: Outputs | None = None,
) -> Iterator[FileEvent]:
    """Writes the file that a .bsw file holds into folder, unless it is there already.

    Raises InputError, FormatError, OutputError, ModelError, DeviceError, ImageError or Cancelled.
    """
    begun = time.monotonic()
    outputs = outputs or Outputs(options.existing)
    source = read_source(path)
    contents = read(source.data)
    wanted = folder / restored_name(path.name, contents.header.name)
    is_current: Callable[[Path], bool] = lambda target: is_what_is_held(target, contents.header, source.status)  # noqa: E731
    place = outputs.settle(wanted, path, is_current)
    if isinstance(place, Taken):
        yield _skipped(path, place, outputs)
        return
    restored = yield from _decode(contents, path, options, engine_for, control)
    control.check(path)
    written, warnings = outputs.write(wanted, restored, source, is_current)
    if isinstance(written, Taken):
        yield _skipped(path, written, outputs)
        return
    yield FileDone(
        source=path,
        output=written,
        action="restored",
        coding=contents.header.coding.label,
        source_bytes=len(restored),
        coded_bytes=len(source.data),
        seconds=time.monotonic() - begun,
        warnings=warnings,
    )


def verify_file(path: Path, options: DecodeOptions, engine_for: EngineFor, control: Control) -> Iterator[FileEvent]:
    """Decodes a .bsw file in full and writes nothing. Raises as decompress_file."""
    begun = time.monotonic()
    source = read_source(path)
    contents = read(source.data)
    yield from _decode(contents, path, options, engine_for, control)
    yield FileDone(
        source=path,
        output=None,
        action="verified",
        coding=contents.header.coding.label,
        source_bytes=contents.header.source_bytes,
        coded_bytes=len(source.data),
        seconds=time.monotonic() - begun,
    )


def describe_file(path: Path) -> Iterator[FileEvent]:
    """What a .bsw file says about itself; its checksums are checked and its payload is not decoded."""
    data = read_source(path).data
    contents = read(data)
    header, image = contents.header, contents.header.image
    yield FileDescribed(
        source=path,
        format_version=VERSION,
        coding=header.coding.label,
        name=header.name,
        source_bytes=header.source_bytes,
        coded_bytes=len(data),
        width=image.width if image else 0,
        height=image.height if image else 0,
        channels=image.channels if image else 0,
        depth=image.depth if image else 0,
        model_id=header.model_id.hex(),
        thumbnail_bytes=len(contents.thumbnail),
    )


def _encode(
    source: Source, options: CompressOptions, engine_for: EngineFor, control: Control
) -> Generator[UnitsDone, None, Coded]:
    keeps_source = options.source_after == "keep"
    verify = options.verify or not keeps_source
    encoder = Encoder(
        effort=options.effort,
        verify=verify,
        # Where the source is to go, its file is decoded as if another program had written it.
        engine_for=CheckingEngines(engine_for) if verify and keeps_source else engine_for,
        pixels=options.pixels,
        max_pixels=options.max_pixels,
        thumbnail=options.thumbnail,
    )
    name = source.path.name
    return (yield from run_reporting(lambda report: encoder.encode(source.data, name, report), source.path, control))


def _decode(
    contents: Contents, path: Path, options: DecodeOptions, engine_for: EngineFor, control: Control
) -> Generator[UnitsDone, None, bytes]:
    work: Callable[[Report], bytes] = lambda report: decode(contents, engine_for, report, options.max_pixels)  # noqa: E731
    return (yield from run_reporting(work, path, control))


def _expect_on_disk(written: Path, data: bytes) -> None:
    """Raises VerifyFailed unless the disk gives the bytes that were decoded and compared."""
    try:
        is_same = read_back(written) == data
    except OSError as error:
        raise VerifyFailed(
            "{path} could not be read back, so the source stays ({why}).", path=written, why=error.strerror
        ) from error
    if not is_same:
        raise VerifyFailed("{path} was read back and is not what was written, so the source stays.", path=written)


def _skipped(path: Path, taken: Taken, outputs: Outputs) -> FileSkipped:
    if taken.why == "done":
        outputs.remember(taken.target)
    return FileSkipped(path, taken.why, taken.note, taken.target)
