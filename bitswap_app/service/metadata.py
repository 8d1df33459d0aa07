"""Leaving metadata out where the user wants that: what is coded in a source's place, and what to say of it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from bitswap_app.errors import Sentence
from bitswap_app.imaging.metadata import is_known, without_metadata
from bitswap_app.service.planning import IMAGE_SUFFIXES
from bitswap_app.service.sources import MAX_FILE_BYTES, Source, faults_of_reading, read_source

_HEAD_BYTES = 16
_HOLD_NONE = frozenset({".bmp", ".dib", ".qoi"})


@dataclass(frozen=True, slots=True)
class Stripped:
    """A source as it is to be coded.

    left_out_bytes  by how much that is less than the file
    note            what became of the metadata, "" where there is nothing to say
    """

    source: Source
    left_out_bytes: int
    note: str


def strip(source: Source) -> Stripped:
    """The source without metadata, or as it is where nothing can or need be left out."""
    data = without_metadata(source.data)
    if data is None:
        return Stripped(source, 0, why_kept(source.path, source.data))
    if data is source.data:
        return Stripped(source, 0, "")
    count = len(source.data) - len(data)
    return Stripped(replace(source, data=data), count, Sentence("Metadata of {count} bytes was left out.", count=count))


def why_kept(path: Path, head: bytes) -> str:
    """What to say of a file that is taken with its metadata, if it is a picture that may have any."""
    if is_known(head):
        return "Its metadata was kept: the file is damaged, holds more than a picture, or is of an unusual form."
    if path.suffix.lower() in IMAGE_SUFFIXES - _HOLD_NONE:
        return "Its metadata was kept: only that of JPEG, PNG and WebP files can be left out."
    return ""


def stripped_data(path: Path, status: os.stat_result) -> bytes | None:
    """What is coded in the place of the file, None where that is the file itself. Raises InputError."""
    with faults_of_reading(path), path.open("rb") as stream:
        if not is_known(stream.read(_HEAD_BYTES)) or status.st_size > MAX_FILE_BYTES:
            return None
    stripped = strip(read_source(path))
    return stripped.source.data if stripped.left_out_bytes else None


def together(note: str, other: str) -> str:
    """Two notes as one, either of which may be empty."""
    return Sentence("{note} {other}", note=note, other=other) if note and other else note or other
