"""Which tiles a payload's streams hold, in which batches, and how its parts lie in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitswap_app.coding.tiling import Tile, box_of, part_of, plan_tiles
from bitswap_app.coding.wavefront import pixels_within
from bitswap_app.model.tile_codec import rows_of
from bitswap_app.service.streams import MAX_BATCH, TILES_PER_STREAM, Payload, batches, plan_streams

# Plans are part of the format (FORMAT.md, 5.2): these numbers may not change.


def extents(blocks):
    """(top, left, height, width) around each block."""
    return [(box.top, box.left, box.height, box.width) for box in map(box_of, blocks)]


@pytest.mark.parametrize(
    ("height", "width", "streams"),
    [
        (1, 1, [[(0, 0, 1, 1)]]),
        (70, 90, [[(0, 0, 70, 90)]]),
        (63, 10, [[(0, 0, 63, 10)]]),
        (80, 80, [[(0, 0, 40, 80)], [(40, 0, 40, 80)]]),
        (81, 79, [[(0, 0, 40, 79)], [(40, 0, 41, 79)]]),
        (10, 640, [[(0, 0, 10, 320)], [(0, 320, 10, 320)]]),
        (90, 110, [[(0, 0, 90, 50)], [(0, 50, 90, 60)]]),
        (
            160,
            100,
            [[(0, 0, 80, 50)], [(0, 50, 80, 50)], [(80, 0, 80, 50)], [(80, 50, 80, 50)]],
        ),
        (10, 6400, [[(0, 800 * i + 400 * j, 10, 400) for j in range(2)] for i in range(8)]),
    ],
)
def test_the_streams_of_a_picture_and_their_blocks(height, width, streams):
    """With tiles of 10 pixels."""
    assert [extents(blocks) for blocks in plan_streams(height, width, 10)] == streams


@pytest.mark.parametrize(
    ("heights", "k", "wanted"),
    [
        (((128,),), 0, [((96,), False), ((32,), True)]),
        (((33,),), 0, [((1,), False), ((32,), True)]),
        (((32,),), 0, [((32,), True)]),
        (((7,),), 3, [((7,), True)]),
        (((128, 128),), 1, [((128, 64), False), ((64,), True)]),
        (((128, 64),), 1, [((128,), False), ((64,), True)]),
        (((128, 128),), 2, [((128,), False), ((128,), True)]),
        (((128, 128, 50),), 3, [((128,), False), ((128, 50), True)]),
        (((128, 50),), 3, [((128, 50), True)]),
        (((128,) * 3, (128, 90)), 0, [((128,) * 3, False), ((128, 58), False), ((32,), True)]),
        (((128,) * 3, (128, 90)), 3, [((128,) * 3, False), ((128, 90), True)]),
        (((128,) * 3, (128, 90)), 4, [((128,), False), ((128,) * 2, True), ((128, 90), True)]),
    ],
)
def test_the_batches_of_a_stream(heights, k, wanted):
    """Heights of tiles by block. A tile that is cut lies where it lay."""
    blocks = [tuple(Tile(0, 128 * i, height, 5) for i, height in enumerate(block)) for block in heights]
    found = batches(blocks, 128, k)
    assert [(tuple(tile.height for tile in tiles), is_free) for tiles, is_free in found] == wanted
    for block, (tiles, _) in zip(blocks[-1:], found[-1:], strict=True):
        assert (tiles[-1].top + tiles[-1].height, tiles[-1].left) == (block[-1].height, block[-1].left)


@given(height=st.integers(1, 900), width=st.integers(1, 900), k=st.integers(0, 8))
def test_plans_cover_every_tile_once_and_a_batch_has_no_gaps(height, width, k):
    plan = plan_streams(height, width, 32)
    tiles = plan_tiles(height, width, 32)
    assert len(plan) <= 8
    assert sorted((t.top, t.left, t.height, t.width) for blocks in plan for block in blocks for t in block) == [
        (t.top, t.left, t.height, t.width) for t in tiles
    ]
    for blocks in plan:
        assert all(len(block) <= MAX_BATCH for block in blocks)
        assert len(plan) == 1 or sum(len(block) for block in blocks) >= TILES_PER_STREAM // 2
        for part, _ in batches(blocks, 32, k):
            box = box_of(part)
            covered = pixels_within(*rows_of(part, box), box.width)[0]
            assert all(part_of(covered, tile, box).all() for tile in part)
            assert covered.sum() == sum(tile.pixels for tile in part)


@given(height=st.integers(1, 700), width=st.integers(1, 700))
def test_what_a_pixel_s_neighbours_are_is_known_before_it(height, width):
    """Left and above: where both are in the stream, a decoder that knows them knows the one between them too."""
    for blocks in plan_streams(height, width, 32):
        when = {(t.top, t.left): i for i, t in enumerate(tile for block in blocks for tile in block)}
        for (top, left), turn in when.items():
            for before in ((top, left - 32), (top - 32, left), (top - 32, left - 32)):
                assert when.get(before, -1) < turn


@given(
    phase=st.tuples(st.integers(0, 15), st.integers(0, 15)),
    streams=st.lists(st.tuples(st.integers(0, 255), st.binary(max_size=20)), min_size=1, max_size=4).map(tuple),
)
def test_a_payload_s_parts_survive(phase, streams):
    payload = Payload(phase, streams)
    assert Payload.from_bytes(payload.to_bytes(), len(streams)) == payload
