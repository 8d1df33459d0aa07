"""The look in folders of any name."""

import shutil
from pathlib import Path

import pytest

from bitswap_app.gui import theme

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtWidgets import QCheckBox

RESOURCES = Path(__file__).parents[2] / "resources"


def test_it_reads_its_icons_in_a_folder_of_any_name(qtbot, qapp, qtlog, tmp_path, monkeypatch):
    folder = tmp_path / "on the way, 2 für (alle)"
    for part in ("icons", "styles"):
        shutil.copytree(RESOURCES / part, folder / part)
    with monkeypatch.context() as patched:
        patched.setattr(theme, "resource", lambda relative: folder / relative)
        theme.use(qapp, "light")
        box = QCheckBox("checked")
        qtbot.addWidget(box)
        box.setChecked(True)
        box.grab()
    assert [
        record.message for record in qtlog.records if "stylesheet" in record.message or "svg" in record.message
    ] == []
    theme.use(qapp, "system")
