"""Events as lines for people, or as JSON lines for programs. The one module that prints."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self, TextIO

from bitswap_app.errors import BitswapError
from bitswap_app.service.events import (
    BatchDone,
    BatchStarted,
    Event,
    FileDescribed,
    FileDone,
    FileFailed,
    FileSkipped,
    UnitsDone,
)

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_QUIET_FOR_S = 1.0  # work shorter than this shows no progress bar


class Renderer(Protocol):
    """Shows events; used in a with block, which ends any progress bar."""

    def __call__(self, event: Event) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *_: object) -> None: ...


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One device as `bitswap devices` shows it."""

    name: str
    exact: bool
    chosen: bool
    note: str
    reason: str


def renderer(*, as_json: bool, quiet: bool) -> Renderer:
    """The right one for this call. Progress bars are for terminals."""
    return JsonLines() if as_json else PlainLines(quiet=quiet, with_bar=sys.stderr.isatty() and not quiet)


class JsonLines:
    """One JSON object a line on stdout: the event's fields, and its class as "type". Meant to be read by programs."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __call__(self, event: Event) -> None:
        print(json.dumps(_record(event)), flush=True)


class PlainLines:
    """Results on stdout; errors and the progress bar on stderr."""

    def __init__(self, *, quiet: bool, with_bar: bool) -> None:
        self._quiet = quiet
        self._bar = _Bar() if with_bar else None
        self._files = 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.clear()

    def __call__(self, event: Event) -> None:
        if isinstance(event, BatchStarted):
            self._files = event.files
        elif isinstance(event, UnitsDone):
            if self._bar:
                self._bar.show(event)
        else:
            if self._bar and not isinstance(event, BatchDone):
                self._bar.forget(event.source)
            if line := self._line(event):
                self._print(line, sys.stderr if isinstance(event, FileFailed) else sys.stdout)
            if isinstance(event, FileDone):
                for warning in event.warnings:
                    self._print(f"bitswap: {_shown(event.source)}: {warning}", sys.stderr)

    def _print(self, line: str, stream: TextIO) -> None:
        if self._bar:
            self._bar.clear()
        print(line, file=stream, flush=True)

    def _line(self, event: Event) -> str:
        line = ""
        if isinstance(event, FileDone):
            line = _done_line(event)
        elif isinstance(event, FileSkipped):
            line = f"{_shown(event.source)}: skipped. {_shown(event.note)}"
        elif isinstance(event, FileDescribed):
            line = _description(event)
        elif isinstance(event, BatchDone) and self._files > 1:
            line = _summary(event)
        if isinstance(event, FileFailed):
            return f"bitswap: {_shown(_with_source(event))}"
        return "" if self._quiet else line


class _Bar:
    """Progress bars of the files that have taken a second."""

    def __init__(self) -> None:
        self._began: dict[Path, float] = {}
        self._progress: Progress | None = None
        self._tasks: dict[Path, TaskID] = {}

    def show(self, event: UnitsDone) -> None:
        now = time.monotonic()
        if now - self._began.setdefault(event.source, now) < _QUIET_FOR_S:
            return
        if self._progress is None:
            self._progress = self._make()
            self._progress.start()
        if event.source not in self._tasks:
            self._tasks[event.source] = self._progress.add_task("")
        text = f"{event.stage} {_shown(event.source.name)}"
        self._progress.update(self._tasks[event.source], description=text, completed=event.done, total=event.total)

    def forget(self, source: Path) -> None:
        """Takes away the bar of a file that is over."""
        self._began.pop(source, None)
        task = self._tasks.pop(source, None)
        if self._progress is not None and task is not None:
            self._progress.remove_task(task)

    def clear(self) -> None:
        """Makes room for a line. The bars come back with their files' next progress."""
        if self._progress is not None:
            self._progress.stop()
        self._progress = None
        self._tasks.clear()

    @staticmethod
    def _make() -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
        )
        return Progress(*columns, console=Console(stderr=True), transient=True)


def show_devices(lines: Sequence[DeviceLine], *, as_json: bool) -> None:
    """The list of `bitswap devices`."""
    for line in lines:
        if as_json:
            print(json.dumps({"type": "Device", **asdict(line)}))
        else:
            parts = ["exact" if line.exact else "not exact, so not used", line.note, line.reason]
            print(f"{'*' if line.chosen else ' '} {line.name:8} {'; '.join(part for part in parts if part)}")


def show_hint(sentence: str) -> None:
    """What is good to know, apart from the output proper."""
    print(f"bitswap: {sentence}", file=sys.stderr)


def _with_source(event: FileFailed) -> str:
    source, sentence = str(event.source), str(event.error)
    return sentence if source in sentence else f"{source}: {sentence}"


def _done_line(event: FileDone) -> str:
    sizes = f"{event.coding}, {event.source_bytes:,} -> {event.coded_bytes:,} bytes, {_percent(event)}"
    if event.action == "restored":
        sizes = f"{event.coding}, {event.coded_bytes:,} -> {event.source_bytes:,} bytes"
    elif event.action == "verified":
        sizes = f"{event.coding}, whole"
    target = f" -> {_shown(event.output)}" if event.output else ""
    return f"{_shown(event.source)}{target}: {sizes}, {event.seconds:.1f} s{'. ' if event.note else ''}{event.note}"


def _description(event: FileDescribed) -> str:
    lines = [
        f"{_shown(event.source)}:",
        f"  coding   {event.coding} (format version {event.format_version})",
        f"  holds    {_shown(event.name) or 'a file without a name'}, {event.source_bytes:,} bytes",
        f"  size     {event.coded_bytes:,} bytes, {_percent(event)}",
    ]
    if event.width:
        lines.append(f"  pixels   {event.width} x {event.height}, {event.channels} channels of {event.depth} bits")
    if event.model_id:
        lines.append(f"  model    {event.model_id}")
    if event.thumbnail_bytes:
        lines.append(f"  preview  {event.thumbnail_bytes:,} bytes")
    return "\n".join(lines)


def _summary(event: BatchDone) -> str:
    counts = [f"{event.files:,} files", f"{event.failed:,} failed" * bool(event.failed)]
    counts.append(f"{event.skipped:,} skipped" * bool(event.skipped))
    text = f"{', '.join(filter(None, counts))}, {event.seconds:.1f} s"
    if event.source_bytes:
        saved = event.source_bytes - event.coded_bytes
        text += f": {event.source_bytes:,} bytes, {event.coded_bytes:,} as .bsw files"
        text += f" ({saved:,} bytes or {event.percent:.1f}% saved)" if saved > 0 else " (nothing saved)"
    return text


def _percent(event: FileDone | FileDescribed) -> str:
    if not event.source_bytes:
        return "nothing to save"
    return f"{abs(event.percent):.1f}% {'smaller' if event.percent >= 0 else 'larger'}"


def _shown(text: str | Path) -> str:
    """Without what could steer a terminal or not be written to it."""
    return "".join(letter if letter.isprintable() else "?" for letter in str(text))


def _record(event: Event) -> dict[str, object]:
    record: dict[str, object] = {"type": type(event).__name__}
    for field in fields(event):
        value = getattr(event, field.name)
        if isinstance(value, BitswapError):
            record |= {"error": type(value).__name__, "exit_code": value.exit_code, "message": str(value)}
        else:
            record[field.name] = str(value) if isinstance(value, Path) else value
    if isinstance(event, FileDone | FileDescribed | BatchDone):
        record["percent"] = round(event.percent, 2)
    return record
