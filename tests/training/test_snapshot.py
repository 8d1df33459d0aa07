"""A run fits in a small file and goes on from it."""

import sys

import pytest
import torch
from tiny_model import make_network

from bitswap_app.model.config import TINY
from bitswap_app.training import snapshot
from bitswap_app.training.data import Sampler, standard_mix
from bitswap_app.training.trainer import Recipe, Trainer, save


@pytest.fixture
def trainer(pictures, monkeypatch):
    monkeypatch.setattr("bitswap_app.training.trainer.bf16_pays", lambda: False)
    trainer = Trainer(make_network(), Recipe(crops=2, pixels=64, rows=32), compiled=False)
    sampler = Sampler(TINY, standard_mix(pictures), crops=2, pixels=64, seed=1)
    for _ in range(2):
        trainer.update(sampler.batch(), 1.0)
    trainer.seconds = 12.5
    return trainer


def test_a_run_goes_on_from_a_snapshot(trainer, pictures, tmp_path, monkeypatch):
    checkpoint, packed, again = (tmp_path / name for name in ("stable.pt", "run.safetensors", "again.pt"))
    save(checkpoint, trainer.state())
    for action, source, target in (("pack", checkpoint, packed), ("unpack", packed, again)):
        monkeypatch.setattr(sys, "argv", ["snapshot", action, str(source), str(target)])
        snapshot.main()
    assert packed.stat().st_size < 0.4 * checkpoint.stat().st_size
    other = Trainer(make_network(seed=9), trainer.recipe, compiled=False)
    other.load(torch.load(again, weights_only=True))
    assert (other.step, other.seconds) == (2, 12.5)
    for name, values in trainer.network.state_dict().items():
        assert torch.allclose(other.network.state_dict()[name], values, rtol=1e-3, atol=1e-6), name
    wanted, found = trainer.optimiser.state_dict(), other.optimiser.state_dict()
    assert not found["muon"]["state"]
    assert len(wanted["adamw"]["state"]) > 1
    for i, moments in wanted["adamw"]["state"].items():
        for name, moment in moments.items():
            assert torch.allclose(found["adamw"]["state"][i][name], moment, rtol=1e-2), name
    other.update(Sampler(TINY, standard_mix(pictures), crops=2, pixels=64, seed=2).batch(), 1.0)
    assert other.step == 3
    for name, values in other.average.items():  # the snapshot is sorted by name, the network is not
        assert torch.allclose(values, other.network.state_dict()[name], atol=0.1), name
