"""Brings resources/translations up to date with the sources, and compiles what the program loads.

    python3 packaging/dev.py python packaging/translate.py

Each .ts gains the strings that are new and loses those that are gone; what has no translation yet is "unfinished" in it
(a test says so). Then each .ts becomes a .qm. Both are committed.

The core knows no Qt and so no tr(). What it says to users are the texts of errors and of Sentences, and whole sentences
in quotes (a note on a coding, for one); sentences() finds them, and they stand in the context "sentences".
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import PySide6

from bitswap_app import errors

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("en", "de", "es", "fr", "ja", "zh_CN")
TOOLS = Path(PySide6.__file__).parent
CORE = ("service", "model", "container", "imaging", "coding", "devices.py", "resources.py")
NOT_SHOWN = ("service/options.py", "service/bench")  # the command line's own: help texts, and what only developers run
_SENTENCE = re.compile(r"[A-Z{].* .*\.", re.DOTALL)


def main() -> int:
    """Updates and compiles every language."""
    with tempfile.TemporaryDirectory(dir=ROOT) as folder:  # lupdate reads no file outside its working folder
        core = Path(folder) / "sentences.py"
        core.write_text("".join(f"translate('sentences', {text!r})\n" for text in sentences()), "utf-8")
        update(core)
    return 0


def update(core: Path) -> None:
    """Every language's .ts and .qm. core: a file of what sentences() found."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "bitswap_app" / "gui").rglob("*.py"))
    sources.append(str(core.relative_to(ROOT)))
    for language in LANGUAGES:
        ts = TRANSLATIONS / f"bitswap_{language}.ts"
        only_plurals = ["-pluralonly"] if language == "en" else []
        options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
        subprocess.run([tool("lupdate"), *sources, *options, *only_plurals, "-ts", str(ts)], check=True, cwd=ROOT)
        compile_one(ts, ts.with_suffix(".qm"))


def sentences() -> list[str]:
    """What the packages below the window say to users: templates, or sentences without fields."""
    found = set()
    for path in core_files():
        tree = ast.parse(path.read_text("utf-8"))
        found.update(_first_arguments(tree))
        found.update(text for text in _quoted(tree) if _SENTENCE.fullmatch(text))
    return sorted(found)


def core_files() -> list[Path]:
    """The modules whose sentences users see."""
    package = ROOT / "bitswap_app"
    paths = [
        path for name in CORE for path in ([package / name] if name.endswith(".py") else (package / name).rglob("*.py"))
    ]
    return sorted(path for path in paths if not path.relative_to(package).as_posix().startswith(NOT_SHOWN))


def _first_arguments(tree: ast.Module) -> Iterator[str]:
    """Of errors and Sentences, where it is a text in quotes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args and _is_sentence(node.func.id):
            match node.args[0]:
                case ast.Constant(value=str(text)) if text:
                    yield text


def _is_sentence(name: str) -> bool:
    found = getattr(errors, name, None)
    return isinstance(found, type) and issubclass(found, (errors.BitswapError, errors.Sentence))


def _quoted(tree: ast.Module) -> Iterator[str]:
    """Texts in quotes but docstrings, parts of f-strings, and what a bug says."""
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr() | ast.JoinedStr():
                left_out.update(ast.iter_child_nodes(node))
            case ast.Call(func=ast.Name(id="ValueError" | "NotImplementedError")):
                left_out.update(node.args)
    yield from (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in left_out
    )


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
