"""Work off the GUI thread: one batch at a time, and small jobs beside it. Nothing here knows a widget."""

from __future__ import annotations

import logging
import queue
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from bitswap_app.errors import BitswapError
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import Event

log = logging.getLogger(__name__)
T = TypeVar("T")
MakeBatch = Callable[[Control], Iterator[Event]]

_BETWEEN_LOOKS_MS = 40
_LONGEST_LOOK_S = 0.008  # of the GUI thread's time at once, however many events wait
_MOST_EVENTS = 256  # that wait: a batch that ran ahead of the window would take Python's lock from it all the while
_FULL_S = 0.05  # between looks whether anybody still wants events


class BatchRunner(QObject):
    """Runs one batch after another on a thread of its own. Lives on the GUI thread.

    reported   each event, in order. They are fetched a few milliseconds' worth at a time: a signal from the worker for
               each would flood the GUI thread when thousands of files fail at once
    ended      once for each batch, last: None, or the BitswapError or bug that ended it
    """

    reported = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: _BatchThread | None = None
        self._timer = QTimer(self, interval=_BETWEEN_LOOKS_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        return self._worker is not None

    @property
    def is_paused(self) -> bool:
        return self._worker is not None and self._worker.control.is_paused

    @property
    def control(self) -> Control | None:
        """What steers the batch that runs; its methods may be called directly, and act at once."""
        return self._worker.control if self._worker else None

    def start(self, make_batch: MakeBatch) -> None:
        """make_batch is called on the worker's thread. One batch at a time."""
        if self._worker is not None:
            raise ValueError("a batch is running already")
        self._worker = _BatchThread(make_batch, self)
        self._worker.start()
        self._timer.start()

    def wait(self) -> None:
        """Blocks until the worker has ended, without the last events; for closing."""
        if self._worker is not None:
            self._worker.is_heard = False
            self._worker.wait()

    def _look(self) -> None:
        worker = self._worker
        if worker is None:
            return
        has_ended = worker.isFinished()  # asked first: what it put before it ended is in the queue then
        until = time.monotonic() + _LONGEST_LOOK_S
        while time.monotonic() < until:
            try:
                event = worker.events.get_nowait()
            except queue.Empty:
                if has_ended:
                    self._timer.stop()
                    QTimer.singleShot(0, self, lambda: self._end(worker))  # a turn of its own: it may take long too
                return
            self.reported.emit(event)

    def _end(self, worker: _BatchThread) -> None:
        self._worker = None
        worker.wait()
        worker.deleteLater()
        self.ended.emit(worker.ended_by)


class _BatchThread(QThread):
    def __init__(self, make_batch: MakeBatch, parent: QObject) -> None:
        super().__init__(parent)
        self.events: queue.Queue[Event] = queue.Queue(_MOST_EVENTS)
        self.is_heard = True
        self.control = Control()
        self.ended_by: Exception | None = None
        self._make_batch = make_batch

    def run(self) -> None:
        try:
            for event in self._make_batch(self.control):
                self._put(event)
        except BitswapError as error:
            self.ended_by = error
        except Exception as bug:  # the thread's last frame: unseen here, it would vanish
            log.exception("the batch hit a bug")
            self.ended_by = bug

    def _put(self, event: Event) -> None:
        while self.is_heard:
            try:
                self.events.put(event, timeout=_FULL_S)
            except queue.Full:
                continue
            return


class Background(QObject):
    """Runs small jobs on a few threads and hands their results to the GUI thread."""

    _ended = Signal(object, object)

    def __init__(self, threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="bitswap gui")
        self._is_open = True
        self._ended.connect(self._deliver)  # across threads, so Qt queues it

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BitswapError], None] | None = None,
    ) -> None:
        """work() on another thread (it must touch nothing of Qt's that is shown), then done(its result) on this one.

        failed   takes a BitswapError, which without it is nobody's concern; a bug reaches sys.excepthook
        """

        def job() -> None:
            result: Any = None
            error: Exception | None = None
            try:
                result = work()
            except Exception as caught:  # noqa: BLE001 (it is delivered to the GUI thread)
                error = caught
            if self._is_open:
                self._ended.emit(lambda: done(result), _on(error, failed))

        if self._is_open:
            self._pool.submit(job)

    def close(self) -> None:
        """What has not begun never will, and no more results are delivered."""
        self._is_open = False
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _deliver(self, done: Callable[[], None], failed: Callable[[], None] | None) -> None:
        if self._is_open:
            (failed or done)()


def _on(error: Exception | None, failed: Callable[[BitswapError], None] | None) -> Callable[[], None] | None:
    if error is None:
        return None

    def deliver() -> None:
        if not isinstance(error, BitswapError):
            raise error
        if failed is not None:
            failed(error)

    return deliver
