"""Fiches whose header words stand above what they head."""

from __future__ import annotations

import pytest

from tests.documents import HEADER, typed
from tests.transform.test_fiches import DURF, KEYS, LEF, LIST, OTHER, READ, RUST, Said, read_all
from tests.transform.test_habits import BODY, Wide, competences, grid, read, row
from transform.document import Block, Row, Table
from transform.errors import NoCatalogueTable

NAME, CORE, DESCRIPTION, INDICATORS = KEYS
HEADS = [row(NAME, CORE), row(Wide(DESCRIPTION, 2)), row(Wide(INDICATORS, 2))]
BOTH = "Beschrijving en indicatoren"


def body(said: Said) -> tuple[str, ...]:
    return (str(said[2]), "Indicatoren:", *said[3])


def values(said: Said) -> list[Row]:
    return [row(said[0], said[1]), row(Wide(said[2], 2)), row(Wide(said[3], 2))]


def alternating(said: Said) -> list[Row]:
    return [own for pair in zip(HEADS, values(said), strict=True) for own in pair]


def test_a_table_for_each_competence_with_a_word_above_each_text() -> None:
    assert competences(read(*(grid(*alternating(said)) for said in (DURF, LEF, RUST)))) == READ


def test_one_table_with_words_above_the_texts_of_each_competence() -> None:
    assert competences(read(grid(*(own for said in (DURF, LEF, RUST) for own in alternating(said))))) == READ


def test_one_table_whose_words_stand_in_rows_above_each_other_once() -> None:
    rows = [own for said in (DURF, LEF, RUST) for own in values(said)]
    reading = read(grid(*HEADS, *rows))
    assert competences(reading) == READ
    assert not reading.books.unaccounted


@pytest.mark.parametrize("across", [False, True])
def test_a_name_that_stands_above_its_table_or_in_its_first_row(across: bool) -> None:
    blocks: list[Block] = []
    for said in (DURF, LEF, RUST):
        name = str(said[0])
        rows = [row(CORE, BOTH), row(said[1], body(said))]
        blocks += [grid(row(Wide(name, 2)), *rows)] if across else [*typed(name), grid(*rows)]
    assert competences(read_all(*blocks)) == READ


#: Tables that are read as they are, or not at all.
OTHERS: dict[str, list[Table]] = {
    "one fiche": [grid(*alternating(DURF))],
    "a word that is not known": [grid(row(NAME, "Niveau"), row("Durf", "3"), *alternating(s)[2:]) for s in (DURF, LEF)],
    "a text without a word": [grid(row(NAME, ""), row("Durf", "3"), *alternating(s)[2:]) for s in (DURF, LEF)],
    "a word without a text": [grid(*alternating(said)[:-1]) for said in (DURF, LEF)],
    "words of core competences": [grid(row(CORE, DESCRIPTION), row("Moedig", "Durft.")) for _ in range(2)],
}


@pytest.mark.parametrize("tables", OTHERS.values(), ids=OTHERS.keys())
def test_what_is_none_of_these_is_left_as_it_is(tables: list[Table]) -> None:
    with pytest.raises(NoCatalogueTable):
        read(*tables)


def test_where_a_table_has_a_header_of_the_catalogue_nothing_is_turned() -> None:
    legend = [grid(row(CORE, BOTH), row(core, ("Werkt samen.", "Indicatoren:", *LIST, *OTHER))) for core in ("A", "B")]
    catalogue = grid(row(*HEADER), row("Durf", "Moedig", BODY))
    assert [own[0] for own in competences(read(catalogue, *legend))] == ["Durf"]
