"""Fiches: header words down the first column of a table, a competence beside them or in each column."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import document, typed
from tests.transform.test_habits import Wide, codes, competences, grid, read, row
from transform.document import Block, Row, Table
from transform.errors import NoCatalogueTable, RowsUnread
from transform.findings import Code
from transform.reading import Reading

Text = str | tuple[str, ...]
Said = tuple[Text, ...]

LIST: Text = ("- Vraagt door.", "- Luistert goed.")
OTHER: Text = ("- Komt met ideeën.",)
DURF: Said = ("Durf", "Moedig", "Blijkt te zijn.", LIST)
LEF: Said = ("Lef", "Moedig", "Toont zich.", OTHER)
RUST: Said = ("Rust", "Kalm", "Blijft kalm.", OTHER)
KEYS = ("Competentie", "Kerncompetentie", "Beschrijving", "Indicatoren")
READ = [
    ("Durf", "Moedig", "Blijkt te zijn.", 2),
    ("Lef", "Moedig", "Toont zich.", 1),
    ("Rust", "Kalm", "Blijft kalm.", 1),
]


def fiche(said: Said, keys: tuple[str, ...] = KEYS) -> list[Row]:
    return [row(key, text) for key, text in zip(keys, said, strict=True)]


def fiches(*all_said: Said) -> list[Table]:
    return [grid(*fiche(said)) for said in all_said]


def read_all(*blocks: Block) -> Reading:
    return document_to_reading(document("Bijlage 1B", "Competentiecatalogus", *blocks))


def test_a_table_for_each_competence() -> None:
    reading = read(*fiches(DURF, LEF, RUST))
    assert competences(reading) == READ
    assert reading.catalogue.title == "Competentiecatalogus"
    assert not reading.books.unaccounted


def test_examples_of_behaviour_are_indicators_without_bullets_too() -> None:
    keys = (*KEYS[:3], "Gedragsvoorbeelden")
    tables = [grid(*fiche((*said[:3], ("Vraagt door.", "Luistert goed.")), keys)) for said in (DURF, LEF)]
    assert [c[3] for c in competences(read(*tables))] == [2, 2]


def test_a_name_that_speaks_of_behaviour_is_no_header_though_one_key_stands_below_it() -> None:
    keys, body = ("Competentie", "Beschrijving en indicatoren"), ("Blijkt te zijn.", "Indicatoren:", *LIST)
    tables = [grid(*fiche((name, body), keys)) for name in ("Durf", "Coöperatief gedrag", "Lef")]
    assert [c[0] for c in competences(read(*tables))] == ["Durf", "Coöperatief gedrag", "Lef"]


def test_what_a_fiche_says_is_no_header_whatever_it_is_called() -> None:
    said = ("Gedragsverandering", "Competentiegericht", *LEF[2:])
    assert [c[0] for c in competences(read(*fiches(DURF, said)))] == ["Durf", "Gedragsverandering"]


@pytest.mark.parametrize("name", ["Indicatoren gebruiken", "Definitie geven", "Beschrijving en indicatoren maken"])
def test_nor_is_its_first_row(name: str) -> None:
    assert [c[0] for c in competences(read(*fiches(DURF, (name, *LEF[1:]))))] == ["Durf", name]


def test_names_may_be_numbered() -> None:
    tables = fiches(*((f"{n}. {said[0]}", *said[1:]) for n, said in enumerate((DURF, LEF, RUST), start=1)))
    assert competences(read(*tables)) == READ


@pytest.mark.parametrize(("marker", "is_read"), [("{}.", True), ("C{}", True), ("•", False), ("o", False)])
def test_names_may_have_a_number_that_the_layout_draws_and_no_bullet(marker: str, is_read: bool) -> None:
    tables = []
    for number, said in enumerate((DURF, LEF, RUST), start=1):
        first, *others = fiche(said)
        lines = typed(said[0] if isinstance(said[0], str) else said[0][0], marker=marker.format(number))
        tables.append(grid(replace(first, cells=(first.cells[0], replace(first.cells[1], lines=lines))), *others))
    if is_read:
        assert competences(read(*tables)) == READ
    else:
        with pytest.raises(NoCatalogueTable):
            read(*tables)


def test_other_words_with_colons_in_another_order() -> None:
    keys = ("Cluster:", "Naam competentie:", "Definitie:", "Gedragsindicatoren:")
    tables = [grid(*fiche((said[1], said[0], *said[2:]), keys)) for said in (DURF, LEF, RUST)]
    assert competences(read(*tables)) == READ


def test_one_table_in_which_the_words_come_again() -> None:
    assert competences(read(grid(*fiche(DURF), *fiche(LEF), *fiche(RUST)))) == READ


def test_a_core_competence_above_the_first_of_its_group() -> None:
    rows = [row("Kerncompetentie", "Moedig"), *fiche(DURF)[:1], *fiche(DURF)[2:], *fiche(LEF)[:1], *fiche(LEF)[2:]]
    reading = read(grid(*rows, row("Kerncompetentie", "Kalm"), *fiche(RUST)[:1], *fiche(RUST)[2:]))
    assert competences(reading) == READ
    assert Code.CORE_COMPETENCE_MISSING in codes(reading)


@pytest.mark.parametrize("label", ["", "Competentie: ", "Competentie 1 – "])
def test_the_name_across_the_fiche(label: str) -> None:
    tables = [grid(row(Wide(f"{label}{said[0]}", 2)), *fiche(said)[1:]) for said in (DURF, LEF, RUST)]
    assert competences(read(*tables)) == READ


def test_the_name_on_the_line_above_the_fiche() -> None:
    blocks: list[Block] = []
    for said in (DURF, LEF, RUST):
        blocks += (*typed(str(said[0])), grid(*fiche(said)[1:]))
    assert competences(read_all(*blocks)) == READ


def test_the_same_line_above_every_fiche_is_no_name() -> None:
    blocks: list[Block] = []
    for said in (DURF, LEF):
        blocks += (*typed("Competentiefiche"), grid(*fiche(said)[1:]))
    with pytest.raises(NoCatalogueTable):
        read_all(*blocks)


def test_core_competences_as_headings_above_fiches() -> None:
    tables = [grid(*fiche(said)[:1], *fiche(said)[2:]) for said in (DURF, LEF, RUST)]
    assert competences(read_all(*typed("Moedig"), *tables[:2], *typed("Kalm"), tables[2])) == READ


def test_two_keys_in_a_row() -> None:
    tables = [
        grid(
            row("Competentie", said[0], "Kerncompetentie", said[1]),
            *(row(key, Wide(text, 3)) for key, text in zip(KEYS[2:], said[2:], strict=True)),
        )
        for said in (DURF, LEF, RUST)
    ]
    assert competences(read(*tables)) == READ


@pytest.mark.parametrize("first", ["Competentie", ""])
def test_a_competence_in_each_column(first: str) -> None:
    rows = [row(key, one, two) for key, one, two in zip((first, *KEYS[1:]), DURF, LEF, strict=True)]
    rows += [row(key, text) for key, text in zip((first, *KEYS[1:]), RUST, strict=True)] if first else []
    assert competences(read(grid(*rows))) == READ[: 3 if first else 2]


def test_a_core_competence_over_several_columns() -> None:
    rows = [row(key, one, two) for key, one, two in zip(KEYS, DURF, LEF, strict=True)]
    rows[1] = row("Kerncompetentie", Wide("Moedig", 2))
    assert competences(read(grid(*rows))) == READ[:2]


def test_names_that_say_what_a_header_does() -> None:
    rows = [row(key, one, two) for key, one, two in zip(KEYS, DURF, ("Coöperatief gedrag", *LEF[1:]), strict=True)]
    assert [name for name, *_ in competences(read(grid(*rows)))] == ["Durf", "Coöperatief gedrag"]
    tables = fiches(DURF, ("Coöperatief gedrag", *LEF[1:]))
    assert [name for name, *_ in competences(read(*tables))] == ["Durf", "Coöperatief gedrag"]


def test_a_row_that_begins_in_the_second_column_goes_on() -> None:
    more = row("", "Luistert goed.")
    rows = [*fiche(DURF)[:3], row("Indicatoren", "Vraagt door."), replace(more, cells=more.cells[1:])]
    assert competences(read(grid(*rows), *fiches(LEF, RUST))) == READ


def test_a_sentence_across_is_left_out_and_told() -> None:
    reading = read(grid(*fiche(DURF), row(Wide("Dit geldt voor iedereen.", 2))), *fiches(LEF, RUST))
    assert competences(reading) == READ
    assert Code.ROW_LEFT_OUT in codes(reading)


def test_an_indicator_in_each_row() -> None:
    rows = [*fiche(DURF)[:3], row("Indicatoren", "Vraagt door."), row("", "Luistert goed.")]
    assert competences(read(grid(*rows), *fiches(LEF, RUST))) == READ


def test_a_key_that_is_said_again_goes_on() -> None:
    rows = [*fiche(DURF)[:3], row("Indicatoren", "- Vraagt door."), row("Indicatoren (vervolg)", "- Luistert goed.")]
    assert competences(read(grid(*rows), *fiches(LEF, RUST))) == READ


def test_indicators_of_several_levels_are_read_as_one_list_and_told() -> None:
    levels = [row("Indicatoren niveau 1", "- Vraagt door."), row("Indicatoren niveau 2", "- Luistert goed.")]
    reading = read(grid(*fiche(DURF)[:3], *levels), *fiches(LEF, RUST))
    assert competences(reading) == READ
    assert Code.COLUMNS_JOINED in codes(reading)


def test_the_name_of_a_level_below_the_indicators_is_kept_and_told() -> None:
    rows = [*fiche(DURF)[:3], row("Indicatoren", ""), row("Niveau 1", LIST), row("Niveau 2", OTHER)]
    reading = read(grid(*rows), *fiches(LEF))
    texts = [indicator.text for indicator in reading.catalogue.competences[0].indicators]
    assert texts == ["Niveau 1", "Vraagt door.", "Luistert goed.", "Niveau 2", "Komt met ideeën."]
    assert codes(reading).count(Code.BULLET_MISSING) == 2


def test_a_word_that_is_none_of_the_catalogue_s_is_told_where_it_comes_first() -> None:
    tables = [*fiches(DURF), grid(*fiche(LEF), row("Score", "3")), grid(*fiche(RUST), row("Score", "4"))]
    reading = read(*tables)
    assert competences(reading) == READ
    assert codes(reading).count(Code.COLUMN_EXTRA) == 1


def test_a_form_that_is_not_filled_in_says_nothing() -> None:
    assert competences(read(*fiches(DURF, LEF, RUST, ("", "", "", "")))) == READ


def test_a_fiche_without_a_name_amid_others_is_an_error() -> None:
    with pytest.raises(RowsUnread):
        read(*fiches(DURF, ("", *LEF[1:]), RUST))


def test_an_empty_core_competence_is_told() -> None:
    reading = read(*fiches(DURF, ("Lef", "", *LEF[2:]), RUST))
    assert Code.CORE_COMPETENCE_MISSING in codes(reading)


@pytest.mark.parametrize(
    "keys",
    [
        ("Naam medewerker", "Functie", "Omschrijving", "Gedrag"),
        ("Naam", "Functie", "Omschrijving", "Gedrag"),
        ("Competentie", "Afspraak", "Toelichting", "Gedrag"),
        ("Begrip", "Kerncompetentie", "Beschrijving", "Indicatoren"),
    ],
)
def test_a_form_is_no_fiche(keys: tuple[str, ...]) -> None:
    tables = [grid(*fiche((*said[:3], "Gaat goed."), keys)) for said in (DURF, LEF, RUST)]
    with pytest.raises(NoCatalogueTable):
        read(*tables)


@pytest.mark.parametrize("said", [("Durf", "Lef"), ("- Durf", "- Lef"), "Toont durf in het werk."])
def test_a_profile_that_lists_competences_is_no_fiche(said: Text) -> None:
    keys = ("Functie", "Competenties", "Beschrijving", "Resultaatindicatoren")
    tables = [grid(*fiche((name, said, "Blijkt te zijn.", LIST), keys)) for name in ("Adviseur", "Jurist")]
    with pytest.raises(NoCatalogueTable):
        read(*tables)


def test_a_list_of_terms_is_no_fiche() -> None:
    terms = [row(key, "Wat dit inhoudt.") for key in (*KEYS, "Niveau")]
    with pytest.raises(NoCatalogueTable):
        read(grid(row("Begrip", "Omschrijving"), *terms))


def test_fiches_beside_a_catalogue_are_forms() -> None:
    ours = grid(row("Competenties", "Kerncompetentie", "Beschrijving", "Indicatoren"), row(*DURF), row(*LEF))
    assert [name for name, *_ in competences(read(ours, *fiches(RUST, RUST)))] == ["Durf", "Lef"]
