"""Makes the files that fuzzing begins with: `python tests/faults/corpus/make_corpus.py`. Small, one of every kind.

They are no golden files: whatever the reader makes of them is right, if it is an image, a file or one of our errors.
"""

import io
import sys
from dataclasses import replace
from pathlib import Path

import imagecodecs
import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

sys.path.insert(0, str(Path(__file__).parents[3]))

from bitswap_app.container.stream import MAX_THUMBNAIL_BYTES, read, write
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service import codings
from bitswap_app.service.codings import Encoder
from bitswap_app.service.engine import Engine

HERE = Path(__file__).parent
MODEL = HERE.parents[1] / "golden" / "tiny.safetensors"


def pixels(height, width, channels, *, most=255):
    rng = np.random.default_rng(height * width)
    y, x, c = np.ogrid[:height, :width, :channels]
    levels = 110 + 60 * np.sin(x / 9 + c) + 50 * np.cos(y / 7) + rng.normal(0, 2, (height, width, channels))
    levels = np.clip(levels * most / 255, 0, most)
    return levels.astype(np.uint8 if most < 256 else np.uint16).squeeze()


def file_of(image, kind, **options):
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def sources():
    """Name and bytes of files of many kinds."""
    rgb = Image.fromarray(pixels(40, 40, 3))
    words = PngInfo()
    words.add_text("Title", "A picture of nothing at all")
    yield "rgb.png", file_of(Image.fromarray(pixels(70, 66, 3)), "PNG", pnginfo=words, dpi=(72, 72), compress_level=0)
    yield "rgb.bmp", file_of(rgb, "BMP")
    yield "rgb.tif", file_of(rgb, "TIFF")
    yield "packed.tif", file_of(rgb, "TIFF", compression="tiff_adobe_deflate")
    yield "tiles.tif", bytes(imagecodecs.tiff_encode(pixels(20, 20, 3), compression="deflate", tile=(16, 16)))
    yield "rgb.webp", file_of(Image.fromarray(pixels(40, 40, 3) & 0xF0), "WEBP", lossless=True, method=0)
    yield "rgb.jpg", file_of(Image.fromarray(pixels(90, 90, 3)), "JPEG", quality=90)
    yield "wide.ppm", file_of(Image.fromarray(pixels(3, 150, 3)), "PPM")
    yield "one.png", file_of(Image.fromarray(pixels(1, 1, 3)[None, None]), "PNG")
    yield "alpha.png", file_of(Image.fromarray(pixels(20, 30, 4)), "PNG")
    yield "grey.png", file_of(Image.fromarray(pixels(20, 30, 1)), "PNG")
    yield "deep.png", file_of(Image.fromarray(pixels(20, 30, 1, most=65535)), "PNG")
    yield "palette.png", file_of(rgb.quantize(16), "PNG")
    yield "palette.gif", file_of(rgb.quantize(16), "GIF")
    yield "text.txt", b"Dear Sir or Madam,\n" * 9
    yield "random.bin", np.random.default_rng(1).bytes(60)
    yield "empty", b""
    yield "small.png", file_of(Image.fromarray(pixels(12, 16, 3)), "PNG")
    yield "small-alpha.png", file_of(Image.fromarray(pixels(16, 12, 2)), "PNG")


def main():
    """Writes those that are not there. Images are not stored, though the untrained model makes some larger."""
    whole, fewest = codings._stored_is_smaller, codings._FEWEST_MODEL_PIXELS
    engine = Engine(load_runtime(read_weights(MODEL)), threads=1)
    encoder = Encoder(effort="standard", verify=True, engine_for=lambda _model: engine)
    for name, source in sources():
        if (HERE / f"{name}.bsw").exists():
            continue
        codings._FEWEST_MODEL_PIXELS = fewest
        if name.startswith("small"):  # by the model, whatever is smaller
            codings._FEWEST_MODEL_PIXELS, codings.fits_webp, codings._by_jxl = 1, lambda _: False, lambda *_: ()
        codings._stored_is_smaller = whole if name in ("one.png", "rgb.jpg") else lambda *_: False
        data = encoder.encode(source, name, lambda *_: None).data
        (HERE / f"{name}.bsw").write_bytes(data)
        print(name, len(source), len(data), read(data).header.coding.label)
    contents = read((HERE / "rgb.png.bsw").read_bytes())
    thumbnail = file_of(Image.fromarray(pixels(8, 8, 3)), "WEBP")[:MAX_THUMBNAIL_BYTES]
    (HERE / "thumbnail.png.bsw").write_bytes(write(replace(contents, thumbnail=thumbnail)))


if __name__ == "__main__":
    main()
