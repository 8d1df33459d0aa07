"""Words for people: states, tasks, codings, sizes, times and errors, in the user's language."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from bitswap_app import errors
from bitswap_app.errors import Sentence
from bitswap_app.gui import option_words
from bitswap_app.gui.rows import Row, State, Task

translate = QCoreApplication.translate  # a name that lupdate looks for

_FLAG = re.compile(r"(?<![\w-])-(o\b|-[a-z-]+)")
_CHOICES = {"-o": ("output", ""), "--overwrite": ("existing", "replace")}  # flags that are not an option's name
_UNITS = ("B", "kB", "MB", "GB", "TB")


def size(number: int) -> str:
    """1,234,567 -> 1.23 MB, with three digits that count."""
    value, unit = float(number), 0
    while value >= 999.5 and unit + 1 < len(_UNITS):
        value, unit = value / 1000, unit + 1
    digits = 0 if unit == 0 or value >= 99.95 else 1 if value >= 9.995 else 2
    return f"{QLocale().toString(value, 'f', digits)} {_UNITS[unit]}"


def as_written(text: str, direction: Qt.LayoutDirection) -> str:
    """A name, path or size, which reads from the left also amid words that are read from the right."""
    return f"\u2066{text}\u2069" if text and direction is Qt.LayoutDirection.RightToLeft else text


def percent(part: float, digits: int = 1) -> str:
    """0.345 -> 34.5 %, as the language writes it."""
    return translate("wording", "{number} %").format(
        number=QLocale().toString(100 * part, "f", digits).replace("-", "−")
    )


def duration(seconds: float) -> str:
    """About how long, in one or two units."""
    whole = max(1, round(seconds))
    if whole < 60:
        return translate("wording", "{seconds} s").format(seconds=whole)
    minutes = round(whole / 60)
    if minutes < 60:
        return translate("wording", "{minutes} min").format(minutes=minutes)
    return translate("wording", "{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def task(value: Task) -> str:
    """What will be done with a row."""
    return {
        Task.COMPRESS: translate("wording", "Make smaller"),
        Task.DECOMPRESS: translate("wording", "Restore"),
        Task.VERIFY: translate("wording", "Test"),
    }[value]


def state(row: Row) -> str:
    """How far a row is, in a word or two."""
    if row.state is State.DONE:
        return {
            Task.COMPRESS: translate("wording", "Done"),
            Task.DECOMPRESS: translate("wording", "Restored"),
            Task.VERIFY: translate("wording", "Sound"),
        }[row.task]
    if row.state is State.WORKING:
        return {
            None: translate("wording", "Reading"),
            "coding": translate("wording", "Compressing"),
            "checking": translate("wording", "Checking"),
            "decoding": translate("wording", "Decoding"),
        }[row.stage]
    return {
        State.WAITING: translate("wording", "Waiting"),
        State.FAILED: translate("wording", "Failed"),
        State.STOPPED: translate("wording", "Stopped"),
        State.SKIPPED: translate("wording", "Skipped"),
    }[row.state]


def coding(label: str) -> str:
    """How a .bsw file holds its picture; FORMAT.md has the labels."""
    return {
        "bitswap": translate("wording", "Bit-Swap model"),
        "jxl": translate("wording", "JPEG XL"),
        "webp": translate("wording", "WebP"),
        "jpeg": translate("wording", "JPEG, repacked"),
        "stored": translate("wording", "As it is"),
    }.get(label, label)


def sentence(text: str) -> str:
    """What the service says of a file (an error's sentence, a note, a warning), in the user's language.

    packaging/translate.py collects the templates of all Sentences. What a library or the system put into one, such as
    the name of a fault, stays as it is.
    """
    if not text:
        return ""  # asked for an empty one, translate() gives the file's own entry
    template, fields = (text.template, text.fields) if isinstance(text, Sentence) else (text, {})
    said = _FLAG.sub(lambda flag: _of_the_form(flag[0]), translate("sentences", template))
    return said.format(**{name: _field(value) for name, value in fields.items()}) if fields else said


def _of_the_form(flag: str) -> str:
    """What the options form calls what the command line's flag stands for."""
    option, choice = _CHOICES.get(flag, (flag.lstrip("-").replace("-", "_"), ""))
    if option not in option_words.words():
        return flag
    words = option_words.words()[option]
    return translate("wording", "“{option}”").format(option=words.choices.get(choice, words.label))


def _field(value: object) -> object:
    if isinstance(value, errors.BitswapError):
        return sentence(value.sentence)
    if isinstance(value, Sentence):
        return sentence(value)
    return translate("sentences", value) if isinstance(value, str) and value else value


def remarks(row: Row) -> list[str]:
    """What there is to say of a row beside its state: its note or its error's sentence, and warnings."""
    return [sentence(text) for text in (row.note, *row.warnings) if text]


def error_title(error: BaseException) -> str:
    """What kind of thing went wrong. The error's own sentence tells the rest."""
    titles: list[tuple[type[BaseException], str]] = [
        (errors.ImageError, translate("wording", "This is not a picture that can be compressed")),
        (errors.InputError, translate("wording", "The file cannot be read")),
        (errors.OutputError, translate("wording", "The result cannot be written")),
        (errors.UnsupportedVersion, translate("wording", "A newer version of Bit-Swap is needed")),
        (errors.CorruptFile, translate("wording", "The file is damaged")),
        (errors.FormatError, translate("wording", "This is not a .bsw file")),
        (errors.ModelError, translate("wording", "The model is missing")),
        (errors.DeviceError, translate("wording", "The device cannot be used")),
        (errors.VerifyFailed, translate("wording", "The result was not the same, and was discarded")),
    ]
    for kind, title in titles:
        if isinstance(error, kind):
            return title
    return translate("wording", "It did not work")
