"""The program as a person has it: its own process, a real X window, real files dropped by X events, real results.

BITSWAP_PROGRAM=PATH names the command of a frozen program: the window beside it is tested then, with its own model.
"""

import contextlib
import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FROZEN = os.environ.get("BITSWAP_PROGRAM")
# What Qt's xcb plugin links to beyond its offscreen one.
LIBRARIES = ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxkbcommon-x11.so.0")

# The program with the tests' stand-in for the model, which takes no time.
PROGRAM = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("fakes", sys.argv.pop(1))
fakes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fakes)
from bitswap_app.gui import app, engines
from bitswap_app.devices import Choice, Device
engines.load.__code__ = (lambda model, options: FAKE).__code__
engines.load.__globals__["FAKE"] = fakes.FakeEngine()
engines.find_devices.__code__ = (lambda options: DEVICES).__code__
engines.find_devices.__globals__["DEVICES"] = engines.Devices(Choice(Device("cpu", True), "the test's own"), ())
sys.exit(app.run(sys.argv[1:]))
"""


def has_library(name):
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


pytestmark = [
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb here"),
    pytest.mark.skipif(importlib.util.find_spec("Xlib") is None, reason="there is no python-xlib here"),
    pytest.mark.skipif(
        sys.platform != "linux" or not all(map(has_library, LIBRARIES)), reason="Qt's libraries for X11 are missing"
    ),
]


@pytest.fixture
def screen():
    """The name of an X display of our own."""
    ours, theirs = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[theirs], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as server:  # fmt: skip
        os.close(theirs)
        with os.fdopen(ours) as answer:
            number = answer.readline().strip()
        yield f":{number}"
        server.terminate()


def loaded(name, path):
    """A module beside this one: with importlib mode, tests are no package to import from."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wait_for(condition, seconds=20):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")


@pytest.fixture
def program(screen, tmp_path):
    """The running program."""
    home = tmp_path / "home"
    environment = {**os.environ, "DISPLAY": screen, "XDG_CONFIG_HOME": str(home), "HOME": str(home), "LANG": "C.UTF-8"}
    environment["QT_QPA_PLATFORM"] = "xcb"
    command = [sys.executable, "-c", PROGRAM, str(ROOT / "tests" / "conftest.py")]
    if FROZEN:
        command = [FROZEN + "-gui"]
    with (
        (tmp_path / "log.txt").open("w") as log,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log) as process,
    ):
        yield process
        with contextlib.suppress(ProcessLookupError):
            process.kill()


@pytest.fixture
def source(screen):
    """Another X client, which has files to drop."""
    made = loaded("xdnd", Path(__file__).with_name("xdnd.py")).DragSource(screen)
    yield made
    made.close()


def test_files_dropped_by_x_events_are_compressed_and_come_back(program, source, image_file, tmp_path):
    photo = image_file("photo.bmp", folder=tmp_path / "in put")
    broken = tmp_path / "in put" / "broken.bsw"
    broken.write_bytes(b"\xb5BSW\x01")
    before = photo.read_bytes()
    window = wait_for(lambda: source.find("Bit-Swap"))

    source.drop(window, [photo, broken])
    coded = photo.with_name("photo.bmp.bsw")
    wait_for(lambda: source.press(window, "Return", control=True) or coded.exists())
    assert photo.read_bytes() == before
    photo.unlink()

    source.drop(window, [coded])
    wait_for(lambda: source.press(window, "Return", control=True) or photo.exists())
    assert photo.read_bytes() == before
    assert program.poll() is None

    source.press(window, "q", control=True)
    assert program.wait(10) == 0
    assert (tmp_path / "log.txt").read_text() == ""
