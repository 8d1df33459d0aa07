"""Small pictures of .bsw files, for file managers."""

from __future__ import annotations

from pathlib import Path

from bitswap_app.container.stream import read
from bitswap_app.imaging import preview
from bitswap_app.service.codings import EngineFor, decode
from bitswap_app.service.sources import read_source

MAX_PIXELS = 1 << 23  # of a picture that is decoded for this, which takes seconds


def thumbnail_of(path: Path, side: int, engine_for: EngineFor) -> bytes:
    """A PNG of at most side x side pixels: the preview that the file holds, or else the whole picture made smaller.

    Raises InputError, FormatError, ModelError or DeviceError, and ImageError for what shows no picture or a huge one.
    """
    contents = read(read_source(path).data)
    small = contents.thumbnail or decode(contents, engine_for, _unheard, MAX_PIXELS)
    return preview.to_png(small, side, MAX_PIXELS)


def _unheard(_stage: str, _done: int, _total: int) -> None:
    """A report that nobody reads."""
