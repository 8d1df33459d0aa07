"""How the queue's cells are painted: the name with its picture, the state with its mark or bar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bitswap_app.gui import icons, theme, wording
from bitswap_app.gui.batch_model import Column, Role, alignment_of, text_of
from bitswap_app.gui.rows import Row, State
from bitswap_app.gui.totals import progress_of

ROW_HEIGHT = 44
THUMBNAIL = 32  # of its longer side, in the screen's own pixels times the scale

_GAP = 10
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_BAR_HEIGHT = 5
_AS_WRITTEN = (Column.NAME, Column.IMAGE, Column.CODED, Column.SAVED, Column.FOLDER)
_MARKS = {
    State.WAITING: "waiting",
    State.DONE: "done",
    State.FAILED: "failed",
    State.SKIPPED: "skipped",
    State.STOPPED: "skipped",
}


class RowDelegate(QStyledItemDelegate):
    """Draws the cells: the ground is the style's, words and pictures are ours.

    The base class would ask the model for seven values of each cell, and a model in Python takes long over them.
    """

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(Role.ROW)
        column = Column(index.column())
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        if column == Column.NAME:
            _paint_name(painter, option, row.source.name, index.data(Qt.ItemDataRole.DecorationRole))
        elif column == Column.STATE:
            _paint_state(painter, option, row)
        else:
            _paint_text(painter, option, text_of(row, column), _inside(option), _ink(option), column)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width() + THUMBNAIL, ROW_HEIGHT)


def _ink(option: QStyleOptionViewItem) -> QColor:
    role = QPalette.ColorRole.HighlightedText if _is_selected(option) else QPalette.ColorRole.Text
    return option.palette.color(role)


def _is_selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def _paint_name(painter: QPainter, option: QStyleOptionViewItem, name: str, image: QImage | None) -> None:
    area = _inside(option)
    square = QStyle.alignedRect(
        option.direction,
        _LEADING,
        QSize(THUMBNAIL, THUMBNAIL),
        area,
    )
    if image is None or image.isNull():
        colour = _ink(option) if _is_selected(option) else theme.quiet(option.palette)
        icons.stamp(painter, "preview", square.adjusted(5, 5, -5, -5), colour)
    else:
        size = image.size().scaled(square.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QStyle.alignedRect(option.direction, Qt.AlignmentFlag.AlignCenter, size, square)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
    _paint_text(painter, option, name, _beside(option, area, THUMBNAIL), _ink(option), Column.NAME)


def _paint_state(painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
    area, text = _inside(option), text_of(row, Column.STATE)
    if row.state is State.WORKING:
        _paint_text(painter, option, text, area.adjusted(0, 3, 0, -_BAR_HEIGHT - 8), _ink(option))
        _paint_bar(painter, option, QRect(area.left(), area.bottom() - 13, area.width(), _BAR_HEIGHT), progress_of(row))
        return
    colour = _ink(option) if _is_selected(option) else _colour(row.state, option.palette)
    mark = QStyle.alignedRect(option.direction, _LEADING, QSize(17, 17), area)
    icons.stamp(painter, _MARKS[row.state], mark, colour)
    _paint_text(painter, option, text, _beside(option, area, 17 - 4), colour)


def _paint_bar(painter: QPainter, option: QStyleOptionViewItem, where: QRect, fraction: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(option.palette.color(QPalette.ColorRole.Mid))
    painter.drawRoundedRect(where, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
    done = QRect(where.left(), where.top(), max(_BAR_HEIGHT, round(where.width() * fraction)), where.height())
    painter.setBrush(_ink(option) if _is_selected(option) else theme.accent(option.palette))
    painter.drawRoundedRect(QStyle.visualRect(option.direction, where, done), _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)


def _inside(option: QStyleOptionViewItem) -> QRect:
    return option.rect.adjusted(_GAP, 0, -_GAP, 0)


def _beside(option: QStyleOptionViewItem, area: QRect, width: int) -> QRect:
    return QStyle.visualRect(option.direction, area, area.adjusted(width + _GAP, 0, 0, 0))


def _paint_text(
    painter: QPainter,
    option: QStyleOptionViewItem,
    text: str,
    where: QRect,
    colour: QColor,
    column: Column = Column.STATE,
) -> None:
    if not text:
        return
    painter.setPen(colour)
    painter.setFont(option.font)
    if column in _AS_WRITTEN:
        text = wording.as_written(text, option.direction)
    is_path = column == Column.FOLDER  # whose end tells more than its beginning
    elide = Qt.TextElideMode.ElideLeft if is_path else Qt.TextElideMode.ElideMiddle
    short = option.fontMetrics.elidedText(text, elide, where.width())
    alignment = QStyle.visualAlignment(option.direction, alignment_of(column))
    painter.drawText(where, int(alignment), short)


def _colour(state: State, palette: QPalette) -> QColor:
    if state is State.DONE:
        return theme.good(palette)
    return theme.bad(palette) if state is State.FAILED else theme.quiet(palette)
