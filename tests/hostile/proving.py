"""Give the program every hostile file and thousands of damaged ones, and print what came of it.

    python -m tests.hostile.proving                     tables in Markdown
    python -m tests.hostile.proving --write FILE        the same, kept in a file
    python -m tests.hostile.proving --mutations 100     fewer than 2,000 of each sample
    python -m tests.hostile.proving --kills 20          fewer than 200 conversions killed

Ends with 1 when anything was not as it should be.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import catalogus
from tests.hostile.damage import SAMPLES, mutations, truncations
from tests.hostile.exports import EXPORTS, NOTHINGS
from tests.hostile.judging import DIFFERENT, FAULTS, MEMORY_MIB, SECONDS, Outcome, judge, judge_damaged
from tests.hostile.killing import kill_often
from tests.hostile.packages import PACKAGES
from tests.hostile.pdfs import PDFS

SEED: Final = 1
SETS: Final = {"PDF": PDFS, "Word, ODT and zip": PACKAGES, "Exports": EXPORTS, "Other": NOTHINGS}
#: How many damaged copies one worker takes at a time.
PORTION: Final = 50


def hostile_table() -> Iterator[str]:
    """A row for each hostile file, as it is done."""
    yield "| file | KiB | outcome | s | MiB | fault |\n|---|---:|---|---:|---:|---|"
    for title, files in SETS.items():
        for name, make in files.items():
            data = make()
            yield _row(f"{title}: {name}", len(data), judge(data, export=files is EXPORTS))


def _row(name: str, size: int, outcome: Outcome) -> str:
    said = f"`{outcome.said}`"
    return f"| {name} | {size / 1024:,.0f} | {said} | {outcome.seconds:.1f} | {outcome.peak_mib} | {outcome.fault} |"


def portion(sample: Path, first: int, count: int) -> Counter[str]:
    """What came of some of the mutations of a sample."""
    data = sample.read_bytes()
    whole = catalogus.read(sample)
    return Counter(judge_damaged(torn, whole) for torn in mutations(data, SEED + first, count))


def damaged_table(count: int, jobs: int) -> Iterator[str]:
    """A row for each sample: how many damaged copies came to what."""
    yield "| sample | damage | outcomes |\n|---|---|---|"
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for sample in SAMPLES:
            data, whole = sample.read_bytes(), catalogus.read(sample)
            cut = Counter(judge_damaged(torn, whole) for torn in truncations(data))
            yield f"| {sample.name} | cut off at each tenth | {_counts(cut)} |"
            starts = range(0, count, PORTION)
            parts = [pool.submit(portion, sample, first, min(PORTION, count - first)) for first in starts]
            changed = sum((part.result() for part in parts), Counter[str]())
            yield f"| {sample.name} | {count:,} times bytes changed | {_counts(changed)} |"


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{count:,} `{name}`" for name, count in counter.most_common())


def is_bad(line: str) -> bool:
    """Whether a row tells of something that should not be."""
    *_, last = line.rstrip(" |").rpartition("| ")
    names = {f"`{cause}`" for cause in FAULTS} | {f"`{DIFFERENT}`"}
    return any(name in last for name in names) or (line.count("|") == 7 and not line.endswith("|  |"))


def lines(count: int, kills: int, jobs: int) -> Iterator[str]:
    """The whole report."""
    yield "# Hostile files\n"
    yield (
        "Made by `make hostile`. Each file was given to the program with limits of "
        f"{MEMORY_MIB} MiB and {SECONDS} seconds. *MiB* is the peak of its largest process.\n"
    )
    yield from hostile_table()
    yield "\n## Damaged samples\n"
    yield from damaged_table(count, jobs)
    yield "\n## Killed conversions\n"
    yield kill_often(kills, SEED)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", type=Path)
    parser.add_argument("--mutations", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    begin, told, bad = time.monotonic(), [], 0
    for line in lines(given.mutations, given.kills, given.jobs):
        print(line, flush=True)
        told.append(line)
        bad += line.startswith("| ") and is_bad(line)
    print(f"{time.monotonic() - begin:.0f} seconds, {bad} rows with a fault", file=sys.stderr)
    if given.write:
        given.write.write_text("\n".join(told) + "\n", encoding="utf-8")
    return min(bad, 1)


if __name__ == "__main__":
    sys.exit(main())
