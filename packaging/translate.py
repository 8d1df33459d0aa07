"""Brings resources/translations up to date with the sources, and compiles what the program loads.

    python3 packaging/dev.py python packaging/translate.py

Each .ts gains the strings that are new and loses those that are gone; what has no translation yet is "unfinished" in it
(a test says so). Then each .ts becomes a .qm. Both are committed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("en", "de", "es", "fr", "ja", "zh_CN")
TOOLS = Path(PySide6.__file__).parent


def main() -> int:
    """Updates and compiles every language."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "bitswap_app" / "gui").rglob("*.py"))
    for language in LANGUAGES:
        ts = TRANSLATIONS / f"bitswap_{language}.ts"
        only_plurals = ["-pluralonly"] if language == "en" else []
        options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
        subprocess.run([tool("lupdate"), *sources, *options, *only_plurals, "-ts", str(ts)], check=True, cwd=ROOT)
        compile_one(ts, ts.with_suffix(".qm"))
    return 0


def compile_one(ts: Path, qm: Path) -> None:
    """One .ts into one .qm."""
    subprocess.run([tool("lrelease"), "-silent", str(ts), "-qm", str(qm)], check=True, cwd=ROOT)


def tool(name: str) -> str:
    """The path of a tool that PySide6 brings."""
    for found in (TOOLS / name, TOOLS / "Qt" / "libexec" / name, TOOLS / f"{name}.exe"):
        if found.is_file():
            return str(found)
    sys.exit(f"PySide6 has no {name} here.")


if __name__ == "__main__":
    sys.exit(main())
