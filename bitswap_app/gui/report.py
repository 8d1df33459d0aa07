"""The queue as text for people, and as CSV for spreadsheets. No Qt but its words."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bitswap_app.gui import wording
from bitswap_app.gui.rows import Row
from bitswap_app.gui.totals import total

translate = QCoreApplication.translate  # a name that lupdate looks for

_CSV_HEAD = ("file", "task", "state", "coding", "original_bytes", "compressed_bytes", "saved_percent", "output", "note")


def as_text(rows: Sequence[Row]) -> str:
    """A line for each file, and one for all."""
    return "\n".join([*(_line(row) for row in rows), _summary(rows)]) + "\n"


def as_csv(rows: Sequence[Row]) -> str:
    """The same words whatever the user's language, for programs."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(_CSV_HEAD)
    for row in rows:
        table.writerow(
            [
                row.source,
                row.task.value,
                row.state.name.lower(),
                row.coding,
                row.image_bytes or "",
                row.coded_bytes or "",
                "" if row.saved is None else f"{100 * row.saved:.2f}",
                row.output or "",
                " ".join([row.note, *row.warnings]).strip(),
            ]
        )
    return stream.getvalue()


def _line(row: Row) -> str:
    parts = [str(row.source), wording.state(row)]
    if row.image_bytes and row.coded_bytes and row.saved is not None:
        parts.append(
            f"{wording.size(row.image_bytes)} → {wording.size(row.coded_bytes)} ({wording.percent(row.saved)})"
        )
    if row.coding:
        parts.append(wording.coding(row.coding))
    return ", ".join([*parts, *wording.remarks(row)])


def _summary(rows: Sequence[Row]) -> str:
    totals = total(rows)
    files, failed = translate("report", "Files: {files}"), translate("report", "failed: {failed}")
    words = [files.format(files=totals.files)]
    if totals.failed:
        words.append(failed.format(failed=totals.failed))
    if totals.image_bytes:
        words.append(
            translate("report", "{size} saved ({percent})").format(
                size=wording.size(totals.saved_bytes), percent=wording.percent(totals.saved_bytes / totals.image_bytes)
            )
        )
    return ", ".join(words)
