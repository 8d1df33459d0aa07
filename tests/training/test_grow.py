"""A grown network gives what the small one gives, and learns from there."""

from dataclasses import replace

import pytest
import torch

from bitswap_app.model.config import TINY
from bitswap_app.training.grow import grown
from bitswap_app.training.network import BitSwapNetwork

LARGER = replace(TINY, width=24, depth=3, head=11)


@pytest.fixture
def small():
    torch.manual_seed(0)
    network = BitSwapNetwork(TINY)
    with torch.no_grad():
        for p in network.parameters():
            p.add_(0.1 * torch.randn_like(p))
    return network


def rates(network):
    rng = torch.Generator().manual_seed(1)
    inputs = torch.randint(-127, 128, (50, TINY.context_inputs), generator=rng)
    features = torch.randn(50, TINY.features, generator=rng)
    residuals = torch.randint(-50, 51, (50, 3), generator=rng).float()
    return torch.cat(network.eval().window(inputs.float(), features, residuals), 1)


def test_a_grown_network_gives_the_same(small):
    large = grown(small, LARGER)
    assert torch.allclose(rates(large), rates(small), atol=1e-3)
    z = torch.randn(1, TINY.latents[0].channels, 4, 4)
    assert torch.equal(large.features(z), small.features(z))


def test_new_units_take_part_in_learning(small):
    large = grown(small, LARGER)
    rates(large).square().mean().backward()
    assert (large.window.hidden.weight.grad[:, TINY.width : LARGER.width].abs() > 0).any()
    assert (large.window.trunk[2].b.weight.grad.abs() > 0).any()


@pytest.mark.parametrize("change", [{"width": 8}, {"mixture": 3}, {"features": 9}, {"latent_width": 9}])
def test_other_changes_are_refused(small, change):
    with pytest.raises(ValueError, match="grows in"):
        grown(small, replace(LARGER, **change))
