"""`bitswap bench`: its events as a progress bar and a table, or as JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

from bitswap_app.errors import BitswapError
from bitswap_app.service.bench.report import blog_percent
from bitswap_app.service.bench.results import BenchReport, Summary
from bitswap_app.service.bench.run import BenchDone, BenchEvent, BenchStarted, TrialDone, TrialStarted, run_bench
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import FileFailed, FileSkipped
from bitswap_app.service.options import EFFORTS, BenchOptions, Effort

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

SOME_TRIALS_FAILED = 3


def bench(paths: Sequence[Path], options: BenchOptions, *, as_json: bool, quiet: bool) -> int:
    """Measures images and shows what came out. Returns 0, or SOME_TRIALS_FAILED."""
    return show(run_bench(paths, options, model_ids(), Control()), as_json=as_json, quiet=quiet)


def model_ids() -> dict[Effort, str]:
    """The shipped models by effort. Raises ModelError."""
    from bitswap_app.service.engine import find_weights

    return {effort: find_weights(effort).model_id.hex() for effort in EFFORTS}


def show(events: Iterator[BenchEvent], *, as_json: bool, quiet: bool) -> int:
    """Runs events to their end and returns the exit code."""
    failed = 0
    with ExitStack() as stack:
        bar = _Bar(stack) if sys.stderr.isatty() and not as_json and not quiet else None
        for event in events:
            failed += isinstance(event, FileFailed) or (isinstance(event, TrialDone) and bool(event.result.error))
            if as_json:
                print(json.dumps(record(event)), flush=True)
                continue
            if bar:
                bar.show(event)
            if line := _complaint(event):
                print(f"bitswap: {_printable(line)}", file=sys.stderr)
            if isinstance(event, BenchDone) and not quiet:
                stack.close()
                print(_text(event))
    return SOME_TRIALS_FAILED if failed else 0


def record(event: BenchEvent) -> dict[str, object]:
    """An event as JSON lines show it. The last one holds the summaries; the single results came before."""
    found: dict[str, object] = {"type": type(event).__name__}
    for field in fields(event):
        value = getattr(event, field.name)
        if isinstance(value, BitswapError):
            found |= {"error": type(value).__name__, "exit_code": value.exit_code, "message": str(value)}
        elif isinstance(value, BenchReport):
            found |= {name: part for name, part in value.to_record().items() if name != "results"}
        elif field.name == "result":
            found |= asdict(value)
        elif field.name == "files":
            found["files"] = [str(file) for file in value]
        else:
            found[field.name] = str(value) if isinstance(value, Path) else value
    return found


def table(report: BenchReport) -> list[list[str]]:
    """The summaries as cells, a row of headings first."""
    is_blog = report.protocol == "blog"
    rows = [["codec", "images", "failed", "bytes", "bits/sub-pixel", "pooled", "% of raw"]]
    rows[0] += ["blog post"] * is_blog + ["MP/s coding", "MP/s decoding", "peak MB"]
    return rows + [_row(summary, is_blog=is_blog) for summary in report.summaries]


def _row(summary: Summary, *, is_blog: bool) -> list[str]:
    row = [summary.codec, str(summary.images), str(summary.failed or "")]
    if summary.images:
        row += [f"{summary.coded_bytes:,}", f"{summary.rate_mean:.4f}", f"{summary.rate_pooled:.4f}"]
        row.append(f"{summary.percent_mean:.2f}")
    else:
        row += [""] * 4
    if is_blog:
        published = blog_percent(summary.codec)
        row.append("" if published is None else f"{published:.2f}")
    if not summary.images:
        return [*row, "", "", ""]
    memory = f"{summary.peak_bytes / 1e6:.0f}" if summary.peak_bytes else ""
    return [*row, f"{summary.encode_mps:.3g}", f"{summary.decode_mps:.3g}", memory]


def _text(event: BenchDone) -> str:
    """Aligned columns, however wide, then what was written."""
    rows = table(event.report)
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [
        "  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True)))
        for row in rows
    ]
    lines += ["", f"{event.report.machine}; {event.seconds:.0f} s. Rates without a name are means over images."]
    if event.report.protocol == "blog":
        lines.append("The blog post's column is of other images: 100 of ImageNet.")
    lines += [f"Written: {', '.join(_printable(str(file)) for file in event.files)}"]
    return "\n".join([*lines, *filter(None, [event.note])])


def _complaint(event: BenchEvent) -> str:
    if isinstance(event, FileSkipped):
        return f"{event.source}: skipped. {event.note}"
    if isinstance(event, FileFailed):
        return f"{event.source}: {event.error}"
    if isinstance(event, TrialDone) and event.result.error:
        return f"{event.result.image}, {event.result.codec}: {event.result.error}"
    return ""


def _printable(text: str) -> str:
    """Without what could steer a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


class _Bar:
    """One progress bar over all trials."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def show(self, event: BenchEvent) -> None:
        if isinstance(event, BenchStarted):
            self._progress = self._stack.enter_context(self._make())
            self._task = self._progress.add_task("", total=max(1, event.images * len(event.codecs)))
        elif self._progress is None or self._task is None:
            return
        elif isinstance(event, TrialStarted):
            self._progress.update(self._task, description=_printable(f"{event.codec}, {event.image}")[:50])
        elif isinstance(event, TrialDone):
            self._progress.update(self._task, completed=event.done)

    @staticmethod
    def _make() -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        return Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True)
