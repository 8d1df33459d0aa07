"""Natural gradients: the integers' steps are those of the formula, and a model's curvatures are checked."""

from dataclasses import replace

import numpy as np
import pytest
from tiny_model import make_network, picture

from bitswap_app.errors import ModelError
from bitswap_app.model.learning import EXPONENTS, Learns
from bitswap_app.model.natural import has_curvatures, load_curvature, natural_step
from bitswap_app.model.runtime import load_runtime
from bitswap_app.model.window_layers import load_window
from bitswap_app.training.curvature import (
    HIDDEN_SHARE,
    INPUT_DAMPING,
    OUTPUT_DAMPING,
    Moments,
    curvature_of,
    with_curvatures,
)
from bitswap_app.training.export import export

INPUTS, OUTPUTS, PIXELS = 20, 12, 400


def correlated(random, rows, columns, scale):
    """Rows whose columns go together, each of another size."""
    mixed = random.normal(size=(rows, columns)) @ random.normal(size=(columns, columns))
    return np.rint(mixed * np.geomspace(0.3, 3, columns) * scale)


@pytest.fixture
def layer():
    """(inputs and the biases' ones, errors, curvature) of a layer like any other."""
    random = np.random.default_rng(1)
    x = np.pad(correlated(random, PIXELS, INPUTS, 20), ((0, 0), (0, 1)), constant_values=1)
    errors = correlated(random, PIXELS, OUTPUTS, 8).clip(-127, 127)
    moments = Moments(), Moments()
    for found, rows in zip(moments, (x, errors), strict=True):
        found.add(rows)
    curvature = curvature_of("first", *moments)
    return x, errors, replace(curvature, rate=np.float32(1000 * curvature.rate))  # so that rounding does not show


def test_the_layer_before_the_heads_steps_less_far():
    """Its inputs are the finest: as long steps as the others' made a picture 0.7 % larger."""
    moments = Moments(), Moments()
    for found, columns in zip(moments, (INPUTS, OUTPUTS), strict=True):
        found.add(correlated(np.random.default_rng(1), PIXELS, columns, 8))
    first, hidden = (curvature_of(name, *moments).rate / 2.0 ** EXPONENTS[name] for name in ("first", "hidden"))
    assert hidden == pytest.approx(HIDDEN_SHARE * first)
    assert 0 < HIDDEN_SHARE < 1


def damped_inverse(rows, damping):
    found = rows.T @ rows / len(rows)
    return np.linalg.inv(found + damping * np.diag(found).mean() * np.eye(len(found)))


def test_a_step_goes_where_the_formula_says(layer):
    x, errors, curvature = layer
    sums = (x.T @ errors).astype(np.int64)
    sizes = (errors**2).mean(0)
    wanted = damped_inverse(x, INPUT_DAMPING) @ sums / (sizes + OUTPUT_DAMPING * sizes.mean())
    found = natural_step(curvature, sums, PIXELS, 1.0)
    cosine = (found * wanted).sum() / np.sqrt((found**2.0).sum() * (wanted**2.0).sum())
    assert cosine > 0.98


def test_steps_are_as_long_for_every_gradient(layer):
    x, errors, curvature = layer
    sums = (x.T @ errors).astype(np.int64)
    one, two = (natural_step(curvature, k * sums, PIXELS, 1.0) for k in (1, 2))
    assert np.abs(one).max() > 100
    assert np.linalg.norm(two) == pytest.approx(np.linalg.norm(one), rel=0.1)


def test_biases_are_counted_in_units_of_their_own(layer):
    x, errors, curvature = layer
    sums = (x.T @ errors).astype(np.int64)
    whole, part = (natural_step(curvature, sums, PIXELS, unit) for unit in (1.0, 1 / 64))
    np.testing.assert_array_equal(part[:-1], whole[:-1])
    assert np.abs(part[-1] - whole[-1] / 64).max() <= 0.51


def test_nothing_moves_without_a_gradient(layer):
    _, _, curvature = layer
    assert not natural_step(curvature, np.zeros((INPUTS + 1, OUTPUTS), np.int64), PIXELS, 1.0).any()


def test_moments_give_the_inverse_of_correlations():
    rows = correlated(np.random.default_rng(2), 500, 9, 30)
    found = Moments()
    found.add(rows[:200])
    found.add(rows[200:])
    inverse, sizes, unit = found.inverse(0.2)
    np.testing.assert_array_equal(inverse, inverse.T)
    np.testing.assert_allclose(inverse * unit / np.outer(sizes, sizes), damped_inverse(rows, 0.2), atol=0.01)
    with pytest.raises(ValueError, match="no pixels"):
        Moments().inverse(0.2)


@pytest.fixture(scope="module")
def natural():
    network = make_network()
    return with_curvatures(export(network)[0], network, [picture(64, 64)])


def test_a_model_keeps_its_curvatures(natural):
    assert has_curvatures(natural)
    layers = load_window(natural, "window")
    assert list(layers.curvatures) == list(layers.dense)
    for name, curvature in layers.curvatures.items():
        outputs, inputs = layers.dense[name].weight.shape
        assert curvature.inverse.shape == (inputs + 1, inputs + 1)
        assert curvature.output_scales.shape == (outputs,)
        np.testing.assert_array_equal(curvature.inverse, curvature.inverse.T)
        assert np.abs(curvature.inverse).max() == 127
        again = {f"{layers.dense[name].name}.natural.{part}": t for part, t in curvature.tensors().items()}
        assert all(np.array_equal(natural.tensors[key], t) for key, t in again.items())


def test_curvatures_leave_what_a_model_codes_as_it_is(natural, weights):
    assert not has_curvatures(weights)
    assert natural.model_id != weights.model_id
    assert natural.answers == weights.answers
    load_runtime(natural, paths=("float32",))  # which asks for them
    with pytest.raises(ModelError, match="lacks curvatures"):
        load_runtime(weights, paths=("float32",)).learning(Learns.ALL)


@pytest.mark.parametrize("part", ["inverse", "input_scales", "output_scales", "rate"])
def test_damaged_curvatures_are_refused(natural, part):
    layer = load_window(natural, "window").dense["first"]
    name = f"{layer.name}.natural.{part}"
    for wrong in (natural.tensors[name][:-1], natural.tensors[name].astype(np.float64)):
        with pytest.raises(ModelError, match="first"):
            load_curvature(replace(natural, tensors={**natural.tensors, name: wrong}), layer)
    missing = {key: t for key, t in natural.tensors.items() if key != name}
    with pytest.raises(ModelError, match="lacks"):
        load_curvature(replace(natural, tensors=missing), layer)


def test_curvatures_that_could_leave_24_bits_are_refused(natural):
    layer = load_window(natural, "window").dense["first"]
    name = f"{layer.name}.natural.inverse"
    wrong = np.full_like(natural.tensors[name], -128)
    with pytest.raises(ModelError, match="no room to learn"):
        load_curvature(replace(natural, tensors={**natural.tensors, name: wrong}), layer)
