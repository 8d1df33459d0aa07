"""Bits per sub-pixel of a float network on a folder of pictures, each cropped to multiples of 32."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from bitswap_app.coding.colour import colours_of, to_levels
from bitswap_app.coding.tiling import cut, plan_tiles
from bitswap_app.model.context import ContextGatherer, predict, regions_alone
from bitswap_app.training.data import read_folder
from bitswap_app.training.network import BitSwapNetwork
from bitswap_app.training.quantise import switch_quantised


@dataclass(frozen=True, slots=True)
class Rates:
    """Bits per sub-pixel, averaged over pictures: in all, of Y, Co and Cg together, and of each latent layer."""

    total: float
    pixels: tuple[float, float, float]
    latents: tuple[float, ...]
    pooled: float  # total bits by total sub-pixels

    def __str__(self) -> str:
        pixels, latents = (" ".join(f"{x:.4f}" for x in part) for part in (self.pixels, self.latents))
        return f"{self.total:.4f} (pooled {self.pooled:.4f}; Y Co Cg {pixels}; KL {latents})"


@torch.inference_mode()
def picture_bits(
    network: BitSwapNetwork, picture: NDArray[np.uint8], share: float, random: np.random.Generator, keep: float
) -> tuple[NDArray[np.float64], int]:
    """Bits of (Y, Co, Cg, z1, ..., zL) and the number of sub-pixels; pixels are a random share, scaled up."""
    config, gatherer = network.config, ContextGatherer(network.config)
    bits = np.zeros(3 + len(config.latents))
    colours = colours_of(picture)
    for tile in plan_tiles(*picture.shape[:2], config.tile):
        levels = to_levels(cut(picture, tile), colours)[None]
        rows = np.stack(np.meshgrid([0], np.arange(tile.height), np.arange(tile.width), indexing="ij"), -1)
        rows = rows.reshape(-1, 3).astype(np.int32)
        rows = rows[random.random(len(rows)) < share]
        phase = np.array([[tile.top, tile.left]], dtype=np.int64)
        inputs = np.empty((len(rows), gatherer.inputs), dtype=np.int8)
        predictors = np.empty((len(rows), 3), dtype=np.int16)
        sides = (np.array([tile.height]), np.array([tile.width]))
        gatherer.gather(regions_alone(config, levels, *sides, phase), rows, inputs, predictors)
        maps = [torch.from_numpy(a).float().permute(0, 3, 1, 2) for a in (levels, predict(levels))]
        z, divergences = network.latents(*maps, torch.full((1,), keep))
        index = torch.from_numpy(rows).long()
        symbols = torch.from_numpy(levels[0][rows[:, 1], rows[:, 2]]).float()
        each = torch.full((len(rows),), int(colours), dtype=torch.int8)
        given = torch.from_numpy(inputs), torch.from_numpy(predictors).float(), symbols, each
        nats = network.pixels(z, index, *given)
        scale = tile.pixels / max(1, len(rows))
        found = [float(n.double().sum()) * scale for n in nats] + [float(d.sum()) for d in divergences]
        bits += np.array(found) / np.log(2)
    return bits, picture.shape[0] * picture.shape[1] * 3


def evaluate(
    network: BitSwapNetwork, pictures: list[NDArray[np.uint8]], share: float = 1.0, *, keep: float = 1.0
) -> Rates:
    """Rates on pictures uint8[H, W, 3]; with share < 1 an estimate from that share of the pixels.

    keep  1, or 0 for tiles coded without latents
    """
    random, was_training = np.random.default_rng(0), network.training
    network.eval()
    torch.manual_seed(0)
    bits, sub_pixels = zip(*(picture_bits(network, p, share, random, keep) for p in pictures), strict=True)
    network.train(was_training)
    each = np.array(bits) / np.array(sub_pixels)[:, None]
    mean = each.mean(0)
    pooled = float(np.array(bits).sum() / np.array(sub_pixels).sum())
    return Rates(float(mean.sum()), (mean[0], mean[1], mean[2]), tuple(mean[3:]), pooled)


def read_evaluation(folder: Path, limit: int | None = None) -> list[NDArray[np.uint8]]:
    """The pictures of a folder, cropped at the right and bottom to multiples of 32."""
    pictures = read_folder(folder, 32)[:limit]
    return [p[: p.shape[0] // 32 * 32, : p.shape[1] // 32 * 32] for p in pictures]


def main() -> None:
    """Print the rates of a checkpoint, or of the network behind it with its roundings switched on."""
    from bitswap_app.training.export import read_checkpoint
    from bitswap_app.training.trainer import CONFIGS

    parser = argparse.ArgumentParser(description="Bits per sub-pixel of a training checkpoint on folders of pictures.")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--config", choices=sorted(CONFIGS), default="standard")
    parser.add_argument("--share", type=float, default=1.0, help="share of the pixels that is looked at")
    parser.add_argument("--limit", type=int, help="pictures at most")
    parser.add_argument("--rounded", action="store_true", help="round weights and activations as the integers will be")
    parser.add_argument("--but", metavar="REGEX", help="with --rounded: leave parts of such names as they are")
    parser.add_argument("--without-latents", action="store_true", help="code every tile with z1 = 0")
    args = parser.parse_args()
    if args.but and not args.rounded:
        parser.error("--but needs --rounded")
    network = read_checkpoint(args.checkpoint, CONFIGS[args.config])
    switch_quantised(network, on=args.rounded)
    for name, part in network.named_modules() if args.but else ():
        if re.search(args.but, name):
            switch_quantised(part, on=False)
    for folder in args.folders:
        keep = 0.0 if args.without_latents else 1.0
        print(f"{folder.name}: {evaluate(network, read_evaluation(folder, args.limit), args.share, keep=keep)}")


if __name__ == "__main__":
    main()
