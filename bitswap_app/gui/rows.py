"""One row of the queue: a file, what shall be done with it, and how far that is. No Qt."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from pathlib import Path

from bitswap_app.errors import BitswapError, Cancelled
from bitswap_app.service.events import Event, FileDone, FileFailed, FileSkipped, FileStarted, Stage, UnitsDone


class Task(Enum):
    """What is done with a file. The values are the command line's words for it."""

    COMPRESS = "compress"
    DECOMPRESS = "decompress"
    VERIFY = "verify"


class State(Enum):
    """How far a row is, in the order in which the table sorts them."""

    WORKING = 0
    WAITING = 1
    FAILED = 2
    STOPPED = 3
    SKIPPED = 4
    DONE = 5


@dataclass(slots=True)
class Row:
    """A file of the queue.

    source       the file that was added
    top          the folder it was found in, None for a file that was added by itself
    size         of source in bytes
    fraction     of the stage that is done, 0 to 1
    image_bytes  the picture's file, 0 while unknown; coded_bytes likewise the .bsw file
    output       what was written, if anything
    note         a sentence about the result; of an error, its sentence
    warnings     what could not be kept beside the contents
    is_coded     source is a .bsw file, whatever is done with it now
    name_order, folder_order   for sorting: numbers by their value, letters whatever their case and accents
    """

    source: Path
    top: Path | None
    task: Task
    size: int
    state: State = State.WAITING
    stage: Stage | None = None
    fraction: float = 0.0
    image_bytes: int = 0
    coded_bytes: int = 0
    coding: str = ""
    output: Path | None = None
    note: str = ""
    warnings: tuple[str, ...] = ()
    error: BitswapError | None = None
    seconds: float = 0.0
    is_coded: bool = field(init=False)
    name_order: list[str | int] = field(init=False, repr=False)
    folder_order: list[str | int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.name_order, self.folder_order = _order(self.source.name), _of_folder(str(self.source.parent))
        self.is_coded = self.task is not Task.COMPRESS
        if self.is_coded:
            self.coded_bytes = self.size
        else:
            self.image_bytes = self.size

    @property
    def saved(self) -> float | None:
        """The part of the picture's file that is saved, negative where it grew, None while unknown."""
        return 1 - self.coded_bytes / self.image_bytes if self.image_bytes and self.coded_bytes else None

    @property
    def coded(self) -> Path | None:
        """The .bsw file that can be tested or looked into, if there is one."""
        return self.source if self.is_coded else self.output

    @property
    def is_finished(self) -> bool:
        return self.state not in (State.WAITING, State.WORKING)

    def reset(self, task: Task) -> None:
        """Back to waiting, for another try or another task; what is known of the sizes stays."""
        self.task, self.state, self.stage, self.fraction = task, State.WAITING, None, 0.0
        self.note, self.warnings, self.error = "", (), None

    def apply(self, event: Event) -> None:
        """Take in what happened to this file."""
        match event:
            case FileStarted():
                self.state, self.stage, self.fraction = State.WORKING, None, 0.0
            case UnitsDone(stage=stage, done=done, total=total):
                self.stage, self.fraction = stage, done / total if total else 0.0
            case FileDone():
                self.state, self.stage, self.fraction = State.DONE, None, 1.0
                self.image_bytes, self.coded_bytes = event.source_bytes, event.coded_bytes
                self.coding, self.seconds = event.coding, event.seconds
                self.note, self.warnings = event.note, event.warnings
                self.output = event.output or self.output
            case FileSkipped(why="stopped"):
                self.stop(None)
            case FileSkipped():
                self.state, self.stage, self.note = State.SKIPPED, None, event.note
                self.output = event.output if event.why == "done" else self.output
            case FileFailed(error=error):
                self.stop(error)
            case _:
                pass

    def stop(self, error: BitswapError | None) -> None:
        """End without a result: by an error, or (None or Cancelled) because the user said so."""
        is_fault = error is not None and not isinstance(error, Cancelled)
        self.state, self.stage = State.FAILED if is_fault else State.STOPPED, None
        self.error = error if is_fault else None
        self.note = error.sentence if is_fault and error else ""


@cache
def _of_folder(folder: str) -> list[str | int]:
    return _order(folder)


def _order(text: str) -> list[str | int]:
    """Texts and numbers in turn, a text first, so that two of these can be compared."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    parts = re.split(r"([0-9]+)", plain.casefold())
    return [int(part) if number % 2 else part for number, part in enumerate(parts)]
