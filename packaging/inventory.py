"""What the frozen program is made of: each library's part of its size, a bill of materials, and licences.

It reads PyInstaller's table of what it collected and asks the environment's metadata whose files those are.
"""

from __future__ import annotations

import ast
import json
import lzma
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = f"Python {sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
OURS = "Bit-Swap"
LONGEST_NAME = 100  # of a licence
SYSTEM = "the build machine's libraries"
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]es?|copying|notice|authors|third.?party)[^/]*$|/licenses?/", re.IGNORECASE)


@dataclass(slots=True)
class Part:
    """A library's part of the frozen folder. files are relative to it."""

    name: str
    version: str = ""
    licence: str = ""
    files: list[str] = field(default_factory=list)
    modules: int = 0
    distribution: Distribution | None = None

    def size(self, folder: Path) -> int:
        return sum((folder / file).stat().st_size for file in self.files)

    def packed(self, folder: Path) -> int:
        """Bytes as xz packs them, each part for itself."""
        packer = lzma.LZMACompressor(preset=2)
        return sum(len(packer.compress((folder / file).read_bytes())) for file in sorted(self.files)) + len(
            packer.flush()
        )


def parts_of(folder: Path, work: Path) -> list[Part]:
    """The parts of the frozen folder, the largest first, by what PyInstaller noted in its work folder."""
    owners = dict(_owners())
    parts: dict[str, Part] = {}

    def part(source: str, place: str) -> Part:
        found = owners.get(os.path.realpath(source))
        if found is not None:
            name = found.metadata["Name"]
            return parts.setdefault(name, Part(name, found.version, _licence(found), distribution=found))
        if place.startswith(("bitswap", "_internal/resources", "_internal/kernels")):
            return parts.setdefault(OURS, Part(OURS))
        if os.path.realpath(source).startswith((os.path.realpath(sys.base_prefix), str(work.resolve()))):
            return parts.setdefault(PYTHON, Part(PYTHON, licence="PSF-2.0"))
        return parts.setdefault(SYSTEM, Part(SYSTEM))

    placed: set[str] = set()
    for place, source, _kind in _collected(work / "bitswap" / "COLLECT-00.toc"):
        file = place if (folder / place).exists() else f"_internal/{place}"
        if (folder / file).is_file() and not (folder / file).is_symlink() and file not in placed:
            placed.add(file)
            part(source, file).files.append(file)
    for _name, source, _kind in _collected(work / "bitswap" / "PYZ-00.toc"):
        part(source, "_internal").modules += 1
    return sorted(parts.values(), key=lambda found: -found.size(folder))


def table(folder: Path, parts: list[Part]) -> str:
    """Markdown: each part's megabytes unpacked and packed."""
    lines = ["| part | version | MB unpacked | MB packed |", "|---|---|---:|---:|"]
    total = packed = 0
    for part in parts:
        size, small = part.size(folder), part.packed(folder)
        total, packed = total + size, packed + small
        if size >= 50_000:
            lines.append(f"| {part.name} | {part.version} | {size / 1e6:.1f} | {small / 1e6:.1f} |")
    return "\n".join([*lines, f"| all | | {total / 1e6:.1f} | {packed / 1e6:.1f} |"])


def bill_of_materials(parts: list[Part], version: str, epoch: int) -> str:
    """The parts as CycloneDX 1.6, the same text for the same parts."""
    from datetime import UTC, datetime

    components = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{part.name.lower()}@{part.version}",
            "name": part.name,
            "version": part.version,
            "purl": f"pkg:pypi/{part.name.lower().replace('_', '-')}@{part.version}",
            **({"licenses": [{"license": {"name": part.licence}}]} if part.licence else {}),
        }
        for part in sorted(parts, key=lambda part: part.name.lower())
        if part.distribution is not None
    ]
    name, number = PYTHON.split()
    components.append({"type": "platform", "bom-ref": "python", "name": name, "version": number})
    components += [
        {"type": "library", "bom-ref": f"deb:{package}", "name": package, "version": number}
        for package, number in _system_packages(parts)
    ]
    return json.dumps(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "version": 1,
            "metadata": {
                "timestamp": datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "component": {"type": "application", "bom-ref": "bitswap", "name": OURS, "version": version},
            },
            "components": components,
        },
        indent=1,
    )


def write_licences(target: Path, parts: list[Part]) -> None:
    """A folder for each part with the licence texts that its package has, or those that it names and we keep."""
    for part in parts:
        texts = list(_licence_texts(part))
        if texts:
            (target / part.name).mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(texts):
            name = text.name if not (target / part.name / text.name).exists() else f"{number}-{text.name}"
            shutil.copyfile(text, target / part.name / name)
    library = Path(sys.base_prefix) / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    for folder in (library, Path(sys.base_prefix)):  # the second on Windows
        if (folder / "LICENSE.txt").is_file():
            (target / PYTHON).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / "LICENSE.txt", target / PYTHON / "LICENSE.txt")
            break
    for package, _ in _system_packages(parts):
        text = Path("/usr/share/doc") / package / "copyright"
        if text.is_file():
            (target / package).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, target / package / "copyright")


def without_licence(parts: list[Part]) -> list[str]:
    """The libraries whose packages bring no licence text."""
    return [part.name for part in parts if part.distribution is not None and not any(_licence_texts(part))]


def _owners() -> Iterator[tuple[str, Distribution]]:
    for distribution in distributions():
        folder = os.path.realpath(str(distribution.locate_file("")))
        for file in distribution.files or ():
            if not str(file).startswith(".."):
                yield f"{folder}{os.sep}{file}", distribution


def _collected(toc: Path) -> list[tuple[str, str, str]]:
    """The (place, source, kind) that PyInstaller noted, wherever in the note they are."""
    found: list[tuple[str, str, str]] = []
    pending = [ast.literal_eval(toc.read_text("utf-8"))]
    while pending:
        item = pending.pop()
        if isinstance(item, tuple) and len(item) == 3 and all(isinstance(word, str) for word in item):
            found.append(item)
        elif isinstance(item, (tuple, list)):
            pending.extend(item)
    return found


def _licence(distribution: Distribution) -> str:
    metadata = distribution.metadata
    classifiers = [c.rsplit(" :: ", 1)[-1] for c in metadata.get_all("Classifier") or () if c.startswith("License ::")]
    plain = (metadata.get("License") or "").strip()
    short = plain if plain and len(plain) <= LONGEST_NAME and "\n" not in plain else ""  # some hold the whole text
    return metadata.get("License-Expression") or short or ", ".join(classifiers)


def _licence_texts(part: Part) -> Iterator[Path]:
    files = part.distribution.files if part.distribution is not None else None
    found = False
    for file in files or ():
        path = Path(str(part.distribution.locate_file(file))) if part.distribution else Path()
        if _LICENCE_FILE.search(file.as_posix()) and path.suffix not in {".py", ".pyc"} and path.is_file():
            found = True
            yield path
    if (
        not found and "LGPL" in part.licence
    ):  # Qt's packages bring no text; the LGPL is written as an addition to the GPL
        yield from sorted((ROOT / "packaging" / "licences").glob("*GPL-3.txt"))


def _system_packages(parts: list[Part]) -> list[tuple[str, str]]:
    """(package, version) of the Debian packages that files of the system came from."""
    names = sorted({Path(file).name for part in parts if part.name == SYSTEM for file in part.files})
    if not names or shutil.which("dpkg-query") is None:
        return []
    owners = _said("dpkg-query", "-S", *(f"*/{name}" for name in names))  # one call: each reads every list there is
    packages = sorted({line.split(":")[0] for line in owners.splitlines() if ": /" in line})
    versions = _said("dpkg-query", "-W", "-f=${Package} ${Version}\n", *packages) if packages else ""
    return sorted({(line.split()[0], line.split()[1]) for line in versions.splitlines() if len(line.split()) == 2})


def _said(*command: str) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout
