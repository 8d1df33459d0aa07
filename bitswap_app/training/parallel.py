"""Data-parallel training on one machine: a process for each core, each with crops of its own, and one mean gradient.

Li et al. 2020 ("PyTorch Distributed"), without its buckets: these networks' gradients are a few megabytes. Two
processes of one thread each take in twice the patches of one process with two threads, because products this small do
not divide well. Where no group was joined, every function here does nothing.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor, distributed, multiprocessing, nn


def processes() -> int:
    """How many processes share each step."""
    return distributed.get_world_size() if distributed.is_initialized() else 1


def is_first() -> bool:
    """Whether this process is the one that writes and speaks."""
    return not distributed.is_initialized() or distributed.get_rank() == 0


def average_gradients(parameters: Iterable[nn.Parameter]) -> None:
    """Set every gradient to its mean over the processes; one that is missing counts as 0."""
    if processes() == 1:
        return
    each = list(parameters)
    flat = torch.cat([torch.zeros(p.numel()) if p.grad is None else p.grad.flatten() for p in each])
    add_up(flat)
    flat /= processes()
    for p, mean in zip(each, flat.split([p.numel() for p in each]), strict=True):
        p.grad = mean.view_as(p)


def add_up(values: Tensor) -> None:
    """Set a tensor in place to its sum over the processes."""
    if processes() > 1:
        distributed.all_reduce(values)


def follow_first(tensors: Iterable[Tensor]) -> None:
    """Set tensors in place to what the first process holds."""
    if processes() > 1:
        for tensor in tensors:
            distributed.broadcast(tensor, 0)


def run(work: Callable[..., None], count: int, *arguments: object) -> None:
    """Call work(*arguments) in count processes that share its steps; here, if count is 1."""
    if count == 1:
        work(*arguments)
        return
    with TemporaryDirectory() as folder:
        multiprocessing.spawn(_join, (count, Path(folder) / "rendezvous", work, arguments), nprocs=count)


def _join(rank: int, count: int, meeting: Path, work: Callable[..., None], arguments: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # torch sends it when the parent dies; in the background it is ignored
    os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo")
    torch.set_num_threads(max(1, (os.cpu_count() or 1) // count))
    distributed.init_process_group("gloo", init_method=meeting.as_uri(), rank=rank, world_size=count)
    try:
        work(*arguments)
    finally:
        distributed.destroy_process_group()
