#!/usr/bin/env python3
"""Tells in which files two builds differ: two frozen folders, unpacked packages, or .deb, .tar.gz and other files.

    python3 packaging/dev.py python packaging/compare.py ONE OTHER

The exit code is 1 if they differ. packaging/README.md says what may.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Prints a line for each difference."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    found = differences(*map(Path, arguments))
    print("\n".join([*found, f"{len(found)} differences"]))
    return bool(found)


def differences(one: Path, other: Path) -> list[str]:
    """A line for each file that only one has, or that is not the same: its bytes, what it links to, who may run it."""
    before, after = fingerprints(one), fingerprints(other)
    return [
        f"only in {one if name in before else other}: {name}"
        if name not in before or name not in after
        else f"differs: {name}"
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    ]


def fingerprints(folder: Path) -> dict[str, str]:
    """By the path in the folder: a digest of each file's bytes and mode, or what it links to."""
    paths = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
    return {str(path.relative_to(folder)): fingerprint(path) for path in paths if path.is_symlink() or path.is_file()}


def fingerprint(path: Path) -> str:
    """Of one file."""
    if path.is_symlink():
        return f"-> {path.readlink()}"
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return f"{digest} {os.access(path, os.X_OK)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
