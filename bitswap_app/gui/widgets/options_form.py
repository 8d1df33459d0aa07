"""The options as a form, built from the fields of CompressOptions, so that a new option appears by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import get_type_hints

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from bitswap_app.gui.option_words import groups, remarks, words_for
from bitswap_app.gui.widgets.controls import Control, FolderField, control_for
from bitswap_app.gui.widgets.preset_chooser import PresetChooser
from bitswap_app.service.options import CompressOptions

_LEAST_WIDTH = 250


class OptionsForm(QScrollArea):
    """Every option of CompressOptions, with presets above.

    changed           the user changed something; carries the options
    presets_changed   the user saved, renamed or deleted a preset; carries all own ones
    """

    changed = Signal(object)
    presets_changed = Signal(object)

    def __init__(self, options: CompressOptions, presets: Mapping[str, CompressOptions]) -> None:
        super().__init__()
        self._controls: dict[str, Control] = {}
        self._is_filling = False
        self._presets = PresetChooser(presets)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from control to control, and each comes into sight
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = self._build()
        self.setWidget(self._page)
        self.set_options(options)

    def controls(self) -> list[QWidget]:
        """The widgets, each named after its option."""
        return [control.widget for control in self._controls.values()]

    def options(self) -> CompressOptions:
        return CompressOptions(**{name: control.value() for name, control in self._controls.items()})

    def set_options(self, options: CompressOptions) -> None:
        """Shows these options and says nothing of it."""
        self._is_filling = True
        for name, control in self._controls.items():
            control.set_value(getattr(options, name))
        self._is_filling = False
        self._presets.show_options(self.options())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest words, as it scrolls down only."""
        width = self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(_LEAST_WIDTH, width), super().minimumSizeHint().height())

    def restyle(self) -> None:
        """New icon colours, after the palette changed."""
        for control in self._controls.values():
            if isinstance(control.widget, FolderField):
                control.widget.restyle()

    def _build(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.setSpacing(5)
        layout.addWidget(self._presets)
        self._presets.chosen.connect(self._apply)
        self._presets.changed.connect(self.presets_changed)
        options = {option.name: option for option in fields(CompressOptions)}
        hints = get_type_hints(CompressOptions)
        grouped = groups()
        unknown = tuple(name for name in options if not any(name in names for _, names in grouped))
        for title, names in [*grouped, *([(self.tr("More"), unknown)] if unknown else [])]:
            layout.addWidget(_heading(title))
            for name in names:
                if name in options:
                    metadata = options[name].metadata
                    words = words_for(name, metadata["help"])
                    control = control_for(hints[name], words, metadata.get("choices", ()))
                    self._add(layout, name, words.label, words.tip, control)
                if name in remarks():
                    layout.addWidget(_remark(remarks()[name]))
        layout.addSpacing(12)
        reset = QPushButton(self.tr("Back to the defaults"))
        reset.clicked.connect(lambda: self._apply(CompressOptions()))
        layout.addWidget(reset)
        layout.addStretch()
        return page

    def _add(self, layout: QVBoxLayout, name: str, text: str, tip: str, control: Control) -> None:
        control.widget.setObjectName(name)
        control.widget.setToolTip(tip)
        control.widget.setAccessibleName(text)
        control.widget.setAccessibleDescription(tip)
        if not control.has_own_label:
            label = QLabel(text)
            label.setBuddy(control.widget)
            label.setToolTip(tip)
            layout.addWidget(label)
        layout.addWidget(control.widget)
        control.connect(self._user_changed)
        self._controls[name] = control

    def _user_changed(self) -> None:
        if not self._is_filling:
            self._presets.show_options(self.options())
            self.changed.emit(self.options())

    def _apply(self, options: CompressOptions) -> None:
        self.set_options(options)
        self.changed.emit(self.options())


def _remark(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("remark")
    label.setWordWrap(True)
    return label


def _heading(title: str) -> QLabel:
    label = QLabel(title)
    label.setObjectName("heading")
    label.setContentsMargins(0, 14, 0, 2)
    return label
