"""The table without a window: events in, cells out."""

import random
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from bitswap_app.errors import ImageError
from bitswap_app.gui.batch_model import BatchModel, Column, Role, RowFilter
from bitswap_app.gui.rows import Row, State, Task
from bitswap_app.service.events import BatchStarted, FileDone, FileFailed, FileStarted, UnitsDone

FOLDER = Path("/pictures")


def rows(count, task=Task.COMPRESS):
    return [Row(FOLDER / f"{i:05}.png", FOLDER, task, 1000 + i) for i in range(count)]


def done(place, coded_bytes=500):
    source = FOLDER / f"{place:05}.png"
    return FileDone(source, source.with_suffix(".png.bsw"), "compressed", "bitswap", 1000 + place, coded_bytes, 1.0)


def shown(model, place, column):
    return model.data(model.index(place, column))


@pytest.fixture
def model(qapp, qtmodeltester):
    made = BatchModel()
    made.add(rows(5))
    return made


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)
    qtmodeltester.check(RowFilter(model))


def test_events_become_cells(model):
    model.apply(BatchStarted(5))
    model.apply(FileStarted(FOLDER / "00001.png"))
    model.apply(UnitsDone(FOLDER / "00001.png", "coding", 1, 2))
    model.apply(done(2))
    model.apply(FileFailed(FOLDER / "00003.png", ImageError("The PNG file is damaged.")))
    assert [shown(model, place, Column.STATE) for place in range(5)] == [
        "Waiting",
        "Compressing",
        "Done",
        "Failed",
        "Waiting",
    ]
    assert shown(model, 2, Column.SAVED) == "50.1 %"
    assert shown(model, 2, Column.CODED) == "500 B"
    assert model.data(model.index(3, Column.STATE), Qt.ItemDataRole.ToolTipRole) == "The PNG file is damaged."


def test_an_event_repaints_only_its_row(model, qtbot):
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.apply(done(2))
    first, last = changed.args[:2]
    assert (first.row(), last.row()) == (2, 2)


def test_events_of_files_that_were_removed_are_nothing(model):
    model.remove([FOLDER / "00002.png"])
    model.apply(done(2))
    assert len(model.rows) == 4


def test_a_file_is_in_the_queue_once_and_waits_again_when_it_is_added_again(model):
    assert model.add(rows(7)) == 2
    model.apply(done(0))
    assert model.add(rows(1)) == 1
    assert model.rows[0].state is State.WAITING
    assert len(model.rows) == 7


def test_rows_are_removed_wherever_they_stand_but_not_while_they_are_worked_on(model):
    model.apply(FileStarted(FOLDER / "00003.png"))
    model.remove(FOLDER / f"{i:05}.png" for i in (0, 1, 3, 4))
    assert [row.source.name for row in model.rows] == ["00002.png", "00003.png"]
    model.apply(done(3))
    assert model.rows[1].state is State.DONE


def test_when_a_batch_has_ended_no_row_looks_as_if_it_worked(model):
    model.apply(FileStarted(FOLDER / "00003.png"))
    model.end_batch(None)
    assert {row.state for row in model.rows} == {State.WAITING}


def test_columns_sort_by_number_and_not_by_word(model):
    for place, coded in enumerate((90, 1000, 200)):
        model.apply(done(place, coded))
    view = RowFilter(model)
    view.sort(Column.CODED, Qt.SortOrder.DescendingOrder)
    assert view.data(view.index(0, Column.CODED)) == "1.00 kB"
    assert view.data(view.index(1, Column.CODED)) == "200 B"


def test_names_sort_as_people_count(qapp):
    model = BatchModel()
    names = ["Éclair.png", "b10.png", "eclipse.png", "B9.png", "b010a.png"]
    model.add(Row(Path("/p") / name, None, Task.COMPRESS, 1) for name in names)
    model.sort(Column.NAME)
    assert [row.source.name for row in model.rows] == ["B9.png", "b10.png", "b010a.png", "Éclair.png", "eclipse.png"]
    kept = QPersistentModelIndex(model.index(0, Column.NAME))
    model.sort(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert kept.row() == 4
    assert model.find(Path("/p/B9.png")) is model.rows[4]


def test_rows_that_change_stay_until_all_is_through(model):
    model.sort(Column.CODED)
    model.apply(done(0, 500))
    assert model.rows[0].coded_bytes == 500
    model.resort()
    assert model.rows[-1].coded_bytes == 500


def test_the_filter_looks_for_text_and_state(model):
    model.apply(done(2))
    view = RowFilter(model)
    view.look_for("00003")
    assert view.rowCount() == 1
    view.look_for("PICTURES", [State.DONE])
    assert [view.data(view.index(i, 0)) for i in range(view.rowCount())] == ["00002.png"]


def test_a_thumbnail_is_asked_for_once_and_shown(model, qtbot):
    cell = model.index(1, Column.NAME)
    with qtbot.waitSignal(model.thumbnail_wanted) as wanted:
        assert model.data(cell, Qt.ItemDataRole.DecorationRole) is None
    assert wanted.args[0] is model.rows[1]
    with qtbot.assertNotEmitted(model.thumbnail_wanted):
        model.data(cell, Qt.ItemDataRole.DecorationRole)
    model.set_thumbnail(FOLDER / "00001.png", QImage(4, 4, QImage.Format.Format_RGB32))
    assert model.data(cell, Qt.ItemDataRole.DecorationRole).width() == 4


def test_a_drag_carries_the_result_where_there_is_one(model):
    model.apply(done(0))
    urls = model.mimeData([model.index(0, c) for c in Column] + [model.index(1, 0)]).urls()
    assert [Path(url.toLocalFile()) for url in urls] == [FOLDER / "00000.png.bsw", FOLDER / "00001.png"]


def test_every_cell_has_a_name_for_screen_readers(model):
    spoken = model.data(model.index(0, Column.STATE), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "State: Waiting"
    assert model.data(model.index(0, 0), Role.ROW) is model.rows[0]


def test_ten_thousand_rows_take_events_at_speed(qapp):
    """In processor time, with a sorted view listening: two milliseconds an event would still be smooth."""
    model = BatchModel()
    model.add(rows(10_000))
    view = RowFilter(model)
    view.sort(Column.NAME)
    places = random.Random(7).sample(range(10_000), 500)
    begun = time.thread_time()
    for place in places:
        model.apply(done(place))
    assert (time.thread_time() - begun) / len(places) < 0.002
