"""What files become rows, and what the service is asked to do with them. Runs on worker threads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from bitswap_app.gui.rows import Row, Task
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import Event, FileDescribed, FileEvent, FileFailed
from bitswap_app.service.options import CompressOptions, DecodeOptions, DecompressOptions

if TYPE_CHECKING:
    from bitswap_app.service.codings import EngineFor
    from bitswap_app.service.planning import Takes

Options = TypeVar("Options", bound=DecodeOptions)


class Order(NamedTuple):
    """One file of a batch: what to do with it, and the folder it was found in, if it was."""

    source: Path
    task: Task
    top: Path | None


def collect(paths: Sequence[Path], options: CompressOptions) -> list[Row]:
    """A row for each file, and for each that is wanted in the folders. One that cannot be read says so in its row."""
    from bitswap_app.service.planning import Plan

    rows: dict[Path, Row] = {}
    for path in paths:
        if not path.is_dir():
            task = Task.DECOMPRESS if _is_coded_name(path) else Task.COMPRESS
            rows.setdefault(path, _row(path, None, task))
            continue
        kinds: list[tuple[Task, Takes]] = [
            (Task.DECOMPRESS, "coded"),
            (Task.COMPRESS, "images" if options.images_only else "files"),
        ]
        for task, takes in kinds:
            plan = Plan(paths=(path,), takes=takes, include=options.include, exclude=options.exclude)
            for item in plan:
                if isinstance(item, FileFailed):
                    failed = rows.setdefault(item.source, Row(item.source, path, task, 0))
                    failed.stop(item.error)
                elif not isinstance(item, FileEvent):
                    rows.setdefault(item.source, _row(item.source, path, task))
    return list(rows.values())


def order_for(row: Row) -> Order:
    """What to do with a row. Quick, because it is asked for thousands of rows at once."""
    source = row.coded if row.task is Task.VERIFY else row.source
    return Order(source or row.source, row.task, row.top)


def folder_for(order: Order, options: CompressOptions) -> Path:
    """Where the result goes. Below the output folder, a folder that was added keeps its name and its structure."""
    if options.output is None:
        return order.source.parent
    if order.top is None or not options.keep_structure:
        return options.output
    return options.output / order.top.name / order.source.parent.relative_to(order.top)


def run(orders: Sequence[Order], options: CompressOptions, engine_for: EngineFor, control: Control) -> Iterator[Event]:
    """All orders as one batch. Raises OutputError or Cancelled."""
    from bitswap_app.service.batch import run_batch
    from bitswap_app.service.files import compress_file, decompress_file, verify_file
    from bitswap_app.service.outputs import Outputs
    from bitswap_app.service.planning import Job
    from bitswap_app.service.sharing import SharedEngines

    tasks = {order.source: order.task for order in orders}
    outputs, engines = Outputs(options.existing, options.output), SharedEngines(engine_for, options.threads)
    if any(task is not Task.VERIFY for task in tasks.values()):
        outputs.make_root()
    for_decompressing = narrowed(options, DecompressOptions)
    for_decoding = narrowed(options, DecodeOptions)

    def work(job: Job) -> Iterator[FileEvent]:
        task = tasks[job.source]
        if task is Task.COMPRESS:
            return compress_file(job.source, job.folder, options, engines, control, outputs)
        if task is Task.DECOMPRESS:
            return decompress_file(job.source, job.folder, for_decompressing, engines, control, outputs)
        return verify_file(job.source, for_decoding, engines, control)

    jobs = (Job(order.source, folder_for(order, options)) for order in orders)
    yield from run_batch(jobs, len(orders), work, control, at_once=options.files_at_once)


def describe(coded: Path) -> FileDescribed | None:
    """What a .bsw file says of itself. Raises InputError or FormatError."""
    from bitswap_app.service.files import describe_file

    return next((event for event in describe_file(coded) if isinstance(event, FileDescribed)), None)


def narrowed(options: CompressOptions, kind: type[Options]) -> Options:
    """The part of the options that another command takes."""
    return kind(**{option.name: getattr(options, option.name) for option in fields(kind)})


def _row(source: Path, top: Path | None, task: Task) -> Row:
    try:
        size = source.stat().st_size
    except OSError:
        size = 0  # reading will say what is wrong
    return Row(source, top, task, size)


def _is_coded_name(path: Path) -> bool:
    from bitswap_app.service.names import SUFFIX

    return path.suffix.lower() == SUFFIX
