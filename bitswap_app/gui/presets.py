"""Sets of options that belong together, to be chosen with one click: the program's and the user's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from bitswap_app.service.options import CompressOptions

translate = QCoreApplication.translate  # a name that lupdate looks for

# What the program's presets say nothing about: places and the machine stay as the user set them.
_PERSONAL = frozenset({"output", "device", "threads", "jobs", "max_pixels", "include", "exclude", "images_only"})


@dataclass(frozen=True, slots=True)
class Preset:
    """A name and the options that it sets, by theirs.

    key   tells presets apart; a name may be in any language
    """

    key: str
    name: str
    tip: str
    values: Mapping[str, Any]

    def applied_to(self, options: CompressOptions) -> CompressOptions:
        """The options with those of this preset set."""
        return replace(options, **self.values)


def own(presets: Mapping[str, CompressOptions]) -> list[Preset]:
    """The user's, which set every option."""
    tip = translate("presets", "Your own preset. It sets every option, folders and this computer's too.")
    return [
        Preset(f"own/{name}", name, tip, {f.name: getattr(options, f.name) for f in fields(options)})
        for name, options in presets.items()
    ]


def presets() -> list[Preset]:
    """The program's, in the order of the list."""
    return [
        _preset(
            "balanced",
            translate("presets", "Balanced"),
            translate("presets", "Small files in reasonable time. Sources stay where they are."),
            {},
        ),
        _preset(
            "quick",
            translate("presets", "Quick"),
            translate("presets", "Less time, somewhat larger files."),
            {"effort": "fast", "existing": "skip"},
        ),
        _preset(
            "archive",
            translate("presets", "Archive"),
            translate("presets", "The smallest files, checked; nothing that exists is replaced."),
            {"effort": "high", "existing": "rename"},
        ),
        _preset(
            "make-room",
            translate("presets", "Make room"),
            translate("presets", "Sources move to the trash once their results are proven the same."),
            {"existing": "rename", "source_after": "trash"},
        ),
    ]


def preset_of(options: CompressOptions, known: Sequence[Preset]) -> Preset | None:
    """The first preset that gives these options, if one does."""
    return next((preset for preset in known if preset.applied_to(options) == options), None)


def _preset(key: str, name: str, tip: str, changes: Mapping[str, Any]) -> Preset:
    """changes: from the defaults, which all other options take but the personal ones."""
    chosen = {f.name: changes.get(f.name, f.default) for f in fields(CompressOptions) if f.name not in _PERSONAL}
    return Preset(key, name, tip, chosen)
