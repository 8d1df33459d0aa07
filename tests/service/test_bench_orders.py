"""The model's codec in both orders, as accounts of it are made."""

import numpy as np
import pytest
from pictures import picture

from bitswap_app.coding.bits_back import bb_ans, bit_swap
from bitswap_app.coding.ledger import Ledger
from bitswap_app.model.learning import Learns
from bitswap_app.service.bench.orders import GROUPS, OrderedEngine, initial_bits
from bitswap_app.service.engine import Engine


def unreported(done, total):
    """Of progress."""


def test_bit_swap_order_gives_the_bytes_that_files_have(tiny, small_streams):
    pixels = picture(150, 200)
    assert OrderedEngine(tiny, bit_swap).compress_image(pixels, unreported) == tiny.compress_image(pixels)


@pytest.mark.parametrize("kind", ["slopes", "noise"])
def test_bb_ans_order_gives_the_pixels_back(tiny, small_streams, kind):
    pixels, ordered = picture(150, 200, kind), OrderedEngine(tiny, bb_ans)
    payload = ordered.compress_image(pixels, unreported)
    assert payload != tiny.compress_image(pixels)
    assert np.array_equal(ordered.decompress_image(payload, 150, 200, unreported), pixels)


@pytest.mark.parametrize("learns", [Learns.LAST, Learns.ALL])
def test_a_payload_in_either_order_says_what_learnt(tiny, small_streams, learns):
    """It is decoded by whoever has the model, as a file is."""
    pixels, learning = picture(100, 130), Engine(tiny.runtime, threads=1, learns=learns)
    assert OrderedEngine(learning, bit_swap).compress_image(pixels, unreported) == learning.compress_image(pixels)
    payload = OrderedEngine(learning, bb_ans).compress_image(pixels, unreported)
    assert np.array_equal(OrderedEngine(tiny, bb_ans).decompress_image(payload, 100, 130, unreported), pixels)


def test_parts_are_the_ledgers_with_pixels_by_colour(tiny):
    pixels, ordered, ledgers = picture(100, 130), OrderedEngine(tiny, bit_swap), list[Ledger]()
    ordered.compress_image(pixels, unreported)
    tiny.compress_image(pixels, ledgers=ledgers)
    parts, entries = ordered.parts, ledgers[0].entries
    assert list(parts)[:3] == list(GROUPS)
    assert sum(parts[group] for group in GROUPS) == pytest.approx(entries["pixels"].net_bits)
    assert {name: bits for name, bits in parts.items() if name not in GROUPS} == pytest.approx(
        {name: entry.net_bits for name, entry in entries.items() if name != "pixels"}
    )


def test_bb_ans_borrows_more_the_deeper_the_chain_and_bit_swap_does_not(tiny):
    found = initial_bits(tiny.runtime, picture(64, 64))
    layers = len(tiny.runtime.config.latents)
    assert len(found.bit_swap) == len(found.bb_ans) == layers
    assert found.bit_swap[0] == pytest.approx(found.bb_ans[0])
    assert found.bb_ans[-1] > found.bb_ans[0]
    assert found.bit_swap[-1] == pytest.approx(found.bit_swap[0], abs=1)
