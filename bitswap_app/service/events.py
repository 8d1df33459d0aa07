"""Everything running work can say. Frozen, small, no handles: safe to pass between threads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bitswap_app.errors import BitswapError

Stage = Literal["coding", "checking", "decoding"]
Action = Literal["compressed", "restored", "verified"]


@dataclass(frozen=True, slots=True)
class BatchStarted:
    """First of a batch."""

    files: int


@dataclass(frozen=True, slots=True)
class FileStarted:
    """Work on one file begins; FileDone, FileDescribed or FileFailed ends it."""

    source: Path


@dataclass(frozen=True, slots=True)
class UnitsDone:
    """Progress within one stage of one file; at most ten a second."""

    source: Path
    stage: Stage
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class FileDone:
    """One file is complete.

    output        None where nothing is written
    coding        as in FORMAT.md, 4: bitswap, jpeg, jxl or stored
    source_bytes  the image file: read by compress, written by decompress
    coded_bytes   the .bsw file
    note          a sentence on why this coding, or ""
    """

    source: Path
    output: Path | None
    action: Action
    coding: str
    source_bytes: int
    coded_bytes: int
    seconds: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class FileDescribed:
    """What a .bsw file says about itself. width to model_id are 0 or "" where the coding has none."""

    source: Path
    format_version: int
    coding: str
    name: str
    source_bytes: int
    coded_bytes: int
    width: int
    height: int
    channels: int
    depth: int
    model_id: str


@dataclass(frozen=True, slots=True)
class FileFailed:
    """Nothing was written for this file; the batch goes on."""

    source: Path
    error: BitswapError


@dataclass(frozen=True, slots=True)
class BatchDone:
    """Last of a batch that was not cancelled. The sizes are those of the files that are done."""

    files: int
    failed: int
    source_bytes: int
    coded_bytes: int
    seconds: float


FileEvent = UnitsDone | FileDone | FileDescribed
Event = BatchStarted | FileStarted | FileEvent | FileFailed | BatchDone
