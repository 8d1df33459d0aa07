"""Archives, AppImages and the comparison of builds, with a program of shell scripts; and what works in a clean root."""

import ast
import importlib.util
import inspect
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"

sys.path.insert(0, str(PACKAGING))
import compare  # noqa: E402
import manual  # noqa: E402
from linux import packages  # noqa: E402

sys.path.remove(str(PACKAGING))


@pytest.fixture
def app_parts(tmp_path):
    """A program of three shell scripts, and what a desktop reads, as appimage.sh takes them."""
    frozen, share = tmp_path / "bitswap", tmp_path / "share"
    frozen.mkdir()
    for name in packages.EXECUTABLES:
        (frozen / name).write_text(f'#!/bin/sh\necho {name} "$@"\n')
        (frozen / name).chmod(0o755)
    packages.write_share(share)
    return frozen, share


def pack_app(parts, target, runtime=""):
    command = [str(LINUX / "appimage.sh"), *map(str, parts), str(target)]
    settings = {**os.environ, "APPIMAGE_RUNTIME": str(runtime), "SOURCE_DATE_EPOCH": "1700000000"}
    return subprocess.run(command, check=False, capture_output=True, text=True, env=settings)


needs_squashfs = pytest.mark.skipif(shutil.which("unsquashfs") is None, reason="squashfs-tools is not here")


@needs_squashfs
def test_an_appimage_without_a_runtime_is_its_file_system_and_says_so(app_parts, tmp_path):
    done = pack_app(app_parts, tmp_path / "Bit-Swap.AppImage")
    assert (done.returncode, "APPIMAGE_RUNTIME names no runtime" in done.stderr) == (0, True)
    assert not (tmp_path / "Bit-Swap.AppImage").exists()
    packed = tmp_path / "Bit-Swap.AppImage.squashfs"
    again = tmp_path / "again.AppImage"
    pack_app(app_parts, again)
    assert again.with_name("again.AppImage.squashfs").read_bytes() == packed.read_bytes()
    app = tmp_path / "app"
    subprocess.run(["unsquashfs", "-quiet", "-no-progress", "-d", str(app), str(packed)], check=True)
    assert app.stat().st_mode & 0o777 == 0o755
    assert {"AppRun", "bitswap.desktop", "bitswap.png", ".DirIcon", "usr"} == {path.name for path in app.iterdir()}
    assert "\nIcon=bitswap\n" in (app / "bitswap.desktop").read_text("utf-8")
    for arguments, said in (
        (["compress", "a b.png"], "bitswap compress a b.png\n"),
        (["--version"], "bitswap --version\n"),
        (["a b.bsw"], "bitswap-gui a b.bsw\n"),
        ([], "bitswap-gui\n"),
    ):
        ran = subprocess.run([str(app / "AppRun"), *arguments], check=True, capture_output=True, text=True)
        assert ran.stdout == said


def test_every_command_is_one_of_an_appimage_too():
    said = re.search(r"^    (compress .*)\)$", (LINUX / "appimage.sh").read_text("utf-8"), re.MULTILINE).group(1)
    (commands,) = (action.choices for action in manual.build_parser()._actions if action.dest == "command")
    assert set(said.split(" | ")) == {*commands, "gui", "--version", "--help", "-h"}


@needs_squashfs
def test_an_appimage_begins_with_its_runtime(app_parts, tmp_path):
    runtime, target = tmp_path / "runtime", tmp_path / "Bit-Swap.AppImage"
    runtime.write_bytes(b"\x7fELF\x02\x01\x01\0AI\x02" + bytes(99))
    assert pack_app(app_parts, target, runtime).returncode == 0
    assert target.read_bytes()[: 110 + 4] == runtime.read_bytes() + b"hsqs"
    assert os.access(target, os.X_OK)
    runtime.write_bytes(b"\x7fELF\x02\x01\x01\0\0\0\0" + bytes(99))
    done = pack_app(app_parts, tmp_path / "other.AppImage", runtime)
    assert (done.returncode, "is no runtime" in done.stderr) == (1, True)


def test_the_archive_is_the_same_twice_and_runs_from_where_it_is_unpacked(app_parts, tmp_path):
    (app_parts[0] / "link").symlink_to("bitswap")
    made = [packages.write_tar(*app_parts, folder, "1.2.3", 1_700_000_000) for folder in two_folders(tmp_path)]
    assert made[0].read_bytes() == made[1].read_bytes()
    with tarfile.open(made[0]) as tar:
        assert {(member.uid, member.uname, member.mtime) for member in tar} == {(0, "root", 1_700_000_000)}
        if hasattr(tarfile, "data_filter"):  # from Python 3.11.4 on
            tar.extraction_filter = tarfile.data_filter
        tar.extractall(tmp_path / "some where")
    (folder,) = (tmp_path / "some where").iterdir()
    assert folder.name.startswith("bitswap-1.2.3-linux-")
    assert {"README.txt", "share", "bitswap", "bitswap-gui"} <= {path.name for path in folder.iterdir()}
    assert subprocess.run([str(folder / "bitswap")], check=True, capture_output=True).stdout == b"bitswap\n"


def test_the_clean_root_s_hand_does_what_the_tests_hand_can():
    """The script is run by root alone: here, only that its calls fit."""
    pytest.importorskip("Xlib")
    spec = importlib.util.spec_from_file_location("xdnd", ROOT / "tests" / "gui" / "xdnd.py")
    xdnd = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(xdnd)
    calls = [
        node
        for node in ast.walk(ast.parse((LINUX / "clean_root.py").read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("source.")
    ]
    assert len(calls) >= 4
    for call in calls:
        method = getattr(xdnd.DragSource, call.func.attr)
        inspect.signature(method).bind(None, *call.args, **{word.arg: word.value for word in call.keywords})


def two_folders(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        yield tmp_path / name


def test_two_builds_are_compared_by_bytes_links_and_rights(tmp_path):
    one, other = two_folders(tmp_path)
    for folder in (one, other):
        for name in ("same", "bytes", "rights", "kind"):
            (folder / name).write_text(name)
        (folder / "link").symlink_to("same")
    assert compare.differences(one, other) == []
    (other / "bytes").write_text("others")
    (other / "rights").chmod(0o755)
    (other / "new").write_text("")
    (other / "link").unlink()
    (other / "link").symlink_to("bytes")
    assert compare.differences(one, other) == [
        "differs: bytes",
        "differs: link",
        f"only in {other}: new",
        "differs: rights",
    ]
    assert compare.main([str(one / "same"), str(other / "same")]) == 0
