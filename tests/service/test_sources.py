"""Reading says what is wrong, and never waits for ever."""

import errno
import os
from pathlib import Path

import pytest

from bitswap_app.errors import InputError
from bitswap_app.service import sources
from bitswap_app.service.sources import read_source, remove_source


def raising(error):
    def fail(*_args, **_options):
        raise error

    return fail


def test_unreadable_sources_say_why(tmp_path, monkeypatch):
    with pytest.raises(InputError, match="no file"):
        read_source(tmp_path / "absent.png")
    with pytest.raises(InputError, match="folder"):
        read_source(tmp_path)
    with pytest.raises(InputError, match="cannot be the name"):
        read_source(tmp_path / "a\0b")
    source = tmp_path / "x"
    source.write_bytes(b"x")
    for fault, words in ((PermissionError(errno.EACCES, "denied"), "may not read"), (OSError(errno.EIO, "I/O"), "I/O")):
        with monkeypatch.context() as patch:
            patch.setattr(Path, "read_bytes", raising(fault))
            with pytest.raises(InputError, match=words):
                read_source(source)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes of that kind here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="a pipe or the like"):
        read_source(tmp_path / "pipe")


def test_a_file_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MAX_FILE_BYTES", 1 << 40)
    monkeypatch.setattr(Path, "read_bytes", raising(AssertionError("read")))
    path = tmp_path / "huge"
    with path.open("wb") as stream:
        try:
            stream.truncate((1 << 40) + 1)
        except OSError:
            pytest.skip("no file of that size can be made here")
    with pytest.raises(InputError, match="1099511627777 bytes"):
        read_source(path)


def test_the_trash_s_own_errors_keep_the_source(tmp_path, monkeypatch):
    path = tmp_path / "x"
    path.write_bytes(b"x")
    monkeypatch.setattr("send2trash.send2trash", raising(OSError(errno.EXDEV, "Another drive")))
    assert remove_source(read_source(path), "trash") == "The source could not be removed (Another drive)."
    assert path.exists()
