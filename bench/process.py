"""A command as a process: how long it took, and the most memory it used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

COMMAND: Final = Path(sys.executable).parent / "catalogus"


class Took(NamedTuple):
    """Wall-clock milliseconds; the peak of the largest process in MiB, and processor milliseconds, where measured."""

    ms: float
    mib: float | None = None
    cpu_ms: float = 0.0


#: Runs a command and prints its wall-clock seconds, peak KiB and processor seconds. A lean process of its own: a
#: child's peak counts the memory of its parent at the fork, and this script is not lean.
LAUNCHER: Final = """
import os, resource, subprocess, sys, time
start = time.perf_counter()
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - start, used.ru_maxrss, used.ru_utime + used.ru_stime)
sys.exit(status)
"""


def run_process(*arguments: str | Path) -> Took:
    """Run a command from start to end, its own children included. Raises CalledProcessError if it fails."""
    command = [sys.executable, "-I", "-S", "-c", LAUNCHER, *map(str, arguments)]
    seconds, kib, cpu = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return Took(float(seconds) * 1000, float(kib) / 1024, float(cpu) * 1000)
