"""Pictures to payloads and back with a tiny model: any size, any setting of the machine, any damage."""

import hashlib
import json
import os
import platform
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pictures import picture

from bitswap_app import resources
from bitswap_app.coding.colour import Colours
from bitswap_app.coding.ledger import Ledger
from bitswap_app.errors import Cancelled, CorruptFile, DeviceError, ModelError
from bitswap_app.model import pixel_coder
from bitswap_app.model.learning import Learns
from bitswap_app.model.weights import read_weights
from bitswap_app.service import engine as engine_module
from bitswap_app.service.engine import (
    Engine,
    find_devices,
    find_weights,
    load_engine,
)
from bitswap_app.service.streams import LEARNS, Payload, parted, plan_streams

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "tests" / "golden" / "tiny.safetensors"
AVX2 = "kernels for AVX2"
SETTINGS = {"plain": {}}
if platform.machine() in ("x86_64", "AMD64"):
    SETTINGS |= {
        "SSE 4.2 in OpenBLAS": {"OPENBLAS_CORETYPE": "Nehalem"},
        "AVX2 in OpenBLAS": {"OPENBLAS_CORETYPE": "Haswell"},
        "no kernels for vectors": {"NUMBA_CPU_NAME": "generic", "NUMBA_CPU_FEATURES": ""},
        AVX2: {"NUMBA_CPU_NAME": "haswell", "NUMBA_CPU_FEATURES": "+avx2,+fma,+bmi2,+popcnt,+sse4.2"},
    }


def digest(data):
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("kind", ["slopes", "flat", "noise", "black and white", "decoded", "grey"])
@pytest.mark.parametrize("size", [(1, 1), (1, 33), (33, 1), (5, 1), (31, 33), (65, 64), (64, 65), (100, 150)], ids=str)
@pytest.mark.parametrize("path", ["kernels", "float32"])
def test_a_picture_comes_back(engines, path, size, kind):
    pixels = picture(*size, kind)
    payload = engines[path].compress_image(pixels)
    assert np.array_equal(engines[path].decompress_image(payload, *size), pixels)


@settings(max_examples=10)
@given(
    height=st.integers(1, 70), width=st.integers(1, 70), kind=st.sampled_from(["slopes", "noise", "decoded", "grey"])
)
def test_both_paths_write_the_same_bytes_and_read_each_other_s(engines, height, width, kind):
    pixels = picture(height, width, kind)
    payload = engines["kernels"].compress_image(pixels)
    assert engines["float32"].compress_image(pixels) == payload
    assert np.array_equal(engines["float32"].decompress_image(payload, height, width), pixels)


@pytest.mark.parametrize("path", ["kernels", "float32"])
def test_threads_and_chunks_change_no_byte(engines, monkeypatch, small_streams, path):
    runtime, pixels = engines[path].runtime, picture(100, 130)
    wanted = engines[path].compress_image(pixels)
    for threads in (1, 2, 3):
        engine = Engine(runtime, threads=threads)
        assert engine.compress_image(pixels) == wanted
        assert np.array_equal(engine.decompress_image(wanted, 100, 130), pixels)
    for rows in (13, 333, 100_000):
        monkeypatch.setattr(pixel_coder, "ROWS_AT_ONCE", rows)
        monkeypatch.setattr(pixel_coder, "PIXELS_AT_ONCE", rows)
        assert engines[path].compress_image(pixels) == wanted


@pytest.mark.parametrize("learns", [Learns.LAST, Learns.ALL])
@pytest.mark.parametrize("path", ["kernels", "float32"])
@pytest.mark.parametrize(
    ("kind", "colours"), [("slopes", Colours.YCOCG), ("decoded", Colours.JPEG), ("grey", Colours.GREY)]
)
def test_a_payload_says_what_learnt_and_what_colours_it_has(engines, small_streams, path, learns, kind, colours):
    height, width = 66, 80
    pixels = picture(height, width, kind)
    learning = Engine(engines[path].runtime, threads=2, learns=learns)
    payload, plain = learning.compress_image(pixels, check=True), engines[path].compress_image(pixels)
    assert payload != plain
    assert payload == Engine(engines["kernels"].runtime, threads=1, learns=learns).compress_image(pixels)
    for engine in (learning, engines[path], engines["kernels"]):
        assert np.array_equal(engine.decompress_image(payload, height, width), pixels)
        assert np.array_equal(engine.decompress_image(plain, height, width), pixels)
    streams = len(plan_streams(height, width, learning.tile))
    assert {k & 0xC0 for k, _ in Payload.from_bytes(payload, streams).streams} == {LEARNS[learns]}
    assert {k & 0xC0 for k, _ in Payload.from_bytes(plain, streams).streams} == {0}
    for data in (payload, plain):
        assert {parted(k)[1] for k, _ in Payload.from_bytes(data, streams).streams} == {colours}


def test_flags_that_exclude_each_other_are_damage(tiny):
    payload = bytearray(tiny.compress_image(picture(40, 40)))
    for flags in (0x30, 0x80):
        damaged = payload.copy()
        damaged[1] |= flags
        with pytest.raises(CorruptFile, match="two ways at once"):
            tiny.decompress_image(bytes(damaged), 40, 40)


def test_some_streams_may_have_learnt_and_others_not(tiny, small_streams):
    pixels = picture(150, 140)
    engines = [Engine(tiny.runtime, threads=1, learns=learns) for learns in LEARNS]
    streams = len(plan_streams(150, 140, tiny.tile))
    found = [Payload.from_bytes(e.compress_image(pixels), streams) for e in engines]
    assert streams >= len(found)
    mixed = Payload(found[0].phase, tuple(found[i % len(found)].streams[i] for i in range(streams))).to_bytes()
    assert np.array_equal(tiny.decompress_image(mixed, 150, 140), pixels)


def test_one_row_at_a_time_changes_no_byte(tiny, monkeypatch):
    pixels = picture(20, 30)
    wanted = tiny.compress_image(pixels)
    monkeypatch.setattr(pixel_coder, "ROWS_AT_ONCE", 1)
    monkeypatch.setattr(pixel_coder, "PIXELS_AT_ONCE", 1)
    assert tiny.compress_image(pixels) == wanted


PROBE = """
import hashlib, json, sys
import numpy as np
from pathlib import Path
from bitswap_app.model.learning import Learns
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service.engine import Engine

model, sources = Path(sys.argv[1]), np.load(sys.argv[2])
weights, found = read_weights(model), {}
for path in {load_runtime(weights).path, "float32"}:  # without VNNI instructions int8 fails its known answers
    engine = Engine(load_runtime(weights, paths=(path,)), threads=2)
    for name in ("slopes", "noise"):
        pixels, payload = sources[name], sources[name + " payload"].tobytes()
        is_same = np.array_equal(engine.decompress_image(payload, *pixels.shape[:2]), pixels)
        found[f"{path} {name}"] = [hashlib.sha256(engine.compress_image(pixels)).hexdigest(), bool(is_same)]
    for learns in sys.argv[3:]:
        learning, pixels = Engine(engine.runtime, learns=Learns(learns)), sources["slopes"][:50, :60]  # some lessons
        payload = learning.compress_image(pixels)
        is_same = np.array_equal(learning.decompress_image(payload, *pixels.shape[:2]), pixels)
        found[f"{path} {learns}"] = [hashlib.sha256(payload).hexdigest(), bool(is_same)]
print(json.dumps(found))
"""


def learn_by(name):
    """What is tried by default: kernels of all that learns take half a minute to be compiled for another CPU."""
    return (Learns.LAST,) if name == AVX2 else (Learns.LAST, Learns.ALL)


def probing(name, sources, *learns):
    command = [sys.executable, "-W", "error", "-c", PROBE, str(MODEL), str(sources), *learns]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, **SETTINGS[name]}, stdout=subprocess.PIPE)


@pytest.fixture(scope="module")
def sources(tiny, tmp_path_factory):
    """A file of pictures and their payloads, and the payloads by what the probe calls them."""
    path = tmp_path_factory.mktemp("probe") / "sources.npz"
    pictures = {name: picture(80, 90, name) for name in ("slopes", "noise")}
    payloads = {name: tiny.compress_image(pixels) for name, pixels in pictures.items()}
    stored = {f"{name} payload": np.frombuffer(payload, np.uint8) for name, payload in payloads.items()}
    np.savez(path, **pictures, **stored)
    for learns in (Learns.LAST, Learns.ALL):
        payloads[learns] = Engine(tiny.runtime, threads=1, learns=learns).compress_image(pictures["slopes"][:50, :60])
    return path, payloads


@pytest.fixture(scope="module")
def elsewhere(sources):
    """What processes with other instruction sets find, by setting."""
    running = {name: probing(name, sources[0], *learn_by(name)) for name in SETTINGS}
    outputs = {name: process.communicate()[0] for name, process in running.items()}
    assert all(process.returncode == 0 for process in running.values())
    return {name: json.loads(output) for name, output in outputs.items()}


def expect_all_the_same(found, learnt, payloads):
    assert {f"float32 {name}" for name in ("slopes", "noise", *learnt)} <= found.keys()
    for name, wanted in found.items():
        assert wanted == [digest(payloads[name.split()[1]]), True]


@pytest.mark.parametrize("setting", SETTINGS)
def test_another_cpu_writes_the_same_bytes_and_reads_ours(elsewhere, sources, setting):
    expect_all_the_same(elsewhere[setting], learn_by(setting), sources[1])


@pytest.mark.slow
@pytest.mark.skipif(AVX2 not in SETTINGS, reason="no kernels for AVX2 here")
def test_kernels_for_another_cpu_learn_the_same(sources):
    process = probing(AVX2, sources[0], Learns.ALL)
    output = process.communicate()[0]
    assert process.returncode == 0
    expect_all_the_same(json.loads(output), [Learns.ALL], sources[1])


def test_the_phase_of_the_block_grid_is_read(tiny, weights):
    """Today's encoder writes 0; a decoder must honour every other."""
    pixels, blocks = picture(20, 70), plan_streams(20, 70, 64)[0]
    coded = set()
    for phase in ((0, 0), (3, 7), (7, 1)):
        given_ = pixels, Colours.YCOCG, blocks, phase
        stream = engine_module._encode_stream(tiny.runtime, *given_, engine_module._Progress(), Ledger())
        payload = Payload(phase, (stream,)).to_bytes()
        coded.add(payload[1:])
        assert np.array_equal(tiny.decompress_image(payload, 20, 70), pixels)
    assert len(coded) == 3


def test_progress_ends_at_the_number_of_pixels(tiny, small_streams):
    seen = []
    payload = tiny.compress_image(picture(70, 130), lambda done, total: seen.append((done, total)))
    assert seen[-1] == (70 * 130, 70 * 130)
    tiny.decompress_image(payload, 70, 130, lambda done, total: seen.append((done, total)))
    assert seen[-1] == (70 * 130, 70 * 130)
    assert all(0 <= done <= total for done, total in seen)


def test_two_threads_may_use_one_engine(tiny):
    pictures = [picture(70, 130, seed=seed) for seed in range(4)]
    wanted = [tiny.compress_image(pixels) for pixels in pictures]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(tiny.compress_image, pictures)) == wanted
        found = pool.map(lambda payload: tiny.decompress_image(payload, 70, 130), wanted)
        assert all(np.array_equal(pixels, one) for pixels, one in zip(pictures, found, strict=True))


def test_a_report_that_does_not_return_holds_the_streams(tiny, small_streams, monkeypatch):
    """So that pausing pauses the cores too."""
    progress, seen = [], []
    make = engine_module._Progress
    monkeypatch.setattr(engine_module, "_Progress", lambda: progress.append(make()) or progress[-1])
    monkeypatch.setattr(engine_module, "REPORT_SECONDS", 0.0)

    def hold(done, total):
        before = progress[0].done
        time.sleep(0.02)
        seen.append(progress[0].done - before)

    tiny.compress_image(picture(150, 130), hold)
    assert not any(seen)


@pytest.mark.parametrize("threads", [1, 2])
def test_what_a_report_raises_stops_the_work(tiny, small_streams, threads):
    def stop(done, total):
        raise Cancelled("Stopped at your request.")

    engine = Engine(tiny.runtime, threads=threads)
    with pytest.raises(Cancelled):
        engine.compress_image(picture(150, 130), stop)
    payload = engine.compress_image(picture(150, 130))
    with pytest.raises(Cancelled):
        engine.decompress_image(payload, 150, 130, stop)


def test_the_ledger_s_cost_is_the_payload_s_size(tiny):
    ledgers = []
    payload = tiny.compress_image(picture(100, 150), ledgers=ledgers)
    assert {"pixels", "z1", "z2"} == set().union(*(ledger.entries for ledger in ledgers))
    cost = sum(ledger.net_bits for ledger in ledgers)
    assert abs(8 * len(payload) - cost) < 0.001 * cost + 8 * 16


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A folder of shipped models that holds the tiny one for every effort."""
    weights = read_weights(MODEL)
    folder = tmp_path / "weights"
    folder.mkdir()
    name = weights.model_id.hex()
    (folder / f"{name}.safetensors").write_bytes(MODEL.read_bytes())
    (folder / "manifest.json").write_text(
        json.dumps({"efforts": {"fast": name, "standard": name}, "learns": {"standard": "last"}})
    )
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)
    return folder


def test_a_model_is_found_by_effort_and_by_id(shipped, weights):
    assert find_weights("fast").model_id == weights.model_id
    assert find_weights(weights.model_id).model_id == weights.model_id
    assert load_engine("standard", device="cpu").model_id == weights.model_id
    assert load_engine("fast").tile == 64
    assert [load_engine(model).learns for model in ("fast", "standard", weights.model_id)] == [
        Learns.NOTHING,
        Learns.LAST,
        Learns.NOTHING,
    ]


@pytest.mark.parametrize(
    ("model", "words"),
    [
        ("slow", "There is no effort 'slow'; there are fast, standard"),
        (bytes(8), "needs the model 0000000000000000, which this version does not have"),
        (b"", "does not have"),
    ],
)
def test_an_unknown_model_is_a_sentence(shipped, model, words):
    with pytest.raises(ModelError, match=words) as error:
        load_engine(model)
    assert str(error.value).endswith(".")


def test_a_model_under_another_s_name_is_refused(shipped):
    (shipped / ("ab" * 8 + ".safetensors")).write_bytes(MODEL.read_bytes())
    with pytest.raises(ModelError, match="holds model"):
        find_weights(b"\xab" * 8)


def test_a_damaged_model_is_refused(shipped, weights):
    path = shipped / f"{weights.model_id.hex()}.safetensors"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(ModelError, match="altered"):
        load_engine("fast")


def test_a_device_that_is_not_there_is_a_sentence(shipped):
    with pytest.raises(DeviceError, match="There is no tpu device here"):
        load_engine("fast", device="tpu")


def test_devices_are_found_with_what_they_said(weights):
    found = find_devices(weights, ["no such device", "cpu"])
    assert [device.exact for device in found] == [False, True]
    assert found[1].note in {"int8", "int16"}  # as this CPU can
