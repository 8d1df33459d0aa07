"""What bits-back borrows: recursive order against plain order, and what a stream does that cannot borrow."""

from dataclasses import replace

import numpy as np
import pytest
from tiny_model import make_network, picture

from bitswap_app.coding.bits_back import bb_ans, bit_swap, seed_bits
from bitswap_app.coding.colour import to_ycocg
from bitswap_app.coding.message import Message
from bitswap_app.coding.tiling import plan_tiles
from bitswap_app.errors import EmptyMessage
from bitswap_app.model.config import TINY, LatentLayer
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.tile_codec import TileModel
from bitswap_app.service.engine import Engine
from bitswap_app.training.export import export

STRIDES = (8, 8, 8, 8, 16, 16, 16, 16)
DEPTHS = (1, 2, 4, 8)
GREEDY = replace(TINY, tile=32, latents=(LatentLayer(4, 16), LatentLayer(8, 4)))


def seed(count=40_000):
    return Message.from_bytes(np.random.default_rng(0).bytes(count) + b"\x01")


@pytest.fixture(scope="module")
def needs():
    """{depth: (bits borrowed by bit_swap, by bb_ans, by z1 alone)} for a tile of 64 x 64 pixels, untrained models."""
    found, x = {}, to_ycocg(picture(64, 64))[None]
    for depth in DEPTHS:
        config = replace(TINY, latents=tuple(LatentLayer(stride, 2) for stride in STRIDES[:depth]))
        model = TileModel(load_runtime(export(make_network(config))[0]), plan_tiles(64, 64, 64))
        chain = (model.top_prior, model.levels)
        start = seed()
        after, _ = model.levels[0][1](x).pop(seed())
        found[depth] = (
            seed_bits(bit_swap(*chain), x, seed()),
            seed_bits(bb_ans(*chain), x, seed()),
            start.bits - after.bits,
        )
    return found


def test_one_layer_needs_the_same_in_both_orders(needs):
    assert needs[1][0] == needs[1][1]


@pytest.mark.parametrize("depth", DEPTHS)
def test_bit_swap_borrows_for_the_first_layer_alone(needs, depth):
    swapped, _, first = needs[depth]
    assert swapped == pytest.approx(first, abs=1e-6)


def test_plain_order_borrows_for_every_layer(needs):
    """Maps at 1/8 have four times the symbols of those at 1/16, so the last four layers count for one."""
    plain = {depth: need for depth, (_, need, _) in needs.items()}
    layers = {1: 1, 2: 2, 4: 4, 8: 5}
    for depth in DEPTHS[1:]:
        assert plain[depth] > 0.8 * layers[depth] * plain[1]
        assert plain[depth] > 1.5 * needs[depth][0]
    assert plain[1] < plain[2] < plain[4] < plain[8]


def test_an_empty_message_lends_nothing(runtime):
    model = TileModel(runtime, plan_tiles(8, 8, 64))
    x = np.zeros(model.shape, dtype=np.int16)
    with pytest.raises(EmptyMessage):
        bit_swap(model.top_prior, model.levels).push(Message.empty(), x)


@pytest.fixture(scope="module")
def greedy():
    """An engine of a model whose latents cost as much as its pixels do."""
    return Engine(load_runtime(export(make_network(GREEDY))[0]), threads=1)


@pytest.mark.parametrize(("size", "free_log"), [((16, 150), 1), ((3, 150), 2), ((1, 150), 3), ((1, 300), 4)])
def test_a_stream_that_cannot_borrow_codes_more_tiles_without_latents(greedy, size, free_log):
    pixels, ledgers = picture(*size), []
    payload = greedy.compress_image(pixels, ledgers=ledgers)
    assert payload[1] == free_log
    assert np.array_equal(greedy.decompress_image(payload, *size), pixels)
    tiles = len(plan_tiles(*size, 32))
    assert ("z1" in ledgers[0].entries) == ((1 << free_log) < tiles)
    cost = sum(ledger.net_bits for ledger in ledgers)  # of the last attempt alone
    assert cost < 8 * len(payload) < cost + 8 * 12
