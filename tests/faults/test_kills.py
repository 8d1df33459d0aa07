"""Killed at any moment: sources are intact, every .bsw file is whole, and the next run goes on where it stopped."""

import random
import shutil
import time

import pytest

FEW = 12
MANY = 200


def timed(run):
    begun = time.monotonic()
    run()
    return time.monotonic() - begun


@pytest.mark.parametrize("kills", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_killed_batch_loses_nothing(runner, tree, tmp_path, digests, parts, check_coded, kills):
    before, out = digests(tree), tmp_path / "out"
    seconds = timed(lambda: runner.run("compress", tree, "-o", out, "--jobs", "2"))
    shutil.rmtree(out)
    rng, left = random.Random(11), kills
    while left:
        runner.start("compress", tree, "-o", out, "--jobs", "2")
        time.sleep(rng.uniform(0, seconds))
        left -= runner.kill() < 0
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
    seconds = timed(lambda: runner.run(*arguments))
    rng, left = random.Random(12), kills
    while left:
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(spare, tree, dirs_exist_ok=True)
        runner.start(*arguments)
        time.sleep(rng.uniform(0, seconds))
        left -= runner.kill() < 0
        remaining = digests(tree)
        assert remaining.items() <= before.items()
        assert before.keys() - remaining.keys() <= (check_coded(out) if out.exists() else set())


@pytest.mark.parametrize("kills", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_killed_restoring_loses_nothing(runner, tree, tmp_path, digests, parts, kills):
    coded, back, whole = tmp_path / "coded", tmp_path / "back", tmp_path / "whole"
    runner.run("compress", tree, "-o", coded)
    seconds = timed(lambda: runner.run("decompress", coded, "-o", whole))
    before, expected = digests(coded), digests(whole)
    rng, left = random.Random(13), kills
    while left:
        runner.start("decompress", coded, "-o", back, "--jobs", "2")
        time.sleep(rng.uniform(0, seconds))
        left -= runner.kill() < 0
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
    seconds = timed(lambda: runner.run("compress", tree, "-o", out, "--jobs", "2"))
    codes, rng = set(), random.Random(14)
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
