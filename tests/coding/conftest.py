"""Fixtures of the codec core's tests."""

import numpy as np
import pytest

from bitswap_app.coding.tables import build_tables


@pytest.fixture(scope="session")
def tables():
    return build_tables()


@pytest.fixture
def rng():
    return np.random.default_rng(20240801)
