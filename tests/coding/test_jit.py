"""Kernels compile where no cache can be kept, and mean the same without the compiler."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import numba
import numpy as np
import pytest
from numba.core.caching import CacheImpl

import bitswap_app.coding
from bitswap_app.coding import _cpu, _jit
from bitswap_app.coding._jit import Bundle, _digest, kernel

HERE = Path(__file__).parent
PACKAGE = Path(bitswap_app.coding.__file__).parent
ROOT = PACKAGE.parent
WITHOUT_COMPILER = ["test_kernel.py", "test_message.py", "test_mixture.py", "test_wavefront.py"]

needs_compiler = pytest.mark.skipif(numba.config.DISABLE_JIT, reason="there is no cache without the compiler")


def double(x):
    return 2 * x


def double_first(values):
    return 2 * values[0]


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """This program as a frozen one: its kernels brought along in one folder, its own in another."""
    made = Bundle("a stamp", tmp_path / "bundled", tmp_path / "own")
    monkeypatch.setattr(_jit, "_bundle", lambda: made)
    return made


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A folder that numba takes for NUMBA_CACHE_DIR."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(folder))
    return folder


def test_kernels_mean_the_same_without_the_compiler():
    """numpy warns on overflow where machine code wraps in silence, and warnings are errors here."""
    files = [str(HERE / name) for name in WITHOUT_COMPILER]
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", *files]
    environment = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
    outcome = subprocess.run(
        command, check=False, capture_output=True, text=True, env=environment, cwd=PACKAGE.parents[1]
    )
    assert outcome.returncode == 0, outcome.stdout


@needs_compiler
def test_a_kernel_is_cached_where_the_environment_says(cache):
    assert kernel(double)(21) == 42
    assert {path.suffix for path in cache.rglob("*") if path.is_file()} == {".nbi", ".nbc"}
    again = kernel(double)
    assert again(21) == 42
    assert sum(again.stats.cache_hits.values()) == 1


@needs_compiler
def test_code_for_other_types_is_never_run_whatever_number_it_has(cache):
    """As two processes leave it that both wrote number 1: the index of one, the code of the other."""
    numbers, words = np.array([0.5]), np.array([7], np.uint64)
    kernel(double_first)(numbers)
    kernel(double_first)(words)
    for_numbers, for_words = sorted(cache.rglob("*.nbc"))
    for_numbers.write_bytes(for_words.read_bytes())
    assert kernel(double_first)(numbers) == 1
    again = kernel(double_first)
    assert (again(numbers), again(words)) == (1, 14)
    assert sum(again.stats.cache_hits.values()) == 2


@needs_compiler
def test_code_of_older_sources_is_never_run_whatever_the_index_says(cache, monkeypatch):
    """As a process leaves it that was killed after it wrote the index for new sources, and before their code."""
    kernel(double)(21)
    (code,) = cache.rglob("*.nbc")
    old = code.read_bytes()
    monkeypatch.setattr(_jit, "_digest", lambda _file: "newer")
    kernel(double, calls=[_cpu])(21)
    code.write_bytes(old)
    again = kernel(double, calls=[_cpu])
    assert again(21) == 42
    assert sum(again.stats.cache_hits.values()) == 0


@needs_compiler
def test_a_frozen_program_keeps_what_it_compiles(bundle):
    assert kernel(double)(21) == 42
    assert {path.suffix for path in bundle.own.iterdir()} == {".nbi", ".nbc"}
    again = kernel(double)
    assert again(21) == 42
    assert sum(again.stats.cache_hits.values()) == 1


@needs_compiler
def test_a_frozen_program_takes_the_kernels_that_it_brings_and_writes_nothing(bundle):
    kernel(double)(21)
    bundle.own.rename(bundle.bundled)
    again = kernel(double)
    assert again(21) == 42
    assert sum(again.stats.cache_hits.values()) == 1
    assert not bundle.own.exists()


@needs_compiler
@pytest.mark.parametrize("damage", [b"", bytes(64)], ids=["emptied", "zeroed"])
def test_damaged_kernels_that_were_brought_are_compiled_again(bundle, damage):
    kernel(double)(21)
    bundle.own.rename(bundle.bundled)
    for file in bundle.bundled.iterdir():
        file.write_bytes(damage)
    assert kernel(double)(21) == 42
    assert kernel(double)(21) == 42
    assert any(bundle.own.iterdir())


@needs_compiler
def test_kernels_of_other_sources_are_not_taken(bundle, monkeypatch):
    kernel(double)(21)
    bundle.own.rename(bundle.bundled)
    other = Bundle("another stamp", bundle.bundled, bundle.own)
    monkeypatch.setattr(_jit, "_bundle", lambda: other)
    again = kernel(double)
    assert again(21) == 42
    assert sum(again.stats.cache_hits.values()) == 0


@needs_compiler
def test_a_frozen_program_without_a_home_only_costs_time(bundle):
    bundle.own.write_bytes(b"")
    assert kernel(double)(21) == 42


@needs_compiler
def test_a_frozen_program_finds_its_kernels_for_this_cpu(tmp_path, monkeypatch):
    """_bundle itself, which only looks once in a process."""
    monkeypatch.setattr(numba.config, "CPU_NAME", numba.config.CPU_NAME)
    monkeypatch.setattr(numba.config, "CPU_FEATURES", numba.config.CPU_FEATURES)
    monkeypatch.setattr(_jit, "bundled_kernels", lambda: tmp_path)
    (tmp_path / "stamp").write_text("a stamp\n")
    found = _jit._bundle.__wrapped__()
    assert (found.stamp, found.bundled, found.own.name) == ("a stamp", None, "a stamp")
    for level in _cpu.LEVELS:
        (tmp_path / level.name).mkdir()
    assert _jit._bundle.__wrapped__().bundled.name in {level.name for level in _cpu.LEVELS}
    assert numba.config.CPU_NAME in {level.cpu for level in _cpu.LEVELS}


@needs_compiler
def test_a_place_without_a_cache_only_costs_time(monkeypatch):
    """Every locator declines."""
    monkeypatch.setattr(CacheImpl, "_locator_classes", [])
    assert kernel(double)(21) == 42


@needs_compiler
def test_a_cache_folder_that_cannot_be_made_only_costs_time(cache, monkeypatch):
    """NUMBA_CACHE_DIR names a file. Not by access rights, which root does not feel."""
    cache.write_bytes(b"")
    monkeypatch.setattr(CacheImpl, "_locator_classes", CacheImpl._locator_classes[:1])
    assert kernel(double)(21) == 42


@needs_compiler
def test_a_cache_that_goes_away_only_costs_time(cache):
    """The folder is fine when the kernel is defined and cannot be written when it is compiled."""
    compiled = kernel(double)
    shutil.rmtree(cache)
    cache.write_bytes(b"")
    assert compiled(21) == 42


@needs_compiler
@pytest.mark.parametrize("damage", [b"", bytes(64), b"\x80\x04"], ids=["emptied", "zeroed", "cut"])
@pytest.mark.parametrize("kind", ["*.nbi", "*.nbc"])
def test_a_damaged_cache_is_replaced(cache, kind, damage):
    kernel(double)(21)
    for file in cache.rglob(kind):
        file.write_bytes(damage)
    assert kernel(double)(21) == 42
    assert all(file.read_bytes() != damage for file in cache.rglob(kind))
    mended = kernel(double)
    assert mended(21) == 42
    assert sum(mended.stats.cache_hits.values()) == 1


def test_no_kernel_of_this_package_is_compiled_fast_and_loose():
    sources = {path.name: path.read_text("utf-8") for path in PACKAGE.glob("*.py")}
    decorated = {name for name, source in sources.items() if re.search(r"^@kernel", source, re.MULTILINE)}
    assert decorated == {"_kernel.py", "_wavefront_kernel.py", "colour.py"}
    assert "fastmath=" not in sources["_jit.py"]


@needs_compiler
def test_a_kernel_is_compiled_again_when_one_that_it_calls_has_changed(cache, tmp_path, monkeypatch):
    """numba would not notice: it looks at the kernel's own file."""
    called = ModuleType("called")
    called.__file__ = str(tmp_path / "called.py")
    for text, hits in (("one", 0), ("one", 1), ("two", 0), ("two", 1)):
        Path(called.__file__).write_text(text)
        _digest.cache_clear()
        compiled = kernel(double, calls=[called])
        assert compiled(21) == 42
        assert sum(compiled.stats.cache_hits.values()) == hits


def test_kernels_name_the_files_that_they_call():
    """Each file with kernels tells `calls` of every other one that it imports, and of what those import."""
    files = {
        path.stem: re.sub(r"(\(|,)\s*\n\s*", r"\1 ", path.read_text("utf-8"))  # what stands in brackets on one line
        for folder in ("coding", "model")
        for path in (ROOT / folder).glob("*.py")
    }
    kernels = {name for name, text in files.items() if re.search(r"^@(kernel|intrinsic)", text, re.MULTILINE)}
    imported = {
        name: {
            other
            for other in kernels - {name}
            if re.search(rf"^from \S+ import .*\b{other}\b", files[name], re.MULTILINE)
        }
        for name in kernels
    }
    assert imported["_window_kernel"] >= {"_kernel", "_dense"}
    for name, others in imported.items():
        for other in others:
            calls = re.search(r"calls=\((.*?)\)", files[name])
            words = re.findall(r"\w+", calls.group(1)) if calls else []
            assert other in words or (other == "_kernel" and "coding" in words), (name, other)
