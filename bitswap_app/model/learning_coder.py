"""Pixel coders whose networks learn from what they have coded (learning.py), anew in each batch.

Lessons are given along the wavefront, so an encoder takes the same steps as a decoder: after a step that leaves as
many pixels waiting as make a lesson, or more, all that wait are learnt from. The plain form and that by kernels stand
in one file, to be read against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.colour import to_ycocg
from bitswap_app.coding.message import FAULTS, Message
from bitswap_app.coding.tables import LogisticTables
from bitswap_app.coding.wavefront import wavefront_counts, wavefront_rows
from bitswap_app.errors import ModelError
from bitswap_app.model import (
    _learning_kernel,
    _local_squares_kernel,
    _natural_kernel,
    _regression_kernel,
    _window_kernel,
)
from bitswap_app.model._blending_kernel import Opinion
from bitswap_app.model._experts import Experts, Notes, expert, new_trail
from bitswap_app.model._gathering import Area
from bitswap_app.model._learning_kernel import Desk, Learning, Pupil
from bitswap_app.model._natural_kernel import Naturals
from bitswap_app.model._packed import OFFSET, Packed, PackedLayer, stacked
from bitswap_app.model._tilting_kernel import counts_of
from bitswap_app.model.blending import shares_of
from bitswap_app.model.config import ModelConfig
from bitswap_app.model.context import Regions, experts_of, regions_alone
from bitswap_app.model.floats import Floats
from bitswap_app.model.layers import STREAM_MAX, Dense
from bitswap_app.model.learning import (
    BIAS_SHARES,
    ERROR_MAX,
    EXPONENTS,
    Gradients,
    LearningNetwork,
    Learns,
    bias_room,
    kind_of,
    lessons,
    step_of,
    weight_shares,
)
from bitswap_app.model.pixel_coder import CompiledCoder, Features, Intervals, PixelCoder, Places, StepwiseCoder, Tick
from bitswap_app.model.second_opinion import SecondOpinion
from bitswap_app.model.window import FloatWindow, PackedWindow, WindowExperts
from bitswap_app.model.window_layers import HEADS, WindowLayers

_PROBE = (12, 32)  # sides of a region


class StepwiseLearner:
    """A PixelCoder, called from Python with the rows of a step."""

    def __init__(
        self,
        config: ModelConfig,
        layers: Sequence[WindowLayers],
        tables: LogisticTables,
        floats: Floats[Any],
        learns: Learns,
        enough: int,
    ) -> None:
        """layers: of one network for each range of activity. enough: pixels of a lesson, at least.

        Raises ModelError for natural gradients without curvatures.
        """
        _expect_curvatures(layers, learns)
        self._config, self._layers, self._tables, self._floats = config, tuple(layers), tables, floats
        self._learns, self._enough = learns, enough

    def intervals(self, regions: Regions, features: Features, tick: Tick) -> Intervals:
        return self.intervals_and_gradients(regions, features, tick)[0]

    def intervals_and_gradients(
        self, regions: Regions, features: Features, tick: Tick
    ) -> tuple[Intervals, Sequence[Gradients]]:
        """The intervals, and of each network what its layers learnt by, where all do."""
        found, networks = StepwiseCoder.no_intervals(regions), self._networks(regions)
        for coder, steps in self._lessons(networks, regions, features):
            for at in steps:
                coder.intervals_at(at, regions, features, found)
                tick(len(at[0]))
        return found, [network.gradients for network in networks]

    def pop(self, message: Message, regions: Regions, features: Features, tick: Tick) -> None:
        for coder, steps in self._lessons(self._networks(regions), regions, features):
            for at in steps:
                coder.pop_at(at, message, regions, features)
                tick(len(at[0]))

    def _networks(self, regions: Regions) -> Sequence[LearningNetwork]:
        return [LearningNetwork(self._config, own, self._tables, regions.colours) for own in self._layers]

    def _lessons(
        self, networks: Sequence[LearningNetwork], regions: Regions, features: Features
    ) -> Iterator[tuple[StepwiseCoder, list[Places]]]:
        """The steps of each lesson and what codes them; they are learnt from once the caller has coded them."""
        config, slope = self._config, self._config.slope
        counts = wavefront_counts(regions.firsts, regions.lasts, slope)
        opinion = SecondOpinion(regions, slope, self._tables) if self._learns is Learns.ALL else None
        for lesson, (first, last, _) in enumerate(lessons(counts, self._enough)):
            windows = [FloatWindow(config, network.layers, self._floats) for network in networks]
            coder = StepwiseCoder(config, WindowExperts(config, windows), self._tables, opinion)
            steps = [wavefront_rows(step, regions.firsts, regions.lasts, slope) for step in range(first, last)]
            yield coder, steps
            if last < len(counts):
                region, y, x = (np.concatenate(parts) for parts in zip(*steps, strict=True))
                symbols = regions.inside[region, y, x]
                self._learn(networks, windows, lesson, *coder.inputs_at((region, y, x), regions, features), symbols)
                if opinion is not None:
                    opinion.learn()

    def _learn(
        self,
        networks: Sequence[LearningNetwork],
        windows: Sequence[FloatWindow],
        lesson: int,
        inputs: NDArray[np.int8],
        predictors: NDArray[np.int16],
        symbols: NDArray[np.int16],
    ) -> None:
        which = experts_of(inputs, self._config)
        for i, (network, window) in enumerate(zip(networks, windows, strict=True)):
            own = which == i
            known = predictors[own], symbols[own].astype(np.int32)
            if self._learns is Learns.LAST:  # without pixels too: weights beyond their limits then come back to them
                network.learn_last(lesson, self._floats.integers(window.hidden(inputs[own]), np.int64), *known)
            elif own.any():
                network.learn(inputs[own], *known)


class CompiledLearner:
    """A PixelCoder by kernels, that begins each batch with the networks of another one."""

    def __init__(
        self,
        config: ModelConfig,
        layers: Sequence[WindowLayers],
        packed: Sequence[PackedWindow],
        coder: CompiledCoder,
        learns: Learns,
        enough: int,
    ) -> None:
        """packed: the same networks as layers. enough: pixels of a lesson, at least.

        Raises ModelError for natural gradients without curvatures.
        """
        _expect_curvatures(layers, learns)
        self._layers, self._coder, self._learns, self._enough = tuple(layers), coder, learns, enough
        self._pupils = [_pupil(config, own, window) for own, window in zip(layers, packed, strict=True)]
        self._curvatures = [
            _natural_kernel.new_naturals(config, own.curvatures, window.network)
            for own, window in zip(layers, packed, strict=True)
            if learns is Learns.ALL
        ]

    def intervals(self, regions: Regions, features: Features, tick: Tick) -> Intervals:
        return self._intervals(self._learners(), regions, features, tick)

    def intervals_and_gradients(
        self, regions: Regions, features: Features, tick: Tick
    ) -> tuple[Intervals, Sequence[Gradients]]:
        """As StepwiseLearner's."""
        learners = self._learners()
        if not isinstance(learners, _AllLayers):
            return self._intervals(learners, regions, features, tick), [{} for _ in self._pupils]
        learners.keep_gradients()
        found = self._intervals(learners, regions, features, tick)
        each = zip(self._layers, learners.kept, self._pupils, strict=True)
        return found, [_named(own, sums, pupil) for own, sums, pupil in each]

    def _intervals(
        self, learners: _AllLayers | _LastLayers, regions: Regions, features: Features, tick: Tick
    ) -> Intervals:
        coder, found = self._coder, StepwiseCoder.no_intervals(regions)
        area = coder.area(regions, features)
        opinion = self._opinion(regions)
        if opinion.predictions.size:
            _local_squares_kernel.store_all(opinion.squares, area, opinion.predictions)
        for lesson in self._lessons(learners, regions, area, opinion):
            places = _window_kernel.pixels_of_steps(lesson.first, lesson.last, area, coder.slope, lesson.pixels)
            fault = _window_kernel.store_intervals_of(
                lesson.experts, coder.window, coder.mixtures, area, places, *found, lesson.notes, opinion
            )
            if fault:
                raise ValueError(FAULTS[fault])
            tick(lesson.pixels)
        return found

    def pop(self, message: Message, regions: Regions, features: Features, tick: Tick) -> None:
        area, opinion = self._coder.area(regions, features), self._opinion(regions)
        for lesson in self._lessons(self._learners(), regions, area, opinion):
            self._coder.pop_steps(
                message, lesson.experts, area, lesson.first, lesson.last, lesson.pixels, lesson.notes, opinion
            )
            tick(lesson.pixels)

    def _learners(self) -> _AllLayers | _LastLayers:
        if self._learns is Learns.ALL:
            return _AllLayers(self._coder, self._pupils, self._curvatures)
        return _LastLayers(self._coder, self._pupils)

    def _opinion(self, regions: Regions) -> Opinion:
        """Nobody's, where only last layers learn."""
        if self._learns is not Learns.ALL:
            return self._coder.no_opinion
        count, height, width, _ = regions.inside.shape
        return self._coder.opinion((count, height, width))

    def _lessons(
        self, learners: _AllLayers | _LastLayers, regions: Regions, area: Area, opinion: Opinion
    ) -> Iterator[_Lesson]:
        """They are learnt from once the caller has coded them."""
        coder = self._coder
        counts = wavefront_counts(regions.firsts, regions.lasts, coder.slope)
        every = list(lessons(counts, self._enough))
        learners.begin(max((pixels for _, _, pixels in every), default=0))
        for lesson, (first, last, pixels) in enumerate(every):
            yield _Lesson(learners.experts, learners.notes, first, last, pixels)
            if last < len(counts):  # else nothing is left to be coded better
                learners.learn(lesson, area)
                if opinion.predictions.size:
                    opinion.shares[:] = shares_of(opinion.sums)
                    _regression_kernel.learn(opinion.regressed)
                    counts_of(opinion.tilting).learn()


class _AllLayers:
    """A batch's networks, all of which learns by what went into its layers when the pixels of a lesson were coded."""

    def __init__(self, coder: CompiledCoder, pupils: Sequence[Pupil], curvatures: Sequence[Naturals]) -> None:
        """curvatures: of each network."""
        self.experts, self.notes = _copied(coder.experts), coder.no_notes
        self._curvatures = curvatures
        self._board = _natural_kernel.new_board(curvatures[0], coder.experts.networks.first.weight.dtype)
        self._coder, self._pupils = coder, _copied(list(pupils))
        self.kept: list[Sums] = []  # sums of the gradients so far, where they are kept
        self._networks = [expert(self.experts, i) for i in range(len(pupils))]
        self._desk = _learning_kernel.new_desk(self._networks[0], self._pupils[0])
        for network, pupil in zip(self._networks, self._pupils, strict=True):
            _learning_kernel.begin(network, pupil, self._desk)

    def keep_gradients(self) -> None:
        """Keep what is learnt by from now on."""
        self.kept = [Sums(*(np.zeros(sums.shape, np.int64) for sums in sums_on(self._desk))) for _ in self._pupils]

    def begin(self, most: int) -> None:
        """Lessons have so many pixels at most."""
        self.notes = self.notes._replace(trail=new_trail(self.experts, most))

    def learn(self, lesson: int, area: Area) -> None:  # noqa: ARG002  # all lessons are alike
        coder, desk, trail = self._coder, self._desk, self.notes.trail
        for i, (network, pupil) in enumerate(zip(self._networks, self._pupils, strict=True)):
            pixels = _learning_kernel.study(network, pupil, coder.window, coder.mixtures, area, trail, i, desk)
            if not pixels:
                continue
            if self.kept:
                for kept, sums in zip(self.kept[i], sums_on(desk), strict=True):
                    np.add(kept, sums, out=kept)
            _natural_kernel.learn(network, pupil, self._curvatures[i], pixels, desk, self._board)


class _LastLayers:
    """A batch's networks, whose heads' last layers learn from what was noted when the pixels were coded."""

    def __init__(self, coder: CompiledCoder, pupils: Sequence[Pupil]) -> None:
        networks = coder.experts.networks
        self.experts = coder.experts._replace(networks=networks._replace(out=_copied(networks.out)))
        self._networks = [expert(self.experts, i) for i in range(len(pupils))]
        self.notes = _learning_kernel.new_notes(self.experts, pupils)
        self._lasts = [_copied(pupil.out._replace(back=_cleared(pupil.out.back))) for pupil in pupils]
        self._moved = _learning_kernel.new_room(self._lasts[0], networks.out)

    def begin(self, most: int) -> None:
        """However many pixels lessons have, their sums take no more room."""

    def learn(self, lesson: int, area: Area) -> None:  # noqa: ARG002  # sums were noted
        for i, network in enumerate(self._networks):
            _learning_kernel.learn_last(self._lasts[i], network.out, step_of(lesson), self.notes.sums[i], self._moved)


@dataclass(frozen=True, slots=True)
class _Lesson:
    """The steps [first, last), how many pixels they have, the networks that code them, and what is noted meanwhile."""

    experts: Experts
    notes: Notes
    first: int
    last: int
    pixels: int


def _expect_curvatures(layers: Sequence[WindowLayers], learns: Learns) -> None:
    if learns is Learns.ALL and not all(own.curvatures for own in layers):
        raise ModelError("The model file lacks {name}.", name="curvatures")


def learns_exactly(
    learner: Callable[[int], PixelCoder], plain: Callable[[int], PixelCoder], config: ModelConfig
) -> bool:
    """Whether a learner gives the intervals of the plain one, for a few pixels of all kinds.

    learner, plain  makers of coders, from the pixels of a lesson
    """
    random, pixels = np.random.default_rng(0), int(np.prod(_PROBE))
    steps = random.integers(-3, 4, (1, *_PROBE, 3)).cumsum(1).cumsum(2)
    levels = to_ycocg((steps + 128).clip(0, 255).astype(np.uint8))
    features = random.integers(-127, 128, (1, *_PROBE, config.features)).astype(np.int8)
    height, width = (np.array([side], np.int64) for side in _PROBE)
    regions = regions_alone(config, levels, height, width, np.zeros((1, 2), np.int64))
    found, wanted = (make(pixels // 4).intervals(regions, features, lambda _: None) for make in (learner, plain))
    return all(np.array_equal(a, b) for a, b in zip(found, wanted, strict=True))


def _pupil(config: ModelConfig, layers: WindowLayers, window: PackedWindow) -> Pupil:
    """What the kernels learn with. Raises ModelError for biases without room to learn."""
    dense, scales = layers.dense, layers.scales
    width = config.width

    def by(name: str, above: str) -> int:
        return EXPONENTS[kind_of(name)] - (EXPONENTS[kind_of(above)] if above else 0)

    def learning(name: str, gradients: NDArray[np.float32], largest: int) -> Learning:
        return _learning(window.layers[name], dense[name], gradients, largest)

    trunk = []
    for i in range(config.depth):
        a, b = f"trunk.{i}.a", f"trunk.{i}.b"
        to_stream = np.ldexp(np.full(width, scales[f"trunk.{i}.relu_a"], np.float32), by("stream", a))
        trunk += [
            learning(a, to_stream, STREAM_MAX),
            learning(b, np.ldexp(dense[a].scale, by(a, b)), ERROR_MAX),
        ]
    out = []
    for c, name in enumerate(HEADS):
        rate = np.full(config.head, scales[f"head_relu.{c}"], np.float32)
        part = dense["hidden"].scale[c * config.head : (c + 1) * config.head] * rate
        out.append(learning(name, np.ldexp(part, by("hidden", name)), ERROR_MAX))
    to_stream = np.ldexp(np.full(width, scales["relu"], np.float32), by("stream", "hidden"))

    def widened(name: str, above: str) -> NDArray[np.float32]:
        values = np.ldexp(dense[name].scale, by(name, above))
        return np.pad(values, (0, window.layers[name].packed.bias.size - len(values)))

    return Pupil(
        first=learning("first", np.zeros(0, np.float32), 0),
        trunk=_together(trunk),
        hidden=learning("hidden", to_stream, STREAM_MAX),
        out=_together(out),
        to_first=widened("first", "stream"),
        to_branch=np.stack([widened(f"trunk.{i}.b", "stream") for i in range(config.depth)]),
        to_out=np.stack([widened(name, "") for name in HEADS]),
    )


class Sums(NamedTuple):
    """Gradients of a network's layers as the kernels gather them (_learning_kernel.Desk)."""

    first: NDArray[Any]
    trunk: NDArray[Any]
    hidden: NDArray[Any]
    out: NDArray[Any]


def sums_on(desk: Desk) -> Sums:
    """Those of a lesson."""
    return Sums(desk.first_sums, desk.trunk_sums, desk.hidden_sums, desk.out_sums)


def _named(layers: WindowLayers, sums: Sums, pupil: Pupil) -> Gradients:
    """Sums by the names of a network's layers."""
    each = [(pupil.first, sums.first), *((pupil.trunk, part) for part in sums.trunk)]
    each += [(pupil.hidden, sums.hidden), *((pupil.out, part) for part in sums.out)]
    found = {}
    for (name, layer), (own, part) in zip(layers.dense.items(), each, strict=True):
        kinds, outputs = own.kinds, len(layer.bias)
        # Of inputs that are stored plus OFFSET, too much by what the errors themselves sum to.
        by_weights = part[: len(kinds)] - OFFSET * (kinds == 2)[:, None] * part[len(kinds)]
        found[name] = np.concatenate([by_weights[kinds > 0], part[len(kinds), None]])[:, :outputs]
    return found


def _learning(layer: PackedLayer, dense: Dense, gradients: NDArray[np.float32], largest: int) -> Learning:
    """gradients: what multiplies those by the layer's first inputs, and to what they are clamped."""
    kinds, outputs = layer.kinds, layer.packed.bias.size
    shares, bias = np.zeros((len(kinds), outputs), np.int16), np.zeros(outputs, np.int32)
    shares[kinds > 0, : len(dense.bias)] = weight_shares(dense.weight).T
    bias[: len(dense.bias)] = dense.bias * BIAS_SHARES
    columns, group = layer.packed.weight.shape[2:]
    panels = max(1, -(-len(gradients) // columns))
    limits = np.zeros((3, panels * columns), np.float32)
    limits[0, : len(gradients)], limits[1], limits[2] = gradients, -largest, largest
    weight = np.zeros((panels, outputs // group, columns, group), layer.packed.weight.dtype)
    back = Packed(weight, np.zeros(panels * columns, np.int32), limits)
    return Learning(shares, bias, np.array([bias_room(dense) * BIAS_SHARES], np.int64), kinds, back)


def _together(parts: Sequence[Learning]) -> Learning:
    """Layers of one shape in one."""
    shares, bias, room, kinds, back = zip(*parts, strict=True)
    return Learning(np.stack(shares), np.stack(bias), np.stack(room), kinds[0], stacked(list(back)))


def _cleared(back: Packed) -> Packed:
    """A layer without weights."""
    return back._replace(weight=back.weight[:, :0])


def _copied(value: Any) -> Any:
    """Arrays, and lists and tuples of them and of such, with memory of their own."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, list):
        return [_copied(part) for part in value]
    return type(value)(*(_copied(part) for part in value)) if hasattr(value, "_fields") else value
