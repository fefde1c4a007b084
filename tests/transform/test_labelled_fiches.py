"""Fiches whose words stand before what they say, in its own cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import document, typed
from tests.transform.test_fiches import DURF, KEYS, LEF, READ, RUST, Said, Text, read_all
from tests.transform.test_habits import Wide, codes, competences, grid, read, row
from transform.document import Block, Line, Raised, Row, Table
from transform.errors import NoCatalogueTable
from transform.findings import Code
from transform.labelled_fiches import document_to_labelled

NAME, CORE, DESCRIPTION, INDICATORS = KEYS


def labelled(key: str, said: Text) -> tuple[str, ...]:
    return (f"{key}: {said}",) if isinstance(said, str) else (f"{key}:", *said)


def card(said: Said) -> list[Row]:
    name, core, description, indicators = map(labelled, KEYS, said)
    return [row(name, core), row(Wide(description, 2)), row(Wide(indicators, 2))]


def in_one_cell(said: Said) -> list[Row]:
    return [row(tuple(line for key, own in zip(KEYS, said, strict=True) for line in labelled(key, own)))]


def below_its_name(said: Said) -> list[Row]:
    core, description, indicators = map(labelled, KEYS[1:], said[1:])
    return [row(said[0]), row(core), row(description), row(indicators)]


def with_another_word(said: Said) -> list[Row]:
    return [*card(said), row(Wide("Niveau: gevorderd", 2))]


CARDS = [card, in_one_cell, below_its_name, with_another_word]


@pytest.mark.parametrize("made", CARDS)
def test_a_table_for_each_competence(made: Callable[[Said], list[Row]]) -> None:
    reading = read(*(grid(*made(said)) for said in (DURF, LEF, RUST)))
    assert competences(reading) == READ
    assert not reading.books.unaccounted
    assert (Code.COLUMN_EXTRA in codes(reading)) is (made is with_another_word)


def test_one_table_for_all() -> None:
    assert competences(read(grid(*(own for said in (DURF, LEF, RUST) for own in card(said))))) == READ


def test_the_name_on_the_line_above_each() -> None:
    blocks: list[Block] = []
    for said in (DURF, LEF, RUST):
        blocks += [*typed(str(said[0])), grid(*below_its_name(said)[1:])]
    assert competences(read_all(*blocks)) == READ


def test_a_word_of_the_catalogue_amid_what_is_said_is_text() -> None:
    said = (*DURF[:3], ("- Vraagt door.", "- Gedrag: is open."))
    reading = read(*(grid(*card(own)) for own in (said, LEF)))
    assert [i.text for i in reading.catalogue.competences[0].indicators] == ["Vraagt door.", "Gedrag: is open."]


#: Tables that are read as they are, or not at all.
OTHERS: dict[str, list[Table]] = {
    "one of them": [grid(*card(DURF))],
    "a cell without a word": [grid(*card(said), row("Geldt voor iedereen.")) for said in (DURF, LEF)],
    "nothing that shows it": [grid(*card(said)[:2]) for said in (DURF, LEF)],
    "a word twice": [grid(*card(said), card(said)[2]) for said in (DURF, LEF)],
}


@pytest.mark.parametrize("tables", OTHERS.values(), ids=OTHERS.keys())
def test_what_is_none_of_these_is_left_as_it_is(tables: list[Table]) -> None:
    made = document("Bijlage 1B", *tables)
    assert document_to_labelled(made) is made
    with pytest.raises(NoCatalogueTable):
        document_to_reading(made)


def test_marks_behind_the_word_keep_their_place() -> None:
    def marked(said: Said) -> Table:
        first, *others = card(said)
        (line,) = first.cells[0].lines
        lines = (replace(line, text=f"{line.text}1", raised=(Raised(start=len(line.text), end=len(line.text) + 1),)),)
        return grid(replace(first, cells=(replace(first.cells[0], lines=lines), first.cells[1])), *others)

    made = document_to_labelled(document("Bijlage 1B", marked(DURF), marked(LEF)))
    (table, *_) = (block for block in made.blocks if not isinstance(block, Line))
    (name,) = table.rows[0].cells[1].lines
    assert (name.text, name.raised) == ("Durf1", (Raised(start=4, end=5),))
