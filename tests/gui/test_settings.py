"""Options survive a restart, and what is written by another version does no harm."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from bitswap_app.gui.presets import preset_of, presets
from bitswap_app.gui.settings import Settings, read_options, write_options
from bitswap_app.service.options import EFFORTS, EXISTING, SOURCE_AFTER, CompressOptions

patterns = st.lists(st.text("abc*./?[] ", min_size=1), max_size=3).map(tuple)
options = st.builds(
    CompressOptions,
    device=st.sampled_from(["auto", "cpu", "cuda:0"]),
    threads=st.none() | st.integers(1, 64),
    jobs=st.none() | st.integers(1, 64),
    max_pixels=st.integers(1, 1 << 30),
    include=patterns,
    exclude=patterns,
    output=st.none() | st.sampled_from([Path("/some where/é"), Path("C:\\x")]),
    existing=st.sampled_from(EXISTING),
    keep_structure=st.booleans(),
    effort=st.sampled_from(EFFORTS),
    verify=st.booleans(),
    metadata=st.booleans(),
    source_after=st.sampled_from(SOURCE_AFTER),
)


@given(options)
def test_reading_undoes_writing(chosen):
    assert read_options(write_options(chosen)) == chosen


@given(st.dictionaries(st.sampled_from([*write_options(CompressOptions(threads=1)), "threads", "effort"]), st.text()))
def test_texts_of_another_version_give_options_all_the_same(texts):
    assert isinstance(read_options(texts), CompressOptions)


def test_what_is_not_understood_is_the_default():
    assert read_options({"effort": "heroic", "threads": "-3", "verify": "maybe", "no_such": "1"}) == CompressOptions()


def test_settings_come_back_from_the_file(store):
    chosen = CompressOptions(effort="high", output=Path("/results"), include=("*.png", "a;b"))
    settings = Settings(store)
    settings.options = CompressOptions(verify=False)
    settings.options = chosen
    store.sync()
    assert Settings(store).options == chosen


@given(
    st.dictionaries(st.text(min_size=1).filter(lambda name: name.strip() and name.isprintable()), options, max_size=4)
)
def test_own_presets_come_back_whatever_their_names(tmp_path_factory, presets):
    path = str(tmp_path_factory.getbasetemp() / "presets.ini")
    store = QSettings(path, QSettings.Format.IniFormat)
    store.clear()
    Settings(store).presets = {"gone": CompressOptions(), "too": CompressOptions(verify=False), **presets}
    Settings(store).presets = presets
    store.sync()
    again = Settings(QSettings(path, QSettings.Format.IniFormat)).presets
    assert list(again.items()) == list(presets.items())


def test_each_preset_is_told_from_the_others(qapp):
    mine = CompressOptions(output=Path("/results"), threads=2)
    for preset in presets():
        chosen = preset.applied_to(mine)
        assert preset_of(chosen, presets()).key == preset.key
        assert (chosen.output, chosen.threads) == (Path("/results"), 2)
    assert preset_of(CompressOptions(effort="high", verify=False), presets()) is None
