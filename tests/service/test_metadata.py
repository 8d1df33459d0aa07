"""The option to leave metadata out, from files to files."""

import os

import numpy as np
import pytest
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from bitswap_app.errors import InputError, OutputError
from bitswap_app.imaging.metadata import without_metadata
from bitswap_app.service import codings, files, large
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import FileDone
from bitswap_app.service.files import compress_file, decompress_file
from bitswap_app.service.metadata import together
from bitswap_app.service.options import CompressOptions, DecompressOptions
from bitswap_app.service.sources import read_source

SECRET = "Jane Doe"
KINDS = ("jpg", "png", "webp")


@pytest.fixture
def picture(tmp_path, smooth_pixels):
    """picture("png", tells=True) -> the path of a picture that lies on its side, with or without a name in it."""

    def make(kind, *, tells=True, height=48, folder=tmp_path):
        image = Image.fromarray(smooth_pixels(height, 64, 3))
        exif = Image.Exif()
        exif[0x0112] = 6
        if tells:
            exif[0x013B] = SECRET
        info = PngInfo()
        if tells:
            info.add_text("Author", SECRET)
        path = folder / f"photo.{kind}"
        options = {"png": {"pnginfo": info}, "webp": {"lossless": True}, "jpg": {"comment": SECRET} if tells else {}}
        image.save(path, exif=exif, **options[kind])
        os.utime(path, ns=(10**18, 10**18))
        return path

    return make


@pytest.fixture
def compress(engine_for):
    def run(source, **options):
        chosen = CompressOptions(**{"metadata": False} | options)
        return list(compress_file(source, source.parent, chosen, engine_for, Control()))[-1]

    return run


@pytest.fixture
def decompress(engine_for):
    def run(coded, folder="back", **options):
        chosen = DecompressOptions(**options)
        return list(decompress_file(coded, coded.parent / folder, chosen, engine_for, Control()))[-1]

    return run


def shown(path):
    with Image.open(path) as image:
        return ImageOps.exif_transpose(image).tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_comes_back_without_what_it_told(compress, decompress, picture, kind):
    source = picture(kind)
    data = source.read_bytes()
    done = compress(source)
    assert SECRET.encode() in data
    assert SECRET.encode() not in done.output.read_bytes()
    assert done.source_bytes == len(data)
    assert done.left_out_bytes == len(data) - len(without_metadata(data))
    assert f"Metadata of {done.left_out_bytes} bytes was left out." in done.note
    back = decompress(done.output).output
    assert SECRET.encode() not in back.read_bytes()
    assert shown(back) == shown(source)
    assert source.read_bytes() == data
    if kind == "jpg":
        assert back.read_bytes() == without_metadata(data)


@pytest.mark.parametrize("kind", KINDS)
def test_by_default_all_is_kept(compress, decompress, picture, kind):
    source = picture(kind)
    done = compress(source, metadata=True)
    assert (done.left_out_bytes, "etadata" in done.note) == (0, False)
    assert SECRET.encode() in decompress(done.output).output.read_bytes()


@pytest.mark.parametrize("existing", ["fail", "skip", "rename"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_second_run_skips_what_is_done(compress, decompress, picture, kind, existing):
    source = picture(kind)
    output = compress(source).output
    again = compress(source, existing=existing)
    assert (again.why, again.output) == ("done", output)
    back = decompress(output).output
    assert (decompress(output, existing=existing).why, back.exists()) == ("done", True)


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_a_result_of_the_other_setting_is_not_up_to_date(compress, picture, kind, first):
    source = picture(kind)
    output = compress(source, metadata=first).output
    with pytest.raises(OutputError, match="exists already"):
        compress(source, metadata=not first)
    second = compress(source, metadata=not first, existing="rename")
    assert second.output.name == f"photo (2).{kind}.bsw"
    assert [compress(source, metadata=setting, existing="rename").output for setting in (first, not first)] == [
        output,
        second.output,
    ]
    assert isinstance(compress(source, metadata=not first, existing="replace"), FileDone)


@pytest.mark.parametrize("kind", KINDS)
def test_where_nothing_is_left_out_the_settings_make_one_result(compress, picture, kind):
    source = picture(kind, tells=False)
    source.write_bytes(without_metadata(source.read_bytes()))
    done = compress(source)
    assert (done.left_out_bytes, "etadata" in done.note) == (0, False)
    assert compress(source, metadata=True).why == "done"


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_source_is_done_anew(compress, picture, kind):
    source = picture(kind)
    compress(source)
    picture(kind, height=50)
    with pytest.raises(OutputError, match="exists already"):
        compress(source)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_with_metadata_is_not_taken_for_the_one_without(compress, decompress, picture, kind):
    """Its pixels and its time are the same."""
    source = picture(kind)
    output = compress(source).output
    with pytest.raises(OutputError, match="exists already"):
        decompress(output, ".")
    decompress(output, ".", existing="replace")
    assert SECRET.encode() not in source.read_bytes()


def test_jpeg_pixels_keep_their_orientation_only(compress, decompress, picture):
    source = picture("jpg")
    back = decompress(compress(source, pixels=True).output).output
    assert SECRET.encode() not in back.read_bytes()
    assert shown(back) == shown(source)


def test_a_source_goes_with_its_metadata(compress, decompress, picture):
    source = picture("png")
    before = shown(source)
    done = compress(source, source_after="delete")
    assert (source.exists(), done.warnings) == (False, ())
    assert shown(decompress(done.output).output) == before


def test_a_source_that_changes_while_it_is_coded_has_no_result(compress, picture, monkeypatch):
    source = picture("png")

    def read_and_change(path):
        read = read_source(path)
        path.write_bytes(b"new work")
        return read

    monkeypatch.setattr(files, "read_source", read_and_change)
    with pytest.raises(InputError, match="changed while it was read"):
        compress(source)
    assert not list(source.parent.glob("*.bsw"))


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [("a.tif", "TIFF", "only that of JPEG"), ("a.gif", "GIF", "only that of JPEG"), ("a.bmp", "BMP", "")],
)
def test_other_pictures_are_said_to_keep_it(compress, tmp_path, name, kind, said):
    path = tmp_path / name
    Image.new("RGB", (40, 40), (1, 2, 3)).save(path, kind)
    done = compress(path)
    assert said in done.note
    assert ("Its metadata was kept" in done.note) is bool(said)
    assert done.left_out_bytes == 0


def test_damaged_pictures_are_said_to_keep_it_and_come_back(compress, decompress, picture):
    source = picture("jpg")
    source.write_bytes(source.read_bytes() + b"a film")
    done = compress(source)
    assert "Its metadata was kept: the file is damaged" in done.note
    assert decompress(done.output).output.read_bytes() == source.read_bytes()
    assert compress(source).why == "done"


def test_nothing_is_said_of_other_files(compress, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(b"Dear Sir or Madam,\n" * 99)
    assert "etadata" not in compress(path).note


def test_a_large_file_is_stored_without_metadata(compress, decompress, tmp_path, monkeypatch):
    """It must not be stored a piece at a time, from the source as it is."""
    monkeypatch.setattr(large, "LARGE_BYTES", 5000)
    monkeypatch.setattr(codings, "LARGE_BYTES", 5000)
    image, path = Image.fromarray(np.random.default_rng(0).integers(0, 256, (99, 99, 3), np.uint8)), tmp_path / "a.webp"
    image.save(path, save_all=True, append_images=[ImageOps.invert(image)], xmp=SECRET.encode(), lossless=True)
    done = compress(path)
    assert (done.coding, done.left_out_bytes > 0) == ("stored", True)
    assert SECRET.encode() not in done.output.read_bytes()
    assert decompress(done.output).output.read_bytes() == without_metadata(path.read_bytes())
    assert compress(path).why == "done"


def test_a_picture_too_large_for_memory_is_said_to_keep_it(compress, tmp_path, monkeypatch):
    monkeypatch.setattr(large, "LARGE_BYTES", 5000)
    monkeypatch.setattr(large, "MAX_FILE_BYTES", 6000)
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(9000))
    assert "Its metadata was kept" in compress(path).note


def test_notes_are_put_together():
    assert (together("", ""), together("A b.", ""), together("", "C d.")) == ("", "A b.", "C d.")
    assert together("A b.", "C d.") == "A b. C d."
