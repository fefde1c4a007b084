"""Measure reading and converting the sample, beside what others do with the same pages, in one run.

    make bench                     tables in Markdown on standard output: the work, and the ratios with their targets
    python -m bench.measure 15    with more rounds than 7

Each figure is a median. The rounds of all rows are taken in turn, so that a slow moment of the machine touches
all of them; compare rows of one table only. In-process figures leave out starting Python and importing.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from bench.process import COMMAND, Took, run_process
from bench.sources import PDF, WORD, copies

ROUNDS: Final = 7
#: How many copies of the sample the rows of ``batch`` convert, and in how many rounds.
COPIES: Final = 60
BATCH_ROUNDS: Final = 3

PLUMBER: Final = f"import pdfplumber\nfor page in pdfplumber.open({str(PDF)!r}).pages: page.extract_tables()"


class Row(NamedTuple):
    """One row of the table: what, how one round of it is run, and how many rounds there are at most."""

    what: str
    once: Callable[[], Took]
    rounds: int = 1000


class Ratio(NamedTuple):
    """A target: how often ``one`` goes into ``other`` at least, or ``one`` takes of ``other`` at most."""

    one: str
    other: str
    at_least: float | None = None
    at_most: float | None = None


CATALOGUE: Final = "in process: PDF → Catalogue"
WORD_CATALOGUE: Final = "in process: Word → Catalogue"
TABLES: Final = "in process: pdfplumber `extract_tables`"
BARE: Final = "in process: pdfium, bare: characters, boxes, lines"
CELLS: Final = "in process: python-docx, cells of the table"
TO_JSON: Final = "process: PDF → JSON"
TO_ALL: Final = "process: PDF → four files"
PLUMBER_PROCESS: Final = "process: pdfplumber `extract_tables`"
HELP: Final = "process: `catalogus --help`"
CLICK: Final = "process: `python -c 'import click'`"
ONE_JOB: Final = f"process: `batch`, {COPIES} copies, --jobs 1"
TWO_JOBS: Final = f"process: `batch`, {COPIES} copies, --jobs 2"

RATIOS: Final = (
    Ratio(CATALOGUE, TABLES, at_least=8),
    Ratio(CATALOGUE, BARE, at_most=2),
    Ratio(WORD_CATALOGUE, CELLS, at_most=1),
    Ratio(TO_JSON, PLUMBER_PROCESS, at_most=0.5),
    Ratio(TO_ALL, PLUMBER_PROCESS, at_most=0.75),
    Ratio(HELP, CLICK, at_most=1.5),
    Ratio(TWO_JOBS, ONE_JOB, at_least=1.8),
)


def in_process(work: Callable[[], object]) -> Callable[[], Took]:
    """Time of a call in this process; the first call, which imports, is not counted."""
    work()

    def once() -> Took:
        start = time.perf_counter()
        work()
        return Took((time.perf_counter() - start) * 1000, None)

    return once


def plumber_tables() -> None:
    """What pdfplumber does with the same pages: cells as text, nothing interpreted."""
    import pdfplumber

    with pdfplumber.open(PDF) as pdf:
        for page in pdf.pages:
            page.extract_tables()


def word_cells() -> list[str]:
    """The text of every cell by python-docx, the quick way over a table, nothing interpreted."""
    from docx import Document

    return [cell.text for table in Document(str(WORD)).tables for row in table.rows for cell in row.cells]


def rows(folder: Path) -> Iterator[Row]:
    """All rows, in the order in which they are printed."""
    from bench.bare_pdfium import marks_of_pages
    from catalogus import read_catalogue

    out = folder / "uit"
    yield Row(CATALOGUE, in_process(lambda: read_catalogue(PDF)))
    yield Row(BARE, in_process(lambda: marks_of_pages(PDF.read_bytes())))
    yield Row(TABLES, in_process(plumber_tables))
    yield Row(WORD_CATALOGUE, in_process(lambda: read_catalogue(WORD)))
    yield Row(CELLS, in_process(word_cells))
    yield Row(TO_ALL, lambda: run_process(COMMAND, "convert", PDF, "-o", out))
    yield Row(TO_JSON, lambda: run_process(COMMAND, "convert", PDF, "-o", out, "--to", "json"))
    yield Row("process: Word → four files", lambda: run_process(COMMAND, "convert", WORD, "-o", out))
    yield Row("process: Word → JSON", lambda: run_process(COMMAND, "convert", WORD, "-o", out, "--to", "json"))
    yield Row(HELP, lambda: run_process(COMMAND, "--help"))
    yield Row(CLICK, lambda: run_process(sys.executable, "-c", "import click"))
    yield Row(PLUMBER_PROCESS, lambda: run_process(sys.executable, "-c", PLUMBER))
    if pdftotext := shutil.which("pdftotext"):
        yield Row("process: `pdftotext -layout`", lambda: run_process(pdftotext, "-layout", PDF, "-"))
    else:
        print("pdftotext is not installed: its row is left out", file=sys.stderr)
    many = copies(COPIES, folder / "in")
    for what, jobs in ((ONE_JOB, "1"), (TWO_JOBS, "2")):
        command = (COMMAND, "batch", many, "-o", folder / "veel", "--again", "--jobs", jobs)
        yield Row(what, lambda command=command: run_process(*command), BATCH_ROUNDS)  # type: ignore[misc]


def measure(rounds: int) -> None:
    """Take all rounds in turn and print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        table = list(rows(Path(folder)))
        taken: dict[str, list[Took]] = {row.what: [] for row in table}
        for number in range(rounds):
            for row in table:
                if number < row.rounds:
                    taken[row.what].append(row.once())
    medians = {what: median(took.ms for took in figures) for what, figures in taken.items()}
    print(f"| work (median of {rounds}; `batch` of {BATCH_ROUNDS}) | ms | peak MiB |\n|---|---:|---:|")
    for what, figures in taken.items():
        memory = [took.mib for took in figures if took.mib is not None]
        print(f"| {what} | {medians[what]:.0f} | {f'{median(memory):.0f}' if memory else ''} |")
    print_ratios(medians)


def print_ratios(medians: Mapping[str, float]) -> None:
    """Each target beside what was measured."""
    print("\n| ratio | target | measured | holds |\n|---|---:|---:|---|")
    for ratio in RATIOS:
        if ratio.at_least is not None:
            measured = medians[ratio.other] / medians[ratio.one]
            line = f"{ratio.one}, faster than {ratio.other} | ≥ {ratio.at_least:g} ×"
            holds = measured >= ratio.at_least
        else:
            measured = medians[ratio.one] / medians[ratio.other]
            line = f"{ratio.one}, of the time of {ratio.other} | ≤ {ratio.at_most:g} ×"
            holds = measured <= (ratio.at_most or 0)
        print(f"| {line} | {measured:.2f} × | {'yes' if holds else '**no**'} |")


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
