"""Where the actions are found: tool bar, menu bar, and the menu of rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from bitswap_app.gui.actions import Actions

translate = QCoreApplication.translate  # a name that lupdate looks for


def tool_bar(actions: Actions) -> QToolBar:
    """The buttons above everything: what is used most, and the panels at the far side."""
    bar = _ToolBar(translate("menus", "Tools"))
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.addActions([actions.add_files, actions.add_folder])
    bar.addSeparator()
    bar.addActions([actions.start, actions.pause, actions.cancel])
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(space)
    bar.addActions([actions.options, actions.preview])
    bar.widgetForAction(actions.start).setObjectName("primary")
    for button in bar.findChildren(QToolButton):
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that a click leaves the focus in the table
    bar.toggleViewAction().setEnabled(False)  # a bar that is hidden by accident is hard to find again
    return bar


def fill(bar: QMenuBar, actions: Actions) -> QMenu:
    """Every action, for those who look for it. Returns the View menu, which the window adds choices to."""
    _sections(
        bar.addMenu(translate("menus", "&File")),
        [actions.add_files, actions.add_folder],
        [actions.open_folder],
        [actions.copy_text, actions.copy_csv],
        [actions.quit],
    )
    _sections(
        bar.addMenu(translate("menus", "&Queue")),
        [actions.start, actions.pause, actions.cancel],
        [actions.test, actions.retry, actions.cancel_rows],
        [actions.remove, actions.remove_finished],
    )
    view = bar.addMenu(translate("menus", "&View"))
    _sections(view, [actions.options, actions.preview], [actions.find, actions.details])
    _sections(bar.addMenu(translate("menus", "&Help")), [actions.about])
    return view


def of_rows(actions: Actions, parent: QWidget) -> QMenu:
    """What can be done with the selected rows."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _sections(
        menu,
        [actions.open_folder, actions.details],
        [actions.test, actions.retry, actions.cancel_rows],
        [actions.copy_text, actions.copy_csv],
        [actions.remove],
    )
    return menu


def add_choices(
    menu: QMenu, title: str, choices: Sequence[tuple[str, str]], now: str, chosen: Callable[[str], None]
) -> None:
    """A submenu of which one entry is marked. choices: (key, words); chosen takes the key."""
    menu = menu.addMenu(title)
    group = QActionGroup(menu)
    for key, text in choices:
        action = QAction(text, menu, checkable=True, checked=key == now)
        action.triggered.connect(lambda _=False, key=key: chosen(key))
        group.addAction(action)
        menu.addAction(action)


class _ToolBar(QToolBar):
    """Leaves out the words where there is no room for all, rather than some of the buttons."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._width_with_words = 0
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon:
            self._width_with_words = self.sizeHint().width()
        has_room = event.size().width() >= self._width_with_words
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if has_room else Qt.ToolButtonStyle.ToolButtonIconOnly
        if style is not self.toolButtonStyle():
            self.setToolButtonStyle(style)
        super().resizeEvent(event)


def _sections(menu: QMenu, *sections: Sequence[QAction]) -> None:
    for number, section in enumerate(sections):
        if number:
            menu.addSeparator()
        menu.addActions(section)
