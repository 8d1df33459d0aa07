"""Runs many files, some at once. Both front ends drive these generators, so neither can do what the other cannot."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bitswap_app.errors import BitswapError, Cancelled, ImageError
from bitswap_app.service.cancel import Control
from bitswap_app.service.codings import EngineFor
from bitswap_app.service.events import (
    BatchDone,
    BatchStarted,
    Event,
    FileDescribed,
    FileDone,
    FileEvent,
    FileFailed,
    FileSkipped,
    FileStarted,
)
from bitswap_app.service.files import compress_file, decompress_file, describe_file, verify_file
from bitswap_app.service.folders import Folders
from bitswap_app.service.options import CompressOptions, DecodeOptions, DecompressOptions
from bitswap_app.service.outputs import Outputs
from bitswap_app.service.planning import Item, Job, Plan
from bitswap_app.service.sharing import SharedEngines, Shares

Work = Callable[[Job], Iterator[FileEvent]]

_MOST_EVENTS_WAITING = 256  # workers wait for a slow reader, so that memory does not grow
_SHARE_BYTES = (
    1 << 23
)  # of a file's size for each that could be worked on beside it: large ones are alone with the memory
_BETWEEN_LOOKS_S = 0.1  # on Windows a wait without a limit would keep Ctrl-C waiting


def compress_batch(
    paths: Iterable[Path], options: CompressOptions, engine_for: EngineFor, control: Control
) -> Iterator[Event]:
    """Makes a .bsw file of each file, and of each file in the folders. Raises InputError, OutputError or Cancelled."""
    plan = Plan(
        paths=tuple(paths),
        takes="images" if options.images_only else "files",
        output=options.output,
        keep_structure=options.keep_structure,
        include=options.include,
        exclude=options.exclude,
    )
    outputs, engines = Outputs(options.existing, options.output), SharedEngines(engine_for, options.threads)

    def work(job: Job) -> Iterator[FileEvent]:
        return compress_file(job.source, job.folder, options, engines, control, outputs)

    yield from _run(plan, work, control, options, outputs)


def decompress_batch(
    paths: Iterable[Path], options: DecompressOptions, engine_for: EngineFor, control: Control
) -> Iterator[Event]:
    """Gives back what each .bsw file holds. Raises InputError, OutputError or Cancelled."""
    plan = Plan(
        paths=tuple(paths),
        takes="coded",
        output=options.output,
        keep_structure=options.keep_structure,
        include=options.include,
        exclude=options.exclude,
    )
    outputs, engines = Outputs(options.existing, options.output), SharedEngines(engine_for, options.threads)

    def work(job: Job) -> Iterator[FileEvent]:
        return decompress_file(job.source, job.folder, options, engines, control, outputs)

    yield from _run(plan, work, control, options, outputs)


def verify_batch(
    paths: Iterable[Path], options: DecodeOptions, engine_for: EngineFor, control: Control
) -> Iterator[Event]:
    """Decodes each .bsw file and forgets it. Raises InputError or Cancelled."""
    plan = Plan(paths=tuple(paths), takes="coded", include=options.include, exclude=options.exclude)
    engines = SharedEngines(engine_for, options.threads)
    yield from _run(plan, lambda job: verify_file(job.source, options, engines, control), control, options)


def describe_batch(paths: Iterable[Path], control: Control) -> Iterator[Event]:
    """Tells what each .bsw file holds. Raises InputError or Cancelled."""
    plan = Plan(paths=tuple(paths), takes="coded")
    yield from run_batch(plan, plan.count(), lambda job: describe_file(job.source), control)


def _run(
    plan: Plan, work: Work, control: Control, options: DecodeOptions, outputs: Outputs | None = None
) -> Iterator[Event]:
    count = plan.count()
    if outputs is None:
        yield from run_batch(plan, count, work, control, at_once=options.files_at_once)
        return
    folders = Folders(plan, outputs)
    outputs.make_root()
    try:
        for event in run_batch(folders.after(plan), count, work, control, at_once=options.files_at_once):
            if isinstance(event, BatchDone):
                folders.dress()
            yield event
    finally:
        outputs.tidy()


def run_batch(items: Iterable[Item], count: int, work: Work, control: Control, *, at_once: int = 1) -> Iterator[Event]:
    """One file that fails is reported and the next one starts; Cancelled ends the batch and reaches the caller.

    items    taken one by one, when a worker is free
    count    how many there are likely to be
    at_once  worked on at the same time, each on a thread of its own
    Closing the generator cancels what is running.
    """
    begun = time.monotonic()
    yield BatchStarted(count)
    files = failed = skipped = source_bytes = coded_bytes = 0
    for event in _Crew(items, work, control).run(max(1, min(at_once, count))):
        yield event
        files += isinstance(event, FileDone | FileDescribed | FileSkipped | FileFailed)
        failed += isinstance(event, FileFailed)
        skipped += isinstance(event, FileSkipped)
        if isinstance(event, FileDone):
            source_bytes += event.source_bytes
            coded_bytes += event.coded_bytes
    control.check()
    yield BatchDone(files, failed, source_bytes, coded_bytes, time.monotonic() - begun, skipped)


class _Crew:
    """Threads that take items from one iterator and tell what happens to them in one queue."""

    def __init__(self, items: Iterable[Item], work: Work, control: Control) -> None:
        self._items = iter(items)
        self._items_lock = threading.Lock()
        self._work, self._control = work, control
        self._events: queue.Queue[Event | None] = queue.Queue(_MOST_EVENTS_WAITING)
        self._bugs: list[BaseException] = []
        self._is_wanted = True
        self._memory = Shares(1)

    def run(self, members: int) -> Iterator[Event]:
        """All events. An exception that is not one of ours comes out of here."""
        self._memory = Shares(members)
        threads = [threading.Thread(target=self._member, name=f"file {i}", daemon=True) for i in range(members)]
        for thread in threads:
            thread.start()
        try:
            while members:
                try:
                    event = self._events.get(timeout=_BETWEEN_LOOKS_S)
                except queue.Empty:
                    continue
                if event is None:
                    members -= 1
                else:
                    yield event
        finally:
            self._is_wanted = False
            if members:
                self._control.cancel()
            for thread in threads:
                thread.join()
        if self._bugs:
            raise self._bugs[0]

    def _member(self) -> None:
        try:
            while not self._bugs and (item := self._next()) is not None:
                if isinstance(item, Job):
                    self._do(item)
                else:
                    self._tell(item)
        except Cancelled:
            pass  # run_batch says so
        except BaseException as bug:  # noqa: BLE001 (it is raised again, on the other thread)
            self._bugs.append(bug)
        self._tell(None)

    def _next(self) -> Item | None:
        self._control.check()
        with self._items_lock:
            return next(self._items, None)

    def _do(self, job: Job) -> None:
        try:
            with self._memory.taken(_size(job.source) // _SHARE_BYTES, lambda: self._control.check(job.source)):
                self._tell(FileStarted(job.source))
                self._control.check(job.source)
                for event in self._work(job):
                    self._tell(event)
        except Cancelled:
            if self._control.is_stopped():
                raise
            self._tell(FileSkipped(job.source, "stopped", "Stopped at your request."))
        except BitswapError as error:
            self._tell(FileFailed(job.source, error))
        except MemoryError:
            self._tell(FileFailed(job.source, ImageError("There is not enough memory for this file.")))

    def _tell(self, event: Event | None) -> None:
        while self._is_wanted:
            with contextlib.suppress(queue.Full):
                self._events.put(event, timeout=_BETWEEN_LOOKS_S)
                return


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # reading it will say what is wrong
