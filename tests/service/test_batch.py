"""Batches: one failed file never stops the rest, and who stops, pauses or closes one is obeyed."""

import threading
import time
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest

from bitswap_app.errors import Cancelled, ImageError, InputError, OutputError
from bitswap_app.service.batch import compress_batch, run_batch
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import BatchDone, BatchStarted, FileDone, FileFailed, FileSkipped, FileStarted
from bitswap_app.service.options import CompressOptions
from bitswap_app.service.planning import Job

JOBS = [Job(Path(name), Path()) for name in "123"]


def done(job: Job) -> FileDone:
    return FileDone(job.source, None, "compressed", "stored", 100, 60, 0.0)


def run(work, control=None, items=JOBS, **options):
    return run_batch(items, len(items), work, control or Control(), **options)


def test_one_failed_file_does_not_stop_the_rest():
    error = ImageError("No.")

    def work(job):
        if job.source.name == "2":
            raise error
        yield done(job)

    events = list(run(work))
    assert [type(event) for event in events] == [
        *(BatchStarted, FileStarted, FileDone, FileStarted, FileFailed, FileStarted, FileDone, BatchDone)
    ]
    assert events[4] == FileFailed(Path("2"), error)
    assert (events[-1].files, events[-1].failed, events[-1].source_bytes, events[-1].coded_bytes) == (3, 1, 200, 120)
    assert events[-1].percent == 40


def test_too_little_memory_is_one_file_s_fault():
    def work(job):
        if job.source.name == "2":
            raise MemoryError
        yield done(job)

    assert [type(event) for event in run(work)].count(FileFailed) == 1


def test_what_the_plan_leaves_out_is_told():
    items = [FileSkipped(Path("a"), "link", "No."), FileFailed(Path("b"), InputError("No.")), *JOBS]
    events = list(run(lambda job: iter([done(job)]), items=items))
    assert events[1:3] == items[:2]
    assert (events[-1].files, events[-1].failed, events[-1].skipped) == (5, 1, 1)


def test_a_bug_is_not_taken_for_a_failed_file():
    def work(_job):
        raise ZeroDivisionError
        yield

    with pytest.raises(ZeroDivisionError):
        list(run(work))
    with pytest.raises(ZeroDivisionError):
        list(run(work, at_once=3))


def test_several_files_are_worked_on_at_once():
    together = threading.Barrier(3, timeout=20)

    def work(job):
        together.wait()
        yield done(job)

    events = list(run(work, at_once=3))
    assert Counter(type(event) for event in events)[FileDone] == 3
    for job in JOBS:  # those of one file keep their order
        assert [type(e) for e in events if getattr(e, "source", None) == job.source] == [FileStarted, FileDone]


def test_no_more_items_are_taken_than_are_worked_on():
    taken = []

    def items():
        for number in range(10_000):
            taken.append(number)
            yield Job(Path(str(number)), Path())

    events = run_batch(items(), 10_000, lambda job: iter([done(job)]), Control(), at_once=2)
    next(events)
    next(events)
    time.sleep(0.3)
    assert len(taken) < 300  # as many as events wait, and those in work
    events.close()


def test_cancelling_ends_the_batch():
    control = Control()

    def work(job):
        control.cancel()
        yield done(job)

    with pytest.raises(Cancelled):
        list(run(work, control))


def test_one_file_can_be_cancelled():
    control = Control()
    control.cancel(Path("2"))

    def work(job):
        control.cancel(Path("3"))
        control.check(job.source)
        yield done(job)

    events = [event for event in run(work, control) if isinstance(event, FileDone | FileSkipped)]
    assert [(type(event), event.source.name) for event in events] == [
        *((FileDone, "1"), (FileSkipped, "2"), (FileSkipped, "3"))
    ]
    assert {event.why for event in events[1:]} == {"stopped"}


def test_pausing_holds_and_resuming_goes_on():
    control = Control()
    control.pause()
    events = run(lambda job: iter([done(job)]), control)
    assert next(events) == BatchStarted(3)
    timer = threading.Timer(0.4, control.resume)
    begun = time.monotonic()
    timer.start()
    assert next(events) == FileStarted(Path("1"))
    assert time.monotonic() - begun >= 0.3
    assert isinstance(list(events)[-1], BatchDone)


def test_a_closed_generator_ends_its_threads():
    before = set(threading.enumerate())
    control = Control()

    def work(job):
        while True:
            control.check(job.source)
            yield done(job)

    events = run(work, control, at_once=2)
    for _ in range(9):
        next(events)
    events.close()
    assert set(threading.enumerate()) <= before


def test_an_output_folder_that_cannot_be_made_ends_the_batch(tmp_path, image_file, engine_for):
    (tmp_path / "file").write_bytes(b"")
    options = CompressOptions(output=tmp_path / "file" / "out")
    with pytest.raises(OutputError, match="no folder"):
        list(compress_batch([image_file()], options, engine_for, Control()))


def test_memory_does_not_grow_with_the_number_of_files(tmp_path, engine_for):
    """Measured on 10,000 files by tests/benchmarks/folders.py; here the shape of it."""

    def peak(number):
        top = tmp_path / str(number)
        for i in range(number):
            path = top / str(i // 20) / str(i)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"%d" % i)
        options = CompressOptions(output=tmp_path / f"{number} out", jobs=1)
        tracemalloc.start()
        try:
            for event in compress_batch([top], options, engine_for, Control()):
                last = event
            return tracemalloc.get_traced_memory()[1], last
        finally:
            tracemalloc.stop()

    peak(20)  # what is imported late
    (few, _), (many, last) = peak(20), peak(400)
    assert (last.files, last.failed) == (400, 0)
    assert many < few + 60_000
