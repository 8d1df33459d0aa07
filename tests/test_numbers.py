"""The README's numbers are those that were measured, of the models that are shipped."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))

import readme

from bitswap_app.service.bench.codecs import OURS
from bitswap_app.training.mnist.config import CONFIGS

ROOT = Path(__file__).parents[1]
STALE = "Run `python3 packaging/dev.py python tests/benchmarks/readme.py EVAL`: the numbers are of other models."


@pytest.fixture(scope="module")
def results():
    return readme.read_results()


def test_the_readme_has_the_numbers_that_were_measured(results):
    text = (ROOT / "README.md").read_text("utf-8")
    assert readme.with_section(text, readme.section(results)) == text


@pytest.mark.parametrize("one", readme.SETS, ids=lambda one: one.folder)
def test_they_are_of_the_shipped_models(results, one):
    efforts = json.loads((ROOT / "resources" / "weights" / "manifest.json").read_text("utf-8"))["efforts"]
    measured = results[one.folder]["models"]
    assert {effort: measured[name] for name, effort in OURS.items()} == efforts, STALE


@pytest.mark.parametrize("one", readme.SETS, ids=lambda one: one.folder)
def test_every_image_came_back(results, one):
    codecs = results[one.folder]["codecs"]
    assert all(codec["failed"] == 0 for codec in codecs)
    assert {codec["images"] for codec in codecs} == {len(results[one.folder]["bytes"])}


def test_the_mnist_models_are_those_that_are_configured(results):
    found = results["mnist"]["models"]
    assert {name: model["config"] for name, model in found.items()} == {
        config.name: json.loads(json.dumps(asdict(config))) for config in CONFIGS
    }


@pytest.mark.parametrize("order", ["Bit-Swap", "BB-ANS"])
def test_mnist_is_coded_within_one_per_cent_of_the_negative_elbo(results, order):
    for name, model in results["mnist"]["models"].items():
        assert model["orders"][order]["net_bits"] == pytest.approx(model["elbo_bits"], rel=0.01), name


def test_initial_bits_grow_with_depth_in_bb_ans_order_only(results):
    models = [results["mnist"]["models"][f"full, {depth} layers"]["orders"] for depth in (2, 4, 8)]
    plain, swapped = ([model[order]["initial_bits"] for model in models] for order in ("BB-ANS", "Bit-Swap"))
    assert plain[2] > 1.5 * plain[1] > 2 * plain[0]
    assert max(swapped) < 1.1 * min(swapped)
