"""Float checkpoint -> model file: `python -m bitswap_app.training.export CHECKPOINT MODEL.safetensors`.

Where the target is a folder (resources/weights), its manifest names the model for the efforts that are to use it; a
model file can be put there too.

Every layer becomes int8 weights per output channel, an int32 bias and one float32 multiplier (model/layers.py). Scales
follow from the learned steps of the rectifiers; a residual stream gets a step fine enough for the rectifiers that read
it. The integers are then asked the known answers by the plain float32 path, which tests hold against int64.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from bitswap_app.coding.tables import SCALE_COUNT, build_tables
from bitswap_app.model.config import LATENT_MAX, LATENT_UNIT, UNIT, ModelConfig
from bitswap_app.model.layers import ACTIVATION_MAX, EXACT_LIMIT, STREAM_MAX
from bitswap_app.model.learning import Learns
from bitswap_app.model.natural import has_curvatures
from bitswap_app.model.runtime import Runtime, answers, load_runtime
from bitswap_app.model.weights import Weights, read_weights
from bitswap_app.model.window_layers import network_names
from bitswap_app.training.curvature import PICTURES, middles, with_curvatures
from bitswap_app.training.losses import LOG_SCALES
from bitswap_app.training.network import (
    FEATURE_MAX,
    POSTERIOR_LOG_SCALES,
    BitSwapNetwork,
    Down,
    Parameters,
    Residual,
    Up,
    WindowNetwork,
)
from bitswap_app.training.quantise import WEIGHT_MAX, Dense, Rectify

STREAM_FINENESS = 64  # steps of a residual stream in one step of the coarsest rectifier that reads it
PARAMETER_STEPS = 16  # of logits per nat, of offsets per level, of log-scales per nat, of latent means per bin
EFFORTS = ("fast", "standard", "high")
LEARNS = {"standard": Learns.LAST, "high": Learns.ALL}  # what learns from the picture, by effort
LOGIT_MAX, OFFSET_MAX = 2047, 8191


@dataclass(slots=True)
class Exporter:
    """Collects the tensors of a model file."""

    tensors: dict[str, NDArray[np.generic]] = field(default_factory=dict)
    largest_sum: int = 0
    largest_layer: str = ""

    def dense(
        self,
        name: str,
        layer: Dense,
        input_steps: Tensor | float,
        input_max: int,
        output_steps: Tensor | float,
        lowest: int | list[int],
        highest: int | list[int],
        shift: Tensor | float = 0.0,
    ) -> None:
        """Add a layer whose float output plus shift, in units of output_steps, is the integer output."""
        out, inputs, size, _ = layer.weight.shape
        steps = torch.as_tensor(input_steps, dtype=torch.float64).expand(inputs)
        weight = layer.weight.detach().double() * steps[:, None, None]  # [out, in, k, k] times the step of each input
        columns = weight.view(out, inputs, size, size).permute(0, 2, 3, 1).reshape(out, -1)
        unit = columns.abs().amax(1).clamp_min(1e-8 * float(steps.min())) / WEIGHT_MAX
        rounded = torch.round(columns / unit[:, None])
        bias = torch.round((layer.bias.detach().double() + shift) / unit)
        room = EXACT_LIMIT - 1 - rounded.abs().sum(1) * input_max
        bias = torch.minimum(
            torch.maximum(bias, -room), room
        )  # a clamped bias is far outside the output's range anyway
        scale = unit / torch.as_tensor(output_steps, dtype=torch.float64)
        reached = rounded.abs().sum(1) * input_max + bias.abs()
        if int(reached.max()) > self.largest_sum:
            self.largest_sum, self.largest_layer = int(reached.max()), name
        self.tensors |= {
            f"{name}.weight": rounded.numpy().astype(np.int8),
            f"{name}.bias": bias.numpy().astype(np.int32),
            f"{name}.scale": scale.numpy().astype(np.float32),
            f"{name}.lowest": np.broadcast_to(np.int32(lowest), (out,)).astype(np.int32).copy(),
            f"{name}.highest": np.broadcast_to(np.int32(highest), (out,)).astype(np.int32).copy(),
        }

    def rectifier(self, name: str, module: Rectify, stream_step: float) -> None:
        self.tensors[name] = np.array([stream_step / step_of(module)], dtype=np.float32)

    def residual(self, name: str, block: Residual, stream_step: float) -> None:
        self.rectifier(f"{name}.relu_a", block.relu_a, stream_step)
        a, b = step_of(block.relu_a), step_of(block.relu_b)
        self.dense(f"{name}.a", block.a, a, ACTIVATION_MAX, b, 0, ACTIVATION_MAX)
        self.dense(f"{name}.b", block.b, b, ACTIVATION_MAX, stream_step, -STREAM_MAX, STREAM_MAX)

    def chain(self, name: str, body: nn.Sequential, first_step: float, last: Rectify, last_name: str) -> None:
        """A body of Dense, Residual, Down and Up, read at its end by a rectifier."""
        parts = list(body)
        starts = [i for i, part in enumerate(parts) if isinstance(part, Dense | Down | Up)]
        for start, end in zip(starts, [*starts[1:], len(parts)], strict=True):
            readers = [part.relu_a for part in parts[start + 1 : end]]
            following = last if end == len(parts) else parts[end].relu
            step = stream_step([*readers, following])
            self._start(f"{name}.{start}", parts[start], first_step, step)
            for i in range(start + 1, end):
                self.residual(f"{name}.{i}", parts[i], step)
            self.rectifier(last_name if end == len(parts) else f"{name}.{end}.relu", following, step)

    def _start(self, name: str, part: nn.Module, first_step: float, step: float) -> None:
        if isinstance(part, Dense):
            input_max = LATENT_MAX  # pixels and latents alike are clamped to 127
            self.dense(name, part, first_step, input_max, step, -STREAM_MAX, STREAM_MAX)
        else:
            self.dense(f"{name}.mix", part.mix, step_of(part.relu), ACTIVATION_MAX, step, -STREAM_MAX, STREAM_MAX)

    def parameters(self, name: str, part: Parameters) -> None:
        """Latent means in 1/16 bin and scale indices; see Parameters.forward for the factors 4 and 2."""
        channels = part.out.weight.shape[0] // 2
        means = 1 / (4 * LATENT_UNIT * PARAMETER_STEPS)
        steps = torch.tensor([means] * channels + [1 / (2 * PARAMETER_STEPS)] * channels)
        shift = torch.tensor([0.0] * channels + [-LOG_SCALES[0] / 2] * channels)
        low, high = (scale_index(x) for x in POSTERIOR_LOG_SCALES)
        bound = LATENT_MAX * PARAMETER_STEPS
        lowest, highest = [-bound] * channels + [low] * channels, [bound] * channels + [high] * channels
        self.dense(f"{name}.out", part.out, step_of(part.relu), ACTIVATION_MAX, steps, lowest, highest, shift)


def step_of(module: Rectify) -> float:
    """The size of one of a rectifier's 255 steps."""
    return math.exp(module.log_step.item())


def stream_step(readers: list[Rectify]) -> float:
    """The size of one step of a residual stream, from the rectifiers that read it."""
    return max(step_of(module) for module in readers) / STREAM_FINENESS


def scale_index(log_scale: float) -> int:
    """The index of a log-scale in the tables."""
    return round((log_scale - LOG_SCALES[0]) * PARAMETER_STEPS)


def export_latents(exporter: Exporter, network: BitSwapNetwork) -> None:
    """Add what model/latent_networks.py reads."""
    first = network.from_pixels
    exporter.chain("from_pixels.body", first.body, 1 / UNIT, first.out.relu, "from_pixels.out.relu")
    exporter.parameters("from_pixels.out", first.out)
    for direction in ("up", "down"):
        for i, part in enumerate(getattr(network, direction)):
            name = f"{direction}.{i}"
            exporter.chain(f"{name}.body", part.body, 1 / LATENT_UNIT, part.out.relu, f"{name}.out.relu")
            exporter.parameters(f"{name}.out", part.out)
    features = network.features
    exporter.chain("features.body", features.body, 1 / LATENT_UNIT, features.relu, "features.relu")
    exporter.dense(
        "features.out", features.out, step_of(features.relu), ACTIVATION_MAX, 1 / UNIT, -FEATURE_MAX, FEATURE_MAX
    )
    log_scales = network.top_log_scales.detach().clamp(*POSTERIOR_LOG_SCALES)
    means = torch.round(network.top_means.detach() * PARAMETER_STEPS).clamp(-2000, 2000)
    exporter.tensors["top.means"] = means.numpy().astype(np.int16)
    scales = torch.round((log_scales - LOG_SCALES[0]) * PARAMETER_STEPS)
    exporter.tensors["top.scales"] = scales.numpy().astype(np.int16)


def export_window(exporter: Exporter, name: str, window: WindowNetwork, config: ModelConfig) -> None:
    """Add what model/window.py reads of one network."""
    readers = [part.relu_a for part in window.trunk] + [window.relu]
    step = stream_step(readers)
    exporter.dense(f"{name}.first", window.first, 1 / UNIT, 127, step, -STREAM_MAX, STREAM_MAX)
    for i, part in enumerate(window.trunk):
        exporter.residual(f"{name}.trunk.{i}", part, step)
    exporter.rectifier(f"{name}.relu", window.relu, step)
    head_steps = [step_of(module) / STREAM_FINENESS for module in window.head_relu]
    output_steps = torch.tensor(head_steps, dtype=torch.float64).repeat_interleave(config.head)
    exporter.dense(
        f"{name}.hidden",
        window.hidden,
        window.hidden_steps().detach().double(),
        ACTIVATION_MAX,
        output_steps,
        -STREAM_MAX,
        STREAM_MAX,
    )
    for c in range(3):
        exporter.rectifier(f"{name}.head_relu.{c}", window.head_relu[c], head_steps[c])
        if c:
            weight = window.earlier[c - 1].weight.detach().double().t() / (UNIT * head_steps[c])
            exporter.tensors[f"{name}.earlier.{c}"] = torch.round(weight).clamp(-32767, 32767).numpy().astype(np.int32)
        export_head(exporter, f"{name}.out.{c}", window.out[c], step_of(window.head_relu[c]), config)


def export_head(exporter: Exporter, name: str, layer: Dense, input_step: float, config: ModelConfig) -> None:
    """Add the layer that gives one colour channel's mixtures."""
    k = config.mixture
    logit, offset = 1 / PARAMETER_STEPS, 1 / (UNIT * PARAMETER_STEPS)
    steps = torch.tensor([logit] * k + [offset] * k + [1 / PARAMETER_STEPS] * k)
    shift = torch.tensor([0.0] * (2 * k) + [-LOG_SCALES[0]] * k)
    lowest = [-LOGIT_MAX] * k + [-OFFSET_MAX] * k + [0] * k
    highest = [LOGIT_MAX] * k + [OFFSET_MAX] * k + [SCALE_COUNT - 1] * k
    exporter.dense(name, layer, input_step, ACTIVATION_MAX, steps, lowest, highest, shift)


def export(network: BitSwapNetwork) -> tuple[Weights, Exporter]:
    """The integer model of a network. Its answers are those of the float32 path; tests hold them against int64."""
    exporter = Exporter()
    export_latents(exporter, network)
    for name, expert in zip(network_names(network.config), network.experts, strict=True):
        export_window(exporter, name, expert, network.config)
    exporter.tensors |= {f"tables.{name}": table for name, table in build_tables().to_arrays().items()}
    weights = Weights(network.config, exporter.tensors, {})
    return Weights(network.config, exporter.tensors, answers(unproven_runtime(weights), weights)), exporter


def unproven_runtime(weights: Weights) -> Runtime:
    """A runtime of weights that have no known answers yet: the CPU's plain path."""
    return load_runtime(weights, "cpu", paths=("float32",), proven=False)


def read_checkpoint(path: Path, config: ModelConfig) -> BitSwapNetwork:
    """The network of a training checkpoint, with its averaged weights."""
    state = torch.load(path, weights_only=True)
    network = BitSwapNetwork(config)
    network.load_state_dict(state["network"] | state["average"])
    return network.eval()


def publish(weights: Weights, folder: Path, efforts: Sequence[str]) -> Path:
    """Make weights the folder's model for some efforts. Until release 1.0, models that none uses are removed."""
    name, manifest = weights.model_id.hex(), folder / "manifest.json"
    found = json.loads(manifest.read_text("utf-8"))["efforts"] if manifest.exists() else {}
    found |= dict.fromkeys(efforts, name)
    path = folder / f"{name}.safetensors"
    path.write_bytes(weights.to_bytes())
    manifest.write_text(json.dumps({"efforts": found, "learns": LEARNS}, indent=2) + "\n", "utf-8")
    for old in folder.glob("*.safetensors"):
        if old.stem not in found.values():
            old.unlink()
    return path


def main() -> None:
    """Export a checkpoint, or publish a model that is made already."""
    from bitswap_app.training.trainer import CONFIGS

    parser = argparse.ArgumentParser(description="Turn a training checkpoint into a model file.")
    parser.add_argument("checkpoint", type=Path, help="or a model file, to publish it as it is")
    parser.add_argument("model", type=Path, help="a file, or the folder of shipped models")
    parser.add_argument("--config", choices=sorted(CONFIGS), default="standard")
    parser.add_argument(
        "--efforts", nargs="+", choices=EFFORTS, default=list(EFFORTS), help="that are to use the model"
    )
    parser.add_argument(
        "--natural", type=Path, nargs="+", metavar="FOLDER", help="of pictures on which to find how its layers learn"
    )
    args = parser.parse_args()
    made = read_weights(args.checkpoint) if args.checkpoint.suffix == ".safetensors" else None
    learns_all = args.model.is_dir() and any(LEARNS.get(effort) is Learns.ALL for effort in args.efforts)
    if learns_all and not (has_curvatures(made) if made else args.natural):
        parser.error("a model that learns with all layers needs --natural")
    if made:
        weights = made
    else:
        network = read_checkpoint(args.checkpoint, CONFIGS[args.config])
        weights, exporter = export(network)
        print(f"largest provable sum 2**{math.log2(exporter.largest_sum):.2f} in {exporter.largest_layer}")
        if args.natural:
            weights = with_curvatures(weights, network, middles(args.natural, PICTURES))
    if args.model.is_dir():
        path = publish(weights, args.model, args.efforts)
    else:
        path = args.model
        path.write_bytes(weights.to_bytes())
    print(f"{path}: id {weights.model_id.hex()}, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
