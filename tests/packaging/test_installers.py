"""What can be checked of the installers without building one: their scripts, paths and words."""

import os
import plistlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

import pytest

from bitswap_app.container.stream import MAGIC
from bitswap_app.service.names import SUFFIX

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
LINUX, WINDOWS, MACOS = (PACKAGING / name for name in ("linux", "windows", "macos"))
MIME = "application/x-bitswap"
LANGUAGES = {"de", "es", "fr", "ja", "zh_CN"}

sys.path.insert(0, str(PACKAGING))
import contents  # noqa: E402
import manual  # noqa: E402

sys.path.remove(str(PACKAGING))


@pytest.fixture(scope="module")
def setup_script():
    """The Inno Setup script's sections: name -> lines."""
    sections, current = {}, []
    for line in (WINDOWS / "bitswap.iss").read_text("utf-8-sig").splitlines():
        if re.fullmatch(r"\[\w+\]", line):
            current = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith((";", "#")):
            current.append(line)
    return sections


def test_what_is_named_is_there():
    for file, words in (
        (PACKAGING / "bitswap.spec", ["entry", "macos/entitlements.plist", "macos/Info.plist"]),
        (PACKAGING / "build.py", ["kernels.py", "bitswap.spec", "linux/appimage.sh", "windows/bitswap.iss"]),
        (
            ROOT / ".github/workflows/installers.yml",
            ["dev.py", "build.py", "linux/clean_root.py", "macos/smoke_test.sh", "macos/keychain.sh"],
        ),
    ):
        text = file.read_text("utf-8")
        for word in words:
            assert word.rsplit("/", maxsplit=1)[-1] in text
            assert (PACKAGING / word).exists()


@pytest.mark.parametrize("script", ["linux/appimage.sh", "macos/image.sh", "macos/keychain.sh", "macos/smoke_test.sh"])
def test_shell_scripts_are_shell(script):
    path = PACKAGING / script
    assert subprocess.run(["sh", "-n", str(path)], check=False).returncode == 0
    assert path.stat().st_mode & 0o100


# --- what goes into the frozen folder


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "imagecodecs/_jpegxl.abi3.so",
        "imagecodecs/_shared.abi3.so",
        "resources/translations/bitswap_de.qm",
        "libpng16-35002b02.so.16.55.0",
        "libxcb-cursor.so.0",
        "llvmlite/binding/libllvmlite.so",
        "libpython3.11.so.1.0",
    ],
)
def test_what_is_used_stays(place):
    assert contents.is_used(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_pl.qm",
        "PySide6/Qt/translations/qt_de.qm",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "libQt6Network.so.6",
        "imagecodecs/_avif.abi3.so",
        "torch/include/ATen/ATen.h",
        "torch/bin/protoc",
        "numba/np/ufunc/tbbpool.cpython-311-x86_64-linux-gnu.so",
        "PySide6/Qt/lib/libQt6EglFsKmsSupport.so.6",
        "libX11.so.6",
        "libstdc++.so.6",
        "libssl.so.3",
    ],
)
def test_what_is_not_used_goes(place):
    assert not contents.is_used(place)


def test_resources_are_those_that_the_program_reads():
    places = {place for _, place in contents.resource_files()}
    assert places == {"resources/icons", "resources/styles", "resources/translations", "resources/weights"}
    names = {Path(source).name for source, _ in contents.resource_files()}
    assert {"manifest.json", "bitswap_de.qm", "bitswap.qss", "bitswap.svg"} <= names
    assert not any(name.endswith((".ts", ".md")) for name in names)


def test_every_image_codec_that_imaging_calls_is_taken():
    called = set()
    for path in (ROOT / "bitswap_app" / "imaging").glob("*.py"):
        if path.name != "reference.py":
            called |= set(re.findall(r"imagecodecs\.([a-z]+)_", path.read_text("utf-8")))
    several_in_one = {"lzw": "imcd", "packbits": "imcd"}
    assert {several_in_one.get(name, name) for name in called} <= set(contents.IMAGE_CODECS)


def test_modules_that_only_compiled_code_imports_are_named():
    assert {"numba._devicearray", "numba.mviewbuf", "imagecodecs._shared_cython"} <= set(contents.hidden_modules())


# --- Linux


def desktop_entry():
    parser = ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read(LINUX / "bitswap.desktop", "utf-8")
    return parser


def test_the_menu_entry_opens_files_in_the_window():
    entry = desktop_entry()["Desktop Entry"]
    assert entry["Exec"] == "bitswap-gui %F"
    assert entry["MimeType"] == f"{MIME};"
    assert {key[8:-1] for key in entry if key.startswith("Comment[")} == LANGUAGES


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not here")
def test_the_menu_entry_is_valid():
    done = subprocess.run(
        ["desktop-file-validate", str(LINUX / "bitswap.desktop")], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_the_file_type_has_the_format_s_magic_and_suffix():
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = ET.parse(LINUX / "bitswap-mime.xml").getroot().find(f"{space}mime-type")
    assert kind.get("type") == MIME
    assert kind.find(f"{space}glob").get("pattern") == f"*{SUFFIX}"
    match = kind.find(f"{space}magic/{space}match")
    assert (match.get("offset"), match.get("value")) == ("0", "\\xB5BSW")
    assert MAGIC == b"\xb5BSW"


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="shared-mime-info is not here")
def test_the_file_type_makes_a_database(tmp_path):
    (tmp_path / "packages").mkdir()
    shutil.copy(LINUX / "bitswap-mime.xml", tmp_path / "packages")
    searched = {**os.environ, "XDG_DATA_DIRS": str(tmp_path.parent)}
    mime = tmp_path.rename(tmp_path.with_name("mime"))
    done = subprocess.run(
        ["update-mime-database", str(mime)], check=False, capture_output=True, text=True, env=searched
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert MAGIC in (mime / "magic").read_bytes()


def test_the_thumbnailer_calls_a_command_that_there_is():
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / "bitswap.thumbnailer", "utf-8")
    words = parser["Thumbnailer Entry"]["Exec"].split()
    values = {"%s": "128", "%i": "in.bsw", "%o": "out.png"}
    args = manual.build_parser().parse_args([values.get(word, word) for word in words[1:]])
    assert (args.command, args.size, args.path, args.output) == ("thumbnail", 128, Path("in.bsw"), Path("out.png"))


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_completions_and_manual_are_made_of_the_command_line(tmp_path):
    pytest.importorskip("shtab")
    pytest.importorskip("argparse_manpage")
    manual.write_share(tmp_path)
    for shell, place in manual.COMPLETIONS.items():
        text = (tmp_path / place).read_text("utf-8")
        assert "decompress" in text
        assert "images-only" in text
        if shutil.which(shell):
            assert subprocess.run([shell, "-n", str(tmp_path / place)], check=False).returncode == 0
    page = manual.man_page()
    for word in (".TH BITSWAP", "bitswap thumbnail", "\\-\\-images\\-only", "\\-\\-version"):
        assert word in page


# --- Windows


def test_the_setup_script_is_for_one_user_and_for_all(setup_script):
    setup = dict(line.split("=", 1) for line in setup_script["Setup"])
    assert (setup["PrivilegesRequired"], setup["PrivilegesRequiredOverridesAllowed"]) == (
        "lowest",
        "dialog commandline",
    )
    assert setup["ChangesAssociations"] == "yes"
    assert setup["OutputBaseFilename"] == "bitswap-{#Version}-windows-x64"


def test_the_setup_script_writes_to_the_registry_and_takes_it_back(setup_script):
    lines = setup_script["Registry"]
    keys = {re.search(r'Subkey: "([^"]+)"', line).group(1): [] for line in lines}
    assert f"Software\\Classes\\{SUFFIX}" in keys
    for menu in ("SystemFileAssociations\\image", "Directory"):
        assert f"Software\\Classes\\{menu}\\shell\\BitSwap.Compress\\command" in keys
    removed = {re.search(r'Subkey: "([^"]+)"', line).group(1) for line in lines if "uninsdelete" in line}
    for key in keys:
        if "Environment" not in key:  # [Code] takes it out of the Path
            assert any(key == own or key.startswith(own + "\\") for own in removed), key


def test_the_setup_script_s_tasks_and_words_are_defined(setup_script):
    tasks = {re.search(r'Name: "(\w+)"', line).group(1) for line in setup_script["Tasks"]}
    used = {name for lines in setup_script.values() for line in lines for name in re.findall(r"Tasks: (\w+)", line)}
    assert used <= tasks
    languages = {re.search(r'Name: "(\w+)"', line).group(1) for line in setup_script["Languages"]}
    words = {tuple(line.split("=")[0].split(".")) for line in setup_script["CustomMessages"]}
    named = {key for _, key in words}
    assert words == {(language, key) for language in languages for key in named}
    text = (WINDOWS / "bitswap.iss").read_text("utf-8-sig")
    assert set(re.findall(r"\{cm:(\w+)", text)) - {"CreateDesktopIcon", "LaunchProgram"} <= named


def test_the_setup_script_s_code_is_balanced(setup_script):
    code = " ".join(setup_script["Code"])
    assert len(re.findall(r"\bbegin\b", code)) == len(re.findall(r"\bend;", code))
    assert code.count("(") == code.count(")")


def test_the_setup_script_s_checks_are_functions_without_parameters(setup_script):
    """Inno Setup takes literals alone there, and not the roots of the registry."""
    code = " ".join(setup_script["Code"])
    checks = {name for lines in setup_script.values() for line in lines for name in re.findall(r"Check: (.+)$", line)}
    assert checks == {"UserLacksPath", "MachineLacksPath"}
    for name in checks:
        assert f"function {name}: Boolean;" in code


def test_the_setup_script_is_read_as_utf_8():
    assert (WINDOWS / "bitswap.iss").read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_setup_script_takes_the_whole_frozen_folder(setup_script):
    sources = [re.search(r'Source: "\{#Frozen\}\\([^"]+)"', line).group(1) for line in setup_script["Files"]]
    assert sources == ["*.exe", "_internal\\*"]


# --- macOS


def test_the_app_opens_its_files():
    info = plistlib.loads((MACOS / "Info.plist").read_bytes())
    assert info["CFBundleExecutable"] == "bitswap-gui"
    (kind,) = info["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == [SUFFIX[1:]]
    assert kind["UTTypeTagSpecification"]["public.mime-type"] == [MIME]
    assert kind["UTTypeIdentifier"] in info["CFBundleDocumentTypes"][0]["LSItemContentTypes"]
    assert set(info["CFBundleLocalizations"]) == LANGUAGES | {"en"}


def test_the_hardened_runtime_may_run_kernels():
    assert plistlib.loads((MACOS / "entitlements.plist").read_bytes())["com.apple.security.cs.allow-jit"] is True


# --- the workflow


def test_the_workflow_builds_tests_and_uploads_on_three_systems():
    yaml = pytest.importorskip("yaml")
    workflow = yaml.safe_load((ROOT / ".github/workflows/installers.yml").read_text("utf-8"))
    job = workflow["jobs"]["build"]
    systems = {entry["os"].split("-")[0] for entry in job["strategy"]["matrix"]["include"]}
    assert systems == {"ubuntu", "windows", "macos"}
    commands = "\n".join(step.get("run", "") for step in job["steps"])
    for words in ("packaging/build.py", "clean_root.py", "smoke_test.ps1", "smoke_test.sh"):
        assert words in commands
    assert re.search(r"-m frozen tests/frozen$", commands, re.MULTILINE)  # and nothing that has no such mark
    assert re.search(r"tests/cli tests/gui/test_real_window.py$", commands, re.MULTILINE)
    assert re.search(r"[0-9a-f]{64}  .*sha256sum --check", commands)  # of what is fetched
    assert any("upload-artifact" in step.get("uses", "") for step in job["steps"])
    assert workflow["permissions"] == {"contents": "read"}


def test_no_secret_stands_in_a_script():
    for path in [*PACKAGING.rglob("*"), *(ROOT / ".github").rglob("*")]:
        if path.is_file() and path.suffix in {".py", ".sh", ".ps1", ".iss", ".yml", ".plist"}:
            text = path.read_text("utf-8")
            assert not re.search(r"(password|token|secret)\s*[=:]\s*[\"'][^\"'$]+[\"']", text, re.IGNORECASE)


def test_no_key_stands_in_a_file_of_the_repository():
    tokens = r"-----BEGIN [A-Z ]*PRIVATE KEY|\b(AKIA[A-Z0-9]{16}|gh[pousr]_\w{36}|github_pat_\w{30}|xox[bp]-\w{10})"
    listed = subprocess.run(["git", "ls-files", "-z"], check=False, cwd=ROOT, capture_output=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        path = ROOT / name
        if path.is_file():
            assert not re.search(tokens.encode(), path.read_bytes()), name


def test_the_program_imports_nothing_that_connects():
    unwanted = r"^\s*(import|from) (socket|ssl|urllib\.request|http|ftplib|smtplib|requests|httpx|aiohttp)\b|QtNetwork"
    for path in (ROOT / "bitswap_app").rglob("*.py"):
        if "training" not in path.parts:
            assert not re.search(unwanted, path.read_text("utf-8"), re.MULTILINE), path
