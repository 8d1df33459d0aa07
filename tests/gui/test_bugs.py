"""A bug is shown with a report that can be copied, and the program goes on."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from bitswap_app.errors import ImageError
from bitswap_app.gui.bug_report import BugDialog, BugHook, report_of
from bitswap_app.gui.engines import Engines
from bitswap_app.gui.workers import Background


@pytest.fixture
def hook(qapp, qtbot):
    made = BugHook()
    yield made
    if made._dialog:
        made._dialog.close()


def bug():
    try:
        raise KeyError("a bug")
    except KeyError as found:
        return found


def test_the_report_names_the_versions_and_the_place():
    text = report_of(bug())
    assert "Python 3" in text
    assert "test_bugs.py" in text
    assert "KeyError: 'a bug'" in text


def test_the_report_can_be_copied(qtbot):
    dialog = BugDialog(report_of(bug()))
    qtbot.addWidget(dialog)
    dialog.show()
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy report")
    copy.click()
    assert QGuiApplication.clipboard().text() == dialog.report


def test_only_the_first_of_many_bugs_opens_a_window(hook):
    hook.show(bug())
    first = hook._dialog
    hook.show(ValueError("another"))
    assert hook._dialog is first
    assert "KeyError" in first.report


def test_a_bug_in_a_slot_reaches_the_report(hook, qtbot, monkeypatch):
    hook.install()
    try:
        with qtbot.waitSignal(hook._caught):
            sys.excepthook(KeyError, bug(), None)
    finally:
        hook.uninstall()
    assert hook._dialog.isVisible()


@pytest.fixture
def background(qtbot):
    made = Background(1)
    yield made
    made.close()


def test_results_and_expected_errors_are_delivered_on_the_gui_thread(background, wait_until):
    results, errors = [], []

    def fail():
        raise ImageError("It is no picture.")

    background.run(lambda: 7, results.append)
    background.run(fail, results.append, errors.append)
    wait_until(lambda: len(errors) == 1)
    assert results == [7]
    assert str(errors[0]) == "It is no picture."


def test_a_bug_in_the_background_reaches_the_hook(background, qtbot):
    with qtbot.captureExceptions() as caught:
        background.run(lambda: {}["no"], lambda _: None)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is KeyError


def test_after_closing_nothing_is_delivered(background, qtbot):
    results = []
    background.run(lambda: 7, results.append)
    background.close()
    qtbot.wait(50)
    assert results == []


def test_a_bug_in_a_batch_reaches_the_hook_and_the_window_goes_on(open_window, image_file, add, qtbot):
    def load(_model, _options):
        raise AssertionError("a bug")

    window = open_window(Engines(load))
    add(window.queue, image_file("a.png", height=96, width=96))
    with qtbot.captureExceptions() as caught:
        QTimer.singleShot(0, window.queue.start)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is AssertionError
    assert window.isVisible()
    assert window.actions_.start.isEnabled()
