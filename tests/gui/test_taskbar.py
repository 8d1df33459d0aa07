"""The number and the bar on the program's icon."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from bitswap_app.gui.taskbar import Taskbar

ROOT = Path(__file__).parents[2]


class Bus:
    """Keeps what is sent."""

    def __init__(self):
        self.sent = []

    def send(self, message):
        self.sent.append(message.arguments()[1])


def test_each_change_is_sent_once(qapp, monkeypatch):
    numbers, bus = [], Bus()
    monkeypatch.setattr(QGuiApplication, "setBadgeNumber", lambda _self, number: numbers.append(number))
    taskbar = Taskbar(bus)
    for files_left, fraction in ((0, None), (3, 0.0), (3, 0.0), (3, 0.0001), (2, 0.5), (0, None), (0, None)):
        taskbar.show(files_left, fraction)
    assert numbers == [3, 2, 0]
    assert bus.sent == [
        {"progress": 0.0, "progress-visible": True},
        {"progress": 0.5, "progress-visible": True},
        {"progress": 0.0, "progress-visible": False},
    ]


_SEND = """
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(["bitswap"])
app.setDesktopFileName("bitswap")
from bitswap_app.gui.taskbar import Taskbar
import subprocess
heard = subprocess.Popen(["dbus-monitor", "--profile", "interface=com.canonical.Unity.LauncherEntry"],
                         stdout=subprocess.PIPE, text=True)
for line in heard.stdout:  # the monitor is told its own name, and that it lost it, before it listens
    if "NameLost" in line:
        break
taskbar = Taskbar()
taskbar.show(0, 0.25)
taskbar.show(0, None)
app.processEvents()
lines = [heard.stdout.readline() for _ in range(2)]
heard.terminate()
print("".join(lines))
"""


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="needs D-Bus's tools")
@pytest.mark.skipif(not shutil.which("dbus-monitor"), reason="needs D-Bus's tools")
def test_docks_hear_of_it_on_the_sessions_bus():
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", _SEND],
        check=True, cwd=ROOT, capture_output=True, text=True, timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    signals = [line.split("\t") for line in done.stdout.splitlines() if line.startswith("sig")]
    assert [signal[-2:] for signal in signals] == [["com.canonical.Unity.LauncherEntry", "Update"]] * 2
