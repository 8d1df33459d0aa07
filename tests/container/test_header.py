"""The Header section and file names. FORMAT.md, section 3.1."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitswap_app.container.fields import Cursor, varint
from bitswap_app.container.header import MAX_SIDE, Coding, Header, Image, is_plain_name, plain_name
from bitswap_app.errors import CorruptFile, UnsupportedVersion

IMAGE = Image(width=640, height=480, channels=3, depth=8, file_kind=0)
GOOD = Header(
    coding=Coding.BITSWAP, name="é.png", source_bytes=1, digest=bytes(8), image=IMAGE, model_id=bytes(range(8))
)


def test_a_header_reads_back():
    assert Header.from_bytes(GOOD.to_bytes()) == GOOD


@given(position=st.integers(0, len(GOOD.to_bytes()) - 1), flip=st.integers(1, 255))
def test_a_changed_header_byte_is_refused_or_visible(position, flip):
    data = bytearray(GOOD.to_bytes())
    data[position] ^= flip
    try:
        assert Header.from_bytes(bytes(data)) != GOOD
    except (CorruptFile, UnsupportedVersion) as error:
        assert str(error).endswith(".")


@given(st.binary(max_size=60))
def test_only_one_form_of_each_header_is_read(data):
    try:
        header = Header.from_bytes(data)
    except (CorruptFile, UnsupportedVersion):
        return
    assert header.to_bytes() == data


@pytest.mark.parametrize("length", range(len(GOOD.to_bytes())))
def test_a_cut_header_is_refused(length):
    with pytest.raises(CorruptFile):
        Header.from_bytes(GOOD.to_bytes()[:length])


def test_a_header_with_more_at_its_end_is_refused():
    with pytest.raises(CorruptFile, match="follow"):
        Header.from_bytes(GOOD.to_bytes() + b"\x00")


def test_a_coding_of_a_later_version_is_named():
    with pytest.raises(UnsupportedVersion, match="coding 9"):
        Header.from_bytes(b"\x09" + GOOD.to_bytes()[1:])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"width": 0}, "outside"),
        ({"height": MAX_SIDE + 1}, "outside"),
        ({"channels": 5}, "channels"),
        ({"depth": 12}, "bits a sample"),
        ({"file_kind": 256}, "file kind"),
    ],
)
def test_impossible_images_cannot_be_written(changes, words):
    with pytest.raises(ValueError, match=words):
        replace(IMAGE, **changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "../photo.png"}, "plain file name"),
        ({"digest": bytes(16)}, "digest"),
        ({"image": None}, "missing"),
        ({"model_id": b""}, "model id"),
        ({"coding": Coding.WEBP, "model_id": b"", "image": replace(IMAGE, depth=16)}, "8 bits"),
        ({"coding": Coding.STORED, "model_id": b""}, "out of place"),
        ({"coding": Coding.JPEG, "model_id": b"", "image": None, "source_bytes": 1 << 32}, "limit"),
        ({"source_bytes": -1}, "impossible"),
    ],
)
def test_headers_that_contradict_themselves_cannot_be_written(changes, words):
    with pytest.raises(ValueError, match=words):
        replace(GOOD, **changes)


@pytest.mark.parametrize("name", ["..", ".", "/etc/passwd", "..\\x", "C:x", "a\x00b", "a\nb", "\x1b[2J", "x" * 256])
def test_names_that_could_leave_the_folder_are_no_plain_names(name):
    assert not is_plain_name(name)
    body = GOOD.to_bytes().replace(b"\x06\xc3\xa9.png", varint(len(name)) + name.encode())
    with pytest.raises(CorruptFile):
        Header.from_bytes(body)


@given(st.text(max_size=300))
def test_a_plain_name_can_be_made_of_any_name(name):
    assert is_plain_name(plain_name(name))
    if is_plain_name(name):
        assert plain_name(name) == name


def test_an_undecodable_file_name_becomes_a_plain_name():
    assert not is_plain_name("ph\udce9to.png")
    assert plain_name("ph\udce9to.png") == "ph?to.png"


@given(st.integers(0, 2**63 - 1))
def test_a_varint_reads_back(value):
    cursor = Cursor(varint(value), "the test")
    assert cursor.varint() == value
    cursor.expect_end()


@pytest.mark.parametrize("data", [b"\x80\x00", b"\xff" * 9 + b"\x01", b"\x80", b""])
def test_a_varint_has_one_form(data):
    with pytest.raises(CorruptFile):
        Cursor(data, "the test").varint()


def test_a_negative_varint_is_a_bug():
    with pytest.raises(ValueError, match="63 bits"):
        varint(-1)
