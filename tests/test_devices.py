"""Which device is taken, and why: a pure function of what the probe found."""

import importlib
import importlib.util
import sys

import pytest

from bitswap_app.devices import Choice, Device, choose, gpu_libraries, present, probe
from bitswap_app.errors import DeviceError, ModelError

CPU = Device("cpu", True, "int8")
GOOD, BAD = Device("cuda:0", True, "float32"), Device("cuda:0", False, "wrong answers")
SECOND = Device("cuda:1", True, "float32")


@pytest.mark.parametrize(
    ("requested", "found", "chosen"),
    [
        ("auto", [CPU], CPU),
        ("auto", [GOOD, CPU], GOOD),
        ("auto", [BAD, CPU], CPU),
        ("auto", [BAD, SECOND, CPU], SECOND),
        ("cpu", [GOOD, CPU], CPU),
        ("cuda", [GOOD, SECOND, CPU], GOOD),
        ("cuda:1", [GOOD, SECOND, CPU], SECOND),
        ("cuda:0", [GOOD, CPU], GOOD),
    ],
)
def test_the_fastest_exact_device_or_the_one_asked_for(requested, found, chosen):
    assert choose(requested, found).device == chosen


def test_the_reason_tells_which_devices_failed():
    assert (
        choose("auto", [BAD, CPU]).reason == "the fastest device that passed the self test; cuda:0 failed the self test"
    )
    assert choose("auto", [CPU]).reason == "the fastest device that passed the self test"
    assert choose("cpu", [CPU]) == Choice(CPU, "you asked for it")


@pytest.mark.parametrize(
    ("requested", "found", "words"),
    [
        ("auto", [], "No device passed"),
        ("auto", [BAD, Device("cpu", False)], "No device passed"),
        ("cuda", [BAD, CPU], "cuda:0 failed the self test, .*: wrong answers"),
        ("cuda:0", [BAD, CPU], "cuda:0 failed the self test"),
        ("cuda:1", [GOOD, CPU], "There is no cuda:1 device here; found cuda:0, cpu"),
        ("cuda", [CPU], "There is no cuda device here; found cpu"),
        ("tpu", [], "found none"),
        ("", [CPU], "There is no  device"),
    ],
)
def test_a_device_that_is_absent_or_inexact_is_refused(requested, found, words):
    with pytest.raises(DeviceError, match=words):
        choose(requested, found)


def test_a_probe_asks_each_device_and_keeps_what_it_said():
    def check(name):
        if name == "cuda:0":
            raise DeviceError("Wrong answers.")
        return "int8"

    assert probe(["cuda:0", "cpu"], check) == [Device("cuda:0", False, "Wrong answers."), CPU]


def test_a_bad_model_is_no_device_s_fault():
    def check(name):
        raise ModelError("The model is not whole.")

    with pytest.raises(ModelError):
        probe(["cpu"], check)


def test_the_cpu_is_present_and_comes_last():
    assert present()[-1] == "cpu"


@pytest.mark.parametrize(
    ("library", "expected"), [("libtorch_cpu.so", False), ("libtorch_cuda.so", True), ("torch_hip.dll", True)]
)
def test_torch_is_only_asked_where_it_was_built_for_gpus(tmp_path, monkeypatch, library, expected):
    (tmp_path / "torch" / "lib").mkdir(parents=True)
    (tmp_path / "torch" / "__init__.py").write_text("raise AssertionError('imported')")
    (tmp_path / "torch" / "lib" / library).touch()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    importlib.invalidate_caches()
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    assert (gpu_libraries() is not None) == expected
    if not expected:
        assert present() == ["cpu"]


def test_no_torch_is_no_error(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert present() == ["cpu"]
