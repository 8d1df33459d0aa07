"""Rows and totals are folds of events; neither needs Qt."""

from pathlib import Path

import pytest

from bitswap_app.errors import Cancelled, ImageError
from bitswap_app.gui.rows import Row, State, Task
from bitswap_app.gui.totals import Clock, total
from bitswap_app.service.events import FileDone, FileFailed, FileSkipped, FileStarted, UnitsDone

SOURCE = Path("/pictures/photo.png")
RESULT = Path("/pictures/photo.png.bsw")


def row(task=Task.COMPRESS, size=1000):
    return Row(SOURCE, None, task, size)


def done(image_bytes=1000, coded_bytes=600):
    return FileDone(SOURCE, RESULT, "compressed", "bitswap", image_bytes, coded_bytes, 1.5, "note", ("a warning",))


def test_a_row_follows_its_file_to_the_end():
    photo = row()
    photo.apply(FileStarted(SOURCE))
    assert photo.state is State.WORKING
    photo.apply(UnitsDone(SOURCE, "checking", 1, 4))
    assert (photo.stage, photo.fraction) == ("checking", 0.25)
    photo.apply(done())
    assert (photo.state, photo.saved, photo.coded, photo.note) == (State.DONE, 0.4, RESULT, "note")
    assert photo.warnings == ("a warning",)


@pytest.mark.parametrize(
    ("event", "state"),
    [
        (FileFailed(SOURCE, ImageError("It is broken.")), State.FAILED),
        (FileFailed(SOURCE, Cancelled("Stopped.")), State.STOPPED),
        (FileSkipped(SOURCE, "stopped", "Stopped."), State.STOPPED),
        (FileSkipped(SOURCE, "exists", "It is there."), State.SKIPPED),
    ],
)
def test_a_row_ends_in_the_state_that_the_event_means(event, state):
    photo = row()
    photo.apply(event)
    assert photo.state is state
    assert photo.is_finished


def test_a_row_that_waits_again_forgets_its_error_but_not_its_sizes():
    photo = row()
    photo.apply(done())
    photo.apply(FileFailed(SOURCE, ImageError("It is broken.")))
    photo.reset(Task.VERIFY)
    assert (photo.state, photo.error, photo.note, photo.coded_bytes) == (State.WAITING, None, "", 600)


def test_what_a_coded_file_will_give_is_not_known_before():
    coded = row(Task.DECOMPRESS)
    assert (coded.image_bytes, coded.coded_bytes, coded.saved) == (0, 1000, None)


def test_totals_count_only_pictures_that_were_made_smaller_as_saved():
    rows = [row(), row(Task.DECOMPRESS), row()]
    for each in rows[:2]:
        each.apply(done())
    totals = total(rows)
    assert (totals.files, totals.done, totals.waiting) == (3, 2, 1)
    assert (totals.image_bytes, totals.saved_bytes) == (1000, 400)
    assert totals.fraction == pytest.approx(2 / 3)


def test_a_file_half_coded_counts_as_less_than_half_while_checking_is_to_come():
    photo = row()
    photo.apply(UnitsDone(SOURCE, "coding", 1, 2))
    assert 0.3 < total([photo]).fraction < 0.5


def test_the_time_left_follows_the_rate_without_the_pauses():
    now = [0.0]
    clock = Clock(lambda: now[0])
    rows = [row() for _ in range(4)]
    clock.start(0)
    assert clock.seconds_left(total(rows)) is None
    rows[0].apply(done())
    now[0] = 10.0
    assert clock.seconds_left(total(rows)) == pytest.approx(30)
    clock.pause()
    now[0] = 500.0
    clock.resume()
    assert clock.seconds_left(total(rows)) == pytest.approx(30)
