"""The program as a person has it: its own process, a real X window, files and keys by X events, real results.

BITSWAP_PROGRAM=PATH names the command of a frozen program: the window beside it is tested then, with its own model.
"""

import contextlib
import ctypes
import importlib.util
import os
import re
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

# The program with the tests' stand-in for the model, at so many pixels a second.
PROGRAM = """
import importlib.util, sys, time
spec = importlib.util.spec_from_file_location("fakes", sys.argv.pop(1))
fakes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fakes)

class Steady(fakes.FakeEngine):
    def compress_image(self, pixels, report, *, check=False):
        total = pixels.shape[0] * pixels.shape[1]
        for done in range(0, total, 5_000):
            report(done, total)
            time.sleep(1 / 60)
        return super().compress_image(pixels, report, check=check)

from bitswap_app.gui import app, engines
from bitswap_app.devices import Choice, Device
engines.load.__code__ = (lambda model, options: FAKE).__code__
engines.load.__globals__["FAKE"] = Steady()
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
    wait_for(lambda: source.press(window, "ctrl+Return") or coded.exists())
    assert photo.read_bytes() == before
    photo.unlink()

    source.drop(window, [coded])
    wait_for(lambda: source.press(window, "ctrl+Return") or photo.exists())
    assert photo.read_bytes() == before
    assert program.poll() is None

    wait_for(lambda: source.title(window) == "Bit-Swap")  # at rest, so that it asks nothing
    source.press(window, "ctrl+q")
    assert program.wait(10) == 0
    assert (tmp_path / "log.txt").read_text() == ""


class Keyboard:
    """A person without a mouse: presses keys, looks at the title, and copies the report to see the rows."""

    def __init__(self, source, window):
        self._source, self._window = source, window

    def press(self, *keys):
        for key in keys:
            self._source.press(self._window, key)

    def add(self, name):
        """By the dialog, which opens in the home folder."""
        self.press("ctrl+o")
        dialog = wait_for(lambda: self._source.find("Add files"))
        self._source.type(dialog, name)
        self._source.press(dialog, "Return")
        wait_for(lambda: name in self.report())

    def report(self):
        self.press("ctrl+shift+c")
        time.sleep(0.2)
        return self._source.clipboard()

    def percent(self):
        """As the title tells it; None where nothing is worked on."""
        found = re.match(r"(\d+) %", self._source.title(self._window))
        return int(found[1]) if found else None


@pytest.fixture
def keyboard(program, source):
    return Keyboard(source, wait_for(lambda: source.find("Bit-Swap")))


def test_all_is_done_by_keyboard(keyboard, program, image_file, tmp_path):
    home = tmp_path / "home"
    large = image_file("large.bmp", folder=home, height=1000, width=1200)
    small = image_file("small.bmp", folder=home)

    keyboard.add("large.bmp")
    keyboard.press("ctrl+Return")
    wait_for(lambda: (keyboard.percent() or 0) > 1)
    keyboard.press("ctrl+p")
    time.sleep(1)
    held_at = keyboard.percent()
    time.sleep(1)
    assert keyboard.percent() == held_at
    keyboard.press("ctrl+p")
    wait_for(lambda: keyboard.percent() > held_at)
    keyboard.press("ctrl+.")
    wait_for(lambda: keyboard.percent() is None, 2)
    assert not large.with_name("large.bmp.bsw").exists()
    keyboard.press("Home", "Delete")

    keyboard.add("small.bmp")
    assert "large.bmp" not in keyboard.report()
    keyboard.press("Tab", "Tab", "Tab", "Down")  # from the list over the presets and their menu to the effort
    wait_for(lambda: "effort=high" in (home / "Bit-Swap" / "bitswap.ini").read_text("utf-8"))
    keyboard.press("ctrl+Return")
    wait_for(lambda: "Done" in keyboard.report())
    assert small.with_name("small.bmp.bsw").exists()

    keyboard.press("ctrl+f", "Tab", "Tab", "Home")  # over the choice of states back to the list
    keyboard.press("Menu", "t")  # the row's menu, and its Test
    wait_for(lambda: "Sound" in keyboard.report())
    keyboard.press("ctrl+q")
    assert program.wait(10) == 0
    assert (tmp_path / "log.txt").read_text() == ""
