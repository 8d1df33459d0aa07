"""What was measured, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One image by one codec.

    image         its path below the folder of paths
    digest        of the image's file, SHA-256
    width, height, channels, depth  of the pixels that were coded, depth in bits
    coded_bytes   the whole file that the codec writes
    encode_s, decode_s  of pixels to file and back, in a process that has done both before
    peak_bytes    most memory of that process meanwhile, Python and its libraries included; 0 where the system does not
                  tell
    parts         net bits by colour channel and latent layer, of the first codec that uses a model
    bit_swap_bits, bb_ans_bits  initial bits of the first tile in each order, by the number of latent layers
    error         a sentence where it went wrong, with all measures 0; "" where the same pixels came back
    exit_code     the error's
    """

    image: str
    digest: str
    codec: str
    version: str
    width: int = 0
    height: int = 0
    channels: int = 0
    depth: int = 0
    coded_bytes: int = 0
    encode_s: float = 0.0
    decode_s: float = 0.0
    peak_bytes: int = 0
    parts: dict[str, float] = field(default_factory=dict)
    bit_swap_bits: tuple[float, ...] = ()
    bb_ans_bits: tuple[float, ...] = ()
    error: str = ""
    exit_code: int = 0

    @property
    def sub_pixels(self) -> int:
        return self.width * self.height * self.channels

    @property
    def rate(self) -> float:
        """Bits per sub-pixel."""
        return 8 * self.coded_bytes / self.sub_pixels

    @property
    def percent(self) -> float:
        """Of the pixels as they are."""
        return 100 * self.rate / self.depth

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Result:
        """The inverse of dataclasses.asdict by way of JSON. Raises TypeError for other records."""
        listed = {name: tuple(record.get(name, ())) for name in ("bit_swap_bits", "bb_ans_bits")}
        return cls(**(record | listed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All images by one codec.

    failed        images that it could not code, or not give back; the rest counts the others
    rate_mean     bits per sub-pixel, mean over images
    rate_pooled   all bits over all sub-pixels
    percent_mean  of the pixels as they are, mean over images
    encode_mps, decode_mps  megapixels a second, pooled
    parts         bits per sub-pixel by colour channel and latent layer, pooled
    bit_swap_bits, bb_ans_bits  means over images, as in Result
    """

    codec: str
    version: str
    images: int
    failed: int
    coded_bytes: int = 0
    rate_mean: float = 0.0
    rate_pooled: float = 0.0
    percent_mean: float = 0.0
    encode_mps: float = 0.0
    decode_mps: float = 0.0
    peak_bytes: int = 0
    parts: dict[str, float] = field(default_factory=dict)
    bit_swap_bits: tuple[float, ...] = ()
    bb_ans_bits: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchReport:
    """A whole run.

    version   the program's
    machine   processor and number of threads
    protocol  as in BenchOptions
    models    model ids by the names of the codecs that use them
    """

    version: str
    machine: str
    protocol: str
    models: dict[str, str]
    results: tuple[Result, ...]

    @property
    def summaries(self) -> list[Summary]:
        """One a codec, in the order of the results."""
        names = dict.fromkeys(result.codec for result in self.results)
        return [summarise([r for r in self.results if r.codec == name]) for name in names]

    @property
    def failed(self) -> int:
        return sum(bool(result.error) for result in self.results)

    def to_record(self) -> dict[str, Any]:
        """For JSON: the summaries, then every result."""
        return {
            "version": self.version,
            "machine": self.machine,
            "protocol": self.protocol,
            "models": self.models,
            "codecs": [asdict(summary) for summary in self.summaries],
            "results": [asdict(result) for result in self.results],
        }


def summarise(results: Sequence[Result]) -> Summary:
    """The results of one codec, at least one."""
    good = [r for r in results if not r.error]
    first = results[0]
    if not good:
        return Summary(codec=first.codec, version=first.version, images=0, failed=len(results))
    sub_pixels = sum(r.sub_pixels for r in good)
    megapixels = sum(r.width * r.height for r in good) / 1e6
    names = dict.fromkeys(name for r in good for name in r.parts)
    return Summary(
        codec=first.codec,
        version=first.version,
        images=len(good),
        failed=len(results) - len(good),
        coded_bytes=sum(r.coded_bytes for r in good),
        rate_mean=sum(r.rate for r in good) / len(good),
        rate_pooled=8 * sum(r.coded_bytes for r in good) / sub_pixels,
        percent_mean=sum(r.percent for r in good) / len(good),
        encode_mps=megapixels / max(1e-9, sum(r.encode_s for r in good)),
        decode_mps=megapixels / max(1e-9, sum(r.decode_s for r in good)),
        peak_bytes=max(r.peak_bytes for r in good),
        parts={name: sum(r.parts.get(name, 0.0) for r in good) / sub_pixels for name in names},
        bit_swap_bits=_means([r.bit_swap_bits for r in good if r.bit_swap_bits]),
        bb_ans_bits=_means([r.bb_ans_bits for r in good if r.bb_ans_bits]),
    )


def _means(rows: Sequence[tuple[float, ...]]) -> tuple[float, ...]:
    return tuple(sum(column) / len(column) for column in zip(*rows, strict=False))
