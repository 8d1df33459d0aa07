"""One file in, one file out: whole or absent, and nothing replaced unasked."""

import os
import shutil
import threading
from pathlib import Path

import pytest

from bitswap_app.errors import Cancelled, FormatError, ImageError, InputError, OutputError, VerifyFailed
from bitswap_app.imaging import io as images
from bitswap_app.service import files
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import FileDescribed, FileDone, FileSkipped, UnitsDone
from bitswap_app.service.files import compress_file, decompress_file, describe_file, verify_file
from bitswap_app.service.options import CompressOptions, DecodeOptions, DecompressOptions


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
    events = compress(image_file(), source_after="delete")  # an engine that checks while it codes has one stage
    stages = [event.stage for event in events if isinstance(event, UnitsDone)]
    assert stages == sorted(stages, key=["coding", "checking"].index)
    assert set(stages) == {"coding", "checking"}


def test_files_get_the_rights_that_the_user_wants(compress, image_file):
    before = os.umask(0o022)
    try:
        output = compress(image_file())[-1].output
    finally:
        os.umask(before)
    assert os.name == "nt" or output.stat().st_mode & 0o777 == 0o644


def test_another_file_s_name_is_taken_only_when_asked(compress, decompress, image_file, tmp_path):
    source = image_file()
    target = tmp_path / "photo.png.bsw"
    target.write_bytes(b"older")
    with pytest.raises(OutputError, match="exists already"):
        compress(source)
    (skipped,) = compress(source, existing="skip")
    assert (skipped.why, skipped.output) == ("exists", target)
    assert compress(source, existing="rename")[-1].output == tmp_path / "photo (2).png.bsw"
    assert target.read_bytes() == b"older"
    assert compress(source, existing="replace")[-1].output == target
    source.write_bytes(b"edited")
    with pytest.raises(OutputError, match="exists already"):
        decompress(target)
    decompress(target, existing="replace")


@pytest.mark.parametrize("existing", ["fail", "skip", "rename"])
def test_what_is_done_is_not_done_again(compress, decompress, image_file, tmp_path, existing):
    for source in (image_file(), image_file("grey.jpg", channels=1, format="JPEG")):
        output = compress(source)[-1].output
        (again,) = compress(source, existing=existing)
        assert (type(again), again.why, again.output) == (FileSkipped, "done", output)
        assert decompress(output, existing=existing)[-1].why == "done"  # the source itself is what would be restored
        back = decompress(output, tmp_path / "back")[-1].output
        assert decompress(output, tmp_path / "back", existing=existing)[-1].why == "done"
        assert isinstance(decompress(output, tmp_path / "back", existing="replace")[-1], FileDone)
        assert isinstance(compress(source, existing="replace")[-1], FileDone)
        back.unlink()


def test_a_changed_source_or_a_damaged_result_is_not_done(compress, image_file):
    source = image_file()
    output = compress(source)[-1].output
    whole = output.read_bytes()
    output.write_bytes(whole[:-1])
    with pytest.raises(OutputError, match="exists already"):
        compress(source)
    output.write_bytes(whole)
    source.write_bytes(image_file("other.png", height=50).read_bytes())
    with pytest.raises(OutputError, match="exists already"):
        compress(source)


def test_times_and_permissions_go_along(compress, decompress, image_file, tmp_path):
    source = image_file()
    source.chmod(0o640)
    os.utime(source, ns=(1_111_111_111_123_456_789, 1_222_222_222_123_456_789))
    for path in (output := compress(source)[-1].output, decompress(output, tmp_path / "back")[-1].output):
        assert path.stat().st_mtime_ns == source.stat().st_mtime_ns
        assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o640


def test_what_cannot_be_kept_is_said(compress, image_file, monkeypatch):
    def denied(*_args, **_options):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "utime", denied)
    monkeypatch.setattr(os, "fchmod", denied, raising=False)
    warnings = compress(image_file())[-1].warnings
    assert any("time" in warning and "Operation not permitted" in warning for warning in warnings)
    assert len(warnings) == (2 if os.name == "posix" else 1)


def test_a_source_is_deleted_once_its_result_was_read_back(compress, decompress, image_file, tmp_path):
    source = image_file()
    before = source.read_bytes()
    done = compress(source, source_after="delete", verify=False)[-1]
    assert not source.exists()
    assert not done.warnings
    assert decompress(done.output)[-1].output == source
    assert images.read(source.read_bytes()).same_as(images.read(before))


def test_a_source_goes_only_after_its_result_is_on_the_disk_and_was_read_back(compress, image_file, monkeypatch):
    source, steps = image_file(), []

    def noting(name, call):
        return lambda *arguments, **options: steps.append(name) or call(*arguments, **options)

    monkeypatch.setattr(os, "fsync", noting("synced", os.fsync))
    monkeypatch.setattr(files, "read_back", noting("read back", files.read_back))
    monkeypatch.setattr(files, "remove_source", noting("removed", files.remove_source))
    compress(source, source_after="delete")
    assert steps.index("synced") < steps.index("read back")
    assert steps[-2:] == ["read back", "removed"]
    assert not source.exists()


def test_a_source_can_go_to_the_trash(compress, image_file, tmp_path, monkeypatch):
    trash = tmp_path / "trash"
    trash.mkdir()
    monkeypatch.setattr("send2trash.send2trash", lambda path: shutil.move(path, trash))
    compress(image_file(), source_after="trash")
    assert names_in(tmp_path) == ["photo.png.bsw", "trash"]
    assert names_in(trash) == ["photo.png"]


def test_a_source_stays_where_the_disk_gives_something_else(compress, image_file, monkeypatch):
    source = image_file()
    monkeypatch.setattr(files, "read_back", lambda path: path.read_bytes()[:-1])
    with pytest.raises(VerifyFailed, match="the source stays"):
        compress(source, source_after="delete")
    assert source.exists()


def test_a_source_that_cannot_be_removed_or_changed_stays_and_is_told_of(compress, image_file, monkeypatch):
    source = image_file()

    def denied(_path, **_options):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", denied)
        assert "could not be removed (Permission denied)" in compress(source, source_after="delete")[-1].warnings[0]
    for part in source.parent.glob(".*.bsw-part"):
        part.unlink()

    def changed(path):
        source.write_bytes(b"new work")
        return path.read_bytes()

    monkeypatch.setattr(files, "read_back", changed)
    assert "it changed meanwhile" in compress(source, source_after="delete", existing="replace")[-1].warnings[0]
    assert source.read_bytes() == b"new work"


def test_an_old_result_is_no_reason_to_remove_a_source(compress, image_file):
    """It may be a file of the same size and time; and who asks for removal after all wants it removed."""
    source = image_file()
    output = compress(source)[-1].output
    first = output.stat().st_ino
    done = compress(source, source_after="delete")[-1]
    assert (done.output, source.exists()) == (output, False)
    assert output.stat().st_ino != first


def test_what_is_coded_already_is_left(compress, image_file):
    output = compress(image_file())[-1].output
    assert compress(output)[-1].why == "coded"


def test_a_source_that_changes_while_it_is_read_is_an_error(compress, image_file, tmp_path, monkeypatch):
    source = image_file()
    whole = Path.read_bytes

    def read_and_change(path):
        data = whole(path)
        if path == source:
            path.write_bytes(data + b"more")
        return data

    monkeypatch.setattr(Path, "read_bytes", read_and_change)
    with pytest.raises(InputError, match="changed while it was read"):
        compress(source)
    assert names_in(tmp_path) == ["photo.png"]


def test_a_source_that_changes_while_it_is_coded_is_an_error(engine, image_file, tmp_path):
    source = image_file()

    class Meanwhile(type(engine)):
        def compress_image(self, pixels, report, *, check=False):
            os.utime(source, (5, 5))
            return super().compress_image(pixels, report, check=check)

    with pytest.raises(InputError, match="changed while it was read"):
        list(compress_file(source, tmp_path, CompressOptions(), lambda _: Meanwhile(), Control()))
    assert names_in(tmp_path) == ["photo.png"]


def test_images_beyond_the_limit_are_refused(compress, decompress, engine_for, image_file):
    output = compress(image_file())[-1].output
    with pytest.raises(ImageError, match=r"64 x 48 pixels.*--max-pixels"):
        decompress(output, max_pixels=64 * 48 - 1, existing="replace")
    with pytest.raises(ImageError, match="--max-pixels"):
        list(verify_file(output, DecodeOptions(max_pixels=1), engine_for, Control()))
    decompress(output, max_pixels=64 * 48, existing="replace")


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
    (done,) = (e for e in verify_file(output, DecodeOptions(), engine_for, Control()) if isinstance(e, FileDone))
    assert (done.action, done.output) == ("verified", None)
    (facts,) = describe_file(output)
    assert isinstance(facts, FileDescribed)
    assert (facts.name, facts.width, facts.height, facts.channels) == ("photo.png", 64, 48, 3)
    assert facts.model_id == bytes(range(100, 108)).hex()
    assert names_in(output.parent) == ["photo.png.bsw"]


def test_cancelling_leaves_nothing_and_ends_the_thread(engine, image_file, tmp_path):
    before = set(threading.enumerate())
    source, cancel = image_file(), Control()

    class Slow(type(engine)):
        def compress_image(self, pixels, report, *, check=False):
            cancel.cancel()
            return super().compress_image(pixels, report, check=check)

    with pytest.raises(Cancelled):
        list(compress_file(source, tmp_path, CompressOptions(), lambda _: Slow(), cancel))
    assert names_in(tmp_path) == ["photo.png"]
    assert set(threading.enumerate()) <= before


def test_a_closed_generator_ends_its_thread(engine_for, image_file, tmp_path):
    before = set(threading.enumerate())
    events = compress_file(image_file(), tmp_path, CompressOptions(), engine_for, Control())
    next(events)
    events.close()
    assert set(threading.enumerate()) <= before
    assert names_in(tmp_path) == ["photo.png"]


def test_bad_coded_files_leave_nothing(decompress, tmp_path):
    for data in (b"", b"words", b"\x89PNG\r\n\x1a\nwords"):
        (tmp_path / "bad.png").write_bytes(data)
        with pytest.raises(FormatError):
            decompress(tmp_path / "bad.png")
    assert names_in(tmp_path) == ["bad.png"]
