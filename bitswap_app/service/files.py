"""One file in, one file out. Each use case is a generator of events and writes all or nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bitswap_app.container.header import Coding, Header
from bitswap_app.container.stream import VERSION, Contents, Lead, read
from bitswap_app.errors import VerifyFailed
from bitswap_app.service import large
from bitswap_app.service.background import Report, run_reporting
from bitswap_app.service.cancel import Control
from bitswap_app.service.checking import CheckingEngines
from bitswap_app.service.codings import Coded, Encoder, EngineFor, decode
from bitswap_app.service.events import FileDescribed, FileDone, FileEvent, FileSkipped, UnitsDone
from bitswap_app.service.metadata import Stripped, strip, together, why_kept
from bitswap_app.service.names import SUFFIX, restored_name
from bitswap_app.service.options import CompressOptions, DecodeOptions, DecompressOptions
from bitswap_app.service.outputs import Outputs, Taken
from bitswap_app.service.planning import is_coded
from bitswap_app.service.resuming import is_result_of, is_what_is_held
from bitswap_app.service.sources import Found, look_at, read_source, remove_source
from bitswap_app.service.writing import faults_of, read_back


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

    def is_current(target: Path) -> bool:
        return is_result_of(target, path, status, metadata=options.metadata)

    place = outputs.settle(wanted, path, is_current)
    if isinstance(place, Taken) and (place.why == "exists" or options.source_after == "keep"):
        yield _skipped(path, place, outputs)
        return
    anew = place.target if isinstance(place, Taken) else None  # a source is not removed on an old result's word
    write = partial(outputs.write, wanted, is_current=is_current, anew=anew)
    made = yield from _make(Found(path, status), options, engine_for, control, write)
    if made.written is None:
        with faults_of(wanted):
            outputs.make_folder(folder)
            made = yield from _store(made, folder, options, control, write)
    if isinstance(made.written, Taken):
        yield _skipped(path, made.written, outputs)
        return
    left = remove_source(made.source, options.source_after) if options.source_after != "keep" else ""
    yield FileDone(
        source=path,
        output=made.written,
        action="compressed",
        coding=made.coding.label,
        source_bytes=made.source.status.st_size,
        coded_bytes=made.coded_bytes,
        seconds=time.monotonic() - begun,
        note=made.note,
        left_out_bytes=made.left_out_bytes,
        warnings=made.warnings + ((left,) if left else ()),
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
    coded = open_coded(path)
    header, source = coded.header, coded.found
    wanted = folder / restored_name(path.name, header.name)
    is_current: Callable[[Path], bool] = lambda target: is_what_is_held(target, coded.body, source.status)  # noqa: E731
    place = outputs.settle(wanted, path, is_current)
    if isinstance(place, Taken):
        yield _skipped(path, place, outputs)
        return
    restored: bytes | Iterator[bytes]
    if isinstance(coded.body, Lead):
        restored = large.unpacked(path, coded.body, options.max_pixels, lambda _: control.check(path))
        restored_bytes = header.source_bytes
    else:
        restored = yield from _decode(coded.body, path, options, engine_for, control)
        restored_bytes = len(restored)
    control.check(path)
    written, warnings = outputs.write(wanted, restored, source, is_current)
    if isinstance(written, Taken):
        yield _skipped(path, written, outputs)
        return
    yield FileDone(
        source=path,
        output=written,
        action="restored",
        coding=header.coding.label,
        source_bytes=restored_bytes,
        coded_bytes=source.status.st_size,
        seconds=time.monotonic() - begun,
        warnings=warnings,
    )


def verify_file(path: Path, options: DecodeOptions, engine_for: EngineFor, control: Control) -> Iterator[FileEvent]:
    """Decodes a .bsw file in full and writes nothing. Raises as decompress_file."""
    begun = time.monotonic()
    coded = open_coded(path)
    body = coded.body
    if isinstance(body, Lead):
        yield from run_reporting(lambda report: large.test(path, body, options.max_pixels, report), path, control)
    else:
        yield from _decode(body, path, options, engine_for, control)
    yield FileDone(
        source=path,
        output=None,
        action="verified",
        coding=coded.header.coding.label,
        source_bytes=coded.header.source_bytes,
        coded_bytes=coded.found.status.st_size,
        seconds=time.monotonic() - begun,
    )


def describe_file(path: Path) -> Iterator[FileEvent]:
    """What a .bsw file says about itself; its checksums are checked and its payload is not decoded."""
    coded = open_coded(path)
    if isinstance(coded.body, Lead):
        large.expect_sound(path, coded.body)
    header, image = coded.header, coded.header.image
    yield FileDescribed(
        source=path,
        format_version=VERSION,
        coding=header.coding.label,
        name=header.name,
        source_bytes=header.source_bytes,
        coded_bytes=coded.found.status.st_size,
        width=image.width if image else 0,
        height=image.height if image else 0,
        channels=image.channels if image else 0,
        depth=image.depth if image else 0,
        model_id=header.model_id.hex(),
        thumbnail_bytes=len(coded.body.thumbnail),
    )


@dataclass(frozen=True, slots=True)
class CodedFile:
    """A .bsw file: all that it holds, or the lead of one that is to be unpacked a piece at a time."""

    found: Found
    body: Contents | Lead

    @property
    def header(self) -> Header:
        return self.body.header


def open_coded(path: Path) -> CodedFile:
    """Raises InputError, FormatError, UnsupportedVersion or CorruptFile."""
    status = look_at(path)
    if lead := large.find(path, status):
        return CodedFile(Found(path, status), lead)
    source = read_source(path)
    return CodedFile(Found(path, source.status), read(source.data))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What became of a source; written is None while it is still to be stored, a piece at a time."""

    source: Found
    coding: Coding
    note: str
    left_out_bytes: int = 0
    written: Path | Taken | None = None
    warnings: tuple[str, ...] = ()
    coded_bytes: int = 0


def _make(
    found: Found, options: CompressOptions, engine_for: EngineFor, control: Control, write: large.Write
) -> Generator[UnitsDone, None, _Made]:
    """All but what is stored a piece at a time."""
    if (note := large.why_stored(found)) is not None:
        said = "" if options.metadata else why_kept(found.path, b"")
        return _Made(source=found, coding=Coding.STORED, note=together(note, said))
    source = read_source(found.path)
    stripped = Stripped(source, 0, "") if options.metadata else strip(source)
    coded = yield from _encode(stripped, options, engine_for, control)
    control.check(found.path)
    made = _Made(
        source=Found(source.path, source.status),
        coding=coded.coding,
        note=together(coded.note, stripped.note),
        left_out_bytes=stripped.left_out_bytes,
    )
    if coded.is_left:
        return made
    written, warnings = write(coded.data, made.source)
    if options.source_after != "keep" and isinstance(written, Path):
        _expect_on_disk(written, coded.data)
    return replace(made, written=written, warnings=warnings, coded_bytes=len(coded.data))


def _store(
    made: _Made, folder: Path, options: CompressOptions, control: Control, write: large.Write
) -> Generator[UnitsDone, None, _Made]:
    is_to_go = options.source_after != "keep"
    written, warnings, coded_bytes = yield from large.store(
        made.source, folder, write, control, verify=options.verify or is_to_go, is_to_go=is_to_go
    )
    return replace(made, written=written, warnings=warnings, coded_bytes=coded_bytes)


def _encode(
    stripped: Stripped, options: CompressOptions, engine_for: EngineFor, control: Control
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
        leaves_large=not stripped.left_out_bytes,  # what is stored a piece at a time is the file as it is
    )
    source = stripped.source
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
