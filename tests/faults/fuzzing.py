"""Damaged and forged .bsw files, by a seed each; and a long run of them.

    python tests/faults/fuzzing.py INPUTS [SEED]       a million take about ten minutes

The long run reports what became of its inputs, how many had sound sections, so that their payload was decoded, the
slowest and the most memory. An input that gives anything but one of our errors, takes more than SLOWEST_S of processor
time or MOST_EXTRA_MB more memory than all before it, is written to a file and ends it.
"""

import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bitswap_app.container.fields import varint
from bitswap_app.container.packing import pack, unpack
from bitswap_app.container.stream import MAGIC, VERSION, read
from bitswap_app.errors import BitswapError, CorruptFile, ModelError
from bitswap_app.imaging.raster import MAX_PIXELS
from bitswap_app.service.codings import decode
from bitswap_app.service.names import restored_name, safe_name

HERE = Path(__file__).parent
SLOWEST_S = 2.0
MOST_EXTRA_MB = 100
MOST_BYTES = 1 << 16
LIMITS = (MAX_PIXELS, 1 << 20)  # of pixels, by turns: what is announced up to there may be allocated
NUMBERS = [0, 1, 2, 7, 8, 31, 32, 33, 127, 128, 255, 256, 1000, 65535, 65536, 1 << 20, 1 << 28, (1 << 63) - 1]


def corpus():
    """The files to begin with."""
    found = sorted((HERE / "corpus").glob("*.bsw")) + sorted((HERE.parent / "golden").rglob("*.bsw"))
    return [path.read_bytes() for path in found if path.stat().st_size <= MOST_BYTES]


def forged(seed, files):
    """One input: a file of the corpus, damaged, or taken apart and put together wrongly with right checksums."""
    rng = random.Random(seed)
    data = rng.choices(files, [1 / (400 + len(file)) for file in files])[0]  # large ones take long
    if rng.random() < 0.1:
        return damaged(rng, data, files)[:MOST_BYTES]
    sections = sections_of(data)
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        forge = rng.choices([_other_payload, _other_packing, _other_header, _other_body, _other_order], [8, 4, 3, 1, 1])
        sections = forge[0](rng, sections, files)
    return assembled(sections)[:MOST_BYTES]


def damaged(rng, data, files=()):
    """The bytes with one to four random changes."""
    data = bytearray(data)
    for _ in range(rng.choice([1, 1, 1, 2, 4])):
        at = rng.randrange(len(data) + 1)
        match rng.randrange(7):
            case 0 if at < len(data):
                data[at] ^= 1 << rng.randrange(8)
            case 1 if at < len(data):
                data[at] = rng.choice([0, 1, 0x7F, 0x80, 0xFF, rng.randrange(256)])
            case 2:
                del data[at:]
            case 3:
                del data[at : at + rng.randrange(1, 9)]
            case 4:
                data[at:at] = rng.randbytes(rng.randrange(1, 40))
            case 5:
                data[at:at] = data[at : at + rng.randrange(1, 40)]
            case 6 if files:
                other = rng.choice(files)
                data[at:] = other[rng.randrange(len(other) + 1) :]
    return bytes(data)


def sections_of(data):
    """[(type, body)] of a whole file."""
    at, sections = len(MAGIC) + 1, []
    while at < len(data):
        kind, length, shift = data[at], 0, 0
        at += 1
        while True:
            length |= (data[at] & 0x7F) << shift
            shift += 7
            at += 1
            if data[at - 1] < 0x80:
                break
        sections.append((kind, data[at : at + length]))
        at += length + 4
    return sections


def assembled(sections):
    """A file of these sections, with the checksums that they need."""
    import zlib

    out = bytearray(MAGIC + bytes([VERSION]))
    checksum = zlib.crc32(out)
    for kind, body in sections:
        lead = bytes([kind]) + varint(len(body))
        checksum = zlib.crc32(body, zlib.crc32(lead, checksum))
        out += lead + body + checksum.to_bytes(4, "little")
    return bytes(out)


def _other_payload(rng, sections, _files):
    """Most of what a reader does is done with this one."""
    kind, body = sections[-1]
    return [*sections[:-1], (kind, damaged(rng, body))]


def _other_body(rng, sections, _files):
    index = rng.randrange(len(sections))
    kind, body = sections[index]
    return [*sections[:index], (kind, damaged(rng, body)), *sections[index + 1 :]]


def _other_packing(rng, sections, _files):
    """Damage inside what is packed."""
    index = rng.randrange(len(sections))
    kind, body = sections[index]
    try:
        body = pack(damaged(rng, unpack(body, 1 << 20)))
    except CorruptFile:  # it is not packed
        body = pack(rng.randbytes(rng.randrange(30)))
    return [*sections[:index], (kind, body), *sections[index + 1 :]]


def _other_order(rng, sections, files):
    sections = list(sections)
    match rng.randrange(5):
        case 0:
            rng.shuffle(sections)
        case 1:
            sections.insert(rng.randrange(len(sections) + 1), rng.choice(sections_of(rng.choice(files))))
        case 2 if len(sections) > 1:
            del sections[rng.randrange(len(sections))]
        case 3:
            index = rng.randrange(len(sections))
            sections[index] = (rng.choice([0, 1, 2, 3, 4, 0x7F, 0x80, 0x81, 0xFF]), sections[index][1])
        case _:
            sections.append((rng.choice([0x80, 0x90, 3]), rng.randbytes(9)))
    return sections


def _other_header(rng, sections, files):
    """One field of the header set to something else; the fields are found by reading the header as FORMAT.md has it."""
    kind, body = sections[0]
    fields = _fields(body)
    if fields is None:
        return _other_body(rng, sections, files)
    index = rng.randrange(len(fields))
    value = fields[index]
    if isinstance(value, int):
        fields[index] = rng.choice([*NUMBERS, value + 1, max(0, value - 1), value * 2, rng.randrange(1 << 16)])
    else:
        fields[index] = rng.choice([damaged(rng, value), rng.randbytes(len(value)), b"../../x", b"CON", b""])
    return [(kind, _joined(fields)), *sections[1:]]


def _fields(body):
    """[coding, name, source bytes, digest, width, height, rest] as integers and bytes, or None."""
    try:
        coding, at = body[0], 1
        size, at = _number(body, at)
        name, at = body[at : at + size], at + size
        source_bytes, at = _number(body, at)
        digest, at = body[at : at + 8], at + 8
        fields = [bytes([coding]), name, source_bytes, digest]
        if at < len(body):
            width, at = _number(body, at)
            height, at = _number(body, at)
            fields += [width, height, body[at : at + 1], body[at + 1 : at + 2], body[at + 2 :]]
    except IndexError:
        return None
    return fields


def _number(body, at):
    value = shift = 0
    while True:
        value |= (body[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if body[at - 1] < 0x80:
            return value, at


def _joined(fields):
    parts = [varint(field % (1 << 63)) if isinstance(field, int) else field for field in fields]
    parts.insert(1, varint(len(fields[1])))
    return b"".join(parts)


def attempt(data, engine_for, max_pixels=LIMITS[1], has_sound_sections=lambda: None):
    """What becomes of an input: "read", or the name of our error. Anything else comes out as it is."""
    try:
        contents = read(data)
        has_sound_sections()
        name = restored_name("x", contents.header.name)
        if name != safe_name(name) or "/" in name:
            raise AssertionError(f"the name {name!r} is not safe")
        decode(contents, engine_for, lambda *_: None, max_pixels)
    except BitswapError as error:
        if not str(error).endswith("."):
            raise AssertionError(f"{error!r} is no sentence") from error
        return type(error).__name__
    return "read"


def tiny_engine_for():
    """The engines of a program that knows the golden files' model only."""
    from bitswap_app.model.runtime import load_runtime
    from bitswap_app.model.weights import read_weights
    from bitswap_app.service.engine import Engine

    engine = Engine(load_runtime(read_weights(HERE.parent / "golden" / "tiny.safetensors")), threads=1)

    def engine_for(model):
        if model != engine.model_id:
            raise ModelError("There is no such model here.")
        return engine

    return engine_for


def run_long(inputs, first_seed):
    """Prints what happened."""
    import faulthandler

    files, engine_for = corpus(), tiny_engine_for()
    for data in files:
        attempt(data, engine_for)
    before_mb = peak = peak_mb()
    outcomes, sound, slowest, begun = Counter(), Counter(), 0.0, time.monotonic()
    for seed in range(first_seed, first_seed + inputs):
        data = forged(seed, files)
        if seed % 100 == 0:  # it starts a thread each time
            faulthandler.dump_traceback_later(600, exit=True)
        start = time.process_time()  # not of the clock: the machine has other things to do
        try:
            outcomes[attempt(data, engine_for, LIMITS[seed % 2], lambda: sound.update(["sections"]))] += 1
            seconds, before, peak = time.process_time() - start, peak, peak_mb()
            slowest = max(slowest, seconds)
            if seconds > SLOWEST_S or peak - before > MOST_EXTRA_MB:
                raise AssertionError(f"it took {seconds:.1f} s and {peak - before:.0f} MB more than all before it")
        except Exception:
            path = Path(f"fuzz-{seed}.bsw")
            path.write_bytes(data)
            print(f"seed {seed} ({path}):", flush=True)
            raise
    faulthandler.cancel_dump_traceback_later()
    minutes = (time.monotonic() - begun) / 60
    print(
        f"{inputs:,} inputs from seed {first_seed} in {minutes:.1f} minutes, {sound['sections']:,} with sound sections"
    )
    print(f"slowest {slowest:.2f} s; {before_mb:.0f} MB before, {peak:.0f} MB at most")
    for name, number in outcomes.most_common():
        print(f"  {name:20} {number:,}")


def peak_mb():
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    run_long(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
