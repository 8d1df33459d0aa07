"""What counts as done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitswap_app.service.resuming import is_same_time

TIME_NS = 1_222_222_223_987_654_321


@pytest.mark.parametrize("step", [100, 1_000, 10_000_000, 1_000_000_000, 2_000_000_000])
def test_a_time_that_a_file_system_rounded_is_the_same(step):
    down = TIME_NS // step * step
    for rounded in (down, down + step):
        assert is_same_time(TIME_NS, rounded)
        assert is_same_time(rounded, TIME_NS)


@given(one=st.integers(0, 1 << 62), other=st.integers(0, 1 << 62))
def test_times_of_more_than_two_seconds_apart_are_others(one, other):
    if abs(one - other) >= 2_000_000_000:
        assert not is_same_time(one, other)
    assert is_same_time(one, one)


def test_two_times_with_all_their_digits_are_others():
    assert not is_same_time(TIME_NS, TIME_NS + 1)
    assert not is_same_time(TIME_NS, TIME_NS + 123_456_789)
