"""The window: puts the widgets together and joins them to the queue. No work, no decisions about files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from bitswap_app.errors import BitswapError
from bitswap_app.gui import actions, engines, languages, menus, pictures, report, theme, wording
from bitswap_app.gui.batches import describe
from bitswap_app.gui.dragging import DragOut
from bitswap_app.gui.icons import symbol
from bitswap_app.gui.previewing import Previewing
from bitswap_app.gui.queue_control import QueueControl
from bitswap_app.gui.rows import Row, State
from bitswap_app.gui.settings import Settings
from bitswap_app.gui.widgets import questions
from bitswap_app.gui.widgets.details import Details
from bitswap_app.gui.widgets.device_label import DeviceLabel
from bitswap_app.gui.widgets.drop_area import DropArea
from bitswap_app.gui.widgets.options_form import OptionsForm
from bitswap_app.gui.widgets.preview import Preview
from bitswap_app.gui.widgets.queue_view import QueueView
from bitswap_app.gui.widgets.row_delegate import THUMBNAIL
from bitswap_app.gui.widgets.totals_bar import TotalsBar
from bitswap_app.gui.workers import Background
from bitswap_app.service.options import CompressOptions

_TOTALS_MS = 250
_MESSAGE_MS = 8000
_PANEL_WIDTH = 310


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
        self.form = OptionsForm(settings.options)
        self.preview = Preview()
        self.view = QueueView(self.queue.model)
        self.totals_bar = TotalsBar()
        self.drop_area = DropArea()
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
        self._lay_out()
        self._make_bars()
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

    def _lay_out(self) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view)
        layout.addWidget(self.totals_bar)
        empty = QWidget()
        margin = QVBoxLayout(empty)
        margin.setContentsMargins(18, 6, 18, 18)
        margin.addWidget(self.drop_area)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(page)
        self._panel = QTabWidget()
        self._panel.setDocumentMode(True)
        self._panel.tabBar().hide()  # the tool bar's buttons choose the page
        self._panel.setMinimumWidth(250)
        self._panel.addTab(self.form, self.tr("Options"))
        self._panel.addTab(self.preview, self.tr("Preview"))
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._pages)
        self._splitter.addWidget(self._panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([1010, _PANEL_WIDTH])
        self.setCentralWidget(self._splitter)
        self.resize(1320, 760)
        self.setMinimumSize(640, 420)

    def _make_bars(self) -> None:
        self.addToolBar(menus.tool_bar(self.actions_))
        view = menus.fill(self.menuBar(), self.actions_)
        view.addSeparator()
        for title, setting, choices, chosen in (
            (self.tr("Appearance"), "appearance", self._appearances(), self._set_appearance),
            (self.tr("Language"), "language", languages.choices(), self._set_language),
        ):
            menus.add_choices(view, title, choices, self._settings.text(setting, choices[0][0]), chosen)
        self.statusBar().addPermanentWidget(self.device)

    def _appearances(self) -> list[tuple[str, str]]:
        words = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        return [(key, words[key]) for key in theme.APPEARANCES]

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
            (a.options, lambda: self._show_panel(self.form)),
            (a.preview, lambda: self._show_panel(self.preview)),
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
        self._panel.currentChanged.connect(lambda _: self._panel_changed())
        queue.changed.connect(self._update)
        queue.added.connect(self._added)
        queue.failed.connect(self._show_failure)
        queue.finished.connect(self._finished)
        self._drag_out.failed.connect(self._show_drag_failure)
        queue.model.thumbnail_wanted.connect(self._load_thumbnail)

    def _restore(self) -> None:
        self.restoreGeometry(self._settings.state("geometry"))
        self._splitter.restoreState(self._settings.state("splitter"))
        header = self._settings.state("columns")
        if not header.isEmpty():
            self.view.table.horizontalHeader().restoreState(header)
        self._panel.setVisible(self._settings.text("panel", "shown") == "shown")
        self._panel_changed()

    def _save(self) -> None:
        self._settings.set_state("geometry", self.saveGeometry())
        self._settings.set_state("splitter", self._splitter.saveState())
        self._settings.set_state("columns", self.view.table.horizontalHeader().saveState())
        self._settings.set_text("panel", "shown" if self._panel.isVisible() else "hidden")
        self._settings.options = self.queue.options

    # --- what the user does

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), self._last_folder())
        self._add_chosen([Path(name) for name in names])

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Add a folder"), self._last_folder())
        self._add_chosen([Path(name)] if name else [])

    def _last_folder(self) -> str:
        return self._settings.text("folder", str(Path.home()))

    def _add_chosen(self, paths: list[Path]) -> None:
        if paths:
            self._settings.set_text("folder", str(paths[0].parent))
        self.add(paths)

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
        self.statusBar().showMessage(self.tr("Copied %n row(s).", "", len(rows)), _MESSAGE_MS)

    def _set_options(self, options: CompressOptions) -> None:
        before, self.queue.options = self.queue.options, options
        self._settings.options = options
        if options.device != before.device:
            self.load_engine()

    def _set_appearance(self, appearance: str) -> None:
        self._settings.set_text("appearance", appearance)
        app = QApplication.instance()
        for choice in theme.APPEARANCES:
            if choice == appearance and isinstance(app, QApplication):
                theme.use(app, choice)

    def _set_language(self, language: str) -> None:
        self._settings.set_text("language", language)
        self.statusBar().showMessage(self.tr("The language changes when the program starts again."), _MESSAGE_MS)

    def _show_panel(self, page: QWidget) -> None:
        is_there = self._panel.isVisible() and self._panel.currentWidget() is page
        self._panel.setCurrentWidget(page)
        self._panel.setVisible(not is_there)
        self._panel_changed()

    def _panel_changed(self) -> None:
        page = self._panel.currentWidget() if not self._panel.isHidden() else None
        self.actions_.options.setChecked(page is self.form)
        self.actions_.preview.setChecked(page is self.preview)
        self._selected(self.view.current())

    def _show_menu(self, at: QPoint) -> None:
        menus.of_rows(self.actions_, self).popup(at)

    # --- what the queue says

    def _update(self) -> None:
        """Buttons and pages as the queue is."""
        queue, a, rows = self.queue, self.actions_, self.queue.model.rows
        if rows and self._pages.currentIndex() == 0:
            self._pages.setCurrentIndex(1)
            self.view.table.setFocus()
        elif not rows:
            self._pages.setCurrentIndex(0)
        chosen = self.view.selection() if rows else []
        a.start.setEnabled(queue.can_start)
        a.pause.setEnabled(queue.is_running and not queue.is_cancelling)
        a.pause.setText(self.tr("Go on") if queue.is_paused else self.tr("&Pause"))
        a.pause.setIconText(actions.plain_text(a.pause.text()))
        a.pause.setIcon(symbol("start" if queue.is_paused else "pause"))
        a.cancel.setEnabled(queue.is_running and not queue.is_cancelling)
        a.cancel_rows.setEnabled(any(not row.is_finished for row in chosen))
        a.retry.setEnabled(any(row.is_finished for row in chosen))
        a.test.setEnabled(not queue.is_running and any(row.coded for row in chosen))
        a.remove.setEnabled(any(row.state is not State.WORKING for row in chosen))
        a.remove_finished.setEnabled(any(row.state in (State.DONE, State.SKIPPED) for row in rows))
        for action in (a.details, a.open_folder):
            action.setEnabled(bool(chosen))
        for action in (a.copy_text, a.copy_csv, a.find):
            action.setEnabled(bool(rows))
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
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.setBadgeNumber(totals.files - totals.finished if queue.is_running else 0)

    def _added(self, count: int, paths: Sequence[Path]) -> None:
        if count:
            self.statusBar().showMessage(self.tr("Added %n file(s).", "", count), _MESSAGE_MS)
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
        self._previewing.show(row if self._panel.currentWidget() is self.preview else None)
        self._update()

    def _load_thumbnail(self, row: Row) -> None:
        side, model = round(THUMBNAIL * self.devicePixelRatio()), self.queue.model
        source = row.source
        self._background.run(lambda: pictures.thumbnail(source, side), lambda image: model.set_thumbnail(source, image))

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
            self.form.restyle()
            self.preview.restyle()
            self.view.restyle()
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
