"""Trains and measures all models: `python -m bitswap_app.training.mnist FOLDER -o RESULTS.json`.

FOLDER has MNIST's test images as an idx file: the first 9,000 are trained with, the other 1,000 are coded.
"""

from __future__ import annotations

import argparse
import json
import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from bitswap_app.training.mnist.config import CONFIGS
from bitswap_app.training.mnist.data import binarised, read_images, split
from bitswap_app.training.mnist.measure import CHAINED, reference_bits, run

FILE = "t10k-images-idx3-ubyte.gz"


def main() -> None:
    """Everything, into one JSON file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="models at a time; one for each core at first")
    parser.add_argument("--model", action="append", choices=[config.name for config in CONFIGS], help="only this one")
    args = parser.parse_args()
    training, testing = split(read_images(args.folder / FILE))
    known = json.loads(args.output.read_text("utf-8"))["models"] if args.output.exists() else {}
    record = {
        "training_images": len(training),
        "test_images": len(testing),
        "chained_images": CHAINED,
        "references": {
            "full": reference_bits(testing, binary=False),
            "binarised": reference_bits(binarised(testing, seed=1), binary=True),
        },
        "models": known,
    }
    wanted = [config for config in CONFIGS if args.model is None or config.name in args.model]
    wanted.sort(key=lambda config: -len(config.channels))  # the slowest first
    with ProcessPoolExecutor(args.jobs, mp_context=get_context("spawn")) as pool:
        futures = {pool.submit(run, config, training, testing): config.name for config in wanted}
        for future in as_completed(futures):
            known[futures[future]] = future.result()
            record["models"] = {config.name: known[config.name] for config in CONFIGS if config.name in known}
            args.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
