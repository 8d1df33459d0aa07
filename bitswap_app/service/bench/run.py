"""`bitswap bench` as a generator of events: every image by every codec, one after the other."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as NotYet
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

import bitswap_app
from bitswap_app.errors import ImageError, InputError, OutputError
from bitswap_app.service.bench.cache import Cache
from bitswap_app.service.bench.codecs import NAMES, OURS, effort_of, versions
from bitswap_app.service.bench.measuring import Measurer, Trial, Workers, digest_of_file, machine
from bitswap_app.service.bench.report import write_report
from bitswap_app.service.bench.results import BenchReport, Result
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import FileFailed, FileSkipped
from bitswap_app.service.options import BenchOptions, Effort
from bitswap_app.service.planning import Job, Plan

_BETWEEN_LOOKS_S = 0.1


@dataclass(frozen=True, slots=True)
class BenchStarted:
    """First of a run."""

    images: int
    codecs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrialStarted:
    """One image by one codec begins; TrialDone ends it."""

    image: str
    codec: str


@dataclass(frozen=True, slots=True)
class TrialDone:
    """One image by one codec is measured, or could not be.

    done, total  trials of this run, those taken from earlier runs included
    is_known     it is of an earlier run
    """

    result: Result
    done: int
    total: int
    is_known: bool


@dataclass(frozen=True, slots=True)
class BenchDone:
    """Last of a run that was not cancelled.

    files  what was written
    note   a sentence on what was not, or ""
    """

    report: BenchReport
    files: tuple[Path, ...]
    note: str
    seconds: float


BenchEvent = BenchStarted | FileSkipped | FileFailed | TrialStarted | TrialDone | BenchDone


@dataclass(frozen=True, slots=True)
class _Image:
    path: Path
    name: str
    digest: str


def run_bench(
    paths: Sequence[Path],
    options: BenchOptions,
    model_ids: dict[Effort, str],
    control: Control,
    measurer: Measurer | None = None,
) -> Iterator[BenchEvent]:
    """Measures, and writes the report into options.output.

    model_ids  of every effort
    measurer   processes of their own unless given

    What goes wrong with one image or codec is in its result. Raises InputError, OutputError or Cancelled.
    """
    begun = time.monotonic()
    names = _names(options)
    plan = Plan(
        paths=tuple(paths), takes="images", output=options.output, include=options.include, exclude=options.exclude
    )
    plan.count()
    try:
        options.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            "The folder {path} cannot be made ({error}).", path=options.output, error=error.strerror or str(error)
        ) from error
    images: list[_Image] = []
    for item in plan:
        control.check()
        if not isinstance(item, Job):
            yield item
            continue
        try:
            images.append(_Image(item.source, _shown(item.source, paths), digest_of_file(item.source)))
        except InputError as error:
            yield FileFailed(item.source, error)
    yield BenchStarted(len(images), names)
    results: list[Result] = []
    cache = Cache(options.output, machine(), fresh=options.fresh)
    trials = _trials(images, names, model_ids, options)
    workers = measurer or Workers()
    try:
        for done, trial in enumerate(trials, 1):
            control.check()
            known = cache.find(trial)
            if known is None:
                yield TrialStarted(trial.image, trial.codec)
            result = known or _measured(trial, workers, control)
            cache.add(trial, result) if known is None else None
            results.append(result)
            yield TrialDone(result, done, len(trials), known is not None)
    finally:
        workers.close()
    models = {name: model_ids[effort] for name in names if (effort := effort_of(name))}
    report = BenchReport(
        version=bitswap_app.__version__,
        machine=machine(),
        protocol=options.protocol,
        models=models,
        results=tuple(results),
    )
    files, note = write_report(report, options.output, options.plots)
    yield BenchDone(report, files, note, time.monotonic() - begun)


def _names(options: BenchOptions) -> tuple[str, ...]:
    unknown = [name for name in options.codec if name not in NAMES]
    if unknown:
        raise InputError(
            "There is no codec {name}; there are {names}.", name=", ".join(unknown), names=", ".join(NAMES)
        )
    return tuple(name for name in NAMES if name in options.codec) if options.codec else NAMES


def _trials(
    images: Sequence[_Image], names: tuple[str, ...], model_ids: dict[Effort, str], options: BenchOptions
) -> list[Trial]:
    """A codec's all one after the other, because each codec has a process.

    Accounts are made of each model once, by the first effort that uses it.
    """
    version = versions(names, model_ids)
    first = {model_ids[effort]: name for name, effort in reversed(OURS.items()) if name in names}
    return [
        Trial(
            path=image.path,
            image=image.name,
            digest=image.digest,
            codec=name,
            version=version[name],
            protocol=options.protocol,
            device=options.device,
            threads=options.threads,
            max_pixels=options.max_pixels,
            has_accounts=name in first.values(),
        )
        for name in names
        for image in images
    ]


def _measured(trial: Trial, workers: Measurer, control: Control) -> Result:
    future = workers.start(trial)
    while True:
        try:
            return future.result(timeout=_BETWEEN_LOOKS_S)
        except NotYet:
            control.check()
        except BrokenProcessPool:
            return trial.failed(ImageError("The codec's process ended; there may be too little memory for this image."))


def _shown(path: Path, paths: Sequence[Path]) -> str:
    """An image's path below the folder that it was found in."""
    for folder in paths:
        if folder.is_dir() and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name
