"""Codecs of single distributions. All arithmetic that decides an interval is on integers."""

from __future__ import annotations

import numpy as np

from bitswap_app.coding._types import Int16s, Int32s
from bitswap_app.coding.codec import Codec
from bitswap_app.coding.message import Message
from bitswap_app.coding.mixture import mixture_intervals, mixture_pop
from bitswap_app.coding.tables import LogisticTables


def uniform(bits: int) -> Codec[int]:
    """Equally likely symbols 0..2**bits - 1, at exactly bits each; 1 <= bits <= 31."""

    def push(message: Message, symbol: int) -> Message:
        if not 0 <= symbol < 1 << bits:
            raise ValueError(f"{symbol} is not in 0..2**{bits} - 1.")
        message.push_interval(symbol, 1, bits)
        return message

    def pop(message: Message) -> tuple[Message, int]:
        return message, int(message.pop_uniform(1, bits)[0])

    return Codec(push, pop)


def skewed(bits: int, favourite: int) -> Codec[int]:
    """Symbols 0..2**bits - 1 of which one has about half the probability and the others share the rest alike.

    1 <= bits <= 23 and 0 <= favourite < 2**bits. It costs 1 bit to push the favourite and bits + 1 for another.
    """
    count = 1 << bits
    if not (1 <= bits <= 23 and 0 <= favourite < count):
        raise ValueError(f"There is no skewed distribution of {bits} bits that favours {favourite}.")
    precision = bits + 1  # count slots go to the favourite beside its own, one to each other; together 2 * count

    def interval(symbol: int) -> tuple[int, int]:
        return (symbol, count + 1) if symbol == favourite else (symbol + count * (symbol > favourite), 1)

    def push(message: Message, symbol: int) -> Message:
        if not 0 <= symbol < count:
            raise ValueError(f"{symbol} is not in 0..2**{bits} - 1.")
        message.push_interval(*interval(symbol), precision)
        return message

    def pop(message: Message) -> tuple[Message, int]:
        slot = message.peek(precision)
        symbol = slot if slot < favourite else max(favourite, slot - count)
        message.pop_interval(*interval(symbol), precision)
        return message, symbol

    return Codec(push, pop)


def octets(count: int) -> Codec[bytes]:
    """Strings of count bytes, 8 bits a byte: a seed that the decoder finds again at the bottom of the stack."""

    def push(message: Message, data: bytes) -> Message:
        if len(data) != count:
            raise ValueError(f"{len(data)} bytes were given to a codec of {count}.")
        starts = np.frombuffer(data, dtype=np.uint8).astype(np.uint32)
        message.push_intervals(starts, np.ones_like(starts), 8)
        return message

    def pop(message: Message) -> tuple[Message, bytes]:
        return message, message.pop_uniform(count, 8).astype(np.uint8).tobytes()

    return Codec(push, pop)


def mixture(params: Int16s, centres: Int16s, lowest: int, count: int, tables: LogisticTables) -> Codec[Int32s]:
    """Arrays int32[...] like centres, each symbol under its own mixture of logistics; see mixture.py for the rest.

    Pop gives the symbols in C order, so one array and its parts in turn take the same bits.
    """

    def push(message: Message, symbols: Int32s) -> Message:
        starts, freqs = mixture_intervals(symbols, params, centres, lowest, count, tables)
        message.push_intervals(starts.reshape(-1), freqs.reshape(-1))
        return message

    def pop(message: Message) -> tuple[Message, Int32s]:
        return message, mixture_pop(message, params, centres, lowest, count, tables)

    return Codec(push, pop)


def logistic(means: Int16s, scales: Int16s, lowest: int, count: int, tables: LogisticTables) -> Codec[Int32s]:
    """Arrays int32[...] of discretised logistics: the mixture of one component, used for latents.

    means   int16[...]  in 1/16 level
    scales  int16[...]  indices into the table of scales
    """
    if means.shape != scales.shape or means.dtype != np.int16 or scales.dtype != np.int16:
        raise ValueError("Means and scales must be int16 of one shape.")
    params = np.stack([np.zeros_like(means), means, scales], axis=-1)
    return mixture(params, np.zeros_like(means), lowest, count, tables)
