"""A check of what was just coded finds what a decoder would stumble over, and costs no bytes."""

from dataclasses import replace

import numpy as np
import pytest
from pictures import picture

from bitswap_app.coding.colour import to_ycocg
from bitswap_app.coding.message import Message
from bitswap_app.coding.wavefront import push_wavefront
from bitswap_app.errors import VerifyFailed
from bitswap_app.model import tile_codec
from bitswap_app.service import engine as engine_module
from bitswap_app.service.checking import CheckingEngines
from bitswap_app.service.engine import Engine
from bitswap_app.service.streams import Payload, batches, plan_streams

PIXELS = picture(100, 200)


def silent(*_):
    """Of progress."""


class Counting:
    """A pixel coder that counts the pixels that it coded and popped by its networks."""

    def __init__(self, coder):
        self._coder, self.coded, self.popped = coder, 0, 0

    def intervals(self, regions, features, tick):
        self.coded += regions.covered.sum()
        return self._coder.intervals(regions, features, tick)

    def pop(self, message, regions, features, tick):
        self.popped += regions.covered.sum()
        self._coder.pop(message, regions, features, tick)


@pytest.mark.usefixtures("small_streams")
@pytest.mark.parametrize("path", ["kernels", "float32"])
def test_checking_changes_no_byte(engines, path):
    assert engines[path].compress_image(PIXELS, check=True) == engines[path].compress_image(PIXELS)


@pytest.mark.usefixtures("small_streams")
def test_networks_compute_nothing_twice_but_what_has_no_latents(tiny):
    coder = Counting(tiny.runtime.pixels)
    engine = Engine(replace(tiny.runtime, pixels=coder), threads=1)
    payload = engine.compress_image(PIXELS, check=True)
    plan = plan_streams(100, 200, tiny.tile)
    streams = Payload.from_bytes(payload, len(plan)).streams
    own = [batches(blocks, tiny.tile, k) for blocks, (k, _) in zip(plan, streams, strict=True)]
    free = sum(tile.pixels for stream in own for tiles, is_free in stream for tile in tiles if is_free)
    assert coder.popped == free < coder.coded == 100 * 200
    engine.compress_image(PIXELS)
    assert coder.popped == free


def test_the_intervals_of_another_pixel_are_noticed(tiny, monkeypatch):
    def push_wrongly(message, starts, freqs, firsts, lasts, slope):
        starts = starts.copy()
        starts[-1, -1, lasts[-1, -1] - 1, 2] ^= 1
        push_wavefront(message, starts, freqs, firsts, lasts, slope)

    monkeypatch.setattr(tile_codec, "push_wavefront", push_wrongly)
    tiny.compress_image(PIXELS)
    with pytest.raises(VerifyFailed, match="discarded"):
        tiny.compress_image(PIXELS, check=True)


def test_colours_that_do_not_come_back_are_noticed(tiny, monkeypatch):
    monkeypatch.setattr(engine_module, "to_levels", lambda pixels, _: to_ycocg(pixels[..., ::-1]))
    with pytest.raises(VerifyFailed, match="discarded"):
        tiny.compress_image(PIXELS, check=True)


@pytest.mark.parametrize("kind", [Message, Payload])
def test_bytes_that_are_read_as_others_are_noticed(tiny, monkeypatch, kind):
    write = kind.to_bytes
    monkeypatch.setattr(kind, "to_bytes", lambda self: bytes([write(self)[0] ^ 1]) + write(self)[1:])
    with pytest.raises(VerifyFailed, match="discarded"):
        tiny.compress_image(PIXELS, check=True)


def test_only_the_very_bytes_that_were_checked_are_taken_on_trust(tiny):
    engines = CheckingEngines(lambda _: tiny)
    payload = engines("standard").compress_image(PIXELS, silent)
    assert engines(tiny.model_id).decompress_image(payload, 100, 200, silent) is PIXELS
    other = tiny.compress_image(PIXELS[::-1])
    assert np.array_equal(engines(tiny.model_id).decompress_image(other, 100, 200, silent), PIXELS[::-1])
    assert engines(bytes(8)).decompress_image(payload, 100, 200, silent) is not PIXELS
