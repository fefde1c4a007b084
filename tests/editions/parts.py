"""Catalogue × look → the tables to print, the same for every engine.

    Part ── heading, header words, rows ── Cell: paragraphs, then indicators as a list

A cell that is None lies under a merged one. Not here: fonts, rules, pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from tests.editions.traits import PLAIN_HEADER, Look
from transform.model import Catalogue, Competence

#: Shares of the table's width.
WIDTHS: Final = {
    "name": 3.0,
    "core": 2.6,
    "body": 10.0,
    "description": 5.0,
    "indicators": 5.0,
    "number": 0.8,
    "level": 1.4,
}


class Cell(NamedTuple):
    """Paragraphs, then listed items; ``down`` and ``across`` count the rows and columns that it takes."""

    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    down: int = 1
    across: int = 1


Row = tuple[Cell | None, ...]


class Part(NamedTuple):
    """One table, with the heading above it where each group has its own."""

    heading: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def catalogue_to_parts(catalogue: Catalogue, look: Look) -> tuple[Part, ...]:
    """The tables of a document: one, or one for each core competence in its turn."""
    columns = columns_of(look)
    words = PLAIN_HEADER | dict(look.header)
    header = tuple(words[column] for column in columns)
    groups = [(core, tuple(own)) for core, own in groupby(catalogue.competences, key=lambda c: c.core_competence)]
    if look.core == "heading":
        return tuple(Part(core, header, tuple(_rows(own, look, columns))) for core, own in groups)
    rows: list[Row] = []
    for core, own in groups:
        if look.core == "row":
            rows.append((Cell((core,), across=len(columns)), *(None for _ in columns[1:])))
        rows.extend(_rows(own, look, columns))
    return (Part("", header, tuple(rows)),)


def columns_of(look: Look) -> tuple[str, ...]:
    """The columns that are printed: without that of the core competence where it stands above its group."""
    return tuple(c for c in look.columns if c != "core" or look.core in ("column", "merged"))


def widths_of(look: Look) -> tuple[float, ...]:
    """The columns' shares of the table's width, 1 together."""
    shares = [WIDTHS[column] * (look.narrow if column == "name" else 1.0) for column in columns_of(look)]
    return tuple(share / sum(shares) for share in shares)


def _rows(own: Sequence[Competence], look: Look, columns: Sequence[str]) -> Iterator[Row]:
    for number, competence in enumerate(own):
        yield tuple(_cell(competence, column, look, number, len(own)) for column in columns)


def _cell(competence: Competence, column: str, look: Look, number: int, size: int) -> Cell | None:
    items = tuple(indicator.text for indicator in competence.indicators)
    label = (look.label,) if look.label else ()
    match column:
        case "name":
            return Cell((competence.name,))
        case "core":
            return _core(competence, look, number, size)
        case "description":
            return Cell((competence.description,))
        case "indicators":
            return Cell(label, items)
        case "body":
            return Cell((competence.description, *label), items)
        case "number":
            return Cell((str(number + 1),))
        case _:
            return Cell(("I",))


def _core(competence: Competence, look: Look, number: int, size: int) -> Cell | None:
    if look.core == "column":
        return Cell((competence.core_competence,))
    return Cell((competence.core_competence,), down=size) if number == 0 else None


def counted(bullet: str, number: int) -> str:
    """The sign of the item with a number, from 0: a letter, a figure, or the bullet itself."""
    if bullet == "a)":
        return f"{chr(ord('a') + number)})"
    return f"{number + 1}." if bullet == "1." else bullet


#: What stands around the appendix in a regulation: chapters, another table, words that the catalogue shares.
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
