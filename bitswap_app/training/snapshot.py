"""A training run in a few megabytes: `python -m bitswap_app.training.snapshot pack CHECKPOINT FILE`, and `unpack` back.

Weights are kept in float16 and the optimiser's moments in bfloat16 (second moments of 1e-12 would vanish in float16).
The running average is not kept: it starts again from the weights and is right after some hundred steps.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from safetensors.torch import save_file

from bitswap_app.training.train import save

MOMENTS = ("exp_avg", "exp_avg_sq")


def pack(checkpoint: Path, snapshot: Path) -> None:
    """Write what a new machine needs to go on with a run."""
    state: dict[str, Any] = torch.load(checkpoint, weights_only=True)
    tensors = {f"network.{name}": t.half() for name, t in state["network"].items()}
    for i, moments in state["optimiser"]["state"].items():
        tensors |= {f"optimiser.{i}.{name}": moments[name].bfloat16() for name in MOMENTS}
    groups = state["optimiser"]["param_groups"]
    steps = {str(i): float(moments["step"]) for i, moments in state["optimiser"]["state"].items()}
    rest = {"step": state["step"], "seconds": state["seconds"], "groups": groups, "steps": steps}
    save_file({name: t.contiguous() for name, t in tensors.items()}, snapshot, {"run": json.dumps(rest)})


def unpack(snapshot: Path, checkpoint: Path) -> None:
    """Write a checkpoint that the trainer resumes from."""
    with safe_open(snapshot, "pt") as file:
        rest = json.loads(file.metadata()["run"])
        tensors = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118  # not a mapping
    network = {name.removeprefix("network."): t for name, t in tensors.items() if name.startswith("network.")}
    moments = {
        int(i): {"step": torch.tensor(step)} | {name: tensors[f"optimiser.{i}.{name}"] for name in MOMENTS}
        for i, step in rest["steps"].items()
    }
    average = {name: t.clone() for name, t in network.items() if not name.endswith(".highest")}
    optimiser = {"state": moments, "param_groups": rest["groups"]}
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
