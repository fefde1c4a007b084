"""Conversions that are killed at a random moment: every target is absent, old or complete."""

from __future__ import annotations

import random
import signal
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Final

from tests.program import BARE, PROGRAM, WORD

FORMATS: Final = ("json", "csv", "xml", "docx")
OLD: Final = b"oud"


def targets(out: Path) -> dict[str, bytes]:
    """What stands in the folder for exports, by suffix."""
    return {path.suffix[1:]: path.read_bytes() for path in out.iterdir() if not path.name.startswith(".")}


def convert(out: Path, seconds: float | None) -> bool:
    """Convert the Word sample; killed after so many seconds. Whether it was."""
    command = [*PROGRAM, "convert", str(WORD), "-o", str(out)]
    with tempfile.TemporaryDirectory() as temporary:
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=BARE | {"TMPDIR": temporary})
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True
    return False


def is_sound(out: Path, complete: dict[str, bytes], before: dict[str, bytes]) -> bool:
    """Whether every target is absent, old or complete, each as it may be."""
    now = targets(out)
    return all(
        now.get(format_) in (before.get(format_), complete[format_]) for format_ in FORMATS
    ) and now.keys() <= set(FORMATS)


def kill_once(chance: random.Random, longest: float, complete: dict[str, bytes]) -> tuple[bool, bool, int]:
    """Whether it was killed, whether all is sound, how many targets were complete."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        before = {format_: OLD for format_ in FORMATS if chance.random() < 0.5}
        for format_, data in before.items():
            (out / f"{WORD.stem}.{format_}").write_bytes(data)
        killed = convert(out, chance.uniform(0, longest))
        done = sum(data == complete[format_] for format_, data in targets(out).items() if format_ in complete)
        return killed, is_sound(out, complete, before), done


def whole() -> tuple[dict[str, bytes], float]:
    """What a conversion makes that is left alone, and how long it takes."""
    with tempfile.TemporaryDirectory() as folder:
        begin = time.monotonic()
        convert(Path(folder), None)
        return targets(Path(folder)), time.monotonic() - begin


def kill_often(count: int, seed: int) -> str:
    """The report of so many conversions."""
    complete, seconds = whole()
    chance = random.Random(seed)  # noqa: S311 - a repeatable chance is meant
    results = [kill_once(chance, seconds * 1.1, complete) for _ in range(count)]
    killed = sum(killed for killed, _, _ in results)
    unsound = sum(not sound for _, sound, _ in results)
    done = Counter(done for killed, _, done in results if killed)
    spread = ", ".join(f"{times} with {number} of 4 complete" for number, times in sorted(done.items()))
    return f"{count} conversions, {killed} killed before their end ({spread}); {unsound} left a target half-written."
