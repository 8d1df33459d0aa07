"""The window's middle: the queue, or where to drop files while it is empty, and beside it options or preview."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bitswap_app.gui.settings import Settings
from bitswap_app.gui.widgets.drop_area import DropArea
from bitswap_app.gui.widgets.options_form import OptionsForm
from bitswap_app.gui.widgets.preview import Preview
from bitswap_app.gui.widgets.queue_view import QueueView
from bitswap_app.gui.widgets.totals_bar import TotalsBar

_SIZES = (1010, 310)


class Workspace(QSplitter):
    """Arranges the large widgets, which it owns.

    panel_changed   options or preview were shown or hidden; carries which is shown, or None
    """

    panel_changed = Signal(object)

    def __init__(self, view: QueueView, form: OptionsForm) -> None:
        super().__init__()
        self.view, self.form = view, form
        self.preview, self.totals_bar, self.drop_area = Preview(), TotalsBar(), DropArea()
        self._pages, self._panel = QStackedWidget(), QStackedWidget()
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self._queue_page())
        self._panel.addWidget(self.form)
        self._panel.addWidget(self.preview)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(self._pages)
        self.addWidget(self._panel)
        self.setStretchFactor(0, 1)
        self.setSizes(_SIZES)

    @property
    def panel(self) -> QWidget | None:
        """The form or the preview, whichever is shown."""
        return None if self._panel.isHidden() else self._panel.currentWidget()

    def toggle(self, panel: QWidget) -> None:
        """Shows the form or the preview, or hides it if it is shown."""
        is_there = self.panel is panel
        self._panel.setCurrentWidget(panel)
        self._panel.setVisible(not is_there)
        self.panel_changed.emit(self.panel)

    def show_queue(self, *, has_rows: bool) -> None:
        """The table, or the drop area where there is nothing to show."""
        if has_rows and self._pages.currentIndex() == 0:
            self._pages.setCurrentIndex(1)
            self.view.table.setFocus()
        elif not has_rows and self._pages.currentIndex() == 1:
            self._pages.setCurrentIndex(0)
            self.drop_area.setFocus()

    def restyle(self) -> None:
        """New icon colours, after the palette changed."""
        self.form.restyle()
        self.preview.restyle()
        self.view.restyle()

    def restore(self, settings: Settings) -> None:
        """As it stood when the window was closed."""
        self.restoreState(settings.state("splitter"))
        columns = settings.state("columns")
        if not columns.isEmpty():
            self.view.table.horizontalHeader().restoreState(columns)
        self._panel.setVisible(settings.text("panel", "shown") == "shown")
        self.panel_changed.emit(self.panel)
        self.drop_area.setFocus()  # what Return presses first

    def save(self, settings: Settings) -> None:
        """For restore()."""
        settings.set_state("splitter", self.saveState())
        settings.set_state("columns", self.view.table.horizontalHeader().saveState())
        settings.set_text("panel", "hidden" if self._panel.isHidden() else "shown")

    def _empty_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(18, 6, 18, 18)
        layout.addWidget(self.drop_area)
        return page

    def _queue_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view)
        layout.addWidget(self.totals_bar)
        return page
