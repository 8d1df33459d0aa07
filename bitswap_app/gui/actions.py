"""Everything the user can do, as actions: words, icon, shortcut. What they do is wired by the main window."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from bitswap_app.gui.icons import on_accent, symbol

translate = QCoreApplication.translate  # a name that lupdate looks for
_Key = QKeySequence.StandardKey


@dataclass(slots=True)
class Actions:
    """One field an action; made by make()."""

    add_files: QAction
    add_folder: QAction
    start: QAction
    pause: QAction
    cancel: QAction
    cancel_rows: QAction
    retry: QAction
    test: QAction
    remove: QAction
    remove_finished: QAction
    details: QAction
    open_folder: QAction
    copy_text: QAction
    copy_csv: QAction
    find: QAction
    options: QAction
    preview: QAction
    quit: QAction
    about: QAction

    def all(self) -> list[QAction]:
        return [getattr(self, name) for name in self.__slots__]

    def restyle(self) -> None:
        """New icon colours, after the palette changed."""
        for action in self.all():
            if name := action.data():
                action.setIcon(symbol(name))
        self.start.setIcon(on_accent("start"))


def plain_text(text: str) -> str:
    """An action's words for a button or a tip: without the mark of its letter, or the letter in brackets, or dots."""
    return re.sub(r"\(&\w\)|&", "", text).rstrip("…")


def make(parent: QWidget) -> Actions:
    """The actions, with shortcuts that work in the whole window."""

    def action(text: str, icon: str = "", keys: str | QKeySequence.StandardKey | None = None, tip: str = "") -> QAction:
        made = QAction(text, parent)
        made.setData(icon)
        if icon:
            made.setIcon(symbol(icon))
        if keys is not None:
            made.setShortcut(QKeySequence(keys))
        shown = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        made.setIconText(plain_text(text))
        plain = tip or plain_text(text)
        made.setToolTip(f"{plain} ({shown})" if shown else plain)
        parent.addAction(made)
        return made

    actions = Actions(
        add_files=action(translate("actions", "&Add files…"), "add-files", _Key.Open),
        add_folder=action(translate("actions", "Add a &folder…"), "add-folder", "Ctrl+Shift+O"),
        start=action(
            translate("actions", "&Start"), "start", "Ctrl+Return", translate("actions", "Work on all files that wait")
        ),
        pause=action(translate("actions", "&Pause"), "pause", "Ctrl+P", translate("actions", "Pause, or go on")),
        cancel=action(
            translate("actions", "&Cancel"),
            "stop",
            "Ctrl+.",
            translate("actions", "Stop; files that are not finished stay in the list"),
        ),
        cancel_rows=action(translate("actions", "Stop the selected files"), "stop", "Ctrl+Backspace"),
        retry=action(translate("actions", "Try again"), "restore", "Ctrl+R"),
        test=action(
            translate("actions", "&Test"),
            "test",
            "Ctrl+T",
            translate("actions", "Decode the selected .bsw files in full and write nothing"),
        ),
        remove=action(
            translate("actions", "&Remove from the list"),
            "remove",
            _Key.Delete,
            translate("actions", "Remove from the list; files stay where they are"),
        ),
        remove_finished=action(translate("actions", "Remove what is done"), "clear", "Ctrl+Shift+Delete"),
        details=action(translate("actions", "&Details…"), "failed", "Ctrl+I"),
        open_folder=action(translate("actions", "Open the folder"), "open-folder", "Ctrl+Shift+F"),
        copy_text=action(translate("actions", "Copy report as text"), "copy", "Ctrl+Shift+C"),
        copy_csv=action(translate("actions", "Copy report as CSV"), "copy", "Ctrl+Shift+E"),
        find=action(translate("actions", "Find in the list"), "search", _Key.Find),
        options=action(translate("actions", "&Options"), "options", "F7"),
        preview=action(translate("actions", "P&review"), "preview", "F8"),
        quit=action(translate("actions", "&Quit"), "", "Ctrl+Q"),  # Windows has no standard key
        about=action(translate("actions", "About Bit-Swap"), "", "F1"),
    )
    actions.start.setIcon(on_accent("start"))
    actions.quit.setMenuRole(QAction.MenuRole.QuitRole)
    actions.about.setMenuRole(QAction.MenuRole.AboutRole)
    actions.remove.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    for panel in (actions.options, actions.preview):
        panel.setCheckable(True)
    return actions
