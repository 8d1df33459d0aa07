"""Everything running work can say. Frozen, small, no handles: safe to pass between threads.

With several files at once, events of different files mingle; those of one file keep their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bitswap_app.errors import BitswapError

Stage = Literal["coding", "checking", "decoding"]
Action = Literal["compressed", "restored", "verified"]
SkipReason = Literal["done", "exists", "coded", "link", "special", "stopped"]


@dataclass(frozen=True, slots=True)
class BatchStarted:
    """First of a batch."""

    files: int


@dataclass(frozen=True, slots=True)
class FileStarted:
    """Work on one file begins; FileDone, FileDescribed, FileSkipped or FileFailed ends it."""

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

    output          None where nothing is written
    coding          as in FORMAT.md, 4: bitswap, jpeg, jxl or stored
    source_bytes    the user's file: read by compress, written by decompress
    coded_bytes     the .bsw file
    note            sentences on why this coding, and on metadata where that was to be left out; or ""
    left_out_bytes  of metadata that the user did not want
    warnings        sentences on what could not be kept beside the contents: times, permissions, a source not removed
    """

    source: Path
    output: Path | None
    action: Action
    coding: str
    source_bytes: int
    coded_bytes: int
    seconds: float
    note: str = ""
    warnings: tuple[str, ...] = ()
    left_out_bytes: int = 0

    @property
    def percent(self) -> float:
        """By how much the .bsw file is smaller; below 0 where it is larger."""
        return percent_saved(self.source_bytes, self.coded_bytes)


@dataclass(frozen=True, slots=True)
class FileSkipped:
    """Nothing was done for this file, on purpose.

    why     done: an earlier result is up to date. exists: another file has the result's name. coded: it is a .bsw file
            already. link, special: not followed, no file. stopped: at the user's request
    note    the same as a sentence
    output  what made the file be skipped, for done and exists
    """

    source: Path
    why: SkipReason
    note: str
    output: Path | None = None


@dataclass(frozen=True, slots=True)
class FileDescribed:
    """What a .bsw file says about itself. width to thumbnail_bytes are 0 or "" where the file has none."""

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
    thumbnail_bytes: int = 0

    @property
    def percent(self) -> float:
        """As in FileDone."""
        return percent_saved(self.source_bytes, self.coded_bytes)


@dataclass(frozen=True, slots=True)
class FileFailed:
    """Nothing was written for this file; the batch goes on."""

    source: Path
    error: BitswapError


@dataclass(frozen=True, slots=True)
class BatchDone:
    """Last of a batch that was not cancelled. The sizes are those of the files that were done in it."""

    files: int
    failed: int
    source_bytes: int
    coded_bytes: int
    seconds: float
    skipped: int = 0

    @property
    def percent(self) -> float:
        """As in FileDone, of all files together."""
        return percent_saved(self.source_bytes, self.coded_bytes)


FileEvent = UnitsDone | FileDone | FileSkipped | FileDescribed
Event = BatchStarted | FileStarted | FileEvent | FileFailed | BatchDone


def percent_saved(source_bytes: int, coded_bytes: int) -> float:
    """100 for all of it, 0 for none or an empty source, below 0 for a larger result."""
    return 100 * (1 - coded_bytes / source_bytes) if source_bytes else 0.0
