"""A run's results as files: JSON with everything, a CSV table, and plots where matplotlib is there."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from pathlib import Path

from bitswap_app.errors import OutputError
from bitswap_app.service.bench.results import BenchReport, Result
from bitswap_app.service.options import Plots
from bitswap_app.service.writing import Part

JSON_NAME, CSV_NAME = "report.json", "report.csv"
# The blog post of Bit-Swap's authors (Kingma, Abbeel & Ho 2019): 100 ImageNet images cropped to multiples of 32, mean
# over images, per cent of the pixels as they are.
BLOG_PERCENT = {
    "gzip": 74.50,
    "bzip2": 63.38,
    "LZMA": 63.63,
    "PNG": 58.88,
    "WebP": 45.75,
    "BB-ANS": 45.25,
    "Bit-Swap": 43.88,
}
NO_PLOTS = (
    "There are no plots, because matplotlib is not here. A Bit-Swap of pip's has it by `pip install 'bitswap[bench]'`."
)

_COLUMNS = (
    "image", "codec", "version", "width", "height", "channels", "depth", "coded_bytes", "encode_s", "decode_s",
    "peak_bytes", "error",
)  # fmt: skip


def blog_percent(codec: str) -> float | None:
    """What the blog post has for a codec: every effort of ours stands beside its Bit-Swap."""
    return BLOG_PERCENT.get("Bit-Swap" if codec.startswith("Bit-Swap") else codec)


def write_report(report: BenchReport, folder: Path, plots: Plots) -> tuple[tuple[Path, ...], str]:
    """The files that were written, each whole, and a sentence on what was not, or "". Raises OutputError."""
    files = {JSON_NAME: (json.dumps(report.to_record(), indent=1) + "\n").encode(), CSV_NAME: _csv(report).encode()}
    note = ""
    if plots != "none":
        try:
            from bitswap_app.service.bench.plots import draw

            files |= {f"{name}.{plots}": data for name, data in draw(report, plots).items()}
        except ModuleNotFoundError as error:
            if (error.name or "").split(".")[0] != "matplotlib":
                raise
            note = NO_PLOTS
    return tuple(_write(folder / name, data) for name, data in files.items()), note


def _csv(report: BenchReport) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow((*_COLUMNS, "bits_per_sub_pixel", "percent_of_pixels"))
    for result in report.results:
        record = asdict(result)
        writer.writerow([*(record[name] for name in _COLUMNS), *_rates(result)])
    return stream.getvalue()


def _rates(result: Result) -> tuple[str, str]:
    return ("", "") if result.error else (f"{result.rate:.4f}", f"{result.percent:.3f}")


def _write(path: Path, data: bytes) -> Path:
    try:
        with Part(path, data) as part:
            part.put(path, replacing=True)
    except OSError as error:
        raise OutputError(
            "{path} cannot be written ({error}).", path=path, error=error.strerror or str(error)
        ) from error
    return path
