"""Which device the model runs on, and why. Probing touches drivers; choosing is a function of what it found."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bitswap_app.errors import DeviceError, Sentence


@dataclass(frozen=True, slots=True)
class Device:
    """A device of this machine.

    name   as torch calls it: "cpu", "cuda:0"
    exact  it gave the known answers, so its files open on every other machine
    note   how it multiplies, or why it is not exact; a phrase for people
    """

    name: str
    exact: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A device and, for people, why it was taken."""

    device: Device
    reason: str


def gpu_libraries() -> Path | None:
    """The folder of torch's libraries, if a torch is installed that was built for GPUs. It is not imported for that."""
    found = importlib.util.find_spec("torch")
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent / "lib"
    return folder if any(any(folder.glob(f"*torch_{name}.*")) for name in ("cuda", "hip")) else None


def present() -> list[str]:
    """The names of the devices that can be seen here, the fastest first."""
    if gpu_libraries() is None:
        return ["cpu"]
    import torch  # takes a second

    return [*(f"cuda:{i}" for i in range(torch.cuda.device_count())), "cpu"]


def probe(names: Sequence[str], check: Callable[[str], str]) -> list[Device]:
    """Ask each device the known answers.

    check  returns how the device multiplies, or raises DeviceError
    """
    found = []
    for name in names:
        try:
            found.append(Device(name, True, check(name)))
        except DeviceError as error:
            found.append(Device(name, False, error.sentence))
    return found


def choose(requested: str, found: Sequence[Device]) -> Choice:
    """The fastest exact device for "auto" (found is ordered, fastest first), else the one asked for.

    Raises DeviceError if that one is absent or inexact: a wrong file is worse than a slow one.
    """
    if requested == "auto":
        inexact = [device.name for device in found if not device.exact]
        for device in found:
            if device.exact:
                reason = Sentence("the fastest device that passed the self test")
                if inexact:
                    reason = Sentence("{reason}; {names} failed the self test", reason=reason, names=", ".join(inexact))
                return Choice(device, reason)
        raise DeviceError("No device passed the self test. Run `bitswap devices --check` for details.")
    for device in found:
        if requested in (device.name, device.name.split(":")[0]):
            if not device.exact:
                raise DeviceError(
                    "{device} failed the self test, so its files would not open elsewhere: {note}",
                    device=device.name,
                    note=device.note,
                )
            return Choice(device, Sentence("you asked for it"))
    raise DeviceError(
        "There is no {requested} device here; found {names}.",
        requested=requested,
        names=", ".join(d.name for d in found) or "none",
    )
