"""Codecs: pairs of inverse functions on a rANS message.

A message is a stack. For a codec c, a message m and a symbol s in c's support:

    c.pop(c.push(m, s)) == (m, s)      decoding undoes encoding
    c.push(*c.pop(m))   == m           encoding undoes decoding

Every codec is tested against both. Bits-back coding rests on the second: a latent popped to choose its value can be
pushed again, which returns the bits it cost. A symbol is usually an array; one push is one kernel call.

A push or a pop may reuse its argument's buffer, so the argument is spent: rebind it, never keep it.

Glossary
    message    a stack of bits; push puts a symbol on it, pop takes the last one off
    head       the top of a message: the part that a push or a pop does its arithmetic on
    tail       the 32-bit words below the head
    precision  a distribution is cut into 2**precision slots, shared out among its symbols
    interval   the slots [start, start + freq) that one symbol owns; freq / 2**precision is its probability
    level      one value of a channel or of a latent, the unit of means and scales
    latent     a symbol that only serves to describe others; the decoder finds it and gives its bits back
    seed       what a message holds before the first push; what bits-back borrows first
    tile       the square of pixels that is coded by itself
    raster     the pixels of an image as one array
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bitswap_app.coding.message import Message

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Codec(Generic[S]):
    """A pair of inverse functions, see the two laws above.

    push  raises ValueError for a symbol outside the support, and EmptyMessage if it borrows more than there is
    pop   raises EmptyMessage
    """

    push: Callable[[Message, S], Message]
    pop: Callable[[Message], tuple[Message, S]]


def in_order(codecs: Sequence[Codec[S]]) -> Codec[list[S]]:
    """One codec per item. Pop gives the items in list order, so push walks the list from its end."""

    def push(message: Message, symbols: list[S]) -> Message:
        if len(symbols) != len(codecs):
            raise ValueError(f"{len(symbols)} symbols were given to {len(codecs)} codecs.")
        for codec, symbol in zip(reversed(codecs), reversed(symbols), strict=True):
            message = codec.push(message, symbol)
        return message

    def pop(message: Message) -> tuple[Message, list[S]]:
        symbols = []
        for codec in codecs:
            message, symbol = codec.pop(message)
            symbols.append(symbol)
        return message, symbols

    return Codec(push, pop)


def labelled(name: str, codec: Codec[S]) -> Codec[S]:
    """The same codec, whose cost is booked under name in the message's ledger. The innermost of nested labels wins."""

    def push(message: Message, symbol: S) -> Message:
        with message.labelled(name):
            return codec.push(message, symbol)

    def pop(message: Message) -> tuple[Message, S]:
        with message.labelled(name):
            return codec.pop(message)

    return Codec(push, pop)
