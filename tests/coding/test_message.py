"""The message: its bytes, its end, its limits. These tests also run without the compiler (test_jit.py)."""

import math

import numba
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bitswap_app.coding.distributions import octets
from bitswap_app.coding.message import HEAD_MIN, Message
from bitswap_app.errors import CorruptFile, EmptyMessage

# Compiling takes longer than a deadline, and running uncompiled longer than many examples.
thorough = settings(deadline=None, max_examples=10 if numba.config.DISABLE_JIT else 60)

messages = st.builds(Message, st.integers(2**31, 2**63 - 1), st.lists(st.integers(0, 2**32 - 1), max_size=6))


def uint32(*numbers):
    return np.array(numbers, dtype=np.uint32)


@thorough
@given(message=messages)
def test_bytes_give_the_message_back(message):
    data = message.to_bytes()
    assert Message.from_bytes(data) == message
    assert len(data) <= 4 * message.words.size + 8


@thorough
@given(data=st.binary(max_size=20))
def test_any_bytes_are_refused_or_those_of_their_message(data):
    try:
        message = Message.from_bytes(data)
    except CorruptFile as error:
        assert str(error).endswith(".")
    else:
        assert message.to_bytes() == data


@pytest.mark.parametrize("data", [b"", b"\xff", b"\xff\xff\xff", b"\xff\xff\xff\x7f", b"\0\0\0\x80\0", bytes(16)])
def test_bytes_below_the_least_message_or_with_a_zero_at_the_end_are_refused(data):
    with pytest.raises(CorruptFile):
        Message.from_bytes(data)


def test_the_empty_message_takes_four_bytes():
    message = Message.empty()
    assert message.to_bytes() == b"\0\0\0\x80"
    assert (message.head, message.words.size, message.bits, message.is_empty) == (2**31, 0, 0.0, True)


@thorough
@given(message=messages)
def test_size_follows_bits(message):
    assert message.bits == pytest.approx(math.log2(int.from_bytes(message.to_bytes(), "little")) - 31, abs=1e-6)
    assert len(message.to_bytes()) <= (31 + message.bits) / 8 + 1


@pytest.mark.parametrize("head", [0, -1, 2**31 - 1, 2**63, 2**64])
def test_a_head_outside_its_range_is_refused(head):
    with pytest.raises(ValueError, match="head"):
        Message(head)


@pytest.mark.parametrize("words", [[-1], [2**32], [[1]], np.array([1.0]), np.array([-1]), np.zeros((1, 1), np.uint32)])
def test_words_outside_their_range_are_refused(words):
    with pytest.raises(ValueError, match="words"):
        Message(HEAD_MIN, words)


def test_the_empty_message_gives_nothing():
    with pytest.raises(EmptyMessage) as caught:
        Message.empty().pop_uniform(1, 1)
    assert isinstance(caught.value, CorruptFile)


def test_a_certain_symbol_costs_nothing_even_at_the_end():
    message = Message.empty()
    message.pop_interval(0, 2**24)
    assert message.is_empty


@thorough
@given(data=st.binary(max_size=12), precision=st.integers(1, 31))
def test_all_that_was_pushed_can_be_popped_and_not_one_bit_more(data, precision):
    message = octets(len(data)).push(Message.empty(), data)
    assert message.bits == pytest.approx(8 * len(data))
    message, out = octets(len(data)).pop(message)
    assert (out, message.is_empty) == (data, True)
    with pytest.raises(EmptyMessage):
        message.pop_uniform(1, precision)


@thorough
@given(message=messages, count=st.integers(0, 40), precision=st.integers(1, 31))
def test_a_pop_that_fails_leaves_the_message_as_it_was(message, count, precision):
    before = message.copy()
    enough = message.bits >= count * precision
    try:
        symbols = message.pop_uniform(count, precision)
    except EmptyMessage:
        assert message == before
        assert not enough
        assert message.low_water_bits == before.bits
    else:
        assert enough
        message.push_intervals(symbols, np.ones_like(symbols), precision)
        assert message == before


def test_a_push_that_fails_leaves_the_message_as_it_was():
    message = Message(12345678901234567, [1, 2, 3])
    before = message.copy()
    with pytest.raises(ValueError, match="interval"):
        message.push_intervals(uint32(5, 2**24, 7, 8), uint32(1, 1, 1, 1))
    assert message == before


def test_pushing_grows_the_tail_as_needed():
    message = Message.empty()
    for symbol in range(500):
        message.push_interval(symbol, 1)
    assert message.bits == pytest.approx(500 * 24, abs=1e-6)
    assert message.pop_uniform(500, 24).tolist() == list(range(499, -1, -1))


@pytest.mark.parametrize(
    ("starts", "freqs"),
    [
        (np.array([1]), uint32(1)),
        (uint32(1), np.array([1])),
        (uint32(1, 2), uint32(1)),
        (uint32(1).reshape(1, 1), uint32(1).reshape(1, 1)),
    ],
)
def test_arrays_of_another_kind_are_refused(starts, freqs):
    with pytest.raises(ValueError, match="uint32"):
        Message.empty().push_intervals(starts, freqs)


@pytest.mark.parametrize("precision", [0, -1, 32])
def test_a_precision_outside_its_range_is_refused(precision):
    message = Message(2**62)
    for use in (
        lambda: message.push_interval(0, 1, precision),
        lambda: message.peek(precision),
        lambda: message.pop_uniform(1, precision),
    ):
        with pytest.raises(ValueError, match="precision"):
            use()


def test_strided_intervals_are_those_of_their_copy():
    numbers = np.arange(1, 41, dtype=np.uint32)
    one, other = Message.empty(), Message.empty()
    one.push_intervals(numbers[::2], numbers[1::2])
    other.push_intervals(numbers[::2].copy(), numbers[1::2].copy())
    assert one == other


def test_a_slot_outside_the_interval_is_refused():
    message = Message(2**40 + 5)
    assert message.peek(8) == 5
    with pytest.raises(ValueError, match="slot"):
        message.pop_interval(6, 2, 8)


def test_a_copy_is_independent():
    message = Message(2**40, [7])
    copy = message.copy()
    copy.push_interval(3, 1, 31)
    copy.push_interval(3, 1, 31)
    assert message == Message(2**40, [7])
    assert copy != message
    assert message != "another type"


def test_the_low_water_mark_is_the_least_that_was_there():
    message = Message(2**31, [9] * 10)
    message.pop_uniform(4, 25)
    message.push_interval(0, 1, 31)
    assert message.low_water_bits == pytest.approx(220)
    message.reset_low_water()
    assert message.low_water_bits == message.bits == pytest.approx(251)


def test_the_words_of_a_message_are_pinned():
    """Any change here changes every file. Start, freq of three scales on a message with a tail."""
    message = Message(0x123456789ABCDEF, [0xDEADBEEF, 1])
    message.push_intervals(uint32(0, 70000, 2**24 - 1), uint32(70000, 1, 1))
    message.push_intervals(uint32(3, 3, 3), uint32(250, 1, 2), 8)
    message.push_intervals(uint32(2**31 - 1), uint32(1), 31)
    assert (message.head, message.words.tolist()) == PINNED
    assert message.to_bytes().hex() == PINNED_BYTES


PINNED = (0x45CF547B7FFFFFFF, [0xDEADBEEF, 0x1, 0x89ABCDEF, 0x67FFFFFF, 0x80159003])
PINNED_BYTES = "efbeadde01000000efcdab89ffffff6703901580ffffff7f7b54cf45"
