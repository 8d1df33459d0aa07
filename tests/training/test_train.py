"""A run goes on from where it stopped, its branch ends where it should, and a model comes out."""

import sys

import numpy as np
import pytest
import torch
from tiny_model import make_network

from bitswap_app.model.config import TINY
from bitswap_app.model.runtime import load_runtime
from bitswap_app.training import train
from bitswap_app.training.export import export, read_checkpoint
from bitswap_app.training.quantise import Dense, Rectify
from bitswap_app.training.train import rate_factor
from bitswap_app.training.trainer import Recipe, Trainer, averaged, blocks_of

RECIPE = '{"crops": 2, "pixels": 64, "rows": 32, "warm_up": 5}'


class Stopped(Exception):
    """What a power cut is to the run."""


@pytest.fixture(autouse=True)
def plain_floats(monkeypatch):
    """The same arithmetic everywhere: whether bfloat16 pays is measured, and so a matter of the machine."""
    monkeypatch.setattr("bitswap_app.training.trainer.bf16_pays", lambda: False)


@pytest.fixture
def run(pictures, tmp_path, monkeypatch):
    """run(*more arguments, stop_after=steps): the command, cut off after so many steps if any; gives its folder."""
    update = Trainer.update

    def command(*more, stop_after=None):
        taken = []

        def stopping(trainer, *arguments):
            if len(taken) == stop_after:
                raise Stopped
            taken.append(trainer.step)
            return update(trainer, *arguments)

        monkeypatch.setattr(Trainer, "update", stopping)
        folder = tmp_path / "run"
        line = ["train", str(folder), "--data", str(pictures), "--config", "tiny", "--no-compile", "--recipe", RECIPE]
        monkeypatch.setattr(sys, "argv", [*line, *more])
        if stop_after is None:
            train.main()
        else:
            with pytest.raises(Stopped):
                train.main()
        return folder, taken

    return command


def checkpoint(path):
    return torch.load(path, weights_only=True)


@pytest.fixture
def saves_each_step(monkeypatch):
    monkeypatch.setattr(train, "CHECKPOINT_SECONDS", -1.0)


def test_a_stopped_run_goes_on_from_its_last_checkpoint(run, saves_each_step):
    folder, steps = run(stop_after=3)
    assert steps == [0, 1, 2]
    first = checkpoint(folder / "stable.pt")
    assert first["step"] == 3
    assert first["seconds"] > 0
    folder, steps = run(stop_after=2)
    assert steps == [3, 4]
    second = checkpoint(folder / "stable.pt")
    assert second["step"] == 5
    assert second["seconds"] > first["seconds"]


def test_a_run_stopped_between_checkpoints_loses_only_what_came_after(run, monkeypatch, saves_each_step):
    run(stop_after=2)
    monkeypatch.setattr(train, "CHECKPOINT_SECONDS", 1e9)
    run(stop_after=4)
    folder, steps = run(stop_after=1)
    assert steps == [2]
    assert not list(folder.glob("*.part"))


def test_at_most_five_minutes_are_lost():
    assert train.CHECKPOINT_SECONDS <= 300 - 30


def test_a_checkpoint_is_whole_or_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "stable.pt"
    train.save(path, {"step": 1})

    def fill_the_disk(state, part):
        part.write_bytes(b"half of it")
        raise OSError("no space")

    monkeypatch.setattr(torch, "save", fill_the_disk)
    with pytest.raises(OSError, match="no space"):
        train.save(path, {"step": 2})
    assert checkpoint(path) == {"step": 1}


def test_a_branch_rounds_ends_and_leaves_the_stable_run_alone(run, saves_each_step, pictures):
    folder, _ = run(stop_after=3)
    before = (folder / "stable.pt").read_bytes()
    folder, steps = run("--anneal", "4", stop_after=2)
    assert steps == [3, 4]
    folder, steps = run("--anneal", "4", "--check", str(pictures))
    assert steps == [5, 6]
    assert (folder / "stable.pt").read_bytes() == before
    state = checkpoint(folder / "anneal.pt")
    assert (state["step"], state["start_of_branch"]) == (7, 3)
    _, steps = run("--anneal", "4")
    assert steps == []
    steps_of_rectifiers = [v for name, v in state["network"].items() if name.endswith("log_step")]
    assert all(v != 0 for v in steps_of_rectifiers)
    weights, _ = export(read_checkpoint(folder / "anneal.pt", TINY))
    assert load_runtime(weights).model_id == weights.model_id


def test_a_branch_without_a_stable_run_is_refused(run):
    with pytest.raises(FileNotFoundError):
        run("--anneal", "4")


def test_a_checkpoint_holds_what_later_releases_read():
    """Runs outlive releases of this program: names may be added, not changed."""
    trainer = Trainer(make_network(), Recipe(), compiled=False)
    assert {"network", "average", "optimiser", "step", "seconds"} <= trainer.state().keys()
    names = set(trainer.state()["network"])
    assert {"from_pixels.body.0.weight", "up.0.body.1.mix.weight", "down.0.out.out.bias", "top_means"} <= names
    assert {"features.out.weight", "window.trunk.0.relu_a.log_step", "window.earlier.1.weight"} <= names
    assert set(trainer.state()["average"]) == {name for name, _ in trainer.network.named_parameters()}


def test_resuming_is_exact(pictures):
    """Two steps in one go, or one, a checkpoint, and one more: the same weights to the last bit."""
    recipe = Recipe(crops=2, pixels=64, rows=32)
    sampler = train.Sampler(TINY, train.standard_mix(pictures), crops=2, pixels=64, seed=1)
    batches = [sampler.batch() for _ in range(3)]

    def fresh():
        return Trainer(make_network(), recipe, compiled=False)

    def steps(trainer, numbers):
        for number in numbers:
            torch.manual_seed(number)
            trainer.update(batches[number], 1.0)
        return trainer

    whole = steps(fresh(), range(3))
    first, second = steps(fresh(), range(1)), fresh()
    second.load(first.state())
    steps(second, range(1, 3))
    assert second.step == whole.step == 3
    for name, values in whole.state()["network"].items():
        assert torch.equal(second.state()["network"][name], values), name
    for name, values in whole.average.items():
        assert torch.equal(second.average[name], values), name


def test_training_lowers_the_loss(pictures):
    trainer = Trainer(make_network(), Recipe(crops=2, pixels=256, rows=128), compiled=False)
    sampler = train.Sampler(TINY, train.standard_mix(pictures), crops=2, pixels=256, seed=1)
    batch = sampler.batch()
    torch.manual_seed(0)
    losses = [sum(v for name, v in trainer.update(batch, 1.0).items() if name in ("y", "co", "cg")) for _ in range(12)]
    assert losses[-1] < losses[0]


def test_a_gradient_that_is_not_finite_changes_nothing(pictures, caplog, monkeypatch):
    trainer = Trainer(make_network(), Recipe(crops=2, pixels=64, rows=32), compiled=False)
    sampler = train.Sampler(TINY, train.standard_mix(pictures), crops=2, pixels=64, seed=1)
    before = {name: v.clone() for name, v in trainer.network.state_dict().items()}
    monkeypatch.setattr(torch.nn.utils, "clip_grad_norm_", lambda *_: torch.tensor(float("nan")))
    trainer.update(sampler.batch(), 1.0)
    assert trainer.step == 1
    assert "not finite" in caplog.text
    assert all(torch.equal(v, before[name]) for name, v in trainer.network.state_dict().items())


def test_the_average_follows_the_weights(pictures):
    trainer = Trainer(make_network(), Recipe(crops=2, pixels=64, rows=32), compiled=False)
    sampler = train.Sampler(TINY, train.standard_mix(pictures), crops=2, pixels=64, seed=1)
    start = {name: v.clone() for name, v in trainer.average.items()}
    for _ in range(3):
        trainer.update(sampler.batch(), 1.0)
    name = "window.first.weight"
    now, average = dict(trainer.network.named_parameters())[name], trainer.average[name]
    assert 0 < (average - start[name]).norm() < (now - start[name]).norm()
    assert torch.equal(dict(averaged(trainer).named_parameters())[name], average)


def test_calibration_gives_every_rectifier_its_step(pictures):
    trainer = Trainer(make_network(), Recipe(), compiled=False)
    for module in trainer.network.modules():
        if isinstance(module, Rectify):
            module.log_step.data.zero_()
            module.highest.zero_()
    sampler = train.Sampler(TINY, train.standard_mix(pictures), crops=2, pixels=200, seed=1)
    train.calibrate(trainer, sampler.batch())
    steps = [m.log_step.exp().item() for m in trainer.network.modules() if isinstance(m, Rectify)]
    assert all(0 < step < 0.1 for step in steps)
    averages = [m.log_step.exp().item() for m in averaged(trainer).modules() if isinstance(m, Rectify)]
    assert averages == steps  # the exported network is the averaged one
    assert not any(m._forward_pre_hooks for m in trainer.network.modules())


def test_averaged_networks_are_as_rounded_as_their_trainer():
    trainer = Trainer(make_network(), Recipe(), compiled=False)
    for is_on in (False, True):
        train.switch_quantised(trainer.network, on=is_on)
        assert {m.quantised for m in averaged(trainer).modules() if isinstance(m, Dense)} == {is_on}


@pytest.mark.parametrize(
    ("step", "start", "anneal", "factor"),
    [
        (0, 0, 0, 1 / 300),
        (149, 0, 0, 0.5),
        (299, 0, 0, 1.0),
        (10_000, 0, 0, 1.0),
        (1000, 1000, 200, 1 / 50),
        (1100, 1000, 200, 0.5),
        (1199, 1000, 200, 0.005),
    ],
)
def test_the_schedule(step, start, anneal, factor):
    assert rate_factor(step, start, anneal, 300) == pytest.approx(factor)


def test_blocks_are_whole_and_of_one_network():
    which = np.array([1, 0, 1, 3, 1, 0, 1, 1, 3])
    blocks = blocks_of(which, 2)
    assert [network for network, _ in blocks] == [0, 1, 1, 3]
    places = np.concatenate([found for _, found in blocks])
    assert len(set(places.tolist())) == len(places) == 8  # one of the five pixels of network 1 is over
    assert all((which[found] == network).all() and len(found) == 2 for network, found in blocks)


def test_a_batch_too_small_for_a_block_is_refused(pictures):
    trainer = Trainer(make_network(), Recipe(crops=2, pixels=8, rows=32), compiled=False)
    sampler = train.Sampler(TINY, train.standard_mix(pictures), crops=2, pixels=8, seed=1)
    with pytest.raises(ValueError, match="fewer pixels"):
        trainer.update(sampler.batch(), 1.0)
