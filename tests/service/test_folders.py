"""Folders on the side of the results: as they were, empty ones too."""

import os

import pytest

from bitswap_app.service.batch import compress_batch, decompress_batch
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import BatchDone, FileDone, FileFailed
from bitswap_app.service.options import CompressOptions, DecompressOptions

TIME_NS = 1_500_000_000_123_456_700


def no_engine(_model):
    raise AssertionError("no engine is needed")


def compress(*paths, **options):
    return list(compress_batch(paths, CompressOptions(jobs=2, **options), no_engine, Control()))


def decompress(*paths, **options):
    return list(decompress_batch(paths, DecompressOptions(jobs=2, **options), no_engine, Control()))


def times_in(top):
    return {path.relative_to(top).as_posix(): path.stat().st_mtime_ns for path in top.rglob("*") if path.is_dir()}


@pytest.fixture
def tree(tmp_path):
    top = tmp_path / "holiday"
    for name in ("empty/deeper", "full/below", "full/nothing"):
        (top / name).mkdir(parents=True)
    (top / "words.txt").write_bytes(b"words")
    (top / "full" / "below" / "more.txt").write_bytes(b"more")
    for number, path in enumerate(sorted(top.rglob("*"), reverse=True)):
        if path.is_dir():
            os.utime(path, ns=(TIME_NS, TIME_NS + number * 10**9))
    return top


def test_a_folder_comes_back_with_empty_folders_and_all_times(tree, tmp_path):
    packed, back = tmp_path / "packed", tmp_path / "back"
    assert compress(tree, output=packed)[-1].files == 2
    assert times_in(packed) == times_in(tree)
    assert decompress(packed, output=back)[-1].files == 2
    assert times_in(back) == times_in(tree)
    assert sorted(path.name for path in back.rglob("*.txt")) == ["more.txt", "words.txt"]


def test_several_folders_keep_their_names_and_their_own_times(tree, tmp_path):
    other = tmp_path / "other"
    (other / "void").mkdir(parents=True)
    (other / "x").write_bytes(b"x")
    os.utime(other, ns=(TIME_NS, TIME_NS))
    compress(tree, other, output=tmp_path / "packed")
    assert (tmp_path / "packed" / "other").stat().st_mtime_ns == TIME_NS
    assert (tmp_path / "packed" / "other" / "void").is_dir()
    assert (tmp_path / "packed" / "holiday" / "empty" / "deeper").is_dir()


def test_the_output_folder_itself_is_the_users_own(tree, tmp_path):
    packed = tmp_path / "packed"
    packed.mkdir(mode=0o700)
    os.utime(tree, ns=(TIME_NS, TIME_NS))
    compress(tree, output=packed)
    assert packed.stat().st_mtime_ns != TIME_NS
    assert packed.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_permissions_are_kept_but_the_owner_can_still_write(tree, tmp_path):
    (tree / "full").chmod(0o750)
    (tree / "empty").chmod(0o555)
    compress(tree, output=tmp_path / "packed")
    assert (tmp_path / "packed" / "full").stat().st_mode & 0o777 == 0o750
    assert (tmp_path / "packed" / "empty").stat().st_mode & 0o777 == 0o755
    (tree / "empty").chmod(0o755)


def test_a_second_run_keeps_the_times(tree, tmp_path):
    compress(tree, output=tmp_path / "packed")
    (tree / "full" / "below" / "new.txt").write_bytes(b"new")
    os.utime(tree / "full" / "below", ns=(TIME_NS, TIME_NS))
    compress(tree, output=tmp_path / "packed")
    assert times_in(tmp_path / "packed") == times_in(tree)


def test_times_are_those_before_sources_were_deleted(tree, tmp_path):
    before = times_in(tree)
    compress(tree, output=tmp_path / "packed", source_after="delete")
    assert times_in(tmp_path / "packed") == before


@pytest.mark.parametrize("options", [{"images_only": True}, {"include": ("*.txt",)}])
def test_folders_from_which_nothing_was_wanted_are_not_made(tree, tmp_path, options):
    (tree / "icon.bmp").write_bytes(b"BM" + bytes(9))
    compress(tree, output=tmp_path / "packed", **options)
    assert not (tmp_path / "packed" / "empty").exists()


def test_excluded_folders_are_not_made(tree, tmp_path):
    compress(tree, output=tmp_path / "packed", exclude=("empty",))
    assert not (tmp_path / "packed" / "empty").exists()
    assert (tmp_path / "packed" / "full" / "nothing").is_dir()


def test_without_structure_and_without_output_no_folder_is_made_or_changed(tree, tmp_path):
    before = times_in(tree)
    compress(tree, output=tmp_path / "packed", keep_structure=False)
    assert times_in(tmp_path / "packed") == {}
    compress(tree / "full")
    assert times_in(tree)["empty"] == before["empty"]


def test_an_output_folder_inside_is_no_source(tree):
    compress(tree, output=tree / "packed")
    assert not (tree / "packed" / "packed").exists()
    assert (tree / "packed" / "empty" / "deeper").is_dir()


def test_a_folder_that_cannot_be_made_fails_and_stops_nothing(tree, tmp_path):
    (tmp_path / "packed").mkdir()
    (tmp_path / "packed" / "empty").write_bytes(b"a file")
    events = compress(tree, output=tmp_path / "packed")
    failed = [event for event in events if isinstance(event, FileFailed)]
    assert [event.source.name for event in failed] == ["empty", "deeper"]
    assert sum(isinstance(event, FileDone) for event in events) == 2
    assert isinstance(events[-1], BatchDone)
    assert (tmp_path / "packed" / "empty").read_bytes() == b"a file"
