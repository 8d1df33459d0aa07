"""Log-probabilities of integer symbols under (mixtures of) discretised logistics, in nats, and their bit rates.

Salimans et al. 2017 (PixelCNN++), section 2.1; the first and last symbol take the tails, as the integer tables do.
"""

from __future__ import annotations

from typing import Any, cast

import torch
import torch.nn.functional as F  # noqa: N812  # as everybody calls it
from torch import Tensor

from bitswap_app.coding.colour import Colours

LOG_SCALES = (-3.5, 5.5)  # in log levels: the range of the integer tables


Ends = tuple[Tensor | int, Tensor | int]  # the lowest and the highest symbol that there can be


def channel_ends(channel: int, symbols: Tensor, colours: Tensor) -> Ends:
    """Each pixel's ends of a channel, given the channels before it: coding/colour.py in floats.

    symbols float32[N, 3]; colours int8[N]; the ends are float32[N], or integers where all
    pixels have the same.
    """
    luma, size = symbols[:, 0], symbols[:, 1].abs()
    if channel == 0:
        return 0, 255
    if channel == 1:
        most = torch.minimum(4 * luma + 3, 1020 - 4 * luma).clamp_max(255)
        least = -most
    else:
        least = torch.maximum(2 * luma + 2 * torch.ceil(size / 2) - 510, -2 * luma - 1)
        most = torch.minimum(2 * luma - 2 * torch.floor(size / 2) + 1, 510 - 2 * luma)
    is_jpeg, some = colours == Colours.JPEG, (colours != Colours.GREY).float()
    return some * torch.where(is_jpeg, -255.0, least), some * torch.where(is_jpeg, 255.0, most)


def logistic_log_mass(symbols: Tensor, means: Tensor, log_scales: Tensor, ends: Ends) -> Tensor:
    """Log-probabilities, elementwise; all float32 of broadcastable shapes, symbols integer-valued within ends.

    With a < b the bounds in units of the scale, mirrored so that a + b <= 0:
    sigmoid(b) - sigmoid(a) = sigmoid(b) (1 - exp(a - b)) / (1 + exp(a)), where no term cancels.
    """
    inverse = torch.exp(-log_scales)
    centred = symbols - means
    a = torch.where(symbols <= ends[0], -1e4, (centred - 0.5) * inverse)
    b = torch.where(symbols >= ends[1], 1e4, (centred + 0.5) * inverse)
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


def mixture_log_mass(symbols: Tensor, parameters: Tensor, centres: Tensor, ends: Ends) -> Tensor:
    """float32[N] log P(symbols) under mixtures of K logistics.

    parameters  float32[N, 3K]  logits | mean offsets from centres in levels | log-scales
    ends        int or float32[N] each
    """
    logits, offsets, log_scales = parameters.chunk(3, 1)
    least, most = (end[:, None] if isinstance(end, Tensor) else end for end in ends)
    masses = logistic_log_mass(
        symbols[:, None], centres[:, None] + offsets, log_scales.clamp(*LOG_SCALES), (least, most)
    )
    return torch.logsumexp(masses + torch.log_softmax(logits, 1), 1)
