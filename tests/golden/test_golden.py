"""Files that must open for ever, and the bytes that must come out of their sources for ever."""

import hashlib
import importlib.util
import json
from operator import itemgetter
from pathlib import Path

import pytest

from bitswap_app.container.header import Coding
from bitswap_app.container.stream import read
from bitswap_app.errors import DeviceError
from bitswap_app.imaging import io, preview
from bitswap_app.imaging.raster import Raster
from bitswap_app.model.learning import Learns
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service import payloads
from bitswap_app.service.codings import decode
from bitswap_app.service.engine import Engine

HERE = Path(__file__).parent
FILES = HERE / "v1"
MODEL = HERE / "tiny.safetensors"
ENTRIES = json.loads((FILES / "manifest.json").read_text("utf-8"))
MODEL_ENTRIES = [entry for entry in ENTRIES if "model" in entry]
# What other programs' coders make of the rest may change with their versions; what they decode may not.
PINNED = [entry for entry in MODEL_ENTRIES if entry["name"] != "alpha.png"]


every_entry = pytest.mark.parametrize("entry", ENTRIES, ids=itemgetter("name"))


@pytest.fixture(scope="module", params=["int8", "int16", "float32"])
def golden_engine(request):
    try:
        return Engine(load_runtime(read_weights(MODEL), paths=(request.param,)), threads=1)
    except DeviceError as error:
        if request.param == "float32" or "no instructions" not in str(error):
            raise
        pytest.skip(str(error))


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def ignore(*_):
    """A report that nobody reads."""


def files_of(entry):
    return (FILES / entry["name"]).read_bytes(), (FILES / f"{entry['name']}.bsw").read_bytes()


def test_the_model_is_the_one_that_the_files_name():
    assert {entry["model"] for entry in MODEL_ENTRIES} == {read_weights(MODEL).model_id.hex()}


def test_no_file_is_without_an_entry():
    listed = {f"{entry['name']}{end}" for entry in ENTRIES for end in ("", ".bsw")}
    assert {path.name for path in FILES.iterdir()} == {"manifest.json", *listed}


def test_every_coding_has_a_file():
    assert {entry.get("coding", "bitswap") for entry in ENTRIES} == {coding.label for coding in Coding}


@every_entry
def test_the_files_are_as_they_were_written(entry):
    source, coded = files_of(entry)
    assert (sha256(source), sha256(coded)) == (entry["source_sha256"], entry["file_sha256"])
    assert read(coded).header.coding.label == entry.get("coding", "bitswap")


@every_entry
def test_decoding_gives_the_same_pixels_and_the_same_file(entry, golden_engine):
    source, coded = files_of(entry)
    contents = read(coded)
    restored = decode(contents, lambda model: golden_engine, ignore)
    if "pixels_sha256" not in entry or io.is_exact(contents.header.image.file_kind):
        assert restored == source
    if "pixels_sha256" in entry:
        image = io.read(restored)
        assert isinstance(image, Raster)
        assert sha256(image.pixel_bytes()) == entry["pixels_sha256"]
        assert io.same_image(image, io.read(source))


@pytest.mark.parametrize("entry", PINNED, ids=itemgetter("name"))
def test_encoding_gives_the_same_bytes(entry, golden_engine):
    """The model's payload, whatever else a header or a packing may once say in other words."""
    source, coded = files_of(entry)
    levels = payloads.narrowed(io.read(source).pixels)
    engine = Engine(golden_engine.runtime, threads=1, learns=Learns(entry.get("learns", Learns.NOTHING)))
    assert payloads.encode_by_model(levels, engine, 7, ignore) == read(coded).payload


@pytest.mark.parametrize("name", ["gradient.ppm", "flat.ppm", "odd.ppm", "noise.bin"])
def test_encoding_gives_the_same_file(name, golden_engine):
    """Where the whole file is this program's own work: what does not shrink is stored as it is."""
    entry = next(entry for entry in ENTRIES if entry["name"] == name)
    source, coded = files_of(entry)
    coding = Coding.BITSWAP if "model" in entry else Coding.STORED
    assert maker().coded(golden_engine, source, entry["name"], coding) == coded


def test_the_thumbnail_can_be_seen():
    contents = read((FILES / "photo.png.bsw").read_bytes())
    assert preview.decode(contents.thumbnail).shape == (60, 50, 3)


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
