#!/usr/bin/env python3
"""Compiles the kernels that a frozen program brings, for each level of CPU (bitswap_app/coding/_cpu.py).

    python3 packaging/dev.py python packaging/kernels.py FOLDER

A level that this CPU has is filled by coding pictures. One that it lacks is compiled for the types that another level
met, if that one multiplies in the same way; else it is left out, and programs compile for such CPUs when they meet one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pickle
import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SIDES = ((150, 300), (33, 31), (1, 1))  # of pictures that are coded to have every kernel compiled
TYPES = "types.pickle"
SAME_PATH = {"x86-64-v3-vnni": "x86-64-v4-vnni", "x86-64-v4-vnni": "x86-64-v3-vnni"}  # both multiply bytes


def main() -> int:
    """Fills FOLDER with a folder for each level and the stamp of the sources."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--level", help="Fill only this one, in this process.")
    args = parser.parse_args()
    if args.level:
        fill(args.folder, args.level)
        return 0
    shutil.rmtree(args.folder, ignore_errors=True)
    args.folder.mkdir(parents=True)
    (args.folder / "stamp").write_text(stamp() + "\n", "ascii")
    filled = make_all(args.folder)
    for types in args.folder.glob(f"*/{TYPES}"):
        types.unlink()
    (args.folder / "levels.json").write_text(json.dumps(filled, indent=1) + "\n", "utf-8")
    print(json.dumps(filled, indent=1))
    return 0


def stamp() -> str:
    """Changes whenever the kernels may."""
    import llvmlite
    import numba

    digest = hashlib.sha256(f"{platform.python_version()} {numba.__version__} {llvmlite.__version__}".encode())
    digest.update(Path(__file__).read_bytes().replace(b"\r\n", b"\n"))
    for part in ("coding", "model"):
        for path in sorted((ROOT / "bitswap_app" / part).glob("*.py")):
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def make_all(folder: Path) -> dict[str, str]:
    """Fills every level that can be, as many at once as there are cores. Returns how, by its name."""
    from llvmlite import binding

    from bitswap_app.coding import _cpu

    is_arm = platform.machine().lower() in {"arm64", "aarch64"}
    features = binding.get_host_cpu_features()
    levels = [level for level in _cpu.LEVELS if level.name.startswith("x86") != is_arm]
    has = {level.name for level in levels if is_arm or all(features.get(name) for name in level.features)}
    can_borrow = {name for name in SAME_PATH if name not in has and SAME_PATH[name] in has}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NUMBA_")}

    def run(name: str) -> None:
        subprocess.run([sys.executable, __file__, str(folder), "--level", name], check=True, env=environment)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for names in (has, can_borrow):  # those that can run tell the types
            list(pool.map(run, sorted(names)))
    return {
        level.name: "by coding pictures"
        if level.name in has
        else f"for the types of {SAME_PATH[level.name]}"
        if level.name in can_borrow
        else "left out: this CPU has none of its instructions"
        for level in levels
    }


def fill(folder: Path, name: str) -> None:
    """Compiles one level's kernels into its folder, in a process that has compiled nothing else."""
    from bitswap_app.coding import _cpu, _jit

    level = next(level for level in _cpu.LEVELS if level.name == name)
    place = folder / level.name
    place.mkdir(parents=True)
    bundle = _jit.Bundle((folder / "stamp").read_text("ascii").strip(), None, place)
    _jit.compile_for(level)
    _jit._bundle = lambda: bundle  # noqa: SLF001  # as if this were the frozen program
    leave_out_notes()
    from bitswap_app.service import engine  # defines the kernels

    met = folder / SAME_PATH.get(name, "") / TYPES
    if met.is_file():
        compile_types(pickle.loads(met.read_bytes()))  # noqa: S301 (our own, of a moment ago)
    else:
        code_pictures(engine)
    (place / TYPES).write_bytes(pickle.dumps({key: kernel.signatures for key, kernel in kernels().items()}))


def leave_out_notes() -> None:
    """Keeps numba's notes on types out of the files: nothing reads them, and they tell addresses of the moment."""
    from numba.core.compiler import CompileResult

    whole: Any = CompileResult._reduce  # noqa: SLF001
    CompileResult._reduce = lambda result: whole(result._replace(type_annotation=""))  # type: ignore[method-assign]  # noqa: SLF001


def kernels() -> dict[tuple[str, str], Any]:
    """Every kernel of the program, by its module and name."""
    from numba.core.dispatcher import Dispatcher

    return {
        (kernel.py_func.__module__, kernel.py_func.__name__): kernel
        for name, module in list(sys.modules.items())
        if name.startswith("bitswap_app.")
        for kernel in vars(module).values()
        if isinstance(kernel, Dispatcher)
    }


def compile_types(types: dict[tuple[str, str], list[Any]]) -> None:
    """Compiles each kernel for the types of arguments that it met elsewhere."""
    for key, kernel in kernels().items():
        for signature in types.get(key, []):
            kernel.compile(signature)


def code_pictures(engine: Any) -> None:
    """Has the kernels compiled by using them: each effort, by the level's fastest path and by float32."""
    import numpy as np

    from bitswap_app.model.runtime import load_runtime
    from bitswap_app.resources import resource

    efforts = json.loads(resource("weights/manifest.json").read_text("utf-8"))["efforts"]
    rng = np.random.default_rng(0)
    for effort in efforts:
        weights = engine.find_weights(effort)
        for coder in (
            engine.load_engine(effort, device="cpu"),
            engine.Engine(load_runtime(weights, paths=("float32",))),
        ):
            for height, width in SIDES:
                pixels = rng.integers(0, 256, (height, width, 3), dtype=np.uint8)
                payload = coder.compress_image(pixels, check=True)
                if not np.array_equal(coder.decompress_image(payload, height, width), pixels):
                    raise AssertionError(f"{effort} by {coder.runtime.path} did not give the pixels back")


if __name__ == "__main__":
    sys.exit(main())
