"""`bitswap bench` on the command line."""

import json
from pathlib import Path

import pytest

from bitswap_app.cli import bench
from bitswap_app.cli.bench import show
from bitswap_app.errors import InputError
from bitswap_app.service.bench.report import NO_PLOTS
from bitswap_app.service.bench.results import BenchReport, Result
from bitswap_app.service.bench.run import BenchDone, BenchStarted, TrialDone, TrialStarted
from bitswap_app.service.events import FileFailed, FileSkipped


def result(codec, **changes):
    return Result(
        **(
            {
                "image": "a.png", "digest": "d", "codec": codec, "version": "v", "width": 100, "height": 50,
                "channels": 3, "depth": 8, "coded_bytes": 3750, "encode_s": 0.5, "decode_s": 0.25,
                "peak_bytes": 123456789,
            }
            | changes
        )
    )  # fmt: skip


FAILED = result("PNG", width=0, coded_bytes=0, error="Decoding gave other pixels.", exit_code=50)


def events(*results, protocol="whole", note=""):
    report = BenchReport(version="0", machine="A chip, 2 threads", protocol=protocol, models={}, results=results)
    yield BenchStarted(1, tuple(r.codec for r in results))
    yield FileSkipped(Path("link.png"), "link", "Links are not followed.")
    for done, each in enumerate(results, 1):
        yield TrialStarted(each.image, each.codec)
        yield TrialDone(each, done, len(results), is_known=False)
    yield BenchDone(report, (Path("out/report.json"),), note, 12.3)


def test_the_table_has_a_line_a_codec(capsys):
    assert show(events(result("gzip"), note=NO_PLOTS), as_json=False, quiet=False) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == (
        "codec images failed bytes bits/sub-pixel pooled % of raw MP/s coding MP/s decoding peak MB".split()  # noqa: SIM905
    )
    assert lines[1].split() == ["gzip", "1", "3,750", "2.0000", "2.0000", "25.00", "0.01", "0.02", "123"]
    assert lines[3] == "A chip, 2 threads; 12 s. Rates without a name are means over images."
    assert lines[-2:] == ["Written: out/report.json", NO_PLOTS]


def test_the_blog_posts_figures_have_a_column(capsys):
    show(events(result("gzip"), result("JPEG XL 7"), protocol="blog"), as_json=False, quiet=False)
    lines = capsys.readouterr().out.splitlines()
    assert "blog post" in lines[0]
    assert "74.50" in lines[1]
    assert "100 of ImageNet" in "".join(lines)


def test_failures_are_told_and_give_exit_code_3(capsys):
    assert show(events(result("gzip"), FAILED), as_json=False, quiet=True) == 3
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        "bitswap: link.png: skipped. Links are not followed.",
        "bitswap: a.png, PNG: Decoding gave other pixels.",
    ]


def test_a_file_that_cannot_be_read_gives_exit_code_3(capsys):
    assert show(iter([FileFailed(Path("a.png"), InputError("No."))]), as_json=False, quiet=False) == 3


def test_json_lines_hold_every_event(capsys):
    show(events(result("gzip"), FAILED), as_json=True, quiet=False)
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [r["type"] for r in records] == [
        "BenchStarted", "FileSkipped", "TrialStarted", "TrialDone", "TrialStarted", "TrialDone", "BenchDone",
    ]  # fmt: skip
    assert records[3]["coded_bytes"] == 3750
    assert records[-1]["codecs"][0]["rate_mean"] == 2
    assert records[-1]["files"] == ["out/report.json"]


def test_a_terminal_has_a_progress_bar(monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert show(events(result("gzip")), as_json=False, quiet=False) == 0
    assert capsys.readouterr().out.startswith("codec")


@pytest.mark.slow
def test_the_real_command_measures_with_the_shipped_models(tmp_path, image_file, capsys):
    from bitswap_app.cli.main import main

    image_file("a.png", folder=tmp_path / "in", height=200, width=150)
    assert main(["bench", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--plots", "png"]) == 0
    record = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert len(record["codecs"]) == 11
    assert record["models"] == {
        name: bench.model_ids()[effort]
        for name, effort in [("BB-ANS", "standard"), *((f"Bit-Swap {e}", e) for e in ("fast", "standard", "high"))]
    }
    assert {p.name for p in (tmp_path / "out").glob("*.png")} == {
        "size-and-speed.png", "images.png", "parts.png", "initial-bits.png",
    }  # fmt: skip
