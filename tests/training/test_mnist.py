"""The digits' models: data, tables, and integers that are those of the float network, coded both ways round."""

import gzip
import json
import math
from dataclasses import replace

import numpy as np
import pytest
import torch

from bitswap_app.coding.bits_back import bb_ans, bit_swap
from bitswap_app.coding.message import Message
from bitswap_app.training.mnist import __main__ as command
from bitswap_app.training.mnist import tables
from bitswap_app.training.mnist.codec import ExactDigits, export
from bitswap_app.training.mnist.config import CONFIGS, DigitsConfig
from bitswap_app.training.mnist.data import binarised, read_images, split
from bitswap_app.training.mnist.measure import code, codec_of, reference_bits
from bitswap_app.training.mnist.network import log_mass
from bitswap_app.training.mnist.train import elbo_bits, train

TINY = DigitsConfig(
    name="tiny",
    likelihood="beta-binomial",
    patch=28,
    channels=(4, 3),
    width=16,
    depth=1,
    epochs=15,
    batch=20,
    rate=5e-3,
)
KINDS = {
    "binarised": replace(TINY, likelihood="bernoulli", channels=(4,)),
    "levels, 3 layers": replace(TINY, channels=(4, 3, 2)),
    "levels, maps of 7 x 7": replace(TINY, patch=4, channels=(2, 1)),
}


def digits(count, seed=0):
    """Strokes of grey in an empty frame, as digits are."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:28, :28]
    images = np.empty((count, 28, 28), dtype=np.uint8)
    for image in images:
        angle, offset = rng.uniform(0, math.pi), rng.uniform(-5, 5)
        distance = np.abs((x - 14) * math.cos(angle) + (y - 14) * math.sin(angle) - offset)
        inside = (np.abs(x - 14) < 9) & (np.abs(y - 14) < 9)
        image[:] = np.where(inside, np.clip(300 - 120 * distance, 0, 255), 0)
    return images


@pytest.fixture(scope="module", params=KINDS)
def trained(request):
    """A config, its network and its integers, with images of its kind."""
    torch.set_num_threads(1)
    config = KINDS[request.param]
    images = digits(200)
    network = train(config, images)
    return config, network, export(network), binarised(images) if config.likelihood == "bernoulli" else images


def test_integers_cost_what_the_float_network_says(trained):
    """Within 1 %: what rounding, tables and the coder may add to the network's own negative ELBO."""
    _, network, weights, images = trained
    elbo = np.mean([elbo_bits(network, images, seed) for seed in range(5)])
    for order in (bit_swap, bb_ans):
        assert code(ExactDigits(weights), images, order).net_bits == pytest.approx(elbo, rel=0.01)


def test_every_arithmetic_gives_the_same_message(trained):
    _, _, weights, images = trained
    seed, messages = Message.from_bytes(bytes(range(1, 250)) * 40), []
    for path in ("float32", "int16"):
        codec = codec_of(ExactDigits(weights, path), 10, bit_swap)
        messages.append(codec.push(seed.copy(), images[:10].astype(np.int32)))
    assert messages[0] == messages[1]
    message, again = codec_of(ExactDigits(weights), 10, bit_swap).pop(messages[1])
    assert message == seed
    assert np.array_equal(again, images[:10])


def test_bb_ans_borrows_for_every_layer_and_bit_swap_for_the_first(trained):
    config, _, weights, images = trained
    exact = ExactDigits(weights)
    swapped, plain = (code(exact, images[:40], order).initial_bits for order in (bit_swap, bb_ans))
    if len(config.channels) == 1:
        assert swapped == plain
    else:
        assert swapped < plain


def test_training_is_the_same_every_time():
    torch.set_num_threads(1)
    config = replace(TINY, epochs=2)
    first, second = (export(train(config, digits(40))).digest for _ in range(2))
    assert first == second


@pytest.mark.parametrize("table", [tables.bernoulli(), tables.beta_binomial()])
def test_every_row_of_a_table_rises_to_the_whole(table):
    assert (table[:, 0] == 0).all()
    assert (table[:, -1] == 1 << 24).all()
    assert (np.diff(table.astype(np.int64), axis=1) >= 1).all()


@pytest.mark.parametrize(("logit", "log_concentration"), [(-3.0, -1.0), (0.0, 2.0), (8.0, 7.0), (-9.0, -3.0)])
def test_the_tables_are_the_likelihood_that_is_trained(logit, log_concentration):
    row = round((logit - tables.LOGITS[0]) * tables.LOGITS[2]) * tables.count(tables.CONCENTRATIONS)
    row += round((log_concentration - tables.CONCENTRATIONS[0]) * tables.CONCENTRATIONS[2])
    found = np.diff(tables.beta_binomial()[row].astype(np.int64)) / (1 << 24)
    x = torch.arange(256, dtype=torch.float64)
    expected = log_mass(x, torch.full_like(x, logit), torch.full_like(x, log_concentration)).exp().numpy()
    assert expected.sum() == pytest.approx(1, abs=1e-6)
    assert found == pytest.approx(expected, abs=2e-5)


def test_bits_are_drawn_by_level_and_always_the_same():
    images = np.tile(np.array([0, 51, 255], dtype=np.uint8), (2000, 1))
    bits = binarised(images)
    assert bits.mean(0) == pytest.approx([0, 0.2, 1], abs=0.03)
    assert np.array_equal(bits, binarised(images))


def idx_file(images):
    return np.array([2051, *images.shape], dtype=">u4").tobytes() + images.tobytes()


def test_an_idx_file_is_read_packed_or_not(tmp_path):
    images = digits(5)
    for name, data in (("a.gz", gzip.compress(idx_file(images))), ("a", idx_file(images))):
        (tmp_path / name).write_bytes(data)
        assert np.array_equal(read_images(tmp_path / name), images)
    training, testing = split(images, 3)
    assert np.array_equal(np.concatenate([training, testing]), images)
    (tmp_path / "cut").write_bytes(idx_file(images)[:-1])
    with pytest.raises(ValueError, match="no idx file"):
        read_images(tmp_path / "cut")


def test_general_compressors_get_all_images_and_formats_each():
    images = digits(10)
    full, bits = reference_bits(images, binary=False), reference_bits(binarised(images), binary=True)
    assert set(full) == set(bits) == {"gzip", "bzip2", "LZMA", "PNG", "WebP"}
    assert full["gzip"] < full["PNG"]
    assert bits["gzip"] < full["gzip"]


def test_the_command_writes_every_models_record(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "CONFIGS", (replace(TINY, epochs=1),))
    monkeypatch.setattr(command, "split", lambda images: split(images, 40))
    (tmp_path / command.FILE).write_bytes(gzip.compress(idx_file(digits(60))))
    monkeypatch.setattr("sys.argv", ["mnist", str(tmp_path), "-o", str(tmp_path / "out.json")])
    command.main()
    record = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert (record["training_images"], record["test_images"]) == (40, 20)
    assert set(record["models"]["tiny"]["orders"]) == {"Bit-Swap", "BB-ANS"}


def test_the_papers_models_are_there():
    assert [len(config.channels) for config in CONFIGS] == [1, 1, 2, 4, 8]
