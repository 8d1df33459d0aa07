"""What one front end can do the other can, or it is said here why not. A new option or action without either fails."""

import argparse
from dataclasses import dataclass

import pytest

from bitswap_app.cli.main import build_parser
from bitswap_app.gui.actions import Actions


@dataclass(frozen=True)
class Form:
    """The control of that option."""

    option: str


@dataclass(frozen=True)
class Action:
    """The entry of the menus."""

    name: str


@dataclass(frozen=True)
class Shown:
    """A part of the window, by its attributes."""

    path: str


@dataclass(frozen=True)
class Command:
    """The command line's words for it."""

    words: str


@dataclass(frozen=True)
class Apart:
    """There is none, and why."""

    reason: str


COMMON = {
    "--help": Apart("The window has tips and words in place of a help text."),
    "--quiet": Apart("The window writes to no terminal that could be kept quiet."),
    "--json": Action("copy_csv"),
}
FOR_READING = {
    "PATH": Action("add_files"),
    "--device": Form("device"),
    "--threads": Form("threads"),
    "--max-pixels": Form("max_pixels"),
    "--include": Form("include"),
    "--exclude": Form("exclude"),
}
FOR_DECODING = FOR_READING | {"--jobs": Form("jobs")}
FOR_WRITING = FOR_DECODING | {
    "--output": Form("output"),
    "--existing": Form("existing"),
    "--overwrite": Form("existing"),
    "--keep-structure": Form("keep_structure"),
}
FOR_MEASURING = Apart("Measuring is for those who develop; the window compares one picture's sizes, by the same code.")
FOR_FILE_MANAGERS = Apart("File managers ask for it; the window shows the same small picture.")

# By command: its own twin ("") and that of each of its options.
COMMANDS = {
    "": {"": Shown("view"), "--help": COMMON["--help"], "--version": Action("about")},
    "compress": COMMON
    | FOR_WRITING
    | {
        "": Action("start"),
        "--effort": Form("effort"),
        "--verify": Form("verify"),
        "--pixels": Form("pixels"),
        "--metadata": Form("metadata"),
        "--thumbnail": Form("thumbnail"),
        "--images-only": Form("images_only"),
        "--source-after": Form("source_after"),
        "--delete-source": Form("source_after"),
    },
    "decompress": COMMON | FOR_WRITING | {"": Action("start")},
    "verify": COMMON | FOR_DECODING | {"": Action("test")},
    "info": COMMON | {"": Action("details"), "PATH": Action("add_files")},
    "bench": COMMON
    | FOR_READING
    | {
        "": Shown("preview.comparison_wanted"),
        "--output": Apart("The comparison is shown and not written."),
        "--codec": FOR_MEASURING,
        "--protocol": FOR_MEASURING,
        "--plots": FOR_MEASURING,
        "--fresh": FOR_MEASURING,
    },
    "thumbnail": {
        "": Shown("preview.view"),
        "--help": COMMON["--help"],
        "--quiet": COMMON["--quiet"],
        "FILE": Action("preview"),
        "PNG": FOR_FILE_MANAGERS,
        "--size": FOR_FILE_MANAGERS,
    },
    "devices": COMMON
    | {
        "": Shown("device"),
        "--json": Apart("The tip of the device in the status bar tells all that there is."),
        "--check": Apart("An exit code is for scripts; the tip tells which device failed the test."),
    },
}

# By action: what does the same at the command line.
ACTIONS = {
    "add_files": Command("compress PATH"),
    "add_folder": Command("compress PATH"),
    "start": Command("compress PATH"),
    "pause": Apart("A terminal pauses what runs in it, by Ctrl+Z."),
    "cancel": Apart("A terminal stops what runs in it, by Ctrl+C; finished files are complete."),
    "cancel_rows": Command("compress --exclude PATTERN PATH"),
    "retry": Apart("The same command again skips what is done."),
    "test": Command("verify PATH"),
    "remove": Command("compress --exclude PATTERN PATH"),
    "remove_finished": Apart("A command has no list that stays."),
    "details": Command("info PATH"),
    "open_folder": Apart("A terminal stands in a folder already."),
    "copy_text": Apart("What a command prints is the report."),
    "copy_csv": Command("compress --json PATH"),
    "find": Apart("What a command prints is searched by the terminal, or by grep."),
    "options": Command("compress --help"),
    "preview": Command("thumbnail FILE PNG"),
    "quit": Apart("A command ends by itself."),
    "about": Command("--version"),
}


def options_of(parser):
    """Each option by its longest flag, a positional argument by its name; without those that stand for --no-."""
    found = set()
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction):
            found.add(max(action.option_strings, key=_weight) if action.option_strings else action.metavar)
    return found


def _weight(flag):
    return (not flag.startswith("--no-"), len(flag))


def subparsers():
    parser = build_parser()
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return {"": parser, **commands.choices}


def test_every_command_and_option_has_a_twin_in_the_window_or_a_reason():
    told = {name: set(twins) - {""} for name, twins in COMMANDS.items()}
    assert told == {name: options_of(parser) for name, parser in subparsers().items()}


def test_every_action_has_a_twin_at_the_command_line_or_a_reason():
    assert set(ACTIONS) == set(Actions.__slots__)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_twins_of_a_command_are_there(window, name):
    controls = {control.objectName() for control in window.form.controls()}
    for twin in COMMANDS[name].values():
        match twin:
            case Form(option):
                assert option in controls
            case Action(action):
                assert action in ACTIONS
            case Shown(path):
                part = window
                for attribute in path.split("."):
                    part = getattr(part, attribute)
            case Apart(reason):
                assert reason.endswith(".")


@pytest.mark.parametrize("name", ACTIONS)
def test_the_twin_of_an_action_is_there(name):
    match ACTIONS[name]:
        case Command(words):
            parse = build_parser().parse_args
            if {"--help", "--version"} & set(words.split()):
                with pytest.raises(SystemExit) as ended:
                    parse(words.split())
                assert ended.value.code == 0
            else:
                parse(words.split())
        case Apart(reason):
            assert reason.endswith(".")


def test_a_new_option_would_be_missed():
    """The test above, tested."""
    parser = subparsers()["verify"]
    parser.add_argument("--new")
    assert options_of(parser) - set(COMMANDS["verify"]) == {"--new"}
