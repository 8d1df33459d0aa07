"""The pixels of a batch, given z1's features: their intervals all at once, or popped along the wavefront.

Two implementations that give the same integers: one asks a window network on any device batch by batch, the other runs
compiled kernels from levels to intervals and back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.colour import channel_ends
from bitswap_app.coding.message import FAULTS, Message
from bitswap_app.coding.mixture import mixture_intervals, mixture_pop
from bitswap_app.coding.tables import LogisticTables
from bitswap_app.coding.wavefront import wavefront_counts, wavefront_rows
from bitswap_app.model import _window_kernel
from bitswap_app.model._blending_kernel import Opinion, new_opinion
from bitswap_app.model._experts import Experts, Notes, new_trail, shared_out
from bitswap_app.model._gathering import Area, Window
from bitswap_app.model._mixtures import Mixtures
from bitswap_app.model._packed import OFFSET
from bitswap_app.model.blending import spreads_of
from bitswap_app.model.config import PIXEL_SUPPORT, ModelConfig
from bitswap_app.model.context import ContextGatherer, Regions, border_of
from bitswap_app.model.second_opinion import SecondOpinion
from bitswap_app.model.window import PackedWindow, WindowExperts, stacked_networks

ROWS_AT_ONCE = 1024  # of a window network when encoding
PIXELS_AT_ONCE = 32768  # of a compiled call: 20 to 50 ms, after which a caller hears of progress and may stop the work

Features = NDArray[np.int8]
Intervals = tuple[NDArray[np.uint32], NDArray[np.uint32]]
Tick = Callable[[int], None]
Places = tuple[NDArray[Any], NDArray[Any], NDArray[Any]]  # regions, ys, xs


class PixelCoder(Protocol):
    """Codes the pixels that the picture covers; features are int8[R, H, W, F], tick hears how many pixels are done."""

    def intervals(self, regions: Regions, features: Features, tick: Tick) -> Intervals:
        """(starts, freqs), uint32[R, H, W, 3], of regions.levels; 0 where there is no pixel."""

    def pop(self, message: Message, regions: Regions, features: Features, tick: Tick) -> None:
        """Fill regions.levels, in the order of coding/wavefront.py. Raises EmptyMessage."""


class StepwiseCoder:
    """By window networks, called from Python with the rows of a step."""

    def __init__(
        self,
        config: ModelConfig,
        window: WindowExperts[Any],
        tables: LogisticTables,
        opinion: SecondOpinion | None = None,
    ) -> None:
        """opinion: whom else to ask; pixels must come along the wavefront then."""
        self._config, self._window, self._tables, self._opinion = config, window, tables, opinion
        self._gatherer = ContextGatherer(config)

    def intervals(self, regions: Regions, features: Features, tick: Tick) -> Intervals:
        found = starts, freqs = self.no_intervals(regions)
        for i, covered in enumerate(regions.covered):
            ys, xs = np.nonzero(covered)
            for first in range(0, len(ys), ROWS_AT_ONCE):
                y, x = ys[first : first + ROWS_AT_ONCE], xs[first : first + ROWS_AT_ONCE]
                self.intervals_at((np.full(len(y), i), y, x), regions, features, found)
                tick(len(y))
        return starts, freqs

    def pop(self, message: Message, regions: Regions, features: Features, tick: Tick) -> None:
        slope = self._config.slope
        for step in range(len(wavefront_counts(regions.firsts, regions.lasts, slope))):
            at = wavefront_rows(step, regions.firsts, regions.lasts, slope)
            self.pop_at(at, message, regions, features)
            tick(len(at[0]))

    @staticmethod
    def no_intervals(regions: Regions) -> Intervals:
        """Zeros."""
        starts, freqs = (np.zeros(regions.inside.shape, dtype=np.uint32) for _ in range(2))
        return starts, freqs

    def intervals_at(self, at: Places, regions: Regions, features: Features, found: Intervals) -> None:
        """Set the intervals of some pixels."""
        hidden, predictors = self._context(at, regions, features)
        symbols = regions.inside[at].astype(np.int32)
        residuals = (symbols - predictors).astype(np.int16)
        if self._opinion is not None:
            self._opinion.begin(at)
        for c, (lowest, count) in enumerate(PIXEL_SUPPORT):
            params = self._parameters(hidden, c, predictors, residuals)
            if self._opinion is not None:
                own = self._opinion.intervals(c, params, predictors[:, c], regions.inside[at])
            else:
                ends = channel_ends(regions.colours, c, regions.inside[at])
                own = mixture_intervals(symbols[:, c], params, predictors[:, c], lowest, count, self._tables, ends)
            for whole, part in zip(found, own, strict=True):
                whole[(*at, c)] = part
            if self._opinion is not None:
                self._opinion.note(c, predictors + residuals, residuals)

    def pop_at(self, at: Places, message: Message, regions: Regions, features: Features) -> None:
        """Set the levels of some pixels that do not depend on each other."""
        hidden, predictors = self._context(at, regions, features)
        residuals = np.zeros(predictors.shape, dtype=np.int16)
        if self._opinion is not None:
            self._opinion.begin(at)
        for c, (lowest, count) in enumerate(PIXEL_SUPPORT):
            params = self._parameters(hidden, c, predictors, residuals)
            if self._opinion is not None:
                symbols = self._opinion.pop(message, c, params, predictors[:, c], predictors + residuals)
            else:
                ends = channel_ends(regions.colours, c, predictors + residuals)
                symbols = mixture_pop(message, params, predictors[:, c], lowest, count, self._tables, ends)
            residuals[:, c] = symbols - predictors[:, c]
            regions.inside[(*at, c)] = symbols
            if self._opinion is not None:
                self._opinion.note(c, predictors + residuals, residuals)

    def _parameters(
        self, hidden: Any, channel: int, predictors: NDArray[np.int16], residuals: NDArray[np.int16]
    ) -> NDArray[np.int16]:
        """A channel's mixtures, int16[N, 3 K], given the residuals of those before it."""
        params = self._window.parameters(hidden, channel, residuals)
        if self._opinion is None:
            return params
        return self._opinion.blend(channel, params, predictors, predictors + residuals)

    def inputs_at(self, at: Places, regions: Regions, features: Features) -> tuple[NDArray[np.int8], NDArray[np.int16]]:
        """The inputs int8[N, context_inputs + features] and predictors int16[N, 3] of some pixels."""
        rows, context = np.stack(at, axis=1).astype(np.int32), self._config.context_inputs
        inputs = np.empty((len(rows), context + self._config.features), dtype=np.int8)
        predictors = np.empty((len(rows), 3), dtype=np.int16)
        self._gatherer.gather(regions, rows, inputs, predictors)
        inputs[:, context:] = features[at]
        return inputs, predictors

    def _context(self, at: Places, regions: Regions, features: Features) -> tuple[Any, NDArray[np.int16]]:
        """The window network's hidden state and the predictors of some pixels."""
        inputs, predictors = self.inputs_at(at, regions, features)
        return self._window.hidden(inputs), predictors


class CompiledCoder:
    """By kernels that hold a block of rows in a core's cache from levels to intervals."""

    def __init__(self, config: ModelConfig, window: Sequence[PackedWindow], tables: LogisticTables) -> None:
        """window: one network for each range of activity."""
        self.experts = Experts(stacked_networks([w.network for w in window]), np.array(config.activities, np.int64))
        self.slope = config.slope
        rows = np.array([(row.up, row.first, row.last - row.first + 1) for row in config.window], dtype=np.int64)
        border = border_of(config)
        self.window = Window(rows, border.up, border.left, config.grid)
        lowest, counts = (np.array(ends, dtype=np.int64) for ends in zip(*PIXEL_SUPPORT, strict=True))
        self.mixtures = Mixtures(
            lowest,
            counts,
            tables.cdf_beyond,
            tables.inverse_scale,
            tables.exp,
            tables.quantiles,
            (0,) * config.mixture,
        )
        stored, weights = self.experts.networks.stored.dtype, self.experts.networks.out.weight.dtype
        self.no_notes = Notes(
            multiples=np.zeros((0, 0, 0), np.float32),
            symbols=np.zeros(0, np.int32),
            errors=np.zeros((0, 0), stored),
            left=np.zeros((0, 0, 0), stored),
            right=np.zeros((0, 0, 0), weights),
            sums=np.zeros((0, 0, 0, 0), np.int32),
            trail=new_trail(self.experts, 0),
        )

        self._spreads = spreads_of(tables)
        self.no_opinion = self.opinion((0, 0, 0))

    def opinion(self, shape: tuple[int, int, int]) -> Opinion:
        """A second opinion on regions [R, H, W], of which nothing is known."""
        _, height, width = shape
        most = shape[0] * min(height, 1 + width // self.slope)
        return new_opinion(
            shape,
            self.slope,
            self.window.up,
            self.window.left,
            most,
            self._spreads,
            shared_out(self.experts),
            len(self.mixtures.each),
        )

    def intervals(self, regions: Regions, features: Features, tick: Tick) -> Intervals:
        starts, freqs = (np.zeros(regions.inside.shape, dtype=np.uint32) for _ in range(2))
        area, widths = self.area(regions, features), regions.lasts - regions.firsts
        for i in range(len(widths)):
            for first, last, pixels in _spans(widths[i]):
                fault = _window_kernel.store_intervals(
                    self.experts,
                    self.window,
                    self.mixtures,
                    area,
                    i,
                    first,
                    last,
                    starts,
                    freqs,
                    self.no_notes,
                    self.no_opinion,
                )
                if fault:
                    raise ValueError(FAULTS[fault])
                tick(pixels)
        return starts, freqs

    def pop(self, message: Message, regions: Regions, features: Features, tick: Tick) -> None:
        area = self.area(regions, features)
        for first, last, pixels in _spans(wavefront_counts(regions.firsts, regions.lasts, self.slope)):
            self.pop_steps(message, self.experts, area, first, last, pixels, self.no_notes, self.no_opinion)
            tick(pixels)

    def pop_steps(
        self,
        message: Message,
        experts: Experts,
        area: Area,
        first: int,
        last: int,
        pixels: int,
        notes: Notes,
        opinion: Opinion,
    ) -> None:
        """Pop the steps [first, last), which have so many pixels, by networks that may have learnt."""
        freqs = np.empty(3 * pixels, dtype=np.uint32)
        message.pop_with(
            _window_kernel.pop_steps,
            experts,
            self.window,
            self.mixtures,
            area,
            self.slope,
            first,
            last,
            freqs,
            notes,
            opinion,
        )
        message.book_pop(freqs)

    def area(self, regions: Regions, features: Features) -> Area:
        """Regions whose levels the kernels read, and set."""
        stored = (features.view(np.uint8) ^ OFFSET).astype(self.experts.networks.stored.dtype, copy=False)
        return Area(regions.levels, stored, regions.firsts, regions.lasts, regions.phases, int(regions.colours))


def _spans(counts: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """The rows or steps [first, last) of each call, which have so many pixels, and their pixels."""
    ends, first = np.cumsum(counts), 0
    while first < len(counts):
        before = ends[first] - counts[first]
        last = max(first + 1, int(np.searchsorted(ends, before + PIXELS_AT_ONCE, side="right")))
        yield first, last, int(ends[last - 1] - before)
        first = last
