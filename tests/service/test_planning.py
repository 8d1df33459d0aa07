"""What a list of paths means: every file once, in order, and none that lies elsewhere."""

import os
from pathlib import Path

import pytest

from bitswap_app.container.stream import MAGIC
from bitswap_app.errors import InputError
from bitswap_app.service.events import FileFailed, FileSkipped
from bitswap_app.service.planning import Job, Plan


def touch(*paths, data=b""):
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@pytest.fixture
def tree(tmp_path):
    top = tmp_path / "tree"
    touch(*(top / name for name in ("b.png", "a.JPG", "notes.txt", "deep/er/c.webp")))
    touch(top / "old.png.bsw", data=MAGIC)
    return top


def planned(*paths, takes="files", **options):
    return list(Plan(paths=paths, takes=takes, **options))


def names(*paths, **options):
    return [item.source.name for item in planned(*paths, **options) if isinstance(item, Job)]


def test_folders_are_walked_and_their_structure_kept(tree, tmp_path):
    out = tmp_path / "out"
    assert planned(tree, output=out) == [
        Job(tree / "a.JPG", out),
        Job(tree / "b.png", out),
        Job(tree / "notes.txt", out),
        Job(tree / "deep" / "er" / "c.webp", out / "deep" / "er"),
    ]
    assert planned(tree, takes="coded") == [Job(tree / "old.png.bsw", tree)]
    assert {item.folder for item in planned(tree, output=out, keep_structure=False)} == {out}
    assert {item.folder for item in planned(tree)} == {tree, tree / "deep" / "er"}


def test_several_folders_keep_their_own_names(tree, tmp_path):
    touch(tmp_path / "other" / "b.png")
    out = tmp_path / "out"
    folders = [item.folder for item in planned(tree, tmp_path / "other", takes="images", output=out)]
    assert folders == [out / "tree", out / "tree", out / "tree" / "deep" / "er", out / "other"]


def test_images_only(tree):
    assert names(tree, takes="images") == ["a.JPG", "b.png", "c.webp"]


def test_what_only_calls_itself_a_bsw_file_is_a_file(tree):
    touch(tree / "mine.bsw", data=b"not yours")
    assert names(tree) == ["a.JPG", "b.png", "mine.bsw", "notes.txt", "c.webp"]


def test_parts_of_other_runs_are_no_files(tree):
    touch(tree / ".b.png.bsw.0123abcd.bsw-part")
    assert names(tree) == ["a.JPG", "b.png", "notes.txt", "c.webp"]


def test_a_named_file_is_taken_whatever_it_is_called(tree):
    assert planned(tree / "old.png.bsw", takes="images") == [Job(tree / "old.png.bsw", tree)]


def test_a_file_is_taken_once(tree):
    found = names(tree, tree / "b.png", tree / "deep" / ".." / "b.png", tree / "deep", takes="images")
    assert found == ["a.JPG", "b.png", "c.webp"]
    assert names(tree, tree / "old.png.bsw", takes="images")[-1] == "old.png.bsw"  # the folder did not give that one


@pytest.mark.parametrize(
    ("include", "exclude", "expected"),
    [
        (("*.png",), (), ["b.png"]),
        (("*.jpg", "*.PNG"), (), ["a.JPG", "b.png"]),
        (("deep/*",), (), ["c.webp"]),
        (("deep",), (), ["c.webp"]),
        (("deep/",), (), ["c.webp"]),
        (("er/*",), (), []),
        ((), ("deep",), ["a.JPG", "b.png", "notes.txt"]),
        ((), ("deep/er",), ["a.JPG", "b.png", "notes.txt"]),
        ((), ("er", "*.txt"), ["a.JPG", "b.png"]),
        (("*",), ("*.png", "*.jpg"), ["notes.txt", "c.webp"]),
        (("[ab].*",), (), ["a.JPG", "b.png"]),
    ],
)
def test_patterns(tree, include, exclude, expected):
    assert names(tree, include=include, exclude=exclude) == expected


def test_links_are_told_of_and_not_followed(tree, tmp_path):
    touch(tmp_path / "elsewhere" / "x.png")
    try:
        (tree / "folder").symlink_to(tmp_path / "elsewhere")
        (tree / "loop").symlink_to(tree)
        (tree / "x.png").symlink_to(tmp_path / "elsewhere" / "x.png")
        (tree / "nothing").symlink_to(tmp_path / "absent")
    except OSError:
        pytest.skip("no links can be made here")
    assert names(tree) == ["a.JPG", "b.png", "notes.txt", "c.webp"]
    skipped = [item for item in planned(tree) if isinstance(item, FileSkipped)]
    assert [(item.source.name, item.why) for item in skipped] == [
        (name, "link") for name in ("folder", "loop", "nothing", "x.png")
    ]


def test_a_link_that_is_named_is_followed(tree, tmp_path):
    try:
        (tmp_path / "link").symlink_to(tree)
    except OSError:
        pytest.skip("no links can be made here")
    assert names(tmp_path / "link", takes="images") == ["a.JPG", "b.png", "c.webp"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes of that kind here")
def test_pipes_are_told_of_and_not_opened(tree):
    os.mkfifo(tree / "pipe")
    assert [item.why for item in planned(tree) if isinstance(item, FileSkipped)] == ["special"]


def test_the_output_folder_is_no_source(tree):
    touch(tree / "out" / "x.txt")
    assert names(tree, output=tree / "out", takes="files") == ["a.JPG", "b.png", "notes.txt", "c.webp"]
    assert names(tree / "out", output=tree / "out") == ["x.txt"]


def test_a_folder_that_cannot_be_read_is_told_of(tree, monkeypatch):
    whole = os.scandir

    def scandir(path):
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(os, "scandir", scandir)
    items = planned(tree)
    assert [type(item) for item in items] == [Job, Job, Job, FileFailed]
    assert "Permission denied" in str(items[-1].error)


def test_folders_deeper_than_the_stack_are_walked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(1100):
        Path("d").mkdir()
        os.chdir("d")
    Path("x").write_bytes(b"")
    found = planned(tmp_path)
    Path("x").unlink()
    for _ in range(1100):  # pytest's own clean-up would exceed the stack
        os.chdir("..")
        Path("d").rmdir()
    assert len(found) == 1


def test_counting_is_walking(tree, tmp_path):
    assert Plan(paths=(tree,), takes="files").count() == 4
    (tmp_path / "empty").mkdir()
    assert Plan(paths=(tmp_path / "empty", tree), takes="files").count() == 4
    with pytest.raises(InputError, match="no file to work on"):
        Plan(paths=(tmp_path / "empty",), takes="files").count()
