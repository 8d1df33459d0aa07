"""A model ready to run on a device, and the known-answer test that it must pass there first."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.tables import LogisticTables
from bitswap_app.errors import DeviceError
from bitswap_app.model.config import LATENT_MAX, ModelConfig
from bitswap_app.model.floats import floats_on
from bitswap_app.model.latent_networks import LatentChain, LatentNetworks, Logistics
from bitswap_app.model.layers import ACTIVATION_MAX
from bitswap_app.model.learning import PIXELS, Learns
from bitswap_app.model.learning_coder import CompiledLearner, StepwiseLearner, learns_exactly
from bitswap_app.model.pixel_coder import CompiledCoder, PixelCoder, StepwiseCoder
from bitswap_app.model.weights import Weights
from bitswap_app.model.window import FloatWindow, PackedWindow, WindowExperts
from bitswap_app.model.window_layers import INPUT_MAX, load_layers, load_window, network_names

log = logging.getLogger(__name__)

PATHS = ("int8", "int16", "float32")  # the fastest first: products of bytes or of 16 bits in kernels, and matmuls
PROBE_ROWS = 64
PROBE_SIDES = (32, 64)


@dataclass(frozen=True, slots=True, eq=False)
class Runtime:
    """Everything that coding tiles with a model needs. Its methods may be called from several threads at once.

    path     how the networks multiply, one of PATHS; the integers are the same
    learner  gives what codes pixels and learns from them
    """

    model_id: bytes
    config: ModelConfig
    tables: LogisticTables
    latents: LatentChain
    window: WindowExperts[Any]
    pixels: PixelCoder
    device: str
    path: str
    learner: Callable[[Learns], PixelCoder]

    def learning(self, learns: Learns = Learns.ALL) -> Runtime:
        """The same model, whose window networks learn from the pixels of each batch.

        Raises ModelError for natural gradients if the model has no curvatures.
        """
        return self if learns is Learns.NOTHING else replace(self, pixels=self.learner(learns))


def load_runtime(
    weights: Weights, device: str = "cpu", *, paths: tuple[str, ...] = PATHS, proven: bool = True
) -> Runtime:
    """The model on the CPU or a torch device, by the first of paths that gives the known answers.

    paths   of the CPU; on other devices only float32 runs
    proven  False takes the first path unasked, for an export that is to find the answers

    Raises DeviceError if none does or the device cannot be used, ModelError if the weights are not a whole model.
    """
    faults = []
    for path in paths if device == "cpu" else ("float32",):
        try:
            runtime = _build(weights, device, path)
            wrong = wrong_answers(runtime, weights) if proven else []
        except (
            RuntimeError,
            AssertionError,
            NotImplementedError,
            ImportError,
        ) as error:  # torch's, when a device or kernel is absent
            faults.append(f"{path}: {str(error).splitlines()[0] if str(error) else type(error).__name__}")
            continue
        if not wrong:
            return runtime
        faults.append(f"{path}: wrong answers for {', '.join(wrong[:3])}")
        log.warning("%s cannot run the model exactly by way of %s", device, path)
    raise DeviceError(
        "{device} cannot run the model exactly ({faults}); its files would not open elsewhere.",
        device=device,
        faults="; ".join(faults),
    )


def _build(weights: Weights, device: str, path: str) -> Runtime:
    config, tables, latents = weights.config, weights.tables, LatentNetworks(weights, device, path)
    layers = [load_window(weights, name) for name in network_names(config)]

    def plain(learns: Learns, enough: int) -> PixelCoder:
        return StepwiseLearner(config, layers, tables, floats_on("cpu"), learns, enough)

    if path == "float32":
        floats = floats_on(device)
        window: WindowExperts[Any] = WindowExperts(config, [FloatWindow(config, own, floats) for own in layers])
        pixels: PixelCoder = StepwiseCoder(config, window, tables)
        learner = Once(lambda learns: StepwiseLearner(config, layers, tables, floats, learns, PIXELS[learns]))
    else:
        packed = [PackedWindow(config, own, path) for own in layers]
        window = WindowExperts(config, packed)
        pixels = coder = CompiledCoder(config, packed, tables)

        def compiled(learns: Learns, enough: int) -> PixelCoder:
            return CompiledLearner(config, layers, packed, coder, learns, enough)

        learner = Once(
            lambda learns: _proven(partial(compiled, learns), partial(plain, learns), PIXELS[learns], config, path)
        )
    return Runtime(weights.model_id, config, tables, latents, window, pixels, device, path, learner)


def _proven(
    learner: Callable[[int], PixelCoder],
    plain: Callable[[int], PixelCoder],
    enough: int,
    config: ModelConfig,
    path: str,
) -> PixelCoder:
    """What learns by kernels, or the slow plain form where these do not give its integers."""
    if learns_exactly(learner, plain, config):
        return learner(enough)
    log.warning("The CPU cannot learn exactly by way of %s", path)
    return plain(enough)


class Once:
    """What gives the same coder whenever it is called alike, from any thread, made when it is first wanted."""

    def __init__(self, make: Callable[[Learns], PixelCoder]) -> None:
        self._make, self._lock = make, Lock()
        self._found: dict[Learns, PixelCoder] = {}

    def __call__(self, learns: Learns) -> PixelCoder:
        with self._lock:
            if learns not in self._found:
                self._found[learns] = self._make(learns)
            return self._found[learns]


def wrong_answers(runtime: Runtime, weights: Weights) -> list[str]:
    """The names of known answers that this runtime does not give; empty means that it is exact."""
    found = answers(runtime, weights)
    wrong = {name for name in weights.answers.keys() | found.keys() if weights.answers.get(name) != found.get(name)}
    return sorted(wrong.union(_inexact_latent_sums(runtime.latents)))


def answers(runtime: Runtime, weights: Weights) -> dict[str, str]:
    """Digests of what every network and every layer gives for fixed inputs, the largest possible ones among them."""
    return {
        name: _digest(*arrays)
        for name, arrays in {**_latent_answers(runtime), **_window_answers(runtime, weights)}.items()
    }


def _latent_answers(runtime: Runtime) -> Mapping[str, tuple[NDArray[Any], ...]]:
    networks, latents = runtime.latents, runtime.config.latents
    height, width = PROBE_SIDES
    results: dict[str, Logistics] = {}
    levels, residuals = (_probe(name, (1, height, width, 3), 255).astype(np.int16) for name in ("levels", "residuals"))
    results["posterior"] = networks.posterior(levels, residuals)
    maps = [
        _probe(f"z{i}", (1, layer.channels, height // layer.stride, width // layer.stride), LATENT_MAX).astype(np.int32)
        for i, layer in enumerate(latents)
    ]
    for i in range(1, len(latents)):
        results[f"above {i}"] = networks.above(i, maps[i - 1])
        results[f"below {i}"] = networks.below(i, maps[i])
    found: dict[str, tuple[NDArray[Any], ...]] = {name: (r.means, r.scales) for name, r in results.items()}
    return found | {"features": (networks.features(maps[0]),)}


def _inexact_latent_sums(networks: LatentChain) -> Iterator[str]:
    """The latent layers whose extreme sums are wrong: probes alone seldom reach where a multiplication saturates."""
    for name, layer in networks.layers.items():
        largest = np.full(layer.weight.shape[1], layer.input_max)
        least = np.zeros_like(largest) if layer.input_max == ACTIVATION_MAX else -largest
        rows = extreme_inputs(layer.weight, least, largest)
        exact = rows.astype(np.float64) @ layer.weight.T.astype(np.float64) + layer.bias  # integers far below 2**53
        if not np.array_equal(networks.sums(name, rows), exact):
            yield name


def _window_answers(runtime: Runtime, weights: Weights) -> Mapping[str, tuple[NDArray[Any], ...]]:
    config = runtime.config
    used = config.context_inputs + config.features
    inputs = _probe("rows", (PROBE_ROWS, used), 127).astype(np.int8)
    residuals = _probe("known", (PROBE_ROWS, 3), 255).astype(np.int16)
    found: dict[str, tuple[NDArray[Any], ...]] = {}
    for name, network in zip(network_names(config), runtime.window.networks, strict=True):
        hidden, which = network.hidden(inputs), name.removeprefix("window").removeprefix(".")
        found |= {f"mixture {which}{c}": (network.parameters(hidden, c, residuals),) for c in range(3)}
        for part, layer in load_layers(weights, name).items():
            largest = np.full(layer.weight.shape[1], layer.input_max)
            if part == "hidden":
                largest[config.width :] = INPUT_MAX  # features share the first layer's range
            signed = (largest == INPUT_MAX) | (part == "first")
            least = np.where(signed, -largest, 0)
            found[layer.name] = (network.sums(part, extreme_inputs(layer.weight, least, largest)),)
    return found


def extreme_inputs(weight: NDArray[np.int8], least: NDArray[np.int64], largest: NDArray[np.int64]) -> NDArray[np.int16]:
    """int16[N, in]: zeros, all least, all largest, and the inputs that make the sums of some outputs extreme.

    least, largest  int64[in], the range of each input
    """
    picked = weight[:: max(1, len(weight) // 16)]
    rows = [np.zeros_like(least)[None], least[None], largest[None]]
    rows += [np.where(picked > 0, largest, least), np.where(picked > 0, least, largest)]
    return np.concatenate(rows).astype(np.int16)


def _probe(name: str, shape: tuple[int, ...], largest: int) -> NDArray[np.int64]:
    """Integers in -largest..largest that depend on nothing but the arguments; some small, some at the ends."""
    count = int(np.prod(shape))
    raw = np.frombuffer(hashlib.shake_128(name.encode()).digest(2 * count), dtype="<u2").astype(np.int64)
    values = raw % (2 * largest + 1) - largest
    small = raw >> 13  # 0..7: most values near 0, as in pictures, and one in eight at an end
    values = np.where(small < 5, values >> 4, np.where(small == 7, np.where(values > 0, largest, -largest), values))
    return values.reshape(shape)


def _digest(*arrays: NDArray[Any]) -> str:
    digest = hashlib.sha256()
    for array in arrays:
        digest.update(np.ascontiguousarray(array).astype("<i4").tobytes())
    return digest.hexdigest()[:16]
