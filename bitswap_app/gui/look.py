"""The View menu's choices of appearance and language, and what choosing does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMenu

from bitswap_app.gui import languages, menus, theme
from bitswap_app.gui.settings import Settings

translate = QCoreApplication.translate  # a name that lupdate looks for


def add_choices(menu: QMenu, settings: Settings, tell: Callable[[str], None]) -> None:
    """Two submenus. tell takes a sentence for the user."""

    def set_appearance(appearance: str) -> None:
        settings.set_text("appearance", appearance)
        app = QApplication.instance()
        for choice in theme.APPEARANCES:
            if choice == appearance and isinstance(app, QApplication):
                theme.use(app, choice)

    def set_language(language: str) -> None:
        settings.set_text("language", language)
        tell(translate("look", "The language changes when the program starts again."))

    for title, setting, choices, chosen in (
        (translate("look", "Appearance"), "appearance", _appearances(), set_appearance),
        (translate("look", "Language"), "language", languages.choices(), set_language),
    ):
        menus.add_choices(menu, title, choices, settings.text(setting, choices[0][0]), chosen)


def _appearances() -> list[tuple[str, str]]:
    words = {
        "system": translate("look", "As the system"),
        "light": translate("look", "Light"),
        "dark": translate("look", "Dark"),
    }
    return [(key, words[key]) for key in theme.APPEARANCES]
