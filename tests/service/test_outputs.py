"""Places for results: none is lost, none replaced unasked, whatever the file system makes of names."""

import os
import threading
from pathlib import Path

import pytest

from bitswap_app.errors import InputError, OutputError
from bitswap_app.service import writing
from bitswap_app.service.outputs import Outputs, Place, Taken
from bitswap_app.service.sources import read_source


@pytest.fixture
def source(tmp_path):
    (tmp_path / "source").write_bytes(b"source")
    return read_source(tmp_path / "source")


def never(_target: Path) -> bool:
    return False


def holds(data):
    return lambda target: target.read_bytes() == data


def test_a_free_name_is_taken(tmp_path, source):
    for existing in ("fail", "skip", "rename", "replace"):
        assert Outputs(existing).settle(tmp_path / "x", source.path, never) == Place(tmp_path / "x", replacing=False)


def test_a_folder_in_the_way_is_named(tmp_path, source):
    (tmp_path / "x").mkdir()
    for existing in ("fail", "replace"):
        with pytest.raises(OutputError, match="is a folder"):
            Outputs(existing).settle(tmp_path / "x", source.path, never)
    assert Outputs("rename").settle(tmp_path / "x", source.path, never).target == tmp_path / "x (2)"
    assert Outputs("skip").settle(tmp_path / "x", source.path, never) == Taken("exists", tmp_path / "x")


@pytest.mark.parametrize("existing", ["fail", "skip", "rename", "replace"])
def test_two_sources_of_one_run_never_share_a_result(tmp_path, source, existing):
    outputs = Outputs(existing)
    written = [outputs.write(tmp_path / "x.bsw", data, source, holds(data))[0] for data in (b"1", b"2", b"3")]
    assert written == [tmp_path / name for name in ("x.bsw", "x (2).bsw", "x (3).bsw")]
    assert [path.read_bytes() for path in written] == [b"1", b"2", b"3"]


@pytest.mark.parametrize("order", [(b"1", b"2"), (b"2", b"1")])
def test_a_second_run_finds_them_in_any_order(tmp_path, source, order):
    first, second = Outputs("fail"), Outputs("fail")
    for data in (b"1", b"2"):
        first.write(tmp_path / "x.bsw", data, source, holds(data))
    for data in order:
        found = second.settle(tmp_path / "x.bsw", source.path, holds(data))
        assert found == Taken("done", tmp_path / ("x.bsw" if data == b"1" else "x (2).bsw"))
        second.remember(found.target)


def test_one_file_under_two_names_is_one(tmp_path, source):
    """As where the file system takes X and x for one; a hard link looks the same to a program."""
    outputs = Outputs("replace")
    outputs.write(tmp_path / "x.bsw", b"1", source, never)
    os.link(tmp_path / "x.bsw", tmp_path / "y.bsw")
    assert outputs.write(tmp_path / "y.bsw", b"2", source, never)[0] == tmp_path / "y (2).bsw"


def test_threads_that_write_one_name_lose_nothing(tmp_path, source):
    outputs = Outputs("fail")
    data = [bytes([i]) * 9 for i in range(12)]
    threads = [
        threading.Thread(target=outputs.write, args=(tmp_path / "x.bsw", one, source, holds(one))) for one in data
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(path.read_bytes() for path in tmp_path.glob("x*.bsw")) == data


def test_another_run_that_was_quicker_is_seen(tmp_path, source):
    (tmp_path / "x.bsw").write_bytes(b"same")
    written, _ = Outputs("fail").write(tmp_path / "x.bsw", b"same", source, holds(b"same"))
    assert written == Taken("done", tmp_path / "x.bsw")
    with pytest.raises(OutputError, match="exists already"):
        Outputs("fail").write(tmp_path / "x.bsw", b"other", source, holds(b"other"))


def test_a_file_that_appears_at_the_last_moment_is_not_replaced(tmp_path, source, monkeypatch):
    def link(part, target):
        target.write_bytes(b"appeared")
        raise FileExistsError

    monkeypatch.setattr(writing, "_link", link)
    monkeypatch.setattr(writing.os, "name", "posix")
    with pytest.raises(OutputError, match="exists already"):
        Outputs("fail").write(tmp_path / "x", b"", source, never)
    assert (tmp_path / "x").read_bytes() == b"appeared"


def test_a_root_that_vanished_is_not_made_again(tmp_path, source):
    outputs = Outputs("fail", tmp_path / "out")
    outputs.make_root()
    outputs.tidy()
    assert not (tmp_path / "out").exists()
    outputs.make_root()
    outputs.write(tmp_path / "out" / "deep" / "x", b"", source, never)
    (tmp_path / "out").rename(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="is gone"):
        outputs.write(tmp_path / "out" / "y", b"", source, never)
    assert not (tmp_path / "out").exists()


def test_a_source_that_changed_gives_no_result(tmp_path, source):
    source.path.write_bytes(b"changed")
    with pytest.raises(InputError, match="changed"):
        Outputs("fail").write(tmp_path / "x", b"", source, never)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source"]


def test_a_link_to_nothing_is_something(tmp_path, source):
    try:
        (tmp_path / "x").symlink_to(tmp_path / "absent")
    except OSError:
        pytest.skip("no links can be made here")
    with pytest.raises(OutputError, match="exists already"):
        Outputs("fail").write(tmp_path / "x", b"", source, never)
    Outputs("replace").write(tmp_path / "x", b"new", source, never)
    assert (tmp_path / "x").read_bytes() == b"new"
    assert not (tmp_path / "absent").exists()
