"""Finds out what the preview shows: one file at a time, the latest one asked for, on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from bitswap_app.errors import BitswapError, Cancelled
from bitswap_app.gui import pictures, wording
from bitswap_app.gui.pictures import Picture
from bitswap_app.gui.rows import Row
from bitswap_app.gui.widgets.bar_chart import Bar
from bitswap_app.gui.widgets.preview import Preview
from bitswap_app.gui.workers import Background
from bitswap_app.service.background import Report
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import Stage
from bitswap_app.service.options import CompressOptions

if TYPE_CHECKING:
    from bitswap_app.service.codings import EngineFor

_SETTLED_MS = 120  # arrow keys run through many rows; only the one they stop at is read
_LARGEST = QSize(1600, 1600)
_QUICK_PIXELS = 2_000_000  # larger ones take the model longer than one wants to wait for a look


@dataclass(slots=True)
class _Shown:
    """The row on show, what stops the work for it, and its picture once that is there."""

    row: Row
    control: Control
    picture: Picture | None = None


class Previewing(QObject):
    """Between the table's selection and the Preview widget. options and engine_for are asked for when needed."""

    _reported = Signal(object, int, int)
    _sized = Signal(object, object)

    def __init__(
        self,
        preview: Preview,
        background: Background,
        engine_for: Callable[[], EngineFor],
        options: Callable[[], CompressOptions],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preview, self._background = preview, background
        self._engine_for, self._options = engine_for, options
        self._shown: _Shown | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._timer.timeout.connect(self._load)
        self._reported.connect(self._show_progress)
        self._sized.connect(self._show_sizes)
        preview.comparison_wanted.connect(self.compare)
        preview.decoding_wanted.connect(self.decode)

    def show(self, row: Row | None) -> None:
        """Stops work on the row before, and begins with this one."""
        self.stop()
        self._shown = _Shown(row, Control()) if row else None
        if self._shown is None:
            self._preview.clear()
        else:
            self._preview.show_waiting(self._shown.row)
            self._timer.start()

    def stop(self) -> None:
        """Ends all work."""
        self._timer.stop()
        if self._shown:
            self._shown.control.cancel()

    def compare(self) -> None:
        """Fills the chart, one format after the other."""
        shown = self._shown
        if shown is None or shown.picture is None:
            return
        from bitswap_app.gui import comparing  # numpy is not worth waiting for before the window is up

        picture, options, engine_for = shown.picture, self._options(), self._engine_for()
        known = picture.coded_bytes or (shown.row.coded_bytes if shown.row.output else 0)
        names = [self.tr("This file"), *comparing.NAMES, ".bsw"]
        bars = {name: Bar(name, None, is_ours=name == ".bsw") for name in names}
        bars[names[0]] = Bar(names[0], len(picture.data))
        if known:
            bars[".bsw"] = Bar(".bsw", known, is_ours=True)
        self._preview.show_sizes(list(bars.values()), is_ready=False)

        def work() -> None:
            for name, size in _sizes(picture.data, options, engine_for, _reporter(shown.control), ours=not known):
                if size is None:
                    bars.pop(name)
                else:
                    bars[name] = Bar(name, size, is_ours=name == ".bsw")
                self._sized.emit(shown, list(bars.values()))

        self._background.run(work, lambda _: None, self._problem(shown))

    def decode(self) -> None:
        """Decodes the .bsw file on show, however long that takes."""
        shown = self._shown
        if shown is None:
            return
        row, engine_for, most = shown.row, self._engine_for(), self._options().max_pixels
        self._preview.show_progress(0, 0)

        def report(_stage: Stage, done: int, total: int) -> None:
            shown.control.check()
            self._reported.emit(shown, done, total)

        self._background.run(
            lambda: pictures.of_coded_file(row.source, _LARGEST, engine_for, report, most),
            lambda picture: self._show_picture(shown, picture),
            self._problem(shown),
        )

    def _load(self) -> None:
        shown = self._shown
        if shown is None:
            return
        source, problem = shown.row.source, self._problem(shown)
        if shown.row.is_coded:
            self._background.run(lambda: pictures.peek(source), lambda seen: self._show_peek(shown, seen), problem)
        else:
            self._background.run(
                lambda: pictures.of_image_file(source, _LARGEST),
                lambda picture: self._show_picture(shown, picture),
                problem,
            )

    def _show_peek(self, shown: _Shown, seen: Picture) -> None:
        if shown is not self._shown:
            return
        is_quick = seen.size.width() * seen.size.height() <= _QUICK_PIXELS or seen.coding != "bitswap"
        is_decoding = seen.image is None or is_quick
        self._preview.show_thumbnail(shown.row, seen, is_decoding=is_decoding)
        if is_decoding:
            self.decode()

    def _show_picture(self, shown: _Shown, picture: Picture) -> None:
        if shown is self._shown:
            shown.picture = picture
            self._preview.show_picture(shown.row, picture)

    def _show_progress(self, shown: _Shown, done: int, total: int) -> None:
        if shown is self._shown and shown.picture is None:
            self._preview.show_progress(done, total)

    def _show_sizes(self, shown: _Shown, bars: list[Bar]) -> None:
        if shown is self._shown:
            self._preview.show_sizes(bars, is_ready=True)

    def _problem(self, shown: _Shown) -> Callable[[BitswapError], None]:
        def show(error: BitswapError) -> None:
            if shown is self._shown and not isinstance(error, Cancelled):
                self._preview.show_problem(f"{wording.error_title(error)}\n\n{wording.sentence(error.sentence)}")

        return show


def _reporter(control: Control) -> Report:
    return lambda _stage, _done, _total: control.check()


def _sizes(
    data: bytes, options: CompressOptions, engine_for: EngineFor, report: Report, *, ours: bool
) -> Iterator[tuple[str, int | None]]:
    """Each format's size; None for those that cannot hold the picture. Raises Cancelled and what encoding raises."""
    from bitswap_app.gui import comparing

    left = set(comparing.NAMES)
    for name, size in comparing.other_sizes(data):
        report("coding", 0, 1)
        left.discard(name)
        yield name, size
    for name in left:
        yield name, None
    if ours:
        yield ".bsw", comparing.own_size(data, options, engine_for, report)
