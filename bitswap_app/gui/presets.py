"""Sets of options that belong together, to be chosen with one click."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from bitswap_app.service.options import CompressOptions

translate = QCoreApplication.translate  # a name that lupdate looks for

# What presets say nothing about: places and the machine stay as the user set them.
_PERSONAL = frozenset({"output", "device", "threads", "jobs", "max_pixels", "include", "exclude", "images_only"})


@dataclass(frozen=True, slots=True)
class Preset:
    """A name and what it changes from the defaults."""

    key: str
    name: str
    tip: str
    changes: dict[str, Any]

    def applied_to(self, options: CompressOptions) -> CompressOptions:
        """The options with every one but the personal ones set by this preset."""
        values = {f.name: self.changes.get(f.name, f.default) for f in fields(options) if f.name not in _PERSONAL}
        return replace(options, **values)


def presets() -> list[Preset]:
    """In the order of the list."""
    return [
        Preset(
            "balanced",
            translate("presets", "Balanced"),
            translate("presets", "Small files in reasonable time. Sources stay where they are."),
            {},
        ),
        Preset(
            "quick",
            translate("presets", "Quick"),
            translate("presets", "Less time, somewhat larger files."),
            {"effort": "fast", "existing": "skip"},
        ),
        Preset(
            "archive",
            translate("presets", "Archive"),
            translate("presets", "The smallest files, checked; nothing that exists is replaced."),
            {"effort": "high", "existing": "rename"},
        ),
        Preset(
            "make-room",
            translate("presets", "Make room"),
            translate("presets", "Sources move to the trash once their results are proven the same."),
            {"existing": "rename", "source_after": "trash"},
        ),
    ]


def preset_of(options: CompressOptions) -> Preset | None:
    """The preset that gives these options, if one does."""
    return next((preset for preset in presets() if preset.applied_to(options) == options), None)
