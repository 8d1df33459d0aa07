"""The message: a rANS stack of bits that codecs push symbols to and pop them from.

Reference: Duda 2013 (asymmetric numeral systems, range variant); Townsend, Bird & Barber 2019 (the stack as a source
of bits for bits-back coding).

A message is a pair (head, tail): a head in [2**31, 2**63) and a tail of 32-bit words. An interval [start, start + freq)
of a scale 2**precision wide costs precision - log2(freq) bits to push, and popping it gives them back.

Where a message ends. The empty message has head 2**31 and no words, and holds 0 bits. A pop first shrinks the head; if
that leaves it below 2**31, it needs a word from the tail. If there is none, the pop raises EmptyMessage and the message
stays as it was. No bit is ever invented, so both laws of codec.py hold down to the last bit.

Why bytes are unique. 2**63 / 2**31 is one word, so for every integer N >= 2**31 exactly one number of words leaves a
head in range: a message *is* the integer whose digits in base 2**32 are its words below its head. to_bytes writes that
integer and nothing else: no length, no padding.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding import _kernel
from bitswap_app.coding._types import Uint32s
from bitswap_app.coding.ledger import Ledger
from bitswap_app.errors import CorruptFile, EmptyMessage

PRECISION = 24  # bits; the scale of every distribution in a file
MAX_PRECISION = 31  # bits; beyond it a freq of 1 could not be told from an empty head
HEAD_MIN = 1 << 31
HEAD_END = 1 << 63

_WORD_BITS = 32
FAULTS = {
    _kernel.BAD_INTERVAL: "An interval is empty or leaves its scale.",
    _kernel.BAD_SYMBOL: "A symbol is outside its support.",
    _kernel.BAD_SCALE: "A scale index is outside its table.",
    _kernel.OTHER_SYMBOL: "The message holds another symbol than the one that is to be popped.",
}


class Message:
    """A rANS stack. Not safe for two threads at once; different messages are independent.

    ledger  books the model cost of what is pushed and popped, if set; never copied and never compared
    """

    __slots__ = ("_head", "_low_water_bits", "_used", "_words", "ledger")

    _head: int  # in [2**31, 2**63)
    _words: Uint32s  # words[:_used] is the tail, the top of the stack last; the rest is room to grow
    _used: int
    _low_water_bits: float
    ledger: Ledger | None

    def __init__(
        self, head: int = HEAD_MIN, words: Sequence[int] | Uint32s = (), *, ledger: Ledger | None = None
    ) -> None:
        """The message with this head and tail; without arguments, the empty one. The words are copied.

        Raises ValueError unless 2**31 <= head < 2**63 and every word is in 0..2**32 - 1.
        """
        if not HEAD_MIN <= head < HEAD_END:
            raise ValueError(f"A head must lie in [2**31, 2**63); found {head}.")
        tail = np.array(words, dtype=None if isinstance(words, np.ndarray) else np.int64)
        if tail.ndim != 1 or tail.dtype.kind not in "iu" or not _all_words(tail):
            raise ValueError("A tail must be a flat sequence of words in 0..2**32 - 1.")
        self._head = int(head)
        self._words = tail.astype(np.uint32, copy=False)
        self._used = tail.size
        self._low_water_bits = self.bits
        self.ledger = ledger

    @classmethod
    def empty(cls, *, ledger: Ledger | None = None) -> Message:
        """The message that holds 0 bits: any pop of a symbol that is not certain raises EmptyMessage."""
        return cls(ledger=ledger)

    @classmethod
    def from_bytes(cls, data: bytes) -> Message:
        """The inverse of to_bytes. Raises CorruptFile for bytes that it cannot have written."""
        bit_length = 8 * (len(data) - 1) + data[-1].bit_length() if data else 0
        if bit_length < _WORD_BITS or data[-1] == 0:
            raise CorruptFile("A coded message is cut short or does not end as a message must.")
        words = bit_length // _WORD_BITS - 1
        tail = np.frombuffer(data, dtype="<u4", count=words)
        return cls(int.from_bytes(data[4 * words :], "little"), tail)

    def to_bytes(self) -> bytes:
        """The message as ceil((31 + bits) / 8) bytes or one more, little-endian, the top of the stack last.

        Different messages give different bytes. The empty message gives 4 bytes; the last byte is never 0.
        """
        tail = self._words[: self._used].astype("<u4").tobytes()
        return tail + self._head.to_bytes((self._head.bit_length() + 7) // 8, "little")

    def copy(self) -> Message:
        """An independent message that holds the same bits, with no ledger and a new low-water mark."""
        return Message(self._head, self._words[: self._used])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return self._head == other._head and np.array_equal(self._words[: self._used], other._words[: other._used])

    __hash__ = None  # type: ignore[assignment]  # a message changes

    def __repr__(self) -> str:
        return f"Message(head={self._head:#x}, {self._used} words, {self.bits:.1f} bits)"

    @property
    def head(self) -> int:
        """The top of the stack, in [2**31, 2**63)."""
        return self._head

    @property
    def words(self) -> Uint32s:
        """A copy of the tail, the word that is popped next last."""
        return self._words[: self._used].copy()

    @property
    def bits(self) -> float:
        """What the message holds, [bits]: 0 when empty, so never negative, and how much a codec can pop."""
        return _WORD_BITS * self._used + math.log2(self._head / HEAD_MIN)

    @property
    def is_empty(self) -> bool:
        """A decoder that has popped everything must see True; anything else is a corrupt file."""
        return self._used == 0 and self._head == HEAD_MIN

    @property
    def low_water_bits(self) -> float:
        """The lowest value of bits since the message was made or reset_low_water was called.

        bits before a chain of pushes, less this after it, is the seed that the chain's bits-back borrowed from.
        """
        return self._low_water_bits

    def reset_low_water(self) -> None:
        """Start measuring low_water_bits afresh from here."""
        self._low_water_bits = self.bits

    def labelled(self, name: str) -> AbstractContextManager[None]:
        """Book under name until the block ends; does nothing without a ledger."""
        return nullcontext() if self.ledger is None else self.ledger.labelled(name)

    def push_interval(self, start: int, freq: int, precision: int = PRECISION) -> None:
        """push_intervals of a single one."""
        self.push_intervals(np.array([start], dtype=np.uint32), np.array([freq], dtype=np.uint32), precision)

    def push_intervals(self, starts: Uint32s, freqs: Uint32s, precision: int = PRECISION) -> None:
        """Push intervals of a scale 2**precision wide, the last one first, so that index 0 is popped first.

        starts, freqs  uint32[n], with freqs >= 1 and starts + freqs <= 2**precision
        precision      1..31, [bits]

        Raises ValueError where that does not hold, and then leaves the message as it was.
        """
        if starts.dtype != np.uint32 or freqs.dtype != np.uint32 or starts.ndim != 1 or starts.shape != freqs.shape:
            raise ValueError("Starts and freqs must be uint32[n] of one length.")
        _check_precision(precision)
        self.push_with(
            _kernel.push_intervals,
            np.ascontiguousarray(starts),
            np.ascontiguousarray(freqs),
            precision,
            room=starts.size,
        )
        self.book_push(freqs, precision)

    def peek(self, precision: int = PRECISION) -> int:
        """The slot that decides the next symbol: the head's lowest bits, in 0..2**precision - 1."""
        _check_precision(precision)
        return self._head & ((1 << precision) - 1)

    def pop_interval(self, start: int, freq: int, precision: int = PRECISION) -> None:
        """Pop the symbol that owns [start, start + freq), which must hold peek(precision).

        Raises EmptyMessage (and leaves the message as it was) or ValueError if the slot is not in the interval.
        """
        if not 0 <= start <= self.peek(precision) < start + freq <= 1 << precision:
            raise ValueError(f"The slot {self.peek(precision)} is not in [{start}, {start} + {freq}).")
        self.pop_with(_kernel.pop_one, np.uint64(start), np.uint64(freq), np.uint64(precision))
        self.book_pop(np.array([freq], dtype=np.uint32), precision)

    def pop_uniform(self, count: int, precision: int) -> Uint32s:
        """Pop uint32[count] equally likely numbers in 0..2**precision - 1. Raises EmptyMessage."""
        _check_precision(precision)
        symbols = np.empty(count, dtype=np.uint32)
        self.pop_with(_kernel.pop_uniform, symbols, precision)
        self.book_pop(np.ones(count, dtype=np.uint32), precision)
        return symbols

    def push_with(self, kernel: Callable[..., tuple[np.uint64, int]], *arguments: object, room: int) -> None:
        """Run a kernel (head, words, used, *arguments) -> (head, used) that writes at most room words.

        For modules of this package that bring their own loops. Raises ValueError if the kernel finds a bad interval.
        """
        self._reserve(room)
        self._run(kernel, arguments)

    def pop_with(self, kernel: Callable[..., tuple[np.uint64, int]], *arguments: object) -> None:
        """Run a kernel (head, words, used, *arguments) -> (head, used) that only reads words. Raises EmptyMessage."""
        self._run(kernel, arguments)
        self._low_water_bits = min(self._low_water_bits, self.bits)

    def book_push(self, freqs: Uint32s, precision: int = PRECISION) -> None:
        """Tell the ledger, if there is one, what a kernel pushed."""
        if self.ledger is not None:
            self.ledger.book_push(freqs, precision)

    def book_pop(self, freqs: Uint32s, precision: int = PRECISION) -> None:
        """Tell the ledger, if there is one, what a kernel popped."""
        if self.ledger is not None:
            self.ledger.book_pop(freqs, precision)

    def _run(self, kernel: Callable[..., tuple[np.uint64, int]], arguments: tuple[object, ...]) -> None:
        head, used = kernel(np.uint64(self._head), self._words, self._used, *arguments)
        if used == _kernel.UNDERFLOW:
            raise EmptyMessage(
                "The coded data ends too early: {bits:.0f} bits are left and more are needed.", bits=self.bits
            )
        if used < 0:
            raise ValueError(FAULTS[int(used)])
        self._head, self._used = int(head), int(used)

    def _reserve(self, room: int) -> None:
        wanted = self._used + room
        if wanted > self._words.size:
            grown = np.empty(max(wanted, 2 * self._words.size), dtype=np.uint32)  # pages are touched only when written
            grown[: self._used] = self._words[: self._used]
            self._words = grown


def _all_words(tail: NDArray[np.integer]) -> bool:
    return tail.dtype == np.uint32 or tail.size == 0 or (int(tail.min()) >= 0 and int(tail.max()) < 1 << _WORD_BITS)


def _check_precision(precision: int) -> None:
    if not 1 <= precision <= MAX_PRECISION:
        raise ValueError(f"A precision is 1 to {MAX_PRECISION} bits, not {precision}.")
