"""Packed bodies. FORMAT.md, section 3.4."""

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from bitswap_app.container.packing import pack, unpack
from bitswap_app.errors import CorruptFile


@given(st.binary(max_size=200), st.integers(1, 50))
def test_unpacking_undoes_packing(data, times):
    packed = pack(data * times)
    assert unpack(packed, len(data) * times) == data * times
    assert len(packed) <= len(data) * times + 1


@given(st.binary(max_size=100))
def test_junk_gives_only_our_error(junk):
    for start in (b"", b"\x01", b"\x01\x28\xb5\x2f\xfd"):
        try:
            assert len(unpack(start + junk, 1000)) <= 1000
        except CorruptFile as error:
            assert str(error).endswith(".")


def test_a_bomb_is_refused_before_it_goes_off():
    with pytest.raises(CorruptFile, match="at most 999"):
        unpack(pack(bytes(1000)), 999)
    with pytest.raises(CorruptFile, match="at most 9"):
        unpack(b"\x00" + bytes(10), 9)


def test_a_frame_that_hides_its_size_is_refused():
    frame = zstandard.ZstdCompressor(write_content_size=False).compress(b"hidden" * 9)
    with pytest.raises(CorruptFile, match="state its size"):
        unpack(b"\x01" + frame, 1000)


def test_bytes_after_the_frame_are_refused():
    with pytest.raises(CorruptFile, match="unpacked"):
        unpack(pack(bytes(1000)) + b"more", 1000)


def test_an_unknown_way_of_packing_is_refused():
    with pytest.raises(CorruptFile, match="way 2"):
        unpack(b"\x02abc", 1000)
