"""The ledger books what codecs push and pop."""

import numpy as np
import pytest

from bitswap_app.coding.codec import in_order, labelled
from bitswap_app.coding.distributions import mixture, octets, skewed, uniform
from bitswap_app.coding.ledger import Entry, Ledger
from bitswap_app.coding.message import Message
from bitswap_app.errors import EmptyMessage


def test_costs_are_booked_by_label_in_both_directions():
    message = Message.empty(ledger=Ledger())
    pair = in_order([labelled("a", uniform(3)), labelled("b", skewed(4, 1))])
    message = uniform(2).push(pair.push(message, [5, 7]), 3)
    assert message.ledger.entries == {"b": Entry(5, 0, 1, 0), "a": Entry(3, 0, 1, 0), "": Entry(2, 0, 1, 0)}
    assert message.ledger.net_bits == 10
    assert message.bits == pytest.approx(10, abs=0.01)

    message, _ = pair.pop(uniform(2).pop(message)[0])
    assert message.ledger.entries["a"] == Entry(3, 3, 1, 1)
    assert message.ledger.net_bits == 0


def test_the_innermost_label_wins_and_the_outer_one_returns():
    codec = labelled("outer", in_order([uniform(1), labelled("inner", uniform(2)), uniform(4)]))
    message = codec.push(Message.empty(ledger=Ledger()), [1, 3, 15])
    assert message.ledger.entries == {"outer": Entry(5, 0, 2, 0), "inner": Entry(2, 0, 1, 0)}


def test_a_failed_pop_books_nothing_and_ends_its_label():
    message = Message.empty(ledger=Ledger())
    with pytest.raises(EmptyMessage):
        labelled("a", octets(4)).pop(message)
    uniform(2).push(message, 1)
    assert message.ledger.entries == {"": Entry(2, 0, 1, 0)}


def test_arrays_are_booked_at_their_information(tables):
    params = np.tile(np.array([0, 0, 56], np.int16), (500, 1))
    codec = labelled("x", mixture(params, np.full(500, 128, np.int16), 0, 256, tables))
    symbols = np.full(500, 129, np.int32)
    message = codec.push(Message.empty(ledger=Ledger()), symbols)
    assert message.ledger.entries["x"].pushed_symbols == 500
    assert message.ledger.net_bits == pytest.approx(message.bits, abs=0.1)
    message, _ = codec.pop(message)
    assert message.ledger.net_bits == pytest.approx(0, abs=1e-9)


def test_a_copy_has_no_ledger():
    message = Message.empty(ledger=Ledger())
    assert message.copy().ledger is None
    assert message.copy() == message


def test_labels_cost_nothing_without_a_ledger():
    message = labelled("a", uniform(3)).push(Message.empty(), 5)
    assert message.ledger is None
