"""Arguments in, one exit code out. No decision about images or files is taken here.

What is heavy is imported by the command that needs it, so that --help and mistyped arguments are answered at once.
"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn, TypeVar, get_type_hints

from bitswap_app import __version__
from bitswap_app.errors import BitswapError
from bitswap_app.service.options import BenchOptions, CompressOptions, DecodeOptions, DecompressOptions

Options = TypeVar("Options", DecodeOptions, DecompressOptions, CompressOptions, BenchOptions)

INTERRUPTED = 130
BROKEN_PIPE = 141
TERMINATED = 143

_COMMANDS: dict[str, tuple[str, type[DecodeOptions | BenchOptions] | None]] = {
    "compress": ("make image files smaller: photo.png becomes photo.png.bsw", CompressOptions),
    "decompress": ("give the images back: photo.png.bsw becomes photo.png", DecompressOptions),
    "verify": ("decode .bsw files in full and write nothing", DecodeOptions),
    "info": ("tell what .bsw files hold", None),
    "bench": ("measure Bit-Swap and other lossless codecs on images: size, speed, memory", BenchOptions),
}


def main(arguments: Sequence[str]) -> int:
    """Runs one command. Expected errors become a sentence on stderr and their exit code; a bug stays a traceback."""
    args = build_parser().parse_args(arguments)
    logging.basicConfig(format="bitswap: %(message)s", level=logging.ERROR if args.quiet else logging.WARNING)
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _terminate)
    try:
        code = _run(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _say("Stopped at your request. Files finished before this are complete.", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read the output is gone. Python would complain again when it flushes stdout at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except BitswapError as error:
        return _say(str(error), error.exit_code)
    return code


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="bitswap",
        description="Makes image files smaller without losing anything.",
        epilog="Without a command, or with `gui` and paths, the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"bitswap {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (text, options) in _COMMANDS.items():
        command = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="Files, or folders to walk.")
        if options is not None:
            add_options(command, options)
        _add_output_options(command)
    text = "write the small picture of a .bsw file, for file managers"
    thumbnail = commands.add_parser("thumbnail", help=text, description=f"{text[0].upper()}{text[1:]}.")
    thumbnail.add_argument("path", type=Path, metavar="FILE", help="A .bsw file.")
    thumbnail.add_argument("output", type=Path, metavar="PNG", help="The file to write; one that is there is replaced.")
    thumbnail.add_argument("--size", type=_positive, default=256, metavar="N", help="Pixels a side, at most.")
    thumbnail.add_argument("--quiet", action="store_true", help="Print errors only.")
    text = "list what the model can run on, and which device would be used"
    devices = commands.add_parser("devices", help=text, description=f"{text[0].upper()}{text[1:]}.")
    devices.add_argument("--check", action="store_true", help="Exit with an error if any device fails the test.")
    _add_output_options(devices)
    return parser


def add_options(parser: argparse.ArgumentParser, options: type[DecodeOptions | BenchOptions]) -> None:
    """One argument per field, so that a new option cannot be forgotten here."""
    hints = get_type_hints(options)
    for option in fields(options):
        flags = ["--" + option.name.replace("_", "-")]
        if "short" in option.metadata:
            flags.insert(0, "-" + option.metadata["short"])
        settings: dict[str, Any] = {"dest": option.name, "default": option.default, "help": option.metadata["help"]}
        if isinstance(option.default, bool):
            settings["action"] = argparse.BooleanOptionalAction
        elif isinstance(option.default, tuple):
            settings |= {"action": _Collect, "metavar": option.metadata["metavar"]}
        elif "choices" in option.metadata:
            settings["choices"] = option.metadata["choices"]
        else:
            settings["metavar"] = option.metadata["metavar"]
            settings["type"] = {
                Path | None: Path,
                Path: Path,
                int | None: _positive,
                int: _positive,
            }.get(hints[option.name], str)
        parser.add_argument(*flags, **settings)
        if "shortcuts" in option.metadata:
            flags, choice, text = option.metadata["shortcuts"]
            parser.add_argument(*flags, dest=option.name, action="store_const", const=choice, help=text)


def options_from(args: argparse.Namespace, options: type[Options]) -> Options:
    """The options that the arguments say."""
    return options(**{option.name: getattr(args, option.name) for option in fields(options)})


class _Collect(argparse.Action):
    """A flag that may be given again; a tuple of what each said."""

    def __call__(
        self, _parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, _flag: str | None = None
    ) -> None:
        setattr(namespace, self.dest, (*getattr(namespace, self.dest), values))


def _add_output_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="Print JSON lines for programs, one for each event.")
    parser.add_argument("--quiet", action="store_true", help="Print errors only.")


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{value} is not 1 or more")
    return value


def _run(args: argparse.Namespace) -> int:  # noqa: PLR0911  # one for each command
    from bitswap_app.cli import commands

    match args.command:
        case "compress":
            return commands.compress(
                args.paths, options_from(args, CompressOptions), as_json=args.json, quiet=args.quiet
            )
        case "decompress":
            return commands.decompress(
                args.paths, options_from(args, DecompressOptions), as_json=args.json, quiet=args.quiet
            )
        case "verify":
            return commands.verify(args.paths, options_from(args, DecodeOptions), as_json=args.json, quiet=args.quiet)
        case "info":
            return commands.info(args.paths, as_json=args.json, quiet=args.quiet)
        case "bench":
            from bitswap_app.cli.bench import bench

            return bench(args.paths, options_from(args, BenchOptions), as_json=args.json, quiet=args.quiet)
        case "thumbnail":
            return commands.thumbnail(args.path, args.output, args.size)
    return commands.devices(check=args.check, as_json=args.json)


def _say(sentence: str, code: int) -> int:
    print(f"bitswap: {sentence}", file=sys.stderr)  # noqa: T201 (render.py may not be imported yet)
    return code


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Ends as on Ctrl-C, through every clean-up, and not at once."""
    raise SystemExit(TERMINATED)
