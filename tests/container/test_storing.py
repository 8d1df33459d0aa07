import io

import numpy as np
import pytest
import zstandard

from bitswap_app.container import storing
from bitswap_app.container.header import Coding, Header, digest_of
from bitswap_app.container.storing import expect_sound_payload, pack_file, read_stored, write_stored
from bitswap_app.container.stream import Contents, read, read_lead, write
from bitswap_app.errors import BitswapError, CorruptFile, InputError

NOISE = np.random.default_rng(0).bytes(3 << 20)
TEXT = b"".join(b"%d: Dear Sir or Madam,\n" % i for i in range(100_000))


def ignore(_):
    """A progress that nobody follows."""


def stored(source, name="x", raw_from=1 << 31):
    stream = io.BytesIO(source)
    packed = pack_file(stream, len(source), io.BytesIO(), ignore, raw_from)
    return b"".join(write_stored(name, packed, stream))


def restored(coded):
    stream = io.BytesIO(coded)
    return list(read_stored(stream, read_lead(stream, len(coded)), ignore))


@pytest.mark.parametrize("source", [NOISE, TEXT, NOISE + bytes(1 << 22), b"", b"x", bytes(1 << 20)])
def test_what_is_stored_comes_back_and_is_an_ordinary_file(source):
    coded = stored(source)
    assert b"".join(restored(coded)) == source
    assert len(coded) <= len(source) + 64
    contents = read(coded)
    assert (contents.header.coding, contents.header.source_bytes) == (Coding.STORED, len(source))
    assert contents.header.digest == digest_of(source)


def test_text_is_packed_and_noise_is_not():
    assert len(stored(TEXT)) < len(TEXT) / 4
    assert len(stored(NOISE)) > len(NOISE)


def test_pieces_are_small_however_well_a_file_was_packed():
    coded = stored(bytes(1 << 28))
    assert len(coded) < 20_000
    sizes = [len(piece) for piece in restored(coded)]
    assert (sum(sizes), max(sizes) <= 8 << 20) == (1 << 28, True)


def test_what_readers_would_refuse_is_stored_raw():
    assert len(stored(bytes(1 << 22), raw_from=1 << 21)) > 1 << 22
    assert len(stored(bytes(1 << 22), raw_from=1 << 22)) < 1000


def test_any_changed_byte_is_noticed():
    coded = stored(TEXT[:3000])
    for position in range(len(coded)):
        damaged = bytearray(coded)
        damaged[position] ^= 4
        with pytest.raises(BitswapError):
            restored(bytes(damaged))


@pytest.mark.parametrize("length", range(0, 160, 7))
def test_a_cut_file_and_bytes_after_the_end_are_noticed(length):
    coded = stored(NOISE[:130])
    with pytest.raises(BitswapError):
        restored(coded[:length])
    with pytest.raises(CorruptFile):
        restored(coded + bytes(length + 1))


def forged(payload, source_bytes, digest=bytes(8)):
    header = Header(coding=Coding.STORED, name="", source_bytes=source_bytes, digest=digest)
    return write(Contents(header=header, payload=payload))


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (b"", "ends within|packed in way"),
        (b"\2abc", "packed in way 2"),
        (b"\1abc", "no Zstandard frame"),
        (b"\1" + zstandard.compress(b"ab"), "at most 3"),
        (b"\1" + zstandard.compress(b"abc") + b"x", "does not end where it should"),
        (b"\1" + zstandard.compress(b"abc") + bytes(999), "does not end where it should"),
        (b"\1" + zstandard.compress(b"abc")[:-1], "does not end where it should"),
        (b"\0ab", "size or digest"),
        (b"\0abc", "size or digest"),
        (b"\0abcd", "size or digest"),
    ],
)
def test_forged_payloads_are_refused(payload, words):
    with pytest.raises(CorruptFile, match=words):
        restored(forged(payload, 3))


def test_the_checksum_comes_before_the_first_piece():
    coded = bytearray(stored(NOISE))
    coded[-1] ^= 1
    stream = io.BytesIO(coded)
    lead = read_lead(stream, len(coded))
    with pytest.raises(CorruptFile, match="checksum"):
        next(read_stored(stream, lead, ignore))
    with pytest.raises(CorruptFile, match="checksum"):
        expect_sound_payload(stream, lead, ignore)


@pytest.mark.parametrize("size", [2, 4])
def test_a_source_of_another_size_is_an_error(size):
    with pytest.raises(InputError, match="changed"):
        pack_file(io.BytesIO(b"abc"), size, io.BytesIO(), ignore, 1 << 31)


def test_a_source_that_changes_before_it_is_written_is_an_error():
    packed = pack_file(io.BytesIO(NOISE), len(NOISE), io.BytesIO(), ignore, 1 << 31)
    with pytest.raises(InputError, match="changed"):
        list(write_stored("x", packed, io.BytesIO(NOISE[:-1])))


def test_a_part_before_the_payload_has_a_limit(monkeypatch):
    coded = stored(b"abc", name="n" * 100)
    monkeypatch.setattr("bitswap_app.container.stream.MAX_PART_BYTES", 50)
    with pytest.raises(CorruptFile, match="50 are the limit"):
        restored(coded)


def test_progress_counts_what_is_read():
    told = []
    stream = io.BytesIO(stored(TEXT))
    list(read_stored(stream, read_lead(stream, len(stream.getvalue())), told.append))
    assert sum(told) == len(TEXT) + len(stream.getvalue()) - read_lead_bytes(stream) - 4
    assert max(told) <= 8 * storing.PIECE_BYTES


def read_lead_bytes(stream):
    stream.seek(0)
    return read_lead(stream, len(stream.getvalue())).begin
