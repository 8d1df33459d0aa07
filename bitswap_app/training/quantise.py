"""Float layers that know how they will be rounded to integers.

Until `quantised` is switched on they are plain float layers that watch the range of what they see. Then weights are
rounded to int8 per output channel and activations to unsigned 8 bits, with gradients passed straight through the
rounding (Jacob et al. 2018) and learned step sizes (Esser et al. 2020, LSQ).
"""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812  # as everybody calls it
from torch import Tensor, nn

ACTIVATION_MAX = 255
WEIGHT_MAX = 127


def round_through(x: Tensor) -> Tensor:
    """Rounds to the nearest even integer; the gradient passes as if it did not."""
    return x + (torch.round(x) - x).detach()


def channel_steps(columns: Tensor) -> Tensor:
    """float32[out, 1]: the step that takes each row of columns to -WEIGHT_MAX..WEIGHT_MAX."""
    return columns.abs().amax(1, keepdim=True).clamp_min(1e-8) / WEIGHT_MAX


class Rectify(nn.Module):
    """ReLU to unsigned 8 bits: 0..255 steps of a learned size."""

    step: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.log_step = nn.Parameter(torch.zeros(()))
        self.register_buffer("highest", torch.zeros(()))
        self.quantised = False

    def forward(self, x: Tensor) -> Tensor:
        y = F.relu(x)
        if not self.quantised:
            return y
        step = torch.exp(self.log_step)
        # LSQ's gradient scale, 1 / sqrt(n * levels), keeps the step's updates in proportion to the weights'
        scale = (y.numel() * ACTIVATION_MAX) ** -0.5
        step = step.detach() + (step - step.detach()) * scale
        return round_through((y / step).clamp(0, ACTIVATION_MAX)) * step

    @torch.no_grad()
    def watch(self, x: Tensor) -> None:
        """Note the 99.99 % point of what comes in, from a sample: it sets the step at calibration."""
        sample = F.relu(x).flatten()[:: max(1, x.numel() // 200_000)].float()
        point = torch.quantile(sample, 0.9999)
        self.highest.copy_(torch.maximum(self.highest, point))

    @torch.no_grad()
    def calibrate(self) -> None:
        self.log_step.copy_(torch.log(self.highest.clamp_min(1e-3) / ACTIVATION_MAX))


class Dense(nn.Module):
    """A linear layer over channels, 1 x 1 or 3 x 3 (zero padding), on rows [N, in] or maps [B, in, H, W]."""

    def __init__(self, inputs: int, outputs: int, *, kernel: int = 1, gain: float = 1.0) -> None:
        super().__init__()
        self.kernel = kernel
        bound = gain * (3.0 / (inputs * kernel * kernel)) ** 0.5
        self.weight = nn.Parameter(torch.empty(outputs, inputs, kernel, kernel).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.quantised = False

    def forward(self, x: Tensor, steps: Tensor | None = None) -> Tensor:
        """steps: float32[in], the size of one integer of each input, where inputs differ; they share a row's range."""
        weight = self.rounded_weight(steps) if self.quantised else self.weight
        if x.dim() == 2:
            return F.linear(x, weight[:, :, 0, 0], self.bias)
        return F.conv2d(x, weight, self.bias, padding=self.kernel // 2)

    def rounded_weight(self, steps: Tensor | None) -> Tensor:
        size = 1.0 if steps is None else steps.view(1, -1, 1, 1)
        columns = (self.weight * size).flatten(1)
        step = channel_steps(columns.detach())
        return (round_through(columns / step) * step).view_as(self.weight) / size


def switch_quantised(module: nn.Module, *, on: bool) -> None:
    """Switch rounding on or off in all of a network's layers."""
    for part in module.modules():
        if isinstance(part, Dense | Rectify):
            part.quantised = on
