"""Levels of CPU: which kernels of a frozen program fit."""

import pytest

from bitswap_app.coding._cpu import LEVELS, highest

X86 = LEVELS[:-1]


def features(*levels, without=()):
    return {name: name not in without for level in levels for name in level.features}


@pytest.mark.parametrize("level", X86, ids=lambda level: level.name)
def test_a_cpu_gets_the_level_that_it_has(level):
    assert highest(features(level), "x86_64") == level


@pytest.mark.parametrize("level", X86, ids=lambda level: level.name)
def test_a_level_is_taken_whole_or_not_at_all(level):
    for missing in level.features:
        found = highest(features(level, without=[missing]), "AMD64")
        assert found is None or missing not in found.features


def test_the_widest_vectors_come_first():
    assert highest(features(*X86), "x86_64").name == "x86-64-v4-vnni"


def test_a_very_old_cpu_has_none():
    assert highest({"sse2": True}, "x86_64") is None


@pytest.mark.parametrize("machine", ["arm64", "aarch64", "ARM64"])
def test_arm_has_its_own(machine):
    assert highest({}, machine).name == "aarch64"


def test_lower_levels_hold_nothing_that_higher_ones_lack():
    v4, v3_vnni, v3, v2 = ({*level.features} for level in X86)
    assert v2 < v3 < v4
    assert v3 < v3_vnni


def test_numba_takes_the_features():
    assert X86[-1].numba_features.startswith("+cx16,+")
