"""The codecs that are compared, each as a pair of functions on pixels.

gzip, bzip2 and LZMA get the pixels' bytes in rows, as the papers do; the others are whole files of their formats.
"""

from __future__ import annotations

import bz2
import gzip
import hashlib
import lzma
import platform
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

import bitswap_app
from bitswap_app.container.stream import read
from bitswap_app.errors import CorruptFile
from bitswap_app.imaging import io, jxl, png, reference
from bitswap_app.imaging.raster import Pixels, Raster
from bitswap_app.service import codings, payloads
from bitswap_app.service.codings import Encoder, EngineFor
from bitswap_app.service.options import EFFORTS, Effort

MODEL_PARTS = ("coding", "container", "imaging", "model", "service")  # of the package: what bytes can depend on
_OURS = "Bit-Swap "
_BB_ANS = "BB-ANS"
_BB_ANS_EFFORT: Effort = "standard"
_STRONGEST = 9


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels, and a PNG of them as a source for what compresses files."""

    pixels: Pixels
    source: bytes

    @classmethod
    def of(cls, pixels: Pixels) -> Picture:
        return cls(pixels, io.build(Raster(pixels, png.Form.natural(pixels).kind), quick=True))


class Coder(Protocol):
    """Both directions of one codec. What they raise is a BitswapError."""

    def encode(self, picture: Picture) -> bytes:
        """A whole file."""

    def decode(self, data: bytes, like: Pixels) -> Pixels:
        """The pixels in a file that encode made of pixels of this shape and type."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """A general compressor on the pixels' bytes."""

    pack: Callable[[bytes], bytes]
    unpack: Callable[[bytes], bytes]

    def encode(self, picture: Picture) -> bytes:
        return self.pack(picture.pixels.tobytes())

    def decode(self, data: bytes, like: Pixels) -> Pixels:
        return _shaped(self.unpack(data), like)


@dataclass(frozen=True, slots=True)
class ByPillow:
    """A format as Pillow writes it."""

    kind: reference.Format

    def encode(self, picture: Picture) -> bytes:
        return reference.encode(picture.pixels, self.kind)

    def decode(self, data: bytes, like: Pixels) -> Pixels:
        return reference.decode(data, like.shape[2])


@dataclass(frozen=True, slots=True)
class JpegXl:
    """Lossless JPEG XL at one of its efforts."""

    effort: int

    def encode(self, picture: Picture) -> bytes:
        return jxl.encode(picture.pixels, self.effort)

    def decode(self, data: bytes, like: Pixels) -> Pixels:
        return jxl.decode(data, (like.shape[0], like.shape[1], like.shape[2]), like.dtype.itemsize * 8)


@dataclass(frozen=True, slots=True)
class BitSwap:
    """.bsw files as `bitswap compress` writes them, its check left out; decoding ends with the pixels."""

    effort: Effort
    engine_for: EngineFor

    def encode(self, picture: Picture) -> bytes:
        encoder = Encoder(effort=self.effort, verify=False, engine_for=self.engine_for)
        return encoder.encode(picture.source, "image.png", lambda *_: None).data

    def decode(self, data: bytes, like: Pixels) -> Pixels:  # noqa: ARG002  # the file says it all
        contents = read(data)
        header = contents.header
        if header.image is None:
            raster = io.read(codings.decode(contents, self.engine_for, lambda *_: None))
            if not isinstance(raster, Raster):
                raise CorruptFile("The file that came back holds no pixels.")
            return raster.pixels
        engine = self.engine_for(header.model_id) if header.model_id else None
        return payloads.decode(contents.payload, header.coding, header.image, engine, lambda *_: None)


REFERENCES: dict[str, Coder] = {
    "gzip": Bytes(lambda data: gzip.compress(data, _STRONGEST, mtime=0), gzip.decompress),
    "bzip2": Bytes(lambda data: bz2.compress(data, _STRONGEST), bz2.decompress),
    "LZMA": Bytes(lambda data: lzma.compress(data, preset=_STRONGEST), lzma.decompress),
    "PNG": ByPillow("PNG"),
    "WebP": ByPillow("WEBP"),
    "JPEG XL 7": JpegXl(7),
    "JPEG XL 9": JpegXl(9),
}
OURS: dict[str, Effort] = {f"{_OURS}{effort}": effort for effort in EFFORTS}
NAMES = (*REFERENCES, _BB_ANS, *OURS)


def effort_of(name: str) -> Effort | None:
    """The effort whose model a codec uses, or None where it has none."""
    return _BB_ANS_EFFORT if name == _BB_ANS else OURS.get(name)


def coder(name: str, engine_for: EngineFor) -> Coder:
    """The codec of one of NAMES."""
    if name in REFERENCES:
        return REFERENCES[name]
    if name == _BB_ANS:
        return BitSwap(_BB_ANS_EFFORT, in_bb_ans_order(engine_for))
    return BitSwap(OURS[name], engine_for)


def in_bb_ans_order(engine_for: EngineFor) -> EngineFor:
    """The same models, their latents popped all before anything is pushed."""

    @cache
    def get(model: bytes | str) -> payloads.Engine:
        from bitswap_app.coding.bits_back import bb_ans
        from bitswap_app.service.bench.orders import OrderedEngine
        from bitswap_app.service.engine import Engine

        engine = engine_for(model)
        return OrderedEngine(engine, bb_ans) if isinstance(engine, Engine) else engine

    return get


def versions(names: tuple[str, ...], model_ids: dict[Effort, str]) -> dict[str, str]:
    """What a codec's bytes depend on beside the pixels: libraries, or the program, its sources and the model."""
    import imagecodecs

    python = f"Python {platform.python_version()}"
    libraries = {
        "gzip": f"zlib {zlib.ZLIB_RUNTIME_VERSION}",
        "bzip2": python,
        "LZMA": python,
        "PNG": reference.version("PNG"),
        "WebP": reference.version("WEBP"),
    }
    jpeg_xl = f"{imagecodecs.jpegxl_version()}, imagecodecs {imagecodecs.__version__}"
    program = " ".join(filter(None, [bitswap_app.__version__, _sources()]))
    found = {}
    for name in names:
        effort = effort_of(name)
        found[name] = libraries.get(name, jpeg_xl) if effort is None else f"{program}, model {model_ids[effort]}"
    return found


@cache
def _sources() -> str:
    """A digest of the package's modules; none in a frozen program, which its version names well enough."""
    package = Path(bitswap_app.__file__).parent
    digest = hashlib.sha256()
    files = sorted(file for part in MODEL_PARTS for file in (package / part).rglob("*.py"))
    for file in files:
        digest.update(file.relative_to(package).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:8] if files else ""


def _shaped(data: bytes, like: Pixels) -> Pixels:
    pixels: NDArray[Any] = np.frombuffer(data, dtype=like.dtype)
    return pixels.reshape(like.shape)
