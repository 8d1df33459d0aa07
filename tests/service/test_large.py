"""Files of which memory holds a piece at a time; they are small here, and called large."""

import os

import numpy as np
import pytest

from bitswap_app.container.storing import write_stored
from bitswap_app.errors import Cancelled, CorruptFile, ImageError, InputError, OutputError, VerifyFailed
from bitswap_app.imaging import io as images
from bitswap_app.service import codings, files, large
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import FileDescribed, FileDone, FileSkipped, UnitsDone
from bitswap_app.service.files import compress_file, decompress_file, describe_file, verify_file
from bitswap_app.service.options import CompressOptions, DecodeOptions, DecompressOptions

LARGE = 5000
WORDS = b"".join(b"Dear Sir or Madam number %d,\n" % i for i in range(3000))
NOISE = np.random.default_rng(0).bytes(40_000)


@pytest.fixture(autouse=True)
def _small_is_large(monkeypatch):
    monkeypatch.setattr(large, "LARGE_BYTES", LARGE)
    monkeypatch.setattr(codings, "LARGE_BYTES", LARGE)


def no_engine(_model):
    raise AssertionError("no engine is needed")


def compress(source, control=None, **options):
    folder = source.parent / "out"
    return list(compress_file(source, folder, CompressOptions(**options), no_engine, control or Control()))


def decompress(coded, **options):
    return list(decompress_file(coded, coded.parent / "back", DecompressOptions(**options), no_engine, Control()))


@pytest.fixture(params=[WORDS, NOISE], ids=["words", "noise"])
def source(request, tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(request.param)
    os.utime(path, ns=(1, 1_600_000_000_123_456_789))
    return path


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_it_comes_back_with_its_time_and_no_part_stays(source, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "read_source", None)
    done = compress(source)[-1]
    assert isinstance(done, FileDone)
    assert (done.coding, done.source_bytes) == ("stored", source.stat().st_size)
    assert done.coded_bytes == done.output.stat().st_size <= done.source_bytes + 64
    back = decompress(done.output)[-1]
    assert back.output.read_bytes() == source.read_bytes()
    assert back.output.stat().st_mtime_ns == source.stat().st_mtime_ns
    assert (back.source_bytes, back.coded_bytes) == (done.source_bytes, done.coded_bytes)
    assert names_in(tmp_path / "out") == ["back", "film.mp4.bsw"]
    assert names_in(tmp_path / "out" / "back") == ["film.mp4"]


def test_it_is_the_file_that_memory_would_have_made(source, tmp_path, monkeypatch):
    coded = compress(source)[-1].output
    monkeypatch.setattr(large, "LARGE_BYTES", 1 << 30)
    assert decompress(coded)[-1].output.read_bytes() == source.read_bytes()


def test_it_is_verified_described_and_found_again(source):
    coded = compress(source)[-1].output
    *progress, verified = verify_file(coded, DecodeOptions(), no_engine, Control())
    assert (verified.action, verified.source_bytes) == ("verified", source.stat().st_size)
    assert all(isinstance(event, UnitsDone) and event.stage == "decoding" for event in progress)
    described = list(describe_file(coded))[-1]
    assert isinstance(described, FileDescribed)
    assert (described.coding, described.name, described.width) == ("stored", "film.mp4", 0)
    assert [event.why for event in compress(source)] == ["done"]
    decompress(coded)
    assert [event.why for event in decompress(coded)] == ["done"]


def test_a_damaged_one_gives_nothing(source, tmp_path):
    coded = compress(source)[-1].output
    data = bytearray(coded.read_bytes())
    data[len(data) // 2] ^= 1
    coded.write_bytes(data)
    for run in (
        lambda: decompress(coded),
        lambda: list(verify_file(coded, DecodeOptions(), no_engine, Control())),
        lambda: list(describe_file(coded)),
    ):
        with pytest.raises(CorruptFile, match="checksum"):
            run()
    assert names_in(tmp_path / "out" / "back") == []
    again = compress(source, existing="replace")[-1]
    assert isinstance(again, FileDone)


def test_a_result_that_is_not_the_source_is_discarded(source, tmp_path, monkeypatch):
    def another(name, packed, stream):
        data = bytearray(b"".join(write_stored(name, packed, stream)))
        data[-100] ^= 1
        return iter([bytes(data)])

    monkeypatch.setattr(large, "write_stored", another)
    with pytest.raises(VerifyFailed, match="discarded"):
        compress(source)
    assert names_in(tmp_path / "out") == []
    assert isinstance(compress(source, verify=False)[-1], FileDone)


def test_a_source_goes_once_its_result_was_read_back(source, monkeypatch):
    checked = []
    expect_in = large._expect_in
    monkeypatch.setattr(large, "_expect_in", lambda coded, *rest: (checked.append(coded), expect_in(coded, *rest)))
    done = compress(source, source_after="delete", verify=False)[-1]
    assert checked[0].name.endswith(".bsw-part")
    assert checked[1] == done.output
    assert not source.exists()


def test_a_source_stays_where_its_result_cannot_be_read_back(source, monkeypatch):
    expect_in = large._expect_in

    def fail_in_the_end(coded, *rest):
        if coded.suffix == ".bsw":
            raise OSError(5, "Input/output error")
        expect_in(coded, *rest)

    monkeypatch.setattr(large, "_expect_in", fail_in_the_end)
    with pytest.raises(VerifyFailed, match="source stays"):
        compress(source, source_after="delete")
    assert source.exists()


def test_a_source_that_changes_meanwhile_has_no_result(source, tmp_path, monkeypatch):
    def grow(*arguments):
        with source.open("ab") as stream:
            stream.write(b"more")
        return write_stored(*arguments)

    monkeypatch.setattr(large, "write_stored", grow)
    with pytest.raises((InputError, VerifyFailed), match=r"changed|did not give the source back"):
        compress(source)
    assert names_in(tmp_path / "out") == []


def test_a_cancelled_one_leaves_nothing(source, tmp_path):
    control = Control()
    events = compress_file(source, tmp_path / "out", CompressOptions(), no_engine, control)
    control.cancel()
    with pytest.raises(Cancelled):
        list(events)
    assert not (tmp_path / "out").exists() or names_in(tmp_path / "out") == []


def test_a_full_disk_is_the_results_fault(source, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(large, "pack_file", full)
    with pytest.raises(OutputError, match="no space left"):
        compress(source)


def test_images_are_read_whole_and_stored_by_pieces(tmp_path, monkeypatch):
    path = tmp_path / "pages.tif"
    path.write_bytes(b"II*\0" + NOISE)
    done = compress(path)[-1]
    assert (done.coding, "TIFF" in done.note or "image" in done.note) == ("stored", True)
    assert decompress(done.output)[-1].output.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    "begin", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"BM", b"MM\0*", b"GIF89a", b"qoif", b"P6\n1"]
)
def test_what_may_be_an_image_is_told_by_its_head(begin):
    assert images.may_be_coded(begin + NOISE[:4000])


@pytest.mark.parametrize("begin", [b"", b"%PDF-1.7", b"PK\3\4", b"\0\0\0\x18ftypmp42", b"\x1a\x45\xdf\xa3", b"ID3"])
def test_what_is_no_image_is_told_by_its_head(begin):
    assert not images.may_be_coded(begin)


def test_a_file_too_large_for_memory_is_stored_whatever_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(large, "MAX_FILE_BYTES", 10_000)
    path = tmp_path / "huge.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + NOISE)
    done = compress(path)[-1]
    assert (done.coding, "too large" in done.note) == ("stored", True)


def test_a_bomb_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "zeros"
    path.write_bytes(bytes(1 << 23))
    coded = compress(path)[-1].output
    assert coded.stat().st_size < 1000
    with pytest.raises(ImageError, match=r"8388608 bytes; at most 800000 are unpacked"):
        decompress(coded, max_pixels=100_000)
    assert decompress(coded, max_pixels=1 << 20)[-1].source_bytes == 1 << 23


def test_ordinary_large_files_are_not_bombs(source):
    coded = compress(source)[-1].output
    assert isinstance(decompress(coded, max_pixels=1)[-1], FileDone)


def test_another_file_of_the_name_is_respected(source, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "film.mp4.bsw").write_bytes(b"mine")
    with pytest.raises(OutputError, match="exists already"):
        compress(source)
    assert isinstance(compress(source, existing="skip")[-1], FileSkipped)
    assert compress(source, existing="rename")[-1].output.name == "film (2).mp4.bsw"
    assert (tmp_path / "out" / "film.mp4.bsw").read_bytes() == b"mine"
