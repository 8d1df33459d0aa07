"""The queue and what runs it: add, start, pause, cancel, test. No widgets, so that tests need no window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from bitswap_app.errors import BitswapError, Cancelled
from bitswap_app.gui import batches
from bitswap_app.gui.batch_model import BatchModel
from bitswap_app.gui.batches import Order
from bitswap_app.gui.engines import Engines
from bitswap_app.gui.rows import Row, State, Task
from bitswap_app.gui.totals import Clock, Totals, total
from bitswap_app.gui.workers import Background, BatchRunner
from bitswap_app.service.events import Event
from bitswap_app.service.options import CompressOptions

_ROWS_AT_ONCE = 150  # thousands in one go would hold up the GUI thread


class QueueControl(QObject):
    """Everything the window's buttons do.

    changed   started, paused, resumed, cancelled or ended
    added     files were looked for; carries how many will be worked on, and in which paths
    failed    a batch could not begin or go on; carries the error, or the bug
    finished  all that was waiting is through
    """

    changed = Signal()
    added = Signal(int, object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, engines: Engines, options: CompressOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = BatchModel()
        self.options = options
        self._engines = engines
        self._clock = Clock()
        self._of_source: dict[Path, Path] = {}  # files worked on -> their rows' sources, where these differ
        self._is_cancelling = False
        self._runner = BatchRunner(self)
        self._runner.reported.connect(self._take)
        self._runner.ended.connect(self._end)
        self._finder = Background(1, self)

    @property
    def is_running(self) -> bool:
        return self._runner.is_running

    @property
    def is_paused(self) -> bool:
        return self._runner.is_paused

    @property
    def is_cancelling(self) -> bool:
        return self._is_cancelling

    @property
    def can_start(self) -> bool:
        return not self.is_running and any(row.state is State.WAITING for row in self.model.rows)

    def totals(self) -> Totals:
        return total(self.model.rows)

    def seconds_left(self, totals: Totals) -> float | None:
        return self._clock.seconds_left(totals) if self.is_running else None

    def add(self, paths: Sequence[Path]) -> None:
        """Looks for files in the background. What is added while a batch runs is worked on after it."""
        absolute = [path.absolute() for path in paths]
        options = self.options

        def insert(rows: list[Row], before: int = 0) -> None:
            count = before + self.model.add(rows[:_ROWS_AT_ONCE])
            if rows[_ROWS_AT_ONCE:]:
                QTimer.singleShot(0, self, lambda: insert(rows[_ROWS_AT_ONCE:], count))
            else:
                self.model.resort()
                self.added.emit(count, absolute)
                self.changed.emit()

        self._finder.run(lambda: batches.collect(absolute, options), insert)

    def start(self) -> None:
        """Works on all rows that wait."""
        if not self.can_start:
            return
        orders: dict[Path, Order] = {}
        for row in self.model.rows:
            if row.state is State.WAITING:
                order = batches.order_for(row)
                orders.setdefault(order.source, order)
                if order.source is not row.source:
                    self._of_source[order.source] = row.source
        options, engine_for = self.options, self._engines.serve("batch", self.options)
        self._clock.start(self.totals().worked)
        self._runner.start(lambda control: batches.run(list(orders.values()), options, engine_for, control))
        self.changed.emit()

    def pause(self) -> None:
        if control := self._runner.control:
            control.pause()
            self._clock.pause()
            self.changed.emit()

    def resume(self) -> None:
        if control := self._runner.control:
            control.resume()
            self._clock.resume()
            self.changed.emit()

    def cancel(self) -> None:
        """Ends the batch; what has not begun stays in the queue."""
        if control := self._runner.control:
            self._is_cancelling = True
            control.cancel()
            self.changed.emit()

    def cancel_rows(self, rows: Iterable[Row]) -> None:
        """Stops these rows, whether they are being worked on or wait."""
        for row in rows:
            control = self._runner.control
            if control is not None and not row.is_finished:
                control.cancel(batches.order_for(row).source)
            elif row.state is State.WAITING:
                self.model.stop(row.source)
        self.changed.emit()

    def test(self, rows: Iterable[Row]) -> None:
        """Lets the .bsw files of these rows be decoded in full, and begins with it."""
        self.model.reset((row.source for row in rows if row.coded), Task.VERIFY)
        self.start()

    def retry(self, rows: Iterable[Row]) -> None:
        """Lets rows wait again."""
        self.model.reset(row.source for row in rows)
        self.changed.emit()

    def remove(self, rows: Iterable[Row]) -> None:
        self.model.remove(row.source for row in rows)
        self.changed.emit()

    def close(self) -> None:
        """Cancels everything and waits for it to end."""
        self._finder.close()
        self.cancel()
        self._runner.wait()

    def _take(self, event: Event) -> None:
        self.model.apply(event, self._of_source)

    def _end(self, ended_by: Exception | None) -> None:
        was_cancelled, self._is_cancelling = self._is_cancelling, False
        is_fault = ended_by is not None and not isinstance(ended_by, Cancelled)
        self.model.end_batch(ended_by if isinstance(ended_by, BitswapError) and is_fault else None)
        self._of_source.clear()
        self.model.resort()
        if is_fault:
            self.failed.emit(ended_by)
        elif not was_cancelled and self.can_start:
            self.start()  # what was added meanwhile
            return
        elif not was_cancelled:
            self.finished.emit()
        self.changed.emit()
