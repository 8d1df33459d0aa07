"""Killed at any moment: sources are intact, every .bsw file is whole, and the next run goes on where it stopped."""

import random
import shutil
import time

import pytest

FEW = 12
MANY = 200


class Moments:
    """Random ones within a run. How long one takes is measured once, and followed where the machine gets busier."""

    def __init__(self, run, seed):
        begun = time.monotonic()
        run()
        self._seconds, self._rng = time.monotonic() - begun, random.Random(seed)

    def kill(self, runner):
        """Waits for one and kills what runs. Whether it was still running."""
        time.sleep(self._rng.uniform(0, self._seconds))
        was_running = runner.kill() < 0
        self._seconds *= 1.02 if was_running else 0.9
        return was_running


@pytest.mark.parametrize("kills", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_killed_batch_loses_nothing(runner, tree, tmp_path, digests, parts, check_coded, kills):
    before, out = digests(tree), tmp_path / "out"
    moments = Moments(lambda: runner.run("compress", tree, "-o", out, "--jobs", "2"), 11)
    shutil.rmtree(out)
    left = kills
    while left:
        runner.start("compress", tree, "-o", out, "--jobs", "2")
        left -= moments.kill(runner)
        assert digests(tree) == before
        done = check_coded(out) if out.exists() else set()
        assert done <= before.keys()
        if len(done) == len(before):
            shutil.rmtree(out)
    code, said = runner.run("compress", tree, "-o", out, "--jobs", "2")
    assert code == 0, said
    assert check_coded(out) == before.keys()
    assert parts(out) == []


@pytest.mark.parametrize("kills", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_killed_batch_that_removes_sources_loses_nothing(runner, tree, tmp_path, digests, check_coded, kills):
    before, out, spare = digests(tree), tmp_path / "out", tmp_path / "spare"
    shutil.copytree(tree, spare)
    arguments = ("compress", tree, "-o", out, "--delete-source", "--jobs", "2")
    moments, left = Moments(lambda: runner.run(*arguments), 12), kills
    while left:
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(spare, tree, dirs_exist_ok=True)
        runner.start(*arguments)
        left -= moments.kill(runner)
        remaining = digests(tree)
        assert remaining.items() <= before.items()
        assert before.keys() - remaining.keys() <= (check_coded(out) if out.exists() else set())


@pytest.mark.parametrize("kills", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_killed_restoring_loses_nothing(runner, tree, tmp_path, digests, parts, kills):
    coded, back, whole = tmp_path / "coded", tmp_path / "back", tmp_path / "whole"
    runner.run("compress", tree, "-o", coded)
    moments = Moments(lambda: runner.run("decompress", coded, "-o", whole), 13)
    before, expected, left = digests(coded), digests(whole), kills
    while left:
        runner.start("decompress", coded, "-o", back, "--jobs", "2")
        left -= moments.kill(runner)
        assert digests(coded) == before
        if back.exists():
            assert digests(back).items() <= expected.items()
            if len(digests(back)) == len(expected):
                shutil.rmtree(back)
    code, said = runner.run("decompress", coded, "-o", back)
    assert code == 0, said
    assert digests(back) == expected
    assert parts(back) == []


@pytest.mark.parametrize(("how", "expected"), [("interrupt", 130), ("terminate", 143)])
def test_a_batch_that_is_told_to_stop_stops_soon_and_leaves_no_part(
    runner, tree, tmp_path, digests, parts, check_coded, how, expected
):
    before, out, log = digests(tree), tmp_path / "out", tmp_path / "log.txt"
    begun = time.monotonic()
    runner.run("compress", tree, "-o", out, "--jobs", "2")
    seconds, codes, rng = time.monotonic() - begun, set(), random.Random(14)
    for _ in range(8):
        shutil.rmtree(out, ignore_errors=True)
        log.unlink(missing_ok=True)
        runner.start("compress", tree, "-o", out, "--jobs", "2", log=str(log))
        while not (log.exists() and log.stat().st_size):  # it is at work, and no longer starting
            time.sleep(0.005)
        time.sleep(rng.uniform(0, seconds / 2))
        codes.add(runner.wait(how))
        assert digests(tree) == before
        assert check_coded(out) <= before.keys()
        assert parts(out) == []
    assert codes <= {0, expected}
    assert expected in codes
