"""Damaged payloads are CorruptFile or other pixels, and never another exception."""

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pictures import picture

from bitswap_app.coding.colour import to_ycocg
from bitswap_app.coding.message import Message
from bitswap_app.coding.tiling import cut, plan_tiles
from bitswap_app.errors import CorruptFile
from bitswap_app.model.tile_codec import TileModel
from bitswap_app.service import streams as streams_module
from bitswap_app.service.streams import Payload


def test_a_damaged_number_of_free_tiles_is_refused(tiny):
    payload = bytearray(tiny.compress_image(picture(20, 100)))
    assert payload[1] == 0
    for k in (3, 8, 15):
        payload[1] = k
        with pytest.raises(CorruptFile, match="without latents"):
            tiny.decompress_image(bytes(payload), 20, 100)


@pytest.mark.parametrize("phase", [(8, 0), (0, 8), (15, 15)])
def test_a_phase_outside_the_grid_is_refused(tiny, phase):
    payload = tiny.compress_image(picture(9, 9))
    with pytest.raises(CorruptFile, match="block grid"):
        tiny.decompress_image(bytes([16 * phase[0] + phase[1]]) + payload[1:], 9, 9)


@given(streams=st.integers(1, 16), data=st.binary(max_size=60))
def test_any_bytes_are_a_payload_or_corrupt(streams, data):
    try:
        assert Payload.from_bytes(data, streams).to_bytes() == data
    except CorruptFile as error:
        assert str(error).endswith(".")


def test_every_cut_of_a_payload_is_refused(tiny):
    payload = tiny.compress_image(picture(6, 7))
    for length in range(len(payload)):
        with pytest.raises(CorruptFile):
            tiny.decompress_image(payload[:length], 6, 7)


@settings(max_examples=20)
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_cut_of_several_streams_is_refused(tiny, share):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streams_module, "TILES_PER_STREAM", 1)
        payload = tiny.compress_image(picture(9, 150))
        with pytest.raises(CorruptFile):
            tiny.decompress_image(payload[: int(share * len(payload))], 9, 150)


def test_added_bytes_are_refused(tiny):
    payload = tiny.compress_image(picture(6, 70))
    for more in (b"\x01", b"\x00", bytes(4), b"\xff" * 9):
        with pytest.raises(CorruptFile):
            tiny.decompress_image(payload + more, 6, 70)


def test_bits_below_the_picture_s_own_are_refused(tiny):
    """They would decode to the same pixels, and so give one picture two files."""
    tiles = plan_tiles(6, 7, 64)
    x = cut(to_ycocg(picture(6, 7)), tiles[0])[None]
    codec = TileModel(tiny.runtime, tiles).without_latents
    for seed in (Message.empty(), Message(1 << 32), Message(words=[5])):
        data = Payload((0, 0), ((0, codec.push(seed.copy(), x).to_bytes()),)).to_bytes()
        if seed.is_empty:
            assert np.array_equal(tiny.decompress_image(data, 6, 7), picture(6, 7))
        else:
            with pytest.raises(CorruptFile, match="do not end where they should"):
                tiny.decompress_image(data, 6, 7)


@settings(max_examples=25)
@given(share=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_a_flipped_byte_is_noticed_or_gives_other_pixels(tiny, share, flip):
    """Never another exception; the container's checksums catch what is left. The phase may not matter."""
    pixels = picture(20, 80)
    payload = bytearray(tiny.compress_image(pixels))
    position = int(share * len(payload))
    payload[position] ^= flip
    try:
        found = tiny.decompress_image(bytes(payload), 20, 80)
    except CorruptFile as error:
        assert str(error).endswith(".")
    else:
        assert position == 0 or not np.array_equal(found, pixels)


@settings(max_examples=15)
@given(seed=st.integers(0, 2**32 - 1), height=st.integers(1, 40), width=st.integers(1, 90))
def test_random_bytes_are_corrupt_or_some_picture(tiny, seed, height, width):
    rng = np.random.default_rng(seed)
    data = bytes([0, 0]) + rng.bytes(int(rng.integers(0, 4000)))
    with suppress(CorruptFile):
        assert tiny.decompress_image(data, height, width).shape == (height, width, 3)


@pytest.mark.parametrize("size", [(20, 81), (21, 80), (80, 20), (1, 1), (64, 200)])
def test_a_payload_of_another_size_is_refused_or_gives_other_pixels(tiny, size):
    payload = tiny.compress_image(picture(20, 80))
    with suppress(CorruptFile):
        assert tiny.decompress_image(payload, *size).shape[:2] == size
