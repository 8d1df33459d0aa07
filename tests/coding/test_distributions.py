"""The single distributions: their order, their cost, their limits. The laws are in test_laws.py."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bitswap_app.coding.codec import in_order
from bitswap_app.coding.distributions import logistic, mixture, octets, skewed, uniform
from bitswap_app.coding.ledger import Ledger
from bitswap_app.coding.message import Message


def cost_bits(codec, symbol):
    message = Message.empty(ledger=Ledger())
    codec.push(message, symbol)
    return message.ledger.net_bits


def test_a_skewed_distribution_favours_one():
    assert cost_bits(skewed(4, 3), 3) == pytest.approx(1, abs=0.1)
    assert [cost_bits(skewed(4, 3), other) for other in (0, 2, 4, 15)] == [5, 5, 5, 5]


def test_uniform_symbols_cost_their_bits():
    assert cost_bits(uniform(7), 99) == 7
    assert cost_bits(octets(3), b"abc") == 24


@pytest.mark.parametrize("codec", [uniform(4), skewed(4, 2)])
@pytest.mark.parametrize("symbol", [-1, 16])
def test_a_symbol_outside_the_support_is_refused(codec, symbol):
    with pytest.raises(ValueError, match=str(symbol)):
        codec.push(Message.empty(), symbol)


@pytest.mark.parametrize(("bits", "favourite"), [(0, 0), (24, 0), (4, 16), (4, -1)])
def test_an_impossible_skewed_distribution_is_refused(bits, favourite):
    with pytest.raises(ValueError, match="skewed"):
        skewed(bits, favourite)


def test_octets_of_another_length_are_refused():
    with pytest.raises(ValueError, match="2 bytes"):
        octets(3).push(Message.empty(), b"ab")


def test_lists_of_another_length_are_refused_before_anything_is_pushed():
    message = Message.empty()
    with pytest.raises(ValueError, match="1 symbols"):
        in_order([uniform(2), uniform(7)]).push(message, [1])
    assert message.is_empty


def test_logistic_arguments_must_fit():
    for means, scales in (
        (np.zeros(3, np.int16), np.zeros(2, np.int16)),
        (np.zeros(3, np.int32), np.zeros(3, np.int16)),
        (np.zeros(3, np.int16), np.zeros(3, np.int64)),
    ):
        with pytest.raises(ValueError, match="int16"):
            logistic(means, scales, -127, 255, None)


@settings(deadline=None, max_examples=30)  # compiling takes longer than a deadline
@given(data=st.binary(min_size=200, max_size=220), cut=st.integers(0, 20))
def test_an_array_and_its_parts_in_turn_take_the_same_bits(tables, data, cut):
    """What lets an encoder push whole images and a decoder pop them bit by bit."""
    params = np.tile(np.array([0, 5, 0, 40, 50, 90], np.int16), (20, 1))
    centres = np.arange(20, dtype=np.int16) * 10
    message = Message.from_bytes(data + b"\1")
    _, whole = mixture(params, centres, 0, 256, tables).pop(message.copy())
    message, upper = mixture(params[:cut], centres[:cut], 0, 256, tables).pop(message)
    message, lower = mixture(params[cut:], centres[cut:], 0, 256, tables).pop(message)
    assert np.array_equal(whole, np.concatenate([upper, lower]))


def test_a_logistic_is_the_mixture_of_one_component(tables):
    means, scales = np.array([-33, 0, 1000], np.int16), np.array([10, 56, 144], np.int16)
    symbols = np.array([-2, 0, 61], np.int32)
    params = np.stack([np.full(3, 77, np.int16), means - np.int16(160), scales], axis=-1)
    one = logistic(means, scales, -127, 255, tables).push(Message.empty(), symbols)
    other = mixture(params, np.full(3, 10, np.int16), -127, 255, tables).push(Message.empty(), symbols)
    assert one == other


def test_a_logistic_is_centred_on_its_mean(tables):
    """Mean 32 / 16 = level 2: the symbols beside it are equally likely, up to rounding, and 2 is the likeliest."""
    costs = [
        cost_bits(
            logistic(np.array([32], np.int16), np.array([56], np.int16), -127, 255, tables), np.array([x], np.int32)
        )
        for x in (0, 1, 2, 3, 4)
    ]
    assert min(costs) == costs[2]
    assert costs[1] == pytest.approx(costs[3], abs=1e-4)
    assert costs[0] == pytest.approx(costs[4], abs=1e-4)
