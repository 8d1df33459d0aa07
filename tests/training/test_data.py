"""What training sees is what the runtime will see."""

from itertools import product

import numpy as np
import pytest
from PIL import Image
from reference import context
from tiny_model import noise

from bitswap_app.coding.colour import to_rgb
from bitswap_app.model.config import TINY
from bitswap_app.training import data
from bitswap_app.training.augmentation import grainy, liveliness, misregistered, recoloured
from bitswap_app.training.data import (
    Sampler,
    Source,
    prefetched,
    read_folder,
    read_picture,
    standard_mix,
)
from bitswap_app.training.graphics import draw_page


def sampler(folder, *, native=1.0, seed=0, crops=4, pixels=50, scales=(0.5, 0.9)):
    return Sampler(TINY, [Source(folder, 1.0, native, scales)], crops=crops, pixels=pixels, seed=seed)


def position_code(inputs):
    """The grid's (rows, columns) of context rows: indices of the two ones."""
    code = inputs[:, -2 * TINY.grid :].reshape(len(inputs), 2, TINY.grid)
    assert ((code != 0).sum(2) == 1).all()
    return code.argmax(2)


@pytest.mark.parametrize("native", [1.0, 0.0], ids=["native", "scaled down"])
def test_rows_are_the_runtime_s(pictures, native):
    batch = sampler(pictures, native=native).batch()
    codes = position_code(batch.inputs)
    known = dict.fromkeys(product(range(TINY.tile), repeat=2), True)
    for row, inputs, guess, symbol, code in zip(
        batch.rows, batch.inputs, batch.predictors, batch.symbols, codes, strict=True
    ):
        crop, y, x = row
        levels = batch.levels[crop]
        phase = (code[0] - y, code[1] - x)
        assert (inputs.tolist(), guess.tolist()) == context(TINY, levels, known, y, x, phase)
        assert symbol.tolist() == levels[y, x].tolist()
        assert batch.residuals[crop, y, x].tolist() == (symbol - guess).tolist()


def test_shapes_and_types(pictures):
    batch, side = sampler(pictures).batch(), TINY.tile
    assert batch.levels.shape == batch.residuals.shape == (4, side, side, 3)
    assert batch.rows.shape == batch.predictors.shape == batch.symbols.shape == (200, 3)
    assert batch.inputs.shape == (200, TINY.context_inputs)
    assert (batch.rows[:, 0] == np.repeat(range(4), 50)).all()
    assert len(np.unique(batch.rows, axis=0)) == 200
    kinds = [
        a.dtype for a in (batch.levels, batch.residuals, batch.rows, batch.inputs, batch.predictors, batch.symbols)
    ]
    assert kinds == [np.int16, np.int16, np.int32, np.int8, np.int16, np.int16]


def test_the_phase_is_the_crop_s_place_in_the_picture(tmp_path):
    """Also of a mirrored crop, whose columns count from the other end of each block."""
    pixels = noise(80, 88)
    Image.fromarray(pixels).save(tmp_path / "noise.png")
    seen = set()
    for seed in range(12):
        batch = sampler(tmp_path, seed=seed, crops=1).batch()
        crop, codes = to_rgb(batch.levels[0]), position_code(batch.inputs)
        for is_mirrored in (False, True):
            upright = crop[:, ::-1] if is_mirrored else crop
            tops, lefts = np.nonzero((pixels[:, :, :] == upright[0, 0]).all(2))
            for top, left in zip(tops, lefts, strict=True):
                if not np.array_equal(pixels[top : top + TINY.tile, left : left + TINY.tile], upright):
                    continue
                seen.add(is_mirrored)
                ys, xs = batch.rows[:, 1], batch.rows[:, 2]
                columns = 7 - (left + TINY.tile - 1 - xs) % 8 if is_mirrored else (left + xs) % 8
                assert np.array_equal(codes, np.stack([(top + ys) % 8, columns], axis=1))
    assert seen == {False, True}


def test_one_seed_draws_the_same_and_another_does_not(pictures):
    first, again, other = (sampler(pictures, seed=seed).batch() for seed in (1, 1, 2))
    assert np.array_equal(first.levels, again.levels)
    assert np.array_equal(first.rows, again.rows)
    assert not np.array_equal(first.levels, other.levels)


def test_batches_come_ahead_of_time(pictures):
    plain, ahead = sampler(pictures, seed=5), prefetched(sampler(pictures, seed=5))
    for _ in range(5):
        assert np.array_equal(next(ahead).levels, plain.batch().levels)


def test_a_fault_while_drawing_is_not_swallowed(pictures, monkeypatch):
    """A thread that died in silence would leave the trainer waiting for ever."""

    def fail(self):
        raise MemoryError("no room")

    monkeypatch.setattr(Sampler, "batch", fail)
    with pytest.raises(MemoryError, match="no room"):
        next(prefetched(sampler(pictures)))


def test_pictures_smaller_than_a_tile_are_left_out(tmp_path):
    Image.fromarray(noise(63, 200)).save(tmp_path / "low.png")
    assert read_folder(tmp_path, 64) == []
    with pytest.raises(ValueError, match="no pictures"):
        sampler(tmp_path)


def test_what_is_no_picture_is_skipped(tmp_path, caplog):
    (tmp_path / "notes.txt").write_text("no picture")
    (tmp_path / "broken.jxl").write_bytes(b"\xff\x0a")
    assert read_picture(tmp_path / "notes.txt") is None
    assert read_picture(tmp_path / "broken.jxl") is None
    assert "notes.txt" in caplog.text


def test_a_picture_smaller_than_its_scaled_span_is_still_drawn(tmp_path):
    Image.fromarray(noise(64, 64)).save(tmp_path / "small.png")
    assert sampler(tmp_path, native=0.0).batch().levels.shape[1:3] == (64, 64)


def test_the_mix_is_of_the_folders_that_are_there(tmp_path):
    assert [s.folder for s in standard_mix(tmp_path)] == [tmp_path]
    (tmp_path / "photos").mkdir()
    (tmp_path / "highres").mkdir()
    assert {s.folder.name for s in standard_mix(tmp_path)} == {"photos", "highres"}
    assert data.standard_mix(tmp_path)[1].native == 0.0


def test_a_mix_may_have_other_weights(tmp_path):
    for name in ("photos", "highres"):
        (tmp_path / name).mkdir()
    usual = {s.folder.name: s.weight for s in standard_mix(tmp_path) if not s.pages}
    found = {s.folder.name: s.weight for s in standard_mix(tmp_path, {"photos": 0.5}) if not s.pages}
    assert found == usual | {"photos": 0.5}
    with pytest.raises(ValueError, match="there is no source phtos"):
        standard_mix(tmp_path, {"phtos": 0.5})


def test_pages_are_drawn_from_seeds_and_hold_photographs(pictures):
    source = Source(pictures, 1.0, 1.0, (0.5, 0.9), pages=3)
    pages, again = data.read_source(source, TINY.tile), data.read_source(source, TINY.tile)
    assert [page.shape for page in pages] == [(512, 768, 3)] * 3
    assert all(np.array_equal(page, other) for page, other in zip(pages, again, strict=True))
    assert not np.array_equal(pages[0], pages[1])
    photograph = noise(100, 100)
    plain, mixed = (sum(len(np.unique(draw_page(seed, given))) for seed in range(12)) for given in ((), (photograph,)))
    assert mixed > plain  # noise has levels that no page has


@pytest.mark.parametrize("seed", range(0, 60, 6))
def test_pages_are_flat_graphics(seed):
    """More than half of a page's pixels repeat their neighbour; photographs' do so rarely."""
    page = draw_page(seed)
    assert (page[:, 1:] == page[:, :-1]).all(2).mean() > 0.5
    assert len(np.unique(page.reshape(-1, 3), axis=0)) > 20


def test_recolouring_keeps_black_white_and_what_is_darker():
    rng = np.random.default_rng(0)
    greys = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    found = np.stack([recoloured(greys, rng) for _ in range(20)]).astype(int)
    assert found.shape == (20, 1, 256, 3)
    assert (found[:, 0, 0] == 0).all()
    assert (found[:, 0, 255] >= 254).all()
    assert (np.diff(found.sum(3)[:, 0], axis=1) >= -3).all()  # each of three may be rounded down
    assert len({a.tobytes() for a in found}) == 20


def test_recolouring_mixes_the_channels():
    rng = np.random.default_rng(0)
    red = np.zeros((1, 1, 3), dtype=np.uint8)
    red[..., 0] = 128
    found = np.stack([recoloured(red, rng)[0, 0] for _ in range(40)])
    assert (found[:, 1:] > 0).any(axis=0).all()
    assert (found[:, 1:] == 0).any(axis=0).all()


def test_misregistration_moves_one_channel_by_a_pixel_at_most():
    rng = np.random.default_rng(0)
    ramp = np.repeat(np.arange(0, 200, 10, dtype=np.uint8)[None, :, None], 3, axis=2).repeat(20, axis=0)
    seen = set()
    for _ in range(60):
        found = misregistered(ramp, rng).astype(int) - ramp
        moved = [c for c in range(3) if found[..., c].any()]
        assert len(moved) <= 1
        seen.update((c, d) for c in moved for d in np.unique(found[:, 1:-1, c]).tolist())
    assert seen == {(c, d) for c in range(3) for d in (-10, -5, 5, 10)}


def test_the_livelier_of_two_crops_has_the_larger_differences():
    assert liveliness(np.full((8, 8, 3), 200, dtype=np.uint8)) == 0
    assert liveliness(noise(8, 8)) > 20


def test_grain_is_noise_of_a_few_levels_around_the_picture():
    rng = np.random.default_rng(0)
    flat = np.full((64, 64, 3), 128, dtype=np.uint8)
    found = np.stack([grainy(flat, rng) for _ in range(60)]).astype(float)
    strengths = found.std(axis=(1, 2, 3))
    assert 0.3 < strengths.min() < 1
    assert 3 < strengths.max() < 6
    assert abs(found.mean() - 128) < 0.1
    assert grainy(np.full((8, 8, 3), 255, dtype=np.uint8), rng).min() > 200
