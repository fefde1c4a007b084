"""The proving ground for PDF: every trait on every engine, read and judged. Run it as a program for the table.

catalogue × look ── engine ── finish ── judge

python -m tests.editions.proving                             every trait alone, then random combinations
python -m tests.editions.proving --only typst:gold:no-rules  engine:catalogue:traits, each may be *
python -m tests.editions.proving --only '*:*:zebra+cropped'  traits together
… --keep FOLDER                                              keep what was not read exactly, to look at
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby
from pathlib import Path
from time import process_time
from typing import Final, NamedTuple, TypeAlias

from tests.catalogues import gold_catalogue
from tests.editions.by_browser import browser, catalogue_to_browser
from tests.editions.by_office import catalogues_to_office, office
from tests.editions.by_reportlab import catalogue_to_reportlab
from tests.editions.by_typst import catalogue_to_typst
from tests.editions.by_weasyprint import catalogue_to_weasyprint, weasyprint_works
from tests.editions.finishing import finish
from tests.editions.invented import invented_catalogue
from tests.editions.judging import Judgement, Verdict, judge
from tests.editions.proving_page import INTRO, Shown, shown_to_page
from tests.editions.trait_table import TRAITS, combinations, trait_named
from tests.editions.traits import Look, Trait, traits_to_look
from tests.editions.typesetting import expected
from transform.model import Catalogue

#: An engine prints documents of one kind after another: starting it may cost more than a document.
Engine: TypeAlias = Callable[[Sequence[tuple[Catalogue, Look]]], list[bytes]]


def one_by_one(print_one: Callable[[Catalogue, Look], bytes]) -> Engine:
    """An engine that prints one document at a time."""
    return lambda documents: [print_one(catalogue, look) for catalogue, look in documents]


ENGINES: Final[dict[str, Engine]] = {
    "reportlab": one_by_one(catalogue_to_reportlab),
    "typst": one_by_one(catalogue_to_typst),
    "weasyprint": one_by_one(catalogue_to_weasyprint),
    "browser": one_by_one(catalogue_to_browser),
    "office": catalogues_to_office,
}
#: Documents that an engine is given at a time.
BATCH: Final = {"office": 12}
CATALOGUES: Final[dict[str, Callable[[], Catalogue]]] = {"gold": gold_catalogue, "invented": invented_catalogue}
SEED: Final = 20270101
ANY: Final = "*"


class Case(NamedTuple):
    """One document to make and judge."""

    engine: str
    catalogue: str
    traits: tuple[Trait, ...]

    @property
    def name(self) -> str:
        """``typst-gold-zebra+cropped``."""
        return f"{self.engine}-{self.catalogue}-{self.label}"

    @property
    def label(self) -> str:
        """``zebra+cropped``."""
        return "+".join(trait.name for trait in self.traits)


class Proved(NamedTuple):
    """A case with its judgement and the seconds of processor time that reading took."""

    case: Case
    judgement: Judgement
    seconds: float


def installed() -> tuple[str, ...]:
    """The engines that this machine has."""
    here = {"browser": browser() is not None, "office": office() is not None, "weasyprint": weasyprint_works()}
    return tuple(name for name in ENGINES if here.get(name, True))


def alone(engines: Iterable[str]) -> Iterator[Case]:
    """Every trait alone, with both catalogues."""
    for engine in engines:
        known = [trait for trait in TRAITS if engine not in trait.unknown_to]
        yield from (Case(engine, name, (trait,)) for trait in known for name in CATALOGUES)


def combined(engines: Iterable[str], count: int) -> Iterator[Case]:
    """Random combinations, ``count`` for each engine and catalogue."""
    for engine in engines:
        for name in CATALOGUES:
            yield from (Case(engine, name, traits) for traits in combinations(engine, count, f"{name} {SEED}"))


def only(wanted: str, engines: Sequence[str]) -> Iterator[Case]:
    """The cases of ``engine:catalogue:traits``; with ``*`` for traits every trait that the engine can express."""
    engine, catalogue, traits = (*wanted.split(":"), ANY, ANY)[:3]
    for case in alone([engine] if engine != ANY else engines):
        if catalogue not in (ANY, case.catalogue):
            continue
        if traits == ANY:
            yield case
        elif case.traits[0].name == "plain":
            yield case._replace(traits=tuple(map(trait_named, traits.split("+"))))


def cases_to_pdfs(cases: Sequence[Case]) -> list[bytes]:
    """The documents of cases of one engine."""
    looks = [traits_to_look(case.traits) for case in cases]
    documents = [(CATALOGUES[case.catalogue](), look) for case, look in zip(cases, looks, strict=True)]
    printed = ENGINES[cases[0].engine](documents)
    return [finish(data, look.finish) if look.finish else data for data, look in zip(printed, looks, strict=True)]


def prove(case: Case) -> Proved:
    """Make, read and judge one document."""
    return prove_batch([case])[0]


def prove_batch(cases: Sequence[Case], keep: Path | None = None) -> list[Proved]:
    """Make, read and judge documents of one engine; in ``keep`` those that were not read exactly are left."""
    return [_judged(case, data, keep) for case, data in zip(cases, cases_to_pdfs(cases), strict=True)]


def _judged(case: Case, data: bytes, keep: Path | None) -> Proved:
    gold = expected(CATALOGUES[case.catalogue](), traits_to_look(case.traits))
    began = process_time()
    judgement = judge(data, f"{case.name}.pdf", gold)
    seconds = process_time() - began
    if keep is not None and judgement.verdict is not Verdict.EXACT:
        (keep / f"{case.name}.pdf").write_bytes(data)
    return Proved(case, judgement, seconds)


def prove_all(cases: Iterable[Case], keep: Path | None = None) -> list[Proved]:
    """The same for any number of cases, in two processes."""
    with ProcessPoolExecutor(2) as pool:
        batches = pool.map(partial(prove_batch, keep=keep), _batches(cases))
        return [proved for batch in batches for proved in batch]


def _batches(cases: Iterable[Case]) -> Iterator[list[Case]]:
    for engine, own in groupby(cases, key=lambda case: case.engine):
        rest = list(own)
        size = BATCH.get(engine, 1)
        yield from (rest[at : at + size] for at in range(0, len(rest), size))


def in_order_of_traits(proved: Iterable[Proved]) -> list[Proved]:
    """Cases of one trait each, trait by trait: an engine may not know some."""
    order = {trait.name: number for number, trait in enumerate(TRAITS)}
    return sorted(proved, key=lambda p: order[p.case.traits[0].name])


def to_show(proved: Iterable[Proved]) -> list[Shown]:
    """What the page says of each case."""
    return [Shown(p.case.engine, p.case.catalogue, p.case.label, p.judgement, p.seconds) for p in proved]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make documents in every layout, read them, and judge what was read.")
    parser.add_argument("--only", action="append", metavar="ENGINE:CATALOGUE:TRAITS", help="these cases; * is any")
    parser.add_argument("--engine", action="append", choices=ENGINES, help="these engines; all that are installed")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep what was not read exactly")
    parser.add_argument("--combinations", type=int, default=25, metavar="N", help="per engine and catalogue")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the page there")
    return parser.parse_args()


def main() -> None:
    """Prove, and print the page; on the error stream every case that was not read exactly."""
    arguments = _arguments()
    engines = arguments.engine or installed()
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
    if arguments.only:
        chosen = [case for wanted in arguments.only for case in only(wanted, engines)]
        single, mixed = prove_all(chosen, arguments.keep), []
    else:
        single = in_order_of_traits(prove_all(alone(engines), arguments.keep))
        mixed = prove_all(combined(engines, arguments.combinations), arguments.keep)
    page = shown_to_page(to_show(single), to_show(mixed))
    print(page)
    for one in (*single, *mixed):
        if one.judgement.verdict is not Verdict.EXACT:
            print(f"{one.case.name}: {one.judgement.verdict}: {one.judgement.detail[:400]}", file=sys.stderr)
    if arguments.write:
        arguments.write.write_text(f"{INTRO}{page}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
