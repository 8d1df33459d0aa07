"""How the queue's cells are painted: the name with its picture, the state with its mark or bar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bitswap_app.gui import icons, theme, wording
from bitswap_app.gui.batch_model import Column, Role
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
    """Draws what text alone does not tell; all else is the style's."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        column = index.column()
        if column not in (Column.NAME, Column.STATE):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        image = index.data(Qt.ItemDataRole.DecorationRole) if column == Column.NAME else None
        text, option.text = option.text, ""
        option.icon = QIcon()
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if column == Column.NAME:
            _paint_name(painter, option, text, image)
        else:
            _paint_state(painter, option, text, index.data(Role.ROW))
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() == Column.FOLDER:
            option.textElideMode = Qt.TextElideMode.ElideLeft  # a path's end tells more than its beginning
        if index.column() in _AS_WRITTEN:
            option.text = wording.as_written(option.text, option.direction)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width() + THUMBNAIL, ROW_HEIGHT)


def _ink(option: QStyleOptionViewItem) -> QColor:
    role = QPalette.ColorRole.HighlightedText if _is_selected(option) else QPalette.ColorRole.Text
    return option.palette.color(role)


def _is_selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def _paint_name(painter: QPainter, option: QStyleOptionViewItem, text: str, image: QImage | None) -> None:
    area = option.rect.adjusted(_GAP, 0, -_GAP, 0)
    square = QStyle.alignedRect(
        option.direction,
        _LEADING,
        QSize(THUMBNAIL, THUMBNAIL),
        area,
    )
    if image is None or image.isNull():
        colour = _ink(option) if _is_selected(option) else theme.quiet(option.palette)
        icons.draw(painter, "preview", QRectF(square).adjusted(5, 5, -5, -5), colour)
    else:
        size = image.size().scaled(square.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QStyle.alignedRect(option.direction, Qt.AlignmentFlag.AlignCenter, size, square)
        painter.drawImage(place, image)
    _paint_text(painter, option, text, _beside(option, area, THUMBNAIL), _ink(option))


def _paint_state(painter: QPainter, option: QStyleOptionViewItem, text: str, row: Row) -> None:
    area = option.rect.adjusted(_GAP, 0, -_GAP, 0)
    if row.state is State.WORKING:
        _paint_text(painter, option, text, area.adjusted(0, 3, 0, -_BAR_HEIGHT - 8), _ink(option))
        _paint_bar(painter, option, QRect(area.left(), area.bottom() - 13, area.width(), _BAR_HEIGHT), progress_of(row))
        return
    colour = _ink(option) if _is_selected(option) else _colour(row.state, option.palette)
    mark = QStyle.alignedRect(option.direction, _LEADING, QSize(17, 17), area)
    icons.draw(painter, _MARKS[row.state], QRectF(mark), colour)
    _paint_text(painter, option, text, _beside(option, area, 17 - 4), colour)


def _paint_bar(painter: QPainter, option: QStyleOptionViewItem, where: QRect, fraction: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(option.palette.color(QPalette.ColorRole.Mid))
    painter.drawRoundedRect(where, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
    done = QRect(where.left(), where.top(), max(_BAR_HEIGHT, round(where.width() * fraction)), where.height())
    painter.setBrush(_ink(option) if _is_selected(option) else theme.accent(option.palette))
    painter.drawRoundedRect(QStyle.visualRect(option.direction, where, done), _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)


def _beside(option: QStyleOptionViewItem, area: QRect, width: int) -> QRect:
    return QStyle.visualRect(option.direction, area, area.adjusted(width + _GAP, 0, 0, 0))


def _paint_text(painter: QPainter, option: QStyleOptionViewItem, text: str, where: QRect, colour: QColor) -> None:
    painter.setPen(colour)
    painter.setFont(option.font)
    short = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideMiddle, where.width())
    alignment = QStyle.visualAlignment(option.direction, _LEADING)
    painter.drawText(where, int(alignment), short)


def _colour(state: State, palette: QPalette) -> QColor:
    if state is State.DONE:
        return theme.good(palette)
    return theme.bad(palette) if state is State.FAILED else theme.quiet(palette)
