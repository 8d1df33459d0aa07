"""Local least squares: what they predict, that both forms give the same integers, and that nothing to come is used."""

import numpy as np
import pytest
from tiny_model import picture

from bitswap_app.coding.colour import Colours, to_ycocg
from bitswap_app.coding.wavefront import wavefront_counts, wavefront_rows
from bitswap_app.model import _local_squares_kernel
from bitswap_app.model._gathering import Area
from bitswap_app.model.config import STANDARD, TINY
from bitswap_app.model.context import regions_alone
from bitswap_app.model.local_squares import (
    BESIDE,
    CALM,
    OTHER,
    OWN,
    STEPS,
    UNKNOWN_ERROR,
    LocalSquares,
    is_before,
    variables_of,
)

SLOPE = STANDARD.slope


def regions_of(pixels, *, heights=None, widths=None, colours=Colours.YCOCG):
    levels = to_ycocg(pixels)
    levels = levels[None] if levels.ndim == 3 else levels
    count, height, width, _ = levels.shape
    heights, widths = (
        np.array(sides or [side] * count, np.int64) for sides, side in ((heights, height), (widths, width))
    )
    return regions_alone(STANDARD, levels, heights, widths, np.zeros((count, 2), np.int64), colours)


def by_steps(regions, slope=SLOPE):
    """(predictions, errors beside), int64[R, H, W, 3], in the plain form."""
    squares = LocalSquares(regions, slope)
    found = np.zeros((2, *regions.inside.shape), np.int64)
    for step in range(len(wavefront_counts(regions.firsts, regions.lasts, slope))):
        at = wavefront_rows(step, regions.firsts, regions.lasts, slope)
        squares.begin(at)
        levels = regions.inside[at]
        for c in range(3):
            found[(0, *at, c)] = predictions = squares.predictions(c, levels)
            found[(1, *at, c)] = squares.errors_beside(c)
            squares.note(c, predictions, levels)
    return found


def by_kernels(regions, slope=SLOPE):
    count, height, width, _ = regions.inside.shape
    up, left, _ = regions.border
    squares = _local_squares_kernel.new_squares((count, height, width), slope, up, left, count * height)
    features = np.zeros((count, height, width, 1), np.uint8)
    area = Area(regions.levels, features, regions.firsts, regions.lasts, regions.phases, int(regions.colours))
    found = np.zeros((count, height, width, 3, 2), np.int16)
    _local_squares_kernel.store_all(squares, area, found)
    return np.moveaxis(found, -1, 0)


@pytest.fixture(autouse=True)
def compiled():
    if not hasattr(_local_squares_kernel.store_all, "overloads"):
        pytest.skip("These kernels are vectors of LLVM's.")


@pytest.mark.parametrize("slope", [1, 2, SLOPE])
@pytest.mark.parametrize("colours", list(Colours))
def test_both_forms_give_the_same_integers(slope, colours):
    pixels = np.stack([picture(21, 30), picture(60, 30)[39:, :]])
    regions = regions_of(pixels, heights=[21, 17], widths=[30, 11], colours=colours)
    if colours is Colours.GREY:
        regions.inside[..., 1:] = 0
    plain, found = by_steps(regions, slope), by_kernels(regions, slope)
    channels = 1 if colours is Colours.GREY else 3  # kernels do not ask for what is settled
    np.testing.assert_array_equal(found[..., :channels], plain[..., :channels])


def test_rows_may_begin_and_end_where_they_like():
    regions = regions_of(picture(24, 40))
    regions.firsts[0, 12:], regions.lasts[0, :12] = 10, 30
    regions.levels[..., 3] = 0
    regions.levels[:, regions.border.up :, regions.border.left : regions.border.left + 40, 3][regions.covered] = 1
    np.testing.assert_array_equal(by_kernels(regions), by_steps(regions))


def test_what_is_to_come_changes_nothing():
    pixels = picture(16, 20)
    regions = regions_of(pixels)
    wanted = by_steps(regions)
    random, steps = np.random.default_rng(0), np.arange(20) + SLOPE * np.arange(16)[:, None]
    for step in (5, 20, 45):
        other = regions_of(pixels)
        later = steps >= step
        other.inside[0, later] = to_ycocg(random.integers(0, 256, (1, int(later.sum()), 3)).astype(np.uint8))[0]
        found = by_steps(other)
        np.testing.assert_array_equal(found[:, 0, steps < step], wanted[:, 0, steps < step])
        np.testing.assert_array_equal(found[:, 0, steps == step, 0], wanted[:, 0, steps == step, 0])


def test_what_is_linear_is_found():
    """Rows of one wave, and two channels that follow the first: soon all are known but for rounding."""
    y, x = np.mgrid[:40, :60]
    luma = np.rint(128 + 60 * np.sin(0.35 * x + 0.2 * y)).astype(np.int16)
    levels = np.stack([luma, luma - 128, 128 - luma], -1)[None]
    regions = regions_alone(STANDARD, levels, np.array([40]), np.array([60]), np.zeros((1, 2), np.int64), Colours.JPEG)
    predictions, _ = by_kernels(regions)
    missed = np.abs(predictions - STEPS * regions.inside.astype(np.int64))[0, 10:, 10:50]
    assert missed.mean((0, 1)).max() < 0.5 * STEPS
    assert missed[..., 1:].mean() < 0.1 * STEPS


def test_predictions_are_those_of_weighted_least_squares():
    """Against numpy's solver in float64, by the weights that local_squares.py names."""
    rough = np.random.default_rng(0).integers(100, 140, (14, 18, 3)).cumsum(1) // 12
    regions = regions_of(rough.astype(np.uint8))
    channel, y, x = 2, 11, 9
    up, left, _ = regions.border

    def level(v, u, c):
        return int(regions.levels[0, v + up, u + left, c])

    def known(v, u):
        return bool(regions.levels[0, v + up, u + left, 3])

    def reference(v, u, c):
        west, north = level(v, u - 1, c), level(v - 1, u, c)
        if known(v, u - 1) and known(v - 1, u):
            return (west + north + 1) >> 1
        return west if known(v, u - 1) else north if known(v - 1, u) else 0

    def row(v, u):
        places = variables_of(channel, SLOPE)
        values = [
            level(v + p.dy, u + p.dx, p.channel) - reference(v, u, p.channel) if known(v + p.dy, u + p.dx) else 0
            for p in places
        ]
        return np.array([*values, level(v, u, channel) - reference(v, u, channel)], np.float64)

    def weight(v, u):
        calm = sum(
            abs(level(v + a, u + b, channel) - level(v + c, u + d, channel))
            for (a, b), (c, d) in CALM
            if known(v + a, u + b) and known(v + c, u + d)
        )
        return max(1, 256 // (calm + 4))

    sums = 0
    for v in range(y + 1):
        for u in range(18):
            if v == y and u < x:
                part = 2 * 0.88 ** (x - 1 - u)
            elif v < y and u <= x + SLOPE - 1:
                part = 0.9 ** (y - 1 - v) * 0.88 ** (x + SLOPE - 1 - u)
            else:
                continue
            sums = sums + part * weight(v, u) * np.outer(row(v, u), row(v, u))
    count = len(sums) - 1
    factors = np.linalg.solve(sums[:count, :count] + 64 * np.eye(count), sums[:count, count])
    wanted = factors @ row(y, x)[:count] + reference(y, x, channel)
    assert by_steps(regions)[0, 0, y, x, channel] == pytest.approx(STEPS * wanted, abs=2)


def test_places_come_before_the_pixel():
    assert all(is_before(dy, dx, SLOPE) for dy, dx in (*OWN, *OTHER, *BESIDE, *(p for pair in CALM for p in pair)))
    assert [len(variables_of(c, SLOPE)) for c in range(3)] == [17, 22, 27]
    assert not all(v.usable for v in variables_of(0, 1))


def test_nothing_is_known_at_first():
    predictions, beside = by_steps(regions_of(picture(3, 4)))
    assert predictions[0, 0, 0].tolist() == [128 * STEPS, 0, 0]
    assert beside[0, 0, 0].tolist() == [len(BESIDE) * UNKNOWN_ERROR] * 3


def test_a_narrow_border_is_refused():
    regions = regions_of(picture(4, 4))
    object.__setattr__(regions, "border", regions.border._replace(left=2))
    with pytest.raises(ValueError, match="border"):
        LocalSquares(regions, TINY.slope)
