"""A wider and deeper network, or one of more experts, that starts by computing what a smaller one has learned.

    python -m bitswap_app.training.grow runs/standard/stable.pt runs/high/stable.pt --from standard --to high

Chen, Goodfellow & Shlens 2016 (Net2Net) copy units; here new units start as they do in a fresh network and are heard by
nobody yet: weights from a new unit to an old one are zero. New residual pairs start as the identity anyway.
Window and latents stay as they are, and only the window network grows.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from bitswap_app.model.config import ModelConfig
from bitswap_app.training.network import BitSwapNetwork
from bitswap_app.training.trainer import CONFIGS, Recipe, Trainer, save

GROWING = ("width", "depth", "head", "activities")


@torch.no_grad()
def grown(small: BitSwapNetwork, config: ModelConfig) -> BitSwapNetwork:
    """A network of config that gives what small gives. Raises ValueError where config is not small's, but larger.

    Experts start as copies of what coded their pixels before, as in Komatsuzaki et al. 2023 ("Sparse upcycling").
    """
    old = small.config
    fixed = {name: getattr(old, name) for name in GROWING}
    larger = all(getattr(config, name) >= getattr(old, name) for name in ("width", "depth", "head"))
    if replace(config, **fixed) != old or not larger or not set(old.activities) <= set(config.activities):
        raise ValueError(f"A network grows in {', '.join(GROWING)}, and in nothing else.")
    network = BitSwapNetwork(config)
    elsewhere = {name: t for name, t in small.state_dict().items() if not name.startswith("window.")}
    network.load_state_dict(elsewhere, strict=False)
    units = {"width": _first(old.width), "heads": _heads(old.head, config.head), "head": _first(old.head)}
    behind = torch.arange(old.features)
    units["hidden inputs"] = torch.cat([units["width"], config.width + behind])
    for expert, least in zip(network.experts, (0, *config.activities), strict=True):
        tensors = expert.state_dict()
        for name, tensor in small.experts[bisect_right(old.activities, least)].state_dict().items():
            _place(tensors[name], tensor, *(units.get(kind) for kind in _axes(name)))
    return network


def _axes(name: str) -> tuple[str, str]:
    """What the outputs and the inputs of a window network's tensor are, where they are more in a larger one."""
    part, *rest = name.split(".")
    if rest[-1] in ("log_step", "highest"):
        return "", ""
    return {
        "first": ("width", ""),
        "trunk": ("width", "width"),
        "hidden": ("heads", "hidden inputs"),
        "earlier": ("head", ""),
        "out": ("", "head"),
    }[part]


def _place(target: Tensor, tensor: Tensor, outputs: Tensor | None, inputs: Tensor | None) -> None:
    """Put tensor into target, whose rows outputs and columns inputs it is; its rows hear nothing of other columns."""
    rows = torch.arange(target.shape[0] if target.dim() else 0) if outputs is None else outputs
    if target.dim() < 2:
        target[rows if target.dim() else ...] = tensor
        return
    target[rows] = 0
    columns = torch.arange(target.shape[1]) if inputs is None else inputs
    target[rows[:, None], columns[None, :]] = tensor


def _first(count: int) -> Tensor:
    return torch.arange(count)


def _heads(old: int, new: int) -> Tensor:
    """Where the units of three heads side by side go."""
    return torch.cat([c * new + torch.arange(old) for c in range(3)])


def main() -> None:
    """Write a checkpoint that the trainer goes on from."""
    parser = argparse.ArgumentParser(description="Start a larger network from what a smaller one has learned.")
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--from", dest="old", choices=sorted(CONFIGS), default="standard")
    parser.add_argument("--to", dest="new", choices=sorted(CONFIGS), default="high")
    args = parser.parse_args()
    state = torch.load(args.source, weights_only=True)
    small = BitSwapNetwork(CONFIGS[args.old])
    small.load_state_dict(state["network"])
    trainer = Trainer(grown(small, CONFIGS[args.new]), Recipe(), compiled=False)
    trainer.step = state["step"]  # the latents' warm-up is over
    args.target.parent.mkdir(parents=True, exist_ok=True)
    save(args.target, trainer.state())


if __name__ == "__main__":
    main()
