"""Rows dragged out of the window: a .bsw file that is not unpacked yet is restored while it is being dragged."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QMetaType, QMimeData, QObject, QUrl, Signal

from bitswap_app.errors import BitswapError, Cancelled
from bitswap_app.gui.batches import narrowed
from bitswap_app.gui.rows import Row
from bitswap_app.gui.workers import Background
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import FileDone
from bitswap_app.service.options import CompressOptions, DecompressOptions

if TYPE_CHECKING:
    from bitswap_app.service.codings import EngineFor

_URIS = "text/uri-list"


class DragOut(QObject):
    """Makes what drags carry. options and engine_for are asked for when needed.

    failed   a file could not be restored; carries its path and the error
    """

    failed = Signal(object, object)

    def __init__(
        self,
        engine_for: Callable[[], EngineFor],
        options: Callable[[], CompressOptions],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine_for, self._options = engine_for, options
        self._background = Background(1, self)
        self._folder: Path | None = None
        self._control = Control()

    def data_of(self, rows: Sequence[Row]) -> QMimeData:
        """What is there already, by its path; the rest begins to be restored now and is waited for at the drop."""
        data = RestoredFiles()
        for row in rows:
            if row.is_coded and row.output is None:
                self._restore(row.source, data)
            else:
                data.put(row.source, row.output or row.source)
        return data

    def close(self) -> None:
        """Stops restoring and removes what was restored for drags."""
        self._control.cancel()
        self._background.close()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _restore(self, source: Path, data: RestoredFiles) -> None:
        data.expect(source)
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="bitswap-"))
        folder = Path(tempfile.mkdtemp(dir=self._folder))  # two files of one name are no trouble
        options, engine_for = narrowed(self._options(), DecompressOptions), self._engine_for()

        def failed(error: BitswapError) -> None:
            data.put(source, None)
            if not isinstance(error, Cancelled):
                self.failed.emit(source, error)

        self._background.run(
            lambda: _restored(source, folder, options, engine_for, self._control),
            lambda path: data.put(source, path),
            failed,
        )


class RestoredFiles(QMimeData):
    """Files of which some are still on their way. Whoever asks for them waits, while the window goes on."""

    _arrived = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._paths: dict[Path, Path | None] = {}
        self._missing: set[Path] = set()

    def expect(self, source: Path) -> None:
        """put() will be called for this one."""
        self._missing.add(source)
        self._paths[source] = None  # keeps the order of the rows

    def put(self, source: Path, path: Path | None) -> None:
        """None for a file that could not be restored."""
        self._paths[source] = path
        self._missing.discard(source)
        self._arrived.emit()

    def formats(self) -> list[str]:
        return [_URIS]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype == _URIS

    def retrieveData(self, mimetype: str, _type: QMetaType | QMetaType.Type) -> Any:
        if mimetype != _URIS:
            return None
        loop = QEventLoop()
        self._arrived.connect(loop.quit)
        while self._missing:
            loop.exec()
        self._arrived.disconnect(loop.quit)
        return [QUrl.fromLocalFile(str(path)) for path in self._paths.values() if path]


def _restored(
    source: Path, folder: Path, options: DecompressOptions, engine_for: EngineFor, control: Control
) -> Path | None:
    from bitswap_app.service.files import decompress_file

    for event in decompress_file(source, folder, options, engine_for, control):
        if isinstance(event, FileDone):
            return event.output
    return None
