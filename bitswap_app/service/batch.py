"""Plan what a list of paths means, and run it. Both front ends drive these generators."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bitswap_app.errors import BitswapError, Cancelled, InputError
from bitswap_app.service.cancel import Control
from bitswap_app.service.codings import EngineFor
from bitswap_app.service.events import BatchDone, BatchStarted, Event, FileDone, FileEvent, FileFailed, FileStarted
from bitswap_app.service.files import SUFFIX, compress_file, decompress_file, describe_file, verify_file
from bitswap_app.service.options import CompressOptions, DecodeOptions, DecompressOptions

# What is taken from a folder. A file named on its own is tried whatever it is called.
IMAGE_SUFFIXES = frozenset(
    "." + kind
    for kind in "apng avif bmp dib gif heic jfif jpe jpeg jpg jxl pgm png pnm ppm qoi tga tif tiff webp".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Job:
    """One file, and the folder that its result goes to."""

    source: Path
    folder: Path


def is_image_name(path: Path) -> bool:
    """Whether a file in a folder is taken for compressing."""
    return path.suffix.lower() in IMAGE_SUFFIXES


def is_coded_name(path: Path) -> bool:
    """Whether a file in a folder is taken for decompressing."""
    return path.suffix.lower() == SUFFIX


def plan(paths: Iterable[Path], output: Path | None, is_wanted: Callable[[Path], bool]) -> list[Job]:
    """One job a file, in order and once each; folders are walked, and their structure is kept under output.

    Raises InputError for a folder with nothing in it that is wanted: it is likely the wrong one.
    """
    jobs: dict[Path, Job] = {}
    for path in paths:
        found = list(_walk(path, output, is_wanted)) if path.is_dir() else [Job(path, output or path.parent)]
        if not found:
            raise InputError(f"The folder {path} holds no file to work on.")
        for job in found:
            jobs.setdefault(Path(os.path.abspath(job.source)), job)  # noqa: PTH100 (resolve() would follow links)
    return list(jobs.values())


def compress_batch(
    paths: Iterable[Path], options: CompressOptions, engine_for: EngineFor, control: Control
) -> Iterator[Event]:
    """Makes a .bsw file of each file, and of each file in the folders. Raises InputError or Cancelled."""
    return run_batch(
        plan(paths, options.output, is_image_name),
        lambda job, control: compress_file(job.source, job.folder, options, engine_for, control),
        control,
    )


def decompress_batch(
    paths: Iterable[Path], options: DecompressOptions, engine_for: EngineFor, control: Control
) -> Iterator[Event]:
    """Gives back what each .bsw file holds. Raises InputError or Cancelled."""
    return run_batch(
        plan(paths, options.output, is_coded_name),
        lambda job, control: decompress_file(job.source, job.folder, options, engine_for, control),
        control,
    )


def verify_batch(
    paths: Iterable[Path], options: DecodeOptions, engine_for: EngineFor, control: Control
) -> Iterator[Event]:
    """Decodes each .bsw file and forgets it. Raises InputError or Cancelled."""
    return run_batch(
        plan(paths, None, is_coded_name),
        lambda job, control: verify_file(job.source, engine_for, control),
        control,
    )


def describe_batch(paths: Iterable[Path], control: Control) -> Iterator[Event]:
    """Tells what each .bsw file holds. Raises InputError or Cancelled."""
    return run_batch(plan(paths, None, is_coded_name), lambda job, _control: describe_file(job.source), control)


def run_batch(
    jobs: Sequence[Job], work: Callable[[Job, Control], Iterator[FileEvent]], control: Control
) -> Iterator[Event]:
    """One file that fails is reported and the next one starts; Cancelled ends the batch and reaches the caller."""
    begun = time.monotonic()
    failed = source_bytes = coded_bytes = 0
    yield BatchStarted(len(jobs))
    for job in jobs:
        control.check()
        yield FileStarted(job.source)
        try:
            for event in work(job, control):
                yield event
                if isinstance(event, FileDone):
                    source_bytes += event.source_bytes
                    coded_bytes += event.coded_bytes
        except Cancelled:
            raise
        except BitswapError as error:
            failed += 1
            yield FileFailed(job.source, error)
    yield BatchDone(len(jobs), failed, source_bytes, coded_bytes, time.monotonic() - begun)


def _walk(top: Path, output: Path | None, is_wanted: Callable[[Path], bool]) -> Iterator[Job]:
    """Sorted, so that a run can be repeated. Links to folders are not followed, links to files are not taken."""
    for folder, subfolders, names in os.walk(top):
        subfolders.sort()
        here = Path(folder)
        for name in sorted(names):
            source = here / name
            if is_wanted(source) and not source.is_symlink():
                yield Job(source, output / here.relative_to(top) if output else here)
