"""Measure reading and converting the sample, beside what others do with the same pages, in one run.

    make bench                     a table in Markdown on standard output
    python bench/measure.py 15     with more rounds than 7

Each figure is a median. The rounds of all rows are taken in turn, so that a slow moment of the machine touches
all of them; compare rows of one table only. In-process figures leave out starting Python and importing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

SAMPLES = Path(__file__).parent.parent / "samples"
PDF, WORD = SAMPLES / "bijlage-1b.pdf", SAMPLES / "bijlage-1b.docx"
ROUNDS = 7

PLUMBER = f"import pdfplumber\nfor page in pdfplumber.open({str(PDF)!r}).pages: page.extract_tables()"


class Row(NamedTuple):
    """One row of the table: what, and how one round of it is run (milliseconds, MiB or None)."""

    what: str
    once: Callable[[], tuple[float, float | None]]


#: Runs a command and prints its wall-clock seconds and peak KiB. A lean process of its own: a child's peak counts
#: the memory of its parent at the fork, and this script is not lean.
LAUNCHER = """
import os, resource, subprocess, sys, time
start = time.perf_counter()
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""


def whole_process(*arguments: str | Path) -> Callable[[], tuple[float, float | None]]:
    """Wall-clock time and peak memory of a command, from start to end, its own children included."""

    def once() -> tuple[float, float | None]:
        command = [sys.executable, "-I", "-S", "-c", LAUNCHER, *map(str, arguments)]
        seconds, kib = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        return float(seconds) * 1000, float(kib) / 1024

    return once


def in_process(work: Callable[[], object]) -> Callable[[], tuple[float, float | None]]:
    """Time of a call in this process; the first call, which imports, is not counted."""
    work()

    def once() -> tuple[float, float | None]:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000, None

    return once


def plumber_tables() -> None:
    """What pdfplumber does with the same pages: cells as text, nothing interpreted."""
    import pdfplumber

    with pdfplumber.open(PDF) as pdf:
        for page in pdf.pages:
            page.extract_tables()


def rows(out: Path) -> Iterator[Row]:
    """All rows, in the order in which they are printed."""
    from catalogus import read_catalogue

    command = Path(sys.executable).parent / "catalogus"
    yield Row("in process: PDF → Catalogue", in_process(lambda: read_catalogue(PDF)))
    yield Row("in process: Word → Catalogue", in_process(lambda: read_catalogue(WORD)))
    yield Row("in process: pdfplumber `extract_tables`", in_process(plumber_tables))
    yield Row("process: PDF → four files", whole_process(command, "convert", PDF, "-o", out))
    yield Row("process: PDF → JSON", whole_process(command, "convert", PDF, "-o", out, "--to", "json"))
    yield Row("process: Word → four files", whole_process(command, "convert", WORD, "-o", out))
    yield Row("process: Word → JSON", whole_process(command, "convert", WORD, "-o", out, "--to", "json"))
    yield Row("process: `catalogus --help`", whole_process(command, "--help"))
    yield Row("process: pdfplumber `extract_tables`", whole_process(sys.executable, "-c", PLUMBER))
    if pdftotext := shutil.which("pdftotext"):
        yield Row("process: `pdftotext -layout`", whole_process(pdftotext, "-layout", PDF, "-"))
    else:
        print("pdftotext is not installed: its row is left out", file=sys.stderr)


def measure(rounds: int) -> None:
    """Take all rounds in turn and print the table."""
    with tempfile.TemporaryDirectory() as out:
        table = list(rows(Path(out)))
        taken: dict[str, list[tuple[float, float | None]]] = {row.what: [] for row in table}
        for _ in range(rounds):
            for row in table:
                taken[row.what].append(row.once())
    print(f"| work (median of {rounds}) | ms | peak MiB |\n|---|---:|---:|")
    for what, figures in taken.items():
        memory = [mib for _, mib in figures if mib is not None]
        print(f"| {what} | {median(ms for ms, _ in figures):.0f} | {f'{median(memory):.0f}' if memory else ''} |")


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
