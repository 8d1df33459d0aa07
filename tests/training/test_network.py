"""The float network: a likelihood that sees only the past, latents that can be left out, gradients for all."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from tiny_model import context_rows, make_network, picture

from bitswap_app.coding.colour import to_ycocg
from bitswap_app.model.config import LATENT_MAX, TINY, UNIT, LatentLayer
from bitswap_app.model.context import predict
from bitswap_app.training import evaluate as evaluation
from bitswap_app.training.evaluate import evaluate, read_evaluation
from bitswap_app.training.network import FEATURE_MAX, POSTERIOR_LOG_SCALES, BitSwapNetwork, sample_bins
from bitswap_app.training.quantise import switch_quantised

DEEP = replace(TINY, latents=(LatentLayer(4, 2), LatentLayer(8, 3), LatentLayer(8, 1), LatentLayer(16, 2)))


def batch(network, count=2):
    """What the trainer feeds: maps, and rows of every seventh pixel."""
    levels = np.stack([to_ycocg(picture(64, 64, seed)) for seed in range(count)])
    places = np.stack(np.meshgrid(range(count), range(64), range(64), indexing="ij"), -1).reshape(-1, 3)
    rows = places[::7].astype(np.int32)
    inputs, predictors = context_rows(network.config, levels, rows)
    maps = [torch.from_numpy(a).float().permute(0, 3, 1, 2) for a in (levels, predict(levels))]
    symbols = torch.from_numpy(levels[tuple(rows.T)]).float()
    return maps, (
        torch.from_numpy(rows).long(),
        torch.from_numpy(inputs),
        torch.from_numpy(predictors).float(),
        symbols,
        (torch.arange(len(rows)) % 2).to(torch.int8),
    )


def divergences(network, keep):
    torch.manual_seed(0)
    maps, _ = batch(network, len(keep))
    return network.latents(*maps, torch.tensor(keep))


@pytest.mark.parametrize("config", [TINY, DEEP], ids=["tiny", "deep"])
@pytest.mark.parametrize("is_quantised", [False, True])
def test_every_parameter_gets_a_gradient(config, is_quantised):
    network = make_network(config)
    switch_quantised(network, on=is_quantised)
    maps, rest = batch(network)
    torch.manual_seed(0)
    z, kls = network.latents(*maps, torch.ones(2))
    nats = network.pixels(z, *rest)
    (sum(n.mean() for n in nats) + 1e-3 * sum(kl.mean() for kl in kls)).backward()
    for name, values in network.named_parameters():
        if name.endswith("log_step") and not is_quantised:
            continue
        assert values.grad is not None, name
        assert torch.isfinite(values.grad).all(), name
        assert values.grad.abs().max() > 0, name


@pytest.mark.parametrize("config", [TINY, DEEP], ids=["tiny", "deep"])
def test_rounding_errors_of_weights_do_not_move_the_step_of_activations(config):
    window = BitSwapNetwork(config).experts[0]
    switch_quantised(window, on=True)
    activations = torch.rand(5, window.hidden.weight.shape[1], requires_grad=True)
    window.hidden(activations, window.hidden_steps()).square().sum().backward()
    assert activations.grad is not None
    assert window.hidden.weight.grad is not None
    assert window.relu.log_step.grad is None


@pytest.mark.parametrize("config", [TINY, DEEP], ids=["tiny", "deep"])
def test_shapes_of_the_chain(config):
    network = make_network(config)
    z, kls = divergences(network, [1.0, 1.0])
    first = config.latents[0]
    assert z.shape == (2, first.channels, 64 // first.stride, 64 // first.stride)
    assert torch.equal(z, z.round())
    assert z.abs().max() <= LATENT_MAX
    assert len(kls) == len(config.latents)
    assert all(kl.shape == (2,) for kl in kls)
    assert network.features(z).shape == (2, config.features, 64, 64)


def test_a_crop_without_latents_has_none_and_pays_for_none():
    z, kls = divergences(make_network(DEEP), [1.0, 0.0])
    assert z[0].abs().max() > 0
    assert z[1].abs().max() == 0
    assert all(kl[1] == 0 for kl in kls)
    assert all(kl[0] != 0 for kl in kls)


def test_a_divergence_is_positive_on_average():
    """Each is the mean of log q - log p under q."""
    network = make_network()
    maps, _ = batch(network)
    torch.manual_seed(0)
    with torch.no_grad():
        found = torch.stack([torch.stack(network.latents(*maps, torch.ones(2))[1]) for _ in range(20)])
    assert (found.mean((0, 2)) > 0).all()


def test_features_stay_in_their_range():
    network = make_network()
    with torch.no_grad():
        for quantised in (False, True):
            switch_quantised(network, on=quantised)
            z = torch.randint(-LATENT_MAX, LATENT_MAX + 1, (1, 2, 8, 8)).float()
            found = network.features(z) * UNIT
            assert found.abs().max() <= FEATURE_MAX
            assert quantised == torch.allclose(found, found.round(), atol=1e-4)


def test_a_channel_sees_only_the_residuals_before_it():
    network = make_network()
    maps, (rows, inputs, predictors, symbols, colours) = batch(network)
    z = torch.zeros(2, 2, 8, 8)
    with torch.no_grad():
        wanted = network.pixels(z, rows, inputs, predictors, symbols, colours)
        for c in range(3):
            changed = symbols.clone()
            changed[:, c] = (changed[:, c] + 9).clamp(0 if c == 0 else -255, 255)
            found = network.pixels(z, rows, inputs, predictors, changed, colours)
            for earlier in range(c):
                assert torch.equal(found[earlier], wanted[earlier])
            for later in range(c + 1, 3):
                assert not torch.equal(found[later], wanted[later])
    assert maps[0].shape == (2, 3, 64, 64)


def test_posteriors_are_never_sharper_than_a_bin_allows():
    network = make_network()
    maps, _ = batch(network)
    with torch.no_grad():
        means, log_scales = network.from_pixels(*maps)
    assert means.abs().max() <= LATENT_MAX
    assert log_scales.min() >= POSTERIOR_LOG_SCALES[0]
    assert log_scales.max() <= POSTERIOR_LOG_SCALES[1]


def test_bins_are_drawn_from_their_logistic():
    torch.manual_seed(0)
    means, log_scales = torch.full((20_000,), 10.3), torch.full((20_000,), 1.5)
    z = sample_bins(means, log_scales)
    assert torch.equal(z, z.round())
    assert z.mean().item() == pytest.approx(10.3, abs=0.2)
    spread = np.exp(1.5) * np.pi / np.sqrt(3)  # a logistic's standard deviation
    assert z.std().item() == pytest.approx(spread, rel=0.03)
    ends = sample_bins(torch.full((1000,), 126.0), torch.full((1000,), 4.5))
    assert ends.abs().max() <= LATENT_MAX


def test_gradients_of_pixels_are_limited_in_training_alone():
    network = BitSwapNetwork(TINY)
    network.window.gradient_limit = 1e-6
    _, rest = batch(network)

    def largest():
        network.zero_grad()
        sum(n.sum() for n in network.pixels(torch.zeros(2, 2, 8, 8), *rest)).backward()
        return max(p.grad.abs().max().item() for p in network.window.out[0].parameters())

    network.train()
    limited = largest()
    network.eval()
    assert largest() > 10 * limited


def test_what_one_part_s_rounding_costs_is_told(pictures, tmp_path, monkeypatch, capsys):
    network, checkpoint = make_network(), tmp_path / "anneal.pt"
    torch.save({"network": network.state_dict(), "average": dict(network.named_parameters())}, checkpoint)

    def printed(*options):
        monkeypatch.setattr("sys.argv", ["evaluate", str(checkpoint), str(pictures), "--config", "tiny", *options])
        evaluation.main()
        return capsys.readouterr().out

    exact, rounded = printed(), printed("--rounded")
    assert exact != rounded
    assert printed("--rounded", "--but", ".") == exact
    assert printed("--rounded", "--but", "no such part") == rounded
    with pytest.raises(SystemExit):
        printed("--but", ".")


def test_an_evaluation_is_repeatable_and_a_share_estimates_it(pictures):
    network = make_network()
    found = read_evaluation(pictures)
    assert sorted(p.shape for p in found) == [(64, 96, 3), (96, 64, 3)]
    whole, again = evaluate(network, found), evaluate(network, found)
    assert whole == again
    assert whole.total == pytest.approx(sum(whole.pixels) + sum(whole.latents))
    assert evaluate(network, found, 0.5).total == pytest.approx(whole.total, rel=0.03)
    assert len(whole.latents) == 2
    assert f"{whole.total:.4f}" in str(whole)
    assert not network.training
