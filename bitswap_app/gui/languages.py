"""The languages of the window, and how one is put on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from bitswap_app.resources import resource

# By the name of the .ts file; each in its own words, because whoever looks for it may read no other.
NAMES = {
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "ja": "日本語",
    "zh_CN": "简体中文",
}
SYSTEM = "system"

translate = QCoreApplication.translate  # a name that lupdate looks for


def choices() -> list[tuple[str, str]]:
    """(setting, words) for each, the system's first."""
    return [(SYSTEM, translate("languages", "As the system")), *NAMES.items()]


def wanted(setting: str) -> str:
    """The language for a setting: itself, or the first of the system's that is here, else English."""
    if setting in NAMES:
        return setting
    for name in QLocale.system().uiLanguages():
        found = _known(name.replace("-", "_"))
        if found:
            return found
    return "en"


def put_on(app: QCoreApplication, language: str) -> list[QTranslator]:
    """Translates the program and Qt's own dialogs. Returns what does it, which app keeps."""
    QLocale.setDefault(QLocale.system() if _known(QLocale.system().name()) == language else QLocale(language))
    ours = str(resource(f"translations/bitswap_{language}.qm"))
    theirs = str(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm")
    translators = []
    for name in (theirs, ours):
        translator = QTranslator(app)
        if translator.load(name) and app.installTranslator(translator):
            translators.append(translator)
    return translators


def _known(name: str) -> str | None:
    """The language of a locale's name: zh_Hans_CN -> zh_CN, de_AT -> de, pt -> None."""
    if name.startswith("zh"):
        return "zh_CN" if not any(part in name for part in ("Hant", "TW", "HK", "MO")) else None
    short = name.split("_", maxsplit=1)[0]
    return short if short in NAMES else None
