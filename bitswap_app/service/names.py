"""Names of results: .bsw files, what they are restored to, and numbers where a name is taken."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PurePath

from bitswap_app.container.header import is_plain_name

SUFFIX = ".bsw"

# What Windows takes for devices, whatever follows their first dot. The superscripts are digits to it.
_DEVICES = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
    ]
)
_FORBIDDEN_ANYWHERE = frozenset('<>:"/\\|?*')
_JOINERS = "\u200c\u200d"  # invisible, but scripts and emoji are written with them


def restored_name(coded_name: str, stored_name: str, *, on_windows: bool = os.name == "nt") -> str:
    """The file name to restore to, which is never a path, a device, or another than it looks.

    The .bsw file's own name without the suffix, so that a renamed file gives what its owner called it; but the name
    stored in it where the own one has lost the suffix, or with it the kind of the file. The own name came from a file
    system of the user's; the stored one may come from anywhere, and is made safe for all.
    """
    own = coded_name[: -len(SUFFIX)] if coded_name.lower().endswith(SUFFIX) else ""
    own = "" if own in ("", ".", "..") else own
    if own and (not stored_name or PurePath(own).suffix.lower() == PurePath(stored_name).suffix.lower()):
        return safe_name(own) if on_windows else own
    if stored_name and is_plain_name(stored_name):
        return safe_name(stored_name)
    own = own or f"{coded_name}.restored"
    return safe_name(own) if on_windows else own


def safe_name(name: str) -> str:
    """A name that every system takes as it stands: what could steer, hide or be dropped becomes "_"."""
    name = "".join("_" if _is_unsafe(letter) else letter for letter in name)
    if name != name.rstrip(". "):  # Windows drops them
        name = name[:-1] + "_"
    if name.split(".")[0].rstrip(" ").lower() in _DEVICES:
        name = f"_{name}"
    return name or "_"


def numbered(path: Path, number: int) -> Path:
    """`photo.png` -> `photo (2).png`, and `photo.png.bsw` -> `photo (2).png.bsw`."""
    coded = path.name[-len(SUFFIX) :] if path.name.lower().endswith(SUFFIX) else ""
    inner = PurePath(path.name[: len(path.name) - len(coded)] or "_")
    return path.with_name(f"{inner.stem} ({number}){inner.suffix}{coded}")


def _is_unsafe(letter: str) -> bool:
    """Control and format characters (which turn the reading direction), lone surrogates, and what Windows forbids."""
    if letter in _FORBIDDEN_ANYWHERE:
        return True
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") and letter not in _JOINERS
