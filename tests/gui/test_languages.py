"""Every string in every language, and languages found by the system's names."""

import ast
import importlib.util
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from bitswap_app import errors
from bitswap_app.errors import Sentence
from bitswap_app.gui import languages, wording
from bitswap_app.resources import resource

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "resources" / "translations"


def messages(language):
    tree = ET.parse(TRANSLATIONS / f"bitswap_{language}.ts")
    for context in tree.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def texts(message):
    """All forms of a translation."""
    translation = message.find("translation")
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


@pytest.mark.parametrize("language", languages.NAMES)
def test_no_string_is_unfinished(language):
    unfinished = [
        message.findtext("source")
        for _, message in messages(language)
        if message.find("translation").get("type") or not all(texts(message))
    ]
    assert unfinished == []


@pytest.mark.parametrize("language", languages.NAMES)
def test_translations_keep_what_is_filled_in(language):
    """{names} in braces and %n are replaced at run time; a lost one would be an error or a hole."""
    for _, message in messages(language):
        source = message.findtext("source")
        wanted = sorted(re.findall(r"\{[^{}]*\}", source))
        for text in texts(message):
            assert sorted(re.findall(r"\{[^{}]*\}", text)) == wanted, source
            if "%n" in source and language in ("en", "ja", "zh_CN"):
                assert "%n" in text or len(texts(message)) > 1, source


@pytest.mark.parametrize("language", sorted(set(languages.NAMES) - {"en"}))
def test_translations_have_no_two_shortcuts_of_one_letter_in_the_menu_bar(language):
    titles = ("&File", "&Queue", "&View", "&Help")
    letters = [
        re.search(r"&(.)", texts(message)[0])[1].lower()
        for context, message in messages(language)
        if context == "menus" and message.findtext("source") in titles
    ]
    assert len(letters) == len(set(letters)) == 4


def test_every_language_has_the_same_strings_as_the_sources():
    """A string that was added or changed without packaging/translate.py is missing in the .ts files."""
    known = {message.findtext("source") for _, message in messages("de")}
    for path in (ROOT / "bitswap_app" / "gui").rglob("*.py"):
        code = path.read_text("utf-8")
        found = re.findall(r'self\.tr\(\s*"((?:[^"\\]|\\.)*)"\s*[,)]', code)
        found += re.findall(r'translate\(\s*"\w+",\s*"((?:[^"\\]|\\.)*)"\s*[,)]', code)
        for text in found:
            assert text in known, f"{path.name}: {text}"


@pytest.fixture(scope="module")
def translate():
    """packaging/translate.py; packaging is no package."""
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", sorted(set(languages.NAMES) - {"en"}))
def test_every_sentence_of_the_service_is_translated(translate, language):
    """Of errors, notes and warnings. What is new: run packaging/translate.py and translate it."""
    known = {message.findtext("source") for context, message in messages(language) if context == "sentences"}
    assert known == set(translate.sentences())


def test_sentences_with_fields_keep_their_template(translate):
    """An f-string would reach the window as English: errors and Sentences take the template and its fields."""
    for path in translate.core_files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                shown = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
                assert not re.fullmatch(r"[A-Z{].* .*\.", shown) or is_of_a_bug(node, path), f"{path.name}: {shown}"


def is_of_a_bug(text, path):
    """A ValueError or NotImplementedError tells developers of a mistake, and users of none."""
    lines = path.read_text("utf-8").splitlines()[: text.lineno]
    return any(re.search(r"(ValueError|NotImplementedError)\($", line) or "Error(f" in line for line in lines[-3:])


@pytest.mark.parametrize("language", languages.NAMES)
def test_the_compiled_file_holds_the_translations(language, qapp):
    translator = QTranslator()
    assert translator.load(str(resource(f"translations/bitswap_{language}.qm")))
    for context, message in messages(language):
        if message.get("numerus") is None:
            assert translator.translate(context, message.findtext("source")) == texts(message)[0]


def test_plurals_are_right_in_english(qapp):
    translator = QTranslator()
    translator.load(str(resource("translations/bitswap_en.qm")))
    assert translator.translate("MainWindow", "Added %n file(s).", "", 1) == "Added %n file."
    assert translator.translate("MainWindow", "Added %n file(s).", "", 2) == "Added %n files."


@pytest.mark.parametrize(
    ("names", "language"),
    [
        (["de-AT", "de"], "de"),
        (["pt-BR", "fr"], "fr"),
        (["zh-Hans-CN"], "zh_CN"),
        (["zh-Hant-TW", "ja-JP"], "ja"),
        (["xx"], "en"),
    ],
)
def test_the_systems_language_is_taken_where_it_is_known(monkeypatch, names, language):
    class System:
        def uiLanguages(self):  # noqa: N802
            return names

    monkeypatch.setattr(QLocale, "system", System)
    assert languages.wanted("system") == language
    assert languages.wanted("es") == "es"


@pytest.fixture
def german(qapp):
    before = QLocale()
    translators = languages.put_on(qapp, "de")
    yield
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(before)


def test_what_the_service_says_is_german_too(german):
    inner = errors.ImageError("The PNG file ends early, after {count} bytes.", count=7)
    outer = errors.VerifyFailed("The result could not be decoded, and was discarded: {error}", error=inner)
    assert str(outer).endswith("discarded: The PNG file ends early, after 7 bytes.")
    assert wording.sentence(outer.sentence).endswith("verworfen: Die PNG-Datei endet zu früh, nach 7 Bytes.")
    note = Sentence("{reason} The JPEG file itself is kept.", reason="It is animated.")
    assert wording.sentence(note) == "Es ist animiert. Die JPEG-Datei selbst wird behalten."
    assert wording.sentence("A sentence of nobody's.") == "A sentence of nobody's."
    assert wording.sentence("") == ""


def test_flags_of_the_command_line_are_called_as_in_the_form(qapp):
    error = errors.OutputError(
        "{path} exists already. --overwrite replaces it, --existing says what else can be done.", path="/--jobs/-o"
    )
    assert wording.sentence(error.sentence) == (
        "/--jobs/-o exists already. “Replace it” replaces it, “If the result exists” says what else can be done."
    )


def test_the_window_speaks_german(german, open_window, engines, image_file, add):
    window = open_window(engines)
    add(window.queue, image_file("a.png"))
    assert window.actions_.add_files.text() != "&Add files…"
    assert window.view.table.model().headerData(2, window.view.table.horizontalHeader().orientation()) == "Original"
    assert window.totals_bar.texts()[0] == "0 von 1 Datei"


def test_no_line_of_french_begins_with_a_colon():
    """The space before such signs must not break."""
    assert [text for _, message in messages("fr") for text in texts(message) if re.search(" [:;?!]", text)] == []
