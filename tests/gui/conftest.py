"""The window with an engine that costs nothing, and settings that nobody else sees."""

import threading

import pytest
from PySide6.QtCore import QSettings

from bitswap_app.devices import Choice, Device
from bitswap_app.gui.collecting import Collector
from bitswap_app.gui.engines import Devices, Engines
from bitswap_app.gui.main_window import MainWindow
from bitswap_app.gui.queue_control import QueueControl
from bitswap_app.gui.settings import Settings
from bitswap_app.service.options import CompressOptions

CPU = Device("cpu", True, "int8")
CHOICE = Choice(CPU, "the fastest device that passed the self test")
DEVICES = Devices(CHOICE, (Device("cuda:0", False, "wrong sums"), CPU))


class SlowEngine:
    """Works until it is let go, reporting all the time, as a model does."""

    def __init__(self, engine):
        self._engine = engine
        self.model_id = engine.model_id
        self.go_on = threading.Event()

    def compress_image(self, pixels, report, *, check=False):
        while not self.go_on.wait(0.01):
            report(1, 100)
        return self._engine.compress_image(pixels, report, check=check)

    def decompress_image(self, payload, height, width, report):
        return self._engine.decompress_image(payload, height, width, report)


@pytest.fixture(scope="package", autouse=True)
def collector(qapp):
    """Garbage is looked for as in the program: a collection on a worker's thread crashes here too."""
    made = Collector(qapp)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def engines(engine_for):
    return Engines(lambda model, _options: engine_for(model))


@pytest.fixture
def slow_engine(engine):
    slow = SlowEngine(engine)
    yield slow
    slow.go_on.set()


@pytest.fixture
def slow_engines(slow_engine):
    return Engines(lambda _model, _options: slow_engine)


@pytest.fixture
def store(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_window(qtbot, store, monkeypatch):
    """A maker of windows: open_window(engines). They are closed at the end, whatever they do then."""
    made = []

    def make(engines, *, find_devices=lambda _options: DEVICES):
        window = MainWindow(Settings(store), engines, find_devices)
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    monkeypatch.setattr(MainWindow, "_may_stop", lambda _self: True)
    for window in made:
        window.close()
        qtbot.waitUntil(lambda window=window: not window.queue.is_running)
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window, engines):
    return open_window(engines)


@pytest.fixture
def queue(qtbot, engines):
    """The queue without a window."""
    control = QueueControl(engines, CompressOptions())
    yield control
    control.close()
    qtbot.waitUntil(lambda: not control.is_running)


@pytest.fixture
def add(qtbot):
    """add(queue, *paths) and wait until the rows are there."""

    def call(queue, *paths):
        with qtbot.waitSignal(queue.added):
            queue.add(list(paths))

    return call


@pytest.fixture
def finish(qtbot):
    """finish(queue): start, and wait until all is through."""

    def call(queue):
        with qtbot.waitSignal(queue.finished, timeout=60_000):
            queue.start()

    return call


@pytest.fixture
def wait_until(qtbot):
    """wait_until(condition): at most a minute, with events going on. Machines that do much else are slow."""

    def call(condition, timeout=60_000):
        qtbot.waitUntil(condition, timeout=timeout)

    return call
