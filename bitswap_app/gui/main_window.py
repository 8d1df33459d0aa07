"""The window: puts the widgets together and joins them to the queue. No work, no decisions about files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from bitswap_app.errors import BitswapError
from bitswap_app.gui import actions, availability, choosing, engines, look, menus, pictures, report, wording
from bitswap_app.gui.batches import describe
from bitswap_app.gui.dragging import DragOut
from bitswap_app.gui.previewing import Previewing
from bitswap_app.gui.queue_control import QueueControl
from bitswap_app.gui.rows import Row, State
from bitswap_app.gui.settings import Settings
from bitswap_app.gui.taskbar import Taskbar
from bitswap_app.gui.widgets import questions
from bitswap_app.gui.widgets.details import Details
from bitswap_app.gui.widgets.device_label import DeviceLabel
from bitswap_app.gui.widgets.options_form import OptionsForm
from bitswap_app.gui.widgets.queue_view import QueueView
from bitswap_app.gui.widgets.row_delegate import THUMBNAIL
from bitswap_app.gui.widgets.workspace import Workspace
from bitswap_app.gui.workers import Background
from bitswap_app.service.options import CompressOptions

_TOTALS_MS = 250
_MESSAGE_MS = 8000


class MainWindow(QMainWindow):
    """Everything the user sees.

    settings      where options and the window's state are kept
    shelf         the engines to work with
    find_devices  what tells the devices for the status bar; called on another thread
    """

    def __init__(
        self, settings: Settings, shelf: engines.Engines, find_devices: engines.FindDevices = engines.find_devices
    ) -> None:
        super().__init__()
        self.setWindowTitle("Bit-Swap")
        self.setAcceptDrops(True)
        self._settings, self._find_devices = settings, find_devices
        self._is_closing = False
        self.queue = QueueControl(shelf, settings.options, self)
        self.actions_ = actions.make(self)
        self._background = Background(2, self)
        self._looking = Background(1, self)
        self.view, self.form = QueueView(self.queue.model), OptionsForm(settings.options, settings.presets)
        self.workspace = Workspace(self.view, self.form)
        self.preview, self.totals_bar = self.workspace.preview, self.workspace.totals_bar
        self.drop_area, self._taskbar = self.workspace.drop_area, Taskbar()
        self._previewing = Previewing(
            self.preview,
            self._looking,
            lambda: shelf.serve("preview", self.queue.options),
            lambda: self.queue.options,
            self,
        )
        self._drag_out = DragOut(lambda: shelf.serve("drag", self.queue.options), lambda: self.queue.options, self)
        self.queue.model.drag_data = self._drag_out.data_of
        self.device = DeviceLabel()
        self._make_bars()
        self.setCentralWidget(self.workspace)  # after the tool bar, as Tab goes
        self.resize(1320, 760)
        self._connect()
        self._totals_timer = QTimer(self, interval=_TOTALS_MS)
        self._totals_timer.timeout.connect(self._show_totals)
        self._restore()
        self._update()

    def add(self, paths: Sequence[Path]) -> None:
        """Adds files and folders to the queue."""
        if paths:
            self.statusBar().showMessage(self.tr("Looking for files…"))
            self.queue.add(paths)

    def load_engine(self) -> None:
        """Begins to load what coding needs, in the background, and shows how that goes."""
        options = self.queue.options
        self.device.show_loading()
        self._background.run(lambda: self._find_devices(options), self.device.show_devices, self.device.show_error)

    # --- putting together

    def _make_bars(self) -> None:
        self.addToolBar(menus.tool_bar(self.actions_))
        view = menus.fill(self.menuBar(), self.actions_)
        view.addSeparator()
        look.add_choices(view, self._settings, self._tell)
        self.statusBar().addPermanentWidget(self.device)

    def _connect(self) -> None:
        a, queue = self.actions_, self.queue
        for action, do in (
            (a.add_files, self._choose_files),
            (a.add_folder, self._choose_folder),
            (a.start, queue.start),
            (a.pause, self._pause_or_resume),
            (a.cancel, queue.cancel),
            (a.cancel_rows, lambda: queue.cancel_rows(self.view.selection())),
            (a.retry, lambda: queue.retry(self.view.selection())),
            (a.test, lambda: queue.test(self.view.selection())),
            (a.remove, lambda: queue.remove(self.view.selection())),
            (a.remove_finished, self._remove_finished),
            (a.details, self._show_details),
            (a.open_folder, self._open_folder),
            (a.copy_text, lambda: self._copy(report.as_text)),
            (a.copy_csv, lambda: self._copy(report.as_csv)),
            (a.find, self.view.focus_search),
            (a.options, lambda: self.workspace.toggle(self.form)),
            (a.preview, lambda: self.workspace.toggle(self.preview)),
            (a.quit, self.close),
            (a.about, lambda: questions.tell_about(self)),
        ):
            action.triggered.connect(lambda _=False, do=do: do())
        self.drop_area.files_wanted.connect(self._choose_files)
        self.drop_area.folder_wanted.connect(self._choose_folder)
        self.view.selected.connect(self._selected)
        self.view.activated.connect(self._show_details)
        self.view.menu_wanted.connect(self._show_menu)
        self.form.changed.connect(self._set_options)
        self.form.presets_changed.connect(self._set_presets)
        self.workspace.panel_changed.connect(self._panel_changed)
        queue.changed.connect(self._update)
        queue.added.connect(self._added)
        queue.failed.connect(self._show_failure)
        queue.finished.connect(self._finished)
        self._drag_out.failed.connect(self._show_drag_failure)
        queue.model.thumbnail_wanted.connect(self._load_thumbnail)

    def _restore(self) -> None:
        self.restoreGeometry(self._settings.state("geometry"))
        self.workspace.restore(self._settings)

    def _save(self) -> None:
        self._settings.set_state("geometry", self.saveGeometry())
        self.workspace.save(self._settings)
        self._settings.options = self.queue.options

    # --- what the user does

    def _choose_files(self) -> None:
        self.add(choosing.choose_files(self, self._settings))

    def _choose_folder(self) -> None:
        self.add(choosing.choose_folder(self, self._settings))

    def _pause_or_resume(self) -> None:
        if self.queue.is_paused:
            self.queue.resume()
        else:
            self.queue.pause()

    def _remove_finished(self) -> None:
        done = (State.DONE, State.SKIPPED)
        self.queue.remove([row for row in self.queue.model.rows if row.state in done])

    def _show_details(self) -> None:
        row = self.view.current()
        if row is None:
            return
        details, coded = Details(row, self), row.coded
        details.open()
        if coded is not None:
            self._background.run(lambda: describe(coded), details.show_described)

    def _open_folder(self) -> None:
        if row := self.view.current():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str((row.output or row.source).parent)))

    def _copy(self, write: Callable[[Sequence[Row]], str]) -> None:
        """The selected rows, or all where none is selected."""
        rows = self.view.selection() or self.queue.model.rows
        QGuiApplication.clipboard().setText(write(rows))
        self._tell(self.tr("Copied %n row(s).", "", len(rows)))

    def _set_options(self, options: CompressOptions) -> None:
        before, self.queue.options = self.queue.options, options
        self._settings.options = options
        if options.device != before.device:
            self.load_engine()

    def _set_presets(self, presets: Mapping[str, CompressOptions]) -> None:
        self._settings.presets = presets

    def _panel_changed(self, page: QWidget | None) -> None:
        self.actions_.options.setChecked(page is self.form)
        self.actions_.preview.setChecked(page is self.preview)
        self._selected(self.view.current())

    def _show_menu(self, at: QPoint) -> None:
        menus.of_rows(self.actions_, self).popup(at)

    # --- what the queue says

    def _update(self) -> None:
        """Buttons and pages as the queue is."""
        queue, has_rows = self.queue, bool(self.queue.model.rows)
        self.workspace.show_queue(has_rows=has_rows)
        availability.enable(self.actions_, queue, self.view.selection() if has_rows else [])
        if queue.is_running != self._totals_timer.isActive():
            self._totals_timer.start() if queue.is_running else self._totals_timer.stop()
        self._show_totals()
        if self._is_closing and not queue.is_running:
            self.close()

    def _show_totals(self) -> None:
        queue = self.queue
        totals = queue.totals()
        self.totals_bar.show_totals(
            totals,
            is_running=queue.is_running,
            is_paused=queue.is_paused,
            seconds_left=queue.seconds_left(totals),
        )
        self.setWindowTitle(f"{wording.percent(totals.fraction, 0)} – Bit-Swap" if queue.is_running else "Bit-Swap")
        files_left = totals.files - totals.finished if queue.is_running else 0
        self._taskbar.show(files_left, totals.fraction if queue.is_running else None)

    def _added(self, count: int, paths: Sequence[Path]) -> None:
        if count:
            self._tell(self.tr("Added %n file(s).", "", count))
        else:
            names = ", ".join(path.name for path in paths)
            self.statusBar().showMessage(self.tr("There is nothing new to work on in {names}.").format(names=names))

    def _finished(self) -> None:
        totals = self.queue.totals()
        text = self.tr("Finished.")
        if totals.failed:
            text = self.tr("Finished; %n file(s) failed. Double-click one to see why.", "", totals.failed)
        self.statusBar().showMessage(text)
        QApplication.alert(self)

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, BitswapError):
            raise error  # a bug: the hook shows its report
        questions.tell(self, error)

    def _show_drag_failure(self, source: Path, error: BitswapError) -> None:
        self.statusBar().showMessage(f"{source.name}: {wording.error_title(error)}. {wording.sentence(error.sentence)}")

    def _selected(self, row: Row | None) -> None:
        self._previewing.show(row if self.workspace.panel is self.preview else None)
        self._update()

    def _load_thumbnail(self, row: Row) -> None:
        side, model = round(THUMBNAIL * self.devicePixelRatio()), self.queue.model
        source = row.source
        self._background.run(lambda: pictures.thumbnail(source, side), lambda image: model.set_thumbnail(source, image))

    def _tell(self, sentence: str) -> None:
        """For a while, in the status bar."""
        self.statusBar().showMessage(sentence, _MESSAGE_MS)

    # --- what Qt says

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.source() is None:
            event.acceptProposedAction()
            self.drop_area.set_target(is_target=True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_area.set_target(is_target=False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_area.set_target(is_target=False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "device"):
            self.actions_.restyle()
            self.workspace.restyle()
            self.device.restyle()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.queue.is_running and not self._may_stop():
            event.ignore()
            return
        if self.queue.is_running:  # closes itself once the worker has ended
            self._is_closing = True
            self.queue.cancel()
            self.statusBar().showMessage(self.tr("Stopping…"))
            event.ignore()
            return
        self._save()
        self._previewing.stop()
        self._background.close()
        self._looking.close()
        self._drag_out.close()
        self.queue.close()
        event.accept()

    def _may_stop(self) -> bool:
        return self._is_closing or questions.may_stop(self)
