"""Probabilities sum to one, and agree with the integers that files are made of."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from bitswap_app.coding import colour
from bitswap_app.coding.mixture import mixture_intervals
from bitswap_app.coding.tables import build_tables
from bitswap_app.model.config import LATENT_MAX, PIXEL_SUPPORT
from bitswap_app.training.losses import (
    LOG_SCALES,
    channel_ends,
    limit_gradient,
    logistic_log_mass,
    mixture_log_mass,
)

SUPPORTS = [*PIXEL_SUPPORT[:2], (-LATENT_MAX, 2 * LATENT_MAX + 1)]


@pytest.mark.parametrize(("lowest", "count"), SUPPORTS)
@settings(max_examples=25)
@given(mean=st.floats(-600, 600, width=32), log_scale=st.floats(*LOG_SCALES, width=32))
def test_a_logistic_s_masses_sum_to_one(lowest, count, mean, log_scale):
    symbols = torch.arange(lowest, lowest + count).float()
    masses = logistic_log_mass(symbols, torch.tensor(mean), torch.tensor(log_scale), (lowest, lowest + count - 1))
    assert torch.isfinite(masses).all()
    assert (masses <= 1e-6).all()
    assert masses.double().exp().sum().item() == pytest.approx(1, abs=2e-5)


@pytest.mark.parametrize(("lowest", "count"), PIXEL_SUPPORT)
@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1))
def test_a_mixture_s_masses_sum_to_one(lowest, count, seed):
    """Log-scales outside their range are clamped, as the integers are."""
    parameters = torch.randn(1, 15, generator=torch.Generator().manual_seed(seed)) * torch.tensor(
        [2.0, 40.0, 4.0]
    ).repeat_interleave(5)
    symbols = torch.arange(lowest, lowest + count).float()
    centre = torch.full((count,), float(np.random.default_rng(seed).integers(lowest, lowest + count)))
    masses = mixture_log_mass(symbols, parameters.expand(count, -1), centre, (lowest, lowest + count - 1))
    assert torch.isfinite(masses).all()
    assert masses.double().exp().sum().item() == pytest.approx(1, abs=2e-5)


@pytest.mark.parametrize(("lowest", "count"), PIXEL_SUPPORT)
def test_losses_are_the_integers_costs(lowest, count):
    """-log2 of an interval's share, to 1 % and a hundredth of a bit where the minimum frequency does not rule."""
    rng, k, n = np.random.default_rng(3), 3, 400
    params = np.concatenate(
        [rng.integers(-40, 40, (n, k)), rng.integers(-320, 320, (n, k)), rng.integers(0, 145, (n, k))], axis=1
    ).astype(np.int16)
    centres = rng.integers(lowest, lowest + count, n).astype(np.int16)
    symbols = np.clip(centres + rng.integers(-30, 31, n), lowest, lowest + count - 1).astype(np.int32)
    _, freqs = mixture_intervals(symbols, params, centres, lowest, count, build_tables())
    unit = torch.tensor([1 / 16] * 3 * k)
    floats = torch.from_numpy(params).float() * unit + torch.tensor([0.0] * 2 * k + [LOG_SCALES[0]] * k)
    masses = mixture_log_mass(
        torch.from_numpy(symbols).float(), floats, torch.from_numpy(centres).float(), (lowest, lowest + count - 1)
    )
    cost, loss = 24 - np.log2(freqs), -masses.double().numpy() / math.log(2)
    likely = loss < 10
    assert likely.sum() > n // 2
    assert np.allclose(cost[likely], loss[likely], rtol=0.01, atol=0.02)


@pytest.mark.parametrize("channel", range(3))
def test_ends_are_those_of_the_integers(channel):
    rng = np.random.default_rng(channel)
    levels = colour.to_ycocg((rng.beta(0.4, 0.4, (5000, 3)) * 255.999).astype(np.uint8))
    colours = rng.integers(0, len(colour.Colours), len(levels)).astype(np.int8)
    found = channel_ends(channel, torch.from_numpy(levels).float(), torch.from_numpy(colours))
    each = np.stack([colour.channel_ends(kind, channel, levels) for kind in colour.Colours])
    wanted = each[colours, np.arange(len(levels))].T
    for ours, theirs in zip(found, wanted, strict=True):
        assert np.array_equal(np.broadcast_to(np.asarray(ours), theirs.shape), theirs)


@pytest.mark.parametrize("gap", [0.0, 3.0, 30.0, 300.0])
def test_no_symbol_costs_more_than_floats_can_hold(gap):
    """A sharp distribution far from its symbol: the loss is large and its gradient finite."""
    mean = torch.tensor([100.0 + gap], requires_grad=True)
    log_scale = torch.tensor([LOG_SCALES[0]], requires_grad=True)
    loss = -logistic_log_mass(torch.tensor([100.0]), mean, log_scale, (0, 511))
    loss.sum().backward()
    assert torch.isfinite(loss).all()
    assert torch.isfinite(mean.grad).all()
    assert torch.isfinite(log_scale.grad).all()
    assert gap == 0 or loss.item() > gap / 2


def test_the_gradient_points_from_the_mean_to_the_symbol():
    mean = torch.tensor([3.0], requires_grad=True)
    (-logistic_log_mass(torch.tensor([5.0]), mean, torch.tensor([0.0]), (0, 255))).sum().backward()
    assert mean.grad.item() < 0


@settings(max_examples=25)
@given(values=st.lists(st.floats(-1e3, 1e3, width=32), min_size=1, max_size=8), limit=st.floats(2**-10, 2**9, width=32))
def test_a_limit_clamps_the_gradient_and_not_the_value(values, limit):
    x = torch.zeros(len(values), requires_grad=True)
    y = limit_gradient(x, limit)
    assert torch.equal(y, x)
    y.backward(torch.tensor(values))
    assert torch.equal(x.grad, torch.tensor(values).clamp(-limit, limit))


def test_an_endless_limit_changes_nothing():
    x = torch.ones(3, requires_grad=True)
    limit_gradient(x, math.inf).backward(torch.tensor([1e30, -1e30, 0.0]))
    assert x.grad.tolist() == pytest.approx([1e30, -1e30, 0.0])
