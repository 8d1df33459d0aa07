"""Whole files: what is written is read, what is damaged is refused. FORMAT.md, sections 2 and 3."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitswap_app.container.fields import varint
from bitswap_app.container.header import Coding, Header, Image, digest_of, is_plain_name
from bitswap_app.container.packing import pack
from bitswap_app.container.stream import MAGIC, MAX_HEADER_BYTES, MAX_THUMBNAIL_BYTES, VERSION, Contents, read, write
from bitswap_app.errors import BitswapError, CorruptFile, FormatError, UnsupportedVersion

IMAGE = Image(width=512, height=512, channels=3, depth=8, file_kind=0)
HEADER = Header(
    coding=Coding.BITSWAP,
    name="photo.png",
    source_bytes=500_000,
    digest=digest_of(b"pixels"),
    image=IMAGE,
    model_id=bytes(range(8)),
)
CONTENTS = Contents(
    header=HEADER, payload=b"payload bytes", before=b"some chunks" * 9, after=b"more", thumbnail=b"a small picture"
)
GOOD = write(CONTENTS)

names = st.text(max_size=60).filter(is_plain_name)
sides = st.integers(1, 5000)
images = st.builds(
    Image,
    width=sides,
    height=sides,
    channels=st.integers(1, 4),
    depth=st.sampled_from([8, 16]),
    file_kind=st.integers(0, 255),
)
shallow_images = st.builds(
    Image, width=sides, height=sides, channels=st.integers(1, 4), depth=st.just(8), file_kind=st.integers(0, 255)
)
digests = st.binary(min_size=8, max_size=8)
sizes = st.integers(0, 1 << 31)
headers = st.one_of(
    st.builds(
        Header,
        coding=st.just(Coding.BITSWAP),
        name=names,
        source_bytes=sizes,
        digest=digests,
        image=images,
        model_id=digests,
    ),
    st.builds(Header, coding=st.just(Coding.JXL), name=names, source_bytes=sizes, digest=digests, image=images),
    st.builds(
        Header, coding=st.just(Coding.WEBP), name=names, source_bytes=sizes, digest=digests, image=shallow_images
    ),
    st.builds(
        Header, coding=st.sampled_from([Coding.STORED, Coding.JPEG]), name=names, source_bytes=sizes, digest=digests
    ),
)


def file_of(*sections: tuple[int, bytes]) -> bytes:
    """A file with right checksums and whatever sections, in a second hand."""
    plain, out = MAGIC + bytes([VERSION]), MAGIC + bytes([VERSION])
    for kind, body in sections:
        section = bytes([kind]) + varint(len(body)) + body
        plain += section
        out += section + zlib.crc32(plain).to_bytes(4, "little")
    return out


@given(
    header=headers,
    payload=st.binary(max_size=300),
    before=st.binary(max_size=99),
    after=st.binary(max_size=99),
    thumbnail=st.binary(max_size=99),
)
def test_reading_undoes_writing(header, payload, before, after, thumbnail):
    if not header.coding.keeps_pixels:
        before = after = b""
    contents = Contents(header=header, payload=payload, before=before, after=after, thumbnail=thumbnail)
    assert read(write(contents)) == contents


def test_the_writer_follows_the_document():
    body = varint(len(CONTENTS.before)) + CONTENTS.before + CONTENTS.after
    assert file_of((1, HEADER.to_bytes()), (2, pack(body)), (0x80, CONTENTS.thumbnail), (3, CONTENTS.payload)) == GOOD


@given(position=st.integers(0, len(GOOD) - 1), flip=st.integers(1, 255))
def test_a_changed_byte_is_refused(position, flip):
    data = bytearray(GOOD)
    data[position] ^= flip
    with pytest.raises(FormatError) as caught:
        read(bytes(data))
    assert str(caught.value).endswith(".")


def test_every_single_bit_matters():
    for bit in range(len(GOOD) * 8):
        data = bytearray(GOOD)
        data[bit // 8] ^= 1 << bit % 8
        with pytest.raises(FormatError):
            read(bytes(data))


@pytest.mark.parametrize("length", range(len(GOOD)))
def test_a_cut_file_is_refused(length):
    with pytest.raises(FormatError):
        read(GOOD[:length])


@given(st.binary(min_size=1, max_size=80))
def test_bytes_after_the_end_are_refused(more):
    with pytest.raises(CorruptFile, match="follow"):
        read(GOOD + more)


@given(st.binary(max_size=200))
def test_junk_gives_only_our_errors(junk):
    for start in (b"", MAGIC, MAGIC + bytes([VERSION])):
        with pytest.raises(FormatError):
            read(start + junk)


@given(st.binary(max_size=80), st.binary(max_size=80))
def test_junk_under_good_checksums_gives_only_our_errors(header, surroundings):
    for sections in ([(1, header), (3, b"")], [(1, HEADER.to_bytes()), (2, surroundings), (3, b"")]):
        try:
            read(file_of(*sections))
        except BitswapError as error:
            assert str(error).endswith(".")


def test_what_is_no_bsw_file_is_not_called_damaged():
    for data, words in ((b"", "empty"), (b"\x89PNG\r\n\x1a\n" * 9, "not a Bit-Swap file")):
        with pytest.raises(FormatError, match=words) as caught:
            read(data)
        assert type(caught.value) is FormatError


def test_a_newer_version_names_both_versions():
    with pytest.raises(UnsupportedVersion, match=r"version 2.*version 1"):
        read(MAGIC + b"\x02" + GOOD[5:])


def test_unknown_sections_are_skipped_or_refused_by_their_type():
    header, payload = (1, HEADER.to_bytes()), (3, b"payload")
    plain = read(file_of(header, payload))
    assert read(file_of(header, (0x81, b"a later idea"), (0xFF, b""), payload)) == plain
    with pytest.raises(UnsupportedVersion, match="newer version"):
        read(file_of(header, (0x7F, b"a new idea"), payload))
    with pytest.raises(UnsupportedVersion, match="newer version"):
        read(file_of(header, (0x04, b"a new idea"), payload))


@pytest.mark.parametrize(
    "kinds",
    [(3,), (1,), (), (1, 1, 3), (2, 1, 3), (0x80, 1, 3), (1, 0x80, 0x80, 3), (1, 3, 0x80), (1, 3, 3), (1, 2, 2, 3)],
)
def test_sections_out_of_their_places_are_refused(kinds):
    bodies = {1: HEADER.to_bytes(), 2: pack(b"\x00")}
    with pytest.raises(CorruptFile):
        read(file_of(*[(kind, bodies.get(kind, b"")) for kind in kinds]))


def test_a_section_taken_out_is_noticed():
    """Each checksum covers the sections before it, so a whole one cannot be dropped unseen."""
    extra = b"\x80\x05extra"
    data = file_of((1, HEADER.to_bytes()), (0x80, b"extra"), (3, b"payload"))
    begin = data.index(extra)
    with pytest.raises(CorruptFile, match="damaged"):
        read(data[:begin] + data[begin + len(extra) + 4 :])


def test_a_section_that_claims_too_much_is_refused_before_it_is_read():
    with pytest.raises(CorruptFile, match="limit"):
        read(MAGIC + b"\x01\x01" + varint(MAX_HEADER_BYTES + 1))
    with pytest.raises(CorruptFile, match="should follow"):
        read(MAGIC + b"\x01\x01" + varint(20) + b"short")


def test_a_thumbnail_has_a_limit():
    header = (1, HEADER.to_bytes())
    assert read(file_of(header, (0x80, b"picture"), (3, b"payload"))).thumbnail == b"picture"
    with pytest.raises(CorruptFile, match="limit"):
        read(file_of(header, (0x80, bytes(MAX_THUMBNAIL_BYTES + 1)), (3, b"payload")))
    with pytest.raises(ValueError, match="limit"):
        write(Contents(header=HEADER, payload=b"", thumbnail=bytes(MAX_THUMBNAIL_BYTES + 1)))


def test_surroundings_without_pixels_are_refused():
    stored = Header(coding=Coding.STORED, name="", source_bytes=3, digest=digest_of(b"abc"))
    with pytest.raises(ValueError, match="do not belong"):
        write(Contents(header=stored, payload=b"abc", before=b"x"))
    with pytest.raises(CorruptFile, match="do not belong"):
        read(file_of((1, stored.to_bytes()), (2, pack(b"\x00x")), (3, b"abc")))


def test_the_overhead_is_what_the_document_says():
    assert len(write(Contents(header=HEADER, payload=b"p" * 300_000))) - 300_000 == 55
