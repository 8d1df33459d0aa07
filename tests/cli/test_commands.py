"""The command line as other programs see it: exit codes, JSON lines, and what is left on the disk.

With BITSWAP_PROGRAM=PATH the tests ask that program, a frozen one as a rule, with its own model. Those that reach into
the process are skipped then.
"""

import errno
import inspect
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bitswap_app.cli import commands
from bitswap_app.cli.main import main
from bitswap_app.devices import Device
from bitswap_app.errors import ModelError
from bitswap_app.imaging.io import read
from bitswap_app.service import engine as engine_module

# What a new file's bytes become, and the exit code that it must give.
BROKEN_CODED = {
    "0 bytes": (lambda _: b"", 20),
    "wrong magic": (lambda data: b"\x89PNG" + data[4:], 20),
    "newer version": (lambda data: data[:4] + b"\x02" + data[5:], 21),
    "cut": (lambda data: data[:-9], 22),
    "cut to its magic": (lambda data: data[:4], 22),
    "a flipped bit": (lambda data: data[:99] + bytes([data[99] ^ 1]) + data[100:], 22),
    "more at its end": (lambda data: data + b"\0", 22),
}
BROKEN_IMAGES = {
    "0 bytes": lambda _: b"",
    "a text": lambda _: b"Dear Sir or Madam,\n" * 9,
    "cut": lambda data: data[: len(data) // 2],
    "a flipped bit": lambda data: data[:99] + bytes([data[99] ^ 1]) + data[100:],
}


PROGRAM = os.environ.get("BITSWAP_PROGRAM")


@pytest.fixture(autouse=True)
def fake_engine(request, monkeypatch, engine_for):
    if not PROGRAM:
        monkeypatch.setattr(commands, "engines", lambda _options: engine_for)
    elif "monkeypatch" in inspect.signature(request.function).parameters:
        pytest.skip("it reaches into the process")


@pytest.fixture
def run(capsys):
    """run("info", path) -> (exit code, stdout, stderr)."""

    def call_program(*arguments):
        command = [PROGRAM, *(os.fsencode(argument) for argument in map(str, arguments))]
        done = subprocess.run(command, check=False, capture_output=True)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def call(*arguments):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as end:  # argparse
            code = end.code
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call_program if PROGRAM else call


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def coded(run, image_file, tmp_path):
    image_file()
    assert run("compress", tmp_path / "photo.png")[0] == 0
    return tmp_path / "photo.png.bsw"


def test_a_photograph_goes_and_comes_back(run, image_file, tmp_path):
    source = image_file()
    code, out, err = run("compress", source)
    assert (code, err) == (0, "")
    assert PROGRAM or "photo.png.bsw: bitswap," in out  # the real model leaves such a drawing to WebP
    assert "smaller" in out
    assert run("verify", tmp_path / "photo.png.bsw")[0] == 0
    code, out, err = run("decompress", tmp_path / "photo.png.bsw", "-o", tmp_path / "back")
    assert (code, err) == (0, "")
    assert read((tmp_path / "back" / "photo.png").read_bytes()).same_as(read(source.read_bytes()))
    assert names_in(tmp_path) == ["back", "photo.png", "photo.png.bsw"]


@pytest.mark.parametrize(("flags", "is_kept"), [((), True), (("--metadata",), True), (("--no-metadata",), False)])
def test_metadata_is_left_out_on_demand(run, image_file, tmp_path, flags, is_kept):
    source = image_file("photo.jpg", format="JPEG", comment=b"Jane Doe")
    code, out, err = run("compress", source, "--json", *flags)
    (done,) = (record for record in map(json.loads, out.splitlines()) if record["type"] == "FileDone")
    assert (code, err) == (0, "")
    assert done["source_bytes"] == source.stat().st_size
    assert done["left_out_bytes"] == (0 if is_kept else 12)
    assert ("Metadata of 12 bytes was left out." in done["note"]) is not is_kept
    assert run("decompress", tmp_path / "photo.jpg.bsw", "-o", tmp_path / "back")[0] == 0
    assert (b"Jane Doe" in (tmp_path / "back" / "photo.jpg").read_bytes()) is is_kept
    assert "what comes back has none" in " ".join(run("compress", "--help")[1].split())


def test_info_tells_what_a_file_holds(run, coded):
    code, out, err = run("info", coded)
    assert (code, err) == (0, "")
    of_model = () if PROGRAM else ("bitswap (format version 1)", "6465666768696a6b")
    for words in (*of_model, "photo.png", "64 x 48, 3 channels of 8 bits"):
        assert words in out


@pytest.mark.parametrize(("name", "has_one"), [("thumbnail.png.bsw", True), ("rgb.png.bsw", False)])
def test_info_tells_of_a_thumbnail(run, name, has_one):
    path = Path(__file__).parents[1] / "faults" / "corpus" / name
    described = json.loads(run("info", path, "--json")[1].splitlines()[2])
    assert (described["type"], described["thumbnail_bytes"] > 0) == ("FileDescribed", has_one)
    assert ("  preview  " in run("info", path)[1]) == has_one


@pytest.mark.parametrize(
    "name", ["thumbnail.png.bsw", "palette.gif.bsw", "alpha.png.bsw", "rgb.jpg.bsw", "wide.ppm.bsw"]
)
def test_a_thumbnail_is_a_small_png(run, tmp_path, name):
    path = Path(__file__).parents[1] / "faults" / "corpus" / name
    assert run("thumbnail", path, tmp_path / "small", "--size", "8") == (0, "", "")
    small = read((tmp_path / "small").read_bytes())
    assert max(small.pixels.shape[:2]) <= 8
    assert small.pixels.std() > 0


def test_what_shows_no_picture_has_no_thumbnail(run, coded, tmp_path):
    corpus = Path(__file__).parents[1] / "faults" / "corpus"
    assert run("thumbnail", corpus / "text.txt.bsw", tmp_path / "small")[0] == 10
    assert run("thumbnail", tmp_path / "absent.bsw", tmp_path / "small")[0] == 11
    assert not (tmp_path / "small").exists()
    assert run("thumbnail", coded, tmp_path / "no folder" / "small")[0] == 12


def test_json_lines_are_for_programs(run, coded, tmp_path):
    code, out, err = run("decompress", coded, tmp_path / "absent.bsw", "--overwrite", "--json", "--jobs", "1")
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (3, "")
    kinds = [record["type"] for record in records if record["type"] != "UnitsDone"]
    assert kinds == ["BatchStarted", "FileStarted", "FileDone", "FileStarted", "FileFailed", "BatchDone"]
    failed = next(record for record in records if record["type"] == "FileFailed")
    assert (failed["error"], failed["exit_code"]) == ("InputError", 11)
    done = next(record for record in records if record["type"] == "FileDone")
    assert done["output"] == str(tmp_path / "photo.png")
    assert done["coded_bytes"] == coded.stat().st_size


def test_quiet_says_nothing_but_errors(run, image_file, tmp_path):
    assert run("compress", image_file(), "--quiet") == (0, "", "")
    code, out, err = run("compress", tmp_path / "absent.png", "--quiet")
    assert (code, out) == (11, "")
    assert "absent.png" in err


@pytest.mark.parametrize("name", BROKEN_IMAGES)
def test_bad_images_are_stored_byte_for_byte(run, image_file, tmp_path, name):
    source = image_file()
    source.write_bytes(BROKEN_IMAGES[name](source.read_bytes()))
    assert run("compress", source)[0] == 0
    assert names_in(tmp_path) == ["photo.png", "photo.png.bsw"]
    assert run("decompress", tmp_path / "photo.png.bsw", "-o", tmp_path / "back")[0] == 0
    assert (tmp_path / "back/photo.png").read_bytes() == source.read_bytes()


@pytest.mark.parametrize("command", ["decompress", "verify", "info"])
@pytest.mark.parametrize("name", BROKEN_CODED)
def test_bad_coded_files_give_their_code_and_leave_nothing(run, coded, tmp_path, name, command):
    change, expected = BROKEN_CODED[name]
    coded.write_bytes(change(coded.read_bytes()))
    (tmp_path / "photo.png").unlink()
    code, out, err = run(command, coded)
    assert (code, out) == (expected, "")
    assert err.endswith(".\n")
    assert names_in(tmp_path) == ["photo.png.bsw"]


def test_a_whole_folder_goes_and_comes_back_as_it_was(run, image_file, tmp_path):
    top, coded, back = tmp_path / "album", tmp_path / "coded", tmp_path / "back"
    for name in ("1.bmp", "deep/2.bmp", "deep/er/3.jpg"):
        image_file(f"album/{name}", format="JPEG" if name.endswith("jpg") else "BMP")
    for name, data in (
        ("Thumbs.db", b"\0" * 999),
        ("deep/notes.txt", b"words " * 99),
        (".hidden", b""),
        ("x.bsw", b"no"),
    ):
        (top / name).write_bytes(data)
    os.utime(top / "deep" / "notes.txt", ns=(1_300_000_000_000_000_001, 1_300_000_000_000_000_001))
    before = {path.relative_to(top): path.read_bytes() for path in top.rglob("*") if path.is_file()}
    code, out, err = run("compress", top, "-o", coded, "--delete-source")
    assert (code, err) == (0, "")
    assert "7 files, " in out
    assert "saved)" in out
    assert [path for path in top.rglob("*") if path.is_file()] == []
    code, out, err = run("verify", coded)
    assert (code, err, out.count(", whole, ")) == (0, "", 7)
    assert run("decompress", coded, "-o", back)[0] == 0
    assert {path.relative_to(back): path.read_bytes() for path in back.rglob("*") if path.is_file()} == before
    assert (back / "deep" / "notes.txt").stat().st_mtime_ns == 1_300_000_000_000_000_001


def test_a_second_run_skips_what_is_done(run, image_file, tmp_path):
    image_file("album/1.png")
    assert run("compress", tmp_path / "album", "-o", tmp_path / "out")[0] == 0
    image_file("album/2.png")
    code, out, err = run("compress", tmp_path / "album", "-o", tmp_path / "out")
    assert (code, err) == (0, "")
    assert "1.png: skipped. 1.png.bsw is there already and up to date." in out
    assert "2 files, 1 skipped, " in out


def test_patterns_choose_from_a_folder(run, image_file, tmp_path):
    for name in ("1.png", "2.bmp", "old/3.png"):
        image_file(f"album/{name}")
    album, out = tmp_path / "album", tmp_path / "out"
    assert run("compress", album, "-o", out, "--include", "*.png", "--exclude", "old")[0] == 0
    assert names_in(out) == ["1.png.bsw"]
    assert run("compress", album, "-o", out, "--include", "*.gif")[0] == 11


def test_two_files_of_one_name_both_come_through(run, image_file, tmp_path):
    first, second = image_file("a/x.png"), image_file("b/x.png", height=50)
    assert run("compress", first, second, "-o", tmp_path / "out", "-f")[0] == 0
    assert names_in(tmp_path / "out") == ["x (2).png.bsw", "x.png.bsw"]


def test_an_unknown_model_gives_its_code(run, coded, tmp_path, monkeypatch):
    def none(_model):
        raise ModelError("There is no such model here.")

    monkeypatch.setattr(commands, "engines", lambda _options: none)
    assert run("decompress", coded, "-o", tmp_path / "out")[0] == 30
    assert names_in(tmp_path) == ["photo.png", "photo.png.bsw"]


@pytest.mark.parametrize("command", ["compress", "decompress", "verify", "info"])
def test_absent_files_and_empty_folders_give_their_code(run, tmp_path, command):
    assert run(command, tmp_path / "absent")[0] == 11
    (tmp_path / "folder").mkdir()
    assert run(command, tmp_path / "folder")[0] == 11


def test_no_permission_gives_its_code(run, image_file, monkeypatch):
    source = image_file()

    def denied(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    code, _, err = run("compress", source)
    assert code == 11
    assert "You may not read" in err


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "no space left"), (errno.EACCES, "may not write")])
def test_an_output_that_cannot_be_written_gives_its_code(run, image_file, tmp_path, monkeypatch, number, words):
    source = image_file()

    def fail(_descriptor):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    code, out, err = run("compress", source)
    assert (code, out) == (12, "")
    assert words in err
    assert names_in(tmp_path) == ["photo.png"]


def test_an_existing_output_gives_its_code(run, coded):
    coded.with_suffix("").write_bytes(b"edited")
    assert run("compress", coded.with_suffix(""))[0] == 12
    assert run("decompress", coded)[0] == 12
    assert run("decompress", coded, "-f")[0] == 0


def test_several_files_of_which_one_fails_give_3(run, image_file, tmp_path):
    first, bad, last = image_file("1.png"), tmp_path / "2.png", image_file("3.png")
    code, out, err = run("compress", first, bad, last)
    assert code == 3
    assert "2.png" in err
    assert "3 files, 1 failed" in out
    assert names_in(tmp_path) == ["1.png", "1.png.bsw", "3.png", "3.png.bsw"]


def test_a_folder_goes_and_comes_back(run, image_file, tmp_path):
    image_file("album/1.png")
    image_file("album/deep/2.bmp")
    assert run("compress", tmp_path / "album", "-o", tmp_path / "coded")[0] == 0
    assert run("decompress", tmp_path / "coded", "-o", tmp_path / "back")[0] == 0
    assert (tmp_path / "back/deep/2.bmp").read_bytes() == (tmp_path / "album/deep/2.bmp").read_bytes()
    assert names_in(tmp_path / "back") == ["1.png", "deep"]


@pytest.mark.parametrize("arguments", [(), ("compress",), ("explode", "x"), ("compress", "x", "--threads", "0")])
def test_mistyped_arguments_give_2(run, arguments):
    if PROGRAM and not arguments:
        pytest.skip("it opens the window")
    assert run(*arguments)[0] == 2


@pytest.mark.parametrize(
    ("cuda_is_exact", "arguments", "expected"), [(True, (), 0), (False, (), 0), (False, ("--check",), 40)]
)
def test_devices_are_listed_and_checked(run, monkeypatch, cuda_is_exact, arguments, expected):
    found = [Device("cuda:0", cuda_is_exact, "a note"), Device("cpu", True, "")]
    monkeypatch.setattr(engine_module, "find_weights", lambda _effort: None)
    monkeypatch.setattr(engine_module, "find_devices", lambda _weights: found)
    code, out, err = run("devices", "--json", *arguments)
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (expected, "")
    assert [record["chosen"] for record in records] == [cuda_is_exact, not cuda_is_exact]
    assert records[0]["note"] == "a note"


def test_a_name_cannot_steer_the_terminal(run, tmp_path):
    code, _, err = run("compress", tmp_path / "\x1b[2J\udce9.png")
    assert code == 11
    assert "?[2J?.png" in err


def test_an_interrupt_gives_130_and_leaves_nothing(run, image_file, tmp_path, monkeypatch):
    source = image_file()

    def interrupted(_descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    code, out, err = run("compress", source)
    assert (code, out) == (130, "")
    assert "Stopped" in err
    assert names_in(tmp_path) == ["photo.png"]


@pytest.mark.skipif(os.name == "nt", reason="pipes break in another way there")
def test_a_broken_pipe_is_no_traceback(coded):
    reading, writing = os.pipe()
    os.close(reading)
    command = [*([PROGRAM] if PROGRAM else [sys.executable, "-m", "bitswap_app"]), "info", str(coded)]
    done = subprocess.run(command, check=False, stdout=writing, stderr=subprocess.PIPE, cwd=Path(__file__).parents[2])
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
