"""The engines of the desktop program: loaded once each, in the background, and kept."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bitswap_app.devices import Choice, Device
from bitswap_app.gui.collecting import no_collections
from bitswap_app.service.options import DecodeOptions

if TYPE_CHECKING:
    from bitswap_app.service.codings import EngineFor
    from bitswap_app.service.payloads import Engine

Load = Callable[[bytes | str, DecodeOptions], "Engine"]


@dataclass(frozen=True, slots=True)
class Devices:
    """What this machine has, and which of it is used."""

    choice: Choice
    found: tuple[Device, ...]


FindDevices = Callable[[DecodeOptions], Devices]


def load(model: bytes | str, options: DecodeOptions) -> Engine:
    """Imports numba, and torch where there is a GPU, which takes seconds."""
    with no_collections():
        from bitswap_app.service.engine import load_engine

        return load_engine(model, device=options.device, threads=options.threads)


def find_devices(options: DecodeOptions) -> Devices:
    """The device that load() takes for these options, and the others. Raises ModelError or DeviceError."""
    from bitswap_app.devices import choose, gpu_libraries

    if libraries := gpu_libraries():
        map_torch(libraries)
    with no_collections():
        from bitswap_app.service.engine import find_devices, find_weights

        names = ["cpu"] if options.device == "cpu" else None
        found = find_devices(find_weights("standard"), names)
        return Devices(choose(options.device, found), tuple(found))


def map_torch(folder: Path) -> None:
    """Maps the largest library of torch's folder by a foreign call, during which other threads run.

    Python's import would hold them all meanwhile, the window's too: 0.9 s at once on two busy cores, and 0.2 s after
    this. Windows, where torch sets up the search path itself, and unusual installations do without.
    """
    library = folder / f"libtorch_cpu.{'dylib' if sys.platform == 'darwin' else 'so'}"
    if sys.platform != "win32" and library.is_file():
        dlopen = ctypes.CDLL(None).dlopen
        dlopen.restype = ctypes.c_void_p
        dlopen(os.fsencode(library), os.RTLD_NOW)


class Engines:
    """A shelf of engines. Safe to use from any thread.

    An engine serves one thread at a time, so each user (the batch, the preview) has its own.
    """

    def __init__(self, load: Load = load) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._shelf: dict[tuple[str, bytes | str, str, int | None], Engine] = {}

    def serve(self, user: str, options: DecodeOptions) -> EngineFor:
        """The engines for one user's work with these options."""

        def engine_for(model: bytes | str) -> Engine:
            key = (user, model, options.device, options.threads)
            with self._lock:
                if key not in self._shelf:
                    self._shelf[key] = self._load(model, options)
                return self._shelf[key]

        return engine_for
