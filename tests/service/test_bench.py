"""`bitswap bench`: what is measured, what is remembered, what is written."""

import csv
import json
import sys
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

import numpy as np
import pytest

from bitswap_app.errors import Cancelled, ImageError, InputError
from bitswap_app.service.bench import codecs, measuring
from bitswap_app.service.bench.codecs import NAMES, OURS, REFERENCES, Picture
from bitswap_app.service.bench.measuring import Trial, Workers, measure
from bitswap_app.service.bench.report import NO_PLOTS, blog_percent
from bitswap_app.service.bench.results import BenchReport, Result, summarise
from bitswap_app.service.bench.run import BenchDone, BenchStarted, TrialDone, TrialStarted, run_bench
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import FileFailed, FileSkipped
from bitswap_app.service.options import EFFORTS, BenchOptions

MODELS = dict.fromkeys(EFFORTS, bytes(range(100, 108)).hex())


class Here:
    """Measures in this process, with a stand-in for the model."""

    def __init__(self, engine_for):
        self.trials, self._engine_for = [], engine_for

    def start(self, trial):
        self.trials.append((trial.image, trial.codec))
        future = Future()
        future.set_result(measure(trial, self._engine_for))
        return future

    def close(self):
        pass


@pytest.fixture
def here(engine_for):
    return Here(engine_for)


def trial_of(path, codec, **more):
    known = {"protocol": "whole", "device": "cpu", "threads": 1, "max_pixels": 1 << 20}
    return Trial(path=path, image=path.name, digest="d", codec=codec, version="v", **(known | more))


def run(paths, here, output, **options):
    return list(run_bench(paths, BenchOptions(output=output, **options), MODELS, Control(), here))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_every_codec_gives_the_pixels_back(name, channels, smooth_pixels, engine_for):
    pixels = smooth_pixels(40, 56, channels)
    own = codecs.coder(name, engine_for)
    data = own.encode(Picture.of(pixels))
    assert 0 < len(data) < pixels.size
    assert np.array_equal(own.decode(data, pixels), pixels)


@pytest.mark.parametrize("name", [*OURS, "gzip", "bzip2", "LZMA", "JPEG XL 7"])
def test_sixteen_bits_come_back_where_a_codec_holds_them(name, smooth_pixels, engine_for):
    pixels = smooth_pixels(40, 56, 3).astype(np.uint16) * 257 + 1
    own = codecs.coder(name, engine_for)
    decoded = own.decode(own.encode(Picture.of(pixels)), pixels)
    assert decoded.dtype == np.uint16
    assert np.array_equal(decoded, pixels)


@pytest.mark.parametrize("name", ["PNG", "WebP"])
def test_what_a_codec_cannot_hold_is_its_error_and_no_size(name, smooth_pixels, engine_for):
    with pytest.raises(ImageError, match="16 bits"):
        codecs.coder(name, engine_for).encode(Picture.of(smooth_pixels(40, 56, 3).astype(np.uint16) * 257))


def test_a_tiny_image_is_coded_and_comes_back(engine_for):
    pixels = np.zeros((1, 1, 3), dtype=np.uint8)
    own = codecs.coder("Bit-Swap standard", engine_for)
    assert np.array_equal(own.decode(own.encode(Picture.of(pixels)), pixels), pixels)


def test_a_result_says_size_times_memory_and_that_the_pixels_came_back(image_file, engine_for):
    result = measure(trial_of(image_file(), "PNG"), engine_for)
    assert (result.width, result.height, result.channels, result.depth) == (64, 48, 3, 8)
    assert result.coded_bytes == len(
        REFERENCES["PNG"].encode(Picture.of(measuring.read_pixels(image_file(), "whole", 9999)))
    )
    assert result.encode_s > 0
    assert result.decode_s > 0
    assert result.peak_bytes > 1e6 or sys.platform == "win32"
    assert result.rate == pytest.approx(8 * result.coded_bytes / (64 * 48 * 3))
    assert result.percent == pytest.approx(100 * result.coded_bytes / (64 * 48 * 3))


def test_the_blog_posts_protocol_crops_to_multiples_of_32(image_file):
    path = image_file(height=70, width=97)
    assert measuring.read_pixels(path, "blog", 9999).shape == (64, 96, 3)
    assert measuring.read_pixels(path, "whole", 9999).shape == (70, 97, 3)


def test_an_image_smaller_than_the_crop_is_an_error_of_its_own(image_file, engine_for):
    result = measure(trial_of(image_file(height=20, width=97), "PNG", protocol="blog"), engine_for)
    assert result.error == "Cropped to multiples of 32 pixels, nothing is left."
    assert result.exit_code == ImageError.exit_code


def test_jpeg_files_are_measured_by_their_pixels(image_file, engine_for):
    result = measure(trial_of(image_file("photo.jpeg"), "gzip"), engine_for)
    assert (result.error, result.width) == ("", 64)


class Forgetful:
    """A codec that gives other pixels back."""

    def encode(self, picture):
        return b"x"

    def decode(self, data, like):
        return like ^ 1


class Broken:
    """A codec with a bug."""

    def encode(self, picture):
        raise RuntimeError("the library's fault")


def test_other_pixels_are_a_failure(monkeypatch, image_file, engine_for):
    monkeypatch.setitem(REFERENCES, "gzip", Forgetful())
    result = measure(trial_of(image_file(), "gzip"), engine_for)
    assert (result.error, result.exit_code, result.coded_bytes) == ("Decoding gave other pixels.", 50, 0)


def test_errors_do_not_stop_a_run(monkeypatch, tmp_path, image_file, here):
    monkeypatch.setitem(REFERENCES, "gzip", Broken())
    image_file("good.png", folder=tmp_path / "in")
    (tmp_path / "in" / "bad.png").write_bytes(b"no image")
    *_, done = run([tmp_path / "in"], here, tmp_path / "out", codec=("gzip", "bzip2"), plots="none")
    errors = {(r.image, r.codec): r.error for r in done.report.results}
    assert errors["good.png", "bzip2"] == ""
    assert "the library's fault" in errors["good.png", "gzip"]
    assert errors["bad.png", "bzip2"]
    assert done.report.failed == 3
    assert [(s.codec, s.images, s.failed) for s in done.report.summaries] == [("gzip", 0, 2), ("bzip2", 1, 1)]


def test_a_run_tells_of_every_trial_and_ends_with_a_report(tmp_path, image_file, here):
    for name in ("a.png", "b.png"):
        image_file(name, folder=tmp_path / "in", height=33 + ord(name[0]))
    events = run([tmp_path / "in"], here, tmp_path / "out", codec=("PNG", "Bit-Swap fast"), plots="none")
    assert events[0] == BenchStarted(2, ("PNG", "Bit-Swap fast"))
    order = [("a.png", "PNG"), ("b.png", "PNG"), ("a.png", "Bit-Swap fast"), ("b.png", "Bit-Swap fast")]
    assert [(e.image, e.codec) for e in events if isinstance(e, TrialStarted)] == order
    assert [(e.done, e.total, e.is_known) for e in events if isinstance(e, TrialDone)] == [
        (i, 4, False) for i in range(1, 5)
    ]
    assert isinstance(events[-1], BenchDone)
    assert events[-1].report.models == {"Bit-Swap fast": MODELS["fast"]}


def test_a_second_run_measures_only_what_is_new(tmp_path, image_file, engine_for):
    image_file("a.png", folder=tmp_path / "in")
    first, second = Here(engine_for), Here(engine_for)
    *_, before = run([tmp_path / "in"], first, tmp_path / "out", codec=("PNG", "gzip"), plots="none")
    image_file("b.png", folder=tmp_path / "in", height=99)
    *_, after = run([tmp_path / "in"], second, tmp_path / "out", codec=("PNG", "gzip"), plots="none")
    assert second.trials == [("b.png", "gzip"), ("b.png", "PNG")]
    known = [r for r in after.report.results if r.image == "a.png"]
    assert known == list(before.report.results)
    third = Here(engine_for)
    run([tmp_path / "in"], third, tmp_path / "out", codec=("PNG",), plots="none", fresh=True)
    assert len(third.trials) == 2


@pytest.mark.parametrize(
    "change", [{"protocol": "blog"}, {"threads": 2}, {"device": "cpu"}], ids=["protocol", "threads", "device"]
)
def test_results_under_other_conditions_are_not_taken_over(tmp_path, image_file, engine_for, change):
    image_file("a.png", folder=tmp_path / "in")
    run([tmp_path / "in"], Here(engine_for), tmp_path / "out", codec=("PNG",), plots="none")
    again = Here(engine_for)
    run([tmp_path / "in"], again, tmp_path / "out", codec=("PNG",), plots="none", **change)
    assert len(again.trials) == 1


def test_another_model_is_measured_anew(tmp_path, image_file, engine_for):
    image_file("a.png", folder=tmp_path / "in")
    options = BenchOptions(output=tmp_path / "out", codec=("Bit-Swap high", "gzip"), plots="none")
    again = Here(engine_for)
    for models in (MODELS, MODELS | {"high": "0" * 16}):
        again.trials.clear()
        list(run_bench([tmp_path / "in"], options, models, Control(), again))
    assert again.trials == [("a.png", "Bit-Swap high")]


def test_a_cut_line_of_a_killed_run_is_no_harm(tmp_path, image_file, engine_for):
    image_file("a.png", folder=tmp_path / "in")
    run([tmp_path / "in"], Here(engine_for), tmp_path / "out", codec=("PNG", "gzip"), plots="none")
    cache = tmp_path / "out" / "results.jsonl"
    cache.write_bytes(cache.read_bytes()[:-30] + b"\xff\n[1]\n{}\n")
    again = Here(engine_for)
    run([tmp_path / "in"], again, tmp_path / "out", codec=("PNG", "gzip"), plots="none")
    assert again.trials == [("a.png", "PNG")]


def test_stopping_keeps_what_was_measured(tmp_path, image_file, engine_for):
    for name in ("a.png", "b.png"):
        image_file(name, folder=tmp_path / "in", height=33 + ord(name[0]))
    control, first = Control(), Here(engine_for)
    events = run_bench(
        [tmp_path / "in"], BenchOptions(output=tmp_path / "out", codec=("PNG",), plots="none"), MODELS, control, first
    )
    with pytest.raises(Cancelled):
        for event in events:
            if isinstance(event, TrialDone):
                control.cancel()
    again = Here(engine_for)
    run([tmp_path / "in"], again, tmp_path / "out", codec=("PNG",), plots="none")
    assert (len(first.trials), len(again.trials)) == (1, 1)


def test_plots_of_an_earlier_run_are_no_images_to_measure(tmp_path, image_file, here):
    image_file("a.png", folder=tmp_path / "in")
    image_file("plot.png", folder=tmp_path / "in" / "out")
    run([tmp_path / "in"], here, tmp_path / "in" / "out", codec=("gzip",), plots="none")
    assert here.trials == [("a.png", "gzip")]


def test_an_unknown_codec_and_a_folder_of_nothing_are_refused(tmp_path, here):
    with pytest.raises(InputError, match="There is no codec zip; there are gzip"):
        run([tmp_path], here, tmp_path / "out", codec=("zip",))
    with pytest.raises(InputError, match="There is no file"):
        run([tmp_path], here, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not hasattr(__import__("os"), "mkfifo"), reason="the system has no pipes by name")
def test_what_is_no_file_is_told_of(tmp_path, image_file, here):
    image_file("a.png", folder=tmp_path / "in")
    (tmp_path / "in" / "link.png").symlink_to(tmp_path / "in" / "a.png")
    events = run([tmp_path / "in"], here, tmp_path / "out", codec=("gzip",), plots="none")
    assert [type(event) for event in events if isinstance(event, FileSkipped | FileFailed)] == [FileSkipped]


def result(**changes):
    base = Result(
        image="a.png", digest="d", codec="Bit-Swap high", version="v", width=100, height=50, channels=3, depth=8,
        coded_bytes=3750, encode_s=0.5, decode_s=0.25, peak_bytes=10, parts={"Y": 20000.0, "z1": 10000.0},
        bit_swap_bits=(100.0, 110.0), bb_ans_bits=(100.0, 150.0),
    )  # fmt: skip
    return replace(base, **changes)


def test_a_summary_has_means_over_images_and_pooled_rates():
    found = summarise([result(), result(width=200, coded_bytes=15000, peak_bytes=30), result(error="E.", width=0)])
    assert (found.images, found.failed, found.coded_bytes, found.peak_bytes) == (2, 1, 18750, 30)
    assert found.rate_mean == pytest.approx((2 + 4) / 2)
    assert found.rate_pooled == pytest.approx(8 * 18750 / 45000)
    assert found.percent_mean == pytest.approx((25 + 50) / 2)
    assert found.encode_mps == pytest.approx(0.015)
    assert found.decode_mps == pytest.approx(0.03)
    assert found.parts == {"Y": pytest.approx(40000 / 45000), "z1": pytest.approx(20000 / 45000)}
    assert found.bb_ans_bits == (100.0, 150.0)


def report_of(*results):
    return BenchReport(version="0", machine="m", protocol="whole", models={"Bit-Swap high": "ab"}, results=results)


def test_results_survive_json():
    record = json.loads(json.dumps(report_of(result()).to_record()))
    assert Result.from_record(record["results"][0]) == result()


def test_the_report_is_written_as_json_and_csv(tmp_path, image_file, here):
    path = image_file()
    *_, done = run([path], here, tmp_path / "out", codec=("gzip", "BB-ANS"), plots="none")
    assert [file.name for file in done.files] == ["report.json", "report.csv"]
    record = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert [codec["codec"] for codec in record["codecs"]] == ["gzip", "BB-ANS"]
    with (tmp_path / "out" / "report.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["image"], row["codec"]) for row in rows] == [(path.name, "gzip"), (path.name, "BB-ANS")]
    assert float(rows[0]["bits_per_sub_pixel"]) == pytest.approx(done.report.results[0].rate, abs=1e-4)


@pytest.mark.parametrize(("kind", "magic"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_plots_are_drawn(kind, magic):
    plots = pytest.importorskip("bitswap_app.service.bench.plots")
    drawn = plots.draw(report_of(result(), result(codec="gzip", parts={}, bit_swap_bits=(), bb_ans_bits=())), kind)
    assert set(drawn) == {"size-and-speed", "images", "parts", "initial-bits"}
    assert all(data.startswith(magic) for data in drawn.values())


def test_the_same_results_give_the_same_plots():
    plots = pytest.importorskip("bitswap_app.service.bench.plots")
    assert plots.draw(report_of(result()), "svg") == plots.draw(report_of(result()), "svg")


def test_plots_without_data_are_left_out():
    plots = pytest.importorskip("bitswap_app.service.bench.plots")
    assert plots.draw(report_of(result(error="E.")), "svg") == {}


def test_without_matplotlib_there_are_tables_and_a_sentence(monkeypatch, tmp_path, image_file, here):
    monkeypatch.delitem(sys.modules, "bitswap_app.service.bench.plots", raising=False)
    for name in [name for name in sys.modules if name.split(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    *_, done = run([image_file()], here, tmp_path / "out", codec=("gzip",))
    assert (len(done.files), done.note) == (2, NO_PLOTS)


def test_the_blog_posts_figures_stand_beside_ours():
    assert blog_percent("gzip") == 74.50
    assert blog_percent("Bit-Swap fast") == 43.88
    assert blog_percent("BB-ANS") == 45.25
    assert blog_percent("JPEG XL 9") is None


def test_a_process_that_dies_is_one_failure(monkeypatch, tmp_path, image_file, engine_for):
    image_file("a.png", folder=tmp_path / "in")
    image_file("b.png", folder=tmp_path / "in", height=99)

    class Dying(Here):
        def start(self, trial):
            if trial.image != "a.png":
                return super().start(trial)
            future = Future()
            future.set_exception(BrokenProcessPool())
            return future

    *_, done = run([tmp_path / "in"], Dying(engine_for), tmp_path / "out", codec=("gzip",), plots="none")
    assert ["ended" in r.error for r in done.report.results] == [True, False]


def test_processes_measure_and_end(image_file):
    """The real ones: a codec's process is used again for the next image, and gone after close()."""
    workers, path = Workers(), image_file()
    try:
        results = [workers.start(trial_of(path, codec)).result(timeout=120) for codec in ("gzip", "gzip", "WebP")]
    finally:
        workers.close()
    assert [r.error for r in results] == ["", "", ""]
    assert results[0].coded_bytes == results[1].coded_bytes
    assert workers._pool is None


def test_accounts_are_made_of_each_model_once(tmp_path, image_file, engine_for):
    class Noting(Here):
        def start(self, trial):
            noted[trial.codec] = trial.has_accounts
            return super().start(trial)

    noted = {}
    image_file("a.png", folder=tmp_path / "in")
    options = BenchOptions(output=tmp_path / "out", plots="none", codec=("gzip", "BB-ANS", *OURS))
    models = MODELS | {"fast": "0" * 16}
    list(run_bench([tmp_path / "in"], options, models, Control(), Noting(engine_for)))
    assert [name for name, is_noted in noted.items() if is_noted] == ["Bit-Swap fast", "Bit-Swap standard"]


def test_accounts_of_the_real_engine_cover_the_pixels(image_file, tiny):
    path = image_file(height=70, width=90)
    found = measure(trial_of(path, "Bit-Swap standard", has_accounts=True), lambda _: tiny)
    assert list(found.parts)[:3] == ["Y", "Co", "Cg"]
    assert len(found.bit_swap_bits) == len(tiny.runtime.config.latents)
