"""Where the bits of a message went: model cost by label.

A message that carries a Ledger books every interval it pushes or pops. The cost of an interval is its information
under the model, -log2(freq / 2**precision) bits. That is what the coder should take; the real size is Message.bits.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np

from bitswap_app.coding._types import Uint32s


@dataclass(slots=True)
class Entry:
    """Running sums of one label. Bits are float64 and only for reports: nothing in a file depends on them."""

    pushed_bits: float = 0.0
    popped_bits: float = 0.0
    pushed_symbols: int = 0
    popped_symbols: int = 0

    @property
    def net_bits(self) -> float:
        """What the label added to the message; negative for a posterior, which borrows."""
        return self.pushed_bits - self.popped_bits


@dataclass(slots=True)
class Ledger:
    """Entries by label, in the order in which the labels first appeared; work under no label is booked as ""."""

    entries: dict[str, Entry] = field(default_factory=dict)
    _label: str = ""

    @property
    def net_bits(self) -> float:
        """The model's cost of everything so far, [bits]: pushed less popped."""
        return sum(entry.net_bits for entry in self.entries.values())

    @contextmanager
    def labelled(self, name: str) -> Iterator[None]:
        """Book under name until the block ends. The innermost of nested labels wins."""
        outer, self._label = self._label, name
        try:
            yield
        finally:
            self._label = outer

    def book_push(self, freqs: Uint32s, precision: int) -> None:
        """Count intervals that were pushed; freqs uint32[n], in units of 2**-precision."""
        entry = self._entry()
        entry.pushed_bits += _cost_bits(freqs, precision)
        entry.pushed_symbols += freqs.size

    def book_pop(self, freqs: Uint32s, precision: int) -> None:
        """Count intervals that were popped; freqs uint32[n], in units of 2**-precision."""
        entry = self._entry()
        entry.popped_bits += _cost_bits(freqs, precision)
        entry.popped_symbols += freqs.size

    def _entry(self) -> Entry:
        return self.entries.setdefault(self._label, Entry())


def _cost_bits(freqs: Uint32s, precision: int) -> float:
    return float(precision * freqs.size - np.log2(freqs).sum(dtype=np.float64))
