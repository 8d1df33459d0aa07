"""Layers in vector registers against the reference's arithmetic: any rows, sums that rounding or clamping decides."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import scaled

from bitswap_app.model import _dense
from bitswap_app.model._packed import HEAD_LANES, OFFSET, ROWS, PackedLayer, round_up
from bitswap_app.model._vectors import AVX2, VNNI_256, VNNI_512, features, multiplier
from bitswap_app.model.layers import Dense

# Powers of two make ties; the others make numbers whose last bit matters.
scales = st.sampled_from([0.5, 0.25, 2.0**-9, 1.0, 3.0, 1e-3, 0.1, 7e-5, 1e30, 1e-30])
seeds = st.integers(0, 2**32 - 1)
counts = st.sampled_from([0, 1, 2, 5, 6, 7, 12, 13])
sides = st.sampled_from([1, 3, 16, 31, 33, 66])
examples = settings(max_examples=30)


@pytest.fixture(scope="module", params=["int8", "int16"])
def by(request):
    try:
        return multiplier(request.param)
    except NotImplementedError as error:
        pytest.skip(str(error))


class Case:
    """A layer with weights and inputs at the ends of their ranges, or small, and sums that stay below 2**24."""

    def __init__(self, by, seed, scale, rows, inputs, outputs, *, ends=None):
        rng = self.rng = np.random.default_rng(seed)
        spread = rng.choice([1, 20, 127])
        weight = rng.integers(-spread - (spread == 127), spread + 1, (outputs, inputs))
        weight = np.where(rng.random(weight.shape) < 0.2, rng.choice([-128, 127]), weight).astype(np.int8)
        bias = rng.integers(-(1 << 22), 1 << 22, outputs).astype(np.int32) >> int(rng.integers(0, 22))
        scale = (np.float32(scale) * rng.choice([1, 1, 1, 0.3], outputs)).astype(np.float32)
        self.lowest, self.highest = ends or (rng.integers(-9000, 5, outputs), rng.integers(5, 9000, outputs))
        ends = (np.broadcast_to(end, outputs).astype(np.int32) for end in (self.lowest, self.highest))
        self.is_offset = rng.random() < 0.3
        least, largest = (-127, 127) if self.is_offset else (0, 255)
        x = rng.integers(least, largest + 1, (rows, inputs))
        x = np.where(rng.random(x.shape) < 0.3, rng.choice([least, largest]), x)
        self.layer = PackedLayer(
            Dense("a layer", weight, bias, scale, *ends, input_max=255), by, offset=slice(None if self.is_offset else 0)
        )
        self.rows, self.x, self.scale = rows, self.layer.stored(x), scale
        self.sums = x @ weight.T.astype(np.int64) + bias

    @property
    def outputs(self):
        return scaled(self.sums, self.scale, self.lowest, self.highest)

    def room(self, dtype):
        return np.full((len(self.x), self.layer.packed.bias.size), 77, dtype)

    def own(self, values):
        return values[: self.rows, : self.layer.outputs]


cases = {"seed": seeds, "scale": scales, "rows": counts, "inputs": sides, "outputs": sides}


@examples
@given(**cases)
def test_sums_are_exact(by, **case):
    case = Case(by, **case)
    sums = case.room(np.int32)
    _dense.store_sums(case.x, case.rows, case.layer.packed, sums)
    assert np.array_equal(case.own(sums), case.sums)


@examples
@given(**cases)
def test_values_are_clamped_as_the_reference_clamps_them(by, **case):
    case = Case(by, **case)
    values = case.room(np.int16)
    _dense.store_values(case.x, case.rows, case.layer.packed, values)
    assert np.array_equal(case.own(values), case.outputs)
    assert not values[: case.rows, case.layer.outputs :].any()
    assert np.array_equal(_dense.layer_values(case.layer, case.x, case.rows), case.outputs)


@examples
@given(**cases)
def test_activations_are_the_reference_s(by, **case):
    case = Case(by, **case, ends=(0, 255))
    activations = case.room(by.inputs)
    _dense.store_activations(case.x, case.rows, case.layer.packed, activations)
    assert np.array_equal(case.own(activations), case.outputs)


@examples
@given(**cases, relu=scales)
def test_a_stream_is_stored_as_the_reference_has_it(by, relu, **case):
    case = Case(by, **case, ends=(-32767, 32767))
    stream, activations = case.room(np.float32), case.room(by.inputs)
    _dense.store_stream(case.x, case.rows, case.layer.packed, np.float32(relu), stream, activations)
    assert np.array_equal(case.own(stream), case.outputs)
    assert np.array_equal(case.own(activations), scaled(case.outputs, relu, 0, 255))


@examples
@given(**cases, relu=scales)
def test_a_branch_is_added_as_the_reference_adds_it(by, relu, **case):
    case = Case(by, **case, ends=(-32767, 32767))
    stream, activations = case.room(np.float32), case.room(by.inputs)
    before = case.rng.integers(-32767, 32768, stream.shape)
    stream[:] = before
    _dense.add_to_stream(case.x, case.rows, case.layer.packed, np.float32(relu), stream, activations)
    wanted = np.clip(case.own(before) + case.outputs, -32767, 32767)
    assert np.array_equal(case.own(stream), wanted)
    assert np.array_equal(case.own(activations), scaled(wanted, relu, 0, 255))


@examples
@given(seed=seeds, relu=scales, rows=counts, channel=st.integers(0, 2), head=st.sampled_from([1, 16, 40]))
def test_a_head_sees_the_residuals_before_it(by, seed, relu, rows, channel, head):
    rng, width = np.random.default_rng(seed), round_up(head, HEAD_LANES)
    hidden = rng.integers(-32767, 32768, (rows, 2 * head + width)).astype(np.int16)
    residuals = rng.integers(-300, 301, (rows, 3)).astype(np.int16)
    earlier = np.zeros((2, width))
    earlier[:channel, :head] = rng.integers(-(1 << 15) + 1, 1 << 15, (min(channel, 2), head))
    units, first = np.full((rows, width), 77, by.inputs), channel * head
    _dense.store_head(hidden, first, residuals, rows, earlier.astype(np.float32), np.float32(relu), units)
    exact = hidden[:, first : first + head] + np.clip(residuals[:, :2], -127, 127).astype(np.int64) @ earlier[:, :head]
    assert np.array_equal(units[:, :head], scaled(exact.astype(np.int64), relu, 0, 255))


def test_ties_go_to_the_even_integer(by):
    sums = np.array([1, 3, 5, 7, -1, 509, 511], dtype=np.int32)
    zeros, halves = np.zeros((7, 1), np.int8), np.full(7, 0.5, np.float32)
    x = np.zeros((ROWS, by.group), by.inputs)
    for highest, wanted in ((9999, [0, 2, 2, 4, 0, 254, 256]), (255, [0, 2, 2, 4, 0, 254, 255])):
        layer = PackedLayer(Dense("ties", zeros, sums, halves, 0 * sums - 9, 0 * sums + highest, input_max=255), by)
        assert _dense.layer_values(layer, x, 1).tolist() == [wanted]


def test_a_gap_holds_no_weight(by):
    rng = np.random.default_rng(0)
    weight, x = rng.integers(-128, 128, (3, 9)).astype(np.int8), rng.integers(0, 256, (2, 9))
    nothing = np.zeros(3, np.int32)
    layer = PackedLayer(
        Dense("gap", weight, nothing, np.ones(3, np.float32), nothing, nothing, input_max=255), by, gap=(4, 7)
    )
    stored = layer.stored(x)
    assert np.array_equal(stored[:2, :4], x[:, :4])
    assert np.array_equal(stored[:2, 11:16], x[:, 4:])
    stored[:, 4:11] = 200
    sums = np.empty((ROWS, layer.packed.bias.size), np.int32)
    _dense.store_sums(stored, 2, layer.packed, sums)
    assert np.array_equal(sums[:2, :3], x @ weight.T.astype(np.int64))


def test_offset_inputs_are_stored_unsigned(by):
    nothing = np.zeros(1, np.int32)
    layer = PackedLayer(
        Dense("o", np.ones((1, 3), np.int8), nothing, np.ones(1, np.float32), nothing, nothing, input_max=255),
        by,
        offset=slice(1, None),
    )
    assert layer.stored(np.array([[3, -127, 127]]))[0, :3].tolist() == [3, OFFSET - 127, OFFSET + 127]


@pytest.mark.parametrize(
    ("found", "path", "wanted"),
    [
        ({"avx512vnni", "avx512bw", "avx512vl", "avx2"}, "int8", VNNI_512),
        ({"avxvnni", "avx2"}, "int8", VNNI_256),
        ({"avx512vnni", "avx512vl"}, "int8", VNNI_256),
        ({"avx2"}, "int16", AVX2),
        ({"avx2", "avx512bw"}, "int8", None),
        ({"sse4.2"}, "int16", None),
        (set(), "int8", None),
    ],
)
def test_a_path_needs_its_instructions(monkeypatch, found, path, wanted):
    monkeypatch.setattr("bitswap_app.model._vectors.features", lambda: frozenset(found))
    if wanted is None:
        with pytest.raises(NotImplementedError, match=path):
            multiplier(path)
    else:
        assert multiplier(path) is wanted


def test_the_features_are_those_that_numba_compiles_for():
    """A made-up CPU has none, though this one may: LLVM aborts on an instruction that its target lacks."""
    assert all(name == name.strip("+-") for name in features())
