"""The preview: pictures of sources and of .bsw files, sizes of other formats, nothing written."""

import json

import imagecodecs
import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from bitswap_app.cli import main as cli
from bitswap_app.gui import comparing, other_formats, pictures
from bitswap_app.service.options import CompressOptions


@pytest.fixture
def preview(window):
    window.actions_.preview.trigger()
    return window.preview


@pytest.fixture
def show(window, preview, wait_until):
    """show(place): select a row and wait for its picture."""

    def call(place):
        window.view.table.selectRow(place)
        wait_until(lambda: preview.view.image is not None)
        return preview

    return call


def unpacked(path):
    image = QImage(str(path))
    assert not image.isNull()
    return image.convertToFormat(QImage.Format.Format_RGB888)


def test_a_source_is_shown_as_it_is(window, image_file, add, show):
    path = image_file("a.png")
    add(window.queue, path)
    shown = show(0)
    assert shown.view.image.convertToFormat(QImage.Format.Format_RGB888) == unpacked(path)
    assert "64 × 48" in shown.facts()


def test_a_coded_file_is_shown_without_writing_anything(window, image_file, add, finish, show, tmp_path):
    path = image_file("a.png", height=96, width=96)
    add(window.queue, path)
    finish(window.queue)
    expected = unpacked(path)
    path.unlink()
    window.queue.remove(window.queue.model.rows)
    add(window.queue, tmp_path / "a.png.bsw")
    before = sorted(tmp_path.iterdir())
    shown = show(0)
    assert shown.view.image.convertToFormat(QImage.Format.Format_RGB888) == expected
    assert sorted(tmp_path.iterdir()) == before


@pytest.fixture
def large(tmp_path, monkeypatch):
    """A .bsw file that holds a thumbnail and, so it says, a large picture."""
    seen = QImage(20, 10, QImage.Format.Format_RGB32)
    seen.fill(0xFF336699)
    monkeypatch.setattr(pictures, "peek", lambda _: pictures.Picture(seen, QSize(8000, 4000), b"", 99, "bitswap"))
    path = tmp_path / "large.bsw"
    path.write_bytes(b"\xb5BSW\x01")
    return path


def test_of_a_large_picture_only_the_thumbnail_is_shown(window, preview, large, add, show, wait_until, monkeypatch):
    asked = []
    monkeypatch.setattr(pictures, "of_coded_file", lambda *_: asked.append(1) or pictures.Picture(None, QSize(), b""))
    add(window.queue, large)
    shown = show(0)
    assert shown.view.image.width() == 20
    assert "8000 × 4000" in shown.facts()
    assert not asked
    preview.decoding_wanted.emit()
    wait_until(lambda: bool(asked))


def test_a_file_that_cannot_be_shown_says_why(window, preview, add, wait_until, tmp_path):
    broken = tmp_path / "broken.bsw"
    broken.write_bytes(b"\xb5BSW\x01")
    add(window.queue, broken)
    window.view.table.selectRow(0)
    wait_until(lambda: "damaged" in preview.view.accessibleDescription())


def test_going_on_to_another_row_forgets_the_first(window, preview, image_file, add, wait_until):
    add(window.queue, image_file("a.png", height=10), image_file("b.png", height=20))
    window.view.table.selectRow(0)
    window.view.table.selectRow(1)
    wait_until(lambda: preview.view.image is not None)
    assert preview.view.image.height() == 20


def test_sizes_are_compared_on_demand(window, preview, image_file, add, show, wait_until, qtbot):
    path = image_file("a.png", height=96, width=96)
    add(window.queue, path)
    show(0)
    assert not preview.chart.bars
    preview.comparison_wanted.emit()
    wait_until(lambda: preview.chart.bars and all(bar.size for bar in preview.chart.bars))
    sizes = {bar.name: bar.size for bar in preview.chart.bars}
    assert list(sizes) == ["This file", "PNG", "WebP", "JPEG XL", ".bsw"]
    assert sizes["This file"] == path.stat().st_size
    assert preview.chart.isVisible()
    assert not preview.grab().isNull()


def test_large_pictures_are_read_small(image_file):
    path = image_file("wide.png", height=30, width=3000)
    picture = pictures.of_image_file(path, QSize(300, 300))
    assert (picture.size, picture.image.size()) == (QSize(3000, 30), QSize(300, 3))


def test_a_file_without_a_picture_has_no_thumbnail_and_does_no_harm(tmp_path):
    (tmp_path / "a.txt").write_text("words")
    assert pictures.thumbnail(tmp_path / "a.txt", 32) is None
    assert pictures.thumbnail(tmp_path / "absent.png", 32) is None


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_other_formats_are_compared_on_the_same_pixels(image_file, channels):
    path = image_file("a.png", channels=channels)
    plain = comparing.plain(QImage(str(path)))
    assert comparing.pixels_of(plain).shape == (48, 64, channels)
    sizes = dict(comparing.other_sizes(path.read_bytes()))
    assert list(sizes) == list(comparing.NAMES)
    assert 0 < sizes["WebP"] < 4 * sizes["JPEG XL"]


def test_the_command_line_gives_the_same_sizes(image_file, tmp_path, capsys):
    """`bitswap bench` is the chart's twin."""
    path = image_file("a.png")
    sizes = dict(comparing.other_sizes(path.read_bytes()))
    codecs = [argument for name in comparing.CODECS.values() for argument in ("--codec", name)]
    assert cli.main(["bench", str(path), *codecs, "-o", str(tmp_path / "bench"), "--plots", "none", "--json"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    by_bench = {event["codec"]: event["coded_bytes"] for event in events if event["type"] == "TrialDone"}
    assert by_bench == {comparing.CODECS[name]: size for name, size in sizes.items()}


def test_sixteen_bits_are_compared_where_a_format_holds_them(tmp_path):
    deep = QImage(40, 30, QImage.Format.Format_RGBA64)
    deep.fill(0xFF336699)
    deep.save(str(tmp_path / "deep.png"))
    sizes = dict(comparing.other_sizes((tmp_path / "deep.png").read_bytes()))
    assert sizes["WebP"] is None
    assert sizes["PNG"] > 0
    assert sizes["JPEG XL"] > 0


def samples(channels, depth):
    rng = np.random.default_rng(channels)
    shape = (30, 40, channels) if channels > 1 else (30, 40)
    return rng.integers(0, 1 << depth, shape).astype(np.uint8 if depth == 8 else np.uint16)


@pytest.mark.parametrize(("channels", "depth"), [(1, 8), (2, 8), (3, 8), (4, 8), (3, 16)])
def test_jpeg_xl_files_are_shown(tmp_path, channels, depth):
    pixels = samples(channels, depth)
    path = tmp_path / "a.jxl"
    path.write_bytes(imagecodecs.jpegxl_encode(pixels, lossless=True))
    picture = pictures.of_image_file(path, QSize(100, 100))
    assert picture.size == QSize(40, 30)
    grey = (pixels if channels == 1 else pixels[:, :, 0]) >> (depth - 8)
    assert picture.image.pixelColor(7, 5).red() == grey[5, 7]
    assert pictures.thumbnail(path, 20).width() == 20
    assert dict(comparing.other_sizes(path.read_bytes()))["PNG"] > 0


@pytest.mark.skipif(not imagecodecs.AVIF.available, reason="this imagecodecs has no AVIF")
@pytest.mark.parametrize("depth", [8, 10, 12])
def test_avif_files_are_shown(tmp_path, depth):
    pixels = samples(3, depth)
    path = tmp_path / "a.avif"
    path.write_bytes(imagecodecs.avif_encode(pixels, level=100, bitspersample=depth))
    picture = pictures.of_image_file(path, QSize(100, 100))
    assert picture.size == QSize(40, 30)
    decoded = imagecodecs.avif_decode(path.read_bytes()).astype(int)[5, 7, 0]
    assert abs(picture.image.pixelColor(7, 5).red() - (decoded >> (depth - 8))) <= 1


@pytest.mark.parametrize("name", ["large.jxl", "broken.jxl", "broken.avif", "photo.heic"])
def test_what_cannot_be_shown_is_no_error(tmp_path, name, monkeypatch):
    whole = imagecodecs.jpegxl_encode(samples(3, 8))
    data = {"l": whole, "b": b"\xff\x0a" + bytes(30), "p": b"\0\0\0\x18ftypheic"}[name[0]]
    monkeypatch.setattr(other_formats, "_MOST_PIXELS", 1000)
    path = tmp_path / name
    path.write_bytes(data + bytes(40))
    assert pictures.of_image_file(path, QSize(100, 100)).image is None
    assert pictures.thumbnail(path, 20) is None


def test_our_own_size_is_the_size_of_the_file(image_file, engine_for, window, add, finish, tmp_path):
    path = image_file("a.png", height=96, width=96)
    add(window.queue, path)
    finish(window.queue)
    named = (tmp_path / "a.png.bsw").stat().st_size
    own = comparing.own_size(path.read_bytes(), CompressOptions(), engine_for, lambda *_: None)
    assert own == named - len("a.png")


def test_our_own_size_heeds_that_metadata_is_left_out(image_file, engine_for):
    data = image_file("a.jpg", format="JPEG", comment=b"Jane Doe" * 99).read_bytes()
    sizes = [
        comparing.own_size(data, CompressOptions(metadata=metadata), engine_for, lambda *_: None)
        for metadata in (True, False)
    ]
    assert sizes[0] > sizes[1]


def test_a_coded_file_shows_the_thumbnail_that_it_holds(image_file, window, add, finish, tmp_path, engine_for):
    path = image_file("a.png", height=400, width=600)
    add(window.queue, path)
    finish(window.queue)
    coded = tmp_path / "a.png.bsw"
    seen = pictures.peek(coded)
    assert seen.size == QSize(600, 400)
    small = pictures.thumbnail(coded, 32)
    assert (seen.image is None) == (small is None)
    if small is not None:
        assert max(small.width(), small.height()) == 32
