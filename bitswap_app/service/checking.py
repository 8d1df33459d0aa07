"""Engines that decode while they code, so that checking a whole file need not compute every network twice.

An engine that is asked to check decodes each batch of tiles as soon as it is coded (engine.py). What is left for the
check of the file that is about to be written is that it holds these very bytes.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bitswap_app.service.codings import EngineFor
from bitswap_app.service.payloads import Engine

Report = Callable[[int, int], None]


class CheckingEngines:
    """An EngineFor, for one file, that gives the engine that coded a picture to whoever checks it."""

    def __init__(self, engine_for: EngineFor) -> None:
        self._engine_for = engine_for
        self._last: _CheckingEngine | None = None

    def __call__(self, model: bytes | str) -> Engine:
        if self._last is None or model != self._last.model_id:
            self._last = _CheckingEngine(self._engine_for(model))
        return self._last


class _CheckingEngine:
    """An engine that checks while it codes, and need not decode what it has checked.

    Only the very bytes that it made for a picture are taken for it; anything else is decoded.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._checked: tuple[bytes, NDArray[np.uint8]] | None = None

    @property
    def model_id(self) -> bytes:
        return self._engine.model_id

    def compress_image(self, pixels: NDArray[np.uint8], report: Report, *, check: bool = False) -> bytes:  # noqa: ARG002
        payload = self._engine.compress_image(pixels, report, check=True)
        self._checked = (payload, pixels)
        return payload

    def decompress_image(self, payload: bytes, height: int, width: int, report: Report) -> NDArray[np.uint8]:
        if self._checked is not None:
            known, pixels = self._checked
            if known == payload and pixels.shape == (height, width, 3):
                return pixels
        return self._engine.decompress_image(payload, height, width, report)
