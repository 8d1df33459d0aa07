"""What the frozen program is made of, from what PyInstaller notes."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path.insert(0, str(PACKAGING))
import inventory  # noqa: E402

sys.path.remove(str(PACKAGING))

OUR_FILE = "_internal/resources/icons/bitswap.svg"


@pytest.fixture(scope="module")
def parts(tmp_path_factory):
    """Of a folder with a file of numpy's, one of ours and one of Python's."""
    tmp_path = tmp_path_factory.mktemp("built")
    library = Path(np.__file__).with_name("version.py")
    notes = [("numpy/version.py", str(library), "DATA"), ("resources/icons/bitswap.svg", "/somewhere", "DATA")]
    notes += [("libpython3.so", f"{sys.base_prefix}/lib/libpython3.so", "BINARY"), ("gone.so", "/gone.so", "BINARY")]
    frozen, work = tmp_path / "frozen", tmp_path / "work"
    for place, _, _ in notes[:3]:
        (frozen / "_internal" / place).parent.mkdir(parents=True, exist_ok=True)
        (frozen / "_internal" / place).write_bytes(bytes(100_000))
    (work / "bitswap").mkdir(parents=True)
    (work / "bitswap" / "COLLECT-00.toc").write_text(repr((None, [notes])))
    (work / "bitswap" / "PYZ-00.toc").write_text(repr((None, [("numpy", str(library), "PYMODULE")])))
    return frozen, inventory.parts_of(frozen, work)


def test_every_file_has_an_owner(parts):
    frozen, found = parts
    by_name = {part.name: part for part in found}
    assert by_name["numpy"].files == ["_internal/numpy/version.py"]
    assert by_name["numpy"].version == np.__version__
    assert by_name[inventory.OURS].files == [OUR_FILE]
    assert by_name[inventory.PYTHON].size(frozen) == 100_000
    assert sum(len(part.files) for part in found) == 3


def test_the_table_adds_up(parts):
    table = inventory.table(*parts)
    assert "| numpy |" in table
    assert table.splitlines()[-1].startswith("| all | | 0.3 |")


def test_the_bill_of_materials_is_the_same_twice_and_names_what_is_there(parts):
    text = inventory.bill_of_materials(parts[1], "1.2.3", 1_700_000_000)
    assert text == inventory.bill_of_materials(parts[1], "1.2.3", 1_700_000_000)
    bill = json.loads(text)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    named = {component["name"]: component for component in bill["components"]}
    assert named["numpy"]["purl"] == f"pkg:pypi/numpy@{np.__version__}"
    assert "licenses" in named["numpy"]


def test_licences_are_collected(parts, tmp_path):
    inventory.write_licences(tmp_path / "licences", parts[1])
    assert any((tmp_path / "licences" / "numpy").iterdir())
    assert inventory.without_licence(parts[1]) == []
