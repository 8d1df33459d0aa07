"""Makes golden files: `python tests/golden/make_golden.py`. It writes what is new and refuses to change what is there.

tiny.safetensors is an untrained model (tests/model/tiny_model.py), kept as a file because training code may change.
v1/NAME is a source, v1/NAME.bsw what the program makes of it with that model, v1/manifest.json lists digests.
A change to the bytes of a format version is a new folder, never an edit.
"""

import hashlib
import io
import json
import sys
from pathlib import Path

import imagecodecs
import numpy as np
from PIL import Image as Picture
from PIL import PngImagePlugin

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "model"))  # tiny_model.py

from tiny_model import make_network, noise, picture

from bitswap_app.container.header import Coding, Header, Image, digest_of
from bitswap_app.container.packing import pack
from bitswap_app.container.stream import Contents, write
from bitswap_app.imaging import io as images
from bitswap_app.imaging import jxl, png, preview, webp
from bitswap_app.imaging.raster import Raster
from bitswap_app.model.learning import Learns
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service import payloads
from bitswap_app.service.engine import Engine
from bitswap_app.training.curvature import with_curvatures
from bitswap_app.training.export import export

HERE = Path(__file__).parent
LAST = ("last.ppm", "decoded.ppm", "shades.png")
LEARNT = {  # coded by networks that learn
    "learnt.ppm": Learns.ALL,
    **dict.fromkeys(LAST, Learns.LAST),
}
MODEL = HERE / "tiny.safetensors"
COLOURS = picture(60, 50, seed=3)


def ppm(pixels):
    return b"P6\n%d %d\n255\n" % (pixels.shape[1], pixels.shape[0]) + pixels.tobytes()


def saved(image, file_format, **options):
    stream = io.BytesIO()
    image.save(stream, file_format, **options)
    return stream.getvalue()


def decoded(pixels):
    """The colours of a JPEG file of the pixels."""
    return np.asarray(Picture.open(io.BytesIO(saved(Picture.fromarray(pixels), "JPEG", quality=80))))


def tiles(pixels, **options):
    """TIFF by libtiff, in pieces of other kinds than Pillow's."""
    return bytes(imagecodecs.tiff_encode(pixels.squeeze().copy(), compression="lzw", **options))


def png_of(pixels, form, before=b""):
    return images.build(Raster(pixels, form.kind, before, png.chunk(b"tEXt", b"Title\0golden")))


def sources():
    """Name -> the file and its coding."""
    shown = Picture.fromarray(COLOURS)
    alpha = np.dstack([COLOURS, COLOURS[::-1, :, 0]])
    palette = png.chunk(b"PLTE", bytes(range(48))) + png.chunk(b"tRNS", bytes([0, 128]))
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Comment", "grüße")
    exif = Picture.Exif()
    exif[0x0112] = 6
    deep = COLOURS.astype(np.uint16)
    return {
        "gradient.ppm": (ppm(picture(100, 90, seed=1)), Coding.BITSWAP),
        "flat.ppm": (ppm(np.full((48, 40, 3), (12, 200, 97), np.uint8)), Coding.BITSWAP),
        "learnt.ppm": (ppm(picture(140, 110, seed=4)), Coding.BITSWAP),
        "last.ppm": (ppm(picture(130, 120, seed=5)), Coding.BITSWAP),
        "vivid.ppm": (ppm(np.clip(picture(70, 60, seed=6) * 3.0 - 255, 0, 255).astype(np.uint8)), Coding.BITSWAP),
        "decoded.ppm": (ppm(decoded(picture(90, 110, seed=7))), Coding.BITSWAP),
        "odd.ppm": (ppm(picture(37, 70, seed=2)), Coding.BITSWAP),
        "photo.png": (saved(shown, "PNG", pnginfo=info, exif=exif, dpi=(300, 300)), Coding.BITSWAP),
        "grey.png": (png_of(COLOURS[:, :, :1], png.Form(8, 0)), Coding.BITSWAP),
        "shades.png": (png_of(picture(66, 80, seed=8)[:, :, :1], png.Form(8, 0)), Coding.BITSWAP),
        "wide.png": (png_of(deep * 257, png.Form(16, 2, is_interlaced=True)), Coding.BITSWAP),
        "alpha.png": (png_of(alpha, png.Form(8, 6)), Coding.BITSWAP),
        "deep-alpha.png": (png_of(deep[:, :, :2] * 199, png.Form(16, 4)), Coding.JXL),
        "palette.png": (png_of(COLOURS[:, :, :1] >> 4, png.Form(4, 3, is_interlaced=True), palette), Coding.JXL),
        "picture.qoi": (saved(shown, "QOI"), Coding.JXL),
        "deep.pgm": (b"P5\n50 60\n65535\n" + deep[:, :, 0].astype(">u2").tobytes(), Coding.JXL),
        "picture.bmp": (saved(shown, "BMP"), Coding.JXL),
        "bits.png": (png_of(COLOURS[:, :, :1] >> 7, png.Form(1, 0)), Coding.WEBP),
        "bits.bmp": (saved(shown.convert("1"), "BMP"), Coding.WEBP),
        "grey-alpha.png": (png_of(alpha[:, :, 2:], png.Form(8, 4)), Coding.WEBP),
        "still.gif": (saved(shown.quantize(40), "GIF", interlace=True, transparency=3), Coding.WEBP),
        "picture.webp": (saved(shown, "WebP", lossless=True, exif=exif), Coding.WEBP),
        "packed.tif": (saved(shown, "TIFF", compression="tiff_lzw", dpi=(300, 300), exif=exif), Coding.JXL),
        "tiles.tif": (tiles(alpha[:, :, 3:], tile=(32, 16), predictor=True), Coding.JXL),
        "planes.tif": (tiles(np.moveaxis(COLOURS, 2, 0), photometric="rgb", planarconfig="separate"), Coding.BITSWAP),
        "photo.jpg": (saved(shown, "JPEG", comment=b"kept"), Coding.JPEG),
        "words.txt": (b"Dear Sir or Madam, " * 9, Coding.STORED),
        "noise.bin": (np.random.default_rng(1).bytes(99), Coding.STORED),
    }


def coded(engine, source, name, coding=Coding.BITSWAP):
    """A .bsw file of the given coding, whatever would be smaller."""
    if not coding.keeps_pixels:
        header = Header(coding=coding, name=name, source_bytes=len(source), digest=digest_of(source))
        return write(
            Contents(header=header, payload=pack(source) if coding is Coding.STORED else jxl.encode_jpeg(source))
        )
    raster = images.read(source)
    header = Header(
        coding=coding,
        name=name,
        source_bytes=len(source),
        digest=digest_of(raster.pixel_bytes()),
        image=Image(
            width=raster.width,
            height=raster.height,
            channels=raster.channels,
            depth=raster.depth,
            file_kind=raster.kind,
        ),
        model_id=engine.model_id if coding is Coding.BITSWAP else b"",
    )
    thumbnail = preview.of_pixels(raster.pixels, 1 << 16) if name == "photo.png" else b""
    payload = payload_of(raster, coding, engine)
    return write(
        Contents(header=header, payload=payload, before=raster.before, after=raster.after, thumbnail=thumbnail)
    )


def payload_of(raster, coding, engine):
    if coding is Coding.BITSWAP:
        return payloads.encode_by_model(payloads.narrowed(raster.pixels), engine, 7, lambda *_: None)
    if coding is Coding.WEBP:
        return webp.encode_payload(raster.pixels, method=4, quality=100)
    return jxl.encode(raster.pixels, 7)


def write_new(path, data):
    """Raises SystemExit rather than change a golden file."""
    if path.exists():
        raise SystemExit(f"{path} exists; a golden file is never overwritten. Give the new one another name.")
    path.write_bytes(data)


def main(folder):
    if not MODEL.exists():
        network = make_network()
        curved = with_curvatures(export(network)[0], network, [picture(128, 160), noise(32, 32, 3)])
        write_new(MODEL, curved.to_bytes())
    engine = Engine(load_runtime(read_weights(MODEL)), threads=1)
    manifest = folder / "manifest.json"
    entries = json.loads(manifest.read_text("utf-8")) if manifest.exists() else []
    folder.mkdir(exist_ok=True)
    known = {entry["name"] for entry in entries}
    for name, (source, coding) in sources().items():
        if name in known:
            continue
        learns = LEARNT.get(name, Learns.NOTHING)
        data = coded(Engine(engine.runtime, threads=1, learns=learns), source, name, coding)
        write_new(folder / name, source)
        write_new(folder / f"{name}.bsw", data)
        entry = {"name": name, "coding": coding.label, "source_sha256": hashlib.sha256(source).hexdigest()}
        if coding is Coding.BITSWAP:
            entry |= {"model": engine.model_id.hex()} | ({"learns": learns} if name in LEARNT else {})
        if coding.keeps_pixels:
            entry["pixels_sha256"] = hashlib.sha256(images.read(source).pixel_bytes()).hexdigest()
        entry |= {"file_sha256": hashlib.sha256(data).hexdigest(), "file_bytes": len(data)}
        entries.append(entry)
    manifest.write_text(json.dumps(entries, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main(HERE / "v1")
