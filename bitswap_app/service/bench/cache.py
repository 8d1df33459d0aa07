"""Results of earlier runs: a file of JSON lines, one a result, that a run adds to as it goes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from bitswap_app.errors import OutputError
from bitswap_app.service.bench.measuring import Trial
from bitswap_app.service.bench.results import Result

NAME = "results.jsonl"


class Cache:
    """What was measured before on this machine, by everything that a result can depend on.

    A line that was cut by a killed run, or that another version wrote, counts as absent.
    """

    def __init__(self, folder: Path, machine: str, *, fresh: bool) -> None:
        self._path, self._machine = folder / NAME, machine
        self._found = {} if fresh else dict(self._read())

    def find(self, trial: Trial) -> Result | None:
        """The result of an earlier trial of the same bytes under the same conditions."""
        found = self._found.get(self._key(trial))
        return replace(found, image=trial.image) if found else None

    def add(self, trial: Trial, result: Result) -> None:
        """Keep a result, unless it is an error: the next run tries again. Raises OutputError."""
        if result.error:
            return
        line = json.dumps({"key": self._key(trial), "result": asdict(result)})
        try:
            with self._path.open("a", encoding="utf-8") as stream:
                stream.write(f"{line}\n")
        except OSError as error:
            raise OutputError(
                "{path} cannot be written ({error}).", path=self._path, error=error.strerror or str(error)
            ) from error
        self._found[self._key(trial)] = result

    def _key(self, trial: Trial) -> str:
        conditions = [trial.digest, trial.codec, trial.version, trial.protocol, trial.device, trial.threads]
        conditions += ["accounts"] if trial.has_accounts else []
        return "|".join(map(str, [*conditions, self._machine]))

    def _read(self) -> Iterator[tuple[str, Result]]:
        try:
            lines = self._path.read_text("utf-8", errors="replace").splitlines()
        except OSError:
            return
        for line in lines:
            try:
                record = json.loads(line)
                yield record["key"], Result.from_record(record["result"])
            except (ValueError, KeyError, TypeError, AttributeError):
                continue
