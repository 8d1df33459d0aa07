"""Batches: what a path means, and that one failed file never stops the rest."""

from pathlib import Path

import pytest

from bitswap_app.errors import Cancelled, ImageError, InputError
from bitswap_app.service.batch import Job, is_coded_name, is_image_name, plan, run_batch
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import BatchDone, BatchStarted, FileDone, FileFailed, FileStarted


def done(job: Job) -> FileDone:
    return FileDone(job.source, None, "compressed", "stored", 100, 60, 0.0)


@pytest.fixture
def tree(tmp_path):
    for name in ("b.png", "a.JPG", "notes.txt", "old.png.bsw", "deep/er/c.webp"):
        path = tmp_path / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return tmp_path / "tree"


def test_folders_are_walked_and_their_structure_kept(tree, tmp_path):
    out = tmp_path / "out"
    assert plan([tree], out, is_image_name) == [
        Job(tree / "a.JPG", out),
        Job(tree / "b.png", out),
        Job(tree / "deep" / "er" / "c.webp", out / "deep" / "er"),
    ]
    assert plan([tree], None, is_coded_name) == [Job(tree / "old.png.bsw", tree)]


def test_a_named_file_is_tried_whatever_it_is_called(tree):
    assert plan([tree / "notes.txt"], None, is_image_name) == [Job(tree / "notes.txt", tree)]


def test_a_file_is_worked_on_once(tree):
    jobs = plan([tree, tree / "b.png", tree / "deep" / ".." / "b.png"], None, is_image_name)
    assert [job.source.name for job in jobs] == ["a.JPG", "b.png", "c.webp"]


def test_links_out_of_the_tree_are_not_followed(tree, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.png").write_bytes(b"")
    try:
        (tree / "link").symlink_to(tmp_path / "elsewhere")
        (tree / "x.png").symlink_to(tmp_path / "elsewhere" / "x.png")
    except OSError:
        pytest.skip("no links can be made here")
    assert [job.source.name for job in plan([tree], None, is_image_name)] == ["a.JPG", "b.png", "c.webp"]


def test_a_folder_without_images_is_likely_a_mistake(tmp_path):
    with pytest.raises(InputError, match="holds no file"):
        plan([tmp_path], None, is_image_name)


def test_one_failed_file_does_not_stop_the_rest():
    error = ImageError("No.")

    def work(job, _cancel):
        if job.source.name == "2":
            raise error
        yield done(job)

    jobs = [Job(Path(name), Path()) for name in "123"]
    events = list(run_batch(jobs, work, Control()))
    assert [type(event) for event in events] == [
        *(BatchStarted, FileStarted, FileDone, FileStarted, FileFailed, FileStarted, FileDone, BatchDone)
    ]
    assert events[4] == FileFailed(Path("2"), error)
    assert (events[-1].files, events[-1].failed, events[-1].source_bytes, events[-1].coded_bytes) == (3, 1, 200, 120)


def test_a_bug_is_not_taken_for_a_failed_file():
    def work(_job, _cancel):
        raise ZeroDivisionError
        yield

    with pytest.raises(ZeroDivisionError):
        list(run_batch([Job(Path("x"), Path())], work, Control()))


def test_cancelling_ends_the_batch():
    cancel = Control()

    def work(job, _cancel):
        cancel.cancel()
        yield done(job)

    events = run_batch([Job(Path("1"), Path()), Job(Path("2"), Path())], work, cancel)
    with pytest.raises(Cancelled):
        list(events)
