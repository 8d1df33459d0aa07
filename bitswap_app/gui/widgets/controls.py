"""A control for each type that an option can have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QSpinBox, QToolButton, QWidget

from bitswap_app.gui.icons import symbol
from bitswap_app.gui.option_words import Words

_MOST = 2**31 - 1
_SHORTEST = 16  # letters


@dataclass(frozen=True, slots=True)
class Control:
    """A widget that holds one option's value.

    connect   takes what is to be called when the user has changed it
    """

    widget: QWidget
    value: Callable[[], Any]
    set_value: Callable[[Any], None]
    connect: Callable[[Callable[[], None]], object]
    has_own_label: bool = False


def control_for(kind: Any, words: Words, choices: tuple[str, ...]) -> Control:
    """The control for a field of this type."""
    if kind is bool:
        return _check_box(words)
    if choices or words.choices:
        return _combo_box(words, choices or tuple(words.choices))
    if kind in (int, int | None):
        return _spin_box(words, may_be_absent=kind is not int)
    if kind == Path | None:
        return _folder(words)
    return _line(words, is_list=kind == tuple[str, ...])


def _check_box(words: Words) -> Control:
    box = QCheckBox(words.label)
    return Control(box, box.isChecked, box.setChecked, lambda changed: box.toggled.connect(lambda _: changed()), True)


def _combo_box(words: Words, choices: tuple[str, ...]) -> Control:
    box = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_SHORTEST)  # the list shows all of a long choice
    for choice in choices:
        box.addItem(words.choices.get(choice, choice), choice)

    def set_value(value: str) -> None:
        if box.findData(value) < 0:  # a device by its full name, from the command line's vocabulary
            box.addItem(value, value)
        box.setCurrentIndex(box.findData(value))

    return Control(
        box, box.currentData, set_value, lambda changed: box.currentIndexChanged.connect(lambda _: changed())
    )


def _spin_box(words: Words, *, may_be_absent: bool) -> Control:
    box = QSpinBox(minimum=0 if may_be_absent else 1, maximum=_MOST)
    box.setGroupSeparatorShown(True)
    box.setSpecialValueText(words.absent)
    box.setMinimumWidth(80)
    return Control(
        box,
        lambda: box.value() or None,
        lambda value: box.setValue(value or 0),
        lambda changed: box.valueChanged.connect(lambda _: changed()),
    )


def _line(words: Words, *, is_list: bool) -> Control:
    line = QLineEdit(placeholderText=words.absent, clearButtonEnabled=True)

    def value() -> str | tuple[str, ...]:
        return tuple(part.strip() for part in line.text().split(";") if part.strip()) if is_list else line.text()

    def set_value(value: str | tuple[str, ...]) -> None:
        line.setText("; ".join(value) if isinstance(value, tuple) else value)

    return Control(line, value, set_value, line.editingFinished.connect)


def _folder(words: Words) -> Control:
    field = FolderField(words)
    return Control(field, field.value, field.set_value, field.changed.connect)


class FolderField(QWidget):
    """A folder, typed or chosen; empty for none."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._line = QLineEdit(placeholderText=words.absent, clearButtonEnabled=True)
        self._line.setAccessibleName(words.label)
        self._line.setAccessibleDescription(words.tip)
        self._line.textChanged.connect(lambda _: self.changed.emit())
        browse = QToolButton()
        browse.setIcon(symbol("open-folder"))
        browse.setToolTip(self.tr("Choose a folder…"))
        browse.setAccessibleName(self.tr("Choose a folder"))
        browse.clicked.connect(self._browse)
        self._browse_button = browse
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)
        layout.addWidget(browse)
        self.setFocusProxy(self._line)

    def value(self) -> Path | None:
        text = self._line.text().strip()
        return Path(text).expanduser() if text else None

    def set_value(self, value: Path | None) -> None:
        if value != self.value():
            self._line.setText(QDir.toNativeSeparators(str(value)) if value else "")

    def restyle(self) -> None:
        """New icon colours, after the palette changed."""
        self._browse_button.setIcon(symbol("open-folder"))

    def _browse(self) -> None:
        start = str(self.value() or Path.home())
        if chosen := QFileDialog.getExistingDirectory(self, self._words.label, start):
            self.set_value(Path(chosen))
