"""What people read: sizes, times, errors, reports."""

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from bitswap_app import errors
from bitswap_app.container.header import Coding
from bitswap_app.gui import report, wording
from bitswap_app.gui.rows import Row, State, Task
from bitswap_app.service.events import FileDone, FileFailed

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.00 kB"), (12_345, "12.3 kB"), (999_600, "1.00 MB"), (5 * 10**12, "5.00 TB")],
)
def test_sizes_have_three_digits(number, text):
    assert wording.size(number) == text


def test_percents_and_times_are_short():
    assert wording.percent(0.3456) == "34.6 %"
    assert wording.percent(-0.01) == "−1.0 %"
    assert [wording.duration(s) for s in (0.2, 59, 150, 3700)] == ["1 s", "59 s", "2 min", "1 h 2 min"]


def test_names_and_sizes_read_from_the_left_amid_words_from_the_right():
    assert wording.as_written("8.21 MB", Qt.LayoutDirection.RightToLeft) == "\u20668.21 MB\u2069"
    assert wording.as_written("8.21 MB", Qt.LayoutDirection.LeftToRight) == "8.21 MB"
    assert wording.as_written("", Qt.LayoutDirection.RightToLeft) == ""


def test_every_error_has_a_title_of_its_own_kind():
    general = wording.error_title(errors.BitswapError())
    kinds = [errors.ImageError, errors.InputError, errors.OutputError, errors.FormatError, errors.UnsupportedVersion]
    kinds += [errors.CorruptFile, errors.ModelError, errors.DeviceError, errors.VerifyFailed]
    titles = {wording.error_title(kind()) for kind in kinds}
    assert len(titles) == len(kinds)
    assert general not in titles


def test_every_coding_and_state_has_words():
    assert all(wording.coding(coding.label) != coding.label for coding in Coding)
    for state in State:
        assert wording.state(Row(Path("a"), None, Task.COMPRESS, 1, state=state))


def rows():
    good, bad = (Row(Path(f"/in/{name}.png"), None, Task.COMPRESS, 1000) for name in ("good", 'bad, "so"'))
    good.apply(FileDone(good.source, Path("/out/good.png.bsw"), "compressed", "jxl", 1000, 750, 1.0))
    bad.apply(FileFailed(bad.source, errors.ImageError("The PNG file is damaged.")))
    return [good, bad]


def test_the_text_report_has_a_line_a_file_and_a_sum():
    first, second, last = report.as_text(rows()).splitlines()
    assert first == "/in/good.png, Done, 1.00 kB → 750 B (25.0 %), JPEG XL"
    assert second.endswith("Failed, The PNG file is damaged.")
    assert "250 B saved (25.0 %)" in last


def test_the_csv_report_reads_back():
    table = list(csv.DictReader(io.StringIO(report.as_csv(rows()))))
    assert table[0]["saved_percent"] == "25.00"
    assert table[0]["output"] == str(Path("/out/good.png.bsw"))
    assert (table[1]["file"], table[1]["state"]) == (str(rows()[1].source), "failed")
