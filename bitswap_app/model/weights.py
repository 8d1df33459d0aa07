"""Model files: one safetensors file holds config, integer weights, tables and known answers.

The model's id is the first 8 bytes of the SHA-256 of all tensors and the config, in a fixed order; it is what a
compressed file names. Nothing is unpickled.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from bitswap_app.coding.tables import LogisticTables
from bitswap_app.errors import ModelError
from bitswap_app.model.config import ModelConfig
from bitswap_app.model.layers import ACTIVATION_MAX, Dense

ID_BYTES = 8
FILE_VERSION = "1"


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """A model's integers.

    tensors  by name; a layer NAME has NAME.weight, .bias, .scale, .lowest, .highest, a rectifier one scale
    answers  digests by the name of what was asked (self_check.py)
    """

    config: ModelConfig
    tensors: Mapping[str, NDArray[np.generic]]
    answers: Mapping[str, str]

    @property
    def model_id(self) -> bytes:
        digest = hashlib.sha256(self.config.to_json().encode())
        for name in sorted(self.tensors):
            tensor = np.ascontiguousarray(self.tensors[name])
            digest.update(f"{name} {tensor.dtype.str} {tensor.shape}\n".encode() + tensor.tobytes())
        return digest.digest()[:ID_BYTES]

    @property
    def tables(self) -> LogisticTables:
        """Raises ModelError."""
        prefix = "tables."
        return LogisticTables.from_arrays(
            {name.removeprefix(prefix): t for name, t in self.tensors.items() if name.startswith(prefix)}
        )

    def layer(self, name: str, *, input_max: int = ACTIVATION_MAX, kernel: int = 1) -> Dense:
        """Raises ModelError if the file lacks the layer or its sums are not exact."""
        parts: dict[str, NDArray[Any]] = {}
        for part, dtype in (("weight", "i1"), ("bias", "i4"), ("scale", "f4"), ("lowest", "i4"), ("highest", "i4")):
            tensor = self._tensor(f"{name}.{part}")
            if tensor.dtype != np.dtype(dtype) or tensor.ndim != (2 if part == "weight" else 1):
                raise ModelError(
                    "The model's {name}.{part} is {kind}{shape}.",
                    name=name,
                    part=part,
                    kind=tensor.dtype,
                    shape=list(tensor.shape),
                )
            parts[part] = tensor
        if any(len(tensor) != len(parts["weight"]) for tensor in parts.values()):
            raise ModelError("The parts of the model's layer {name} differ in length.", name=name)
        return Dense(name=name, input_max=input_max, kernel=kernel, **parts)

    def array(self, name: str, dtype: type[np.generic]) -> NDArray[np.generic]:
        tensor = self._tensor(name)
        if tensor.dtype != dtype:
            raise ModelError(
                "The model's {name} is {kind}, not {wanted}.", name=name, kind=tensor.dtype, wanted=np.dtype(dtype)
            )
        return tensor

    def rectifier(self, name: str) -> float:
        """The scale of a rectifier: a float32, as a Python float."""
        scale = self.array(name, np.float32)
        if scale.shape != (1,) or not 0 < scale[0] < np.inf:
            raise ModelError("The model's {name} is no scale.", name=name)
        return float(scale[0])

    def expect_scales(self, name: str, lowest: NDArray[Any], highest: NDArray[Any]) -> None:
        """Raises ModelError if what a layer gives as indices of scales can lie outside the table."""
        count = self.tables.inverse_scale.size
        if lowest.min(initial=0) < 0 or highest.max(initial=0) >= count:
            raise ModelError(
                "The model's {name} can ask for scales outside its table of {count}.", name=name, count=count
            )

    def _tensor(self, name: str) -> NDArray[np.generic]:
        try:
            return self.tensors[name]
        except KeyError:
            raise ModelError("The model file lacks {name}.", name=name) from None

    def to_bytes(self) -> bytes:
        """The model file, the same bytes for the same model."""
        metadata = {
            "bitswap": FILE_VERSION,
            "config": self.config.to_json(),
            "id": self.model_id.hex(),
            "answers": json.dumps(dict(self.answers), sort_keys=True),
        }
        return _in_order(save({name: np.ascontiguousarray(t) for name, t in sorted(self.tensors.items())}, metadata))


def _in_order(file: bytes) -> bytes:
    """A safetensors file with its metadata sorted: the library writes them in another order every time."""
    end = 8 + int.from_bytes(file[:8], "little")
    header = json.loads(file[8:end])
    header["__metadata__"] = dict(sorted(header["__metadata__"].items()))
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text + file[end:]


def read_weights(path: Path) -> Weights:
    """Raises ModelError for a file that is absent, damaged, or not a model of this version."""
    try:
        with safe_open(path, "numpy") as file:
            metadata = file.metadata() or {}
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118  # not a mapping
    except (OSError, SafetensorError) as error:
        raise ModelError("The model file {path} cannot be read: {error}.", path=path, error=error) from error
    if metadata.get("bitswap") != FILE_VERSION:
        raise ModelError("{path} is not a Bit-Swap model of version {version}.", path=path, version=FILE_VERSION)
    try:
        config = ModelConfig.from_json(metadata["config"])
        weights = Weights(config, tensors, json.loads(metadata["answers"]))
    except (KeyError, ValueError) as error:
        raise ModelError("The model file {path} is damaged: {error}.", path=path, error=error) from error
    if not isinstance(weights.answers, dict):
        raise ModelError("The model file {path} is damaged: its known answers have no names.", path=path)
    if weights.model_id.hex() != metadata.get("id"):
        raise ModelError("The model file {path} was altered: its contents do not match its id.", path=path)
    return weights
