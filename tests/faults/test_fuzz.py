"""The reader against damage and malice: only our errors, soon, and in bounded memory."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))  # bombs.py and fuzzing.py

import bombs
import fuzzing

from bitswap_app.container.header import Coding, Header, Image, digest_of
from bitswap_app.container.stream import Contents, write
from bitswap_app.imaging import jxl

HERE = Path(__file__).parent
MOST_EXTRA_MB = 1500  # of the largest image that is decoded by default there are 800 MB


@pytest.fixture(scope="module")
def tiny_engine_for():
    return fuzzing.tiny_engine_for()


@pytest.fixture(scope="module")
def files():
    return fuzzing.corpus()


def test_the_corpus_is_read(files, tiny_engine_for):
    assert len(files) > 12
    assert {fuzzing.attempt(data, tiny_engine_for) for data in files} == {"read"}


def test_sections_taken_apart_go_together_again(files):
    for data in files:
        assert fuzzing.assembled(fuzzing.sections_of(data)) == data


@settings(max_examples=400)
@given(seed=st.integers(0, 1 << 62))
def test_any_damaged_or_forged_file_is_read_or_one_of_our_errors(files, tiny_engine_for, seed):
    begun = time.process_time()
    fuzzing.attempt(fuzzing.forged(seed, files), tiny_engine_for)
    assert time.process_time() - begun < fuzzing.SLOWEST_S


def test_every_kind_of_file_with_every_shape_is_one_of_our_errors_or_a_file(tiny_engine_for):
    rng = np.random.default_rng(0)
    outcomes = set()
    for channels, depth in ((c, d) for c in (1, 2, 3, 4) for d in (8, 16)):
        pixels = rng.integers(0, 2**depth - 1, (3, 5, channels)).astype(np.uint8 if depth == 8 else np.uint16)
        payload = jxl.encode(pixels, 3)
        for kind in range(256):
            image = Image(width=5, height=3, channels=channels, depth=depth, file_kind=kind)
            digest = digest_of(pixels.astype(pixels.dtype.newbyteorder("<")).tobytes())
            header = Header(coding=Coding.JXL, name="", source_bytes=9, digest=digest, image=image)
            outcomes.add(fuzzing.attempt(write(Contents(header=header, payload=payload)), tiny_engine_for))
    assert outcomes == {"read", "UnsupportedVersion", "CorruptFile"}


@settings(max_examples=200)
@given(data=st.binary(max_size=200))
def test_any_bytes_behind_the_magic_are_one_of_our_errors(tiny_engine_for, data):
    assert fuzzing.attempt(fuzzing.MAGIC + b"\1" + data, tiny_engine_for) != "read"


@pytest.mark.slow
@settings(max_examples=30_000)
@given(seed=st.integers(0, 1 << 62))
def test_many_damaged_or_forged_files(files, tiny_engine_for, seed):
    fuzzing.attempt(fuzzing.forged(seed, files), tiny_engine_for)


def test_small_files_that_claim_to_be_large_are_refused_soon(tmp_path):
    paths = []
    for number, (name, data) in enumerate(bombs.bombs()):
        paths.append(tmp_path / f"{number:02} {name}.bsw")
        paths[-1].write_bytes(data)
        assert len(data) < fuzzing.MOST_BYTES
    done = subprocess.run(
        [sys.executable, str(HERE / "bombs.py"), *map(str, paths)],
        check=True,
        stdout=subprocess.PIPE,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    for path, line in zip(paths, done.stdout.splitlines(), strict=True):
        found = json.loads(line)
        assert found["outcome"].endswith("."), (path.name, found)
        assert found["seconds"] < fuzzing.SLOWEST_S, (path.name, found)
        assert found["mb"] < MOST_EXTRA_MB, (path.name, found)
