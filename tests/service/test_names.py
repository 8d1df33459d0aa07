"""Names of results: never a path, a device, or another than they look."""

import os
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitswap_app.container.header import is_plain_name
from bitswap_app.service.names import numbered, restored_name, safe_name


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


HOSTILE = [
    "/etc/passwd",
    "../../x",
    "..",
    ".",
    "",
    "a/../../b",
    "..\\..\\x",
    "C:\\Windows\\x",
    "C:x",
    "x:stream",
    "\\\\server\\share\\x",
    "CON",
    "con.png",
    "NUL.tar.gz",
    "AUX ",
    "COM1.txt",
    "com¹.png",
    "LPT9",
    "CONIN$",
    "name.",
    "name ",
    "name. . .",
    "a\0b",
    "a\nb",
    "photo\u202egnp.exe",
    "a\u2028b",
    "zero\u200bwidth",
    "\ufeffbom",
    "\udce9",
    'a<b>c|d?e*f"',
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("coded", ["x.bsw", "x", ".bsw", "x.png.bsw"])
def test_a_hostile_name_gives_a_plain_file_in_the_folder(name, coded, tmp_path):
    found = restored_name(coded, name, on_windows=True)
    assert found == safe_name(found)
    assert PureWindowsPath(found).name == found
    (tmp_path / found).write_bytes(b"")
    assert (tmp_path / found).resolve().parent == tmp_path.resolve()
    assert not {"\u202e", "\u200b", "\0", "\n"} & set(found)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("photo.png", "photo.png"),
        ("Grüße aus 東京 👨‍👩‍👧.png", "Grüße aus 東京 👨‍👩‍👧.png"),
        (".hidden", ".hidden"),
        ("CONTACT.png", "CONTACT.png"),
        ("con.png", "_con.png"),
        ("aux .txt", "_aux .txt"),
        ("name.", "name_"),
        ("name ", "name_"),
        ("a:b", "a_b"),
        ("x\u202egnp.exe", "x_gnp.exe"),
    ],
)
def test_safe_names(name, safe):
    assert safe_name(name) == safe


@given(name=st.text(max_size=30))
def test_a_safe_name_is_its_own_safe_name(name):
    safe = safe_name(name)
    assert safe_name(safe) == safe
    assert safe.rstrip(". ") == safe != ""


def test_a_user_s_own_names_are_kept_where_the_system_takes_them():
    assert restored_name("con.png.bsw", "x.png", on_windows=False) == "con.png"
    assert restored_name("a: b?.bsw", "", on_windows=False) == "a: b?"
    assert restored_name("con.png.bsw", "x.png", on_windows=True) == "_con.png"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("photo.png", "photo (2).png"),
        ("photo.png.bsw", "photo (2).png.bsw"),
        ("README", "README (2)"),
        ("README.bsw", "README (2).bsw"),
        (".bsw", "_ (2).bsw"),
        (".hidden.BSW", ".hidden (2).BSW"),
        ("a.tar.gz", "a.tar (2).gz"),
    ],
)
def test_numbered_names(name, expected):
    assert numbered(Path("folder") / name, 2) == Path("folder") / expected
