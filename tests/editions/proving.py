"""The proving ground for PDF: every trait on every engine, read and judged. Run it as a program for the table.

catalogue × look ── engine ── finish ── judge
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

from tests.catalogues import gold_catalogue
from tests.editions.by_browser import browser, catalogue_to_browser
from tests.editions.by_office import catalogue_to_office, office
from tests.editions.by_reportlab import catalogue_to_reportlab
from tests.editions.by_typst import catalogue_to_typst
from tests.editions.finishing import finish
from tests.editions.invented import invented_catalogue
from tests.editions.judging import Judgement, Verdict, judge
from tests.editions.traits import TRAITS, Trait, combinations, traits_to_look
from transform.model import Catalogue

ENGINES: Final[dict[str, Callable[..., bytes]]] = {
    "reportlab": catalogue_to_reportlab,
    "typst": catalogue_to_typst,
    "browser": catalogue_to_browser,
    "office": catalogue_to_office,
}
CATALOGUES: Final[dict[str, Callable[[], Catalogue]]] = {"gold": gold_catalogue, "invented": invented_catalogue}

#: How the table shows a verdict.
SIGNS: Final = {Verdict.EXACT: "exact", Verdict.TOLD: "gemeld", Verdict.ERROR: "fout", Verdict.QUIET: "**STIL**"}
SEED: Final = 20270101


class Case(NamedTuple):
    """One document to make and judge."""

    engine: str
    catalogue: str
    traits: tuple[Trait, ...]

    @property
    def name(self) -> str:
        """``typst-gold-zebra+cropped``."""
        return f"{self.engine}-{self.catalogue}-{'+'.join(trait.name for trait in self.traits)}"


class Proved(NamedTuple):
    """A case with its judgement and the seconds that reading took."""

    case: Case
    judgement: Judgement
    seconds: float


def installed() -> tuple[str, ...]:
    """The engines that this machine has."""
    missing = {name for name, program in (("browser", browser()), ("office", office())) if program is None}
    return tuple(name for name in ENGINES if name not in missing)


def alone(engines: Iterable[str]) -> Iterator[Case]:
    """Every trait alone, with both catalogues."""
    for engine in engines:
        known = [trait for trait in TRAITS if engine not in trait.unknown_to]
        yield from (Case(engine, name, (trait,)) for trait in known for name in CATALOGUES)


def combined(engines: Iterable[str], count: int) -> Iterator[Case]:
    """Random combinations, ``count`` for each engine and catalogue."""
    for engine in engines:
        for name in CATALOGUES:
            yield from (Case(engine, name, traits) for traits in combinations(engine, count, SEED))


def case_to_pdf(case: Case) -> bytes:
    """The document of a case."""
    look = traits_to_look(case.traits)
    data = ENGINES[case.engine](CATALOGUES[case.catalogue](), look)
    return finish(data, look.finish) if look.finish else data


def prove(case: Case) -> Proved:
    """Make, read and judge one document."""
    data = case_to_pdf(case)
    began = perf_counter()
    judgement = judge(data, f"{case.name}.pdf", CATALOGUES[case.catalogue]())
    return Proved(case, judgement, perf_counter() - began)


def proved_to_table(proved: Iterable[Proved]) -> str:
    """Traits × engines × catalogues as a table in Markdown; what an engine cannot express is left blank."""
    found = {(p.case.engine, p.case.catalogue, p.case.traits[0].name): p.judgement for p in proved}
    columns = list(dict.fromkeys(key[:2] for key in found))
    lines = ["| | " + " | ".join(f"{e} {c}" for e, c in columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for trait in TRAITS:
        cells = [_shown(found.get((*column, trait.name))) for column in columns]
        lines.append(f"| {trait.name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _shown(judgement: Judgement | None) -> str:
    if judgement is None:
        return ""
    cause = f" {judgement.detail}" if judgement.verdict is Verdict.ERROR else ""
    return SIGNS[judgement.verdict] + cause


def totals(proved: Iterable[Proved]) -> str:
    """How many of each verdict."""
    counts = dict.fromkeys(Verdict, 0)
    for one in proved:
        counts[one.judgement.verdict] += 1
    return ", ".join(f"{SIGNS[verdict]}: {count}" for verdict, count in counts.items())


INTRO: Final = """# Proeftuin: opmaken en wat ervan gelezen wordt

Elk kenmerk van de opmaak is door verschillende programma's afgedrukt met twee catalogi (de bijlage, `gold`, en een
verzonnen catalogus met moeilijke woorden, `invented`), gelezen en veld voor veld vergeleken met wat erin ging.

- `exact`: elk veld is goed.
- `gemeld`: een veld wijkt af, en een waarschuwing wijst het aan; met `--strict` wordt niets geschreven.
- `fout`: de omzetting stopt met de genoemde oorzaak.
- `**STIL**`: een veld wijkt af en niemand wordt gewaarschuwd. Dat mag niet voorkomen; wat er staat, is nog te doen.

Een leeg vak: het programma kan dit kenmerk niet uitdrukken. De tabel wordt gemaakt met `make editions`.

"""


def main() -> None:
    """Print the table. Arguments: a file to write it to, then the engines (all that are installed)."""
    engines = sys.argv[2:] or installed()
    with ProcessPoolExecutor(2) as pool:
        single = list(pool.map(prove, alone(engines)))
        mixed = list(pool.map(prove, combined(engines, 5)))
    slowest = max((*single, *mixed), key=lambda p: p.seconds)
    summary = f"Elk kenmerk alleen: {totals(single)}.\n\nToevallige combinaties: {totals(mixed)}."
    text = "\n\n".join((proved_to_table(single), summary))
    print(text)
    print(f"\n{slowest.case.name}: {slowest.seconds:.1f} s", file=sys.stderr)
    for one in (*single, *mixed):
        if one.judgement.verdict is not Verdict.EXACT:
            print(f"{one.case.name}: {one.judgement.verdict}: {one.judgement.detail[:300]}", file=sys.stderr)
    for path in sys.argv[1:2]:
        Path(path).write_text(INTRO + text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
