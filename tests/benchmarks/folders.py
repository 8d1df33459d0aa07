"""Memory and time of a batch against its number of files, each run in a process of its own.

    python tests/benchmarks/folders.py [NUMBER...]      1,000 and 10,000 files if none are given

The files are small texts and icons, so that what is measured is the batch and not a picture. For each number: peak
memory after the first file and in the end, files a second, and the same for a second run, which finds all done.
"""

import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

FOLDER_FILES = 100


def make_tree(top, number):
    """number files, FOLDER_FILES a folder, every tenth an icon."""
    from PIL import Image

    for i in range(number):
        path = top / f"folder {i // FOLDER_FILES}" / f"file {i}"
        path.parent.mkdir(parents=True, exist_ok=True)
        if i % 10:
            path.with_suffix(".txt").write_bytes(b"%d: Dear Sir or Madam,\n" % i * 20)
        else:
            stream = io.BytesIO()
            Image.new("RGB", (16, 16), (i % 256, i // 256 % 256, 7)).save(stream, "PNG")
            path.with_suffix(".png").write_bytes(stream.getvalue())


def peak_mb():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)


def measure(top, out):
    """Runs one batch and prints a JSON line."""
    from bitswap_app.cli.commands import engines
    from bitswap_app.service.batch import compress_batch
    from bitswap_app.service.cancel import Control
    from bitswap_app.service.events import BatchDone, FileDone, FileSkipped
    from bitswap_app.service.options import CompressOptions

    options = CompressOptions(output=Path(out))
    begun, first, last = time.monotonic(), 0.0, None
    for event in compress_batch([Path(top)], options, engines(options), Control()):
        if not first and isinstance(event, FileDone | FileSkipped):
            first = peak_mb()
        last = event
    if not isinstance(last, BatchDone) or last.failed:
        raise SystemExit(f"the batch did not end well: {last}")
    seconds = time.monotonic() - begun
    print(json.dumps({"first_mb": first, "last_mb": peak_mb(), "files": last.files, "seconds": seconds}))


def main(numbers):
    print("| files | run | MB after the first file | MB at the end | files a second |\n|---|---|---|---|---|")
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            make_tree(Path(folder) / "in", number)
            for run in ("first", "again"):
                command = [sys.executable, __file__, "--measure", f"{folder}/in", f"{folder}/out"]
                found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
                speed = found["files"] / found["seconds"]
                print(f"| {number:,} | {run} | {found['first_mb']:.0f} | {found['last_mb']:.0f} | {speed:.0f} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(*sys.argv[2:])
    else:
        main([int(number) for number in sys.argv[1:]] or [1_000, 10_000])
