"""The table of the queue, with a line to look for rows above it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bitswap_app.gui.batch_model import BatchModel, Column, Role, RowFilter
from bitswap_app.gui.icons import symbol
from bitswap_app.gui.rows import Row, State
from bitswap_app.gui.widgets.row_delegate import ROW_HEIGHT, RowDelegate

_TO_A_ROW = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_WIDTHS = {
    Column.NAME: 205,
    Column.TASK: 106,
    Column.IMAGE: 84,
    Column.CODED: 106,
    Column.SAVED: 74,
    Column.CODING: 166,
    Column.STATE: 138,
    Column.FOLDER: 90,
}


class QueueView(QWidget):
    """Shows a BatchModel, filtered.

    selected    the selection changed; carries the current row, or None
    activated   a row was double-clicked, or Return pressed on it
    menu_wanted where, in global coordinates
    """

    selected = Signal(object)
    activated = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: BatchModel) -> None:
        super().__init__()
        self._rows = RowFilter(model)
        self.table = _Table()
        self.table.setModel(self._rows)
        self.table.setItemDelegate(RowDelegate(self.table))
        self._dress_table()
        self._search = QLineEdit(clearButtonEnabled=True, placeholderText=self.tr("Find by name or folder"))
        self._search.setAccessibleName(self.tr("Find in the list"))
        self._loupe = self._search.addAction(symbol("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._states = QComboBox()
        self._states.setAccessibleName(self.tr("Which files to show"))
        for text, states in (
            (self.tr("All files"), tuple(State)),
            (self.tr("Not finished"), (State.WAITING, State.WORKING, State.STOPPED)),
            (self.tr("Done"), (State.DONE, State.SKIPPED)),
            (self.tr("Failed"), (State.FAILED,)),
        ):
            self._states.addItem(text, states)
        self._search.textChanged.connect(self._look_for)
        self._states.currentIndexChanged.connect(self._look_for)
        self._lay_out()

    def current(self) -> Row | None:
        """The row that the preview shows."""
        index = self.table.currentIndex()
        is_chosen = index.isValid() and self.table.selectionModel().isRowSelected(index.row())
        return self._rows.data(index, Role.ROW) if is_chosen else None

    def selection(self) -> list[Row]:
        """From the top. By ranges: asked for each row, Qt takes 0.3 s for 5,000."""
        parts = self.table.selectionModel().selection()
        ranges = [parts.at(i) for i in range(parts.size())]
        chosen = {place for part in ranges for place in range(part.top(), part.bottom() + 1)}
        shown = self._rows.shown
        return [shown[place] for place in sorted(chosen)]

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def restyle(self) -> None:
        """New icon colours, after the palette changed."""
        self._loupe.setIcon(symbol("search"))

    def _look_for(self) -> None:
        self._rows.look_for(self._search.text(), self._states.currentData())

    def _dress_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Files"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)  # Tab leaves the table, arrows move in it
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(table.viewport().mapToGlobal(at)))
        table.doubleClicked.connect(lambda _: self.activated.emit())
        table.entered_row.connect(self.activated)
        table.selectionModel().selectionChanged.connect(self._selection_changed)
        down = table.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW_HEIGHT)
        across = table.horizontalHeader()
        across.setSectionsMovable(True)
        across.setHighlightSections(False)
        # One that stays empty: with the table's, the header asks of each cell of a column whether it is selected
        across.setSelectionModel(QItemSelectionModel(self._rows, self))
        across.setStretchLastSection(True)
        across.setMinimumSectionSize(56)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(10, 4, 10, 8)
        line.setSpacing(8)
        line.addWidget(self._search, 1)
        line.addWidget(self._states)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self.table)

    def _selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.selected.emit(self.current())


class _Table(QTableView):
    entered_row = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.entered_row.emit()
            return
        super().keyPressEvent(event)
        if event.key() in _TO_A_ROW and not event.modifiers() and not self.selectionModel().hasSelection():
            at, flags = (
                self.currentIndex(),
                QItemSelectionModel.SelectionFlag,
            )  # focus made it current and selected none
            self.selectionModel().select(at, flags.ClearAndSelect | flags.Rows)  # selectRow does nothing right to left

    def viewportSizeHint(self) -> QSize:
        return QSize(640, 360)
