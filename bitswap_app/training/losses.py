"""Log-probabilities of integer symbols under (mixtures of) discretised logistics, in nats, and their bit rates.

Salimans et al. 2017 (PixelCNN++), section 2.1; the first and last symbol take the tails, as the integer tables do.
"""

from __future__ import annotations

from typing import Any, cast

import torch
import torch.nn.functional as F  # noqa: N812  # as everybody calls it
from torch import Tensor

LOG_SCALES = (-3.5, 5.5)  # in log levels: the range of the integer tables


def logistic_log_mass(symbols: Tensor, means: Tensor, log_scales: Tensor, lowest: int, highest: int) -> Tensor:
    """Log-probabilities, elementwise; all float32 of broadcastable shapes, symbols integer-valued in lowest..highest.

    With a < b the bounds in units of the scale, mirrored so that a + b <= 0:
    sigmoid(b) - sigmoid(a) = sigmoid(b) (1 - exp(a - b)) / (1 + exp(a)), where no term cancels.
    """
    inverse = torch.exp(-log_scales)
    centred = symbols - means
    a = torch.where(symbols <= lowest, -1e4, (centred - 0.5) * inverse)
    b = torch.where(symbols >= highest, 1e4, (centred + 0.5) * inverse)
    mirror = a + b > 0
    a, b = torch.where(mirror, -b, a), torch.where(mirror, -a, b)
    return torch.log(-torch.expm1((a - b).clamp_max(-1e-6))) - F.softplus(-b) - F.softplus(a)


class _LimitGradient(torch.autograd.Function):
    """The identity, whose gradient is clamped to -limit..limit elementwise."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, limit: float) -> Tensor:
        ctx.limit = limit
        return x.view_as(x)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:
        return gradient.clamp(-ctx.limit, ctx.limit), None


def limit_gradient(x: Tensor, limit: float) -> Tensor:
    """x, whose gradient is clamped.

    The gradient of a mean grows as 1 / scale: without a limit, pixels of flat areas with scales of 0.03 levels
    outweigh those of photographs a hundred times (norms of 100 before clipping, of about 1 with it).
    """
    return cast(Tensor, _LimitGradient.apply(x, limit))


def mixture_log_mass(symbols: Tensor, parameters: Tensor, centres: Tensor, lowest: int, highest: int) -> Tensor:
    """float32[N] log P(symbols) under mixtures of K logistics.

    parameters  float32[N, 3K]  logits | mean offsets from centres in levels | log-scales
    """
    logits, offsets, log_scales = parameters.chunk(3, 1)
    masses = logistic_log_mass(
        symbols[:, None], centres[:, None] + offsets, log_scales.clamp(*LOG_SCALES), lowest, highest
    )
    return torch.logsumexp(masses + torch.log_softmax(logits, 1), 1)
