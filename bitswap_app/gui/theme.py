"""How the program looks where the system does not say, or the user wants another look than the system's."""

from __future__ import annotations

from typing import Literal, get_args

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from bitswap_app.resources import resource

Appearance = Literal["system", "light", "dark"]
APPEARANCES: tuple[Appearance, ...] = get_args(Appearance)

_STYLE = "nameOfStyle"
_Role = QPalette.ColorRole
_LIGHT = {
    _Role.Window: "#f6f7f9",
    _Role.WindowText: "#1d2129",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f3f5f8",
    _Role.Text: "#1d2129",
    _Role.Button: "#ffffff",
    _Role.ButtonText: "#1d2129",
    _Role.BrightText: "#ffffff",
    _Role.ToolTipBase: "#ffffff",
    _Role.ToolTipText: "#1d2129",
    _Role.PlaceholderText: "#7d8594",
    _Role.Highlight: "#2f6fea",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#2f6fea",
    _Role.Link: "#2460cf",
    _Role.LinkVisited: "#6a3fe0",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#eceff3",
    _Role.Mid: "#d3d8e0",
    _Role.Dark: "#a9b0bc",
    _Role.Shadow: "#5b626e",
}
_DARK = {
    _Role.Window: "#25282f",
    _Role.WindowText: "#e7e9ee",
    _Role.Base: "#1b1d22",
    _Role.AlternateBase: "#22252c",
    _Role.Text: "#e7e9ee",
    _Role.Button: "#2d313a",
    _Role.ButtonText: "#e7e9ee",
    _Role.BrightText: "#ffffff",
    _Role.ToolTipBase: "#2d313a",
    _Role.ToolTipText: "#e7e9ee",
    _Role.PlaceholderText: "#8b93a3",
    _Role.Highlight: "#3d7bf0",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#5b93f7",
    _Role.Link: "#7fadff",
    _Role.LinkVisited: "#b59bff",
    _Role.Light: "#3a3f4a",
    _Role.Midlight: "#343943",
    _Role.Mid: "#454b57",
    _Role.Dark: "#626a79",
    _Role.Shadow: "#0b0c0e",
}
_DISABLED = {Qt.ColorScheme.Light: "#a3aab6", Qt.ColorScheme.Dark: "#666d7a"}


def use(app: QApplication, appearance: Appearance) -> None:
    """Takes on a look. "system" is the system's palette, and our light one where the system has none of its own."""
    hints = app.styleHints()
    hints.setColorScheme(
        {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}[appearance]
    )
    wanted = Qt.ColorScheme.Dark if appearance == "dark" else Qt.ColorScheme.Light
    if hints.colorScheme() == Qt.ColorScheme.Unknown or (appearance != "system" and hints.colorScheme() != wanted):
        app.setPalette(palette(wanted))
    else:
        app.setPalette(QPalette())
    if not app.styleSheet():  # with a sheet on, the style does not tell its name
        app.setProperty(_STYLE, app.style().name().lower())
    sheets = ["bitswap", "fusion"] if app.property(_STYLE) == "fusion" else ["bitswap"]
    text = "\n".join(resource(f"styles/{sheet}.qss").read_text("utf-8") for sheet in sheets)
    # Not the folder itself: url( takes no commas, brackets or quotation marks, which a folder may have in its name.
    QDir.setSearchPaths("icons", [str(resource("icons/check.svg").parent)])
    app.setStyleSheet(text.replace("url(ICONS/", "url(icons:"))


def palette(scheme: Qt.ColorScheme) -> QPalette:
    """Our own colours."""
    colours = _DARK if scheme == Qt.ColorScheme.Dark else _LIGHT
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED[scheme]))
    return made


def is_dark(palette: QPalette) -> bool:
    """Whether light text stands on dark ground."""
    return palette.color(_Role.Window).lightness() < 128


def accent(palette: QPalette) -> QColor:
    """For what is to catch the eye."""
    return palette.color(_Role.Accent)


def good(palette: QPalette) -> QColor:
    """For what went well; readable on palette's Base."""
    return QColor("#4cc38a" if is_dark(palette) else "#157f4a")


def bad(palette: QPalette) -> QColor:
    """For what went wrong."""
    return QColor("#ff8079" if is_dark(palette) else "#c4291f")


def quiet(palette: QPalette) -> QColor:
    """For what stands back: folders, hints."""
    ink, ground = palette.color(_Role.WindowText), palette.color(_Role.Window)
    return QColor.fromRgbF(
        0.62 * ink.redF() + 0.38 * ground.redF(),
        0.62 * ink.greenF() + 0.38 * ground.greenF(),
        0.62 * ink.blueF() + 0.38 * ground.blueF(),
    )
