"""Every parameter is stepped by one of the two halves, and a step through a view is a step of the network."""

import pytest
import torch
from tiny_model import make_network

from bitswap_app.training import optimiser
from bitswap_app.training.optimiser import MuonAdamW


@pytest.fixture
def network():
    network = make_network().to(memory_format=torch.channels_last)
    torch.manual_seed(0)
    for p in network.parameters():
        p.grad = torch.randn_like(p)
    return network


def test_a_step_moves_every_parameter_once(network):
    before = {name: p.detach().clone() for name, p in network.named_parameters()}
    optimiser = MuonAdamW(network, 1e-3, (0.9, 0.98), torch.bfloat16)
    optimiser.step(1.0)
    for name, p in network.named_parameters():
        assert 0 < (p - before[name]).abs().max() < 1e-2, name
    assert len(optimiser.muon.state) + len(optimiser.adamw.state) == len(before)


@pytest.mark.parametrize("arithmetic", [torch.bfloat16, torch.float32])
def test_a_matrix_is_stepped_in_orthogonal_directions(network, arithmetic):
    """All singular values of Muon's step are alike, whatever those of the gradient are."""
    weight = network.window.trunk[0].a.weight
    before = weight.detach().clone()
    weight.grad = torch.zeros_like(weight)
    weight.grad[0, 0], weight.grad[1, 1] = 100.0, 1.0
    MuonAdamW(network, 1e-3, (0.9, 0.98), arithmetic).step(1.0)
    first, second, *rest = torch.linalg.svdvals((weight - before * (1 - 1e-5)).detach().flatten(1))
    assert first < 2 * second
    assert max(rest) < 0.1 * second


def test_matrices_side_by_side_are_stepped_as_torch_does_one_by_one(network, monkeypatch):
    other = make_network().to(memory_format=torch.channels_last)
    batched = MuonAdamW(network, 1e-3, (0.9, 0.98), torch.bfloat16)
    monkeypatch.setattr(optimiser, "BatchedMuon", torch.optim.Muon)
    single = MuonAdamW(other, 1e-3, (0.9, 0.98), torch.bfloat16)
    for _ in range(3):
        for p, q in zip(network.parameters(), other.parameters(), strict=True):
            p.grad = torch.randn_like(p)
            q.grad = p.grad.clone()
        batched.step(1.0)
        single.step(1.0)
    for (name, p), q in zip(network.named_parameters(), other.parameters(), strict=True):
        assert torch.allclose(p, q, atol=1e-4), name


def test_a_factor_of_zero_moves_nothing(network):
    before = {name: p.detach().clone() for name, p in network.named_parameters()}
    MuonAdamW(network, 1e-3, (0.9, 0.98), torch.bfloat16).step(0.0)
    assert all(torch.equal(p, before[name]) for name, p in network.named_parameters())
