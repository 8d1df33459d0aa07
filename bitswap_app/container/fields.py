"""Integers and byte strings in a section's body. FORMAT.md, section 1."""

from __future__ import annotations

from typing import BinaryIO

from bitswap_app.errors import CorruptFile

MAX_VARINT_BYTES = 9  # 63 bits


def varint(value: int) -> bytes:
    """The shortest base-128 form, lowest bits first. 0 <= value < 2**63."""
    if not 0 <= value < 1 << 63:
        raise ValueError(f"{value} does not fit in 63 bits")
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


class Cursor:
    """Reads fields one after the other and never past the end. Every fault is a CorruptFile."""

    def __init__(self, data: bytes | memoryview, place: str) -> None:
        self._data = memoryview(data)
        self._place = place  # for messages: "the file", "its header"
        self.position = 0

    @property
    def left(self) -> int:
        return len(self._data) - self.position

    def take(self, count: int) -> memoryview:
        """The next count bytes, not copied."""
        if count > self.left:
            raise CorruptFile(
                "{count} bytes should follow at byte {position} of {place}; {left} do.",
                count=count,
                position=self.position,
                place=self._place,
                left=self.left,
            )
        self.position += count
        return self._data[self.position - count : self.position]

    def byte(self) -> int:
        return self.take(1)[0]

    def varint(self) -> int:
        value = 0
        for i in range(MAX_VARINT_BYTES):
            byte = self.byte()
            value |= (byte & 0x7F) << 7 * i
            if byte < 0x80:
                if byte == 0 and i:
                    break  # a longer form than needed
                return value
        raise CorruptFile(
            "The number that ends at byte {position} of {place} is not in its shortest form.",
            position=self.position,
            place=self._place,
        )

    def rest(self) -> memoryview:
        return self.take(self.left)

    def expect_end(self) -> None:
        """Raises CorruptFile if anything is left."""
        if self.left:
            raise CorruptFile("{left} bytes follow the end of {place}.", left=self.left, place=self._place)


class StreamCursor(Cursor):
    """The same over an open file of `size` bytes, which is read from where it stands; no part is longer than `most`."""

    def __init__(self, stream: BinaryIO, size: int, place: str, most: int) -> None:
        super().__init__(b"", place)
        self._stream, self._size, self._most = stream, size, most

    @property
    def left(self) -> int:
        return self._size - self.position

    def take(self, count: int) -> memoryview:
        """The next count bytes."""
        if count > self._most:
            raise CorruptFile(
                "A part of {place} has {count} bytes; {limit} are the limit.",
                place=self._place,
                count=count,
                limit=self._most,
            )
        data = self._stream.read(min(count, self.left))
        if len(data) != count:
            raise CorruptFile(
                "{count} bytes should follow at byte {position} of {place}; {left} do.",
                count=count,
                position=self.position,
                place=self._place,
                left=len(data),
            )
        self.position += count
        return memoryview(data)
