"""What tests of codings share: .bsw files in memory, and sources of many kinds."""

import io

import numpy as np
from PIL import Image

from bitswap_app.container.header import Coding
from bitswap_app.container.stream import read
from bitswap_app.imaging import io as images
from bitswap_app.imaging.raster import Raster
from bitswap_app.service.codings import decode


def ignore(*_):
    """A report that nobody reads."""


def restored(data, engine_for):
    return decode(read(data), engine_for, ignore)


def refuse(model):
    raise AssertionError(model)


def as_png(pixels):
    kind = 128 | {1: 0, 2: 4, 3: 2, 4: 6}[pixels.shape[2]] | (3 if pixels.dtype == np.uint8 else 4) << 3
    return images.build(Raster(pixels, kind))


def jpegs():
    """Every kind of JPEG with the coding that it gets."""
    colour = Image.fromarray(np.random.default_rng(5).integers(0, 256, (40, 30, 3), np.uint8)).resize((300, 400))

    def save(image=colour, **options):
        stream = io.BytesIO()
        image.save(stream, "JPEG", **options)
        return stream.getvalue()

    exif = Image.Exif()
    exif[0x010E] = "long " * 9000
    return {
        "progressive": (save(progressive=True), Coding.JPEG),
        "grey": (save(colour.convert("L")), Coding.JPEG),
        "colours in full": (save(subsampling="4:4:4"), Coding.JPEG),
        "long EXIF": (save(exif=exif), Coding.JPEG),
        "with more after its end": (save() + b"a second picture" * 9, Coding.JPEG),
        "cut": (save()[:-400], Coding.STORED),
        "CMYK": (save(colour.convert("CMYK")), Coding.STORED),
        "arithmetic": (save().replace(b"\xff\xc0", b"\xff\xc9", 1), Coding.STORED),
    }
