"""Parts: whole or absent, locked while their writer lives, removed when it does not."""

import errno
import os
import time
from pathlib import Path

import pytest

from bitswap_app.errors import OutputError, VerifyFailed
from bitswap_app.service import writing
from bitswap_app.service.cancel import Control
from bitswap_app.service.files import compress_file
from bitswap_app.service.options import CompressOptions
from bitswap_app.service.writing import Part, is_part_name, read_back, remove_abandoned_parts


@pytest.fixture
def compress(engine_for):
    def run(source, folder=None, **options):
        return list(compress_file(source, folder or source.parent, CompressOptions(**options), engine_for, Control()))

    return run


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def raising(error):
    def fail(*_args, **_options):
        raise error

    return fail


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "no space left"),
        (OSError(errno.EFBIG, "File too large"), "larger than a file may be"),
        (OSError(errno.EROFS, "Read-only"), "nothing can be written"),
        (OSError(errno.ENOENT, "No such file"), "its folder is gone"),
        (PermissionError(errno.EACCES, "denied"), "may not write"),
        (OSError(errno.EIO, "Input/output error"), "Input/output"),
    ],
)
@pytest.mark.parametrize("where", [(os, "fsync"), (Path, "replace"), (Path, "mkdir"), (os, "fdopen")])
def test_faults_of_writing_leave_nothing_and_say_why(compress, image_file, tmp_path, monkeypatch, where, fault, words):
    source = image_file()
    target = tmp_path / "photo.png.bsw"
    target.write_bytes(b"older")
    with monkeypatch.context() as patch:
        patch.setattr(*where, raising(fault))
        with pytest.raises(OutputError, match=words):
            compress(source, existing="replace")
    assert names_in(tmp_path) == ["photo.png", "photo.png.bsw"]
    assert target.read_bytes() == b"older"


def test_an_output_folder_that_is_a_file_is_named(compress, image_file, tmp_path):
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(OutputError, match="no folder"):
        compress(image_file(), tmp_path / "out")


@pytest.mark.parametrize("error", [KeyboardInterrupt, VerifyFailed("No.")])
def test_an_interrupt_leaves_no_part(tmp_path, error):
    with pytest.raises((KeyboardInterrupt, VerifyFailed)), Part(tmp_path / "x", b"half"):
        assert [name for name in names_in(tmp_path) if is_part_name(name)]
        raise error
    assert names_in(tmp_path) == []


def test_a_part_is_its_owner_s_alone_until_it_is_dressed(tmp_path):
    before = os.umask(0)
    try:
        with Part(tmp_path / "x", b"secret") as part:
            assert os.name == "nt" or part.path.stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(before)


def test_a_part_replaces_nothing_unasked(tmp_path):
    (tmp_path / "x").write_bytes(b"older")
    with Part(tmp_path / "x", b"newer") as part:
        with pytest.raises(FileExistsError):
            part.put(tmp_path / "x", replacing=False)
        assert (tmp_path / "x").read_bytes() == b"older"
        part.put(tmp_path / "x", replacing=True)
    assert (read_back(tmp_path / "x"), names_in(tmp_path)) == (b"newer", ["x"])


@pytest.mark.skipif(os.name == "nt", reason="links are not used there")
def test_a_file_system_without_links_will_do(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", raising(OSError(errno.EPERM, "Operation not permitted")))
    with Part(tmp_path / "x", b"whole") as part:
        part.put(tmp_path / "x", replacing=False)
    with Part(tmp_path / "x", b"newer") as part, pytest.raises(FileExistsError):
        part.put(tmp_path / "x", replacing=False)
    assert (names_in(tmp_path), (tmp_path / "x").read_bytes()) == (["x"], b"whole")


def test_syncing_a_folder_that_cannot_be_synced_is_no_failure(tmp_path, monkeypatch):
    with Part(tmp_path / "x", b"whole") as part:
        monkeypatch.setattr(writing.os, "open", raising(OSError(errno.EACCES, "denied")))
        part.put(tmp_path / "x", replacing=False)
    assert (tmp_path / "x").read_bytes() == b"whole"


def test_long_names_leave_room_for_the_part_s(tmp_path):
    target = tmp_path / ("ü" * 120 + ".png.bsw")
    with Part(target, b"x") as part:
        part.put(target, replacing=False)
    assert names_in(tmp_path) == [target.name]


def test_abandoned_parts_are_removed_and_others_are_not(tmp_path, monkeypatch):
    later = time.time() + 90
    monkeypatch.setattr(writing.time, "time", lambda: later)
    abandoned = tmp_path / ".a.png.bsw.01234567.bsw-part"
    similar = tmp_path / "a.png.bsw.01234567.bsw-part"
    for path in (abandoned, similar):
        path.write_bytes(b"half")
    with Part(tmp_path / "x", b"being written") as part:
        remove_abandoned_parts(tmp_path)
        assert names_in(tmp_path) == sorted([part.path.name, similar.name])
    abandoned.write_bytes(b"half")
    later -= 60
    remove_abandoned_parts(tmp_path)
    assert abandoned.exists()
