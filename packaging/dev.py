#!/usr/bin/env python3
"""Sets everything up on a bare machine, then runs the program or its checks. Standard library only.

    python3 packaging/dev.py run ARGS...      the bitswap command
    python3 packaging/dev.py test [ARGS...]   ruff, mypy, import-linter and pytest (which gets ARGS)
    python3 packaging/dev.py python ARGS...   Python in the same environment, for scripts

The environment is .venv in the repository, or $BITSWAP_VENV. It holds the package in editable mode at the versions of
constraints.txt. A stamp of what was installed makes every later start quick; changing pyproject.toml or
constraints.txt installs again. Works with pip 23 and later.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import ctypes
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from subprocess import STDOUT
from typing import NamedTuple, TypeAlias

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
ENVIRONMENT = Path(os.environ.get("BITSWAP_VENV") or ROOT / ".venv").absolute()
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
STAMP = ENVIRONMENT / "bitswap-installed.json"
CPU_INDEX = "https://download.pytorch.org/whl/cpu"

# What Qt's offscreen and xcb plugins link to, and the Debian package that has it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# For the test in a real window, which is skipped without.
TEST_PROGRAMS = {"Xvfb": "xvfb"}

Check: TypeAlias = tuple[str, list[str], dict[str, str]]  # its name, the command, and variables to set


class Result(NamedTuple):
    """How a check went, and what it printed where that was held back."""

    name: str
    code: int
    seconds: float
    output: str


def main(arguments: list[str]) -> int:
    """Dispatches one of the three commands."""
    name, rest = arguments[:1], arguments[1:]
    if name == ["run"]:
        set_up("run")
        return run_in_place([str(python()), "-m", "bitswap_app", *rest])
    if name == ["python"]:
        set_up("dev")
        return run_in_place([str(python()), *rest])
    if name == ["test"]:
        set_up("dev")
        return run_checks(rest)
    print(__doc__)
    return 0 if name in (["-h"], ["--help"]) else 2


def run_in_place(command: list[str]) -> int:
    """Becomes the command where the system can, so that signals and exit codes are its own."""
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


# --- the environment


def set_up(kind: str) -> None:
    """Makes the environment hold everything for `kind` ("run", or "dev" for the checks' tools too)."""
    with only_one_process():
        wanted, installed = fingerprint(), read_stamp()
        if installed.get(kind) == wanted or installed.get("dev") == wanted:
            return
        if sys.version_info < (3, 11):  # noqa: UP036 (this file is what says so)
            sys.exit(f"Bit-Swap needs Python 3.11 or later; this is {platform.python_version()}.")
        say(f"Setting up {ENVIRONMENT} (once; takes some minutes).")
        STAMP.unlink(missing_ok=True)
        if installed and installed.get("python") != platform.python_version():
            shutil.rmtree(ENVIRONMENT)
        if not python().exists():
            venv.create(ENVIRONMENT, with_pip=True)
        if kind == "dev":  # training and tests; the program needs torch for GPUs alone
            install_torch()
        pip("install", "--editable", f"{ROOT}[dev]" if kind == "dev" else str(ROOT))
        add_system_packages(kind)
        STAMP.write_text(json.dumps({kind: wanted, "python": platform.python_version()}), encoding="utf-8")


def install_torch() -> None:
    """Installs torch first, by itself, so that no other package's range can bring another build of it.

    On Linux the usual index offers builds with several GB of CUDA libraries. The product needs none of them, so the
    index of CPU builds is asked where such a build would be chosen, and only there.
    """
    wanted = pinned("torch")
    extra = ["--index-url", CPU_INDEX] if would_bring_cuda(wanted) else []
    pip("install", *extra, wanted)


def would_bring_cuda(requirement: str) -> bool:
    """Whether plain resolution of torch chooses a build that depends on CUDA packages."""
    report = ["install", "--quiet", "--dry-run", "--ignore-installed", "--no-deps", "--report", "-", requirement]
    done = subprocess.run([str(python()), "-m", "pip", *report], check=False, capture_output=True, text=True)
    if done.returncode:
        return sys.platform == "linux"
    metadata = json.loads(done.stdout)["install"][0]["metadata"]
    needs = [need.lower() for need in metadata.get("requires_dist", [])]
    return sys.platform == "linux" and any(need.startswith(("nvidia", "cuda")) for need in needs)


def pinned(package: str) -> str:
    """The line of constraints.txt for a package."""
    found = re.search(rf"^{package}==\S+", CONSTRAINTS.read_text("utf-8"), re.MULTILINE)
    if found is None:
        sys.exit(f"{CONSTRAINTS} does not pin {package}.")
    return found[0]


def pip(*arguments: str) -> None:
    """Runs the environment's pip under the constraints.

    They are given by the environment variable, because pip 23 passes only that on to the environment it builds in, and
    as a URI, because pip splits the variable at spaces.
    """
    command = [str(python()), "-m", "pip", "--disable-pip-version-check", *arguments, "--quiet", "--quiet"]
    constrained = {**os.environ, "PIP_CONSTRAINT": CONSTRAINTS.as_uri()}
    if subprocess.run(command, check=False, cwd=ROOT, env=constrained).returncode:
        sys.exit(f"The set-up stopped: {' '.join(arguments)} did not succeed (see above).")


def python() -> Path:
    """The environment's interpreter."""
    return BIN / ("python.exe" if os.name == "nt" else "python")


def fingerprint() -> str:
    """Changes whenever what must be installed changes."""
    digest = hashlib.sha256()
    for part in (ROOT / "pyproject.toml", CONSTRAINTS, Path(__file__)):
        digest.update(part.read_bytes())
    digest.update(f"{ROOT} {platform.python_version()} {platform.platform()}".encode())
    return digest.hexdigest()


def read_stamp() -> dict[str, str]:
    """What was installed into the environment, or nothing."""
    try:
        stamp: dict[str, str] = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if python().exists() else {}


@contextlib.contextmanager
def only_one_process() -> Iterator[None]:
    """Holds a lock while the environment is looked at or changed. The system frees it if this process dies."""
    ENVIRONMENT.parent.mkdir(parents=True, exist_ok=True)
    with ENVIRONMENT.with_name(ENVIRONMENT.name + ".lock").open("a+b") as lock:
        if os.name == "nt":
            import msvcrt

            while True:
                lock.seek(0)
                with contextlib.suppress(OSError):
                    msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)  # gives up after ten seconds
                    break
        else:
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                say("Waiting for another set-up of the same environment.")
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield  # closing the file frees the lock


def add_system_packages(kind: str) -> None:
    """Installs what Qt links to and the tests start by apt-get where that may be done, else names it and goes on."""
    missing = missing_qt_packages()
    if kind == "dev" and sys.platform == "linux":
        missing += [package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None]
    if not missing:
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *missing]
        for command in (["apt-get", "update", "-qq"], install):
            subprocess.run(command, check=False, env=quiet, stdout=subprocess.DEVNULL)
        missing = missing_qt_packages()
    if missing:
        say(f"The window needs system libraries that are missing here: {' '.join(missing)}. The command works without.")


def missing_qt_packages() -> list[str]:
    """The packages whose library cannot be loaded. Only Linux lacks them."""
    if sys.platform != "linux":
        return []
    missing = []
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


# --- the checks


def run_checks(pytest_arguments: list[str]) -> int:
    """Runs every check even if one fails, and closes with one line for each.

    pytest takes long enough, and one core, that the others run beside its first tests, before those of the window,
    which are timed.
    """
    pytest = [str(python()), "-m", "pytest"]
    # As Python, numpy sees overflows. The two must not write into one cache at once.
    as_python = [*pytest, "--quiet", "-p", "no:cacheprovider", "tests/coding"]
    others: list[Check] = [
        ("ruff check", [str(BIN / "ruff"), "check", "."], {}),
        ("ruff format", [str(BIN / "ruff"), "format", "--check", "."], {}),
        ("import-linter", [str(BIN / "lint-imports"), "--no-logo"], {}),
        ("mypy", [str(BIN / "mypy")], {}),
        ("kernels as Python", as_python, {"NUMBA_DISABLE_JIT": "1"}),
    ]
    with concurrent.futures.ThreadPoolExecutor() as pool:
        beside = pool.submit(lambda: [run_check(check, subprocess.PIPE) for check in others])
        print("--- pytest", flush=True)
        last = run_check(("pytest", [*pytest, *pytest_arguments], {}), None)
        results = [*beside.result(), last]
    for result in results[:-1]:
        print(f"--- {result.name}\n{result.output}", end="")
    print("--- summary")
    for result in results:
        said = "ok" if result.code == 0 else f"FAILED (exit code {result.code})"
        print(f"{result.name:18} {said:24} {result.seconds:6.1f} s")
    return int(any(result.code for result in results))


def run_check(check: Check, output: int | None) -> Result:
    """Runs a check; subprocess.PIPE for output holds it back."""
    name, command, settings = check
    environment, begun = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **settings}, time.monotonic()
    done = subprocess.run(
        command, check=False, cwd=ROOT, env=environment, stdout=output, stderr=STDOUT if output else None
    )
    said = done.stdout.decode(errors="replace") if output else ""
    return Result(name, done.returncode, time.monotonic() - begun, said)


def say(sentence: str) -> None:
    """A line for the person, apart from the program's own output."""
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
