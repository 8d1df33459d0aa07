"""Which actions can be taken now, as the queue and the selection are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bitswap_app.gui.actions import Actions, plain_text
from bitswap_app.gui.icons import symbol
from bitswap_app.gui.queue_control import QueueControl
from bitswap_app.gui.rows import Row, State

translate = QCoreApplication.translate  # a name that lupdate looks for


def enable(actions: Actions, queue: QueueControl, chosen: Sequence[Row]) -> None:
    """chosen: the selected rows."""
    a, rows = actions, queue.model.rows
    can_stop = queue.is_running and not queue.is_cancelling
    a.start.setEnabled(queue.can_start)
    a.pause.setEnabled(can_stop)
    a.cancel.setEnabled(can_stop)
    a.cancel_rows.setEnabled(any(not row.is_finished for row in chosen))
    a.retry.setEnabled(any(row.is_finished for row in chosen))
    a.test.setEnabled(not queue.is_running and any(row.coded for row in chosen))
    a.remove.setEnabled(any(row.state is not State.WORKING for row in chosen))
    a.remove_finished.setEnabled(any(row.state in (State.DONE, State.SKIPPED) for row in rows))
    for action in (a.details, a.open_folder):
        action.setEnabled(bool(chosen))
    for action in (a.copy_text, a.copy_csv, a.find):
        action.setEnabled(bool(rows))
    _name_pause(a, is_paused=queue.is_paused)


def _name_pause(actions: Actions, *, is_paused: bool) -> None:
    pause = actions.pause
    pause.setText(translate("availability", "Go on") if is_paused else translate("actions", "&Pause"))
    pause.setIconText(plain_text(pause.text()))
    pause.setIcon(symbol("start" if is_paused else "pause"))
