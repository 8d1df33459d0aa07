"""TIFF files whose pixels are packed in strips, read again by Pillow and libtiff, which share no code with tiff.py."""

import io
import struct

import imagecodecs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bitswap_app.errors import ImageError
from bitswap_app.imaging import io as images
from bitswap_app.imaging import tiff, tiff_directory
from bitswap_app.imaging.raster import Kept, Raster

RNG = np.random.default_rng(0)
PACKINGS = ["tiff_lzw", "tiff_adobe_deflate", "tiff_deflate", "packbits"]


def samples(height=40, width=31, channels=3, most=256):
    y, x, c = np.ogrid[:height, :width, :channels]
    levels = (most / 2) * (1 + np.sin(x / 7 + c) * np.cos(y / 5) * 0.9) + RNG.integers(0, max(2, most // 20), (1, 1, 1))
    levels = levels + RNG.integers(0, max(2, most // 30), (height, width, channels))
    return np.clip(levels, 0, most - 1).astype(np.uint8 if most <= 256 else np.uint16)


def saved(image, **options):
    stream = io.BytesIO()
    image.save(stream, "TIFF", **options)
    return stream.getvalue()


def by_libtiff(pixels, packing="lzw", **options):
    """Of a copy, because for the other byte order imagecodecs turns the bytes of what it is given."""
    return bytes(imagecodecs.tiff_encode(pixels.squeeze().copy(), compression=packing, **options))


def seen(data):
    """What Pillow makes of a file, without what says where strips lie."""
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        tags = {tag: value for tag, value in image.tag_v2.items() if tag not in (273, 279, 324, 325)}
        return image.mode, image.size, image.info, tags, image.tobytes(), dict(image.getexif().get_ifd(0x8769))


def raster_of(data):
    raster = images.read(data)
    assert isinstance(raster, Raster), raster
    return raster


def fields_at(data):
    """{tag: position of its entry} of a little-endian file."""
    at = int.from_bytes(data[4:8], "little")
    number = int.from_bytes(data[at : at + 2], "little")
    places = [at + 2 + 12 * index for index in range(number)]
    return {int.from_bytes(data[place : place + 2], "little"): place for place in places}


def with_field(data, tag, value):
    """The file with another number of one short."""
    place = fields_at(data)[tag]
    return data[: place + 8] + struct.pack("<I", value) + data[place + 12 :]


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P", "LA", "1", "I;16"])
@pytest.mark.parametrize("quick", [False, True])
def test_pixels_and_all_tags_come_back(packing, mode, quick):
    if mode == "I;16":
        image = Image.fromarray(samples(channels=1, most=65536)[:, :, 0])
    else:
        image = Image.fromarray(samples()).convert(mode)
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "a picture", 6
    exif.get_ifd(0x8769)[0x9003] = "2026:11:22 08:00:00"
    data = saved(image, compression=packing, dpi=(300, 300), icc_profile=b"profile" * 9, exif=exif)
    raster = raster_of(data)
    assert raster.kind == tiff_directory.KIND
    built = images.build(raster, quick=quick)
    assert seen(built) == seen(data)
    assert images.same_image(raster_of(built), raster)


@pytest.mark.parametrize("predictor", [False, True])
@pytest.mark.parametrize("packing", ["lzw", "deflate", "packbits"])
@pytest.mark.parametrize(("channels", "most"), [(1, 256), (3, 256), (4, 256), (1, 65536), (3, 65536)])
def test_predictors_and_many_strips(packing, predictor, channels, most):
    pixels = samples(50, 33, channels, most)
    if packing == "packbits" and predictor:
        return
    options = {"predictor": True} if predictor else {}
    data = by_libtiff(pixels, packing, rowsperstrip=7, **options)
    raster = raster_of(data)
    assert np.array_equal(raster.pixels, pixels)
    built = images.build(raster)
    assert np.array_equal(imagecodecs.tiff_decode(built).reshape(pixels.shape), pixels)
    assert len(built) < 1.2 * len(data) + 200


sides = st.integers(2, 70)
tile_sides = st.sampled_from([16, 32, 48])


@settings(max_examples=40, deadline=None)
@given(
    sides,
    sides,
    st.sampled_from([1, 3, 4]),
    st.sampled_from([256, 65536]),
    st.sampled_from([("none", False), ("packbits", False), ("lzw", False), ("lzw", True), ("deflate", True)]),
    st.none() | st.tuples(tile_sides, tile_sides),
    st.booleans(),
    st.sampled_from("<>"),
)
def test_tiles_and_planes_come_back(height, width, channels, most, packing, tile, is_planar, order):
    pixels = samples(height, width, channels, most)
    options = {"byteorder": order, "tile": tile} if tile else {"byteorder": order, "rowsperstrip": 9}
    if packing[1]:
        options["predictor"] = True
    is_planar = is_planar and channels > 1
    if channels > 1:
        options |= {"planarconfig": "separate" if is_planar else "contig", "photometric": "rgb"}
    data = by_libtiff(np.moveaxis(pixels, 2, 0) if is_planar else pixels, packing[0], **options)
    found = images.read(data)
    assert isinstance(found, Raster), found
    assert np.array_equal(found.pixels, pixels)
    if tile or is_planar:
        assert found.kind == tiff_directory.KIND_IN_PIECES
    for quick in (False, True):
        built = images.build(found, quick=quick)
        assert np.array_equal(imagecodecs.tiff_decode(built), imagecodecs.tiff_decode(data))
        assert images.same_image(raster_of(built), found)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P"])
def test_pillow_sees_the_same_in_tiles(mode):
    pixels = np.asarray(Image.fromarray(samples(70, 90)).convert(mode))
    colours = {"colormap": RNG.integers(0, 65536, (3, 256)).astype(np.uint16)} if mode == "P" else {}
    data = by_libtiff(pixels, "lzw", tile=(32, 32), predictor=True, **colours)
    assert seen(images.build(raster_of(data))) == seen(data)


def test_plain_tiles_keep_their_pixels_where_their_room_is():
    pixels = samples(40, 50)
    data = by_libtiff(pixels, "none", tile=(16, 32))
    built = images.build(raster_of(data))
    assert len(built) == len(data)
    assert np.array_equal(imagecodecs.tiff_decode(built), pixels)


def test_both_byte_orders():
    pixels = samples(20, 30, 1, 65536)
    for order in ("<", ">"):
        data = hand_made([pixels[:8], pixels[8:16], pixels[16:]], order)
        raster = raster_of(data)
        assert np.array_equal(raster.pixels, pixels)
        built = images.build(raster)
        assert np.array_equal(imagecodecs.tiff_decode(built), pixels[:, :, 0])


def hand_made(strips, order="<", *, rows=8, packing=8, gap=b"\0between", form="I", more=()):
    """A file of 16-bit grey with its strips apart from each other and its directory first."""
    import zlib

    packed = [zlib.compress(strip.astype(f"{order}u2").tobytes()) for strip in strips]
    if packing == 1:
        packed = [strip.astype(f"{order}u2").tobytes() for strip in strips]
    height, width = sum(strip.shape[0] for strip in strips), strips[0].shape[1]
    numbers = {256: width, 257: height, 258: 16, 259: packing, 262: 1, 277: 1, 278: rows} | dict(more)
    tags = sorted([*numbers, 273, 279])
    lists = 8 + 2 + 12 * len(tags) + 4
    size = struct.calcsize(form) * len(strips)
    begin = lists + 2 * size
    offsets = []
    for strip in packed:
        offsets.append(begin)
        begin += len(strip) + len(gap)
    kind = {"I": 4, "H": 3}[form]
    out = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}IH", 8, len(tags))
    for tag in tags:
        if tag in (273, 279):
            out += struct.pack(f"{order}HHII", tag, kind, len(strips), lists + size * (tag == 279))
        else:
            out += struct.pack(f"{order}HHII", tag, 4, 1, numbers[tag])
    out += struct.pack(f"{order}I", 0)
    out += struct.pack(f"{order}{len(strips)}{form}", *offsets)
    out += struct.pack(f"{order}{len(strips)}{form}", *map(len, packed))
    return out + b"".join(strip + gap for strip in packed)


def test_plain_strips_apart_come_back_byte_for_byte():
    pixels = samples(20, 30, 1, 65536)
    data = hand_made([pixels[:8], pixels[8:16], pixels[16:]], packing=1)
    raster = raster_of(data)
    assert raster.kind == tiff_directory.KIND
    assert images.build(raster) == data


def test_strips_that_find_no_room_go_to_the_end(monkeypatch):
    pixels = samples(20, 30, 1, 65536) & 0xF000
    data = hand_made([pixels[:8], pixels[8:16], pixels[16:]])
    raster = raster_of(data)
    monkeypatch.setattr(tiff.zlib, "compress", lambda rows, level: zlib_stored(rows))
    built = images.build(raster)
    assert len(built) > len(data)
    assert np.array_equal(imagecodecs.tiff_decode(built), pixels[:, :, 0])
    assert b"\0between" in built
    assert images.same_image(raster_of(built), raster)


def zlib_stored(rows):
    import zlib

    packer = zlib.compressobj(0)
    return packer.compress(rows) + packer.flush()


def test_places_that_fit_in_no_field_are_an_error():
    pixels = samples(20, 30, 1, 65536) & 0xF000
    noise = RNG.integers(0, 65536, pixels.shape).astype(np.uint16)  # needs more room
    for gap, fits in ((20_000, True), (21_700, False)):
        data = hand_made([pixels[:8], pixels[8:16], pixels[16:]], form="H", gap=bytes(gap))
        raster = raster_of(data)
        larger = Raster(noise, raster.kind, raster.before, raster.after)
        if fits:
            assert np.array_equal(imagecodecs.tiff_decode(images.build(larger)), noise[:, :, 0])
        else:
            with pytest.raises(ValueError, match="does not fit in its field"):
                images.build(larger)


KEPT = {
    "tiles of odd sides": lambda: with_field(by_libtiff(samples(64, 64), "lzw", tile=(16, 16)), 322, 17),
    "tiles of no width": lambda: with_field(by_libtiff(samples(64, 64), "lzw", tile=(16, 16)), 322, 0),
    "fewer tiles than there must be": lambda: with_field(by_libtiff(samples(64, 64), "lzw", tile=(16, 16)), 257, 65),
    "tiles far larger than the image": lambda: by_libtiff(samples(9, 9), "lzw", tile=(1024, 1024)),
    "planes that are not there": lambda: with_field(by_libtiff(samples(), "lzw"), 284, 2),
    "a third way to lay out channels": lambda: with_field(by_libtiff(samples(), "lzw"), 284, 3),
    "an unknown predictor": lambda: with_field(by_libtiff(samples(), "lzw", predictor=True), 317, 3),
    "pages": lambda: saved(
        Image.fromarray(samples()), compression="tiff_lzw", save_all=True, append_images=[Image.fromarray(samples())]
    ),
    "JPEG": lambda: saved(Image.fromarray(samples()), compression="jpeg"),
    "fax": lambda: saved(Image.fromarray(samples()).convert("1"), compression="group4"),
    "floats": lambda: by_libtiff(samples().astype(np.float32), "lzw"),
    "layers": lambda: hand_made([samples(8, 8, 1, 65536)], more=[(37724, 1)]),
    "other pages below": lambda: hand_made([samples(8, 8, 1, 65536)], more=[(330, 8)]),
    "mirrored bits": lambda: hand_made([samples(8, 8, 1, 65536)], more=[(266, 2)]),
    "signed": lambda: hand_made([samples(8, 8, 1, 65536)], more=[(339, 2)]),
}


@pytest.mark.parametrize("what", KEPT)
def test_unusual_files_are_kept(what):
    found = images.read(KEPT[what]())
    assert isinstance(found, Kept)
    assert found.reason.endswith(".")


def test_strips_that_overlap_or_hold_too_little_are_kept():
    pixels = samples(16, 30, 1, 65536)
    data = hand_made([pixels[:8], pixels[8:]])
    lists = struct.unpack("<I", data[fields_at(data)[273] + 8 :][:4])[0]
    same = data[: lists + 4] + data[lists : lists + 4] + data[lists + 8 :]
    assert isinstance(images.read(same), Kept)
    tall = with_field(with_field(data, 257, 24), 278, 12)
    with pytest.raises(ImageError) if isinstance(outcome(tall), ImageError) else pytest.MonkeyPatch.context():
        assert isinstance(images.read(tall), Kept)


def outcome(data):
    """The image, or the error."""
    try:
        return images.read(data)
    except ImageError as error:
        return error


@pytest.mark.parametrize("is_tiled", [False, True])
def test_damaged_files_are_kept_or_an_image_error(is_tiled):
    data = hand_made([samples(8, 12, 1, 65536)])
    if is_tiled:
        data = by_libtiff(samples(20, 20, 3), "deflate", tile=(16, 16), photometric="rgb", planarconfig="contig")
    begin = int.from_bytes(data[4:8], "little")  # of the directory, where damage tells
    rng = np.random.default_rng(1)
    for _ in range(3000):
        damaged = bytearray(data)
        for at in rng.integers(begin, min(len(data), begin + 250), rng.integers(1, 4)):
            damaged[at] = rng.choice([0, 1, 255, rng.integers(0, 256)])
        found = outcome(bytes(damaged[: rng.integers(100, len(data))]) if rng.random() < 0.2 else bytes(damaged))
        if isinstance(found, Raster):
            try:
                again = images.read(images.build(found))
            except (ValueError, ImageError):
                continue
            assert isinstance(again, Raster | Kept)


def test_forged_surroundings_are_an_error():
    data = hand_made([samples(8, 12, 1, 65536), samples(8, 12, 1, 65536)])
    raster = raster_of(data)
    for before, after in [
        (raster.before, raster.after[:-1]),
        (raster.before, b""),
        (raster.before, raster.after[8:]),
        (raster.before, struct.pack("<IIII", 0, 1 << 31, 200, 5)),
        (raster.before, struct.pack("<IIII", 1 << 31, 5, 200, 5)),
        (raster.before[:50], raster.after),
        (b"II*\0" + raster.before[8:], raster.after),
        (b"", raster.after),
        (raster.before[::-1], raster.after),
    ]:
        with pytest.raises(ValueError, match=r"."):
            images.build(Raster(raster.pixels, tiff_directory.KIND, before, after))
    with pytest.raises(ValueError, match="not those of"):
        images.build(Raster(raster.pixels, tiff_directory.KIND_IN_PIECES, raster.before, raster.after))
    with pytest.raises(ValueError, match="not those of"):
        images.build(Raster(raster.pixels[:, 1:], tiff_directory.KIND, raster.before, raster.after))


def test_a_bomb_is_not_unpacked():
    import zlib

    pixels = samples(8, 12, 1, 65536)
    data = hand_made([pixels])
    bomb = zlib.compress(bytes(1 << 26))
    data = with_field(data, 279, len(bomb))
    begin = struct.unpack("<I", data[fields_at(data)[273] + 8 :][:4])[0]
    found = images.read(data[:begin] + bomb)
    assert isinstance(found, Kept)


def test_limits_hold_before_strips_are_unpacked():
    with pytest.raises(ImageError, match="12 x 8 pixels; at most 95"):
        images.read(hand_made([samples(8, 12, 1, 65536)]), 95)
