"""Everything by keyboard: Tab reaches it, one sees where one is, it has a name, and it has a shortcut."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QPushButton, QToolBar, QWidget

from bitswap_app.gui import actions, languages, menus
from bitswap_app.gui.widgets.details import Details
from bitswap_app.gui.widgets.preview import Preview


@pytest.fixture
def filled(window, image_file, add):
    add(window.queue, image_file("a.png"), image_file("b.png"))
    window.activateWindow()
    return window


def reached(window, qtbot, key=Qt.Key.Key_Tab):
    """The widgets that Tab leads to, until it comes back, and how each looks then."""
    found = {}
    while True:
        qtbot.keyClick(QApplication.focusWidget() or window, key)
        widget = QApplication.focusWidget()
        if widget in found:
            return found
        found[widget] = widget.grab().toImage()


def focusable(window):
    """The widgets that are there to be used."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and not widget.focusProxy()
    }


def name_of(widget):
    """What a screen reader says, without what the widget holds."""
    return widget.accessibleName() or (widget.text() if hasattr(widget, "setIcon") else "")


def panel_shown(window, panel):
    """The window with the options, the preview or neither beside the list."""
    window.workspace.toggle(panel)
    window.view.table.selectRow(0)
    return window


@pytest.mark.parametrize("panel", ["form", "preview", None])
def test_tab_leads_everywhere_and_back(filled, qtbot, panel):
    if panel != "form":  # which is shown at first
        panel_shown(filled, filled.preview if panel else filled.form)
    forth = reached(filled, qtbot)
    assert set(forth) == focusable(filled)
    assert all(name_of(widget) for widget in forth)
    back = reached(filled, qtbot, Qt.Key.Key_Backtab)
    assert set(back) == set(forth)


def test_tab_goes_as_one_reads(filled, qtbot):
    """The tool bar from its beginning, the list with what is above it, and the panel from the top."""

    def place(widget):
        at = widget.mapTo(filled, QPoint())
        for number, area in enumerate((filled.findChild(QToolBar), filled.view, filled.form)):
            if area.isAncestorOf(widget):
                return (number, at.x() if number == 0 else at.y() // 10, at.x())
        raise AssertionError(f"{widget} stands nowhere")

    filled.setFocus()
    order = [place(widget) for widget in reached(filled, qtbot)]
    begin = order.index(min(order))
    assert order[begin:] + order[:begin] == sorted(order)


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_one_sees_where_one_is(filled, qtbot, qapp, appearance):
    from bitswap_app.gui import theme

    theme.use(qapp, appearance)
    for widget, focused in reached(filled, qtbot).items():
        filled.setFocus()
        widget.clearFocus()
        assert widget.grab().toImage() != focused, name_of(widget) or widget
    theme.use(qapp, "system")


def test_the_empty_window_is_used_by_keyboard_too(window, qtbot):
    window.activateWindow()
    found = reached(window, qtbot)
    assert set(found) == focusable(window)
    assert all(name_of(widget) for widget in found)
    assert any(window.drop_area.isAncestorOf(widget) for widget in found)


def test_what_is_no_control_has_a_name_too(filled):
    assert filled.findChild(Preview).view.accessibleName()
    assert filled.totals_bar.findChild(QWidget, "total").accessibleName()


def test_each_action_has_a_shortcut_of_its_own_that_is_shown(filled):
    shortcuts = [action.shortcut() for action in filled.actions_.all()]
    texts = [shortcut.toString() for shortcut in shortcuts]
    assert all(texts)
    assert len(set(texts)) == len(texts)
    in_menus = {action for menu in filled.menuBar().actions() for action in menu.menu().actions()}
    for action in filled.actions_.all():
        assert action in in_menus
        assert f"({action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)})" in action.toolTip()


@pytest.fixture(params=languages.NAMES)
def language(request, qapp):
    translators = languages.put_on(qapp, request.param)
    yield request.param
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.mark.usefixtures("language")
def test_no_two_entries_of_a_menu_have_one_letter(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = QMenuBar(window)
    menus.fill(bar, actions.make(window))
    for entries in (bar.actions(), *(menu.menu().actions() for menu in bar.actions())):
        letters = [text[text.index("&") + 1].lower() for text in (entry.text() for entry in entries) if "&" in text]
        assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_lone_row_is_selected_by_the_arrows(direction, window, image_file, add, qtbot):
    add(window.queue, image_file("a.png"))
    window.activateWindow()
    window.setLayoutDirection(direction)
    window.view.table.setFocus()
    qtbot.keyClick(window.view.table, Qt.Key.Key_Up)
    assert [row.source.name for row in window.view.selection()] == ["a.png"]


def test_the_details_are_read_copied_and_closed_by_keyboard(filled, qtbot):
    filled.view.table.selectRow(0)
    qtbot.keyClick(filled.view.table, Qt.Key.Key_Return)
    details = filled.findChild(Details)
    details.activateWindow()
    assert all(name_of(widget) for widget in reached(details, qtbot))
    copy = next(button for button in details.findChildren(QPushButton) if button.text() == "Copy")
    copy.setFocus()
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    assert "a.png" in QApplication.clipboard().text()
    qtbot.keyClick(details, Qt.Key.Key_Escape)
    assert not details.isVisible()
