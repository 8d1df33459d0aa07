"""What is remembered between starts: options, and how the window stands. QSettings <-> service options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from PySide6.QtCore import QByteArray, QSettings

from bitswap_app.service.options import CompressOptions

_HINTS = get_type_hints(CompressOptions)
_OPTIONS = "options"
_PRESETS, _NAME = "presets", "preset name"  # no option is called so


class Settings:
    """A typed view of QSettings. What is missing, or what this version does not understand, is the default."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def options(self) -> CompressOptions:
        return read_options(self._texts(_OPTIONS))

    @options.setter
    def options(self, options: CompressOptions) -> None:
        self._store.remove(_OPTIONS)
        for name, text in write_options(options).items():
            self._store.setValue(f"{_OPTIONS}/{name}", text)

    @property
    def presets(self) -> dict[str, CompressOptions]:
        """The user's own, by name."""
        found = {}
        for place in range(self._store.beginReadArray(_PRESETS)):
            self._store.setArrayIndex(place)
            texts = {name: str(self._store.value(name)) for name in self._store.childKeys()}
            if name := texts.pop(_NAME, ""):
                found[name] = read_options(texts)
        self._store.endArray()
        return found

    @presets.setter
    def presets(self, presets: Mapping[str, CompressOptions]) -> None:
        self._store.remove(_PRESETS)
        self._store.beginWriteArray(_PRESETS, len(presets))
        for place, (name, options) in enumerate(presets.items()):
            self._store.setArrayIndex(place)
            for key, text in {_NAME: name, **write_options(options)}.items():
                self._store.setValue(key, text)
        self._store.endArray()

    def text(self, name: str, default: str = "") -> str:
        """A word under window/, such as the language or the appearance."""
        return str(self._store.value(f"window/{name}", default))

    def set_text(self, name: str, value: str) -> None:
        self._store.setValue(f"window/{name}", value)

    def state(self, name: str) -> QByteArray:
        """What Qt's saveState and saveGeometry gave, empty if never saved."""
        value = self._store.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, value: QByteArray) -> None:
        self._store.setValue(f"window/{name}", value)

    def _texts(self, group: str) -> dict[str, str]:
        self._store.beginGroup(group)
        texts = {name: str(self._store.value(name)) for name in self._store.childKeys()}
        self._store.endGroup()
        return texts


def write_options(options: CompressOptions) -> dict[str, str]:
    """Every option that is not at its default, as text."""
    return {
        option.name: _write(value)
        for option in fields(options)
        if (value := getattr(options, option.name)) != option.default
    }


def read_options(texts: dict[str, str]) -> CompressOptions:
    """The options of such texts."""
    values: dict[str, Any] = {}
    for option in fields(CompressOptions):
        if option.name not in texts:
            continue
        try:
            value = _read(texts[option.name], _HINTS[option.name])
        except ValueError:
            continue
        if value in option.metadata.get("choices", (value,)):
            values[option.name] = value
    return CompressOptions(**values)


def _write(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)


def _read(text: str, kind: Any) -> object:
    """The inverse for the types that options have. Raises ValueError."""
    if kind is bool:
        if text not in ("yes", "no"):
            raise ValueError(text)
        return text == "yes"
    if kind in (int, int | None):
        return None if kind is not int and not text else _positive(text)
    if kind == Path | None:
        return Path(text) if text else None
    if kind == tuple[str, ...]:
        return tuple(line for line in text.split("\n") if line)
    return text


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
