"""Pictures of the window in every state, for looking at: light, dark, empty, working, done, error, other languages.

    python3 packaging/dev.py python packaging/screenshots.py [FOLDER]     (build/screenshots if not given)
    QT_SCALE_FACTOR=2 python3 packaging/dev.py ...                        (the same on a screen of twice the density)
    python3 packaging/dev.py python packaging/screenshots.py --readme     (the picture in README.md)

Offscreen and with real widgets, but with rows and events that are made up, so that they look the same each time. The
README's picture is no such thing: there the shipped model compresses parts of the sample, and the figures are its own.
It takes ten seconds, and one to two minutes on a busy machine after a change of kernels, which are compiled first.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

from PIL import Image
from PySide6.QtCore import QItemSelectionModel, QSettings, QSize, Qt, QTranslator
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QWidget

from bitswap_app.devices import Choice, Device
from bitswap_app.errors import CorruptFile, ImageError
from bitswap_app.gui import app as gui
from bitswap_app.gui import languages, theme
from bitswap_app.gui.bug_report import BugDialog, report_of
from bitswap_app.gui.engines import Devices, Engines
from bitswap_app.gui.main_window import MainWindow
from bitswap_app.gui.rows import Row, State, Task
from bitswap_app.gui.settings import Settings
from bitswap_app.gui.widgets.bar_chart import Bar
from bitswap_app.gui.widgets.details import Details
from bitswap_app.service.events import FileDone, FileFailed, FileStarted, UnitsDone

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "mountain-lake.png"
HOME = Path("/home/ada/Pictures/Holiday")
FILES = [  # name, kB before, kB after, coding
    ("aiguille-du-midi.png", 8214, 5190, "bitswap"),
    ("boats-at-dawn.tif", 12582, 7401, "bitswap"),
    ("cathedral.jpg", 3321, 2656, "jpeg"),
    ("diagram.png", 412, 305, "jxl"),
    ("evening-light.png", 9780, 6022, "bitswap"),
    ("ferry.jpg", 2870, 2311, "jpeg"),
    ("garden-gate.png", 7512, 4718, "bitswap"),
    ("harbour.webp", 5120, 3987, "bitswap"),
    ("icons.gif", 88, 87, "stored"),
    ("jetty.png", 6904, 4466, "bitswap"),
    ("kestrel.png", 10233, 6512, "bitswap"),
    ("lighthouse.bmp", 18874, 7820, "bitswap"),
]


def main(arguments: list[str]) -> int:
    """Renders every picture into the folder, or the README's."""
    if arguments == ["--readme"]:
        app = QApplication(["screenshots"])
        app.setFont(QFont("Inter", 10))
        return for_readme(app, ROOT / "resources" / "screenshots" / "window.png")
    folder = Path(arguments[0]) if arguments else ROOT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["screenshots"])
    app.setFont(QFont("Inter", 10))
    for language in languages.NAMES:
        for appearance in ("light", "dark") if language == "en" else ("light",):
            for name, state in STATES.items():
                if language == "en" or name == "working" or (language, name) == ("de", "error"):
                    picture(app, folder / f"{name}-{appearance}-{language}.png", appearance, language, state)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for name in ("working", "done", "options"):
        picture(app, folder / f"{name}-right-to-left.png", "light", "en", STATES[name])
    return 0


def picture(
    app: QApplication, target: Path, appearance: theme.Appearance, language: str, state: Callable[[MainWindow], QWidget]
) -> None:
    """One state of the window, in one look and language."""
    with tempfile.TemporaryDirectory() as home:
        store = QSettings(str(Path(home) / "settings.ini"), QSettings.Format.IniFormat)
        store.setValue("window/appearance", appearance)
        store.setValue("window/language", language)
        gui.set_up(app, store)
        window = MainWindow(Settings(store), Engines(), lambda _: Devices(CPU, ()))
        window.resize(1320, 760)
        window.show()
        window.load_engine()
        shown = state(window)
        wait(0.5)
        shown.grab().save(str(target))
        shown.close()
        window.close()
        wait(0.05)
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)


def for_readme(app: QApplication, target: Path) -> int:
    """The window after real work."""
    with tempfile.TemporaryDirectory() as home:
        store = QSettings(str(Path(home) / "settings.ini"), QSettings.Format.IniFormat)
        store.setValue("window/appearance", "light")
        store.setValue("window/language", "en")
        gui.set_up(app, store)
        window = MainWindow(Settings(store), Engines())
        window.resize(1290, 610)
        window.show()
        window.load_engine()
        window.add([parts_of_sample(Path(home) / "Pictures" / "Holiday")])
        wait_until("found", lambda: len(window.queue.model.rows) == len(PARTS))
        window.queue.start()
        wait_until("compressed", lambda: not window.queue.is_running)
        window.actions_.preview.trigger()
        select(window, 4)
        wait_until("shown", lambda: window.preview.view.image is not None)
        window.preview.comparison_wanted.emit()
        wait_until("compared", lambda: all(bar.size for bar in window.preview.chart.bars))
        wait(1)
        target.parent.mkdir(exist_ok=True)
        save_small(window.grab().toImage(), target)
        window.close()
    return 0


def save_small(image: QImage, target: Path) -> None:
    """In 256 colours, at less than half the size."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.png"
        image.save(str(plain))
        with Image.open(plain) as picture:
            picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)


PARTS = {  # file: the part of the sample that it shows (left, top, width, height) in hundredths
    "lake.png": (0, 30, 100, 40),
    "meadow.bmp": (0, 60, 100, 40),
    "peak.png": (20, 0, 60, 45),
    "rocks.webp": (0, 40, 60, 60),
    "shore.png": (10, 20, 80, 80),
    "slope.jpg": (0, 10, 90, 60),
    "walker.tif": (30, 40, 50, 40),
    "whole.jpg": (0, 0, 100, 100),
}


def parts_of_sample(folder: Path) -> Path:
    """Parts of the sample as files of several kinds."""
    folder.mkdir(parents=True)
    whole = sample().convertToFormat(QImage.Format.Format_RGB888)
    width, height = whole.width() / 100, whole.height() / 100
    for name, (x, y, w, h) in PARTS.items():
        cut = whole.copy(int(x * width), int(y * height), int(w * width), int(h * height))
        quality = {".jpg": 92, ".webp": 100}.get(Path(name).suffix, -1)  # PNG's 100 would be unpacked
        cut.save(str(folder / name), quality=quality)
    return folder


def wait_until(what: str, condition: Callable[[], bool]) -> None:
    """At most ten minutes. Says how long it took."""
    begun = time.monotonic()
    while not condition():
        if time.monotonic() > begun + 600:
            raise TimeoutError(f"the pictures were not {what}")
        wait(0.05)
    print(f"{what} after {time.monotonic() - begun:.1f} s", flush=True)


CPU = Choice(Device("cpu", True, "int8, AVX512-VNNI"), "the fastest device that passed the self test")


def empty(window: MainWindow) -> QWidget:
    """Nothing in the queue."""
    return window


def working(window: MainWindow) -> QWidget:
    """Half through a folder."""
    fill(window, done=6, working=2)
    select(window, 6)
    window.actions_.start.setEnabled(False)
    window.actions_.pause.setEnabled(True)
    window.actions_.cancel.setEnabled(True)
    totals = window.queue.totals()
    window.totals_bar.show_totals(totals, is_running=True, is_paused=False, seconds_left=95)
    return window


def done(window: MainWindow) -> QWidget:
    """All done, with the preview and its chart."""
    fill(window, done=len(FILES), working=0)
    window.actions_.preview.trigger()
    select(window, 0)
    wait(0.4)
    picture = window.preview
    picture.view.show_image(sample())
    bars = [Bar("This file", 8_214_000), Bar("PNG", 8_102_400), Bar("WebP", 6_320_010), Bar("JPEG XL", 5_480_000)]
    picture.show_sizes([*bars, Bar(".bsw", 5_190_000, is_ours=True)], is_ready=True)
    return window


def error(window: MainWindow) -> QWidget:
    """Some rows failed."""
    fill(window, done=5, working=0)
    model = window.queue.model
    for place in (5, 7):
        model.apply(
            FileFailed(
                HOME / FILES[place][0], ImageError("The PNG file ends early, after {count} bytes.", count=48_120)
            )
        )
    select(window, 5)
    window.actions_.preview.trigger()
    return window


def options(window: MainWindow) -> QWidget:
    """The end of the options."""
    fill(window, done=3, working=2)
    wait(0.1)
    window.form.verticalScrollBar().setValue(window.form.verticalScrollBar().maximum())
    window.form.controls()[5].setFocus()
    return window


def details(window: MainWindow) -> QWidget:
    """What a failed row says of itself."""
    row = Row(HOME / "evening-light.png.bsw", None, Task.DECOMPRESS, 6_022_000)
    row.stop(CorruptFile("The file is damaged: the checksum at byte {position} is not that of its data.", position=93))
    dialog = Details(row, window)
    dialog.show()
    return dialog


def bug(window: MainWindow) -> QWidget:
    """The report of a bug."""
    try:
        raise ValueError("a batch is running already")
    except ValueError as fault:
        dialog = BugDialog(report_of(fault), window)
    dialog.show()
    return dialog


STATES: dict[str, Callable[[MainWindow], QWidget]] = {
    "empty": empty,
    "working": working,
    "done": done,
    "error": error,
    "options": options,
    "details": details,
    "bug": bug,
}


def fill(window: MainWindow, *, done: int, working: int) -> None:
    """The made-up rows, so many of them done and being worked on."""
    model = window.queue.model
    model.add(Row(HOME / name, HOME, Task.COMPRESS, 1000 * before) for name, before, _, _ in FILES)
    model.add([Row(HOME / "old" / "market.png.bsw", HOME, Task.DECOMPRESS, 3_310_000)])
    small = [part(place) for place in range(4)]
    for place, (name, before, after, coding) in enumerate(FILES):
        source = HOME / name
        model.set_thumbnail(source, small[place % 4])
        if place < done:
            result = source.with_name(name + ".bsw")
            model.apply(FileDone(source, result, "compressed", coding, 1000 * before, 1000 * after, 3.2))
        elif place < done + working:
            model.apply(FileStarted(source))
            model.apply(UnitsDone(source, "coding" if place % 2 else "checking", 40 + 13 * (place % 3), 100))
    assert sum(row.state is State.DONE for row in model.rows) == done
    window.queue.changed.emit()


@cache
def sample() -> QImage:
    """The picture that comes with the program."""
    return QImage(str(SAMPLE))


def select(window: MainWindow, row: int) -> None:
    """Makes a row the selected one; Qt's selectRow does nothing from right to left."""
    table, flags = window.view.table, QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(table.model().index(row, 0), flags.ClearAndSelect | flags.Rows)


@cache
def part(number: int) -> QImage:
    """A quarter of the sample, small: four pictures out of one."""
    whole = sample()
    width, height = whole.width() // 2, whole.height() // 2
    quarter = whole.copy(width * (number % 2), height * (number // 2), width, height)
    return quarter.scaled(QSize(64, 64), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def wait(seconds: float) -> None:
    """Lets events and timers run."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
