"""What a user may choose. The command line's arguments and the window's form are both built from these fields.

Metadata of a field: help, and where they apply short (a one-letter flag), choices and metavar.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

Effort = Literal["fast", "standard", "high"]
EFFORTS: tuple[Effort, ...] = get_args(Effort)

_OUTPUT = {"help": "Write results into this folder and not beside their sources.", "short": "o", "metavar": "FOLDER"}
_DEVICE = {
    "help": "Where the model runs: auto, cpu, cuda or mps. The files are the same everywhere.",
    "metavar": "NAME",
}
_THREADS = {"help": "How many processor threads to use; all of them if not given.", "metavar": "N"}
_OVERWRITE = {"help": "Replace outputs that exist already.", "short": "f"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodeOptions:
    """For reading files without writing any."""

    device: str = field(default="auto", metadata=_DEVICE)
    threads: int | None = field(default=None, metadata=_THREADS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecompressOptions(DecodeOptions):
    """For giving files back."""

    output: Path | None = field(default=None, metadata=_OUTPUT)
    overwrite: bool = field(default=False, metadata=_OVERWRITE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompressOptions(DecompressOptions):
    """For making files smaller."""

    effort: Effort = field(
        default="standard", metadata={"help": "How much time to spend for smaller files.", "choices": EFFORTS}
    )
    verify: bool = field(
        default=True,
        metadata={"help": "Decode each result and compare it with its source before keeping it. Leave this on."},
    )
