"""Claims about the whole package."""

import argparse
import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from bitswap_app import errors
from bitswap_app.cli import main as cli
from bitswap_app.service.options import BenchOptions, CompressOptions, DecodeOptions, DecompressOptions

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "bitswap_app"
README = (ROOT / "README.md").read_text("utf-8")
OTHER_CODES = {0, 2, 3, cli.INTERRUPTED, cli.BROKEN_PIPE, cli.TERMINATED}


def error_classes():
    classes = [errors.BitswapError]
    for found in classes:
        classes.extend(found.__subclasses__())
    return [found for found in classes if found.__module__ == errors.__name__]


@pytest.mark.parametrize("options", [CompressOptions, DecompressOptions, DecodeOptions, BenchOptions])
def test_the_cli_offers_every_option_with_its_default(options):
    parser = argparse.ArgumentParser()
    cli.add_options(parser, options)
    assert cli.options_from(parser.parse_args([]), options) == options()


def test_the_cli_understands_every_option():
    parser = argparse.ArgumentParser()
    cli.add_options(parser, CompressOptions)
    line = (
        "-o out --effort high --device cuda --threads 3 --jobs 2 --overwrite --no-verify --include *.png "
        "--include *.jpg --exclude old --no-keep-structure --max-pixels 1000 --pixels --no-thumbnail --images-only "
        "--delete-source"
    )
    assert cli.options_from(parser.parse_args(line.split()), CompressOptions) == CompressOptions(
        output=Path("out"),
        effort="high",
        device="cuda",
        threads=3,
        jobs=2,
        existing="replace",
        verify=False,
        include=("*.png", "*.jpg"),
        exclude=("old",),
        keep_structure=False,
        max_pixels=1000,
        pixels=True,
        thumbnail=False,
        images_only=True,
        source_after="delete",
    )
    line = "--existing rename --source-after trash"
    assert cli.options_from(parser.parse_args(line.split()), CompressOptions) == CompressOptions(
        existing="rename", source_after="trash"
    )


@pytest.mark.parametrize("options", [CompressOptions, DecompressOptions, DecodeOptions, BenchOptions])
def test_every_option_has_a_help_sentence(options):
    for option in fields(options):
        assert option.metadata["help"].endswith(".")


@pytest.mark.parametrize("heavy", ["torch", "PySide6", "numba", "PIL", "numpy", "rich", "matplotlib"])
def test_help_stays_quick(heavy):
    probe = (
        "import sys, bitswap_app.cli.main as cli\n"
        "try: cli.main(['compress', '--help'])\n"
        "except SystemExit: pass\n"
        f"sys.exit({heavy!r} in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", probe], check=False, cwd=ROOT, stdout=subprocess.DEVNULL).returncode == 0
    )


def test_files_that_need_no_model_load_no_network(image_file):
    source = str(image_file("palette.gif", channels=1))
    probe = (
        "import sys, bitswap_app.cli.main as cli\n"
        f"cli.main(['compress', '--quiet', {source!r}])\n"
        "sys.exit(bool({'torch', 'PySide6', 'numba'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", probe], check=False, cwd=ROOT).returncode == 0
    assert Path(source + ".bsw").exists()


def test_importing_the_package_is_nearly_nothing():
    probe = "import sys; before = set(sys.modules); import bitswap_app; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", probe], check=True, cwd=ROOT, capture_output=True, text=True)
    assert [name for name in done.stdout.split() if not name.startswith("__")] == ["bitswap_app"]


def test_the_readme_lists_every_exit_code():
    table = {int(code) for code in re.findall(r"^\| `?(\d+)`? \|", README, re.MULTILINE)}
    assert table == {found.exit_code for found in error_classes()} | OTHER_CODES


def test_the_readme_shows_every_command_and_option():
    for command in (*cli._COMMANDS, "thumbnail", "devices"):
        assert f"bitswap {command}" in README
    for option in (*fields(CompressOptions), *fields(BenchOptions)):
        assert f"--{option.name.replace('_', '-')}" in README


def test_errors_of_different_kinds_have_different_codes():
    """A class shares a code only with its own base."""
    owners = {}
    for found in error_classes():
        if found.exit_code != found.__base__.__dict__.get("exit_code"):
            assert owners.setdefault(found.exit_code, found) is found


def test_only_three_modules_import_pillow():
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(r"^\s*(from|import) PIL\b", path.read_text("utf-8"), re.MULTILINE)
    }
    assert {user for user in users if not user.startswith("training/")} == {
        "imaging/io.py",
        "imaging/preview.py",
        "imaging/reference.py",
    }


def test_one_module_imports_matplotlib():
    """It comes with bitswap[bench] only."""
    users = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(r"^\s*(from|import) matplotlib\b", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert [user for user in users if not user.startswith("training/")] == ["service/bench/plots.py"]


def test_packaging_is_no_package():
    """With an __init__.py it would hide the library `packaging` that pytest and others need."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_every_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["dev"]]
    pins = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").lower().replace("_", "-")
    for requirement in [*wanted, *project["build-system"]["requires"]]:
        name = re.split(r"[<>=]", requirement)[0].lower()
        assert re.search(rf"^{name}==", pins, re.MULTILINE), f"{name} has no exact version in constraints.txt"


def test_the_sample_has_its_licence_notice():
    notice = (ROOT / "resources" / "samples" / "README.md").read_text("utf-8")
    for sample in (ROOT / "resources" / "samples").glob("*.png"):
        assert sample.name in notice
