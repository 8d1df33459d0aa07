"""Whether an existing file is what a run would write, so that a run can be stopped and started again.

Cheap on purpose: nothing is decoded by a model. Files that come back byte for byte are told by their digest, the others
by their size and the time of the last change, which results take over from their sources. Metadata that was left out
makes another size, so a result with it is never taken for one without.
"""

from __future__ import annotations

import os
from pathlib import Path

from bitswap_app.container.header import digest_of
from bitswap_app.container.stream import Contents, Lead
from bitswap_app.errors import BitswapError
from bitswap_app.service.large import digest_of_file, sound_header
from bitswap_app.service.metadata import stripped_data
from bitswap_app.service.sources import look_at, read_source

# What file systems round times to: nothing, Python's and Windows' steps, exFAT, ext3, FAT. In nanoseconds.
_TIME_STEPS = (1, 100, 1_000, 1_000_000, 10_000_000, 1_000_000_000, 2_000_000_000)


def is_result_of(target: Path, path: Path, status: os.stat_result, *, metadata: bool = True) -> bool:
    """Whether target is a whole .bsw file of the source at path, with its metadata or without what can be left out."""
    try:
        own = look_at(target)
        header = sound_header(target, own)
        data = None if metadata else stripped_data(path, status)
        if header.source_bytes != (status.st_size if data is None else len(data)):
            return False
        if not header.coding.keeps_pixels:
            return (digest_of_file(path) if data is None else digest_of(data)) == header.digest
    except BitswapError:
        return False
    return is_same_time(own.st_mtime_ns, status.st_mtime_ns)


def is_what_is_held(target: Path, body: Contents | Lead, status: os.stat_result) -> bool:
    """Whether target is the file that a .bsw file with this body and status gives back."""
    header = body.header
    try:
        if not header.coding.keeps_pixels:
            return look_at(target).st_size == header.source_bytes and digest_of_file(target) == header.digest
        existing = read_source(target)
    except BitswapError:
        return False
    is_same = is_same_time(existing.status.st_mtime_ns, status.st_mtime_ns)
    return is_same and isinstance(body, Contents) and _is_image_of(existing.data, body)


def is_same_time(one_ns: int, other_ns: int) -> bool:
    """Whether two times of the last change can be one, of which a file system kept fewer digits."""
    early, late = sorted((one_ns, other_ns))
    return any(late // step * step == early or -(-early // step) * step == late for step in _TIME_STEPS)


def _is_image_of(data: bytes, contents: Contents) -> bool:
    """Whether a file has the pixels that were compressed, and the same around them."""
    from bitswap_app.imaging import io
    from bitswap_app.imaging.raster import Raster

    try:
        image = io.read(data)
    except BitswapError:
        return False
    header = contents.header
    if header.image is None or not isinstance(image, Raster) or digest_of(image.pixel_bytes()) != header.digest:
        return False
    held = Raster(image.pixels, header.image.file_kind, contents.before, contents.after)
    try:
        return io.same_image(held, image)
    except (BitswapError, ValueError):  # what is around the pixels of one of them is damaged
        return False
