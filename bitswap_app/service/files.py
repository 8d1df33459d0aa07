"""One file in, one file out. Each use case is a generator of events and writes all or nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path, PurePath

from bitswap_app.container.header import is_plain_name
from bitswap_app.container.stream import VERSION, Contents, read
from bitswap_app.errors import InputError
from bitswap_app.service.background import Report, run_reporting
from bitswap_app.service.cancel import Control
from bitswap_app.service.codings import Encoder, EngineFor, decode
from bitswap_app.service.events import FileDescribed, FileDone, FileEvent, UnitsDone
from bitswap_app.service.options import CompressOptions, DecompressOptions
from bitswap_app.service.writing import check_target, write_whole

SUFFIX = ".bsw"


def compress_file(
    source: Path, folder: Path, options: CompressOptions, engine_for: EngineFor, control: Control
) -> Iterator[FileEvent]:
    """Writes folder/<source's name>.bsw.

    Raises InputError, ImageError, OutputError, ModelError, DeviceError, VerifyFailed or Cancelled.
    """
    begun = time.monotonic()
    output = folder / (source.name + SUFFIX)
    check_target(output, source, overwrite=options.existing == "replace")
    data = read_source(source)
    encoder = Encoder(effort=options.effort, verify=options.verify, engine_for=engine_for)
    coded = yield from run_reporting(lambda report: encoder.encode(data, source.name, report), source, control)
    control.check(source)
    write_whole(output, coded.data, source, overwrite=options.existing == "replace")
    yield FileDone(
        source=source,
        output=output,
        action="compressed",
        coding=coded.coding.label,
        source_bytes=len(data),
        coded_bytes=len(coded.data),
        seconds=time.monotonic() - begun,
        note=coded.note,
    )


def decompress_file(
    source: Path, folder: Path, options: DecompressOptions, engine_for: EngineFor, control: Control
) -> Iterator[FileEvent]:
    """Writes the file that a .bsw file holds into folder.

    Raises InputError, FormatError, OutputError, ModelError, DeviceError or Cancelled.
    """
    begun = time.monotonic()
    data = read_source(source)
    contents = read(data)
    output = folder / restored_name(source.name, contents.header.name)
    check_target(output, source, overwrite=options.existing == "replace")
    restored = yield from _decode(contents, source, engine_for, control)
    control.check(source)
    write_whole(output, restored, source, overwrite=options.existing == "replace")
    yield FileDone(
        source=source,
        output=output,
        action="restored",
        coding=contents.header.coding.label,
        source_bytes=len(restored),
        coded_bytes=len(data),
        seconds=time.monotonic() - begun,
    )


def verify_file(source: Path, engine_for: EngineFor, control: Control) -> Iterator[FileEvent]:
    """Decodes a .bsw file in full and writes nothing. Raises as decompress_file."""
    begun = time.monotonic()
    data = read_source(source)
    contents = read(data)
    yield from _decode(contents, source, engine_for, control)
    yield FileDone(
        source=source,
        output=None,
        action="verified",
        coding=contents.header.coding.label,
        source_bytes=contents.header.source_bytes,
        coded_bytes=len(data),
        seconds=time.monotonic() - begun,
    )


def describe_file(source: Path) -> Iterator[FileEvent]:
    """What a .bsw file says about itself; its checksums are checked and its payload is not decoded."""
    data = read_source(source)
    header = read(data).header
    image = header.image
    yield FileDescribed(
        source=source,
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
    )


def restored_name(coded_name: str, stored_name: str) -> str:
    """The file name to restore to, which is never a path.

    The .bsw file's own name without the suffix, so that a renamed file gives what its owner called it; but the name
    stored in it where the own one has lost the suffix, or with it the kind of the file.
    """
    own = coded_name[: -len(SUFFIX)] if coded_name.lower().endswith(SUFFIX) else ""
    if own in ("", ".", ".."):
        own = ""
    if own and (not stored_name or PurePath(own).suffix.lower() == PurePath(stored_name).suffix.lower()):
        return own
    if stored_name and is_plain_name(stored_name):
        return stored_name
    return own or f"{coded_name}.restored"


def read_source(source: Path) -> bytes:
    """The whole file. Raises InputError."""
    try:
        return source.read_bytes()
    except FileNotFoundError:
        raise InputError(f"There is no file {source}.") from None
    except IsADirectoryError:
        raise InputError(f"{source} is a folder where a file is needed.") from None
    except PermissionError:
        raise InputError(f"You may not read {source}.") from None
    except OSError as error:
        raise InputError(f"{source} cannot be read ({error.strerror}).") from error


def _decode(
    contents: Contents, source: Path, engine_for: EngineFor, control: Control
) -> Generator[UnitsDone, None, bytes]:
    work: Callable[[Report], bytes] = lambda report: decode(contents, engine_for, report)  # noqa: E731
    return (yield from run_reporting(work, source, control))
