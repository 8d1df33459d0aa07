"""Bits-back: what it costs, what it borrows, and what happens when there is nothing to borrow."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from bitswap_app.coding.bits_back import LatentModel, bb_ans, bit_swap, seed_bits
from bitswap_app.coding.codec import Codec, labelled
from bitswap_app.coding.distributions import logistic, octets
from bitswap_app.coding.ledger import Ledger
from bitswap_app.coding.message import Message
from bitswap_app.errors import EmptyMessage

N = 200


@dataclass(frozen=True)
class Chain:
    """A Markov chain of arrays int32[N], x = z0, ..., z_depth: each latent a noisy copy of the one below."""

    depth: int
    tables: Any

    def near(self, name: str, scale: int):
        def given(z):
            codec = logistic((16 * z).astype(np.int16), np.full(N, scale, np.int16), -127, 255, self.tables)
            return labelled(name, codec)

        return given

    @property
    def top_prior(self) -> Codec[Any]:
        wide = logistic(np.zeros(N, np.int16), np.full(N, 100, np.int16), -127, 255, self.tables)
        return labelled(f"z{self.depth} prior", wide)

    @property
    def levels(self):
        return [(self.near(f"z{i}", 70), self.near(f"z{i + 1} posterior", 66)) for i in range(self.depth)]


def typical(chain: Chain, seed: bytes):
    """x drawn from the chain itself, by popping it from random bits; plain Python, no bits-back."""
    message, z = chain.top_prior.pop(Message.from_bytes(seed + b"\1"))
    for likelihood, _ in reversed(chain.levels):
        message, z = likelihood(z).pop(message)
    return z


@pytest.fixture
def seed(rng):
    return rng.bytes(8000)


def codec_of(model: LatentModel[Any], order) -> Codec[Any]:
    return order(model.top_prior, model.levels)


def test_the_seed_grows_with_depth_for_bb_ans_and_not_for_bit_swap(tables, seed):
    needed = {bit_swap: [], bb_ans: []}
    for depth in (1, 2, 3, 4, 5):
        chain = Chain(depth, tables)
        x = typical(chain, seed)
        for order, bits in needed.items():
            bits.append(seed_bits(codec_of(chain, order), x, Message.from_bytes(seed[::-1] + b"\1")))

    one = needed[bit_swap][0]
    assert max(needed[bit_swap]) < 1.05 * one
    assert needed[bb_ans] == pytest.approx([depth * one for depth in (1, 2, 3, 4, 5)], rel=0.05)


def test_the_seed_a_push_needs_is_enough_and_one_bit_less_is_not(tables, seed):
    chain = Chain(2, tables)
    codec, x = codec_of(chain, bb_ans), typical(chain, seed)
    needed = seed_bits(codec, x, Message.from_bytes(seed + b"\1"))
    # The pops read whole words from the top, so a cut at the bottom leaves the same latents until they run out.
    words = Message.from_bytes(seed + b"\1")
    spare = int((words.bits - needed) // 32)
    codec.push(Message(words.head, words.words[spare:]), x)
    with pytest.raises(EmptyMessage):
        codec.push(Message(words.head, words.words[spare + 1 :]), x)


def test_bits_of_the_message_are_the_bits_of_the_ledger(tables, seed):
    """1400 pushes and pops lose less than half a bit against the model: that is all the overhead there is."""
    chain = Chain(3, tables)
    x = typical(chain, seed)
    for order in (bit_swap, bb_ans):
        message = Message.from_bytes(seed[::-1] + b"\1")
        message.ledger = Ledger()
        before = message.bits
        message = codec_of(chain, order).push(message, x)
        assert message.bits - before == pytest.approx(message.ledger.net_bits, abs=0.5)
        assert set(message.ledger.entries) == {
            "z0",
            "z1",
            "z2",
            "z1 posterior",
            "z2 posterior",
            "z3 posterior",
            "z3 prior",
        }
        assert message.ledger.entries["z1 posterior"].net_bits < 0


def test_many_images_share_one_seed(tables, seed):
    """The rate of a chain of images is the sum of their costs; the seed comes back at the end, byte for byte."""
    chain = Chain(3, tables)
    codec = codec_of(chain, bit_swap)
    images = [typical(chain, np.random.default_rng(i).bytes(8000)) for i in range(4)]
    start = octets(2000).push(Message.empty(), seed[:2000])
    message = start.copy()
    for image in images:
        message = codec.push(message, image)
    message = Message.from_bytes(message.to_bytes())
    for image in reversed(images):
        message, again = codec.pop(message)
        assert np.array_equal(again, image)
    message, data = octets(2000).pop(message)
    assert (data, message.is_empty) == (seed[:2000], True)


def test_an_unseeded_message_is_refused(tables, seed):
    chain = Chain(1, tables)
    with pytest.raises(EmptyMessage):
        codec_of(chain, bit_swap).push(Message.empty(), typical(chain, seed))


def test_a_cut_message_is_refused(tables, seed):
    chain = Chain(2, tables)
    codec = codec_of(chain, bit_swap)
    message = codec.push(octets(2000).push(Message.empty(), seed[:2000]), typical(chain, seed))
    cut = Message.from_bytes(message.to_bytes()[-200:])
    with pytest.raises(EmptyMessage):
        codec.pop(cut)
