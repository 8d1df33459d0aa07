"""A frozen program against its source tree: the same bytes, the golden files, no network, nothing left in the home.

BITSWAP_PROGRAM=PATH/bitswap python -m pytest -m frozen tests/frozen
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bitswap_app import __version__
from bitswap_app.imaging import io
from bitswap_app.model.weights import read_weights

ROOT = Path(__file__).parents[2]
PROGRAM = Path(os.environ.get("BITSWAP_PROGRAM", ROOT / "build" / "frozen" / "bitswap" / "bitswap")).absolute()
GOLDEN = ROOT / "tests" / "golden"
ENTRIES = json.loads((GOLDEN / "v1" / "manifest.json").read_text("utf-8"))
SAMPLE = ROOT / "resources" / "samples" / "mountain-lake.png"
VERSION_SECONDS = 0.3

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(not PROGRAM.exists(), reason=f"{PROGRAM} is not there; packaging/build.py makes it"),
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
    """The program with the golden files' model added: a copy, of links where the disk allows."""
    folder = tmp_path_factory.mktemp("program") / "bitswap"

    def link(source, target):
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)
            shutil.copymode(source, target)

    shutil.copytree(PROGRAM.resolve().parent, folder, copy_function=link, symlinks=True)
    model = read_weights(GOLDEN / "tiny.safetensors").model_id.hex()
    shutil.copyfile(
        GOLDEN / "tiny.safetensors", folder / "_internal" / "resources" / "weights" / f"{model}.safetensors"
    )
    return folder / PROGRAM.name


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
        assert io.read(restored.read_bytes()).same_as(io.read(source.read_bytes()))


def test_it_writes_the_same_bytes_as_the_source_tree(run, tmp_path):
    for entry in ENTRIES:
        shutil.copy(GOLDEN / "v1" / name_of(entry), tmp_path)
    shutil.copy(SAMPLE, tmp_path)
    sources = [path for path in tmp_path.iterdir() if path.is_file()]
    run("compress", *sources, "-o", tmp_path / "frozen")
    command = [sys.executable, "-m", "bitswap_app", "compress", *map(str, sources), "-o", str(tmp_path / "tree")]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    written = {path.name: path.read_bytes() for path in (tmp_path / "tree").iterdir()}
    assert len(written) == len(sources)
    assert {path.name: path.read_bytes() for path in (tmp_path / "frozen").iterdir()} == written


def test_it_brings_the_kernels_that_it_needs(run, home, tmp_path):
    shutil.copy(SAMPLE, tmp_path)
    run("compress", tmp_path / SAMPLE.name)
    run("decompress", tmp_path / f"{SAMPLE.name}.bsw", "-o", tmp_path / "back")
    assert list(home.rglob("*.nb[ic]")) == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here")
def test_it_opens_no_network_connection(run, tmp_path):
    shutil.copy(SAMPLE, tmp_path)
    trace = tmp_path / "trace"
    for arguments in (["compress", tmp_path / SAMPLE.name], ["devices"], ["--version"]):
        run(*arguments, before=["strace", "-f", "-e", "trace=socket,connect", "-o", trace])
        assert "AF_INET" not in trace.read_text()


def test_training_and_tests_are_not_in_it():
    inside = PROGRAM.resolve().parent / "_internal"
    names = {path.name.lower() for path in inside.rglob("*")}
    assert not names & {"standard.safetensors", "matplotlib", "scipy", "pytest", "training", "tests"}


def test_every_library_is_listed_with_its_licence():
    inside = PROGRAM.resolve().parent / "_internal"
    components = json.loads((inside / "sbom.json").read_text("utf-8"))["components"]
    listed = {component["name"].lower() for component in components}
    assert {"numpy", "numba", "llvmlite", "pillow", "imagecodecs", "zstandard", "python"} <= listed
    assert any(name.startswith("pyside6") for name in listed)
    with_licence = {path.name.lower() for path in (inside / "licences").iterdir()}
    assert {"numpy", "numba", "llvmlite", "pillow", "imagecodecs"} <= with_licence
