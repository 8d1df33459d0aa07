"""Files that must open for ever, and the bytes that must come out of their sources for ever."""

import hashlib
import importlib.util
import json
from pathlib import Path

import pytest

from bitswap_app.container.header import Coding
from bitswap_app.container.stream import read
from bitswap_app.imaging import io
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service.codings import decode
from bitswap_app.service.engine import Engine

HERE = Path(__file__).parent
FILES = HERE / "v1"
MODEL = HERE / "tiny.safetensors"
ENTRIES = json.loads((FILES / "manifest.json").read_text("utf-8"))
every_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])


@pytest.fixture(scope="module", params=["int8", "float32"])
def golden_engine(request):
    return Engine(load_runtime(read_weights(MODEL), paths=(request.param,)), threads=1)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def ignore(*_):
    """A report that nobody reads."""


def files_of(entry):
    return (FILES / f"{entry['name']}.ppm").read_bytes(), (FILES / f"{entry['name']}.ppm.bsw").read_bytes()


def test_the_model_is_the_one_that_the_files_name():
    assert {entry["model"] for entry in ENTRIES} == {read_weights(MODEL).model_id.hex()}


def test_no_file_is_without_an_entry():
    listed = {f"{entry['name']}.ppm{end}" for entry in ENTRIES for end in ("", ".bsw")}
    assert {path.name for path in FILES.iterdir()} == {"manifest.json", *listed}


@every_entry
def test_the_files_are_as_they_were_written(entry):
    source, coded = files_of(entry)
    assert (sha256(source), sha256(coded)) == (entry["source_sha256"], entry["file_sha256"])
    assert read(coded).header.coding is Coding.BITSWAP


@every_entry
def test_decoding_gives_the_same_pixels_and_the_same_file(entry, golden_engine):
    source, coded = files_of(entry)
    contents = read(coded)
    image = contents.header.image
    pixels = golden_engine.decompress_image(contents.payload, image.height, image.width)
    assert sha256(pixels.tobytes()) == entry["pixels_sha256"]
    assert decode(contents, lambda model: golden_engine, ignore) == source


@every_entry
def test_encoding_gives_the_same_bytes(entry, golden_engine):
    """The whole file, and so the payload within."""
    source, coded = files_of(entry)
    assert golden_engine.compress_image(io.read(source).pixels) == read(coded).payload
    assert maker().coded(golden_engine, source, f"{entry['name']}.ppm") == coded


def test_the_maker_refuses_to_overwrite(tmp_path):
    path = tmp_path / "old.bsw"
    path.write_bytes(b"old")
    with pytest.raises(SystemExit, match="never overwritten"):
        maker().write_new(path, b"new")
    assert path.read_bytes() == b"old"


def maker():
    spec = importlib.util.spec_from_file_location("make_golden", HERE / "make_golden.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
