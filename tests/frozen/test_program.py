"""A frozen program against its source tree: the same bytes, the golden files, no network, nothing left in the home.

BITSWAP_PROGRAM=PATH/bitswap python -m pytest -m frozen tests/frozen

The program is build.py's where nothing is said. One that is named and is not there is an error.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bitswap_app import __version__
from bitswap_app.imaging import io
from bitswap_app.model.weights import read_weights

ROOT = Path(__file__).parents[2]
NAMED = os.environ.get("BITSWAP_PROGRAM")
PROGRAM = Path(NAMED or ROOT / "build" / "frozen" / "bitswap" / "bitswap").absolute()
if sys.platform == "win32":
    PROGRAM = PROGRAM.with_suffix(".exe")
IS_APP = PROGRAM.resolve().parent.name == "MacOS"  # within a macOS app
FOLDER = PROGRAM.resolve().parents[2 if IS_APP else 0]  # what is moved as a whole
INSIDE = FOLDER / ("Contents/Resources" if IS_APP else "_internal")
GOLDEN = ROOT / "tests" / "golden"
ENTRIES = json.loads((GOLDEN / "v1" / "manifest.json").read_text("utf-8"))
SAMPLE = ROOT / "resources" / "samples" / "mountain-lake.png"
VERSION_SECONDS = 0.3
WINDOW_SECONDS = 6  # that a window is looked at

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(
        not NAMED and not PROGRAM.exists(), reason=f"{PROGRAM} is not there; packaging/build.py makes it"
    ),
]


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def run(home):
    """run("info", path) -> what it said; with a fresh home, and without this Python's variables."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "NUMBA", "XDG"))}

    def call(*arguments, program=PROGRAM, before=()):
        command = [*map(str, before), str(program), *map(str, arguments)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, env={**clean, "HOME": str(home)})
        assert done.returncode == 0, done.stderr
        return done.stdout

    return call


def name_of(entry):
    return entry["name"] if "." in entry["name"] else f"{entry['name']}.ppm"


@pytest.fixture(scope="module")
def with_golden_model(tmp_path_factory):
    """The program with the golden files' model added: a copy elsewhere, of links where the disk allows."""
    folder = tmp_path_factory.mktemp("moved program") / FOLDER.name

    def link(source, target):
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)
            shutil.copymode(source, target)

    shutil.copytree(FOLDER, folder, copy_function=link, symlinks=True)
    model = read_weights(GOLDEN / "tiny.safetensors").model_id.hex()
    weights = folder / INSIDE.relative_to(FOLDER) / "resources" / "weights"
    shutil.copyfile(GOLDEN / "tiny.safetensors", weights / f"{model}.safetensors")
    return folder / PROGRAM.resolve().relative_to(FOLDER)


def test_it_is_this_version(run):
    assert run("--version") == f"bitswap {__version__}\n"


@pytest.mark.slow
def test_its_version_is_said_at_once(run):
    """The best of five: it says what the program needs, and not what else the machine does."""

    def seconds():
        begun = time.perf_counter()
        run("--version")
        return time.perf_counter() - begun

    assert min(seconds() for _ in range(5)) < VERSION_SECONDS


def test_its_devices_give_the_known_answers(run):
    assert "exact" in run("devices", "--check")


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_golden_files_open(run, with_golden_model, tmp_path, entry):
    source = GOLDEN / "v1" / name_of(entry)
    coded = source.with_name(source.name + ".bsw")
    run("decompress", coded, "-o", tmp_path / "back", program=with_golden_model)
    (restored,) = (tmp_path / "back").iterdir()
    if restored.read_bytes() != source.read_bytes():  # a container that is compressed anew
        assert io.same_image(io.read(restored.read_bytes()), io.read(source.read_bytes()))


def test_it_writes_the_same_bytes_as_the_source_tree_by_kernels_that_it_brings(run, home, tmp_path):
    sources = pictures(tmp_path)
    run("compress", *sources, "-o", tmp_path / "frozen")
    command = [sys.executable, "-m", "bitswap_app", "compress", *map(str, sources), "-o", str(tmp_path / "tree")]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    written = {path.name: path.read_bytes() for path in (tmp_path / "tree").iterdir()}
    assert len(written) == len(sources)
    assert {path.name: path.read_bytes() for path in (tmp_path / "frozen").iterdir()} == written
    run("decompress", tmp_path / "tree", "-o", tmp_path / "back")
    assert len(list((tmp_path / "back").rglob("*.*"))) == len(sources)
    assert list(home.rglob("*.nb[ic]")) == []


def pictures(folder):
    """A file of each kind in folder: the sample, and those of the golden files."""
    for entry in ENTRIES:
        shutil.copy(GOLDEN / "v1" / name_of(entry), folder)
    shutil.copy(SAMPLE, folder)
    return [path for path in folder.iterdir() if path.is_file()]


def test_its_benchmark_starts_processes_of_its_own(run, tmp_path):
    (tmp_path / "pictures").mkdir()
    for name in ("photo.png", "grey.png"):
        shutil.copy(GOLDEN / "v1" / name, tmp_path / "pictures")
    codecs = ["--codec", "PNG", "--codec", "JPEG XL 7", "--codec", "Bit-Swap fast"]
    said = run("bench", tmp_path / "pictures", "-o", tmp_path / "report", *codecs, "--json")
    *_, last = [json.loads(line) for line in said.splitlines()]
    measured = [(row["codec"], row["images"], row["failed"]) for row in last["codecs"]]
    assert measured == [(codec, 2, 0) for codec in codecs[1::2]]
    assert (tmp_path / "report" / "report.csv").is_file()


@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here")
def test_it_opens_no_network_connection(run, tmp_path):
    shutil.copy(SAMPLE, tmp_path)
    trace, coded = tmp_path / "trace", tmp_path / f"{SAMPLE.name}.bsw"
    for arguments in (
        ["compress", tmp_path / SAMPLE.name],
        ["verify", coded],
        ["decompress", coded, "-o", tmp_path / "back"],
        ["devices"],
        ["--version"],
    ):
        run(*arguments, before=["strace", "-f", "-e", "trace=socket,connect", "-o", trace])
        assert "AF_INET" not in trace.read_text()


@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here")
def test_its_window_opens_no_network_connection(home, tmp_path):
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-e", "trace=socket,connect", "-o", str(trace), str(PROGRAM.with_name("bitswap-gui"))]
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment, start_new_session=True) as window:
        with pytest.raises(subprocess.TimeoutExpired):  # it stays open
            window.wait(WINDOW_SECONDS)
        os.killpg(window.pid, signal.SIGKILL)  # strace alone would let the window go on
    assert "AF_INET" not in trace.read_text()


def test_no_key_and_no_path_of_the_machine_that_built_it_are_in_it():
    unwanted = re.compile(
        rb"-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[\w+/]{20}|" + re.escape(os.fsencode(ROOT)) + rb"[/\\]"
    )
    for path in FOLDER.rglob("*"):
        if path.is_file() and not path.is_symlink():
            assert unwanted.search(path.read_bytes()) is None, path


def test_its_kernels_hold_no_addresses():
    """Which would make two builds differ."""
    for path in (INSIDE / "kernels").rglob("*.nb[ic]"):
        assert not re.search(rb"> at 0x|\w at 0x[0-9a-f]{6}", path.read_bytes()), path


def test_training_and_tests_are_not_in_it():
    names = {path.name.lower() for path in FOLDER.rglob("*")}
    assert not names & {"standard.safetensors", "matplotlib", "scipy", "pytest", "training", "tests"}


def test_every_library_is_listed_with_its_licence():
    components = json.loads((INSIDE / "sbom.json").read_text("utf-8"))["components"]
    listed = {component["name"].lower() for component in components}
    assert {"numpy", "numba", "llvmlite", "pillow", "imagecodecs", "zstandard", "python"} <= listed
    assert any(name.startswith("pyside6") for name in listed)
    with_licence = {path.name.lower() for path in (INSIDE / "licences").iterdir()}
    assert {"numpy", "numba", "llvmlite", "pillow", "imagecodecs"} <= with_licence
