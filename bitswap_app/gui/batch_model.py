"""The queue as a table. Rows change only here, so a test needs events and no window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QImage

from bitswap_app.errors import BitswapError
from bitswap_app.gui import wording
from bitswap_app.gui.rows import Row, State, Task
from bitswap_app.service.events import BatchDone, BatchStarted, Event

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate  # a name that lupdate looks for

_NO_INDEX = QModelIndex()
_SAME: Mapping[Path, Path] = {}
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """From the left; a saved table layout counts on the order."""

    NAME = 0
    TASK = 1
    IMAGE = 2
    CODED = 3
    SAVED = 4
    CODING = 5
    STATE = 6
    FOLDER = 7


class Role(IntEnum):
    """What a cell has for others than the eye."""

    ROW = Qt.ItemDataRole.UserRole


# Those that data() answers. Qt asks for a dozen for each cell that it paints, so the others are turned down at once.
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        *Role,
    }
)
_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_NUMBERS = (Column.IMAGE, Column.CODED, Column.SAVED)


class BatchModel(QAbstractTableModel):
    """The rows of the queue.

    thumbnail_wanted   a row came into view whose picture nobody has asked for yet
    drag_data          may be set to make what a drag of rows carries; by itself it is the files they stand for
    """

    thumbnail_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._sorted_by: tuple[Column, Qt.SortOrder] | None = None
        self._places: dict[Path, int] = {}
        self._thumbnails: dict[Path, QImage | None] = {}
        self.drag_data = files_of

    # --- what others read

    @property
    def rows(self) -> Sequence[Row]:
        """All rows in the order in which they were added. To be changed here only."""
        return self._rows

    def find(self, source: Path) -> Row | None:
        """The row of a file, as its events name it."""
        place = self._places.get(source)
        return None if place is None else self._rows[place]

    # --- what changes rows

    def add(self, rows: Iterable[Row]) -> int:
        """Appends what is new; a file that is through already waits again. Returns how many will be worked on."""
        new: dict[Path, Row] = {}
        again = 0
        for row in rows:
            old = self.find(row.source)
            if old is None:
                new.setdefault(row.source, row)
            elif old.is_finished:
                old.reset(row.task)
                self._changed(self._places[row.source])
                again += 1
        if new:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._rows.extend(new.values())
            self._places.update({source: first + i for i, source in enumerate(new)})
            self.endInsertRows()
        return len(new) + again

    def remove(self, sources: Iterable[Path]) -> None:
        """Takes rows out, except those that are being worked on."""
        going = [p for s in sources if (p := self._places.get(s)) is not None]
        going = sorted(p for p in going if self._rows[p].state is not State.WORKING)
        for first, last in reversed(list(_runs(going))):
            self.beginRemoveRows(QModelIndex(), first, last)
            for row in self._rows[first : last + 1]:
                self._thumbnails.pop(row.source, None)
            del self._rows[first : last + 1]
            self._places = {row.source: i for i, row in enumerate(self._rows)}
            self.endRemoveRows()

    def reset(self, sources: Iterable[Path], task: Task | None = None) -> None:
        """Lets rows wait again, for the task they had or another one."""
        for source in sources:
            place = self._places.get(source)
            if place is not None and self._rows[place].state is not State.WORKING:
                self._rows[place].reset(task or self._rows[place].task)
                self._changed(place)

    def apply(self, event: Event, row_of: Mapping[Path, Path] = _SAME) -> None:
        """Takes in one event and repaints its row only.

        row_of   the rows of files that are not their row's source, as when a result is tested
        """
        if isinstance(event, BatchStarted | BatchDone):
            return
        place = self._places.get(row_of.get(event.source, event.source))
        if place is not None:
            self._rows[place].apply(event)
            self._changed(place)

    def stop(self, source: Path) -> None:
        """Ends a waiting row because the user said so."""
        place = self._places[source]
        self._rows[place].stop(None)
        self._changed(place)

    def end_batch(self, error: BitswapError | None) -> None:
        """No row is being worked on any more: those that still seem so failed, or (None) wait again."""
        for place, row in enumerate(self._rows):
            if row.state is State.WORKING:
                if error:
                    row.stop(error)
                else:
                    row.reset(row.task)
                self._changed(place)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Puts rows in order; -1 leaves them as they are. Rows that change later stay where they are until resort()."""
        self._sorted_by = (Column(column), order) if column >= 0 else None
        self.resort()

    def resort(self) -> None:
        """Puts rows in the order that sort() asked for."""
        if self._sorted_by is None:
            return
        column, order = self._sorted_by
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        kept_rows = [self._rows[index.row()] for index in kept]
        self._rows.sort(key=_order_of(column), reverse=order is Qt.SortOrder.DescendingOrder)
        self._places = {row.source: i for i, row in enumerate(self._rows)}
        places = [self._places[row.source] for row in kept_rows]
        self.changePersistentIndexList(kept, [self.index(p, i.column()) for p, i in zip(places, kept, strict=True)])
        self.layoutChanged.emit()

    def set_thumbnail(self, source: Path, image: QImage | None) -> None:
        """None for a file without a picture that can be shown."""
        place = self._places.get(source)
        if place is not None:
            self._thumbnails[source] = image
            cell = self.index(place, Column.NAME)
            self.dataChanged.emit(cell, cell, [Qt.ItemDataRole.DecorationRole])

    def _changed(self, place: int) -> None:
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))

    # --- what Qt asks

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(alignment_of(column))
        return _headers()[column] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES or not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text_of(row, column)
            case Role.ROW:
                return row
            case Qt.ItemDataRole.DecorationRole if column is Column.NAME:
                return self._thumbnail(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(alignment_of(column))
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_headers()[column]}: {text_of(row, column)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return self.drag_data([self._rows[place] for place in sorted({index.row() for index in indexes})])

    def _thumbnail(self, row: Row) -> QImage | None:
        if row.source not in self._thumbnails:
            self._thumbnails[row.source] = None
            self.thumbnail_wanted.emit(row)
        return self._thumbnails[row.source]


class RowFilter(QSortFilterProxyModel):
    """Leaves out of the queue what is not looked for."""

    def __init__(self, model: BatchModel) -> None:
        super().__init__()
        self._text, self._states = "", frozenset(State)
        self.setSourceModel(model)
        self._model = model

    def look_for(self, text: str, states: Iterable[State] = frozenset(State)) -> None:
        """Rows whose path holds text, in one of these states."""
        self._text, self._states = text.casefold(), frozenset(states)
        self.invalidate()

    @property
    def shown(self) -> Sequence[Row]:
        """The rows that are not left out, in order. Quicker than to ask Qt for each."""
        rows = self._model.rows
        return rows if self.rowCount() == len(rows) else [row for row in rows if self._takes(row)]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._model.sort(column, order)  # Qt would ask data() twice for each comparison: half a second for 5,000 rows

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002 (Qt gives it)
        return self._takes(self._model.rows[source_row])

    def _takes(self, row: Row) -> bool:
        return row.state in self._states and (not self._text or self._text in str(row.source).casefold())


def files_of(rows: Sequence[Row]) -> QMimeData:
    """The files that rows stand for: what was made of them, or themselves."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(row.output or row.source)) for row in rows])
    return data


def text_of(row: Row, column: Column) -> str:
    """A cell in words."""
    match column:
        case Column.NAME:
            return row.source.name
        case Column.TASK:
            return wording.task(row.task)
        case Column.IMAGE:
            return wording.size(row.image_bytes) if row.image_bytes else ""
        case Column.CODED:
            return wording.size(row.coded_bytes) if row.coded_bytes else ""
        case Column.SAVED:
            return wording.percent(row.saved) if row.saved is not None else ""
        case Column.CODING:
            return wording.coding(row.coding)
        case Column.STATE:
            return wording.state(row)
        case Column.FOLDER:
            return str(row.source.parent)


def alignment_of(column: Column) -> Qt.AlignmentFlag:
    """Numbers stand below each other."""
    return _TRAILING if column in _NUMBERS else _LEADING


def _headers() -> dict[Column, str]:
    return {
        Column.NAME: translate("table", "Name"),
        Column.TASK: translate("table", "Task"),
        Column.IMAGE: translate("table", "Original"),
        Column.CODED: translate("table", "Compressed"),
        Column.SAVED: translate("table", "Saved"),
        Column.CODING: translate("table", "Coding"),
        Column.STATE: translate("table", "State"),
        Column.FOLDER: translate("table", "Folder"),
    }


def _order_of(column: Column) -> Callable[[Row], Any]:
    """What rows are sorted by in a column."""
    keys: dict[Column, Callable[[Row], Any]] = {
        Column.NAME: lambda row: row.name_order,
        Column.IMAGE: lambda row: row.image_bytes,
        Column.CODED: lambda row: row.coded_bytes,
        Column.SAVED: lambda row: -9.0 if row.saved is None else row.saved,
        Column.STATE: lambda row: row.state.value,
        Column.FOLDER: lambda row: row.folder_order,
    }
    return keys.get(column, lambda row: text_of(row, column))


def _tip(row: Row, column: Column) -> str | None:
    if column in (Column.NAME, Column.FOLDER):
        return str(row.source)
    return " ".join(wording.remarks(row)) or None


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Sorted numbers as (first, last) of each unbroken stretch."""
    first = last = None
    for place in places:
        if first is None or last is None or place != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = place
        last = place
    if first is not None and last is not None:
        yield first, last
