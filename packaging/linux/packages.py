"""The Linux packages of a frozen folder: a .deb, and a .tar.gz that runs from wherever it is unpacked."""

from __future__ import annotations

import gzip
import io
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
EXECUTABLES = ("bitswap", "bitswap-gui")
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
# What Qt loads only where the desktop has it: its libraries are not depended on.
OPTIONAL = re.compile(
    r"/plugins/(platformthemes|wayland-|egl|platforms/libqwayland|platforminputcontexts/libibus)|libQt6W(ayland|lShell)"
)
# Loaded by name at run time, so that no file tells of them.
LOADED = {"libgl1", "libegl1", "libfontconfig1"}
DESCRIPTION = """lossless image compressor with a learned model
 Bit-Swap makes image files smaller without losing anything, and gives them
 back. Every result is decoded and compared with its source before it is kept,
 and a file opens on every other machine.
 .
 This package holds a window (drag and drop) and the command bitswap. It needs
 no Python."""


def write_share(share: Path) -> None:
    """What a desktop reads, below a folder like /usr/share: menu entry, icons, file type, thumbnails."""
    for source, target in _copies(share):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _copies(share: Path) -> Iterator[tuple[Path, Path]]:
    icons = ROOT / "resources" / "icons"
    yield HERE / "bitswap.desktop", share / "applications/bitswap.desktop"
    yield HERE / "bitswap-mime.xml", share / "mime/packages/bitswap.xml"
    yield HERE / "bitswap.thumbnailer", share / "thumbnailers/bitswap.thumbnailer"
    yield HERE / "bitswap.metainfo.xml", share / "metainfo/app.bitswap.bitswap.metainfo.xml"
    for folder, name in (("apps", "bitswap"), ("mimetypes", "application-x-bitswap")):
        yield icons / "bitswap.svg", share / f"icons/hicolor/scalable/{folder}/{name}.svg"
        for size in ICON_SIZES:
            yield icons / f"bitswap-{size}.png", share / f"icons/hicolor/{size}x{size}/{folder}/{name}.png"


def needed_libraries(frozen: Path) -> tuple[set[str], str]:
    """(libraries that the folder's files need and does not hold, the newest glibc version they ask for)."""
    held = {path.name for path in frozen.rglob("*")}
    needed: set[str] = set()
    newest = (0, 0)
    for path in sorted(frozen.rglob("*")):
        if path.is_symlink() or not path.is_file() or not _is_program(path):
            continue
        said = subprocess.run(["readelf", "-dVW", str(path)], check=True, capture_output=True, text=True).stdout
        newest = max([newest, *((int(a), int(b)) for a, b in re.findall(r"GLIBC_(\d+)\.(\d+)", said))])
        if not OPTIONAL.search(path.as_posix()):
            needed.update(re.findall(r"\(NEEDED\).*\[(.+)\]", said))
    return needed - held, f"{newest[0]}.{newest[1]}"


def _is_program(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def dependencies(frozen: Path) -> list[str]:
    """The Debian packages that hold what the folder needs, as this machine knows them."""
    libraries, glibc = needed_libraries(frozen)
    packages = set(LOADED)
    command = ["dpkg-query", "-S", *(f"*/{library}" for library in sorted(libraries))]
    said = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    for library in sorted(libraries):
        owners = {line.split(":")[0] for line in said.splitlines() if re.search(rf": /.*/{re.escape(library)}$", line)}
        if not owners:
            raise SystemExit(f"No Debian package here holds {library}, which the program needs.")
        packages.add(min(owners, key=len))
    packages -= {"libc6"}
    return [f"libc6 (>= {glibc})", *sorted(packages)]


def write_deb(frozen: Path, share: Path, target: Path, version: str, epoch: int, *, level: int = 6) -> Path:
    """target/bitswap_VERSION_ARCH.deb, by dpkg-deb without root; level is xz's, 0 packs nothing."""
    arch = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True).stdout.strip()
    stage = target / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    (stage / "usr" / "bin").mkdir(parents=True)
    shutil.copytree(frozen, stage / "usr" / "lib" / "bitswap", symlinks=True)
    shutil.copytree(share, stage / "usr" / "share")
    for name in ("bitswap", "bitswap-gui"):
        (stage / "usr" / "bin" / name).symlink_to(f"../lib/bitswap/{name}")
    documents = stage / "usr" / "share" / "doc" / "bitswap"
    documents.mkdir(parents=True)
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (documents / "changelog.gz").write_bytes(gzip.compress(changes, 9, mtime=0))
    (documents / "copyright").write_text(_copyright(), "utf-8")
    size = sum(path.lstat().st_size for path in stage.rglob("*") if path.is_file()) // 1024
    control = (
        f"Package: bitswap\nVersion: {version}\nArchitecture: {arch}\nMaintainer: Bit-Swap <bitswap@localhost>\n"
        f"Installed-Size: {size}\nSection: graphics\nPriority: optional\nDepends: {', '.join(dependencies(frozen))}\n"
        f"Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme, xdg-desktop-portal\n"
        f"Description: {DESCRIPTION}\n"
    )
    (stage / "DEBIAN").mkdir()
    (stage / "DEBIAN" / "control").write_text(control, "utf-8")
    settle(stage, epoch)
    deb = target / f"bitswap_{version}_{arch}.deb"
    command = [
        "dpkg-deb",
        "--root-owner-group",
        *(["-Zxz", f"-z{level}"] if level else ["-Znone"]),
        "--build",
        str(stage),
        str(deb),
    ]
    subprocess.run(command, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}, stdout=subprocess.DEVNULL)
    shutil.rmtree(stage)
    return deb


def write_tar(frozen: Path, share: Path, target: Path, version: str, epoch: int) -> Path:
    """target/bitswap-VERSION-linux-ARCH.tar.gz: the folder as it is, and beside it what a desktop reads."""
    name = f"bitswap-{version}-linux-{os.uname().machine}"
    archive = target / f"{name}.tar.gz"

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = epoch
        member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
        return member

    with (
        archive.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for source, place in ((frozen, name), (share, f"{name}/share")):
            tar.add(source, place, recursive=False, filter=plain)
            for path in sorted(source.rglob("*")):
                tar.add(path, f"{place}/{path.relative_to(source)}", recursive=False, filter=plain)
        readme = (HERE / "README.txt").read_bytes()
        member = tarfile.TarInfo(f"{name}/README.txt")
        member.size = len(readme)
        tar.addfile(plain(member), io.BytesIO(readme))
    return archive


def settle(folder: Path, epoch: int) -> None:
    """One time and plain permissions for all files, so that two builds give the same package."""
    for path in [folder, *sorted(folder.rglob("*"))]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.name in EXECUTABLES else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _copyright() -> str:
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Bit-Swap\n"
        "Comment: The texts of the licences of all libraries that are part of this package\n"
        " stand in /usr/lib/bitswap/_internal/licences; sbom.json beside them lists them.\n"
    )
