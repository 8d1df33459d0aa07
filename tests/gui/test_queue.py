"""The queue does real work with a stand-in engine, and no window."""

import threading
import time
from pathlib import Path

import pytest

from bitswap_app.gui import wording
from bitswap_app.gui.engines import Engines
from bitswap_app.gui.queue_control import QueueControl
from bitswap_app.gui.rows import State, Task
from bitswap_app.gui.workers import BatchRunner
from bitswap_app.service.events import FileStarted
from bitswap_app.service.options import CompressOptions

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "mountain-lake.png"
WITHIN_MS = 2000  # "within a second", on a machine that does other things too


def states(queue):
    return [row.state for row in queue.model.rows]


@pytest.fixture
def busy(qtbot, slow_engines, image_file, add, wait_until):
    """A queue of three pictures, of which the first is being worked on and does not end by itself."""
    control = QueueControl(slow_engines, CompressOptions(jobs=1))
    add(control, *(image_file(f"{i}.png", height=96, width=96) for i in range(3)))
    control.start()
    wait_until(lambda: control.model.rows[0].state is State.WORKING and control.model.rows[0].stage == "coding")
    yield control
    control.close()
    wait_until(lambda: not control.is_running)


def test_pictures_and_coded_files_go_through_one_queue(queue, image_file, add, finish, tmp_path):
    first, second = image_file("a.png"), image_file("b.png", folder=tmp_path / "more")
    before = first.read_bytes()
    add(queue, first, second.parent)
    assert [row.task for row in queue.model.rows] == [Task.COMPRESS] * 2
    finish(queue)
    assert states(queue) == [State.DONE] * 2
    assert (tmp_path / "more" / "b.png.bsw").exists()

    coded = tmp_path / "elsewhere" / "a.png.bsw"
    coded.parent.mkdir()
    (tmp_path / "a.png.bsw").rename(coded)
    add(queue, coded)
    assert queue.model.rows[2].task is Task.DECOMPRESS
    finish(queue)
    row = queue.model.rows[2]
    assert (row.state, row.output) == (State.DONE, tmp_path / "elsewhere" / "a.png")
    assert row.output.read_bytes()[:8] == before[:8]
    assert row.image_bytes == row.output.stat().st_size


def test_a_folder_gives_its_pictures_and_its_coded_files(queue, image_file, add, tmp_path):
    image_file("x.png", folder=tmp_path / "in")
    (tmp_path / "in" / "y.bsw").write_bytes(b"\xb5BSW\x01")
    add(queue, tmp_path / "in")
    assert {(row.source.name, row.task) for row in queue.model.rows} == {
        ("x.png", Task.COMPRESS),
        ("y.bsw", Task.DECOMPRESS),
    }


def test_patterns_choose_in_folders(queue, image_file, add, tmp_path):
    for name in ("a.png", "b.png", "c.webp"):
        image_file(name, folder=tmp_path / "in")
    queue.options = CompressOptions(include=("*.png",), exclude=("b*",))
    add(queue, tmp_path / "in")
    assert [row.source.name for row in queue.model.rows] == ["a.png"]


def test_below_the_output_folder_a_folder_keeps_its_name_and_structure(queue, image_file, add, finish, tmp_path):
    image_file("a.png", folder=tmp_path / "in" / "deep")
    lone = image_file("b.png")
    queue.options = CompressOptions(output=tmp_path / "out")
    add(queue, tmp_path / "in", lone)
    finish(queue)
    assert (tmp_path / "out" / "in" / "deep" / "a.png.bsw").exists()
    assert (tmp_path / "out" / "b.png.bsw").exists()


def test_one_failing_file_stops_nothing_and_says_why(queue, image_file, add, finish, tmp_path):
    broken = tmp_path / "broken.png.bsw"
    broken.write_bytes(b"\xb5BSW\x01 but no more")
    add(queue, broken, image_file("fine.png"), tmp_path / "absent.png")
    finish(queue)
    assert states(queue) == [State.FAILED, State.DONE, State.FAILED]
    assert queue.model.rows[0].note.endswith(".")
    assert "absent.png" in queue.model.rows[2].note


def test_testing_decodes_and_writes_nothing(queue, image_file, add, finish, tmp_path, qtbot):
    add(queue, image_file("a.png"))
    finish(queue)
    before = sorted(tmp_path.iterdir())
    with qtbot.waitSignal(queue.finished):
        queue.test(queue.model.rows)
    row = queue.model.rows[0]
    assert (row.task, row.state) == (Task.VERIFY, State.DONE)
    assert sorted(tmp_path.iterdir()) == before


def test_testing_finds_damage(queue, image_file, add, finish, tmp_path, qtbot):
    add(queue, image_file("a.png"))
    finish(queue)
    coded = tmp_path / "a.png.bsw"
    data = bytearray(coded.read_bytes())
    data[len(data) // 2] ^= 1
    coded.write_bytes(data)
    with qtbot.waitSignal(queue.finished):
        queue.test(queue.model.rows)
    assert states(queue) == [State.FAILED]


def test_cancelling_everything_leaves_no_file_and_what_was_not_begun_waits(busy, wait_until, tmp_path):
    begun = time.monotonic()
    busy.cancel()
    assert busy.is_cancelling
    wait_until(lambda: not busy.is_running, WITHIN_MS)
    assert time.monotonic() - begun < WITHIN_MS / 1000
    assert states(busy) == [State.WAITING] * 3
    assert not list(tmp_path.glob("*.bsw"))
    assert not list(tmp_path.glob("*.part"))


def test_cancelling_one_file_lets_the_others_go_on(busy, slow_engine, wait_until):
    busy.cancel_rows([busy.model.rows[0]])
    wait_until(lambda: busy.model.rows[0].state is State.STOPPED, WITHIN_MS)
    slow_engine.go_on.set()
    wait_until(lambda: not busy.is_running)
    assert states(busy) == [State.STOPPED, State.DONE, State.DONE]


def test_a_file_that_waits_can_be_cancelled_too(busy, slow_engine, wait_until):
    busy.cancel_rows([busy.model.rows[2]])
    slow_engine.go_on.set()
    wait_until(lambda: not busy.is_running)
    assert states(busy) == [State.DONE, State.DONE, State.STOPPED]


def test_while_paused_nothing_moves_and_then_it_goes_on(busy, slow_engine, wait_until, qtbot):
    busy.pause()
    assert busy.is_paused
    slow_engine.go_on.set()
    qtbot.wait(400)
    assert busy.model.rows[1].state is State.WAITING
    busy.resume()
    wait_until(lambda: not busy.is_running)
    assert states(busy) == [State.DONE] * 3


@pytest.mark.slow
def test_the_shipped_model_pauses_and_stops_within_a_second(tmp_path, add, wait_until, qtbot):
    """Real work: coding a picture of 1.5 megapixels. Not counted is what the model's first use compiles."""
    queue = QueueControl(Engines(), CompressOptions(jobs=1, existing="replace"))
    queue.options = CompressOptions(jobs=1, output=tmp_path)
    add(queue, SAMPLE)
    queue.start()
    row = queue.model.rows[0]
    wait_until(lambda: row.stage == "coding" and row.fraction > 0, 120_000)
    queue.pause()
    qtbot.wait(1000)
    fraction = row.fraction
    qtbot.wait(1000)
    assert row.fraction == fraction
    queue.resume()
    wait_until(lambda: row.fraction != fraction or row.stage != "coding", 60_000)
    begun = time.monotonic()
    queue.cancel()
    wait_until(lambda: not queue.is_running)
    assert time.monotonic() - begun < 1
    assert list(tmp_path.iterdir()) == []
    queue.close()


def test_a_paused_batch_can_be_cancelled(busy, wait_until):
    busy.pause()
    busy.cancel()
    wait_until(lambda: not busy.is_running, WITHIN_MS)


def test_what_is_added_meanwhile_is_worked_on_afterwards(busy, slow_engine, image_file, add, wait_until):
    add(busy, image_file("late.png", height=96, width=96))
    slow_engine.go_on.set()
    wait_until(lambda: not busy.is_running)
    assert states(busy) == [State.DONE] * 4


def test_rows_being_worked_on_cannot_be_removed(busy):
    busy.remove(list(busy.model.rows))
    assert states(busy) == [State.WORKING]


def test_an_output_folder_that_cannot_be_made_fails_the_batch_only(queue, image_file, add, qtbot, tmp_path):
    (tmp_path / "file").write_text("in the way")
    queue.options = CompressOptions(output=tmp_path / "file" / "out")
    add(queue, image_file("a.png"))
    with qtbot.waitSignal(queue.failed) as failed:
        queue.start()
    assert failed.args[0].exit_code == 12
    assert states(queue) == [State.WAITING]


def test_an_engine_is_loaded_once_for_each_user_and_setting(engine):
    loaded = []
    engines = Engines(lambda model, options: loaded.append((model, options.threads)) or engine)
    for user in ("batch", "preview"):
        for threads in (None, 2, 2):
            engines.serve(user, CompressOptions(threads=threads))("standard")
    assert loaded == [("standard", None), ("standard", 2)] * 2


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_as_many_files_are_worked_on_at_once_as_the_options_say(slow_engines, image_file, add, wait_until, at_once):
    """Each takes memory for its picture, so this is what bounds it."""
    queue = QueueControl(slow_engines, CompressOptions(jobs=at_once))
    add(queue, *(image_file(f"{i}.png", height=96, width=96) for i in range(4)))
    queue.start()
    wait_until(lambda: states(queue).count(State.WORKING) == at_once)
    time.sleep(0.2)
    assert states(queue).count(State.WORKING) == at_once
    queue.close()
    wait_until(lambda: not queue.is_running)


def test_pictures_of_more_pixels_than_the_options_allow_are_not_decoded(queue, image_file, add, finish):
    queue.options = CompressOptions(max_pixels=48 * 64)
    add(queue, image_file("fits.png"), image_file("larger.png", height=49))
    finish(queue)
    fits, larger = queue.model.rows
    assert fits.coding != "stored"
    assert larger.coding == "stored"
    assert "3072" in larger.note


def test_a_row_says_that_metadata_was_left_out(queue, image_file, add, finish):
    queue.options = CompressOptions(metadata=False)
    add(queue, image_file("told.jpg", format="JPEG", comment=b"Jane Doe"))
    finish(queue)
    (row,) = queue.model.rows
    assert "Metadata of 12 bytes was left out." in row.note
    assert wording.remarks(row) == [row.note]


def test_the_batch_has_as_many_threads_as_the_options_say(engine, image_file, add, finish):
    asked = []
    queue = QueueControl(
        Engines(lambda _model, options: asked.append(options.threads) or engine), CompressOptions(threads=1)
    )
    add(queue, image_file("a.png"))
    finish(queue)
    queue.close()
    assert asked == [1]


def test_two_threads_that_want_one_engine_load_it_once(engine):
    loaded = []
    hold = threading.Event()

    def load(model, _options):
        hold.wait(5)
        loaded.append(model)
        return engine

    engine_for = Engines(load).serve("batch", CompressOptions())
    threads = [threading.Thread(target=engine_for, args=("standard",)) for _ in range(2)]
    for thread in threads:
        thread.start()
    hold.set()
    for thread in threads:
        thread.join()
    assert loaded == ["standard"]


def test_a_bug_in_a_batch_is_told_and_ends_only_the_batch(qtbot, image_file, add):
    def load(_model, _options):
        raise ValueError("a bug")

    control = QueueControl(Engines(load), CompressOptions())
    add(control, image_file("a.png", height=96, width=96))
    with qtbot.waitSignal(control.failed) as failed:
        control.start()
    assert isinstance(failed.args[0], ValueError)
    assert not control.is_running
    control.close()


def test_a_batch_waits_for_the_window_and_closing_does_not_wait_for_the_batch(qtbot):
    made = []

    def batch(control):
        for i in range(100_000):
            made.append(i)
            if control.is_stopped():
                return
            yield FileStarted(Path(f"{i}.png"))

    runner, heard = BatchRunner(), []
    runner.reported.connect(heard.append)
    runner.start(batch)
    qtbot.waitUntil(lambda: len(heard) > 1000)
    assert len(made) < len(heard) + 1000
    runner.control.cancel()
    runner.wait()
    assert len(made) < 100_000
    qtbot.waitUntil(lambda: not runner.is_running)
