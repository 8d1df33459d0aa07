#!/usr/bin/env python3
"""Builds the frozen program and this system's installer, into build/ and dist/.

    python3 packaging/dev.py python packaging/build.py [--sizes] [--reuse]

Linux gives a .deb, a .tar.gz and an AppImage's file system, Windows an installer by Inno Setup, macOS a .dmg.
BITSWAP_TORCH=1 takes torch in (with GPUs, where the environment's torch has them). packaging/README.md tells the rest.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT), str(HERE)]

import inventory  # noqa: E402
import manual  # noqa: E402
from linux import packages  # noqa: E402

from bitswap_app import __version__  # noqa: E402

BUILD, DIST = ROOT / "build", ROOT / "dist"
FROZEN = BUILD / "frozen" / "bitswap"
QUICK = 0  # xz's level
STRIPPED = ("libpython3", "libllvmlite", "zstandard/backend_c")  # whose symbols for debuggers are worth megabytes


def main() -> int:
    """Runs the steps one after another and tells how long each took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", action="store_true", help="Print what each library costs, as Markdown.")
    parser.add_argument("--reuse", action="store_true", help="Take the frozen folder that is there.")
    parser.add_argument("--frozen-only", action="store_true", help="Make no installer.")
    parser.add_argument("--quick", action="store_true", help="On Linux, only a .deb that is not packed, for a test.")
    args = parser.parse_args()
    epoch = source_date()
    # The order of sets, and with it of some of Python's compiled constants, depends on the hash seed.
    os.environ |= {"SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0"}
    DIST.mkdir(exist_ok=True)
    if not args.reuse:
        step("kernels", fill_kernels)
        step("frozen folder", freeze)
        step("stripping", strip)
    parts = inventory.parts_of(FROZEN, BUILD / "work")
    step("licences", lambda: add_papers(parts, epoch))
    if sys.platform == "linux":
        packages.settle(FROZEN, epoch)
    if args.sizes:
        print(inventory.table(FROZEN, parts))
    if not args.frozen_only:
        for path in installers(epoch, QUICK if args.quick else 6):
            print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1e6:.1f} MB")
    return 0


def step(name: str, work: object) -> None:
    """Runs one step, with its time on the terminal."""
    begun = time.monotonic()
    work()  # type: ignore[operator]
    print(f"{name}: {time.monotonic() - begun:.0f} s", flush=True)


def source_date() -> int:
    """The time that every file gets: SOURCE_DATE_EPOCH, or that of the last commit."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    said = subprocess.run(["git", "log", "-1", "--format=%ct"], check=True, capture_output=True, text=True, cwd=ROOT)
    return int(said.stdout)


def fill_kernels() -> None:
    """Compiles the kernels anew if their sources changed."""
    import kernels

    stamp = BUILD / "kernels" / "stamp"
    if not stamp.is_file() or stamp.read_text("ascii").strip() != kernels.stamp():
        subprocess.run([sys.executable, str(HERE / "kernels.py"), str(BUILD / "kernels")], check=True)


def freeze() -> None:
    """PyInstaller's folder, with both executables."""
    environment = {**os.environ, "BITSWAP_KERNELS": str(BUILD / "kernels")}
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(FROZEN.parent), "--workpath", str(BUILD / "work"), str(HERE / "bitswap.spec")]
    subprocess.run(command, check=True, env=environment, cwd=ROOT)


def strip() -> None:
    """Takes symbols for debuggers out of the libraries that have many; not of all, since some do not survive it."""
    if sys.platform != "linux":
        return
    for path in FROZEN.rglob("*.so*"):
        if not path.is_symlink() and any(name in path.as_posix() for name in STRIPPED):
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def add_papers(parts: list[inventory.Part], epoch: int) -> None:
    """The bill of materials and the licences, into the frozen folder."""
    inside = FROZEN / "_internal"
    if sys.platform == "darwin":
        inside = FROZEN.parent / "Bit-Swap.app" / "Contents" / "Resources"
    (inside / "sbom.json").write_text(inventory.bill_of_materials(parts, __version__, epoch) + "\n", "utf-8")
    shutil.rmtree(inside / "licences", ignore_errors=True)
    inventory.write_licences(inside / "licences", parts)
    missing = inventory.without_licence(parts)
    if missing:
        print(f"without a licence text of their own: {', '.join(missing)}")


def installers(epoch: int, level: int) -> list[Path]:
    """This system's. On Linux, level says how hard to pack."""
    if sys.platform == "win32":
        return [windows()]
    if sys.platform == "darwin":
        return [mac()]
    share = BUILD / "share"
    shutil.rmtree(share, ignore_errors=True)
    packages.write_share(share)
    manual.write_share(share)
    made = [packages.write_deb(FROZEN, share, DIST, __version__, epoch, level=level)]
    if level == QUICK:
        return made
    made.append(packages.write_tar(FROZEN, share, DIST, __version__, epoch))
    if shutil.which("mksquashfs"):
        image = DIST / f"Bit-Swap-{__version__}-{os.uname().machine}.AppImage"
        subprocess.run([str(HERE / "linux" / "appimage.sh"), str(FROZEN), str(share), str(image)], check=True)
        made.append(image if image.is_file() else image.with_name(image.name + ".squashfs"))
    return made


def windows() -> Path:
    """The installer, by Inno Setup's compiler."""
    compiler = shutil.which("iscc") or r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"
    options = [f"/DVersion={__version__}", f"/DFrozen={FROZEN}", f"/O{DIST}"]
    if sign := os.environ.get("BITSWAP_SIGN_COMMAND"):  # as in: signtool sign /fd sha256 /tr URL /td sha256 $f
        options += ["/DSign=1", f"/Ssign={sign}"]
    subprocess.run([compiler, *options, str(HERE / "windows" / "bitswap.iss")], check=True)
    return DIST / f"bitswap-{__version__}-windows-x64.exe"


def mac() -> Path:
    """The disk image of the app."""
    image = DIST / f"Bit-Swap-{__version__}-macos-{os.uname().machine}.dmg"
    subprocess.run([str(HERE / "macos" / "image.sh"), str(FROZEN.parent / "Bit-Swap.app"), str(image)], check=True)
    return image


if __name__ == "__main__":
    sys.exit(main())
