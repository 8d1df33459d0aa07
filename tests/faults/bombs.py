"""Small files that claim to be large. `python tests/faults/bombs.py FILE...` opens them in a process of its own.

It prints a JSON line for each: what became of it, the processor time in seconds, and by how many MB the most memory
grew.
"""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

import imagecodecs
import zstandard

from bitswap_app.container.fields import varint
from bitswap_app.container.header import Coding, Header, Image, digest_of
from bitswap_app.container.stream import Contents, read, write
from bitswap_app.errors import BitswapError
from bitswap_app.service import payloads
from bitswap_app.service.codings import decode

sys.path.insert(0, str(Path(__file__).parent))
from fuzzing import HERE, assembled, sections_of, tiny_engine_for

SIDE = 1 << 14  # squared, it is the most that is decoded by default


def with_shape(name, width, height):
    """A file of the corpus whose header says another size."""
    contents = read((HERE / "corpus" / name).read_bytes())
    old = contents.header
    image = Image(width=width, height=height, channels=old.image.channels, depth=8, file_kind=old.image.file_kind)
    header = Header(coding=old.coding, name="", source_bytes=9, digest=old.digest, image=image, model_id=old.model_id)
    return write(Contents(header=header, payload=contents.payload, before=contents.before, after=contents.after))


def with_payload(coding, payload, source_bytes=100):
    header = Header(coding=coding, name="", source_bytes=source_bytes, digest=digest_of(b""))
    return write(Contents(header=header, payload=payload))


def small_image(coding, payload):
    kind = read((HERE / "corpus" / "rgb.png.bsw").read_bytes()).header.image.file_kind
    image = Image(width=10, height=10, channels=3, depth=8, file_kind=kind)
    header = Header(coding=coding, name="", source_bytes=9, digest=digest_of(b""), image=image)
    return write(Contents(header=header, payload=payload))


def with_surroundings(body):
    """A file of the corpus with other surroundings, under the right checksums."""
    return assembled(
        [
            (kind, body if kind == 2 else own)
            for kind, own in sections_of((HERE / "corpus" / "rgb.png.bsw").read_bytes())
        ]
    )


def bombs():
    packer = zstandard.ZstdCompressor(level=3).compressobj(size=1 << 28)
    zeros = b"".join(packer.compress(bytes(1 << 20)) for _ in range(1 << 8)) + packer.flush()
    flat = np.full((3000, 3000, 3), 9, np.uint8)
    yield "model, most pixels", with_shape("rgb.bmp.bsw", SIDE, SIDE)
    yield "model, wide", with_shape("rgb.bmp.bsw", 1 << 20, 256)
    yield "model, too many pixels", with_shape("rgb.bmp.bsw", 1 << 20, 1 << 20)
    yield "jxl, most pixels", with_shape("alpha.png.bsw", SIDE, SIDE)
    yield "webp, most pixels", with_shape("one.png.bsw", SIDE, SIDE)
    yield "webp, as large as it can be", with_shape("one.png.bsw", 16383, 16383)
    yield "stored, a size that is not true", with_payload(Coding.STORED, b"\1" + zeros[:9000], 1 << 31)
    yield "stored, more than it says", with_payload(Coding.STORED, b"\1" + zeros)
    yield "jpeg, a size that is not true", with_payload(Coding.JPEG, b"\xff\x0a" + bytes(100), (1 << 31) - 1)
    yield "surroundings", with_surroundings(b"\1" + zeros)
    yield "surroundings of lengths", with_surroundings(b"\0" + varint(1 << 62))
    yield "jxl, more than the header says", small_image(Coding.JXL, imagecodecs.jpegxl_encode(flat, lossless=True))
    large = payloads.webp.encode_payload(flat, method=0, quality=0)
    yield "webp, more than the header says", small_image(Coding.WEBP, large)
    jpeg = imagecodecs.jpegxl_encode_jpeg(imagecodecs.jpeg_encode(flat))
    yield "jpeg, more than the header says", with_payload(Coding.JPEG, bytes(jpeg))


def peak_mb():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(paths):
    engine_for = tiny_engine_for()
    decode(read((HERE / "corpus" / "rgb.bmp.bsw").read_bytes()), engine_for, lambda *_: None)
    for path in paths:
        data = Path(path).read_bytes()
        before, begun = peak_mb(), time.process_time()
        try:
            decode(read(data), engine_for, lambda *_: None)
            outcome = "read"
        except BitswapError as error:
            outcome = str(error)
        seconds = time.process_time() - begun
        print(
            json.dumps({"outcome": outcome, "seconds": round(seconds, 2), "mb": round(peak_mb() - before)}), flush=True
        )


if __name__ == "__main__":
    main(sys.argv[1:])
