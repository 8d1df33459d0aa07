"""A training run in a few megabytes: `python -m bitswap_app.training.snapshot pack CHECKPOINT FILE`, and `unpack` back.

Weights are kept in float16 and AdamW's moments in bfloat16 (second moments of 1e-12 would vanish in float16). Muon's
momentum is not kept, which is back after some dozen steps, nor the running average, which starts again from the weights
and is right after some hundred.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from safetensors.torch import save_file

from bitswap_app.training.trainer import save


def pack(checkpoint: Path, snapshot: Path) -> None:
    """Write what a new machine needs to go on with a run."""
    state: dict[str, Any] = torch.load(checkpoint, weights_only=True)
    tensors = {f"network.{name}": t.half() for name, t in state["network"].items()}
    groups = {}
    for part, optimiser in state["optimiser"].items():
        groups[part] = optimiser["param_groups"]
        for i, moments in optimiser["state"].items() if part != "muon" else ():
            kept = {name: t if name == "step" else t.bfloat16() for name, t in moments.items()}
            tensors |= {f"{part}.{i}.{name}": t for name, t in kept.items()}
    rest = {"step": state["step"], "seconds": state["seconds"], "groups": groups}
    save_file({name: t.contiguous() for name, t in tensors.items()}, snapshot, {"run": json.dumps(rest)})


def unpack(snapshot: Path, checkpoint: Path) -> None:
    """Write a checkpoint that the trainer resumes from."""
    with safe_open(snapshot, "pt") as file:
        rest = json.loads(file.metadata()["run"])
        tensors = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118  # not a mapping
    network = {name.removeprefix("network."): t for name, t in tensors.items() if name.startswith("network.")}
    optimiser = {}
    for part, groups in rest["groups"].items():
        moments: dict[int, dict[str, torch.Tensor]] = {}
        for name, t in tensors.items():
            if name.startswith(f"{part}."):
                _, i, moment = name.split(".")
                moments.setdefault(int(i), {})[moment] = t
        optimiser[part] = {"state": moments, "param_groups": groups}
    average = {name: t.clone() for name, t in network.items() if not name.endswith(".highest")}
    state = {"network": network, "average": average, "optimiser": optimiser}
    save(checkpoint, state | {"step": rest["step"], "seconds": rest["seconds"]})


def main() -> None:
    """Pack or unpack."""
    parser = argparse.ArgumentParser(description="Keep a training run in a few megabytes, or go on from one.")
    parser.add_argument("action", choices=("pack", "unpack"))
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    args = parser.parse_args()
    (pack if args.action == "pack" else unpack)(args.source, args.target)


if __name__ == "__main__":
    main()
