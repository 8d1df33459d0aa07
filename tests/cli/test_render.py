"""What people read."""

import io
import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from bitswap_app.cli import render
from bitswap_app.cli.render import DeviceLine, JsonLines, PlainLines, show_devices
from bitswap_app.service.events import BatchDone, BatchStarted, FileDone, FileSkipped, UnitsDone

DONE = FileDone(Path("a.png"), Path("a.png.bsw"), "compressed", "bitswap", 1_000_000, 617_000, 1.25)


@pytest.fixture
def terminal(monkeypatch):
    """Stderr as a terminal of 100 columns, and what is drawn on it."""
    drawn = io.StringIO()
    console = Console(file=drawn, force_terminal=True, width=100)
    monkeypatch.setattr("rich.console.Console", lambda **_: console)
    return drawn


def test_a_done_file_is_one_line(capsys):
    with PlainLines(quiet=False, with_bar=False) as show:
        show(DONE)
    assert capsys.readouterr().out == "a.png -> a.png.bsw: bitswap, 1,000,000 -> 617,000 bytes, 38.3% smaller, 1.2 s\n"


def test_a_batch_ends_with_a_sum(capsys):
    with PlainLines(quiet=False, with_bar=False) as show:
        show(BatchStarted(2))
        show(BatchDone(2, 1, 1000, 900, 3.0))
        show(BatchDone(3, 0, 0, 0, 0.2, 3))
        show(BatchDone(2, 0, 100, 120, 0.2))
    assert capsys.readouterr().out.splitlines() == [
        "2 files, 1 failed, 3.0 s: 1,000 bytes, 900 as .bsw files (100 bytes or 10.0% saved)",
        "3 files, 3 skipped, 0.2 s",
        "2 files, 0.2 s: 100 bytes, 120 as .bsw files (nothing saved)",
    ]


def test_what_was_skipped_or_could_not_be_kept_is_said(capsys):
    with PlainLines(quiet=False, with_bar=False) as show:
        show(FileSkipped(Path("a.png"), "done", "a.png.bsw is there already and up to date."))
        show(replace(DONE, warnings=("The time of the last change could not be kept (no).",)))
    shown = capsys.readouterr()
    assert shown.out.startswith("a.png: skipped. a.png.bsw is there already and up to date.\n")
    assert shown.err == "bitswap: a.png: The time of the last change could not be kept (no).\n"


def test_json_has_everything_that_a_line_has(capsys):
    with JsonLines() as show:
        show(replace(DONE, note="Why.", warnings=("W.",)))
    assert json.loads(capsys.readouterr().out) == {
        "type": "FileDone",
        "source": "a.png",
        "output": "a.png.bsw",
        "action": "compressed",
        "coding": "bitswap",
        "source_bytes": 1_000_000,
        "coded_bytes": 617_000,
        "percent": 38.3,
        "seconds": 1.25,
        "note": "Why.",
        "warnings": ["W."],
        "left_out_bytes": 0,
    }


def test_short_work_shows_no_bar(terminal):
    with PlainLines(quiet=False, with_bar=True) as show:
        show(UnitsDone(Path("a.png"), "coding", 1, 9))
        show(UnitsDone(Path("a.png"), "coding", 2, 9))
    assert terminal.getvalue() == ""


def test_work_of_more_than_a_second_shows_a_bar(terminal, monkeypatch):
    now = time.monotonic()
    with PlainLines(quiet=False, with_bar=True) as show:
        show(UnitsDone(Path("[b]a.png"), "coding", 1, 9))
        monkeypatch.setattr(render.time, "monotonic", lambda: now + 1.5)
        show(UnitsDone(Path("[b]a.png"), "coding", 5, 9))
        show(UnitsDone(Path("b.png"), "checking", 1, 9))
        monkeypatch.setattr(render.time, "monotonic", lambda: now + 2.7)
        show(UnitsDone(Path("b.png"), "checking", 2, 9))
        show(FileSkipped(Path("c.png"), "done", "Done."))
        show(UnitsDone(Path("b.png"), "checking", 3, 9))
        show(DONE)
    assert "coding [b]a.png" in terminal.getvalue()
    assert "checking b.png" in terminal.getvalue()
    assert "56%" in terminal.getvalue()


def test_devices_show_which_is_chosen(capsys):
    lines = [
        DeviceLine("cuda:0", exact=False, chosen=False, note="wrong sums", reason=""),
        DeviceLine("cpu", exact=True, chosen=True, note="", reason="the fastest"),
    ]
    show_devices(lines, as_json=False)
    assert capsys.readouterr().out == "  cuda:0   not exact, so not used; wrong sums\n* cpu      exact; the fastest\n"
