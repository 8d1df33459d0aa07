"""Stopping, pausing and resuming from another thread."""

import threading
import time
from pathlib import Path

import pytest

from bitswap_app.errors import Cancelled
from bitswap_app.service.background import run_reporting
from bitswap_app.service.cancel import Control

ONE, TWO = Path("one"), Path("two")


def test_nothing_happens_unasked():
    Control().check(ONE)
    Control().check()


def test_cancelling_all_stops_each_file():
    control = Control()
    control.cancel()
    control.cancel()
    for source in (None, ONE, TWO):
        with pytest.raises(Cancelled):
            control.check(source)


def test_cancelling_one_file_stops_no_other():
    control = Control()
    control.cancel(ONE)
    control.check(TWO)
    control.check()
    assert (control.is_stopped(ONE), control.is_stopped(TWO), control.is_stopped()) == (True, False, False)
    with pytest.raises(Cancelled):
        control.check(ONE)


@pytest.mark.parametrize("end", ["resume", "cancel"])
def test_a_pause_lasts_until_it_is_ended(end):
    control, passed, stopped = Control(), threading.Event(), threading.Event()
    control.pause()
    assert control.is_paused

    def wait():
        try:
            control.check(ONE)
            passed.set()
        except Cancelled:
            stopped.set()

    thread = threading.Thread(target=wait)
    thread.start()
    assert not passed.wait(0.2)
    begun = time.monotonic()
    getattr(control, end)()
    thread.join(5)
    assert time.monotonic() - begun < 1
    assert (passed.is_set(), stopped.is_set()) == ((True, False) if end == "resume" else (False, True))


def test_work_that_reports_nothing_is_left_within_a_second():
    control, never = Control(), threading.Event()
    events = run_reporting(lambda _report: never.wait(20), ONE, control)
    threading.Timer(0.1, control.cancel).start()
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        list(events)
    assert time.monotonic() - begun < 2
    never.set()


def test_work_waits_in_its_report_while_paused():
    control, steps = Control(), []

    def work(report):
        for step in range(3):
            steps.append(step)
            report("coding", step, 3)
        return "result"

    control.pause()
    events = run_reporting(work, ONE, control)
    threading.Timer(0.3, control.resume).start()
    assert [event.done for event in events] == [0]
    assert steps == [0, 1, 2]
