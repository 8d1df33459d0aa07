"""Trains a model and codes test images with it in both orders; codes them with general compressors and formats."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import logging
import lzma
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
import torch
from PIL import Image

from bitswap_app.coding.bits_back import Level, bb_ans, bit_swap, seed_bits
from bitswap_app.coding.codec import Codec
from bitswap_app.coding.ledger import Ledger
from bitswap_app.coding.message import Message
from bitswap_app.training.mnist.codec import DigitsModel, ExactDigits, Symbols, export
from bitswap_app.training.mnist.config import DigitsConfig
from bitswap_app.training.mnist.data import Images, binarised
from bitswap_app.training.mnist.train import elbo_bits, train

log = logging.getLogger("mnist")
BATCH = 50  # images of one push
FIRST = 20  # images whose initial bits are measured, each alone
CHAINED = 100  # images over which initial bits are spread in one of the figures
_SEED_BYTES = 1 << 17  # many times what a batch borrows

Order = Callable[[Codec[Symbols], Sequence[Level[Symbols]]], Codec[Symbols]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """Test images in one order.

    net_bits      a pixel: what the message grew by
    initial_bits  that one image borrows before it pays back, mean over the first images
    chained_bits  a pixel, of CHAINED images one after the other with the initial bits of the first
    parts         net bits a pixel of pixels and latent layers
    """

    net_bits: float
    initial_bits: float
    chained_bits: float
    parts: dict[str, float]


def code(exact: ExactDigits, images: Images, order: Order) -> Coded:
    """Raises ValueError unless the images, and the message that they were pushed onto, come back."""
    seed = Message.from_bytes(hashlib.shake_128(b"digits").digest(_SEED_BYTES) + b"\1")
    ledger = Ledger()
    message = seed.copy()
    message.ledger = ledger
    batches = [images[i : i + BATCH].astype(np.int32) for i in range(0, len(images), BATCH)]
    for x in batches:
        message = codec_of(exact, len(x), order).push(message, x)
    net = (message.bits - seed.bits) / images.size
    parts = {name: entry.net_bits / images.size for name, entry in ledger.entries.items()}
    message.ledger = None
    for x in reversed(batches):
        message, again = codec_of(exact, len(x), order).pop(message)
        if not np.array_equal(again, x):
            raise ValueError("decoding gave other images")
    if message != seed:
        raise ValueError("decoding left another message")
    one = codec_of(exact, 1, order)
    initial = float(np.mean([seed_bits(one, x[None].astype(np.int32), seed) for x in images[:FIRST]]))
    return Coded(
        net_bits=net, initial_bits=initial, chained_bits=net + initial / (CHAINED * images[0].size), parts=parts
    )


def codec_of(exact: ExactDigits, count: int, order: Order) -> Codec[Symbols]:
    """The codec of count images in bit_swap's or bb_ans's order."""
    model = DigitsModel(exact, count)
    return order(model.top_prior, model.levels)


def reference_bits(images: Images, *, binary: bool) -> dict[str, float]:
    """Bits a pixel: gzip, bzip2 and LZMA over all images together, PNG and WebP of each image alone.

    Bits are packed eight to a byte for the former and are black and white for the latter.
    """
    together = np.packbits(images).tobytes() if binary else images.tobytes()
    shown = [Image.fromarray(image * 255 if binary else image) for image in images]
    sizes = {
        "gzip": len(gzip.compress(together, 9, mtime=0)),
        "bzip2": len(bz2.compress(together, 9)),
        "LZMA": len(lzma.compress(together, preset=9)),
        "PNG": sum(_size(image.convert("1") if binary else image, "PNG", optimize=True) for image in shown),
        "WebP": sum(_size(image.convert("RGB"), "WEBP", lossless=True, quality=100, method=4) for image in shown),
    }
    return {name: 8 * size / images.size for name, size in sizes.items()}


def _size(image: Image.Image, kind: str, **settings: object) -> int:
    stream = io.BytesIO()
    image.save(stream, kind, **settings)
    return stream.tell()


ORDERS: dict[str, Order] = {"Bit-Swap": bit_swap, "BB-ANS": bb_ans}


def run(config: DigitsConfig, training: Images, testing: Images) -> dict[str, object]:
    """One model's record: trained, exported, coded in both orders."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)  # more would sum in another order
    if config.likelihood == "bernoulli":
        testing = binarised(testing, seed=1)
    begun = time.process_time()
    network = train(config, training)
    seconds = time.process_time() - begun
    elbo = elbo_bits(network, testing)
    sample = training[: len(testing)]
    sample = binarised(sample) if config.likelihood == "bernoulli" else sample
    weights = export(network)
    exact = ExactDigits(weights)
    coded = {name: code(exact, testing, order) for name, order in ORDERS.items()}
    for name, found in coded.items():
        rates = (found.net_bits, elbo, found.initial_bits)
        log.info("%s, %s: %.4f bits a pixel, -ELBO %.4f, %.0f initial bits", config.name, name, *rates)
    return {
        "config": asdict(config),
        "model": weights.digest,
        "training_cpu_s": round(seconds),
        "training_elbo_bits": elbo_bits(network, sample),
        "elbo_bits": elbo,
        "orders": {name: asdict(found) for name, found in coded.items()},
    }
