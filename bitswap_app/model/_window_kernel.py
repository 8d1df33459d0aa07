"""The likelihood in compiled loops: from levels to intervals and back, without Python and without its lock.

The arithmetic is window.py's and coding/mixture.py's; here stand the loops around it, on blocks of rows that stay in a
core's cache through all layers. One file, because encoding and decoding are the same loops in two directions.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding import _jit, _prefetch, _wavefront_kernel, colour
from bitswap_app.coding import _kernel as coding
from bitswap_app.coding._types import Int16s, Int32s, Int64s, Uint32s
from bitswap_app.model import (
    _blending_kernel,
    _dense,
    _experts,
    _gathering,
    _gradients,
    _lanes,
    _local_squares_kernel,
    _mixture_errors,
    _mixtures,
    _packed,
    _regression_kernel,
    _tilting_kernel,
    _vectors,
    blending,
    context,
    learning,
    local_squares,
    regression,
    tilting,
)
from bitswap_app.model._blending_kernel import MOVED, VARIANCE, Opinion
from bitswap_app.model._experts import (
    BLOCK,
    Between,
    Experts,
    Network,
    Notes,
    Trail,
    Work,
    between_of,
    expert,
    new_work,
    room,
    shared_out,
)
from bitswap_app.model._gathering import Area, Window
from bitswap_app.model._mixtures import Mixtures

STRIP = 128  # columns of a region that are coded one after the other: what windows see of them fits the nearest cache


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files."""
    return _jit.kernel(
        function,
        calls=(
            coding,
            colour,
            _wavefront_kernel,
            _prefetch,
            blending,
            context,
            _blending_kernel,
            _dense,
            _experts,
            _gathering,
            _gradients,
            _lanes,
            _local_squares_kernel,
            _mixture_errors,
            _mixtures,
            _packed,
            _regression_kernel,
            _tilting_kernel,
            _vectors,
            learning,
            local_squares,
            regression,
            tilting,
        ),
    )


@kernel
def store_hidden(network: Network, x: NDArray[Any], rows: int, between: Between, row: int, hidden: Int16s) -> None:
    """All that does not depend on the pixel itself: hidden int16[N, 3 * head and more] from stored inputs x.

    between  from this row on takes what goes into all layers but the first
    """
    width, wide, all_kept = network.first.bias.size, between.wide[row:], len(between.activations) > 1
    features = network.hidden.weight.shape[1] * network.hidden.weight.shape[3] - width
    stream = np.empty((room(rows), width), np.float32)
    for n in range(rows):
        for f in range(features):
            wide[n, width + f] = x[n, network.context + f]

    depth = network.relu.size - 1
    _dense.store_stream(x, rows, network.first, network.relu[0], stream, between.activations[0, row:])
    for i in range(depth):
        place, following = (i, i + 1) if all_kept else (0, 0)
        a, branch = between.activations[place, row:], between.branches[place, row:]
        _dense.store_activations(a, rows, _dense.one_of(network.trunk, 2 * i), branch)
        target = between.activations[following, row:] if i + 1 < depth else wide
        _dense.add_to_stream(branch, rows, _dense.one_of(network.trunk, 2 * i + 1), network.relu[i + 1], stream, target)
    _dense.store_values(wide, rows, network.hidden, hidden)


@kernel
def store_parameters(
    network: Network, hidden: Int16s, channel: int, residuals: Int16s, rows: int, units: NDArray[Any], params: Int16s
) -> None:
    """The mixtures of a channel: params int16[N, 3 * mixture and more]. units is stored inputs[N, C], to work in."""
    first, earlier = channel * network.head, network.earlier[channel]
    _dense.store_head(hidden, first, residuals, rows, earlier, network.head_relu[channel], units)
    _dense.store_values(units, rows, _dense.one_of(network.out, channel), params)


@kernel
def hide(experts: Experts, window: Window, area: Area, ends: Int64s, work: Work, trail: Trail) -> None:
    """Gather and store_hidden, of the pixels of each expert from ends[i] to ends[i + 1] - 1."""
    for i in range(ends.size - 1):
        network = expert(experts, i)
        for begin in range(ends[i], ends[i + 1], BLOCK):
            rows = min(BLOCK, ends[i + 1] - begin)
            inputs, between, row = work.inputs, work.layers, np.int64(0)
            if trail.counts.size > 0:
                row = trail.counts[i]
                inputs, between = trail.inputs[i, row:], between_of(trail, i)
            _gathering.gather(area, window, network.context, work.places, begin, rows, inputs, work.guesses)
            store_hidden(network, inputs, rows, between, row, work.hidden[begin:])
            if trail.counts.size > 0:
                leave_trail(trail, i, begin, rows, work)


@kernel
def leave_trail(trail: Trail, i: int, begin: int, rows: int, work: Work) -> None:
    """Keep the rest of what an expert made of so many pixels."""
    first = trail.counts[i]
    for n in range(rows):
        trail.hidden[i, first + n] = work.hidden[begin + n]
        for c in range(3):
            trail.places[i, first + n, c] = work.places[begin + n, c]
            trail.guesses[i, c, first + n] = work.guesses[c, begin + n]
    trail.counts[i] = first + rows


@kernel
def mix(experts: Experts, channel: int, ends: Int64s, work: Work) -> None:
    """store_parameters of the same pixels, the first of which are work.params[0]."""
    for i in range(ends.size - 1):
        network = expert(experts, i)
        for begin in range(ends[i], ends[i + 1], BLOCK):
            rows, params = min(BLOCK, ends[i + 1] - begin), work.params[begin - ends[0] :]
            hidden, residuals = work.hidden[begin:], work.residuals[begin:]
            store_parameters(network, hidden, channel, residuals, rows, work.units, params)


@kernel
def bound(colours: int, channel: int, begin: int, end: int, work: Work) -> None:
    """Set the ends of a channel, of the pixels begin..end - 1, whose channels before it are known."""
    guesses, residuals, ends = work.guesses, work.residuals, work.ends
    for n in range(begin, end):
        luma, orange = guesses[0, n] + residuals[n, 0], guesses[1, n] + residuals[n, 1]
        ends[n, 0], ends[n, 1] = colour.ends_of(colours, channel, luma, orange)


@kernel
def note(experts: Experts, channel: int, ends: Int64s, work: Work, mixtures: Mixtures, notes: Notes) -> None:
    """Add what last layers are to learn from the same pixels, whose residuals are known by now."""
    for i in range(ends.size - 1):
        network, sums = expert(experts, i), notes.sums[i, channel]
        out, earlier = _dense.one_of(network.out, channel), network.earlier[channel]
        for begin in range(ends[i], ends[i + 1], BLOCK):
            rows = min(BLOCK, ends[i + 1] - begin)
            guesses, residuals = work.guesses[channel, begin:], work.residuals[begin:]
            first, scale = channel * network.head, network.head_relu[channel]
            _dense.store_head(work.hidden[begin:], first, residuals, rows, earlier, scale, work.units)
            for n in range(rows):
                notes.symbols[n] = guesses[n] + residuals[n, channel]
            params, multiples = work.params[begin - ends[0] :], notes.multiples[i, channel]
            _mixture_errors.store_mixture_errors(
                params, notes.symbols, guesses, work.ends[begin:], rows, mixtures, out.limits, multiples, notes.errors
            )
            _gradients.clear_beyond(notes.errors, rows)
            inputs, columns = out.weight.shape[1] * out.weight.shape[3], out.weight.shape[2]
            _gradients.gather_products(work.units, inputs, notes.errors, rows, columns, notes.left, notes.right, sums)


@kernel
def blend(opinion: Opinion, levels: Int16s, channel: int, begin: int, end: int, mixtures: Mixtures, work: Work) -> None:
    """Move the means of the pixels begin..end - 1, the first of which are work.params[0]."""
    _blending_kernel.blend(
        opinion.predictions,
        opinion.spreads,
        opinion.shares,
        opinion.moved,
        channel,
        work.places[begin:end],
        work.guesses[channel, begin:],
        mixtures.each,
        mixtures.exp,
        work.params,
    )
    _regression_kernel.correct(
        opinion.regressed,
        levels,
        channel,
        work.places[begin:end],
        work.guesses[:, begin:end],
        work.residuals[begin:],
        work.ends[begin:end],
        opinion.moved[:, MOVED],
        opinion.moved[:, VARIANCE],
        len(mixtures.each),
        work.params,
    )


@kernel
def learn_moves(opinion: Opinion, channel: int, begin: int, end: int, work: Work) -> None:
    """Learn from the residuals of the same pixels how far their means should have moved."""
    count, residuals = end - begin, work.residuals[begin:]
    _blending_kernel.note(opinion.sums, opinion.moved, channel, residuals, count)
    _regression_kernel.note(opinion.regressed, channel, work.places[begin:end], residuals)


@kernel
def ask(opinion: Opinion, area: Area, front: Int32s, count: int, channel: int, found: Int32s) -> None:
    """Predict a channel of a step's pixels, the channels before which are among the levels."""
    _local_squares_kernel.predict(opinion.squares, area, front, count, channel, found)
    predictions = opinion.predictions
    for n in range(count):
        i, y, x = front[n, 0], front[n, 1], front[n, 2]
        predictions[i, y, x, channel, 0], predictions[i, y, x, channel, 1] = found[n, 0], found[n, 1]


@kernel
def show(
    levels: Int16s, window: Window, places: Int32s, count: int, channel: int, guesses: Int16s, residuals: Int16s
) -> None:
    """Set the levels of a step's pixels."""
    for n in range(count):
        region, v, u = places[n, 0], places[n, 1] + window.up, places[n, 2] + window.left
        levels[region, v, u, channel] = guesses[channel, n] + residuals[n, channel]


@kernel
def fill(
    area: Area,
    mixtures: Mixtures,
    channel: int,
    symbols: Int32s,
    work: Work,
    opinion: Opinion,
    starts: Uint32s,
    freqs: Uint32s,
) -> int:
    """Fill starts and freqs for a channel's symbols, by work.params; 0 or a fault of coding/_kernel."""
    if opinion.predictions.size > 0:
        tilted: int = _tilting_kernel.intervals(
            opinion.tilting,
            mixtures,
            area.colours,
            channel,
            symbols,
            work.params,
            work.guesses,
            work.residuals,
            opinion.moved[:, MOVED],
            opinion.moved[:, VARIANCE],
            work.ends,
            starts,
            freqs,
        )
        return tilted
    fault: int = _mixtures.mixture_intervals(
        symbols,
        work.params,
        mixtures.each,
        work.guesses[channel],
        mixtures.lowest[channel],
        mixtures.counts[channel],
        work.ends,
        mixtures.cdf,
        mixtures.inverse_scale,
        mixtures.exp,
        starts,
        freqs,
    )
    return fault


@kernel
def end_of_block(pixels: Int32s, begin: int, together: int, opinion: Opinion) -> int:
    """Behind the last pixel that is coded together with one; of its step alone where the steps before are asked."""
    end = min(begin + together, len(pixels))
    if opinion.predictions.size == 0:
        return end
    slope = opinion.squares.slope
    for n in range(begin + 1, end):
        if pixels[n, 2] + slope * pixels[n, 1] != pixels[begin, 2] + slope * pixels[begin, 1]:
            return n
    return end


@kernel
def store_intervals_of(
    experts: Experts,
    window: Window,
    mixtures: Mixtures,
    area: Area,
    pixels: Int32s,
    starts: Uint32s,
    freqs: Uint32s,
    notes: Notes,
    opinion: Opinion,
) -> int:
    """Fill starts and freqs, uint32[R, H, W, 3], for pixels int32[N, 3]; 0 or a fault of coding/_kernel."""
    together = shared_out(experts)
    found, symbols = np.empty((2, together), np.uint32), np.empty((3, together), np.int32)
    raster = np.empty((together, 3), np.int32)
    work = new_work(experts, raster)
    places, guesses, residuals, levels = work.places, work.guesses, work.residuals, area.levels
    end = 0
    while end < len(pixels):
        begin, end = end, end_of_block(pixels, end, together, opinion)
        count = end - begin
        raster[:count] = pixels[begin:end]
        ends = _gathering.sort_by_expert(area, window, experts.activities, raster, 0, count, work.order, work.places)
        hide(experts, window, area, ends, work, notes.trail)
        for n in range(count):
            region, y, u = places[n, 0], places[n, 1], places[n, 2]
            for c in range(3):
                symbols[c, n] = levels[region, y + window.up, u + window.left, c]
                residuals[n, c] = symbols[c, n] - guesses[c, n]
        for c in range(3):
            if colour.is_settled(area.colours, c):
                for n in range(count):
                    region, y, u = places[n, 0], places[n, 1], places[n, 2]
                    starts[region, y, u, c], freqs[region, y, u, c] = 0, coding.WHOLE
                continue
            bound(area.colours, c, 0, count, work)
            mix(experts, c, ends, work)
            if opinion.predictions.size > 0:
                blend(opinion, levels, c, 0, count, mixtures, work)
                learn_moves(opinion, c, 0, count, work)
            fault: int = fill(area, mixtures, c, symbols[c, :count], work, opinion, found[0], found[1])
            if fault < 0:
                return fault
            if notes.sums.size > 0:
                note(experts, c, ends, work, mixtures, notes)
            for n in range(count):
                region, y, u = places[n, 0], places[n, 1], places[n, 2]
                starts[region, y, u, c], freqs[region, y, u, c] = found[0, n], found[1, n]
    return 0


@kernel
def store_intervals(
    experts: Experts,
    window: Window,
    mixtures: Mixtures,
    area: Area,
    region: int,
    first: int,
    last: int,
    starts: Uint32s,
    freqs: Uint32s,
    notes: Notes,
    opinion: Opinion,
) -> int:
    """store_intervals_of, for rows first..last - 1 of a region."""
    count = int((area.lasts[region, first:last] - area.firsts[region, first:last]).sum())
    pixels, n = np.empty((count, 3), np.int32), 0
    for left in range(0, area.features.shape[2], STRIP):
        for y in range(first, last):
            for x in range(max(left, area.firsts[region, y]), min(left + STRIP, area.lasts[region, y])):
                pixels[n, 0], pixels[n, 1], pixels[n, 2] = region, y, x
                n += 1
    fault: int = store_intervals_of(experts, window, mixtures, area, pixels, starts, freqs, notes, opinion)
    return fault


@kernel
def widest(area: Area, slope: int) -> int:
    """How many pixels a step has at most."""
    regions, height, width, _ = area.features.shape
    rows: int = min(height, 1 + width // slope) if slope > 0 else height
    return int(regions) * rows


@kernel
def pixels_of_steps(first: int, last: int, area: Area, slope: int, pixels: int) -> Int32s:
    """int32[pixels, 3]: all pixels of the steps first..last - 1, as many as they are known to have."""
    found, done = np.empty((pixels, 3), np.int32), 0
    for step in range(first, last):
        done += _gathering.pixels_of(step, area, slope, found[done:])
    return found


@kernel
def pop_channel(
    head: np.uint64,
    words: Uint32s,
    used: int,
    experts: Experts,
    mixtures: Mixtures,
    area: Area,
    channel: int,
    ends: Int64s,
    count: int,
    work: Work,
    symbols: Int32s,
    freqs: Uint32s,
    notes: Notes,
    opinion: Opinion,
) -> tuple[np.uint64, int]:
    """Pop a channel of a step's pixels into work.residuals; (head, used). ends: of each part's experts."""
    together, order, guesses, residuals = shared_out(experts), work.order, work.guesses, work.residuals
    for begin in range(0, count, together):
        end = min(begin + together, count)
        bound(area.colours, channel, begin, end, work)
        mix(experts, channel, ends[begin // together], work)
        if opinion.predictions.size > 0:
            blend(opinion, area.levels, channel, begin, end, mixtures, work)
        if opinion.predictions.size > 0:
            head, used = _tilting_kernel.pop(
                head,
                words,
                used,
                opinion.tilting,
                mixtures,
                area.colours,
                channel,
                order[begin:end],
                work.params,
                guesses[:, begin:end],
                residuals[begin:end],
                opinion.moved[:, MOVED],
                opinion.moved[:, VARIANCE],
                work.ends[begin:end],
                symbols,
                freqs[begin:end],
            )
        else:
            head, used = _mixtures.mixture_pop(
                head,
                words,
                used,
                work.params,
                mixtures.each,
                guesses[channel, begin:end],
                order[begin:end],
                mixtures.lowest[channel],
                mixtures.counts[channel],
                work.ends[begin:end],
                mixtures.cdf,
                mixtures.inverse_scale,
                mixtures.exp,
                mixtures.quantiles,
                symbols,
                freqs[begin:end],
            )
        if used < 0:
            return head, used
        for i in range(begin, end):
            n = begin + order[i]
            residuals[n, channel] = symbols[i - begin] - guesses[channel, n]
        if notes.sums.size > 0:
            note(experts, channel, ends[begin // together], work, mixtures, notes)
        if opinion.predictions.size > 0:
            learn_moves(opinion, channel, begin, end, work)
    return head, used


@kernel
def pop_steps(
    head: np.uint64,
    words: Uint32s,
    used: int,
    experts: Experts,
    window: Window,
    mixtures: Mixtures,
    area: Area,
    slope: int,
    first: int,
    last: int,
    freqs: Uint32s,
    notes: Notes,
    opinion: Opinion,
) -> tuple[np.uint64, int]:
    """Pop the pixels of the steps first..last - 1 of wavefront.py's order into area.levels; (head, used).

    freqs  uint32[N], of all symbols in the order in which they come
    """
    most, together, done = widest(area, slope), shared_out(experts), 0
    front, symbols = np.empty((most, 3), np.int32), np.empty(together, np.int32)
    work = new_work(experts, front)
    ends = np.empty((-(-most // together), experts.activities.size + 2), np.int64)
    places, guesses, residuals = work.places, work.guesses, work.residuals  # looked up once
    levels, is_asked, found = area.levels, opinion.predictions.size > 0, np.empty((most, 2), np.int32)
    for step in range(first, last):
        count = _gathering.pixels_of(step, area, slope, front)
        if is_asked:
            _local_squares_kernel.begin(opinion.squares, area, front, count)
        for begin in range(0, count, together):
            end = min(begin + together, count)
            ends[begin // together] = _gathering.sort_by_expert(
                area, window, experts.activities, front, begin, end, work.order, work.places
            )
        for begin in range(0, count, together):
            hide(experts, window, area, ends[begin // together], work, notes.trail)
        for c in range(3):
            if colour.is_settled(area.colours, c):  # residuals stay 0
                freqs[done : done + count] = coding.WHOLE
                done += count
                continue
            if is_asked:
                ask(opinion, area, front, count, c, found)
            head, used = pop_channel(
                head, words, used, experts, mixtures, area, c, ends, count, work, symbols, freqs[done:], notes, opinion
            )
            if used < 0:
                return head, used
            done += count
            if is_asked:
                show(levels, window, places, count, c, guesses, residuals)
                _local_squares_kernel.note(opinion.squares, area, front, count, c, found)
        for c in range(3):
            show(levels, window, places, count, c, guesses, residuals)
    return head, used
