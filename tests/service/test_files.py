"""One file in, one file out: whole or absent, and nothing replaced unasked."""

import errno
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitswap_app.container.header import is_plain_name
from bitswap_app.errors import Cancelled, FormatError, ImageError, InputError, OutputError, VerifyFailed
from bitswap_app.service import writing
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import FileDescribed, FileDone, UnitsDone
from bitswap_app.service.files import compress_file, decompress_file, describe_file, restored_name, verify_file
from bitswap_app.service.options import CompressOptions, DecompressOptions
from bitswap_app.service.writing import whole_or_absent


@pytest.fixture
def compress(engine_for):
    def run(source, folder=None, cancel=None, **options):
        events = compress_file(
            source, folder or source.parent, CompressOptions(**options), engine_for, cancel or Control()
        )
        return list(events)

    return run


@pytest.fixture
def decompress(engine_for):
    def run(source, folder=None, **options):
        return list(
            decompress_file(source, folder or source.parent, DecompressOptions(**options), engine_for, Control())
        )

    return run


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_photograph_goes_and_comes_back(compress, decompress, image_file, tmp_path):
    source = image_file()
    done = compress(source)[-1]
    assert isinstance(done, FileDone)
    assert (done.output, done.coding, done.action) == (tmp_path / "photo.png.bsw", "bitswap", "compressed")
    assert done.source_bytes == source.stat().st_size
    assert done.coded_bytes == done.output.stat().st_size < done.source_bytes
    back = decompress(done.output, tmp_path / "back")[-1]
    assert back.output == tmp_path / "back" / "photo.png"
    assert back.source_bytes == back.output.stat().st_size
    assert names_in(tmp_path) == ["back", "photo.png", "photo.png.bsw"]


def test_progress_is_reported_by_stage(compress, image_file):
    stages = [event.stage for event in compress(image_file()) if isinstance(event, UnitsDone)]
    assert stages == sorted(stages, key=["coding", "checking"].index)
    assert set(stages) == {"coding", "checking"}


def test_files_get_the_rights_that_the_user_wants(compress, image_file):
    before = os.umask(0o022)
    try:
        output = compress(image_file())[-1].output
    finally:
        os.umask(before)
    assert os.name == "nt" or output.stat().st_mode & 0o777 == 0o644


def test_an_existing_output_is_replaced_only_when_asked(compress, decompress, image_file, tmp_path):
    source = image_file()
    target = tmp_path / "photo.png.bsw"
    target.write_bytes(b"older")
    with pytest.raises(OutputError, match="exists already"):
        compress(source)
    assert target.read_bytes() == b"older"
    compress(source, existing="replace")
    with pytest.raises(OutputError, match="exists already"):
        decompress(target)
    decompress(target, existing="replace")


def test_the_source_is_never_its_own_output(compress, decompress, image_file, tmp_path):
    compress(image_file())
    disguised = (tmp_path / "photo.png.bsw").rename(tmp_path / "photo.png")
    before = disguised.read_bytes()
    with pytest.raises(OutputError, match="the source itself"):
        decompress(disguised, existing="replace")
    assert disguised.read_bytes() == before


def test_a_folder_in_the_way_is_named(compress, image_file, tmp_path):
    source = image_file()
    (tmp_path / "photo.png.bsw").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        compress(source, existing="replace")


def test_verifying_and_describing_write_nothing(compress, engine_for, image_file, tmp_path):
    output = compress(image_file(), tmp_path / "out")[-1].output
    (done,) = (e for e in verify_file(output, engine_for, Control()) if isinstance(e, FileDone))
    assert (done.action, done.output) == ("verified", None)
    (facts,) = describe_file(output)
    assert isinstance(facts, FileDescribed)
    assert (facts.name, facts.width, facts.height, facts.channels) == ("photo.png", 64, 48, 3)
    assert facts.model_id == bytes(range(100, 108)).hex()
    assert names_in(output.parent) == ["photo.png.bsw"]


@pytest.mark.parametrize(
    ("coded", "stored", "expected"),
    [
        ("photo.png.bsw", "photo.png", "photo.png"),
        ("holiday.png.bsw", "photo.png", "holiday.png"),
        ("PHOTO.PNG.BSW", "photo.png", "PHOTO.PNG"),
        ("download.bsw", "photo.png", "photo.png"),
        ("download", "photo.png", "photo.png"),
        ("photo.png.bsw", "", "photo.png"),
        ("download", "", "download.restored"),
        (".bsw", "photo.png", "photo.png"),
        ("...bsw", "", "...bsw.restored"),
        ("...bsw", "photo", "photo"),
        ("x.bsw", "../../etc/passwd", "x"),
    ],
)
def test_restored_names(coded, stored, expected):
    assert restored_name(coded, stored) == expected


@given(coded=st.text(min_size=1).filter(is_plain_name), stored=st.text(), folder=st.just(Path("/some/folder")))
def test_a_restored_name_never_leaves_the_folder(coded, stored, folder):
    target = folder / restored_name(coded or "x", stored)
    assert Path(os.path.normpath(target)).parent == folder


def test_unreadable_sources_say_why(compress, image_file, tmp_path, monkeypatch):
    with pytest.raises(InputError, match="no file"):
        compress(tmp_path / "absent.png")
    with pytest.raises(InputError, match="folder"):
        compress(tmp_path)
    source = image_file()
    for fault, words in ((PermissionError(errno.EACCES, "denied"), "may not read"), (OSError(errno.EIO, "I/O"), "I/O")):
        monkeypatch.setattr(Path, "read_bytes", raising(fault))
        with pytest.raises(InputError, match=words):
            compress(source)


def raising(error):
    def fail(*_args, **_options):
        raise error

    return fail


PLAIN_OPEN = Path.open


def only_new_files(replacement):
    """Path.open with a replacement for files that are to be made; reading goes on as ever."""

    def opened(path, mode="r", *args, **options):
        return replacement(path) if "x" in mode else PLAIN_OPEN(path, mode, *args, **options)

    return opened


class Full:
    """A stream on a full disk."""

    def __init__(self, stream, room):
        self.stream, self.room = stream, room

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stream.close()

    def write(self, data):
        self.stream.write(data[: self.room])
        self.stream.flush()
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_nothing(compress, image_file, tmp_path, monkeypatch):
    source = image_file()
    monkeypatch.setattr(Path, "open", only_new_files(lambda path: Full(PLAIN_OPEN(path, "xb"), 20)))
    with pytest.raises(OutputError, match="no space left"):
        compress(source)
    assert names_in(tmp_path) == ["photo.png"]


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "no space left"),
        (OSError(errno.EROFS, "Read-only"), "nothing can be written"),
        (PermissionError(errno.EACCES, "denied"), "may not write"),
        (OSError(errno.EIO, "Input/output error"), "Input/output"),
    ],
)
@pytest.mark.parametrize("where", [(os, "fsync"), (Path, "replace"), (Path, "mkdir"), (Path, "open")])
def test_faults_of_writing_leave_nothing_and_say_why(compress, image_file, tmp_path, monkeypatch, where, fault, words):
    source = image_file()
    target = tmp_path / "photo.png.bsw"
    target.write_bytes(b"older")
    with monkeypatch.context() as patch:
        patch.setattr(*where, only_new_files(raising(fault)) if where == (Path, "open") else raising(fault))
        with pytest.raises(OutputError, match=words):
            compress(source, existing="replace")
    assert names_in(tmp_path) == ["photo.png", "photo.png.bsw"]
    assert target.read_bytes() == b"older"


def test_an_output_folder_that_is_a_file_is_named(compress, image_file, tmp_path):
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(OutputError, match="no folder"):
        compress(image_file(), tmp_path / "out")


def test_an_interrupt_leaves_no_part(tmp_path):
    with pytest.raises(KeyboardInterrupt), whole_or_absent(tmp_path / "x") as stream:
        stream.write(b"half")
        assert [p for p in names_in(tmp_path) if p.endswith(".part")]
        raise KeyboardInterrupt
    assert names_in(tmp_path) == []


def test_a_failing_block_keeps_its_own_error(tmp_path):
    with pytest.raises(VerifyFailed), whole_or_absent(tmp_path / "x"):
        raise VerifyFailed("No.")
    assert names_in(tmp_path) == []


def test_cancelling_leaves_nothing_and_ends_the_thread(engine, image_file, tmp_path):
    source, cancel = image_file(), Control()

    class Slow(type(engine)):
        def compress_image(self, pixels, report):
            cancel.cancel()
            return super().compress_image(pixels, report)

    with pytest.raises(Cancelled):
        list(compress_file(source, tmp_path, CompressOptions(), lambda _: Slow(), cancel))
    assert names_in(tmp_path) == ["photo.png"]
    assert threading.active_count() == 1


def test_a_closed_generator_ends_its_thread(engine_for, image_file, tmp_path):
    events = compress_file(image_file(), tmp_path, CompressOptions(), engine_for, Control())
    next(events)
    events.close()
    assert threading.active_count() == 1
    assert names_in(tmp_path) == ["photo.png"]


def test_bad_sources_leave_nothing(compress, decompress, tmp_path):
    for data in (b"", b"words", b"\x89PNG\r\n\x1a\nwords"):
        (tmp_path / "bad.png").write_bytes(data)
        with pytest.raises(ImageError):
            compress(tmp_path / "bad.png")
        with pytest.raises(FormatError):
            decompress(tmp_path / "bad.png")
    assert names_in(tmp_path) == ["bad.png"]


def test_syncing_a_folder_that_cannot_be_synced_is_no_failure(tmp_path, monkeypatch):
    monkeypatch.setattr(writing.os, "open", raising(OSError(errno.EACCES, "denied")))
    with whole_or_absent(tmp_path / "x") as stream:
        stream.write(b"whole")
    assert (tmp_path / "x").read_bytes() == b"whole"
