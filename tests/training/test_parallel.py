"""Processes that share a step end it with the same mean gradient and the first one's numbers."""

import sys

import pytest
import torch
from torch import nn

from bitswap_app.training import parallel, train
from bitswap_app.training.trainer import Trainer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Gloo's loopback is named as Unix does")


def share_a_step(folder):
    """In each of two processes: the gradient of its own data, averaged, and the weights of the first."""
    rank = torch.distributed.get_rank()
    torch.manual_seed(rank)
    weights, unused = nn.Parameter(torch.rand(3)), nn.Parameter(torch.rand(2, 2))
    parallel.follow_first([weights.detach()])
    weights.grad = torch.full((3,), 1.0 + 2 * rank)
    if rank:
        unused.grad = torch.ones(2, 2)
    parallel.average_gradients([weights, unused])
    torch.save((parallel.processes(), parallel.is_first(), weights, weights.grad, unused.grad), folder / f"{rank}.pt")


def test_two_processes_share_a_step(tmp_path):
    parallel.run(share_a_step, 2, tmp_path)
    first, second = (torch.load(tmp_path / f"{rank}.pt", weights_only=True) for rank in range(2))
    assert (first[:2], second[:2]) == ((2, True), (2, False))
    assert torch.equal(first[2], second[2])
    for found in (first, second):
        assert torch.equal(found[3], torch.full((3,), 2.0))
        assert torch.equal(found[4], torch.full((2, 2), 0.5))


def test_alone_nothing_is_shared():
    weight = nn.Parameter(torch.ones(2))
    parallel.average_gradients([weight])
    assert weight.grad is None
    assert (parallel.processes(), parallel.is_first()) == (1, True)
    seen = []
    parallel.run(seen.append, 1, "here")
    assert seen == ["here"]


def test_crops_that_do_not_divide_are_refused(monkeypatch, pictures, tmp_path):
    monkeypatch.setattr(parallel, "processes", lambda: 3)
    line = ["train", str(tmp_path), "--data", str(pictures), "--config", "tiny", "--no-compile"]
    monkeypatch.setattr(sys, "argv", line)
    with pytest.raises(ValueError, match="16 crops"):
        train.main()


def test_two_processes_train_one_run(monkeypatch, pictures, tmp_path):
    """The command with two processes: one checkpoint, of the step both have reached."""
    recipe = '{"crops": 4, "pixels": 64, "rows": 32, "warm_up": 2}'
    line = ["train", str(tmp_path), "--data", str(pictures), "--config", "tiny", "--no-compile", "--processes", "2"]
    trained = Trainer(train.BitSwapNetwork(train.CONFIGS["tiny"]), train.Recipe(), compiled=False)
    train.save(tmp_path / "stable.pt", trained.state())
    monkeypatch.setattr(sys, "argv", [*line, "--recipe", recipe, "--anneal", "2"])
    train.main()
    state = torch.load(tmp_path / "anneal.pt", weights_only=True)
    assert (state["step"], state["start_of_branch"]) == (2, 0)
    assert any(not torch.equal(v, trained.network.state_dict()[name]) for name, v in state["network"].items())
