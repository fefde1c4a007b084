"""Other tables of a Word file beside the catalogue, in the same appendix: with headings of their own, or without."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import document, printed, table, typed
from tests.transform.test_habits import OTHER, Wide, codes, grid, row
from transform.document import Block, Row, Table
from transform.errors import NoCatalogueTable
from transform.findings import Code
from transform.reading import Reading

HEADER = ("Competenties", "Kerncompetentie", "Beschrijving en indicatoren")
BODY = ("Blijkt te zijn.", "Indicatoren:", "- Vraagt door.", "- Luistert goed.")
OURS = grid(row(*HEADER), row("Durf", "Moedig", BODY), row("Lef", "Moedig", OTHER))
LIST = ("Voor de zomer:", "- Af.")
#: The same as drawn on a page.
DRAWN = ("Competenties", "Kerncompetentie", "Beschrijving en\nindicatoren")
BODY_DRAWN = "Blijkt te zijn.\nIndicatoren:\n- Vraagt door."


def read(*blocks: Block) -> Reading:
    return document_to_reading(document("Bijlage 1B", "Competentiecatalogus", *blocks))


def names(reading: Reading) -> list[str]:
    return [c.name for c in reading.catalogue.competences]


@pytest.mark.parametrize(
    "rows",
    [
        [row("Competentie", "Niveau", "Gedragsindicatoren"), row("Durf", "2", LIST)],
        [row("Competentie", "Indicatoren", "Afspraken"), row("", "", "")],
        [row("Competentie", "Kerncompetentie", "Tips"), row("Durf", "Moedig", LIST)],
    ],
    ids=["levels", "a form", "tips"],
)
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_a_table_with_other_headings_is_passed_over(rows: list[Row], before: bool) -> None:
    other = grid(*rows)
    reading = read(other, OURS) if before else read(OURS, other)
    assert names(reading) == ["Durf", "Lef"]
    assert {Code.TABLE_ELSEWHERE, Code.TABLE_UNLIKE, Code.TABLE_PASSED_OVER} & set(codes(reading))


@pytest.mark.parametrize(
    ("between", "told"),
    [
        ("Afspraken", True),
        ("Vervolg competenties", False),
        ("Pagina 3 van 9", False),
        ("Competentiecatalogus", False),
        ("Hier gaat de tabel verder.", False),
        ("", False),
    ],
)
def test_a_heading_above_a_table_without_headings_asks_whether_it_is_the_next_part(between: str, told: bool) -> None:
    reading = read(OURS, *typed(between), grid(row("Rust", "Kalm", LIST)))
    assert names(reading) == ["Durf", "Lef", "Rust"]
    assert (Code.TABLE_UNSURE in codes(reading)) is told


GROUPED: Table = grid(
    row("Competentie", "Beschrijving en indicatoren"),
    row(Wide("Kalm", 2)),
    row("Rust", BODY),
    edges=(0.0, 100.0, 500.0),
)
PLAIN: Table = grid(row("Competentie", "Beschrijving en indicatoren"), row("Rust", BODY), edges=(0.0, 100.0, 500.0))


@pytest.mark.parametrize(("other", "core", "told"), [(GROUPED, "Kalm", False), (PLAIN, "Moedig", True)])
def test_a_table_without_a_column_of_core_competences_beside_one_that_has_it(
    other: Table, core: str, told: bool
) -> None:
    reading = read(OURS, other)
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Moedig", core]
    assert (Code.CORE_COMPETENCE_MISSING in codes(reading)) is told


def test_a_document_without_tables_holds_no_catalogue() -> None:
    with pytest.raises(NoCatalogueTable):
        read()


def test_a_table_of_which_all_rows_are_gone_is_passed_over() -> None:
    assert names(read(grid(), OURS)) == ["Durf", "Lef"]


def test_a_list_of_versions_below_a_catalogue_without_bullets_is_no_part_of_it() -> None:
    plain = [row("Durf", "Moedig", ("Blijkt te zijn.", "Vraagt door.")), row("Lef", "Moedig", ("Toont zich.", "Doet."))]
    versions = grid(row("Versie", "Datum", "Wijziging"), row("1.0", "1 mei", "Vastgesteld."))
    reading = read(grid(row(*HEADER), *plain), versions)
    assert names(reading) == ["Durf", "Lef"]
    assert Code.TABLE_UNLIKE in codes(reading)


def test_the_only_row_of_a_part_may_have_its_indicators_overleaf() -> None:
    first, items = "Blijkt te zijn.", "Indicatoren:\n- Vraagt door."
    durf = table(DRAWN, ("Durf", "Moedig", first), (None, None, items))
    lef = table(("Lef", "Moedig", first), top=600.0)
    rest = table(("", "", items), ("Rust", "Kalm", first), (None, None, items), page=2)
    reading = read(durf, lef, rest)
    assert names(reading) == ["Durf", "Lef", "Rust"]
    assert [len(c.indicators) for c in reading.catalogue.competences] == [1, 1, 1]


def test_a_row_that_goes_on_in_lower_case_with_name_and_text_is_of_the_table_above() -> None:
    durf = table(DRAWN, ("Durf", "Moedig", BODY_DRAWN), ("Integraal", None, "Blijkt alles samen"))
    reading = read(durf, table(("werken", "", "te zien."), page=2), table(("", "", BODY_DRAWN[16:]), page=3))
    assert names(reading) == ["Durf", "Integraal werken"]


ROWS_ABOVE = {
    "rows like those before": (
        ("Inzet", "Moedig", "Werkt door.\n- Maakt af."),
        ["Durf", "Inzet", "Lef"],
        Code.TABLE_UNSURE,
    ),
    "other sentences": (("Inzet", "Moedig", "Werkt hard door."), ["Durf", "Lef"], Code.TABLE_UNLIKE),
    "no sentence": (("Versie 2", "", "Juni"), ["Durf", "Lef"], None),
    "a heading": (("Ondernemend",), ["Durf", "Lef"], None),
}


@pytest.mark.parametrize(("above", "expected", "told"), ROWS_ABOVE.values(), ids=ROWS_ABOVE.keys())
def test_the_table_before_may_go_on_above_the_header_of_one_with_other_borders(
    above: tuple[str, ...], expected: list[str], told: Code | None
) -> None:
    """Two tables without rules, one right below the other, may be read as one."""
    body = "Blijkt te zijn.\n- Vraagt door.\n- Luistert."
    header = ("Competenties", "Kerncompetentie", "Beschrijving en indicatoren")
    first = table(header, ("Durf", "Moedig", body))
    second = replace(table(above, header, ("Lef", "Moedig", body), page=2), edges=(0.0, 60.0, 150.0, 300.0))
    reading = read(first, second)
    assert names(reading) == expected
    found = {Code.TABLE_UNSURE, Code.TABLE_UNLIKE}.intersection(codes(reading))
    assert found == {told} - {None}


#: A table under other headings, with borders of its own.
UNKNOWN = ("Vaardigheid", "Uitleg en voorbeelden")
ALIKE = "Denkt over alles goed vooruit.\n- Maakt plannen.\n- Kiest."


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("Plannen", ALIKE), ("Kiezen", ALIKE)], True),
        ([("Plannen", ALIKE)], False),
        ([("Plannen", "Denkt over alles goed vooruit."), ("Kiezen", ALIKE)], False),
        ([("Plannen", "- Maakt plannen."), ("Kiezen", "- Kiest.")], False),
        ([("Plannen is nodig.", ALIKE), ("Kiezen is nodig.", ALIKE)], False),
    ],
    ids=["alike", "one row", "no list", "a list only", "sentences"],
)
def test_a_table_under_words_that_nobody_knows_may_describe_competences(
    rows: list[tuple[str, str]], told: bool
) -> None:
    ours = table(DRAWN, ("Durf", "Moedig", BODY_DRAWN), ("Lef", "Moedig", BODY_DRAWN))
    reading = read(ours, *printed("Voor iedereen"), table(UNKNOWN, *rows, page=2, widths=2))
    assert names(reading) == ["Durf", "Lef"]
    assert (Code.TABLE_ELSEWHERE in codes(reading)) is told


def test_one_under_another_appendix_describes_something_else() -> None:
    ours = table(DRAWN, ("Durf", "Moedig", BODY_DRAWN), ("Lef", "Moedig", BODY_DRAWN))
    other = table(UNKNOWN, ("Adviseur", ALIKE), ("Manager", ALIKE), page=2, widths=2)
    assert Code.TABLE_ELSEWHERE not in codes(read(ours, *printed("Bijlage 2 Functies"), other))


def test_the_first_row_of_a_part_without_known_headings_may_be_headings() -> None:
    ours = table(DRAWN, ("Durf", "Moedig", BODY_DRAWN), ("Lef", "Moedig", BODY_DRAWN))
    part = table(("Vaardigheid", "Groep", "Uitleg"), ("Rust", "Moedig", BODY_DRAWN), page=2)
    assert Code.TABLE_UNSURE in codes(read(ours, part))
