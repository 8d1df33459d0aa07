#!/usr/bin/env python3
"""Installs the .deb in a fresh Debian without Python, uses the program as a person would, removes it, and tells.

    python3 packaging/dev.py python packaging/linux/clean_root.py dist/bitswap_*.deb [ARCHIVE ...] [--root FOLDER]

An ARCHIVE (.tar.gz, .AppImage, or the .squashfs of one) is used afterwards, from two places, without being installed.
Needs root, debootstrap and Xvfb. FOLDER is a root made earlier by debootstrap; it is copied and stays as it is. The X
server and the hand that drops files are outside, the program and all its libraries inside.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
SUITE, MIRROR = "bookworm", "http://deb.debian.org/debian"
HOME = "/home/person"
DEB = "/root/package.deb"
PLACES = ("/opt/bitswap", f"{HOME}/Unterwegs, 2 für alle")  # where archives are put, each in turn
SAMPLE = ROOT / "resources" / "samples" / "mountain-lake.png"
WINDOW_SECONDS = 60
# What may stay: caches of the desktop's own databases, logs, and what apt and dpkg know.
REMAINS = ("/var/", "/usr/share/mime/", "/usr/share/applications/mimeinfo.cache", "/etc/ld.so.cache", "/home/", "/tmp/")  # noqa: S108


class Root:
    """A folder that is a Debian, and what is done in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.results: list[tuple[str, bool, str]] = []

    def run(self, *command: str, user: str = "person", network: bool = True, check: bool = True) -> str:
        """The output of a command inside, as an ordinary user unless told otherwise."""
        outer = [] if network else ["unshare", "-n"]
        home = HOME if user == "person" else "/root"
        done = subprocess.run(
            [*outer, "chroot", f"--userspec={user}", str(self.folder), "/usr/bin/env", "-i", f"HOME={home}",
             "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive", *command],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        if check and done.returncode:
            raise RuntimeError(f"{' '.join(command)} gave {done.returncode}: {done.stdout[-800:]}{done.stderr[-800:]}")
        return done.stdout + done.stderr

    def check(self, name: str, work: Callable[[], str | None]) -> None:
        """One line of the table."""
        begun = time.monotonic()
        try:
            note = work() or ""
            good = True
        except Exception as error:  # noqa: BLE001 (the table tells)
            note, good = str(error).strip().splitlines()[-1][:160] if str(error).strip() else repr(error), False
        self.results.append((name, good, f"{time.monotonic() - begun:6.2f} s  {note}"))
        print(f"{'ok    ' if good else 'FAILED'} {name:44} {self.results[-1][2]}", flush=True)

    def files(self) -> set[str]:
        """Every path inside, apart from what the system keeps of its own."""
        return {
            f"{folder.removeprefix(str(self.folder))}/{name}"
            for folder, folders, names in os.walk(self.folder)
            for name in (*folders, *names)
            if not folder.startswith((f"{self.folder}/proc", f"{self.folder}/sys", f"{self.folder}/dev"))
        }


def main() -> int:
    """Every check in turn; the exit code is 1 if one failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("deb", type=Path)
    parser.add_argument("archives", type=Path, nargs="*")
    parser.add_argument("--root", type=Path, help="A root of debootstrap, to be copied.")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.root.parent if args.root else None, prefix="root-") as scratch:
        folder = Path(scratch) / "root"
        if args.root:
            subprocess.run(["cp", "-a", str(args.root), str(folder)], check=True)
        else:
            subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(folder), MIRROR], check=True)
        with mounted(folder):
            root = Root(folder)
            use(root, args.deb)
            for archive in args.archives:
                use_archive(root, archive)
    failed = [name for name, good, _ in root.results if not good]
    print(f"{len(root.results) - len(failed)} passed, {len(failed)} failed")
    return bool(failed)


@contextmanager
def mounted(folder: Path) -> Iterator[None]:
    """What programs expect of a system: /proc and /dev."""
    mounts = [["-t", "proc", "proc", str(folder / "proc")], ["--rbind", "/dev", str(folder / "dev")]]
    for mount in mounts:
        subprocess.run(["mount", *mount], check=True)
    try:
        yield
    finally:
        for mount in reversed(mounts):
            subprocess.run(["umount", "--recursive", "--lazy", mount[-1]], check=False)


def use(root: Root, deb: Path) -> None:
    """All that a person does with the package, from its installation to its removal."""
    prepare(root, deb)
    root.check("there is no Python", lambda: absent(root, "python3"))
    root.check("installs, with what it depends on", lambda: install(root))
    before = root.files()
    root.check("removed and installed again by dpkg", lambda: reinstall(root))
    root.check("the desktop knows its files", lambda: knows_files(root))
    commands(root)
    root.check("manual and completions are there", lambda: papers(root))
    root.check("opens a window, takes a dropped file", lambda: window(root, ["bitswap-gui"]))
    root.check("removing it leaves nothing", lambda: remove(root, before))


def use_archive(root: Root, archive: Path) -> None:
    """All that a person does with a folder or file that is not installed; the libraries of a desktop are there."""
    for place in PLACES:
        command, window_command = unpack(root, archive, place)
        print(f"{archive.name} in {place}:")
        before = root.files()
        commands(root, command)
        root.check("opens a window, takes a dropped file", lambda: window(root, window_command))  # noqa: B023
        root.check("deleting it leaves nothing", lambda: delete(root, place, before))  # noqa: B023


def unpack(root: Root, archive: Path, place: str) -> tuple[list[str], list[str]]:
    """Puts an archive there. Returns what starts the command, and what starts the window."""
    target = root.folder / place[1:]
    target.mkdir()
    if archive.suffix == ".squashfs":
        subprocess.run(["unsquashfs", "-quiet", "-no-progress", "-f", "-d", str(target), str(archive)], check=True)
        return [f"{place}/AppRun"], [f"{place}/AppRun"]
    if archive.suffix == ".AppImage":
        shutil.copy(archive, target / "Bit-Swap.AppImage")
        (target / "Bit-Swap.AppImage").chmod(0o755)
        start = ["env", "APPIMAGE_EXTRACT_AND_RUN=1", f"{place}/Bit-Swap.AppImage"]  # a chroot has no FUSE
        return start, start
    shutil.copyfile(archive, root.folder / "root/archive.tar.gz")
    root.run("tar", "-xzf", "/root/archive.tar.gz", "-C", place, "--strip-components=1", user="root")
    return [f"{place}/bitswap"], [f"{place}/bitswap-gui"]


def prepare(root: Root, deb: Path) -> None:
    """A user, the package, a picture, and the package lists of this machine."""
    for name in ("/etc/resolv.conf", "/etc/hosts"):
        shutil.copyfile(name, root.folder / name[1:])
    for settings in Path("/etc/apt/apt.conf.d").iterdir():
        if "Invoke" not in settings.read_text("utf-8"):  # what it would start is not in the root
            shutil.copy(settings, root.folder / "etc/apt/apt.conf.d")
    (root.folder / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
    shutil.copyfile(deb, root.folder / DEB[1:])
    root.run("useradd", "-m", "-d", HOME, "person", user="root")
    shutil.copyfile(SAMPLE, root.folder / HOME[1:] / "photo.png")
    root.run("chown", "-R", "person:", HOME, user="root")
    root.run("apt-get", "update", "-qq", user="root")


def absent(root: Root, name: str) -> str:
    """Fails if a program of that name is inside."""
    found = [path for path in (root.folder / "usr" / "bin").iterdir() if path.name.startswith(name)]
    if found:
        raise AssertionError(f"{found[0].name} is here")
    return ""


def install(root: Root) -> str:
    """By apt, as a double click does."""
    extra = ["shared-mime-info", "desktop-file-utils", "hicolor-icon-theme"]
    root.run("apt-get", "install", "-y", "--no-install-recommends", DEB, *extra, user="root")
    absent(root, "python3")
    return root.run(
        "dpkg-query", "-W", "-f=${Package} ${Version}, ${Installed-Size} kB unpacked", "bitswap", user="root"
    )


def reinstall(root: Root) -> str:
    """A second time, which is what an upgrade does."""
    root.run("dpkg", "--purge", "bitswap", user="root")
    root.run("dpkg", "--install", DEB, user="root")
    return ""


def knows_files(root: Root) -> str:
    """Name, magic and program of the file type are in the desktop's databases, which dpkg's triggers made."""
    for place, words in (
        ("usr/share/mime/globs2", b"application/x-bitswap:*.bsw"),
        ("usr/share/mime/magic", b"\xb5BSW"),
        ("usr/share/applications/mimeinfo.cache", b"application/x-bitswap=bitswap.desktop"),
    ):
        if words not in (root.folder / place).read_bytes():
            raise AssertionError(f"{place} knows nothing of it")
    return "name, magic, program"


def commands(root: Root, command: Sequence[str] = ("bitswap",)) -> None:
    """The command line. The first compression is on a home without caches."""
    photo, coded, back = f"{HOME}/photo.png", f"{HOME}/photo.png.bsw", f"{HOME}/back"

    def run(*arguments: str, network: bool = True) -> str:
        return root.run(*command, *arguments, network=network)

    for kept in ("photo.png.bsw", ".cache", ".config"):
        root.run("rm", "-rf", f"{HOME}/{kept}")
    root.check("bitswap --version", lambda: last_words(run("--version")))
    root.check("compresses, the first time", lambda: last_words(run("compress", photo)))
    root.check("keeps no kernels in the home", lambda: no_cache(root))
    root.check("compresses, the second time", lambda: run("compress", "-f", photo) and "")
    root.check("verifies", lambda: run("verify", coded) and "")
    root.check("decompresses, the same pixels", lambda: run("decompress", "-f", coded, "-o", back) and same_photo(root))
    root.check("the same without network", lambda: run("compress", "-f", photo, network=False) and "")
    root.check("known answers", lambda: last_words(run("devices", "--check")))
    root.check("a thumbnail", lambda: run("thumbnail", coded, f"{HOME}/small.png") and "")


def same_photo(root: Root) -> str:
    """Fails if what came back has other pixels than the sample."""
    from PIL import Image

    back = root.folder / HOME[1:] / "back" / "photo.png"
    with Image.open(SAMPLE) as sample, Image.open(back) as restored:
        if sample.size != restored.size or sample.tobytes() != restored.tobytes():
            raise AssertionError("the picture has other pixels")
    return "and the same file" if back.read_bytes() == SAMPLE.read_bytes() else ""


def last_words(output: str) -> str:
    """The first line, from its last colon on."""
    return output.splitlines()[0].rsplit(": ", 1)[-1].strip()


def no_cache(root: Root) -> str:
    """The kernels that the package brings are the ones that are used."""
    found = list((root.folder / HOME[1:] / ".cache").rglob("*.nb[ic]"))
    if found:
        raise AssertionError(f"{len(found)} files of kernels were written, {found[0].name} for one")
    return ""


def papers(root: Root) -> str:
    """What comes with the program."""
    places = ("man/man1/bitswap.1.gz", "bash-completion/completions/bitswap", "zsh/vendor-completions/_bitswap")
    for place in (*places, "fish/vendor_completions.d/bitswap.fish", "doc/bitswap/copyright"):
        if not (root.folder / "usr/share" / place).is_file():
            raise AssertionError(f"{place} is missing")
    licences = root.folder / "usr/lib/bitswap/_internal/licences"
    return f"licences of {len(list(licences.iterdir()))} libraries"


def window(root: Root, command: Sequence[str]) -> str:
    """The window on an X server outside: how soon it shows, and that a file dropped by X events is converted."""
    photo = root.folder / HOME[1:] / "dropped.png"
    shutil.copyfile(SAMPLE, photo)
    os.chown(photo, photo.parent.stat().st_uid, photo.parent.stat().st_gid)
    coded = photo.with_name("dropped.png.bsw")
    coded.unlink(missing_ok=True)
    with x_server() as display:
        source = loaded("xdnd", ROOT / "tests" / "gui" / "xdnd.py").DragSource(display)
        begun = time.monotonic()
        process = subprocess.Popen(
            ["chroot", "--userspec=person", str(root.folder), "/usr/bin/env", "-i", f"HOME={HOME}",
             f"DISPLAY={display}", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", *command],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        try:
            target = wait_for(lambda: source.find("Bit-Swap"), process)
            shown = time.monotonic() - begun
            source.drop(target, [Inside(f"{HOME}/dropped.png")])
            wait_for(lambda: source.press(target, "ctrl+Return") or coded.exists(), process)
            done = time.monotonic() - begun
            wait_for(lambda: source.title(target) == "Bit-Swap", process)  # at rest, so that it asks nothing
            source.press(target, "ctrl+q")
            process.wait(20)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
        said = process.stdout.read().strip() if process.stdout else ""
    if process.returncode or said:
        raise AssertionError(f"exit code {process.returncode}; it said: {said}")
    return f"shown after {shown:.2f} s, converted after {done:.2f} s"


class Inside(str):
    """A path inside, which this process would see elsewhere."""

    __slots__ = ()

    def as_uri(self) -> str:
        return f"file://{self}"


@contextmanager
def x_server() -> Iterator[str]:
    """The name of an X display of our own; programs in a chroot reach it by its abstract socket."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-ac"]
    with subprocess.Popen(command, pass_fds=[theirs], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        os.close(theirs)
        with os.fdopen(ours) as answer:
            number = answer.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def wait_for(condition: Callable[[], object], process: subprocess.Popen[str]) -> object:
    """What the condition gives once it gives something."""
    until = time.monotonic() + WINDOW_SECONDS
    while True:
        is_last = time.monotonic() >= until  # asked first, so that it looks once more if it was held up itself
        if found := condition():
            return found
        if process.poll() is not None:
            raise AssertionError(f"it ended: {process.stdout.read() if process.stdout else ''}")
        if is_last:
            raise AssertionError("it did not happen in time")
        time.sleep(0.02)


def loaded(name: str, path: Path) -> ModuleType:
    """A module by its path."""
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def remove(root: Root, before: set[str]) -> str:
    """Everything that the package put there is gone, and nothing else appeared."""
    owned = set(root.run("dpkg", "--listfiles", "bitswap", user="root").split())
    root.run("dpkg", "--purge", "bitswap", user="root")
    left = {path for path in owned if (root.folder / path[1:]).is_file()}
    after = root.files()
    left |= {path for path in after - before if not path.startswith(REMAINS)}
    left |= {path for path in after if "bitswap" in path and not path.startswith(REMAINS)}
    for place in ("usr/share/mime/globs2", "usr/share/applications/mimeinfo.cache"):
        if b"bitswap" in (root.folder / place).read_bytes():
            left.add(place)
    if left:
        raise AssertionError(f"{len(left)} files are left, {min(left)} for one")
    return ""


def delete(root: Root, place: str, before: set[str]) -> str:
    """With its folder, everything is gone but settings and what was made of pictures."""
    shutil.rmtree(root.folder / place[1:])
    left = {path for path in root.files() - before if not path.startswith(REMAINS)}
    left |= {path for path in root.files() if path.startswith(HOME) and ".nb" in path}
    if left:
        raise AssertionError(f"{len(left)} files are left, {min(left)} for one")
    return ""


if __name__ == "__main__":
    sys.exit(main())
