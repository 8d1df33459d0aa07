"""Disks that are full, locked or taken out, and files that will not hold still."""

import os
import shutil
import subprocess
import threading

import pytest

from bitswap_app.service.batch import compress_batch, decompress_batch
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import FileDone, FileFailed
from bitswap_app.service.options import CompressOptions, DecompressOptions


@pytest.fixture
def small_disk(tmp_path):
    """A file system with room for half of the tree."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if (
        mount is None
        or subprocess.run(
            [mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_loses_nothing(runner, tree, small_disk, digests, parts, check_coded):
    before = digests(tree)
    code, said = runner.run("compress", tree, "-o", small_disk, "--delete-source", "--jobs", "2")
    assert code == 3
    assert "there is no space left" in said
    remaining = digests(tree)
    assert remaining.items() <= before.items()
    assert 0 < len(remaining) < len(before)
    assert check_coded(small_disk) == before.keys() - remaining.keys()
    assert parts(small_disk) == []


def test_files_that_may_not_be_so_large_lose_nothing(runner, tree, tmp_path, digests, parts, check_coded):
    before = digests(tree)
    code, said = runner.run("compress", tree, "-o", tmp_path / "out", "--delete-source", file_bytes=100_000)
    assert code == 3
    assert "larger than a file may be there" in said
    assert digests(tree).keys() == {"random.bin"}
    assert check_coded(tmp_path / "out") == before.keys() - {"random.bin"}
    assert parts(tmp_path / "out") == []


@pytest.fixture
def locked(tree):
    """Locks paths below the tree, and opens all again in the end."""
    yield lambda path, mode: path.chmod(mode)
    for path in (tree, *tree.rglob("*")):
        path.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="permissions are another thing there")
def test_what_may_not_be_read_is_told_of_and_the_rest_is_done(runner, tree, tmp_path, locked, digests, check_coded):
    before = digests(tree)
    locked(tree / "photo 1.png", 0)
    locked(tree / "grey" / "deep", 0)
    code, said = runner.run("compress", tree, "-o", tmp_path / "out", rights=False)
    assert code == 3
    assert f"You may not read {tree / 'photo 1.png'}." in said
    assert f"The folder {tree / 'grey' / 'deep'} cannot be read (Permission denied)." in said
    left_out = {name for name in before if name == "photo 1.png" or "/deep/" in name}
    assert check_coded(tmp_path / "out") == before.keys() - left_out


@pytest.mark.skipif(os.name == "nt", reason="permissions are another thing there")
def test_a_folder_that_may_not_be_written_is_named(runner, tree, tmp_path, locked, digests):
    before = digests(tree)
    locked(tree, 0o555)
    locked(tree / "grey", 0o555)
    for arguments in (("compress", tree / "empty"), ("compress", tree / "empty", "-o", tree / "out" / "deep")):
        code, said = runner.run(*arguments, rights=False, log=str(tmp_path / "log.txt"))
        assert (code, "you may not write there" in said) == (12, True)
    code, said = runner.run(
        "compress",
        tree / "grey",
        "-o",
        tmp_path / "out",
        "--delete-source",
        rights=False,
        log=str(tmp_path / "log.txt"),
    )
    assert code == 0
    assert "The source could not be removed (Permission denied)." in said
    assert {name for name in before if name not in digests(tree)} == {f"grey/deep/{i}.jpg" for i in range(4)}


def test_an_output_folder_that_vanishes_is_not_made_again(tree, tmp_path, engine, digests):
    out, before = tmp_path / "out", digests(tree)

    class Vanishing(type(engine)):
        def compress_image(self, pixels, report, *, check=False):
            if out.exists():
                out.rename(tmp_path / "taken out")
            return super().compress_image(pixels, report, check=check)

    options = CompressOptions(output=out, source_after="delete", jobs=1)
    events = list(compress_batch([tree], options, lambda _: Vanishing(), Control()))
    failed = [event for event in events if isinstance(event, FileFailed)]
    assert failed
    assert {str(event.error) for event in failed} == {f"The output folder {out} is gone."}
    assert not out.exists()
    done = {event.source.relative_to(tree).as_posix() for event in events if isinstance(event, FileDone)}
    assert digests(tree).keys() == before.keys() - done


def test_a_source_that_is_being_written_gives_no_mixture_of_its_versions(tmp_path, engine_for):
    source, stop = tmp_path / "log", threading.Event()
    versions = [bytes([65 + i]) * (30_000 + i) for i in range(26)]
    source.write_bytes(versions[0])

    def write():
        while not stop.is_set():
            for version in versions:
                source.write_bytes(version)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for i in range(60):
            out = tmp_path / "out" / str(i)
            options = CompressOptions(output=out)
            for event in compress_batch([source], options, engine_for, Control()):
                if isinstance(event, FileFailed):
                    assert "changed while it was read" in str(event.error)
                elif isinstance(event, FileDone):
                    back = DecompressOptions(output=out / "back")
                    list(decompress_batch([event.output], back, engine_for, Control()))
                    restored = (out / "back" / "log").read_bytes()
                    assert any(version.startswith(restored) for version in versions)  # what was there at one time
    finally:
        stop.set()
        writer.join()


def test_two_runs_on_one_folder_do_the_work_once(runner, second_runner, tree, tmp_path, digests, parts, check_coded):
    before, out = digests(tree), tmp_path / "out"
    for _ in range(5):
        logs = [tmp_path / "one.txt", tmp_path / "two.txt"]
        for one, log in zip((runner, second_runner), logs, strict=True):
            one.start("compress", tree, "-o", out, "--jobs", "2", log=str(log), abandoned_after_s=60)
        codes = runner.wait(), second_runner.wait()
        assert codes == (0, 0), [log.read_text("utf-8") for log in logs]
        assert check_coded(out) == before.keys()
        assert parts(out) == []
        assert digests(tree) == before
        shutil.rmtree(out)


def test_two_runs_that_remove_sources_lose_nothing(runner, second_runner, tree, tmp_path, digests, check_coded):
    before, out, spare = digests(tree), tmp_path / "out", tmp_path / "spare"
    shutil.copytree(tree, spare)
    for _ in range(5):
        for one in (runner, second_runner):
            one.start("compress", tree, "-o", out, "--delete-source", abandoned_after_s=60)
        assert {runner.wait(), second_runner.wait()} <= {0, 3}  # the slower one may miss a source
        assert digests(tree).items() <= before.items()
        assert check_coded(out) >= before.keys() - digests(tree).keys()
        shutil.rmtree(out)
        shutil.copytree(spare, tree, dirs_exist_ok=True)
