"""Memory and time of the command on one large picture, each step a process of its own.

    python tests/benchmarks/large.py FOLDER [MEGAPIXELS [KIND...]]      100 megapixels as png, bmp and ppm

The picture is a mosaic of square pieces of the photographs in FOLDER, from left to right and top to bottom; when all
were used they come again, mirrored and turned, so that nothing occurs twice until it did in eight ways.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import imagecodecs
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from bitswap_app.imaging import io as images
from bitswap_app.imaging.png import Form
from bitswap_app.imaging.raster import Raster

BLOCK = 256


def mosaic(folder, side):
    """uint8[side, side, 3]"""
    pixels = np.empty((side, side, 3), np.uint8)
    places = iter([(top, left) for top in range(0, side, BLOCK) for left in range(0, side, BLOCK)])
    for turn in range(8):
        for piece in pieces(folder):
            if (place := next(places, None)) is None:
                return pixels
            room = pixels[place[0] : place[0] + BLOCK, place[1] : place[1] + BLOCK]
            turned = np.rot90(piece if turn < 4 else piece[::-1], turn)
            room[:] = turned[: room.shape[0], : room.shape[1]]
    raise SystemExit(f"There are too few photographs in {folder}.")


def pieces(folder):
    """Squares of BLOCK pixels a side."""
    for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
        photograph = imagecodecs.imread(str(path))
        for top in range(0, photograph.shape[0] - BLOCK + 1, BLOCK):
            for left in range(0, photograph.shape[1] - BLOCK + 1, BLOCK):
                yield photograph[top : top + BLOCK, left : left + BLOCK, :3]


def write_picture(path, pixels):
    if path.suffix == ".png":
        path.write_bytes(images.build(Raster(pixels, Form.natural(pixels).kind), quick=True))
    elif path.suffix == ".ppm":
        path.write_bytes(b"P6\n%d %d\n255\n" % pixels.shape[1::-1] + pixels.tobytes())
    else:
        from PIL import Image

        Image.fromarray(pixels).save(path)


def run(*arguments):
    """Seconds and peak memory in GB of the command."""
    begun = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", "bitswap_app", *map(str, arguments)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{arguments[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - begun, usage.ru_maxrss / (1 << 20 if sys.platform == "linux" else 1 << 30)


def main(folder, megapixels="100", *kinds):
    print("| file | MB | as .bsw | compress, checked | | decompress | |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as scratch:
        for kind in kinds or ("png", "bmp", "ppm"):
            path = Path(scratch) / f"picture.{kind}"
            write_picture(path, mosaic(folder, round((float(megapixels) * 1e6) ** 0.5)))
            coded, back = path.with_name(f"{path.name}.bsw"), Path(scratch) / "back"
            there, again = run("compress", path), run("decompress", coded, "-o", back)
            sizes = [name.stat().st_size / 1e6 for name in (path, coded)]
            print(f"| {megapixels} MP {kind} | {sizes[0]:.0f} | {sizes[1]:.0f} |", end="")
            print("".join(f" {seconds:.0f} s | {memory:.2f} GB |" for seconds, memory in (there, again)), flush=True)
            for name in (path, coded, back / path.name):
                name.unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
