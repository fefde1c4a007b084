"""What the program makes of a hostile file: a catalogue or a cause, in how much time and memory, and what is left.

A file is given to the program as a user would: a process of its own, its exit code and its two lines judged. Damaged
copies of a sample, of which there are thousands, go through ``catalogus.read`` within limits, which is the same child.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import catalogus
from tests.program import BARE, PROGRAM
from transform.errors import CatalogusError, Cause
from transform.findings import Severity
from transform.limits import Limits
from transform.model import Catalogue
from transform.reading import Reading

#: The limits under which the set is read: lower than the program's own, so that a breach takes seconds.
MEMORY_MIB: Final = 512
SECONDS: Final = 10
LIMITS: Final = ("--max-memory", str(MEMORY_MIB), "--max-seconds", str(SECONDS))
#: What the program itself takes on top: starting, and noticing a breach.
GRACE_SECONDS: Final = 2
#: Each has the limit for itself: reading, what is made of it, and writing and telling it, which no file makes longer
#: than it is long.
STAGES: Final = 4
#: What the program may take besides the reader: what it is itself, the file, and what is made of the answer.
OWN_MIB: Final = 512
CATALOGUE: Final = "catalogue"
DIFFERENT: Final = "another catalogue"
WARNED: Final = "another catalogue, with a warning"
#: Causes that a file must never lead to: a fault of ours, or a user that nobody is.
FAULTS: Final = frozenset({Cause.INTERNAL, Cause.INTERRUPTED, Cause.USAGE, Cause.MESSAGES_MISSING})


class Outcome(NamedTuple):
    """What came of one file; ``fault`` is what should not have been, empty when all is well."""

    said: str
    seconds: float
    peak_mib: int
    fault: str


def judge(data: bytes, *, export: bool = False) -> Outcome:
    """Give a file to the program: ``convert``, or ``compare`` with itself for an export."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, out, temporary = folder / "bron", folder / "uit", folder / "tijdelijk"
        source.write_bytes(data)
        temporary.mkdir()
        command = ("compare", source, source) if export else ("convert", source, "-o", out, "--to", "json")
        begin = time.monotonic()
        status, said, peak_mib = _run([*PROGRAM, *map(str, command), *LIMITS], folder, temporary)
        seconds = time.monotonic() - begin
        left = [path.name for path in (*temporary.iterdir(), *_running_in(folder))]
        cause = re.match(r"(?:.*\n)*?catalogus: ([a-z-]+): ", said)
        outcome = cause[1] if cause else CATALOGUE
        return Outcome(outcome, seconds, peak_mib, _fault(status, said, outcome, seconds, peak_mib, left))


#: Runs a command and writes its peak memory in KiB. A lean process of its own: a child's peak counts the memory of its
#: parent at the fork, and whoever makes hostile files is not lean.
LAUNCHER: Final = """
import os, sys
from pathlib import Path
pid = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(pid, 0)
Path(sys.argv[1]).write_text(str(used.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status) % 256)
"""


def _run(command: Sequence[str], folder: Path, temporary: Path) -> tuple[int, str, int]:
    """Exit code, standard error and peak memory of a command, of the largest of its processes."""
    peak = folder / "geheugen"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", LAUNCHER, str(peak), *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=BARE | {"TMPDIR": str(temporary), "LANG": "en"},
        check=False,
    )
    return done.returncode, done.stderr.decode("utf-8", "replace"), int(peak.read_text(encoding="ascii")) // 1024


def _fault(status: int, said: str, outcome: str, seconds: float, peak_mib: int, left: Sequence[str]) -> str:
    faults = {
        f"exit code {status}": status != (0 if outcome == CATALOGUE else 2),
        "traceback": "Traceback" in said,
        f"cause {outcome}": outcome in set(map(str, FAULTS)),
        f"{seconds:.0f} s": seconds > SECONDS * (1 if outcome == str(Cause.TOO_SLOW) else STAGES) + GRACE_SECONDS,
        f"{peak_mib} MiB": peak_mib > MEMORY_MIB + OWN_MIB,
        f"left: {', '.join(left)}": bool(left),
    }
    return "; ".join(fault for fault, there in faults.items() if there)


def _running_in(folder: Path) -> list[Path]:
    """Processes that still work in a folder or below."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            where = os.readlink(process / "cwd")  # noqa: PTH115
        except OSError:
            continue
        if where.startswith(str(folder)):
            found.append(process)
    return found


def judge_damaged(data: bytes, whole: Reading) -> str:
    """``catalogue`` when a damaged copy still reads as the whole file does, or the cause.

    A catalogue that differs is ``another catalogue``, unless it has warnings that the whole file has not: a person is
    asked to look.
    """
    try:
        read = catalogus.read(data, whole.catalogue.source.file, limits=Limits(MEMORY_MIB, SECONDS))
    except CatalogusError as error:
        return str(error.cause)
    if said_by(read.catalogue) == said_by(whole.catalogue):
        return CATALOGUE
    return WARNED if warnings_of(read) - warnings_of(whole) else DIFFERENT


def warnings_of(reading: Reading) -> Counter[str]:
    """How many warnings there are of each kind."""
    return Counter(str(finding.code) for finding in reading.findings if finding.severity is Severity.WARNING)


def said_by(catalogue: Catalogue) -> tuple[object, ...]:
    """All that a catalogue says, without what the file is."""
    return catalogue.title, catalogue.appendix, catalogue.competences
