"""A process that runs the command line in forks of itself, so that each can be killed and starts within milliseconds.

Reads lines of JSON from stdin: {"do": "start", "arguments": [...], "limits": {...}} begins a run; "wait", "kill",
"interrupt" and "terminate" end it and give its exit code, below 0 for a signal. The model is a stand-in, as in
tests/conftest.py. Limits: file_bytes (the most that a file may have), rights (false: root's right to read and write
everything is given up), log (a file that gets what is said), abandoned_after_s (the age from which another run's part
may be taken for a dead one's; 0 unless given, which is for runs that are alone).
"""

import ctypes
import json
import os
import resource
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bitswap_app.cli import commands, main
from bitswap_app.imaging import jxl
from bitswap_app.service import writing

_CAPABILITIES_VERSION = 0x20080522
_OVERRIDES = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


_SIGNALS = {"kill": signal.SIGKILL, "interrupt": signal.SIGINT, "terminate": signal.SIGTERM}


class StandIn:
    """JPEG XL in place of a model."""

    model_id = bytes(range(100, 108))

    def compress_image(self, pixels, report, *, check=False):
        report(1, 2)
        return jxl.encode(pixels, 3)

    def decompress_image(self, payload, height, width, report):
        report(1, 2)
        return jxl.decode(payload, (height, width, 3), 8)


def give_up_rights():
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(_CAPABILITIES_VERSION, 0)
    sets = (ctypes.c_uint32 * 6)()
    if libc.capget(head, sets) == 0:
        for i in range(3):
            sets[i] &= ~_OVERRIDES
        libc.capset(head, sets)


def run(arguments, limits):
    if limits.get("rights") is False:
        give_up_rights()
    if "file_bytes" in limits:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limits["file_bytes"], limits["file_bytes"]))
    writing._ABANDONED_AFTER_S = limits.get("abandoned_after_s", 0.0)
    log = os.open(limits.get("log", os.devnull), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 1)
    os.dup2(log, 2)
    return main.main(arguments)


def serve():
    commands.engines = lambda _options: lambda _model: StandIn()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs inherit that it is ignored
    child = 0
    for line in sys.stdin:
        order = json.loads(line)
        if order["do"] == "start":
            child = start(order["arguments"], order["limits"])
            continue
        if order["do"] in _SIGNALS:
            os.kill(child, _SIGNALS[order["do"]])  # not reaped yet, so the number is still its own
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def start(arguments, limits):
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = run(arguments, limits)
        except SystemExit as end:
            code = end.code
        finally:
            os._exit(code)
    return child


if __name__ == "__main__":
    serve()
