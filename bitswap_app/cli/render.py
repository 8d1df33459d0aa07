"""Events as lines for people, or as JSON lines for programs. The one module that prints."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from bitswap_app.errors import BitswapError
from bitswap_app.service.events import BatchDone, BatchStarted, Event, FileDescribed, FileDone, FileFailed, UnitsDone

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
        elif line := self._line(event):
            if self._bar:
                self._bar.clear()
            print(line, file=sys.stderr if isinstance(event, FileFailed) else sys.stdout, flush=True)

    def _line(self, event: Event) -> str:
        if isinstance(event, FileFailed):
            return f"bitswap: {_shown(_with_source(event))}"
        if self._quiet:
            return ""
        if isinstance(event, FileDone):
            return _done_line(event)
        if isinstance(event, FileDescribed):
            return _description(event)
        if isinstance(event, BatchDone) and self._files > 1 and event.source_bytes:
            return _summary(event)
        return ""


class _Bar:
    """A progress bar that appears only when a file has taken a second."""

    def __init__(self) -> None:
        self._began: dict[Path, float] = {}
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def show(self, event: UnitsDone) -> None:
        now = time.monotonic()
        if now - self._began.setdefault(event.source, now) < _QUIET_FOR_S:
            return
        if self._progress is None:
            self._progress = self._make()
            self._task = self._progress.add_task("")
            self._progress.start()
        if self._task is not None:
            text = f"{event.stage} {_shown(event.source.name)}"
            self._progress.update(self._task, description=text, completed=event.done, total=event.total)

    def clear(self) -> None:
        if self._progress is not None:
            self._progress.stop()
        self._progress = self._task = None
        self._began.clear()

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
    return "\n".join(lines)


def _summary(event: BatchDone) -> str:
    failed = f", {event.failed} failed" if event.failed else ""
    sizes = f"{event.source_bytes:,} bytes of images, {event.coded_bytes:,} bytes coded ({_percent(event)})"
    return f"{event.files} files{failed}: {sizes}, {event.seconds:.1f} s"


def _percent(event: FileDone | FileDescribed | BatchDone) -> str:
    if not event.source_bytes:
        return "nothing to save"
    saved = 1 - event.coded_bytes / event.source_bytes
    return f"{abs(saved):.1%} {'smaller' if saved >= 0 else 'larger'}"


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
    return record
