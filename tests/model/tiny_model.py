"""Untrained networks whose every part matters, and pictures to code with them."""

import numpy as np
import torch

from bitswap_app.coding.colour import to_ycocg
from bitswap_app.model.config import TINY
from bitswap_app.model.context import ContextGatherer, predict, regions_alone
from bitswap_app.training.network import BitSwapNetwork
from bitswap_app.training.quantise import Rectify

GAINS = {".b": 0.7, "out.out": 0.5, "window.out": 0.12}  # by the end or the beginning of a layer's name


def picture(height=100, width=150, seed=0):
    """uint8[H, W, 3]: slopes, an edge, and noise that is strong in one half."""
    rng = np.random.default_rng(seed)
    y, x, c = np.ogrid[:height, :width, :3]
    slopes = 110 + 60 * np.sin(x / 19 + c) + 50 * np.cos(y / 17) + 40 * (x + y > 90)
    noise = rng.normal(0, 1, (height, width, 3)) * np.where(x > width // 2, 6, 1.5)
    return np.clip(slopes + noise, 0, 255).astype(np.uint8)


def noise(height, width, seed=0):
    """uint8[H, W, 3] that no model can foresee."""
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def make_network(config=TINY, seed=1):
    """A network with weights from a seeded generator, residual branches that count, and rectifiers set by a picture."""
    rng = np.random.default_rng(seed)
    network = BitSwapNetwork(config)
    with torch.no_grad():
        for name, values in network.named_parameters():
            if name.startswith("top_"):
                values.add_(torch.from_numpy(rng.normal(0, 0.3, values.shape).astype(np.float32)))
            elif values.dim() > 1:
                bound = _gain(name) * np.sqrt(3 / values[0].numel())
                values.copy_(torch.from_numpy(rng.uniform(-bound, bound, values.shape).astype(np.float32)))
            elif name.endswith(".bias"):
                values.add_(torch.from_numpy(rng.normal(0, 0.1, values.shape).astype(np.float32)))
    _set_rectifiers(network)
    return network.eval()


def context_rows(config, levels, rows, *, phase=(0, 0)):
    """inputs int8[N, I] and predictors int16[N, 3] of rows int32[N, 3] in whole tiles levels int16[T, H, W, 3]."""
    gatherer, count = ContextGatherer(config), len(levels)
    inputs = np.zeros((len(rows), gatherer.inputs), dtype=np.int8)
    predictors = np.zeros((len(rows), 3), dtype=np.int16)
    heights, widths = (np.full(count, side, dtype=np.int64) for side in levels.shape[1:3])
    phases = np.array([phase] * count, dtype=np.int64)
    gatherer.gather(regions_alone(config, levels, heights, widths, phases), rows, inputs, predictors)
    return inputs, predictors


def _gain(name):
    layer = name.removesuffix(".weight")
    return next((g for part, g in GAINS.items() if layer.endswith(part) or layer.startswith(part)), 1.2)


@torch.no_grad()
def _set_rectifiers(network):
    watched = [part for part in network.modules() if isinstance(part, Rectify)]
    hooks = [part.register_forward_pre_hook(lambda part, given: part.watch(given[0])) for part in watched]
    levels = to_ycocg(picture(64, 64))[None]
    rows = np.stack(np.meshgrid([0], range(64), range(64), indexing="ij"), -1).reshape(-1, 3).astype(np.int32)
    inputs, predictors = context_rows(network.config, levels, rows)
    symbols = levels[tuple(rows.T)]
    torch.manual_seed(0)
    maps = (torch.from_numpy(a).float().permute(0, 3, 1, 2) for a in (levels, predict(levels)))
    z, _ = network.latents(*maps, torch.ones(1))
    rest = (torch.from_numpy(a) for a in (inputs, predictors.astype(np.float32), symbols.astype(np.float32)))
    network.pixels(z, torch.from_numpy(rows).long(), *rest, torch.zeros(len(rows), dtype=torch.bool))
    for hook, part in zip(hooks, watched, strict=True):
        hook.remove()
        part.calibrate()
