"""What stands around the appendix: pages of a regulation, other appendices that share its words, notes, a caption.

Each engine prints the same blocks in its own way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from tests.editions.traits import Look

Kind = Literal["heading", "text", "table", "page"]
Rows = tuple[tuple[str, ...], ...]


class Block(NamedTuple):
    """A heading, a paragraph, a table, or the start of a new page."""

    kind: Kind
    text: str = ""
    rows: Rows = ()


CLAUSES: Final = (
    "De leidinggevende en de medewerker spreken ten minste eenmaal per jaar over de voortgang van het werk.",
    "In het gesprek komen de competenties aan de orde die voor de functie van belang zijn, met hun indicatoren.",
    "De beschrijving van de functie en de competenties worden door de werkgever vastgesteld.",
    "Deze regeling treedt in werking met ingang van de dag na die van haar bekendmaking.",
)
OTHER_TABLE: Final = (
    ("Schaal", "Functie", "Aantal gesprekken"),
    ("10", "Medewerker beleid", "Twee gesprekken per jaar"),
    ("12", "Senior medewerker", "Een gesprek per jaar"),
)
FUNCTIONS: Final = (
    ("Functie", "Competenties", "Niveau"),
    ("Beleidsmedewerker", "Samenwerken, Klantgericht, Plannen/organiseren", "II"),
    ("Teamleider", "Durf, Samenwerken, Integer leiderschap", "III"),
    ("Projectleider", "Onderhandelen, Resultaatgericht, Voortgangsbewaking", "III"),
)
SCORES: Final = (
    ("Competentie", "Score"),
    ("Samenwerken", "goed"),
    ("Klantgericht", "voldoende"),
    ("Durf", "goed"),
)
CAPTION: Final = "Tabel 1. De competenties met hun kerncompetentie, beschrijving en indicatoren"
NOTES: Final = (
    "Zie ook artikel 3 van de regeling.",
    "Vastgesteld na overleg met de ondernemingsraad.",
)
#: What stands above and below the text of every page.
RUNNING: Final = ("Regeling jaargesprekken", "Bijlage 1B")


def before(look: Look) -> Iterator[Block]:
    """What comes before the appendix."""
    yield from _regulation(look, 1)
    if look.appendices:
        yield Block("heading", "Bijlage 1A bij de Regeling jaargesprekken")
        yield Block("text", "Functies met hun competenties")
        yield Block("text", CLAUSES[1])
        yield Block("table", rows=FUNCTIONS)
        yield from _parting(look)


def after(look: Look) -> Iterator[Block]:
    """What comes after the appendix."""
    if look.appendices:
        yield from _parting(look)
        yield Block("heading", "Bijlage 1C bij de Regeling jaargesprekken")
        yield Block("text", "Beoordelingsformulier")
        yield Block("table", rows=SCORES)
        yield Block("text", CLAUSES[2])
    if look.regulation:
        yield from _parting(look)
    yield from _regulation(look, look.regulation + 1)


def _parting(look: Look) -> Iterator[Block]:
    if not look.adjoined:
        yield Block("page")


def _regulation(look: Look, first: int) -> Iterator[Block]:
    for number in range(look.regulation):
        yield Block("heading", f"Artikel {first + number}")
        yield from (Block("text", clause) for clause in CLAUSES)
        yield Block("table", rows=OTHER_TABLE)
        yield from _parting(look)
