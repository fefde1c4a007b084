"""The proving ground for scans: the appendix and other layouts, scanned well and badly, read by OCR and judged.

layout ── scanner ── read with OCR ── judge

Run as a program it prints the table, and writes it to the file that is named. It needs Tesseract, and takes minutes:
no part of the suite.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from catalogus import read
from tests.catalogues import SAMPLES, gold_catalogue
from tests.editions.judging import Judgement, Verdict, judge_reading
from tests.editions.proving import ENGINES
from tests.editions.proving_page import SIGNS
from tests.editions.scanner import Scanner, pdf_to_scan
from tests.editions.trait_table import trait_named
from tests.editions.traits import traits_to_look
from transform.errors import CatalogusError
from transform.model import Catalogue

CLEAN: Final = Scanner()
SPOILT: Final = Scanner(askew=0.8, dirt=50)
#: How the appendix is scanned, in the words of the table.
SCANNERS: Final = {
    "300 dpi, recht en schoon": CLEAN,
    "300 dpi, scheef (0,8°) en vuil": SPOILT,
    "200 dpi, recht en schoon": CLEAN._replace(dots=200),
    "200 dpi, scheef (0,8°) en vuil": SPOILT._replace(dots=200),
    "150 dpi, recht en schoon": CLEAN._replace(dots=150),
    "300 dpi, op zijn kop": CLEAN._replace(turned=180),
    "300 dpi, op zijn kant": CLEAN._replace(turned=90),
}
#: Other layouts, each scanned well: engine and trait.
LAYOUTS: Final = (
    ("typst", "no-rules"),
    ("typst", "rules-across"),
    ("typst", "rules-upright"),
    ("typst", "zebra"),
    ("typst", "core-merged"),
    ("typst", "bullet-dot"),
    ("typst", "large-serif"),
    ("typst", "small-type"),
)
INTRO: Final = """# Proeftuin: scans

Bijlage 1B en enkele andere opmaken zijn als afbeelding afgedrukt zoals een scanner dat doet, met `--ocr` gelezen en
veld voor veld vergeleken met wat erin ging. Elke herkende pagina heeft een waarschuwing; wat afwijkt, is dus gemeld.

- `exact`: elk veld is goed. `gemeld`: een veld wijkt af. `fout`: de omzetting stopt met de genoemde oorzaak.
- `**STIL**`: een veld wijkt af op een plaats zonder waarschuwing. Dat mag niet voorkomen.

De tabel wordt gemaakt met `make scans`; de tijd is rekentijd per pagina, van alle programma's samen.

"""


class Scan(NamedTuple):
    """One scan to make and read."""

    name: str
    data: bytes


class Proved(NamedTuple):
    """What came of it: how many competences and indicators are exact, and processor seconds a page."""

    name: str
    judgement: Judgement
    competences: int
    indicators: int
    seconds: float


def scans() -> Iterator[Scan]:
    """Every case, made when it is asked for."""
    sample = (SAMPLES / "bijlage-1b.pdf").read_bytes()
    yield from (Scan(name, pdf_to_scan(sample, scanner)) for name, scanner in SCANNERS.items())
    for engine, trait in LAYOUTS:
        (data,) = ENGINES[engine]([(gold_catalogue(), traits_to_look((trait_named(trait),)))])
        yield Scan(f"{engine} {trait}, 300 dpi", pdf_to_scan(data, CLEAN))


def prove(scan: Scan) -> Proved:
    """Read a scan and judge it."""
    gold = gold_catalogue()
    began = _seconds()
    try:
        reading = read(scan.data, "scan.pdf", ocr=True)
    except CatalogusError as error:
        return Proved(scan.name, Judgement(Verdict.ERROR, str(error.cause)), 0, 0, 0.0)
    pages = reading.catalogue.source.pages or 1
    counts = count_exact(gold, reading.catalogue)
    return Proved(scan.name, judge_reading(reading, gold), *counts, (_seconds() - began) / pages)


def count_exact(gold: Catalogue, found: Catalogue) -> tuple[int, int]:
    """How many competences are exact but for their indicators, and how many indicators, by the competence's name."""
    read_ = {c.name: c for c in found.competences}
    competences = indicators = 0
    for own in gold.competences:
        other = read_.get(own.name)
        if other is None:
            continue
        same = (own.core_competence, own.description) == (other.core_competence, other.description)
        competences += same
        indicators += len({i.text for i in own.indicators} & {i.text for i in other.indicators})
    return competences, indicators


def _seconds() -> float:
    """Processor seconds of this process and of those that it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def proved_to_line(proved: Proved) -> str:
    """A line of the table."""
    cause = f" {proved.judgement.detail}" if proved.judgement.verdict is Verdict.ERROR else ""
    figures = f"{proved.competences} / 27 | {proved.indicators} / 81 | {proved.seconds:.1f} s".replace(".", ",")
    return f"| {proved.name} | {SIGNS[proved.judgement.verdict]}{cause} | {figures} |"


def main() -> None:
    """Print the table, line by line; with an argument, write it to that file too."""
    head = "| scan | oordeel | competenties | indicatoren | per pagina |"
    lines = [head, "|---" * 5 + "|"]
    print("\n".join(lines), flush=True)
    for proved in map(prove, scans()):
        lines.append(proved_to_line(proved))
        print(lines[-1], flush=True)
        print(proved.judgement.detail, file=sys.stderr, flush=True)
    for path in sys.argv[1:2]:
        Path(path).write_text(INTRO + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
