"""Picks the front end: the window where there is nothing else to do, the command line for all the rest."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

_NO_SCREEN = "bitswap: There is no screen to open the window on. `bitswap --help` tells what can be done without one."


def main() -> int:
    """`bitswap` and `bitswap gui PATH...` open the window, everything else is a command. Returns the exit code."""
    if getattr(sys, "frozen", False):  # where the processes of `bitswap bench` begin
        from multiprocessing import freeze_support

        freeze_support()
    arguments = sys.argv[1:]
    if arguments and arguments[0] != "gui":
        from bitswap_app.cli.main import main as run_command

        _leave(run_command(arguments))
    return _open_window(arguments[1:])


def _leave(code: int) -> NoReturn:
    """Ends the process at once: all files are closed, and taking torch and LLVM apart would last a second."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            stream.flush()
    os._exit(code)


def open_window() -> int:
    """What `bitswap-gui PATH...` and the program's icon start. Returns the exit code."""
    return _open_window(sys.argv[1:])


def _open_window(paths: Sequence[str]) -> int:
    if not _has_screen():
        print(_NO_SCREEN, file=sys.stderr)
        return 1
    try:
        from bitswap_app.gui.app import run
    except ImportError as error:  # a system library that Qt needs, as a rule
        print(f"bitswap: The window cannot be opened here: {error}.", file=sys.stderr)
        return 1
    return run(paths)


def _has_screen() -> bool:
    """Qt itself would abort without one. Only Linux can lack it."""
    return sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


if __name__ == "__main__":
    sys.exit(main())
