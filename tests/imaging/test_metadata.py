"""Files without their metadata: what shows stays as it is, and what tells of the making is gone."""

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps
from PIL.PngImagePlugin import PngInfo

from bitswap_app.imaging import png
from bitswap_app.imaging.metadata import is_known, without_metadata

KINDS = ("JPEG", "PNG", "WEBP")
SECRET = b"Jane Doe"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>' + SECRET + b"</creator>%s</x:xmpmeta>"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def exif_of(orientation, order="II", kind=3):
    """EXIF by hand: a name, an orientation if there is one, and a thumbnail's bytes behind them."""
    sign = "<" if order == "II" else ">"
    entries = [struct.pack(f"{sign}HHII", 0x010F, 2, len(SECRET), 8 + 2 + 24 + 4)]
    if orientation is not None:
        entries.append(
            struct.pack(f"{sign}HHI{'HH' if kind == 3 else 'I'}", 0x0112, kind, 1, *[orientation, 0][: kind % 2 + 1])
        )
    head = {"II": b"II*\0", "MM": b"MM\0*"}[order] + struct.pack(f"{sign}IH", 8, len(entries))
    return (head + b"".join(entries) + bytes(4)).ljust(38, b"\0") + SECRET + bytes(range(99))


orientations = st.sampled_from([None, *range(1, 9)])


@st.composite
def pictures(draw):
    """A file of any kind with any of the metadata that it may have, and whether it has some."""
    kind, orientation = draw(st.sampled_from(KINDS)), draw(orientations)
    height, width, seed = draw(st.integers(1, 19)), draw(st.integers(1, 19)), draw(st.integers(0, 99))
    modes = {"JPEG": ("L", "RGB", "CMYK"), "PNG": ("1", "L", "P", "LA", "RGB", "RGBA", "I;16"), "WEBP": ("RGB", "RGBA")}
    samples = np.random.default_rng(seed).integers(0, 256, (height, width, 4), np.uint8)
    image = Image.fromarray(samples, "RGBA").convert("RGB")
    mode = draw(st.sampled_from(modes[kind]))
    image = image.convert("L").convert("I;16") if mode == "I;16" else image.convert(mode)
    options = {}
    has_exif, has_xmp = draw(st.booleans()), draw(st.booleans())
    if has_exif:
        exif = exif_of(orientation, draw(st.sampled_from(["II", "MM"])))
        options["exif"] = (b"Exif\0\0" if kind == "JPEG" or draw(st.booleans()) else b"") + exif
    if has_xmp and kind != "PNG":
        options["xmp"] = XMP % b""
    if draw(st.booleans()):
        options["icc_profile"] = PROFILE
    if kind == "JPEG":
        options |= {"quality": draw(st.sampled_from([50, 95])), "progressive": draw(st.booleans())}
        options |= {"comment": SECRET} if draw(st.booleans()) else {}
        options |= {"dpi": (72, 72)} if draw(st.booleans()) else {}
    elif kind == "PNG":
        info = PngInfo()
        if has_xmp:
            info.add_itxt("XML:com.adobe.xmp", (XMP % b"").decode())
        if draw(st.booleans()):
            info.add_text("Author", SECRET.decode(), zip=draw(st.booleans()))
            info.add(b"tIME", bytes(7))
        options |= {"pnginfo": info, "dpi": (72, 72)}
    else:
        options |= {"lossless": draw(st.booleans())}
        if draw(st.booleans()):
            options |= {"save_all": True, "append_images": [ImageOps.invert(image.convert("RGB")).convert(mode)]}
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def opened(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def shown(data):
    """All that a viewer makes of a file but metadata: kind, frames as they are turned, colour profile, resolution."""
    image = opened(data)
    frames = []
    for frame in range(getattr(image, "n_frames", 1)):
        image.seek(frame)
        turned = ImageOps.exif_transpose(image)
        frames.append((turned.mode, turned.size, turned.tobytes(), image.tobytes(), image.getpalette()))
    return image.format, frames, [image.info.get(name) for name in ("icc_profile", "gamma", "transparency", "jfif")]


def chunks(data):
    return {kind: data[begin:end] for kind, begin, end in png.chunks_of(data)}


def png_with(*extra, behind=b""):
    """A small PNG with these chunks before its pixels."""
    stream = io.BytesIO()
    Image.new("L", (3, 2), 9).save(stream, "PNG")
    data = stream.getvalue()
    return data[:33] + b"".join(extra) + data[33:] + behind


def jpeg_with(*extra, behind=b""):
    """A small JPEG with these (marker, content) behind its JFIF segment."""
    stream = io.BytesIO()
    Image.new("L", (3, 2), 9).save(stream, "JPEG")
    data = stream.getvalue()
    segments = [struct.pack(">BBH", 0xFF, marker, 2 + len(content)) + content for marker, content in extra]
    return data[:20] + b"".join(segments) + data[20:] + behind


def webp_with(**options):
    stream = io.BytesIO()
    Image.new("RGB", (3, 2), (1, 2, 3)).save(stream, "WEBP", lossless=True, **options)
    return stream.getvalue()


@settings(max_examples=50)
@given(data=pictures())
def test_the_picture_shows_as_before_and_tells_nothing(data):
    plain = without_metadata(data)
    assert plain is not None
    assert shown(plain) == shown(data)
    assert SECRET not in plain
    assert not {"xmp", "comment", "Author", "XML:com.adobe.xmp"} & set(opened(plain).info)
    assert set(opened(plain).getexif()) <= {0x0112}
    assert len(plain) <= len(data)
    assert without_metadata(plain) is plain


@settings(max_examples=50)
@given(data=pictures())
def test_what_is_coded_stays_bit_for_bit(data):
    plain = without_metadata(data)
    if data[:2] == b"\xff\xd8":
        assert plain[plain.index(b"\xff\xda") :] == data[data.index(b"\xff\xda", data.index(b"\xff\xc4")) :]
    elif png.is_png(data):
        gone = {b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf"}
        assert {k: v for k, v in chunks(plain).items() if k not in gone} == {
            k: v for k, v in chunks(data).items() if k not in gone
        }
    else:
        for kind in (b"VP8 ", b"VP8L", b"ANMF", b"ICCP", b"ALPH"):
            assert plain.count(kind) == data.count(kind)


@settings(max_examples=50)
@given(data=pictures(), draw=st.data())
def test_damaged_files_are_kept_or_show_what_they_showed(data, draw):
    place = draw.draw(st.integers(0, len(data) - 1))
    hurt = bytearray(data)
    match draw.draw(st.sampled_from(["flip", "cut", "put"])):
        case "flip":
            hurt[place] ^= 1 << draw.draw(st.integers(0, 7))
        case "cut":
            del hurt[place:]
        case _:
            hurt[place:place] = draw.draw(st.binary(max_size=9))
    plain = without_metadata(bytes(hurt))
    if plain is not None:
        assert len(plain) <= len(hurt)
        assert without_metadata(plain) == plain


@given(head=st.sampled_from([b"\xff\xd8\xff", png.SIGNATURE, b"RIFF\x10\0\0\0WEBP", b""]), data=st.binary(max_size=99))
def test_any_bytes_give_bytes_or_none(head, data):
    plain = without_metadata(head + data)
    assert plain is None or len(plain) <= len(head + data)


@given(exif=st.binary(max_size=80), head=st.sampled_from([b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"]))
def test_any_exif_gives_bytes_or_none(exif, head):
    for data in (png_with(png.chunk(b"eXIf", head + exif)), jpeg_with((0xE1, b"Exif\0\0" + head + exif))):
        plain = without_metadata(data)
        assert plain is None or len(plain) <= len(data)


@pytest.mark.parametrize("order", ["II", "MM"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", [None, 1, 6, 9])
def test_of_exif_only_a_turning_orientation_stays(kind, orientation, order):
    stream = io.BytesIO()
    Image.new("RGB", (3, 2)).save(stream, kind, exif=b"Exif\0\0" + exif_of(orientation, order))
    plain = without_metadata(stream.getvalue())
    assert dict(opened(plain).getexif()) == ({0x0112: 6} if orientation == 6 else {})
    assert (b"Exif\0\0" in plain or b"eXIf" in plain or b"EXIF" in plain) is (orientation == 6)


def test_the_header_of_a_webp_says_what_is_left():
    exif = b"Exif\0\0" + exif_of(8)
    for options, flags in (
        ({"exif": exif, "xmp": XMP % b""}, 0x08),
        ({"xmp": XMP % b"", "icc_profile": PROFILE}, 0x20),
    ):
        plain = without_metadata(webp_with(**options))
        assert (plain[12:16], plain[20]) == (b"VP8X", flags)
        assert int.from_bytes(plain[4:8], "little") == len(plain) - 8


def test_a_file_without_metadata_is_the_same_object():
    for data in (png_with(), jpeg_with(), webp_with()):
        assert without_metadata(data) is data


@pytest.mark.parametrize(
    "content",
    [b"JFXX\0" + SECRET, b"FPXR\0" + SECRET, b"Ducky" + SECRET, b"JP\0\1\0\0\0\1\0\0\0\x20jumb" + SECRET],
)
def test_other_application_segments_go(content):
    marker = {b"JF": 0xE0, b"FP": 0xE2, b"Du": 0xEC, b"JP": 0xEB}[content[:2]]
    assert without_metadata(jpeg_with((marker, content), (0xFE, SECRET), (0xED, SECRET))) == jpeg_with()


@pytest.mark.parametrize(
    "chunk", [b"gAMA", b"cHRM", b"sRGB", b"cICP", b"mDCV", b"sBIT", b"pHYs", b"bKGD", b"acTL", b"gaMe"]
)
def test_chunks_that_show_or_are_unknown_stay(chunk):
    data = png_with(png.chunk(chunk, bytes(9)))
    assert without_metadata(data) is data


def test_a_colour_profile_in_a_text_stays():
    data = png_with(png.chunk(b"zTXt", b"Raw profile type icc\0\0" + zlib.compress(b"\nicc\n 1\n00")))
    assert without_metadata(data) is data


def mpf_with(kind, *, order="II", damage=lambda _: None, behind=b""):
    """A JPEG with two more behind it, of this kind by the table of MPF, by hand."""
    sign, preview = {"II": "<", "MM": ">"}[order], jpeg_with((0xFE, SECRET))
    head = {"II": b"II*\0", "MM": b"MM\0*"}[order] + struct.pack(f"{sign}I", 8)
    length = 4 + 8 + 2 + 2 * 12 + 4 + 3 * 16
    plain = jpeg_with((0xE2, bytes(length)), (0xFE, SECRET))
    begin = 20 + 4 + 4  # of the table's TIFF header
    first = len(plain) + 8 - begin  # zeros between
    table = [0x030000, len(plain), 0, 0, kind, len(preview), first, 0, kind, len(preview), first + len(preview), 0]
    damage(table)
    entries = struct.pack(f"{sign}HHII", 0xB001, 4, 1, 3) + struct.pack(f"{sign}HHII", 0xB002, 7, 48, 38)
    content = b"MPF\0" + head + struct.pack(f"{sign}H", 2) + entries + bytes(4) + struct.pack(f"{sign}12I", *table)
    assert len(content) == length
    return jpeg_with((0xE2, content), (0xFE, SECRET), behind=bytes(8) + preview + preview + behind)


@pytest.mark.parametrize("order", ["II", "MM"])
@pytest.mark.parametrize("kind", [0x010001, 0x010002])
def test_previews_behind_a_jpeg_go_with_their_table(kind, order):
    data = mpf_with(kind, order=order)
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.n_frames) == ("MPO", 3)
    assert without_metadata(data) == jpeg_with()
    assert without_metadata(mpf_with(kind, behind=bytes(99))) == jpeg_with()


@given(place=st.integers(0, 11), value=st.integers(0, (1 << 32) - 1))
def test_a_damaged_table_of_previews_costs_no_picture(place, value):
    def damage(table):
        table[place] = value

    assert without_metadata(mpf_with(0x010001, damage=damage)) in (None, jpeg_with())


RAW = b"\nexif\n   170\n" + (b"Exif\0\0" + exif_of(6)).hex().encode()
UNUSUAL = {
    "many comments": jpeg_with(*[(0xFE, b"")] * (1 << 14)),
    "many packed texts": png_with(*[png.chunk(b"zTXt", b"Raw profile type exif\0\0")] * 5),
    "data behind a JPEG": jpeg_with((0xFE, SECRET), behind=b"\0ftypmp4"),
    "data behind a PNG": png_with(png.chunk(b"tEXt", SECRET), behind=b"Rar!"),
    "data behind a WebP": webp_with(xmp=XMP % b"") + b"more",
    "another picture": mpf_with(0x020002),
    "a gain map in MPF": mpf_with(0),
    "data behind previews": mpf_with(0x010001, behind=b"\0ftypmp4"),
    "a damaged table of pictures": jpeg_with((0xE2, b"MPF\0" + SECRET), (0xFE, SECRET)),
    "a gain map": jpeg_with((0xE2, b"urn:iso:std:iso:ts:21496:-1\0"), (0xFE, SECRET)),
    "a residual": jpeg_with((0xEB, b"JP\0\1\0\0\0\1\0\0\0\x20RESI" + SECRET)),
    "XMP turns a JPEG": jpeg_with((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP % b'<a tiff:Orientation="6"/>')),
    "XMP turns a PNG": png_with(png.chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<tiff:Orientation>8<")),
    "packed XMP turns a PNG": png_with(
        png.chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(b"<tiff:Orientation>8<"))
    ),
    "XMP turns a WebP": webp_with(xmp=XMP % b"<tiff:Orientation>3<"),
    "a text turns a PNG": png_with(png.chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(RAW))),
    "a plain text turns a PNG": png_with(png.chunk(b"tEXt", b"Raw profile type exif\0" + RAW)),
    "an orientation of another type": jpeg_with((0xE1, b"Exif\0\0" + exif_of(6, kind=4))),
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_what_may_not_be_touched_is_known_and_kept(name):
    data = UNUSUAL[name]
    assert is_known(data)
    assert without_metadata(data) is None


def test_zeros_behind_a_picture_stay():
    for data, plain in (
        (jpeg_with((0xFE, SECRET), behind=bytes(9)), jpeg_with(behind=bytes(9))),
        (png_with(png.chunk(b"tEXt", SECRET), behind=bytes(9)), png_with(behind=bytes(9))),
    ):
        assert without_metadata(data) == plain


def test_exif_goes_before_other_words_on_turning():
    xmp = (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP % b'<a tiff:Orientation="6"/>')
    assert without_metadata(jpeg_with((0xE1, b"Exif\0\0" + exif_of(1)), xmp)) == jpeg_with()


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "PPM"])
def test_other_kinds_are_left_alone(kind):
    stream = io.BytesIO()
    Image.new("RGB", (3, 2)).save(stream, kind)
    assert not is_known(stream.getvalue())
    assert without_metadata(stream.getvalue()) is None
