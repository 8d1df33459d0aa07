"""The man page and the shells' completions, made from the command line itself."""

from __future__ import annotations

import argparse
import gzip
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bitswap_app import __version__  # noqa: E402
from bitswap_app.cli.main import build_parser  # noqa: E402

# By shell: where Debian's packages put a completion, below /usr/share.
COMPLETIONS = {
    "bash": "bash-completion/completions/bitswap",
    "zsh": "zsh/vendor-completions/_bitswap",
    "fish": "fish/vendor_completions.d/bitswap.fish",
}
GUI_PAGE = """.TH BITSWAP\\-GUI 1 "{date}" "Bit\\-Swap {version}" "User Commands"
.SH NAME
bitswap\\-gui \\- the window of Bit\\-Swap, a lossless image compressor
.SH SYNOPSIS
.B bitswap\\-gui
[\\fIPATH\\fR ...]
.SH DESCRIPTION
Opens the window with the files and folders given. Drop pictures, folders or .bsw files on it and press Start: pictures
become .bsw files, .bsw files give their pictures back.
.SH SEE ALSO
.BR bitswap (1)
"""


def man_page() -> str:
    """bitswap(1), in troff."""
    from argparse_manpage.manpage import Manpage

    parser = build_parser()
    parser.prog = "bitswap"
    parser.man_short_description = "make image files smaller without losing anything"  # type: ignore[attr-defined]
    page = Manpage(
        parser,
        format="pretty",
        _data={
            "project_name": "Bit-Swap",
            "version": __version__,
            "manual_section": "1",
            "manual_title": "User Commands",
            "date": _date(),
        },
    )
    return str(page)


def completions() -> dict[str, str]:
    """A script by the name of its shell."""
    import shtab

    parser = build_parser()
    _complete_paths(parser, shtab.FILE)
    return {shell: shtab.complete(parser, shell) for shell in COMPLETIONS}


def write_share(share: Path) -> None:
    """Everything that the two make, below a folder like /usr/share."""
    manual = share / "man" / "man1"
    manual.mkdir(parents=True, exist_ok=True)
    pages = {"bitswap": man_page(), "bitswap-gui": GUI_PAGE.format(date=_date(), version=__version__)}
    for name, text in pages.items():
        (manual / f"{name}.1.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
    for shell, script in completions().items():
        path = share / COMPLETIONS[shell]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script, "utf-8")


def _complete_paths(parser: argparse.ArgumentParser, kind: object) -> None:
    for action in parser._actions:  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for command in action.choices.values():
                _complete_paths(command, kind)
        elif action.type is Path:
            action.complete = kind  # type: ignore[attr-defined]


def _date() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    when = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return when.strftime("%Y-%m-%d")


if __name__ == "__main__":
    write_share(Path(sys.argv[1]))
