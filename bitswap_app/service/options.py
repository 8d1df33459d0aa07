"""What a user may choose. The command line's arguments and the window's form are both built from these fields.

Metadata of a field: help, and where they apply short (a one-letter flag), choices, metavar, and shortcuts (a flag that
stands for one choice: the flags, the choice, its help).
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

Effort = Literal["fast", "standard", "high"]
EFFORTS: tuple[Effort, ...] = get_args(Effort)
Existing = Literal["fail", "skip", "rename", "replace"]
EXISTING: tuple[Existing, ...] = get_args(Existing)
SourceAfter = Literal["keep", "trash", "delete"]
SOURCE_AFTER: tuple[SourceAfter, ...] = get_args(SourceAfter)
BenchProtocol = Literal["whole", "blog"]
Plots = Literal["svg", "png", "none"]

MAX_PIXELS = 1 << 28
_MOST_JOBS_UNASKED = 4  # each holds a file and its pixels in memory

_OUTPUT = {"help": "Write results into this folder and not beside their sources.", "short": "o", "metavar": "FOLDER"}
_DEVICE = {
    "help": "Where the model runs: auto, cpu, cuda or mps. The files are the same everywhere.",
    "metavar": "NAME",
}
_THREADS = {"help": "How many processor threads to use; all of them if not given.", "metavar": "N"}
_JOBS = {"help": "How many files to work on at once; up to four, by the machine, if not given.", "metavar": "N"}
_MAX_PIXELS = {
    "help": "Decode no image of more pixels than this; to compress, its file is stored as it is.",
    "metavar": "N",
}
_INCLUDE = {
    "help": "In folders, take only what fits this pattern, as in '*.png' or 'summer/*'. May be given again.",
    "metavar": "PATTERN",
}
_EXCLUDE = {"help": "In folders, leave out what fits this pattern. May be given again.", "metavar": "PATTERN"}
_EXISTING = {
    "help": "What to do where another file has the result's name: fail, skip the source, rename the result, or replace "
    "that file. A result of an earlier run that is up to date is skipped, unless all are replaced.",
    "choices": EXISTING,
    "shortcuts": (("-f", "--overwrite"), "replace", "The same as --existing replace."),
}
_KEEP_STRUCTURE = {"help": "Keep the structure of folders below the output folder."}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodeOptions:
    """For reading files without writing any."""

    device: str = field(default="auto", metadata=_DEVICE)
    threads: int | None = field(default=None, metadata=_THREADS)
    jobs: int | None = field(default=None, metadata=_JOBS)
    max_pixels: int = field(default=MAX_PIXELS, metadata=_MAX_PIXELS)
    include: tuple[str, ...] = field(default=(), metadata=_INCLUDE)
    exclude: tuple[str, ...] = field(default=(), metadata=_EXCLUDE)

    @property
    def files_at_once(self) -> int:
        """How many files to work on at the same time."""
        return self.jobs or min(_MOST_JOBS_UNASKED, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecompressOptions(DecodeOptions):
    """For giving files back."""

    output: Path | None = field(default=None, metadata=_OUTPUT)
    existing: Existing = field(default="fail", metadata=_EXISTING)
    keep_structure: bool = field(default=True, metadata=_KEEP_STRUCTURE)


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
    pixels: bool = field(
        default=False,
        metadata={
            "help": "Code JPEG files as the pixels they show, which makes them larger. By default they come back byte "
            "for byte, and smaller."
        },
    )
    metadata: bool = field(
        default=True,
        metadata={
            "help": "Keep EXIF, XMP, IPTC, comments, texts and times. --no-metadata leaves them out of JPEG, PNG and "
            "WebP files for good: what comes back has none, and a source that is removed afterwards takes them along. "
            "Orientation and colour profile stay."
        },
    )
    thumbnail: bool = field(default=True, metadata={"help": "Keep a small preview in each file of an image."})
    images_only: bool = field(
        default=False, metadata={"help": "In folders, take only files whose names are those of images."}
    )
    source_after: SourceAfter = field(
        default="keep",
        metadata={
            "help": "What becomes of a source once its result was read back from the disk, decoded and found the same.",
            "choices": SOURCE_AFTER,
            "shortcuts": (("--delete-source",), "delete", "The same as --source-after delete."),
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchOptions:
    """For measuring codecs on images."""

    output: Path = field(
        default=Path("bitswap-bench"),
        metadata={
            "help": "Write tables, plots and the results so far into this folder; a second run with it goes on there.",
            "short": "o",
            "metavar": "FOLDER",
        },
    )
    codec: tuple[str, ...] = field(
        default=(),
        metadata={
            "help": "Measure only this codec, as in 'WebP' or 'Bit-Swap fast'. May be given again.",
            "metavar": "NAME",
        },
    )
    protocol: BenchProtocol = field(
        default="whole",
        metadata={
            "help": "whole: images as they are. blog: cropped at the right and bottom to multiples of 32, as in the "
            "table of Bit-Swap's authors, which is then shown beside the results.",
            "choices": get_args(BenchProtocol),
        },
    )
    plots: Plots = field(
        default="svg", metadata={"help": "What to draw plots as; they need matplotlib.", "choices": get_args(Plots)}
    )
    fresh: bool = field(default=False, metadata={"help": "Measure everything anew, whatever earlier runs found."})
    device: str = field(default="auto", metadata=_DEVICE)
    threads: int | None = field(default=None, metadata=_THREADS)
    max_pixels: int = field(
        default=MAX_PIXELS, metadata={"help": "Measure no image of more pixels than this.", "metavar": "N"}
    )
    include: tuple[str, ...] = field(default=(), metadata=_INCLUDE)
    exclude: tuple[str, ...] = field(default=(), metadata=_EXCLUDE)
