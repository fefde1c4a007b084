"""From tables to records: which table, which columns, which rows belong together."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table
from transform.document import Document, Raised
from transform.errors import InvalidCatalogue, NoCatalogueTable, RowsUnread, Unbalanced
from transform.findings import Code, Finding
from transform.ledger import Reason
from transform.reading import Reading

BODY = "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door.\n    - Luistert goed."
OTHER = "Laat het zien.\nIndicatoren:\n    - Komt met ideeën."
REST = "    - Kent zijn grenzen."


def read(*blocks: object) -> Reading:
    return document_to_reading(document(*blocks))  # type: ignore[arg-type]


def names(reading: Reading) -> list[str]:
    return [competence.name for competence in reading.catalogue.competences]


def indicators(reading: Reading, competence: int = 0) -> list[str]:
    return [indicator.text for indicator in reading.catalogue.competences[competence].indicators]


def codes(reading: Reading) -> list[Code]:
    return [finding.code for finding in reading.findings]


def reasons(reading: Reading) -> list[Reason]:
    return [entry.reason for entry in reading.ledger]


HEADING = ("Bijlage 1B bij de Regeling jaargesprekken", "Competentiecatalogus")


def test_the_table_is_read_whatever_the_order_of_its_columns() -> None:
    header = ("Kerncompetentie", "Beschrijving en indicatoren", "Competentie")
    reading = read(*HEADING, table(header, ("Verbindend", BODY, "Durf")))
    (competence,) = reading.catalogue.competences
    assert (competence.name, competence.core_competence, competence.description) == (
        "Durf",
        "Verbindend",
        "Blijkt te zijn.",
    )
    assert Code.COLUMN_ORDER in codes(reading)


HEADERS = [
    ("Competentie", "Kerncompetentie", "Omschrijving en gedragsindicatoren"),
    ("COMPETENTIES", "KERN-\nCOMPETENTIE", "BESCHRIJVING EN\nINDICATOREN"),
    ("Naam", "Kerncompetenties", "Definitie en indicatoren"),
    ("Competence", "Core competence", "Description and indicators"),
]


@pytest.mark.parametrize("header", HEADERS)
def test_the_header_may_be_worded_otherwise(header: tuple[str, ...]) -> None:
    assert names(read(*HEADING, table(header, ("Durf", "Verbindend", BODY)))) == ["Durf"]


def test_description_and_indicators_in_two_columns() -> None:
    header = ("Competentie", "Kerncompetentie", "Beschrijving", "Indicatoren")
    row = ("Durf", "Verbindend", "Blijkt te zijn.", "- Vraagt door.\n- Luistert goed.")
    reading = read(*HEADING, table(header, row, widths=4))
    assert reading.catalogue.competences[0].description == "Blijkt te zijn."
    assert indicators(reading) == ["Vraagt door.", "Luistert goed."]


#: An indicator that ends without a full stop, on a line with no room for a word more.
UNENDED = "Vraagt door tot alles bekend is"


@pytest.mark.parametrize(
    ("guessed", "page", "expected"),
    [
        (False, 1, [UNENDED, "Luistert goed naar anderen."]),
        (True, 1, [f"{UNENDED} Luistert goed naar anderen."]),
        (False, 2, [f"{UNENDED} Luistert goed naar anderen."]),
    ],
    ids=["a rule", "white space", "over the page"],
)
def test_a_rule_between_two_rows_of_indicators_parts_them(guessed: bool, page: int, expected: list[str]) -> None:
    header = ("Competentie", "Kerncompetentie", "Beschrijving", "Indicatoren")
    more = ("", "", "", "Luistert goed naar anderen.")
    first = ("Durf", "Verbindend", "Blijkt te zijn.", UNENDED)
    if page == 1:
        tables = [table(header, first, more, widths=4)]
    else:
        tables = [table(header, first, widths=4), table(header, more, widths=4, page=2)]
    whole = document(*HEADING, *tables)
    if guessed:
        finding = Finding(code=Code.ROWS_FROM_WHITE_SPACE, place=tables[0].origin)
        whole = replace(whole, findings=(finding,))
    assert indicators(document_to_reading(whole)) == expected


def test_a_name_is_not_broken_between_two_tables_of_a_page() -> None:
    """The last table of a page may have room for no more than the begin of its first row."""
    header = ("Competentie", "Omschrijving en indicatoren")
    tables = [table(header, ("Durf", BODY), ("Moed", BODY)), table(header, ("Lef", "Laat het"), top=800.0)]
    rest = table(header, ("", "zien.\nIndicatoren:\n    - Komt."), page=2)
    assert names(read(*HEADING, *tables, rest)) == ["Durf", "Moed", "Lef"]


def test_a_lone_description_column_with_the_label_inside_holds_both() -> None:
    reading = read(*HEADING, table(("Competentie", "Kerncompetentie", "Omschrijving"), ("Durf", "Verbindend", BODY)))
    assert indicators(reading) == ["Vraagt door.", "Luistert goed."]


def test_an_extra_column_is_kept_in_the_ledger_and_reported() -> None:
    header = ("Nr.", "Competentie", "Kerncompetentie", "Beschrijving en indicatoren")
    reading = read(*HEADING, table(header, ("7", "Durf", "Verbindend", BODY), widths=4))
    assert names(reading) == ["Durf"]
    assert Code.COLUMN_EXTRA in codes(reading)
    assert [entry.text for entry in reading.ledger if entry.reason is Reason.EXTRA_COLUMN] == ["7"]


@pytest.mark.parametrize(("first", "then", "told"), [("", "", False), ("x", "", True), ("", "x", True)])
def test_a_column_in_which_nothing_stands_only_keeps_others_apart(first: str, then: str, told: bool) -> None:
    header = ("Competentie", "", "Kerncompetentie", "Beschrijving en indicatoren")
    tables = [table(header, (n, said, "Moedig", BODY), widths=4) for n, said in (("Durf", first), ("Lef", then))]
    assert (Code.COLUMN_EXTRA in codes(read(*HEADING, *tables))) is told


def test_other_tables_are_passed_over_and_reported() -> None:
    other = table(("Schaal", "Bedrag", "Vanaf"), ("7", "€ 2.500", "1 januari"))
    reading = read(*HEADING, other, table(HEADER, ("Durf", "Verbindend", BODY), top=1000.0))
    assert names(reading) == ["Durf"]
    assert Code.TABLE_PASSED_OVER in codes(reading)


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("Verbindend", "Moed", ["Durf", "Moed"]),
        ("Zorgvuldig", "handelen", ["Durf", "Zorgvuldig handelen"]),
        ("Plannen/", "Organiseren", ["Durf", "Plannen/Organiseren"]),
    ],
    ids=["a heading", "a name that goes on", "a name that is unfinished"],
)
def test_a_name_alone_at_the_end_of_a_page(first: str, then: str, expected: list[str]) -> None:
    header = ("Competentie", "Beschrijving en indicatoren")
    parts = (
        table(header, ("Krachtig", ""), ("Durf", BODY), (first, ""), widths=2),
        table(header, (then, OTHER), page=2, widths=2),
    )
    reading = read(*HEADING, *parts)
    assert names(reading) == expected
    assert reading.catalogue.competences[1].core_competence == (first if len(expected[1]) == 4 else "Krachtig")


def test_a_label_outside_the_table_between_two_parts_stops_the_conversion() -> None:
    parts = (table(HEADER, ("Durf", "Verbindend", BODY)), table(HEADER, ("Lef", "Verbindend", OTHER), page=2))
    with pytest.raises(RowsUnread) as caught:
        read(*HEADING, parts[0], "Moed Verbindend\nIndicatoren:\n- Kent zijn grenzen.", parts[1])
    assert caught.value.facts["words"] == "Indicatoren:"


def test_a_label_after_the_table_asks_a_person() -> None:
    reading = read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY)), "Moed\nIndicatoren:\n- Kent grenzen.")
    assert Code.LABEL_OUTSIDE in codes(reading)
    assert Code.LABEL_OUTSIDE not in codes(read("Indicatoren:", table(HEADER, ("Durf", "Verbindend", BODY))))


def test_a_table_passed_over_with_a_label_in_it_asks_a_person() -> None:
    other = table(("Durf", "Verbindend", BODY))
    reading = read(*HEADING, other, table(HEADER, ("Lef", "Verbindend", OTHER), top=1000.0))
    assert {Code.TABLE_PASSED_OVER, Code.LABEL_OUTSIDE} <= set(codes(reading))


def test_without_the_table_there_is_a_cause() -> None:
    with pytest.raises(NoCatalogueTable):
        read(*HEADING, table(("Schaal", "Bedrag", "Vanaf"), ("7", "€ 2.500", "1 januari")))


def test_the_cause_counts_the_labels_of_a_catalogue_in_running_text() -> None:
    with pytest.raises(NoCatalogueTable) as raised:
        read(*HEADING, "Durf", "Blijkt te zijn.", "Indicatoren:", "- Vraagt door.", "Lef", "Indicatoren:", "- Komt.")
    assert raised.value.facts == {"tables": 0, "labels": 2}


def test_a_row_without_a_name_but_with_a_label_is_not_hidden_in_the_one_above() -> None:
    with pytest.raises(InvalidCatalogue):
        read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY), ("", "Verbindend", OTHER)))


def test_a_merged_core_competence_is_filled_down() -> None:
    reading = read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY), ("Lef", None, OTHER)))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Verbindend", "Verbindend"]
    assert Code.CORE_COMPETENCE_FILLED in codes(reading)


def test_an_empty_core_competence_among_printed_ones_asks_a_person() -> None:
    rows = (("Durf", "Verbindend", BODY), ("Moed", "Verbindend", BODY), ("Lef", "", OTHER))
    reading = read(*HEADING, table(HEADER, *rows))
    assert [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING] == ["Lef"]
    assert Code.CORE_COMPETENCE_FILLED in codes(reading)
    merged = read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY), ("Lef", "", OTHER)))
    assert Code.CORE_COMPETENCE_MISSING not in codes(merged)
    amid = (("Durf", "", BODY), ("Moed", "Verbindend", BODY), ("Lef", "", OTHER), ("Trots", "Vernieuwend", OTHER))
    missing = [
        f.competence for f in read(*HEADING, table(HEADER, *amid)).findings if f.code is Code.CORE_COMPETENCE_MISSING
    ]
    assert set(missing) == {"Durf", "Lef"}


HALVES = [
    (("Competenties", "Kern-", "Beschrijving en indicatoren"), ("", "competentie", "")),
    (("Competenties", "Kerncompetentie", "Beschrijving en"), ("", "", "indicatoren")),
]


@pytest.mark.parametrize("halves", HALVES)
def test_a_header_read_as_two_rows_is_one(halves: tuple[tuple[str, ...], ...]) -> None:
    reading = read(
        *HEADING,
        table(HEADER, ("Durf", "Verbindend", BODY)),
        table(*halves, ("Lef", "Doortastend", OTHER), page=2),
    )
    assert [c.core_competence for c in reading.catalogue.competences] == ["Verbindend", "Doortastend"]
    assert Code.GROUP_HEADING not in codes(reading)


def test_what_is_said_of_a_row_goes_by_the_name_that_the_competence_has() -> None:
    printed_each = [("Durf", "Verbindend", BODY), ("Lef", "Verbindend", OTHER)]
    reading = read(*HEADING, table(HEADER, *printed_each, ("Omgevings-\nbewustzijn", "", OTHER)))
    (found,) = [finding for finding in reading.findings if finding.code is Code.CORE_COMPETENCE_MISSING]
    assert found.competence == reading.catalogue.competences[2].name == "Omgevingsbewustzijn"


def test_a_cell_that_takes_in_the_next_column_is_reported() -> None:
    joined = table(HEADER, ("Durf", "Verbindend", BODY), ("Moed Verbindend", "", OTHER))
    wide = replace(joined.rows[2].cells[0], span=2)
    row = replace(joined.rows[2], cells=(wide, joined.rows[2].cells[2]))
    reading = read(*HEADING, replace(joined, rows=(*joined.rows[:2], row)))
    (found,) = [finding for finding in reading.findings if finding.code is Code.CELLS_JOINED]
    assert (found.was, found.place) == ("Moed Verbindend", wide.lines[0].origin)


def test_text_under_no_header_cell_is_reported() -> None:
    reading = read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY, "Losse kanttekening")))
    assert [f.was for f in reading.findings if f.code is Code.COLUMN_EXTRA] == ["Losse kanttekening"]
    assert Reason.EXTRA_COLUMN in reasons(reading)


def test_a_row_of_the_catalogue_above_the_header_stops_the_conversion() -> None:
    without_label = ("Lef", "Verbindend", "- Vraagt door.\n- Luistert goed.")
    for row in (("Lef", "Verbindend", OTHER), without_label):
        with pytest.raises(RowsUnread):
            read(*HEADING, table(row, HEADER, ("Durf", "Verbindend", BODY)))
    title = read(*HEADING, table(("Competentiecatalogus",), HEADER, ("Durf", "Verbindend", BODY)))
    assert Reason.ABOVE_HEADER in reasons(title)


def test_what_is_left_out_is_in_the_ledger() -> None:
    first = table(HEADER, ("Durf", "Verbindend", BODY), ("", "", ""))
    reading = read(*HEADING, "Losse regel", first, table(HEADER, ("Lef", "Verbindend", OTHER), page=2), "Pagina 2")
    assert reasons(reading).count(Reason.HEADER) == 8
    assert reasons(reading).count(Reason.OUTSIDE) == 2
    assert {Reason.TITLE, Reason.APPENDIX, Reason.EMPTY_ROW, Reason.LABEL, Reason.BULLET} <= set(reasons(reading))
    assert reading.books.unaccounted == 0


def test_names_that_stand_twice_get_ids_of_their_own_and_are_reported() -> None:
    reading = read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY), ("Durf", "Verbindend", OTHER)))
    assert [c.id for c in reading.catalogue.competences] == ["durf", "durf-2"]
    assert codes(reading).count(Code.NAME_TWICE) == 2


@pytest.mark.parametrize(("core", "field"), [("Verbindend", "name"), ("Moedig", None)])
def test_a_name_that_stands_twice_under_two_core_competences_is_doubted_altogether(
    core: str, field: str | None
) -> None:
    reading = read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY), ("Durf", core, OTHER)))
    assert {finding.field for finding in reading.findings if finding.code is Code.NAME_TWICE} == {field}


def test_a_page_that_holds_more_than_was_delivered_is_unbalanced() -> None:
    whole = document(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY)))
    page = whole.pages[0]
    more = Document(
        source=whole.source,
        blocks=whole.blocks,
        pages=(type(page)(number=page.number, held=page.held + "x"),),
    )
    with pytest.raises(Unbalanced) as caught:
        document_to_reading(more)
    assert caught.value.facts["where"] == "p. 1"
    assert caught.value.facts["missing"] == "x"


@pytest.mark.parametrize("name", ["Durf (vervolg)", "Vervolg Durf", "Vervolg van: Durf", "Durf (verv.)", "(vervolg)"])
@pytest.mark.parametrize("core", ["Verbindend", ""])
def test_a_name_that_is_said_to_go_on_does_so_amid_a_page(name: str, core: str) -> None:
    more = (name, core, "Indicatoren (vervolg):\n- Komt met ideeën.")
    reading = read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY), more, ("Lef", "Verbindend", OTHER)))
    assert names(reading) == ["Durf", "Lef"]
    assert indicators(reading)[-1] == "Komt met ideeën."


def test_a_name_that_begins_with_going_on_is_one() -> None:
    rows = [(name, "Verbindend", BODY) for name in ("Opleiding", "Vervolgopleiding", "Vervolg van het werk")]
    assert names(read(*HEADING, table(HEADER, *rows))) == [name for name, _, _ in rows]


def test_one_cell_that_begins_as_its_header_does_is_text() -> None:
    reading = read(*HEADING, table(HEADER, ("Durf", "Verbindend", "Beschrijving en indicatoren maken.\n" + BODY)))
    assert names(reading) == ["Durf"]


def test_half_a_row_above_the_page_that_names_it_stops_the_conversion() -> None:
    rest = "van het werk.\nIndicatoren:\n    - Komt met ideeën."
    with pytest.raises(RowsUnread, match="Voelt zich"):
        read(
            *HEADING,
            table(HEADER, ("Durf", "Verbindend", BODY), ("", "", "Voelt zich verantwoordelijk voor de kwaliteit")),
            table(HEADER, ("Moed", "Verbindend", rest), page=2),
        )


@pytest.mark.parametrize(
    ("row", "columns", "read_as"),
    [
        (("Lef", "Verbindend", OTHER, ""), (0, 1, 2, 3), ["Durf", "Lef"]),
        (("Lef", "Verbindend", OTHER), (0, 1, 3), ["Durf", "Lef"]),
        (("", "Lef", "Verbindend", OTHER), (0, 1, 2, 3), ["Durf"]),
        (("1.0", "12 maart", "Personeel", ""), (0, 1, 2, 3), ["Durf"]),
    ],
    ids=["an empty column more", "a border dragged", "a column before", "another table"],
)
def test_a_part_without_a_header_in_another_grid_is_read_or_a_person_is_asked(
    row: tuple[str, ...], columns: tuple[int, ...], read_as: list[str]
) -> None:
    part = table(row, page=2, widths=4)
    cells = tuple(replace(cell, column=column) for cell, column in zip(part.rows[0].cells, columns, strict=True))
    part = replace(part, rows=(replace(part.rows[0], cells=cells),))
    reading = read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY)), part)
    assert names(reading) == read_as
    assert {Code.TABLE_UNSURE, Code.TABLE_UNLIKE} & set(codes(reading))


def test_a_row_without_a_name_that_describes_and_indicates_is_not_hidden_in_the_one_above() -> None:
    header = ("Competentie", "Kerncompetentie", "Beschrijving", "Indicatoren")
    rows = [("Durf", "Moedig", "Gaat op.", "- Neemt."), ("", "Moedig", "Weet dat.", "- Kent.")]
    with pytest.raises(InvalidCatalogue):
        read(*HEADING, table(header, *rows, widths=4))
    rows[1] = ("", "", "", "- Kent.")
    assert indicators(read(*HEADING, table(header, *rows, widths=4))) == ["Neemt.", "Kent."]


def test_headings_beside_an_empty_column_of_core_competences_may_be_something_else() -> None:
    reading = read(*HEADING, table(HEADER, ("Deel 1",), ("Durf", "", BODY), ("Deel 2",), ("Lef", "", OTHER)))
    missing = [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING]
    assert missing == ["Durf", "Lef"]


def test_a_line_that_was_taken_for_a_row_goes_on_in_every_column() -> None:
    first, second = ("Zorg voor", "Zeer", "Signaleert kansen voor"), ("kwaliteit", "verbindend", f"markten.\n{BODY}")
    reading = read(table(HEADER, ("Durf", "Verbindend", BODY), first, second))
    assert [(c.name, c.core_competence) for c in reading.catalogue.competences[1:]] == [
        ("Zorg voor kwaliteit", "Zeer verbindend")
    ]


def test_a_header_is_one_overleaf_too_though_no_label_stands_below_it() -> None:
    header = ("Naam", "Kerncompetentie", "Beschrijving")
    reading = read(table(header, ("Durf", "Verbindend", BODY)), table(header, ("", "", REST), page=2))
    assert names(reading) == ["Durf"]
    assert indicators(reading)[-1] == "Kent zijn grenzen."


def test_a_description_that_is_repeated_with_the_mark_of_a_note_is_the_same() -> None:
    header = ("Competentie", "Kerncompetentie", "Beschrijving", "Indicatoren")
    rows = [("Durf", "Verbindend", "Blijkt te zijn.", text) for text in ("Vraagt door.", "Luistert goed.")]
    whole = table(header, *rows, widths=4)
    *others, last = whole.rows
    (line,) = last.cells[2].lines
    marked = replace(line, text=f"{line.text}1", raised=(Raised(start=15, end=16),))
    note = replace(printed("1 Zie artikel 3.", top=900.0)[0], raised=(Raised(start=0, end=1),))
    cells = (*last.cells[:2], replace(last.cells[2], lines=(marked,)), last.cells[3])
    reading = read(*HEADING, replace(whole, rows=(*others, replace(last, cells=cells))), note)
    (competence,) = reading.catalogue.competences
    assert (competence.description, indicators(reading)) == ("Blijkt te zijn.", ["Vraagt door.", "Luistert goed."])
