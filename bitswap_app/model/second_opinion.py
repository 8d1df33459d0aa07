"""What is asked beside networks that learn, along the wavefront.

Local least squares, a regression of residuals, and how often levels turn up.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.message import Message
from bitswap_app.coding.tables import LogisticTables
from bitswap_app.model.blending import Blend
from bitswap_app.model.context import Regions
from bitswap_app.model.local_squares import LocalSquares, Places
from bitswap_app.model.regression import Regression
from bitswap_app.model.tilting import Tilt


class SecondOpinion:
    """Of one batch. For each step begin(), then for each channel blend(), intervals() or pop(), and note().

    learn() after each lesson.
    """

    def __init__(self, regions: Regions, slope: int, tables: LogisticTables) -> None:
        self._squares, self._blend = LocalSquares(regions, slope), Blend(tables)
        self._regression, self._tilt = Regression(regions, slope), Tilt(tables, regions.colours)
        self._predictions = np.zeros(0, np.int64)

    def begin(self, at: Places) -> None:
        """Come to the pixels of a step, all before which are known."""
        self._squares.begin(at)
        self._regression.begin(at)

    def blend(
        self, channel: int, params: NDArray[np.int16], centres: NDArray[np.int16], levels: NDArray[np.int16]
    ) -> NDArray[np.int16]:
        """A channel's mixtures int16[N, 3 K] with other means.

        centres  int16[N, 3]
        levels   int16[N, 3], the pixels' own, of which those of the channels before are asked for
        """
        self._predictions = self._squares.predictions(channel, levels)
        beside = self._squares.errors_beside(channel)
        own = centres[:, channel]
        blended = self._blend.blend(channel, params, own, self._predictions, beside)
        return self._regression.correct(channel, blended, self._blend.moments, own, levels)

    def intervals(
        self, channel: int, params: NDArray[np.int16], centres: NDArray[np.int16], levels: NDArray[np.int16]
    ) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """(starts, freqs) of the channel of levels, by mixtures as blend() gave them; centres int16[N]."""
        return self._tilt.intervals(channel, params, centres, self._regression.moments, levels)

    def pop(
        self,
        message: Message,
        channel: int,
        params: NDArray[np.int16],
        centres: NDArray[np.int16],
        levels: NDArray[np.int16],
    ) -> NDArray[np.int32]:
        """int32[N], the same channel's levels; those before it are known. Raises EmptyMessage."""
        return self._tilt.pop(message, channel, params, centres, self._regression.moments, levels)

    def note(self, channel: int, levels: NDArray[np.int16], residuals: NDArray[np.int16]) -> None:
        """Learn how a channel turned out: levels, and residuals from the centres, int16[N, 3]."""
        self._squares.note(channel, self._predictions, levels)
        self._blend.note(channel, residuals[:, channel].astype(np.int64))
        self._regression.note(channel, residuals[:, channel])

    def learn(self) -> None:
        """From now on go by what has proved right so far."""
        self._blend.learn()
        self._regression.learn()
        self._tilt.learn()
