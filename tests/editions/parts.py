"""Catalogue × look → the tables to print, the same for every engine.

    Part ── heading, title row, header words, rows ── Cell: paragraphs, then indicators as a list

A cell that is None lies under a merged one. Not here: fonts, rules, pages, and what stands around (``surroundings``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from tests.editions.traits import PLAIN_HEADER, Look
from tests.editions.typesetting import expected, typed, typed_name
from transform.model import Catalogue, Competence

#: Shares of the table's width.
WIDTHS: Final = {
    "name": 4.6,
    "core": 3.4,
    "body": 9.6,
    "description": 5.0,
    "indicators": 5.0,
    "number": 0.8,
    "level": 1.4,
}
_SENTENCE: Final = re.compile(r"(?<=[a-z]\.) (?=[A-Z])")
#: What stands between a sign and the text of an item that does not hang under it.
SPACE_AFTER: Final = {"flush": " ", "glued": ""}
#: Bullets that count → how, in the terms of Word, and what stands around the count.
COUNTS: Final = {
    "1.": ("decimal", "{}."),
    "1)": ("decimal", "{})"),
    "(1)": ("decimal", "({})"),
    "a)": ("lowerLetter", "{})"),
    "A.": ("upperLetter", "{}."),
    "i.": ("lowerRoman", "{}."),
}
ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
MERGING: Final = frozenset({"merged", "vertical"})
TITLE_ROW: Final = "Overzicht van de competenties"


class Para(NamedTuple):
    """A paragraph. ``role``: name, core, label, body, header; ``note`` is the number of a footnote at its end."""

    text: str
    role: str
    note: int = 0


class Cell(NamedTuple):
    """Paragraphs, then listed items; ``down`` and ``across`` count the rows and columns that it takes."""

    paragraphs: tuple[Para, ...] = ()
    items: tuple[str, ...] = ()
    down: int = 1
    across: int = 1
    column: str = "body"


Row = tuple[Cell | None, ...]


class Part(NamedTuple):
    """One table, with the heading above it where each group has its own; ``title`` is a full-width first row.

    ``merged``: the last two cells of the header are one, and have the words of the first of them.
    """

    heading: str
    title: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    merged: bool = False

    def header_cells(self) -> Iterator[tuple[int, int, str]]:
        """Of each cell of the header its first column, how many columns it takes, and its words."""
        last = len(self.header) - (2 if self.merged else 1)
        for number, word in enumerate(self.header[: last + 1]):
            yield number, len(self.header) - number if number == last else 1, word


def catalogue_to_parts(catalogue: Catalogue, look: Look) -> tuple[Part, ...]:
    """The tables of a document: one, or one for each core competence in its turn."""
    columns = columns_of(look)
    words = PLAIN_HEADER | dict(look.header)
    if look.header_merged:
        words["description"] = words["body"]
    header = tuple(words[column] for column in columns)
    title = TITLE_ROW if look.title_row else ""
    every = expected(catalogue, look)
    noted = frozenset(c.id for c in every.competences[:2]) if look.footnotes else frozenset[str]()
    groups = [(core, tuple(own)) for core, own in groupby(every.competences, key=lambda c: c.core_competence)]
    if look.core == "heading":
        return tuple(
            Part(typed(core, look), title, header, tuple(_rows(own, look, noted)), look.header_merged)
            for core, own in groups
        )
    rows: list[Row] = []
    for core, own in groups:
        if look.core == "row":
            rows.append(_across(Para(typed(core, look), "core"), columns))
        rows.extend(_rows(own, look, noted))
        if look.header_again and core != groups[-1][0]:
            rows.append(_typed_header(header, columns))
        if look.empty_rows:
            rows.append(tuple(Cell(column=column) for column in columns))
    size = look.per_table or len(rows)
    return tuple(
        Part("", title, header, tuple(rows[at : at + size]), look.header_merged) for at in range(0, len(rows), size)
    )


def columns_of(look: Look) -> tuple[str, ...]:
    """The columns that are printed: without that of the core competence where it stands above its group."""
    return tuple(c for c in look.columns if c != "core" or look.core not in ("row", "heading"))


def widths_of(look: Look) -> tuple[float, ...]:
    """The columns' shares of the table's width, 1 together."""
    factors = dict(look.shares)
    shares = [WIDTHS[column] * factors.get(column, 1.0) for column in columns_of(look)]
    return tuple(share / sum(shares) for share in shares)


def _typed_header(header: Sequence[str], columns: Sequence[str]) -> Row:
    return tuple(Cell((Para(word, "header"),), column=column) for word, column in zip(header, columns, strict=True))


def _across(para: Para, columns: Sequence[str]) -> Row:
    return (Cell((para,), across=len(columns), column=para.role), *(None for _ in columns[1:]))


def _rows(own: Sequence[Competence], look: Look, noted: frozenset[str]) -> Iterator[Row]:
    for number, competence in enumerate(own):
        note = int(competence.id in noted) * (number + 1)
        yield tuple(_cell(competence, column, look, (number, len(own)), note) for column in columns_of(look))


def _cell(competence: Competence, column: str, look: Look, place: tuple[int, int], note: int) -> Cell | None:
    items = tuple(typed(indicator.text, look) for indicator in competence.indicators)
    description = typed(competence.description, look)
    match column:
        case "name":
            return Cell((Para(typed_name(competence.name, look), "name"),), column=column)
        case "core":
            return _core(competence, look, *place)
        case "description":
            return Cell((Para(description, "body", note),), column=column)
        case "indicators":
            return Cell(_label(look, len(items)), items, column=column)
        case "body":
            return Cell(_opening(description, look, len(items), note), items, column=column)
        case "number":
            return Cell((Para(str(place[0] + 1), "body"),), column=column)
        case _:
            return Cell((Para("I", "body"),), column=column)


def _opening(description: str, look: Look, count: int, note: int) -> tuple[Para, ...]:
    label = _label(look, count)
    if look.label_inline and label:
        return (Para(f"{description} {label[0].text}", "body"),)
    sentences = _SENTENCE.split(description) if look.sentences_apart else [description]
    return (*(Para(sentence, "body") for sentence in sentences[:-1]), Para(sentences[-1], "body", note), *label)


def _label(look: Look, count: int) -> tuple[Para, ...]:
    return (Para(look.label.format(count=count), "label"),) if look.label else ()


def _core(competence: Competence, look: Look, number: int, size: int) -> Cell | None:
    para = Para(typed(competence.core_competence, look), "core")
    if look.core not in MERGING:
        return Cell((para,), column="core")
    return Cell((para,), down=size, column="core") if number == 0 else None


def emphasised(text: str, look: Look) -> tuple[str, str]:
    """The words of an item that stand out, none without emphasis, and the rest."""
    first, space, rest = text.partition(" ") if look.emphasis else ("", "", text)
    return first, space + rest


def counted(bullet: str, number: int) -> str:
    """The sign of the item with a number, from 0: a letter, a figure, or the bullet itself."""
    if bullet in COUNTS:
        kind, form = COUNTS[bullet]
        letter = chr(ord("a") + number)
        signs = {
            "decimal": str(number + 1),
            "lowerLetter": letter,
            "upperLetter": letter.upper(),
            "lowerRoman": ROMAN[number],
        }
        return form.format(signs[kind])
    return bullet.removeprefix("symbol:")
