"""Batches in processes that may be killed, starved or locked out."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bitswap_app.container.stream import read
from bitswap_app.service.codings import decode
from bitswap_app.service.writing import is_part_name

HERE = Path(__file__).parent


class Runner:
    """Runs the command line in a process of its own, with a stand-in for the model."""

    def __init__(self):
        command = [sys.executable, str(HERE / "batch_process.py")]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def start(self, *arguments, **limits):
        self._order(do="start", arguments=[str(argument) for argument in arguments], limits=limits)

    def wait(self, do="wait"):
        """The exit code; below 0 for a signal."""
        self._order(do=do)
        return int(self.process.stdout.readline())

    def kill(self):
        return self.wait("kill")

    def _order(self, **order):
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()

    def run(self, *arguments, **limits):
        """Exit code and everything that was said."""
        log = Path(limits.setdefault("log", str(Path(arguments[1]).parent / "log.txt")))
        log.unlink(missing_ok=True)
        self.start(*arguments, **limits)
        code = self.wait()
        return code, log.read_text("utf-8")

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture
def runner():
    if not hasattr(os, "fork"):
        pytest.skip("no forks here")
    made = Runner()
    yield made
    made.close()


@pytest.fixture
def second_runner():
    made = Runner()
    yield made
    made.close()


@pytest.fixture
def tree(tmp_path, image_file):
    """A folder with 19 files of every coding; it is small, and takes a moment."""
    top = tmp_path / "tree"
    top.mkdir()
    rng = np.random.default_rng(3)
    for i in range(4):
        image_file(f"tree/photo {i}.png")
        image_file(f"tree/grey/{i}.png", channels=1)
        image_file(f"tree/grey/deep/{i}.jpg", format="JPEG")
        (top / f"letter {i}.txt").write_bytes(b"Dear Sir or Madam,\n" * 400 * (i + 1))
    (top / "random.bin").write_bytes(rng.bytes(300_000))
    (top / "empty").write_bytes(b"")
    (top / "grey" / "large.txt").write_bytes(b"".join(b"%d\n" % n for n in range(60_000)))
    return top


def digests(top):
    """The digest of each file below a folder, by its path below it; the parts of runs are left out."""
    return {
        path.relative_to(top).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in top.rglob("*")
        if path.is_file() and not is_part_name(path.name)
    }


def parts(top):
    return [path for path in top.rglob("*") if is_part_name(path.name)]


@pytest.fixture
def check_coded(engine_for):
    """Decodes every .bsw file below a folder, and returns the paths of their sources below it."""

    def check(top):
        found = set()
        for path in top.rglob("*.bsw"):
            contents = read(path.read_bytes())
            restored = decode(contents, engine_for, lambda *_: None)
            assert contents.header.coding.keeps_pixels or len(restored) == contents.header.source_bytes
            found.add(path.relative_to(top).as_posix().removesuffix(".bsw"))
        return found

    return check


@pytest.fixture(name="digests")
def digests_fixture():
    return digests


@pytest.fixture(name="parts")
def parts_fixture():
    return parts
