"""Paths of bundled files, in a checkout, an installed wheel or a frozen app. No other module asks."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from bitswap_app.errors import ModelError


def resource(relative: str) -> Path:
    """The file resources/<relative>. Raises ModelError when the installation lacks it."""
    path = _root() / relative
    if not path.is_file():
        raise ModelError("The installation is incomplete: {path} is missing. Reinstalling puts it back.", path=path)
    return path


def bundled_kernels() -> Path | None:
    """The folder of compiled kernels that a frozen program brings; None where there are sources."""
    bundle = _bundle()
    return bundle / "kernels" if bundle and (bundle / "kernels").is_dir() else None


def _bundle() -> Path | None:
    """The folder of a frozen program's libraries."""
    found = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's bootloader
    return None if found is None else Path(found)


@cache
def _root() -> Path:
    bundle = _bundle()
    if bundle is not None:
        return bundle / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "_resources"  # where the wheel puts the top-level folder
    return installed if installed.is_dir() else package.parent / "resources"
