"""Rounds of meta-learning: from where learning starts, and where that moves."""

import sys
from dataclasses import replace

import pytest
import torch
from tiny_model import make_network, noise, picture

from bitswap_app.model.learning import Learns
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.weights import read_weights
from bitswap_app.service.engine import Engine
from bitswap_app.training import meta
from bitswap_app.training.curvature import with_curvatures
from bitswap_app.training.export import export
from bitswap_app.training.meta import code, start_of, with_start

SIDE = 64


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A file of a tiny model that can learn with all layers."""
    network = make_network()
    weights = with_curvatures(export(network)[0], network, [picture(128, 160), noise(32, 32, 3)])
    path = tmp_path_factory.mktemp("model") / "tiny.safetensors"
    path.write_bytes(weights.to_bytes())
    return path


@pytest.fixture
def run(model, pictures, tmp_path, monkeypatch):
    """run(*more arguments): the command; gives its folder."""

    def command(*more):
        folder = tmp_path / "run"
        line = ["meta", str(folder), str(model), "--data", str(pictures), "--side", str(SIDE), "--crops", "2", *more]
        monkeypatch.setattr(sys, "argv", line)
        meta.main()
        return folder

    return command


def models(folder):
    return [read_weights(path) for path in folder.glob("*.safetensors")]


def test_a_start_left_alone_is_the_same_model(model):
    weights = read_weights(model)
    again = with_start(weights, start_of(weights))
    assert again.model_id == weights.model_id
    assert meta.with_answers(again).answers == weights.answers


def test_a_crop_costs_what_its_file_does(model):
    runtime, pixels = load_runtime(read_weights(model)), picture(96, 128)
    bits, gradients = code(runtime, pixels, (0, 0))
    size = len(Engine(runtime, learns=Learns.ALL).compress_image(pixels))
    assert bits * pixels.size / 8 == pytest.approx(size, rel=0.02)
    assert all(gradients[0][name].any() for name in ("first", "trunk.0.a", "trunk.0.b", "hidden", "out.0"))


def test_rounds_make_pictures_like_those_learnt_from_smaller(run, model, monkeypatch):
    monkeypatch.setattr(meta.time, "time_ns", lambda: 1)
    monkeypatch.setattr(meta.os, "getpid", lambda: 1)
    weights = read_weights(model)
    new = models(run("--rounds", "20", "--rate", "12"))
    assert len(new) == 1
    assert load_runtime(new[0]).model_id == new[0].model_id != weights.model_id
    pixels = picture(80, 104)
    before, after = (code(load_runtime(w), pixels, (0, 0))[0] for w in (weights, new[0]))
    assert after < before - 0.005


def test_a_stopped_run_goes_on(run, monkeypatch):
    monkeypatch.setattr(meta, "CHECKPOINT_SECONDS", -1.0)
    play = meta.play_round

    def stopping(*arguments):
        stopping.left -= 1
        if stopping.left < 0:
            raise KeyboardInterrupt
        return play(*arguments)

    stopping.left = 2
    monkeypatch.setattr(meta, "play_round", stopping)
    with pytest.raises(KeyboardInterrupt):
        run("--rounds", "3")
    stopping.left = 1
    folder = run("--rounds", "3")
    state = torch.load(folder / "meta.pt", weights_only=True)
    assert state["rounds"] == 3
    assert state["seconds"] > 0
    assert len(models(folder)) == 1


def test_a_model_without_curvatures_is_refused(run, model):
    weights = read_weights(model)
    model.write_bytes(replace(weights, tensors=without_curvatures(weights)).to_bytes())
    with pytest.raises(ValueError, match="no curvatures"):
        run()
    model.write_bytes(weights.to_bytes())


def without_curvatures(weights):
    return {name: tensor for name, tensor in weights.tensors.items() if ".natural." not in name}


def test_crops_that_cannot_be_shared_are_refused(run, monkeypatch):
    monkeypatch.setattr(meta.parallel, "processes", lambda: 3)
    with pytest.raises(ValueError, match="2 crops"):
        run()
