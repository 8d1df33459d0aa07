"""Distributions that are rows of a table."""

import numpy as np
import pytest

from bitswap_app.coding.message import Message
from bitswap_app.coding.tabulated import check_table, tabulated
from bitswap_app.errors import EmptyMessage

WHOLE = 1 << 24
TABLE = np.array([[0, 1, 2, WHOLE], [0, 5_000_000, 12_000_000, WHOLE], [0, 1, WHOLE - 1, WHOLE]], dtype=np.uint32)


def test_a_symbol_costs_what_its_row_says():
    rows = np.array([1, 2, 0, 1], dtype=np.int64)
    symbols = np.array([0, 1, 2, 2], dtype=np.int32)
    message = tabulated(rows, TABLE).push(Message.empty(), symbols)
    freqs = [5_000_000, WHOLE - 2, WHOLE - 2, WHOLE - 12_000_000]
    assert message.bits == pytest.approx(sum(24 - np.log2(freq) for freq in freqs), abs=0.01)  # the head is short yet


@pytest.mark.parametrize("shape", [(0,), (7,), (2, 3, 5)])
def test_arrays_of_any_shape_come_back(rng, shape):
    rows = rng.integers(0, len(TABLE), shape)
    symbols = rng.integers(0, 3, shape, dtype=np.int32)
    codec = tabulated(rows, TABLE)
    message, again = codec.pop(codec.push(Message.empty(), symbols))
    assert np.array_equal(again, symbols)
    assert again.dtype == np.int32
    assert message.is_empty


def test_popping_an_empty_message_raises():
    with pytest.raises(EmptyMessage):
        tabulated(np.array([1]), TABLE).pop(Message.empty())


@pytest.mark.parametrize("symbol", [-1, 3])
def test_a_symbol_outside_the_support_is_refused(symbol):
    with pytest.raises(ValueError, match="outside its support"):
        tabulated(np.array([1]), TABLE).push(Message.empty(), np.array([symbol], dtype=np.int32))


@pytest.mark.parametrize("symbols", [np.array([1]), np.array([1, 1], dtype=np.int32)])
def test_symbols_of_another_type_or_shape_are_refused(symbols):
    with pytest.raises(ValueError, match="must be int32"):
        tabulated(np.array([1]), TABLE).push(Message.empty(), symbols)


@pytest.mark.parametrize("rows", [np.array([3]), np.array([-1]), np.array([0], dtype=np.int32)])
def test_rows_outside_the_table_are_refused(rows):
    with pytest.raises(ValueError, match="Rows must"):
        tabulated(rows, TABLE)


@pytest.mark.parametrize(("place", "value"), [((0, 0), 1), ((1, -1), 7), ((2, 1), 0), ((1, 2), 5_000_000)])
def test_a_table_that_does_not_rise_is_refused(place, value):
    wrong = TABLE.copy()
    wrong[place] = value
    with pytest.raises(ValueError, match="rise strictly"):
        check_table(wrong)
    assert np.array_equal(check_table(TABLE), TABLE)


def test_a_table_of_another_kind_is_refused():
    with pytest.raises(ValueError, match="uint32"):
        check_table(TABLE.astype(np.int64))
