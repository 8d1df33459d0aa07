"""What the user does in the window, and what comes of it: one file, as all of it works one window by few hands."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QSpinBox,
    QToolBar,
    QToolButton,
    QWidget,
)

from bitswap_app.devices import Choice, Device
from bitswap_app.errors import DeviceError
from bitswap_app.gui import languages
from bitswap_app.gui.engines import Devices
from bitswap_app.gui.rows import State, Task
from bitswap_app.gui.widgets import questions
from bitswap_app.gui.widgets.bar_chart import Bar
from bitswap_app.gui.widgets.details import Details
from bitswap_app.gui.widgets.preset_chooser import PresetChooser
from bitswap_app.service.options import CompressOptions

COPY = Qt.DropAction.CopyAction


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), COPY, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), COPY, data, buttons, keys))


@pytest.fixture
def filled(window, image_file, add):
    """A window with three pictures in its queue."""
    add(window.queue, *(image_file(f"{name}.png") for name in "abc"))
    return window


def test_dropped_files_and_folders_become_rows_and_then_results(window, image_file, finish, qtbot, tmp_path):
    image = image_file("a.png")
    image_file("b.png", folder=tmp_path / "in")
    with qtbot.waitSignal(window.queue.added):
        drop(window, image, tmp_path / "in")
    assert not window.drop_area.isVisible()
    assert window.actions_.start.isEnabled()
    finish(window.queue)
    assert (tmp_path / "a.png.bsw").exists()
    assert (tmp_path / "in" / "b.png.bsw").exists()
    assert window.totals_bar.texts()[0].startswith("2 of 2")
    assert "saved" in window.totals_bar.texts()[1]


def test_what_is_no_file_is_not_taken(window):
    data = QMimeData()
    data.setText("just words")
    enter = QDragEnterEvent(QPoint(9, 9), COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_a_folder_without_anything_new_is_told(window, tmp_path, add):
    add(window.queue, tmp_path)
    assert tmp_path.name in window.statusBar().currentMessage()


def test_the_empty_window_offers_to_add_and_nothing_else(window):
    a = window.actions_
    assert window.drop_area.isVisible()
    assert a.add_files.isEnabled()
    assert not any(action.isEnabled() for action in (a.start, a.pause, a.cancel, a.test, a.remove, a.copy_text))


def test_start_pause_and_cancel_by_their_shortcuts(open_window, slow_engines, image_file, add, qtbot, wait_until):
    window = open_window(slow_engines)
    add(window.queue, image_file("a.png", height=96, width=96))
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: window.queue.is_running)
    assert window.windowTitle().endswith("% – Bit-Swap")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.queue.is_paused
    assert window.actions_.pause.text() == "Go on"
    assert window.totals_bar.texts()[2] == "Paused"
    qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: not window.queue.is_running, 2000)
    assert window.windowTitle() == "Bit-Swap"


def test_changed_options_reach_the_batch_and_the_next_start(open_window, engines, image_file, add, finish, tmp_path):
    window = open_window(engines)
    window.form.findChild(QLineEdit, "include").setText("*.png")
    window.form.findChild(QLineEdit, "include").editingFinished.emit()
    window.form.findChild(QComboBox, "existing").setCurrentIndex(2)
    window.form.findChild(QSpinBox, "threads").setValue(3)
    control = next(c for c in window.form.controls() if c.objectName() == "output")
    control.set_value(tmp_path / "out")
    expected = CompressOptions(include=("*.png",), existing="rename", threads=3, output=tmp_path / "out")
    assert window.queue.options == expected
    add(window.queue, image_file("a.png"))
    finish(window.queue)
    assert (tmp_path / "out" / "a.png.bsw").exists()
    assert open_window(engines).form.options() == expected


def test_a_preset_fills_the_form_and_a_change_makes_it_your_own(window, qtbot):
    presets = window.form.findChild(QComboBox, "presets")
    with qtbot.waitSignal(window.form.changed):
        presets.setCurrentIndex(presets.findData("archive"))
        presets.activated.emit(presets.currentIndex())
    assert window.queue.options.effort == "high"
    window.form.findChild(QComboBox, "effort").setCurrentIndex(0)
    assert presets.currentData() == ""


@pytest.fixture
def preset_menu(open_window, engines, monkeypatch):
    """preset_menu(action, *names): what the menu does, with these names typed in. Returns the list's entries."""
    window = open_window(engines)
    box, chooser = window.form.findChild(QComboBox, "presets"), window.form.findChild(PresetChooser)

    def call(action, *names):
        typed = iter(names)
        monkeypatch.setattr(questions, "name_of_preset", lambda *_: next(typed))
        chooser.findChild(QToolButton).menu().actions()[("save", "rename", "delete").index(action)].trigger()
        return [box.itemText(i) for i in range(box.count())]

    call.window, call.box = window, box
    return call


def test_own_presets_are_saved_renamed_deleted_and_remembered(preset_menu, open_window, engines):
    window, box = preset_menu.window, preset_menu.box
    window.form.findChild(QSpinBox, "threads").setValue(3)
    assert "For the web" in preset_menu("save", "For the web")
    assert box.currentText() == "For the web"
    window.form.findChild(QSpinBox, "threads").setValue(1)
    assert box.currentData() == "balanced"  # whatever the threads
    box.setCurrentIndex(box.findText("For the web"))
    box.activated.emit(box.currentIndex())
    assert window.queue.options.threads == 3
    names = preset_menu("rename", "For print")
    assert "For print" in names
    assert "For the web" not in names
    again = open_window(engines).form.findChild(QComboBox, "presets")
    assert again.currentText() == "For print"
    assert "For print" not in preset_menu("delete")
    assert open_window(engines).form.findChild(QComboBox, "presets").findText("For print") == -1
    assert window.queue.options.threads == 3  # deleting a preset changes no option


def test_a_presets_name_is_not_taken_twice_and_may_be_thought_better_of(preset_menu, monkeypatch):
    told = []
    monkeypatch.setattr(questions, "tell_name_is_taken", lambda _parent, name: told.append(name))
    before = preset_menu("save", "")
    after = preset_menu("save", "Balanced", "Mine")
    assert told == ["Balanced"]
    assert set(after) - set(before) == {"Mine"}


def test_errors_stand_in_the_row_and_in_full_in_the_details(filled, finish, tmp_path, add, qtbot):
    broken = tmp_path / "broken.bsw"
    broken.write_bytes(b"\xb5BSW\x01")
    add(filled.queue, broken)
    finish(filled.queue)
    assert "failed" in filled.statusBar().currentMessage()
    filled.view.table.selectRow(3)
    filled.actions_.details.trigger()
    details = filled.findChild(Details)
    assert details.text == filled.queue.model.rows[3].note
    details.close()


def test_the_details_of_a_result_tell_what_the_file_says_of_itself(filled, finish, wait_until):
    finish(filled.queue)
    filled.view.table.selectRow(0)
    filled.actions_.details.trigger()
    details = filled.findChild(Details)
    wait_until(lambda: "Format:" in details.facts())
    assert details.facts()["Picture:"] == "64 × 48, 3 × 8 bit"
    details.close()


def test_rows_are_removed_with_a_key_and_files_stay(filled, qtbot, tmp_path):
    filled.view.table.selectRow(1)
    qtbot.keyClick(filled.view.table, Qt.Key.Key_Delete)
    assert [row.source.name for row in filled.queue.model.rows] == ["a.png", "c.png"]
    assert (tmp_path / "b.png").exists()


def test_what_is_done_is_removed_at_once(filled, finish):
    finish(filled.queue)
    filled.actions_.remove_finished.trigger()
    assert not filled.queue.model.rows
    assert filled.drop_area.isVisible()


def test_the_report_is_copied_for_the_selection_or_for_all(filled):
    filled.actions_.copy_text.trigger()
    assert QGuiApplication.clipboard().text().count(".png") == 3
    filled.view.table.selectRow(1)
    filled.actions_.copy_csv.trigger()
    assert QGuiApplication.clipboard().text().count(".png") == 1


def test_testing_selected_rows_says_that_they_are_sound(filled, finish, qtbot):
    finish(filled.queue)
    filled.view.table.selectRow(0)
    with qtbot.waitSignal(filled.queue.finished):
        filled.actions_.test.trigger()
    index = filled.view.table.model().index(0, 6)
    assert index.data() == "Sound"
    assert filled.queue.model.rows[1].task is Task.COMPRESS


def test_the_list_is_filtered_as_one_types(filled, qtbot):
    qtbot.keyClick(filled, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(filled.view.findChild(QLineEdit), "b.pn")
    assert filled.view.table.model().rowCount() == 1


def test_the_selection_is_what_is_seen_whatever_is_left_out_and_sorted(filled):
    filled.view.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    filled.view.table.selectAll()
    assert [row.source.name for row in filled.view.selection()] == ["c.png", "b.png", "a.png"]
    filled.view.findChild(QLineEdit).setText("b.p")
    filled.view.table.selectAll()
    assert [row.source.name for row in filled.view.selection()] == ["b.png"]


def test_rows_get_small_pictures(filled, wait_until):
    model = filled.queue.model
    cell = model.index(0, 0)
    wait_until(lambda: model.data(cell, Qt.ItemDataRole.DecorationRole) is not None)


def test_the_menu_of_a_row_opens_without_waiting(filled, qtbot):
    filled.view.table.selectRow(0)
    filled.view.menu_wanted.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert filled.actions_.open_folder in menu.actions()
    menu.close()


# --- the device


def test_the_device_and_the_reason_are_shown(window, wait_until):
    window.load_engine()
    wait_until(lambda: window.device.text == "CPU (int8)")
    assert window.device.toolTip() == "The fastest device that passed the self test.\nCUDA:0 (wrong sums)"


def test_a_device_that_cannot_be_used_is_shown_and_nothing_else_happens(open_window, engines, wait_until):
    def fail(_options):
        raise DeviceError("There is no cuda device here; found cpu.")

    window = open_window(engines, find_devices=fail)
    window.load_engine()
    wait_until(lambda: window.device.text == "The device cannot be used")


def test_another_device_is_tried_when_it_is_chosen(open_window, engines, wait_until):
    asked = []

    def find(options):
        asked.append(options.device)
        return Devices(Choice(Device(options.device, True), "you asked for it"), ())

    window = open_window(engines, find_devices=find)
    box = window.form.findChild(QComboBox, "device")
    box.setCurrentIndex(box.findData("cpu"))
    wait_until(lambda: asked == ["cpu"])


# --- closing


@pytest.fixture
def working(open_window, slow_engines, image_file, add, wait_until):
    window = open_window(slow_engines)
    add(window.queue, image_file("a.png", height=96, width=96))
    window.queue.start()
    wait_until(lambda: window.queue.model.rows[0].stage == "coding")
    return window


def answer(monkeypatch, label):
    asked = []

    def choose(box):
        asked.append(box.text())
        monkeypatch.setattr(
            QMessageBox, "clickedButton", lambda _box: next(b for b in box.buttons() if b.text() == label)
        )

    monkeypatch.setattr(QMessageBox, "exec", choose)
    return asked


def test_closing_while_working_asks_and_stays(working, monkeypatch):
    asked = answer(monkeypatch, "Go on working")
    working.close()
    assert asked == ["Files are still being worked on."]
    assert working.isVisible()
    assert working.queue.is_running


def test_closing_while_working_asks_stops_and_leaves_nothing_half_done(working, monkeypatch, wait_until, tmp_path):
    answer(monkeypatch, "Stop and quit")
    working.close()
    wait_until(lambda: not working.isVisible(), 2000)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".ini"] == ["a.png"]


def test_closing_without_work_does_not_ask(filled, monkeypatch):
    asked = answer(monkeypatch, "Go on working")
    filled.close()
    assert not asked
    assert not filled.isVisible()


def test_the_windows_shape_is_remembered(open_window, engines, wait_until):
    window = open_window(engines)
    window.resize(777, 655)
    window.actions_.options.trigger()
    window.close()
    again = open_window(engines)
    assert (again.width(), again.height()) == (777, 655)
    assert not again.form.isVisible()


# --- for everybody


def test_everything_can_be_reached_and_has_a_name(filled):
    """Each button of the tool bar takes the focus by Tab and has a tip; each control says what it is."""
    buttons = [b for b in filled.findChild(QToolBar).findChildren(QToolButton) if b.defaultAction()]
    assert len(buttons) == 7
    for button in buttons:
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.toolTip()
    for control in filled.form.controls():
        assert control.accessibleName()
        assert control.toolTip()
    shortcuts = [action.shortcut().toString() for action in filled.actions_.all() if not action.shortcut().isEmpty()]
    assert len(set(shortcuts)) == len(shortcuts)
    assert filled.view.table.accessibleName()


@pytest.fixture
def right_to_left(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_right_to_left_layout_mirrors_the_window(right_to_left, filled):
    table = filled.view.table
    assert filled.form.mapTo(filled, QPoint()).x() < table.mapTo(filled, QPoint()).x()
    assert table.columnViewportPosition(0) > table.columnViewportPosition(1)
    for state in State:
        filled.queue.model.rows[0].state = state
        assert not filled.grab().isNull()


def test_the_light_and_the_dark_look_paint_every_state(filled, qapp):
    from bitswap_app.gui import theme

    for place, state in enumerate(State):
        filled.queue.model.rows[place % 3].state = state
        for look in theme.APPEARANCES:
            theme.use(qapp, look)
            assert not filled.grab().isNull()
            assert theme.is_dark(qapp.palette()) == (look == "dark")
    theme.use(qapp, "system")


def test_paths_given_at_the_start_are_added(window, image_file, qtbot):
    with qtbot.waitSignal(window.queue.added):
        window.add([Path(image_file("a.png"))])
    assert len(window.queue.model.rows) == 1


@pytest.mark.parametrize("language", languages.NAMES)
def test_the_smallest_window_cuts_nothing_off(qapp, open_window, engines, image_file, add, wait_until, language):
    translators = languages.put_on(qapp, language)
    window = open_window(engines)
    window.resize(1, 1)
    add(window.queue, image_file("a.png"))
    form, buttons = window.form, [b for b in window.findChild(QToolBar).findChildren(QToolButton) if b.defaultAction()]
    wait_until(lambda: all(button.isVisible() for button in buttons))
    wait_until(lambda: form.widget().width() <= form.viewport().width())
    window.actions_.preview.trigger()
    window.view.table.selectRow(0)
    wait_until(lambda: window.preview.view.image is not None)
    window.preview.show_sizes([Bar(name, 1) for name in "abcde"], is_ready=True)

    def stand_apart():
        parts = [part for part in window.preview.findChildren(QWidget) if part.isVisible()]
        pairs = itertools.pairwise(sorted(parts, key=lambda part: part.y()))
        return all(above.geometry().bottom() < below.y() for above, below in pairs)

    wait_until(stand_apart)
    for translator in translators:
        qapp.removeTranslator(translator)
