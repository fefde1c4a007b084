"""The proving ground for Word and ODT: every trait on every engine, read and judged. Run it as a program for the table.

catalogue × traits ── plan ── engine ── clothes ── file ── (LibreOffice) ── judge
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from pathlib import Path
from time import process_time
from typing import Final, NamedTuple

from msgspec.structs import replace

from tests.catalogues import gold_catalogue
from tests.editions.invented import invented_catalogue
from tests.editions.judging import Judgement, Verdict, judge
from tests.editions.proving_page import Shown, shown_to_page
from tests.editions.word_engines import (
    BATCH,
    OFFICE_ENGINES,
    engine_of,
    expressible,
    installed,
    put_on,
    saved_by_office,
)
from tests.editions.word_layout import catalogue_to_plan
from tests.editions.word_page import INTRO
from tests.editions.word_surroundings import AROUND
from tests.editions.word_traits import TRAITS, random_traits
from tests.extract.raw_docx import zipped
from transform.model import Catalogue

CATALOGUES: Final[dict[str, Callable[[], Catalogue]]] = {"gold": gold_catalogue, "invented": invented_catalogue}
#: The name of an edition without any trait.
PLAIN: Final = "plain"


class Case(NamedTuple):
    """One document to make and judge."""

    engine: str
    catalogue: str
    traits: frozenset[str]

    @property
    def name(self) -> str:
        """``raw-gold-no label+smart tags``."""
        return f"{self.engine}-{self.catalogue}-{self.label}"

    @property
    def label(self) -> str:
        """``no label+smart tags``."""
        return "+".join(sorted(self.traits)) or PLAIN


class Proved(NamedTuple):
    """A case with its judgement and the seconds of processor time that reading took."""

    case: Case
    judgement: Judgement
    seconds: float


def alone(engines: Iterable[str]) -> Iterator[Case]:
    """The plain edition and every trait alone, with both catalogues."""
    for engine in engines:
        for catalogue in CATALOGUES:
            yield Case(engine, catalogue, frozenset())
            yield from (Case(engine, catalogue, frozenset({name})) for name in expressible(engine))


def combined(engines: Iterable[str], seeds: Iterable[int]) -> Iterator[Case]:
    """A random combination for every seed and engine; catalogues take turns."""
    for engine in engines:
        known, lost = expressible(engine), engine_of(engine).lost
        for seed in seeds:
            yield Case(engine, tuple(CATALOGUES)[seed % len(CATALOGUES)], random_traits(seed, known, lost))


def case_to_file(case: Case) -> bytes:
    """The document of a case, as it is before LibreOffice saves it anew."""
    plan = catalogue_to_plan(CATALOGUES[case.catalogue](), case.traits)
    for name in AROUND.keys() & case.traits:
        plan = AROUND[name](plan)
    engine = engine_of(case.engine)
    return zipped(put_on(engine.write(plan), engine.kind, case.traits))


def case_to_gold(case: Case) -> Catalogue:
    """What reading it must give: what went in. A hyphen that was made a no-break one is that character."""
    gold = CATALOGUES[case.catalogue]()
    if "no-break hyphens" not in case.traits:
        return gold
    return replace(gold, title=_no_break(gold.title), appendix=_no_break(gold.appendix), competences=tuple(
        replace(
            c,
            name=_no_break(c.name),
            core_competence=_no_break(c.core_competence),
            description=_no_break(c.description),
            indicators=tuple(replace(i, text=_no_break(i.text)) for i in c.indicators),
        )
        for c in gold.competences
    ))  # fmt: skip


def _no_break(text: str) -> str:
    return re.sub(r"(?<=\w)-(?=\w)", "\u2011", text)


def prove(case: Case) -> Proved:
    """Make, read and judge one document."""
    return judged(case, case_to_file(case))


def judged(case: Case, data: bytes) -> Proved:
    """Read and judge the document of a case."""
    began = process_time()
    judgement = judge(data, case.name, case_to_gold(case))
    return Proved(case, judgement, process_time() - began)


def saved_anew(cases: Sequence[Case]) -> list[Proved]:
    """Cases of one engine of LibreOffice; a document that LibreOffice itself cannot open is left out."""
    suffix = OFFICE_ENGINES[cases[0].engine]
    saved = saved_by_office([case_to_file(case) for case in cases], suffix)
    return [judged(case, data) for case, data in zip(cases, saved, strict=True) if data is not None]


def prove_all(cases: Iterable[Case]) -> list[Proved]:
    """All of these, in two processes; LibreOffice is given several documents at a time."""
    with ProcessPoolExecutor(2) as pool:
        return [one for batch in pool.map(prove_batch, batches(cases)) for one in batch]


def batches(cases: Iterable[Case]) -> Iterator[list[Case]]:
    """Cases of one engine, as many as one process takes at a time."""
    for _engine, own in groupby(cases, key=lambda case: case.engine):
        every = list(own)
        yield from (every[at : at + BATCH] for at in range(0, len(every), BATCH))


def prove_batch(cases: Sequence[Case]) -> list[Proved]:
    """Make, read and judge cases of one engine."""
    return saved_anew(cases) if cases[0].engine in OFFICE_ENGINES else [prove(case) for case in cases]


def to_show(proved: Iterable[Proved]) -> list[Shown]:
    """What the page says of each case."""
    return [Shown(p.case.engine, p.case.catalogue, p.case.label, p.judgement, p.seconds) for p in proved]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make documents in every layout, read them, and judge what was read.")
    parser.add_argument("--engine", action="append", choices=installed(), help="these engines; all that are installed")
    parser.add_argument("--combinations", type=int, default=200, metavar="N", help="for each engine")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the page there")
    return parser.parse_args()


def main() -> None:
    """Prove, and print the page; on the error stream every case that was not read exactly."""
    arguments = _arguments()
    engines = arguments.engine or installed()
    single = prove_all(alone(engines))
    mixed = prove_all(combined(engines, range(arguments.combinations)))
    page = shown_to_page(in_order(to_show(single)), to_show(mixed))
    print(page)
    for one in (*single, *mixed):
        if one.judgement.verdict is not Verdict.EXACT:
            print(f"{one.case.name}: {one.judgement.verdict}: {one.judgement.detail[:400]}", file=sys.stderr)
    if arguments.write:
        arguments.write.write_text(f"{INTRO}{page}\n", encoding="utf-8")


def in_order(shown: Iterable[Shown]) -> list[Shown]:
    """In the order of the traits, whichever engine knows which."""
    order = {name: number for number, name in enumerate((PLAIN, *(trait.name for trait in TRAITS)))}
    return sorted(shown, key=lambda one: order[one.label])


if __name__ == "__main__":
    main()
