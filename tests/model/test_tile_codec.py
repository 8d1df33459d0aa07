"""The codecs of a batch of tiles: both stack laws, and the same tables whichever way they are computed."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_model import make_network, noise, picture

from bitswap_app.coding.bits_back import bb_ans, bit_swap
from bitswap_app.coding.colour import Colours, to_ycocg
from bitswap_app.coding.message import Message
from bitswap_app.coding.tiling import Tile, box_of, cut, pad, part_of
from bitswap_app.coding.wavefront import push_wavefront
from bitswap_app.errors import Cancelled, EmptyMessage
from bitswap_app.model import pixel_coder
from bitswap_app.model.canvas import Canvas
from bitswap_app.model.config import LATENT_MAX, TINY, WindowRow
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.tile_codec import TileModel
from bitswap_app.training.export import export

RAGGED = (Tile(0, 9, 5, 33), Tile(0, 42, 5, 3), Tile(5, 0, 4, 9), Tile(5, 9, 4, 33))  # two rows, all but their ends
seeds = st.integers(0, 2**32 - 1)
few = settings(max_examples=10)


def stack(pixels, tiles, shape):
    """The symbols of tiles cut from uint8[H, W, 3]: int16[T, H, W, 3]."""
    x = np.zeros(shape, dtype=np.int16)
    for at, tile in zip(x, tiles, strict=True):
        height, width = tile.padded
        at[:height, :width] = cut(to_ycocg(pixels), tile)
    return x


def symbols(model, seed):
    rng = np.random.default_rng(seed)
    pixels = noise(100, 100, seed) if rng.integers(2) else picture(100, 100, seed)
    if model._colours is Colours.GREY:
        pixels = np.repeat(pixels[..., :1], 3, axis=2)
    return stack(pixels, RAGGED, model.shape)


def surroundings(seed, colours=Colours.YCOCG):
    """A canvas on which the tile before RAGGED is known, and the one behind it is not."""
    first, last = Tile(0, 0, 5, 9), Tile(5, 42, 4, 3)
    canvas = Canvas((first, *RAGGED, last))
    levels = to_ycocg(noise(5, 9, seed))
    levels[..., 1:] *= colours is not Colours.GREY
    canvas.learn(first, levels)
    return canvas


def latents(model, layer, seed):
    size = sum(int(np.prod(shape)) for shape in model._map_shapes(layer))
    return np.random.default_rng(seed).integers(-LATENT_MAX, LATENT_MAX + 1, size).astype(np.int32)


def deep_message(seed):
    """Enough for every pop below, and random down to the last bit, where codecs pop."""
    return Message.from_bytes(np.random.default_rng(seed).bytes(6000) + b"\x01")


# A codec as a function of (model, seed), and symbols for it as another.
CODECS = {
    "top prior": (lambda m, s: m.top_prior, partial(latents, layer=2)),
    "likelihood": (lambda m, s: m.likelihood(latents(m, 1, s)), symbols),
    "posterior": (lambda m, s: m.levels[0][1](symbols(m, s)), partial(latents, layer=1)),
    "upper prior": (lambda m, s: m.levels[1][0](latents(m, 2, s)), partial(latents, layer=1)),
    "upper posterior": (lambda m, s: m.levels[1][1](latents(m, 1, s)), partial(latents, layer=2)),
    "bit swap": (lambda m, s: bit_swap(m.top_prior, m.levels), symbols),
    "bb-ans": (lambda m, s: bb_ans(m.top_prior, m.levels), symbols),
    "without latents": (lambda m, s: m.without_latents, symbols),
}


@pytest.mark.parametrize("name", CODECS)
@few
@given(seed=seeds, phase=st.tuples(st.integers(0, 7), st.integers(0, 7)), colours=st.sampled_from(Colours))
def test_decoding_undoes_encoding(runtime, name, seed, phase, colours):
    codec_of, symbols_of = CODECS[name]
    model = TileModel(runtime, RAGGED, surroundings(seed, colours), phase, colours)
    codec, symbol = codec_of(model, seed), symbols_of(model, seed=seed + 1)
    message, found = codec.pop(codec.push(deep_message(seed), symbol))
    assert message == deep_message(seed)
    assert np.array_equal(found, symbol)


@pytest.mark.parametrize("name", CODECS)
@few
@given(seed=seeds, colours=st.sampled_from(Colours))
def test_encoding_undoes_decoding(runtime, name, seed, colours):
    codec = CODECS[name][0](TileModel(runtime, RAGGED, colours=colours), seed)
    assert codec.push(*codec.pop(deep_message(seed))) == deep_message(seed)


@few
@given(seed=seeds, colours=st.sampled_from(Colours))
def test_all_paths_and_both_directions_make_one_message(runtimes, seed, colours):
    """What the one writes, the other reads."""
    messages = {}
    for path, runtime in runtimes.items():
        model = TileModel(runtime, RAGGED, colours=colours)
        messages[path] = bit_swap(model.top_prior, model.levels).push(deep_message(seed), symbols(model, seed))
    wanted = messages["float32"].copy()
    for path, runtime in runtimes.items():
        assert messages[path] == wanted
        model = TileModel(runtime, RAGGED, colours=colours)
        message, x = bit_swap(model.top_prior, model.levels).pop(wanted.copy())
        assert message == deep_message(seed)
        assert np.array_equal(x, symbols(model, seed))


def rows(config, seed, count=61):
    rng = np.random.default_rng(seed)
    used = config.context_inputs + config.features
    inputs = rng.integers(-127, 128, (count, used)) >> rng.integers(0, 7, (count, 1))
    return inputs.astype(np.int8), rng.integers(-255, 256, (count, 3)).astype(np.int16)


def parameters(window, inputs, residuals):
    hidden = window.hidden(np.ascontiguousarray(inputs))
    return np.concatenate([window.parameters(hidden, c, residuals) for c in range(3)], axis=1)


@settings(max_examples=25)
@given(seed=seeds, chosen=st.lists(st.integers(0, 60), min_size=1, max_size=40))
def test_a_row_s_parameters_do_not_depend_on_its_company(runtimes, seed, chosen):
    """Any subset, in any order, with repeats, in a batch of any size."""
    for runtime in runtimes.values():
        inputs, residuals = rows(runtime.config, seed)
        whole = parameters(runtime.window, inputs, residuals)
        assert np.array_equal(parameters(runtime.window, inputs[chosen], residuals[chosen]), whole[chosen])


def test_a_channel_s_parameters_do_not_depend_on_later_residuals(runtimes):
    for runtime in runtimes.values():
        inputs, residuals = rows(runtime.config, 3)
        hidden = runtime.window.hidden(inputs)
        for c in range(3):
            later = residuals.copy()
            later[:, c:] = 0
            assert np.array_equal(
                runtime.window.parameters(hidden, c, residuals), runtime.window.parameters(hidden, c, later)
            )


SHAPES = {
    "ragged": RAGGED,
    "one pixel": (Tile(0, 0, 1, 1),),
    "a column": (Tile(0, 0, 64, 1),),
    "a row": (Tile(0, 0, 1, 64), Tile(0, 64, 1, 3)),
    "whole tiles": (Tile(0, 0, 64, 64), Tile(0, 64, 64, 64)),
}
CONFIGS = {
    "tiny": TINY,
    "wide": replace(TINY, width=40, head=20, mixture=3, features=5, depth=2),
    "no grid": replace(TINY, grid=0, features=1),
    "far": replace(TINY, window=(WindowRow(0, -3, -2), WindowRow(2, -4, 5), WindowRow(3, -9, 4)), grid=5),
    "above": replace(TINY, window=(WindowRow(1, 0, 2),)),
    "experts": replace(TINY, activities=(12, 40, 300)),
}


@pytest.fixture(scope="module", params=CONFIGS)
def coders(request, runtimes):
    """Models of this shape by path."""
    weights = export(make_network(CONFIGS[request.param]))[0]
    return {path: load_runtime(weights, paths=(path,)) for path in runtimes}


def region_of(runtime, tiles, seed):
    """A region, its levels, and features, as a TileModel gives them to its coder."""
    rng, box = np.random.default_rng(seed), box_of(tiles)
    levels = to_ycocg(noise(130, 130, seed) if seed % 2 else picture(130, 130, seed))
    regions = TileModel(runtime, tiles, surroundings(seed) if tiles is RAGGED else None, (3, 6))._regions()
    regions.inside[0][regions.covered[0]] = part_of(levels, box, Tile(0, 0, 130, 130))[regions.covered[0]]
    features = rng.integers(-127, 128, (*regions.covered.shape, runtime.config.features)).astype(np.int8)
    return regions, features


def emptied(regions):
    """The same region before any of it is decoded."""
    unknown = replace(regions, levels=regions.levels.copy())
    unknown.inside[regions.covered] = 0
    return unknown


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("seed", range(2))
def test_all_coders_have_the_same_intervals_and_pop_each_other_s(coders, name, seed):
    """One pass over known pixels and steps over unknown ones meet the same tables, whichever way they are computed."""
    regions, features = region_of(coders["float32"], SHAPES[name], seed)
    counted = []
    wanted = coders["float32"].pixels.intervals(regions, features, counted.append)
    assert sum(counted) == sum(tile.pixels for tile in SHAPES[name])
    message = deep_message(seed)
    push_wavefront(message, *wanted, regions.firsts, regions.lasts, coders["float32"].config.slope)
    for runtime in coders.values():
        for found, same in zip(runtime.pixels.intervals(regions, features, counted.append), wanted, strict=True):
            assert np.array_equal(found, same)
        rest, unknown, counted = message.copy(), emptied(regions), []
        runtime.pixels.pop(rest, unknown, features, counted.append)
        assert rest == deep_message(seed)
        assert sum(counted) == sum(tile.pixels for tile in SHAPES[name])
        assert np.array_equal(unknown.levels, regions.levels)


def test_a_message_that_ends_early_is_whole_after_the_error(coders):
    for runtime in coders.values():
        regions, features = region_of(runtime, RAGGED, 1)
        message = Message.from_bytes(bytes(range(1, 99)))
        with pytest.raises(EmptyMessage):
            runtime.pixels.pop(message, emptied(regions), features, lambda _: None)
        assert message.bits >= 0


@pytest.mark.parametrize("at_once", [1, 7, 64, 10_000])
def test_the_sizes_of_calls_change_nothing(runtimes, monkeypatch, at_once):
    for runtime in runtimes.values():
        model = TileModel(runtime, RAGGED)
        codec, x = bit_swap(model.top_prior, model.levels), symbols(model, 8)
        wanted = codec.push(deep_message(0), x)
        with monkeypatch.context() as patched:
            patched.setattr(pixel_coder, "ROWS_AT_ONCE", at_once)
            patched.setattr(pixel_coder, "PIXELS_AT_ONCE", at_once)
            assert codec.push(deep_message(0), x) == wanted
            message, found = codec.pop(wanted)
        assert message == deep_message(0)
        assert np.array_equal(found, x)


def test_the_batch_of_the_latent_networks_changes_nothing(runtime):
    """Tiles coded together have the maps that each has by itself."""
    tiles = (Tile(0, 0, 64, 64), Tile(0, 64, 64, 64), Tile(64, 0, 33, 64), Tile(64, 64, 33, 20))
    model = TileModel(runtime, tiles)
    for layer in (1, 2):
        for part, group in zip(model._split(layer, latents(model, layer, 0)), model._groups, strict=True):
            networks = runtime.latents
            ask = networks.features if layer == 1 else partial(networks.below, 1)
            whole = ask(part)
            for i in range(len(group.members)):
                alone = ask(part[i : i + 1])
                if layer == 1:
                    assert np.array_equal(whole[i], alone[0])
                else:
                    assert np.array_equal(whole.means[i], alone.means[0])
                    assert np.array_equal(whole.scales[i], alone.scales[0])


def test_only_the_picture_s_own_pixels_are_coded(runtime):
    """The padding is the decoder's to repeat: whatever stands there, the likelihood's message is the same."""
    model = TileModel(runtime, RAGGED)
    x = symbols(model, 4)
    codec = model.likelihood(latents(model, 1, 4))
    damaged = x.copy()
    for i, tile in enumerate(RAGGED):
        damaged[i, tile.height :] = 55
        damaged[i, :, tile.width :] = -55
    message = codec.push(deep_message(1), damaged)
    assert message == codec.push(deep_message(1), x)
    _, found = codec.pop(message)
    for at, tile in zip(found, RAGGED, strict=True):
        height, width = tile.padded
        assert np.array_equal(at[:height, :width], pad(at[: tile.height, : tile.width], tile.padded))


def test_a_tick_counts_pixels_and_stops_the_work(runtime):
    counted = []
    model = TileModel(runtime, RAGGED, tick=counted.append)
    codec, pixels = model.without_latents, sum(tile.pixels for tile in RAGGED)
    message = codec.push(Message.empty(), symbols(model, 0))
    assert sum(counted) == pixels
    codec.pop(message)
    assert sum(counted) == 2 * pixels

    def stop(_):
        raise Cancelled("Stopped at your request.")

    with pytest.raises(Cancelled):
        TileModel(runtime, RAGGED, tick=stop).without_latents.push(Message.empty(), symbols(model, 0))


def test_windows_look_at_what_is_known_around_a_batch(runtime):
    """What the tile before is changes the intervals of this one; what the tile behind it is does not."""
    before, own, behind = (Tile(0, left, 20, 32) for left in (0, 32, 64))
    levels = to_ycocg(picture(20, 96))

    def pushed(*known):
        canvas = Canvas((before, own, behind))
        for tile in (own, *known):
            canvas.learn(tile, levels[:, tile.left : tile.left + tile.width])
        model = TileModel(runtime, (own,), canvas)
        return model.without_latents.push(Message.empty(), model.symbols())

    assert pushed(before).bits < pushed().bits
    canvas = Canvas((before, own, behind))
    for tile in (before, own, behind):
        canvas.learn(tile, levels[:, tile.left : tile.left + tile.width])
    canvas.forget((behind,))
    model = TileModel(runtime, (own,), canvas)
    assert model.without_latents.push(Message.empty(), model.symbols()) == pushed(before)


@pytest.mark.parametrize(
    "tiles", [(Tile(0, 0, 8, 8), Tile(0, 9, 8, 8)), (Tile(0, 0, 8, 8), Tile(8, 8, 8, 8), Tile(8, 24, 8, 8))]
)
def test_tiles_with_a_gap_in_a_row_are_no_batch(runtime, tiles):
    with pytest.raises(ValueError, match="side by side"):
        TileModel(runtime, tiles)
