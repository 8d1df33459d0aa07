"""The integer tables."""

import hashlib

import numpy as np
import pytest

from bitswap_app.coding.tables import LogisticTables, build_tables
from bitswap_app.errors import ModelError


def test_the_standard_tables_are_pinned():
    """They are part of every model exported so far; a change needs new tables beside these."""
    digest = hashlib.sha256()
    for name, table in sorted(build_tables().to_arrays().items()):
        digest.update(name.encode() + table.astype("<i8").tobytes())
    assert digest.hexdigest() == "76ee721b38ee91bfeaad74a4db2a5dd3cde81d9ed99485d83d1ac9ada189ccf6"


def test_the_standard_tables_follow_their_formulas(tables):
    assert tables.cdf[1024] == 2**23
    assert (tables.cdf + tables.cdf[::-1] == 2**24).all()
    assert tables.cdf[1024 + 64] == round(2**24 / (1 + np.exp(-1)))
    assert tables.inverse_scale[56] == 4 * 2**16  # log-scale 0: a level is 64 steps, a sixteenth of one is 4
    assert tables.inverse_scale.size == 145
    assert (tables.exp[0], tables.exp[16], tables.exp[255]) == (2**20, round(2**20 / np.e), 1)


def test_tables_survive_a_model_file(tables):
    again = LogisticTables.from_arrays(tables.to_arrays() | {"another": np.zeros(3)})
    assert all(np.array_equal(again.to_arrays()[name], table) for name, table in tables.to_arrays().items())


def test_tables_are_read_only_copies(tables):
    arrays = {name: table.copy() for name, table in tables.to_arrays().items()}
    own = LogisticTables.from_arrays(arrays)
    arrays["cdf"][:] = 0
    assert own.cdf[-1] == 2**24
    with pytest.raises(ValueError, match="read-only"):
        own.cdf[0] = 1


@pytest.mark.parametrize("name", ["cdf", "inverse_scale", "exp"])
def test_a_missing_table_is_named(tables, name):
    arrays = tables.to_arrays()
    del arrays[name]
    with pytest.raises(ModelError, match=name):
        LogisticTables.from_arrays(arrays)


def altered(table, index, value):
    table = table.copy()
    table[index] = value
    return table


@pytest.mark.parametrize(
    ("name", "alter"),
    [
        ("cdf", lambda t: t.astype(np.int64)),
        ("cdf", lambda t: t[:-1]),
        ("cdf", lambda t: altered(t, 0, 1)),
        ("cdf", lambda t: altered(t, -1, 2**24 - 1)),
        ("cdf", lambda t: altered(t, 700, 0)),
        ("inverse_scale", lambda t: t.astype(np.int32)),
        ("inverse_scale", lambda t: t[:0]),
        ("inverse_scale", lambda t: t.reshape(5, 29)),
        ("inverse_scale", lambda t: altered(t, 3, 0)),
        ("inverse_scale", lambda t: altered(t, 3, 2**40)),
        ("exp", lambda t: t[:-1]),
        ("exp", lambda t: altered(t, 255, 0)),
        ("exp", lambda t: altered(t, 9, 1)),
        ("exp", lambda t: altered(t, 0, 2**27)),
    ],
)
def test_tables_that_would_break_the_arithmetic_are_refused(tables, name, alter):
    arrays = tables.to_arrays()
    arrays[name] = alter(arrays[name])
    with pytest.raises(ModelError, match=name):
        LogisticTables.from_arrays(arrays)


def test_what_is_made_of_the_cdf_follows_it(tables):
    assert tables.cdf_beyond.tolist() == [*tables.cdf.tolist(), 2**24]
    found = np.interp(tables.quantiles / 2**16, np.arange(2049), tables.cdf) / 2**24
    assert np.allclose(found, (np.arange(1024) + 0.5) / 1024)
