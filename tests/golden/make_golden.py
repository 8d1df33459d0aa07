"""Makes golden files: `python tests/golden/make_golden.py`. It writes what is new and refuses to change what is there.

tiny.safetensors is an untrained model (tests/model/tiny_model.py), kept as a file because training code may change.
v1/NAME.ppm is a source, v1/NAME.ppm.bsw what the program makes of it with that model, v1/manifest.json lists digests.
A change to the bytes of a format version is a new folder, never an edit.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "model"))  # tiny_model.py

from tiny_model import make_network, picture

from bitswap_app.container.header import Coding, Header, Image, digest_of
from bitswap_app.container.stream import Contents, write
from bitswap_app.imaging import io
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service.engine import Engine
from bitswap_app.training.export import export

HERE = Path(__file__).parent
MODEL = HERE / "tiny.safetensors"
SOURCES = {
    "gradient": picture(100, 90, seed=1),
    "flat": np.full((48, 40, 3), (12, 200, 97), np.uint8),
    "odd": picture(37, 70, seed=2),
}


def coded(engine, source, name):
    """A .bsw file of the coding bitswap, whatever else would be smaller."""
    raster = io.read(source)
    image = Image(width=raster.width, height=raster.height, channels=3, depth=8, file_kind=raster.kind)
    header = Header(
        coding=Coding.BITSWAP,
        name=name,
        source_bytes=len(source),
        digest=digest_of(raster.pixel_bytes()),
        image=image,
        model_id=engine.model_id,
    )
    payload = engine.compress_image(raster.pixels)
    return write(Contents(header=header, payload=payload, before=raster.before, after=raster.after))


def write_new(path, data):
    """Raises SystemExit rather than change a golden file."""
    if path.exists():
        raise SystemExit(f"{path} exists; a golden file is never overwritten. Give the new one another name.")
    path.write_bytes(data)


def main(folder):
    if not MODEL.exists():
        write_new(MODEL, export(make_network())[0].to_bytes())
    engine = Engine(load_runtime(read_weights(MODEL)), threads=1)
    manifest = folder / "manifest.json"
    entries = json.loads(manifest.read_text("utf-8")) if manifest.exists() else []
    folder.mkdir(exist_ok=True)
    for name in sorted(SOURCES.keys() - {entry["name"] for entry in entries}):
        pixels = SOURCES[name]
        height, width = pixels.shape[:2]
        source = b"P6\n%d %d\n255\n" % (width, height) + pixels.tobytes()
        data = coded(engine, source, f"{name}.ppm")
        write_new(folder / f"{name}.ppm", source)
        write_new(folder / f"{name}.ppm.bsw", data)
        entries.append(
            {
                "name": name,
                "model": engine.model_id.hex(),
                "source_sha256": hashlib.sha256(source).hexdigest(),
                "pixels_sha256": hashlib.sha256(pixels.tobytes()).hexdigest(),
                "file_sha256": hashlib.sha256(data).hexdigest(),
                "file_bytes": len(data),
            }
        )
    manifest.write_text(json.dumps(entries, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main(HERE / "v1")
