"""A grown network gives what the small one gives, and learns from there."""

from dataclasses import replace

import pytest
import torch

from bitswap_app.coding.colour import Colours
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


def likelihood_inputs():
    """Features, inputs, predictors, symbols and colours of pixels, quiet and busy ones."""
    rng = torch.Generator().manual_seed(2)
    inputs = torch.randint(-9, 10, (80, TINY.context_inputs), generator=rng) * torch.tensor([1, 6]).repeat(40)[:, None]
    predictors = torch.randint(-50, 51, (80, 3), generator=rng).abs().float()
    symbols = predictors + torch.randint(-9, 10, (80, 3), generator=rng).abs()
    colours = torch.full((80,), Colours.JPEG, dtype=torch.int8)  # any levels are colours then
    return torch.randn(80, TINY.features, generator=rng), inputs.to(torch.int8), predictors, symbols, colours


def test_a_grown_network_gives_the_same(small):
    large = grown(small, LARGER)
    assert torch.allclose(rates(large), rates(small), atol=1e-3)
    z = torch.randn(1, TINY.latents[0].channels, 4, 4)
    assert torch.equal(large.features(z), small.features(z))


def test_experts_begin_as_what_coded_their_pixels(small):
    """Then parting them further changes nothing either."""
    some = grown(small, replace(TINY, activities=(100,)))
    with torch.no_grad():
        some.experts[1].hidden.bias.add_(1)
    more = grown(some, replace(LARGER, activities=(60, 100, 300)))
    given = likelihood_inputs()
    for a, b in ((small, grown(small, replace(TINY, activities=(60, 100)))), (some, more)):
        assert torch.allclose(a.eval().likelihood(*given), b.eval().likelihood(*given), atol=1e-3)
    assert not torch.allclose(small.likelihood(*given), some.likelihood(*given), atol=1e-3)


def test_every_expert_learns_from_its_own_pixels(small):
    network, given = grown(small, replace(TINY, activities=(200, 2000))), likelihood_inputs()
    network.likelihood(*given).sum().backward()
    gradients = [expert.hidden.weight.grad for expert in network.experts]
    assert gradients[2] is None  # no pixel is that active
    assert all(g.abs().sum() > 0 for g in gradients[:2])
    assert not torch.equal(*gradients[:2])


def test_new_units_take_part_in_learning(small):
    large = grown(small, LARGER)
    rates(large).square().mean().backward()
    assert (large.window.hidden.weight.grad[:, TINY.width : LARGER.width].abs() > 0).any()
    assert (large.window.trunk[2].b.weight.grad.abs() > 0).any()


@pytest.mark.parametrize(
    "change", [{"width": 8}, {"mixture": 3}, {"features": 9}, {"latent_width": 9}, {"activities": ()}]
)
def test_other_changes_are_refused(small, change):
    some = grown(small, replace(TINY, activities=(30,))) if "activities" in change else small
    with pytest.raises(ValueError, match="grows in"):
        grown(some, replace(LARGER, **change))
