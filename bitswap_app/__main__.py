"""Picks the front end."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line. Returns the exit code."""
    from bitswap_app.cli.main import main as run_command

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
