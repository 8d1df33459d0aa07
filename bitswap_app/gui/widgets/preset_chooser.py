"""The list of presets, and the menu that saves, renames and deletes the user's own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QMenu, QToolButton, QWidget

from bitswap_app.gui.presets import Preset, own, preset_of, presets
from bitswap_app.gui.widgets import questions
from bitswap_app.service.options import CompressOptions


class PresetChooser(QWidget):
    """Shows which preset the options are, if they are one.

    chosen    the user chose a preset; carries the options as it makes them
    changed   the user's own presets are others now; carries all of them, by name
    """

    chosen = Signal(object)
    changed = Signal(object)

    def __init__(self, own_presets: Mapping[str, CompressOptions]) -> None:
        super().__init__()
        self._own = dict(own_presets)
        self._options = CompressOptions()
        self._box, self._button, menu = QComboBox(), QToolButton(), QMenu(self)
        self._box.setObjectName("presets")
        self._box.activated.connect(self._choose)
        self._save = menu.addAction(self.tr("Save the options as a preset…"), self._save_as)
        self._rename = menu.addAction(self.tr("Rename this preset…"), self._rename_own)
        self._delete = menu.addAction(self.tr("Delete this preset"), self._delete_own)
        self._button.setMenu(menu)
        self._button.setText("⋯")
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._button.setObjectName("menu")
        self._button.setToolTip(self.tr("Save, rename or delete presets of your own"))
        self._button.setAccessibleName(self._button.toolTip())
        label = QLabel(self.tr("Preset"))
        label.setBuddy(self._box)
        self._box.setAccessibleName(label.text())
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(5)
        layout.addWidget(label, 0, 0, 1, 2)
        layout.addWidget(self._box, 1, 0)
        layout.addWidget(self._button, 1, 1)
        layout.setColumnStretch(0, 1)
        self._fill()

    def show_options(self, options: CompressOptions) -> None:
        """Shows the preset that gives these, or that none does."""
        self._options = options
        preset = preset_of(options, self._all())
        self._box.setCurrentIndex(self._box.findData(preset.key if preset else ""))
        self._update()

    def _all(self) -> list[Preset]:
        """The user's own first: one that sets no more than a preset of the program has a name that the user knows."""
        return [*own(self._own), *presets()]

    def _fill(self) -> None:
        with QSignalBlocker(self._box):
            self._box.clear()
            for preset in [*presets(), *own(self._own)]:
                self._box.addItem(preset.name, preset.key)
                self._box.setItemData(self._box.count() - 1, preset.tip, Qt.ItemDataRole.ToolTipRole)
            self._box.addItem(self.tr("Your own choice"), "")
        self.show_options(self._options)

    def _current(self) -> str:
        """The name of the own preset that is shown, or ""."""
        name = self._box.currentText()
        return name if name in self._own and self._box.currentData() == f"own/{name}" else ""

    def _update(self) -> None:
        self._rename.setEnabled(bool(self._current()))
        self._delete.setEnabled(bool(self._current()))

    def _choose(self) -> None:
        for preset in self._all():
            if preset.key == self._box.currentData():
                self.chosen.emit(preset.applied_to(self._options))
                return
        self.show_options(self._options)

    def _save_as(self) -> None:
        if name := self._free_name():
            self._set({**self._own, name: self._options})

    def _rename_own(self) -> None:
        before = self._current()
        if before and (name := self._free_name(before)):
            self._set({name if known == before else known: options for known, options in self._own.items()})

    def _delete_own(self) -> None:
        self._set({name: options for name, options in self._own.items() if name != self._current()})

    def _free_name(self, before: str = "") -> str:
        """A name that no other preset has, or "" where the user gives none."""
        taken = {preset.name for preset in self._all()} - {before}
        name = questions.name_of_preset(self, before)
        while name in taken:
            questions.tell_name_is_taken(self, name)
            name = questions.name_of_preset(self, name)
        return name

    def _set(self, presets: dict[str, CompressOptions]) -> None:
        self._own = presets
        self._fill()
        self.changed.emit(dict(presets))
