"""A row dragged out gives the file: what is there, or what the .bsw file holds."""

from pathlib import Path

import pytest

from bitswap_app.gui.dragging import DragOut
from bitswap_app.gui.rows import Row, Task
from bitswap_app.service.options import CompressOptions


@pytest.fixture
def drag_out(engines, qtbot):
    options = CompressOptions(output=Path("/not/used"))
    made = DragOut(lambda: engines.serve("preview", options), lambda: options)
    yield made
    made.close()


@pytest.fixture
def coded(window, image_file, add, finish, tmp_path):
    """A .bsw file, and the bytes of what it holds."""
    image = image_file("photo.bmp", height=96, width=96)
    add(window.queue, image)
    finish(window.queue)
    data = image.read_bytes()
    image.unlink()
    return tmp_path / "photo.bmp.bsw", data


def test_a_coded_row_gives_the_restored_file_and_cleans_up(drag_out, coded):
    path, data = coded
    mime = drag_out.data_of([Row(path, None, Task.DECOMPRESS, path.stat().st_size)])
    assert mime.hasUrls()
    restored = Path(mime.urls()[0].toLocalFile())
    assert restored.name == "photo.bmp"
    assert restored.read_bytes() == data
    drag_out.close()
    assert not restored.exists()


def test_results_and_sources_are_given_as_they_are(drag_out, tmp_path):
    done = Row(tmp_path / "a.png", None, Task.COMPRESS, 9, output=tmp_path / "a.png.bsw")
    waiting = Row(tmp_path / "b.png", None, Task.COMPRESS, 9)
    urls = drag_out.data_of([done, waiting]).urls()
    assert [Path(url.toLocalFile()).name for url in urls] == ["a.png.bsw", "b.png"]


def test_a_damaged_file_gives_nothing_and_says_why(drag_out, tmp_path, qtbot):
    broken = tmp_path / "broken.bsw"
    broken.write_bytes(b"\xb5BSW\x01")
    with qtbot.waitSignal(drag_out.failed) as failed:
        mime = drag_out.data_of([Row(broken, None, Task.DECOMPRESS, 5)])
        assert mime.urls() == []
    assert failed.args[0] == broken


def test_the_windows_rows_drag_restored_files(window, coded, add):
    path, data = coded
    window.queue.remove(window.queue.model.rows)
    add(window.queue, path)
    mime = window.view.table.model().mimeData([window.view.table.model().index(0, 0)])
    assert Path(mime.urls()[0].toLocalFile()).read_bytes() == data
