"""A run's plots. The one module of the package that imports matplotlib, which only `bitswap[bench]` brings."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bitswap_app.service.bench.results import BenchReport, Summary

_STYLE: Any = {"font.size": 9, "svg.hashsalt": "bitswap", "axes.grid": True, "grid.alpha": 0.3, "axes.axisbelow": True}
_BIT_SWAP, _BB_ANS = "tab:blue", "tab:orange"
_MOST_IMAGES = 60  # bars that can still be told apart


def draw(report: BenchReport, kind: str) -> dict[str, bytes]:
    """Files by their names without suffix; kind is svg or png. What has no data is not drawn."""
    summaries = [summary for summary in report.summaries if summary.images]
    with rc_context(_STYLE):
        figures = {
            "size-and-speed": size_and_speed(summaries),
            "images": bars_per_image(report),
            "parts": bits_of_parts([s for s in summaries if s.parts]),
            "initial-bits": initial_bits(
                {s.codec: (s.bit_swap_bits, s.bb_ans_bits) for s in summaries if s.bit_swap_bits}
            ),
        }
        return {name: saved(figure, kind) for name, figure in figures.items() if figure is not None}


def size_and_speed(summaries: Sequence[Summary]) -> Figure | None:
    """A point a codec, one plot for each direction."""
    if not summaries:
        return None
    figure = Figure(figsize=(10, 4.5), layout="constrained")
    for axes, direction in zip(figure.subplots(1, 2, sharey=True), ("encode", "decode"), strict=True):
        for summary in summaries:
            speed = getattr(summary, f"{direction}_mps")
            ours = "Bit-Swap" in summary.codec
            axes.plot(speed, summary.rate_mean, "o", color=_BIT_SWAP if ours else "tab:grey")
            axes.annotate(summary.codec, (speed, summary.rate_mean), xytext=(4, 4), textcoords="offset points")
        axes.set_xscale("log")
        axes.set_xlabel(f"megapixels a second, {direction[:-1]}ing")
    figure.axes[0].set_ylabel("bits per sub-pixel, mean over images")
    return figure


def bars_per_image(report: BenchReport) -> Figure | None:
    """Bars of every codec for every image, or for the first ones of many."""
    good = [result for result in report.results if not result.error]
    images = list(dict.fromkeys(result.image for result in good))[:_MOST_IMAGES]
    codecs = list(dict.fromkeys(result.codec for result in good))
    if not images:
        return None
    rates = {(result.image, result.codec): result.rate for result in good}
    figure = Figure(figsize=(10, 1.5 + 0.11 * len(images) * (len(codecs) + 2)), layout="constrained")
    axes = figure.subplots()
    height = 1 / (len(codecs) + 1.5)
    for i, codec in enumerate(codecs):
        places = [row + i * height for row in range(len(images))]
        axes.barh(places, [rates.get((image, codec), 0.0) for image in images], height, label=codec)
    axes.set_yticks([row + height * (len(codecs) - 1) / 2 for row in range(len(images))], [n[-28:] for n in images])
    axes.set_ylim(len(images), -2 * height)
    axes.set_xlabel("bits per sub-pixel")
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure


def bits_of_parts(summaries: Sequence[Summary]) -> Figure | None:
    """Bars of bits by colour channel and latent layer, for each codec with a model."""
    if not summaries:
        return None
    figure = Figure(figsize=(10, 1.2 + 0.5 * len(summaries)), layout="constrained")
    axes = figure.subplots()
    left = [0.0] * len(summaries)
    for name in dict.fromkeys(name for summary in summaries for name in summary.parts):
        widths = [summary.parts.get(name, 0.0) for summary in summaries]
        bars = axes.barh([s.codec for s in summaries], widths, left=left, label=name)
        axes.bar_label(bars, [f"{w:.4f}" if w < 0.1 else f"{w:.2f}" for w in widths], label_type="center", fontsize=7)
        left = [a + b for a, b in zip(left, widths, strict=True)]
    axes.set_xlabel("bits per sub-pixel, all images together")
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure


def initial_bits(found: dict[str, tuple[tuple[float, ...], tuple[float, ...]]]) -> Figure | None:
    """Initial bits by the number of latent layers: (Bit-Swap, BB-ANS) for each codec, depths 1 and up."""
    if not found:
        return None
    figure = Figure(figsize=(6, 4), layout="constrained")
    axes = figure.subplots()
    for swapped, plain in dict.fromkeys(found.values()):
        _line(axes, swapped, "Bit-Swap", _BIT_SWAP)
        _line(axes, plain, "BB-ANS", _BB_ANS)
    axes.set_xticks(range(1, 1 + max(len(plain) for _, plain in found.values())))
    axes.set_ylim(bottom=0)
    axes.set_xlabel("latent layers")
    axes.set_ylabel("initial bits of an image's first tile")
    handles = dict(zip(*reversed(axes.get_legend_handles_labels()), strict=True))
    axes.legend(handles.values(), handles.keys())
    return figure


def saved(figure: Figure, kind: str) -> bytes:
    """The figure as a file, the same bytes for the same data."""
    stream = io.BytesIO()
    figure.savefig(stream, format=kind, dpi=150, metadata={"Date": None} if kind == "svg" else None)
    return stream.getvalue()


def _line(axes: Axes, bits: Sequence[float], label: str, colour: str) -> None:
    axes.plot(range(1, 1 + len(bits)), bits, "o-", color=colour, label=label)
