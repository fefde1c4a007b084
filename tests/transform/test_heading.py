"""Title and appendix, wherever they stand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table
from transform.document import Line
from transform.findings import Code, Finding
from transform.place import Box, PagePlace, WordPlace
from transform.reading import Reading

HEADING = ("Bijlage 1B bij de Regeling jaargesprekken", "Competentiecatalogus")
BODY = "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door.\n    - Luistert goed."
OTHER = "Laat het zien.\nIndicatoren:\n    - Komt met ideeën."


def read(*blocks: object) -> Reading:
    return document_to_reading(document(*blocks))  # type: ignore[arg-type]


def codes(reading: Reading) -> list[Code]:
    return [finding.code for finding in reading.findings]


def names(reading: Reading) -> list[str]:
    return [competence.name for competence in reading.catalogue.competences]


TITLES = [
    (HEADING, "Competentiecatalogus", HEADING[0]),
    ((*HEADING, "COMPETENTIECATALOGUS"), "Competentiecatalogus", HEADING[0]),
    (("Competentiecatalogus", HEADING[0]), "Competentiecatalogus", HEADING[0]),
    (("Bijlage 1B bij de Regeling", "jaargesprekken", "Competentiecatalogus"), "Competentiecatalogus", HEADING[0]),
    (("Bijlage 1B ........ 12", "Een artikel.", *HEADING), "Competentiecatalogus", HEADING[0]),
    (("Bijlage 1B    12", "Bijlage 1", "Catalogus"), "Catalogus", "Bijlage 1"),
    (("Competentiecatalogus 2026", "12"), "Competentiecatalogus 2026", ""),
    (
        ("bijlage-1b.docx", "Bijlage: catalogus", "Competenties van iedereen"),
        "Competenties van iedereen",
        "Bijlage: catalogus",
    ),
]


@pytest.mark.parametrize(("lines", "title", "appendix"), TITLES)
def test_title_and_appendix(lines: tuple[str, ...], title: str, appendix: str) -> None:
    catalogue = read(*lines, table(HEADER, ("Durf", "Verbindend", BODY))).catalogue
    assert (catalogue.title, catalogue.appendix) == (title, appendix)


def test_a_line_that_nobody_sees_is_no_title_and_no_heading() -> None:
    (concept,) = printed("concept 3")
    hidden = replace(concept, hidden=True)
    catalogue = read(HEADING[0], hidden, HEADING[1], hidden, table(HEADER, ("Durf", "Verbindend", BODY))).catalogue
    assert (catalogue.title, catalogue.appendix) == (HEADING[1], HEADING[0])


def test_an_appendix_line_that_hangs_in_the_margin_is_one() -> None:
    (hung,), (beside,) = printed("Bijlage 1B"), printed("zie artikel 3")
    whole = (replace(hung, hidden=True), replace(beside, hidden=True), "Catalogus")
    catalogue = read(*whole, table(HEADER, ("Durf", "Verbindend", BODY))).catalogue
    assert (catalogue.title, catalogue.appendix) == ("Catalogus", "Bijlage 1B")


def test_the_number_of_a_row_above_the_header_is_no_heading() -> None:
    above = [("1", "Bijlage 1B"), ("2", "Catalogus")]
    rows = [("4", "Competentie", "Beschrijving en indicatoren"), ("5", "Durf", BODY)]
    catalogue = read(table(*[(*row, "") for row in above], *rows)).catalogue
    assert (catalogue.title, catalogue.appendix) == ("Catalogus", "Bijlage 1B")


def test_a_group_has_its_heading_above_a_line_that_nobody_sees() -> None:
    (noot,) = printed("noot")
    header = ("Competenties", "Beschrijving en indicatoren")
    blocks = [
        block
        for name, core in (("Durf", "Verbindend"), ("Moed", "Doortastend"))
        for block in (core, replace(noot, hidden=True), table(header, (name, BODY)))
    ]
    assert [c.core_competence for c in read(*blocks).catalogue.competences] == ["Verbindend", "Doortastend"]


#: Lines above the table, what the file's properties say, and what title and appendix become, with findings.
UNPRINTED = [
    ((), ("Catalogus", "Bijlage 9"), ("Catalogus", "Bijlage 9"), [Code.TITLE_UNPRINTED] * 2),
    (HEADING, ("Catalogus", "Bijlage 9"), (HEADING[1], HEADING[0]), []),
    (("Competenties",), ("Catalogus", "Bijlage 9"), ("Competenties", "Bijlage 9"), [Code.TITLE_UNPRINTED]),
    ((), ("(anonymous)", "(unspecified)"), ("", ""), [Code.TITLE_MISSING]),
]


@pytest.mark.parametrize(("lines", "said", "expected", "reported"), UNPRINTED)
def test_a_title_that_only_the_file_has_wants_a_person(
    lines: tuple[str, ...], said: tuple[str, str], expected: tuple[str, str], reported: list[Code]
) -> None:
    whole = document(*lines, table(HEADER, ("Durf", "Verbindend", BODY)))
    reading = document_to_reading(replace(whole, title=said[0], subject=said[1]))
    assert (reading.catalogue.title, reading.catalogue.appendix) == expected
    assert [c for c in codes(reading) if c in {Code.TITLE_UNPRINTED, Code.TITLE_MISSING}] == reported


def test_a_running_header_is_no_title_and_heads_no_group() -> None:
    running = [replace(line, running=True) for line in printed("Regeling jaargesprekken\nBijlage 1B")]
    header = ("Competentie", "Beschrijving en indicatoren")
    parts = [
        (*printed(core), table(header, (name, BODY), top=200.0 * i, widths=2))
        for i, (core, name) in enumerate([("Verbindend", "Durf"), ("Krachtig", "Moed")], start=1)
    ]
    reading = read(*HEADING, *(block for part in parts for block in (*part[:-1], *running, part[-1])))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Verbindend", "Krachtig"]


def test_a_group_heading_names_the_core_competence() -> None:
    header = ("Competentie", "Beschrijving", "Indicatoren")
    rows = (("Verbindend",), ("Durf", "Blijkt.", "- Vraagt door."), ("Doortastend",), ("Lef", "Toont.", "- Komt."))
    reading = read(*HEADING, table(header, *rows))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Verbindend", "Doortastend"]
    assert codes(reading).count(Code.GROUP_HEADING) == 2


def test_a_title_that_the_table_repeats_above_its_header_is_no_group_heading() -> None:
    header, title = ("Competentie", "Beschrijving en indicatoren"), ("Overzicht van de competenties",)
    first = table(title, header, ("Verbindend",), ("Durf", BODY), widths=2)
    then = table(title, header, ("Lef", OTHER), ("Doortastend",), ("Moed", OTHER), page=2, widths=2)
    reading = read(*HEADING, first, then)
    found = [c.core_competence for c in reading.catalogue.competences]
    assert found == ["Verbindend", "Verbindend", "Doortastend"]
    assert (reading.catalogue.title, reading.catalogue.appendix) == (HEADING[1], HEADING[0])
    assert Code.CORE_COMPETENCE_MISSING not in codes(reading)


def test_a_heading_above_each_table_names_the_core_competence() -> None:
    header = ("Competentie", "Beschrijving", "Indicatoren")
    reading = read(
        *HEADING,
        "Verbindend",
        table(header, ("Durf", "Blijkt.", "- Vraagt door.")),
        "Doortastend",
        table(header, ("Lef", "Toont.", "- Komt.")),
    )
    assert [c.core_competence for c in reading.catalogue.competences] == ["Verbindend", "Doortastend"]
    assert (reading.catalogue.title, reading.catalogue.appendix) == (HEADING[1], HEADING[0])


def test_a_heading_above_a_table_counts_where_others_were_read_as_rows_of_it() -> None:
    header = ("Competentie", "Beschrijving en indicatoren")
    first = table(header, ("Durf", BODY), widths=2)
    others = table(header, ("Moed", OTHER), ("Doortastend", ""), header, ("Lef", OTHER), page=2, widths=2)
    reading = read(*HEADING, "Verbindend", first, others)
    found = [c.core_competence for c in reading.catalogue.competences]
    assert found == ["Verbindend", "Verbindend", "Doortastend"]
    assert (reading.catalogue.title, reading.catalogue.appendix) == (HEADING[1], HEADING[0])


def test_title_and_appendix_in_rows_above_the_header_though_a_column_cut_them() -> None:
    heading = ("Bijlage 1B bij de\nCompetentiecatalogus", "Regeling jaargesprekken", "")
    running = replace(printed("Regeling Bijlage 1B")[0], running=True)
    catalogue = read(running, table(heading, HEADER, ("Durf", "Verbindend", BODY))).catalogue
    assert (catalogue.title, catalogue.appendix) == (
        "Competentiecatalogus",
        "Bijlage 1B bij de Regeling jaargesprekken",
    )


def test_a_title_between_the_appendix_line_and_the_header_though_it_was_read_as_a_row() -> None:
    whole = table(("Competentiecatalogus", "", ""), HEADER, ("Durf", "Verbindend", BODY))
    catalogue = read("Deze regeling treedt in werking.", "Bijlage 1B", whole).catalogue
    assert (catalogue.title, catalogue.appendix) == ("Competentiecatalogus", "Bijlage 1B")


def test_a_title_row_that_a_page_repeats_without_the_header_is_no_group_heading() -> None:
    first = table(("Competentiecatalogus",), HEADER, ("Verbindend",), ("Durf", "", BODY))
    second = table(("Competentiecatalogus",), ("Lef", "", BODY), page=2)
    found = read(HEADING[0], first, second).catalogue
    assert (found.title, [c.core_competence for c in found.competences]) == ("Competentiecatalogus", ["Verbindend"] * 2)


def test_an_appendix_line_that_the_columns_of_a_table_cut_is_whole() -> None:
    left, right = printed("Bijlage 1B bij de Regeling\nCompetentiecatalogus"), printed("jaargesprekken", left=106.0)
    above = table(("1.0", "1 mei"), widths=2)
    cells = [replace(cell, lines=lines) for cell, lines in zip(above.rows[0].cells, (left, right), strict=True)]
    above = replace(above, rows=(replace(above.rows[0], cells=tuple(cells)),))
    found = read(above, table(HEADER, ("Durf", "Verbindend", BODY))).catalogue
    assert (found.title, found.appendix) == ("Competentiecatalogus", HEADING[0])


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("In deze bijlage staan alle competenties met hun indicatoren.", "Competentiecatalogus"),
        ("Ieder heeft talent.", "Ieder heeft talent."),
    ],
)
def test_a_title_in_a_row_below_a_sentence_that_says_what_the_table_is_for(below: str, title: str) -> None:
    whole = table(("Competentiecatalogus", "", ""), HEADER, ("Durf", "Verbindend", BODY))
    assert read(HEADING[0], below, whole).catalogue.title == title


#: Tables read as one: how far a heading stands from the text of the first column, and how far below the row's top.
READ_AS_ONE = [
    (-4.0, 40.0, ["Verbindend", "Krachtig"]),
    (-4.0, 14.0, ["Verbindend"] * 2),
    (0.0, 40.0, ["Verbindend"] * 2),
]


@pytest.mark.parametrize(("left", "below", "expected"), READ_AS_ONE)
def test_a_heading_that_was_read_as_the_last_line_of_a_row_is_taken_out_or_its_place_is_told(
    left: float, below: float, expected: list[str]
) -> None:
    header = ("Beschrijving", "Competentie", "Indicatoren")
    whole = table(header, ("Blijkt.", "Durf", "- Vraagt door."), header, ("Toont.", "Lef", "- Komt."), top=200.0)
    head, row, *rest = whole.rows
    last = printed("Krachtig", top=400.0 + below, left=left)
    row = replace(row, cells=(replace(row.cells[0], lines=(*row.cells[0].lines, *last)), *row.cells[1:]))
    first = *printed("Krachtig", top=80.0, left=-4.0), table(header, ("Is.", "Moed", "- Doet."))
    reading = read(
        *HEADING, *first, *printed("Verbindend", top=180.0, left=-4.0), replace(whole, rows=(head, row, *rest))
    )
    assert [c.core_competence for c in reading.catalogue.competences][1:] == expected
    assert (Code.CORE_COMPETENCE_MISSING in codes(reading)) is (expected[0] == expected[1])


def test_a_running_header_above_each_part_is_no_core_competence() -> None:
    header = ("Competentie", "Beschrijving", "Indicatoren")
    reading = read(
        "Regeling 1", table(header, ("Durf", "Blijkt.", "- Vraagt door.")),
        "Regeling 2", table(header, ("Lef", "Toont.", "- Komt."), page=2),
    )  # fmt: skip
    assert [c.core_competence for c in reading.catalogue.competences] == ["", ""]
    assert codes(reading).count(Code.CORE_COMPETENCE_MISSING) == 2


def test_an_appendix_line_right_above_a_table_names_no_core_competence() -> None:
    header = ("Competentie", "Beschrijving en indicatoren")
    whole = table(header, ("Moed", OTHER), ("Doortastend", ""), header, ("Lef", OTHER), widths=2)
    assert read("Bijlage 1B", whole).catalogue.competences[0].core_competence == ""


def heading_line(text: str, top: float, right: float, size: float = 12.0) -> Line:
    """A line of type twelve points high; its letters are six points wide."""
    place = PagePlace(page=1, box=Box(0.0, top, right, top + size))
    return Line(text=text, origin=place, size=size, first_word=6.0 * len(text.split()[0]))


#: Lines above the table, which is 300 points wide: text, where it ends, its size → title and appendix.
WRAPPED = [
    ([("Bijlage 1B bij de", 100, 12), ("Regeling gesprekken", 110, 12), ("Catalogus", 60, 14)], 2),
    ([("Bijlage 1B Regeling", 290, 12), ("Jaargesprekken", 90, 12), ("Catalogus", 60, 14)], 2),
    (
        [
            ("Bijlage 1B bij de Regeling", 160, 12),
            ("jaargesprekken,", 90, 12),
            ("derde druk", 60, 12),
            ("Lijst", 40, 14),
        ],
        3,
    ),
    ([("Bijlage 1B", 60, 12), ("Catalogus van competenties voor", 290, 14), ("Medewerkers en staf", 120, 14)], 1),
    ([("Bijlage 1B", 60, 12), ("Catalogus", 60, 12)], 1),
    ([("Bijlage 1B Regeling", 290, 12), ("Competentiecatalogus", 120, 12)], 1),
    ([("Bijlage 1B Regeling", 290, 12), ("Jaargesprekken", 90, 14)], 1),
    ([("Bijlage 1B Reglement", 290, 12), ("2025", 24, 12), ("Catalogus", 60, 14)], 2),
]


@pytest.mark.parametrize(("lines", "of_appendix"), WRAPPED)
def test_a_heading_that_is_wrapped_is_read_whole(lines: list[tuple[str, float, float]], of_appendix: int) -> None:
    made = [heading_line(text, 20.0 + 16 * i, right, size) for i, (text, right, size) in enumerate(lines)]
    counted = Line(text="5", origin=PagePlace(page=1, box=Box(-40.0, 300.0, -34.0, 307.0)), size=7.0)
    catalogue = read(*made, counted, table(HEADER, ("Durf", "Verbindend", BODY), top=200.0)).catalogue
    assert catalogue.appendix == " ".join(text for text, *_ in lines[:of_appendix])
    assert catalogue.title == " ".join(text for text, *_ in lines[of_appendix:])


def test_a_number_for_which_the_appendix_line_had_room_is_that_of_the_page() -> None:
    lines = [heading_line(text, 20.0 + 16 * i, 60) for i, text in enumerate(("Bijlage 1B", "12", "Catalogus"))]
    reading = read(*lines, table(HEADER, ("Durf", "Verbindend", BODY), top=200.0))
    assert (reading.catalogue.appendix, reading.catalogue.title) == ("Bijlage 1B", "Catalogus")


def test_how_wide_a_heading_may_be_is_told_by_the_page_of_the_catalogue() -> None:
    other = table(("Datum", "Wie"), ("Maart", "Allen"), widths=2)
    wide = replace(other, origin=PagePlace(page=1, box=Box(0.0, 100.0, 700.0, 101.0)))
    lines = [heading_line("Bijlage 1B Regeling", 20, 290), heading_line("Jaargesprekken", 36, 90)]
    made = [replace(line, origin=replace(line.origin, page=2)) for line in lines]
    reading = read(wide, *made, "Catalogus", table(HEADER, ("Durf", "Verbindend", BODY), page=2, top=200.0))
    assert reading.catalogue.appendix == "Bijlage 1B Regeling Jaargesprekken"


#: Lines above the table: text, where it begins, its top → whether a person is asked.
BESIDE = [
    ([("Bijlage 1B", 0, 20), ("Catalogus", 0, 40)], False),
    ([("Bijlage 1B   Dossier 4711", 0, 20), ("Catalogus", 0, 40)], True),
    ([("Bijlage 1B", 0, 20), ("Ingekomen", 250, 30), ("Catalogus", 0, 40)], True),
    ([("Ingekomen   4711", 0, 0), ("Bijlage 1B", 0, 20), ("Catalogus", 0, 40)], False),
]


@pytest.mark.parametrize(("lines", "asked"), BESIDE, ids=["plain", "on the line", "beside it", "above"])
def test_what_stands_beside_a_heading_is_asked_about(lines: list[tuple[str, float, float]], asked: bool) -> None:
    made = [
        Line(text=text, origin=PagePlace(page=1, box=Box(x, top, x + 6.0 * len(text), top + 12)), size=12.0)
        for text, x, top in lines
    ]
    reading = read(*made, table(HEADER, ("Durf", "Verbindend", BODY), top=200.0))
    assert (Code.TITLE_UNSURE in codes(reading)) is asked


def test_an_appendix_line_that_stands_behind_the_table_is_asked_about() -> None:
    reading = read(table(HEADER, ("Durf", "Verbindend", BODY)), *HEADING)
    assert Code.TITLE_UNSURE in codes(reading)


def test_a_line_that_says_something_of_another_appendix_heads_none() -> None:
    catalogue = read(*HEADING, "Bijlage 1C hoort bij artikel 2", table(HEADER, ("Durf", "Verbindend", BODY))).catalogue
    assert (catalogue.title, catalogue.appendix) == (HEADING[1], HEADING[0])


def test_the_heading_of_another_appendix_is_no_title() -> None:
    reading = read("Bijlage 1A bij de Regeling", HEADING[0], table(HEADER, ("Durf", "Verbindend", BODY)))
    assert (reading.catalogue.title, reading.catalogue.appendix) == ("", HEADING[0])
    assert Code.TITLE_MISSING in codes(reading)


#: The lines of the heading → what is told of them.
UNLIKELY = [
    ((HEADING[0], "Dit overzicht hoort bij het gesprek met uw leidinggevende."), Code.TITLE_UNSURE),
    (("Bijlage 1B bij de Regeling Competentiecatalogus",), Code.TITLE_UNSURE),
    (("{{ title }}",), Code.FIELD_UNREAD),
    ((HEADING[0], "Competentieoverzic", "ht"), Code.TITLE_UNSURE),
    (("11.Bijlage 1B bij de Regeling", "12.Competentiecatalogus"), Code.TITLE_UNSURE),
    ((HEADING[0], "Lijst van alle competenties."), None),
    ((HEADING[0], "Wat verwachten wij van elkaar in ons werk?"), None),
    (HEADING, None),
]


@pytest.mark.parametrize(("lines", "told"), UNLIKELY)
def test_a_heading_that_may_be_none_or_more_than_one_is_asked_about(lines: tuple[str, ...], told: Code | None) -> None:
    reading = read(*lines, table(HEADER, ("Durf", "Verbindend", BODY)))
    assert [code for code in (Code.TITLE_UNSURE, Code.FIELD_UNREAD) if code in codes(reading)] == [told][: bool(told)]


def test_a_word_broken_in_a_heading_is_joined_as_elsewhere() -> None:
    made = [heading_line("Bijlage 1B Regeling jaargesprek-", 20, 290), heading_line("ken", 36, 20)]
    reading = read(*made, "Jaargesprekken: de lijst", table(HEADER, ("Durf", "Verbindend", BODY), top=200.0))
    assert reading.catalogue.appendix == "Bijlage 1B Regeling jaargesprekken"


@pytest.mark.parametrize(("starts", "title"), [(False, "Catalogus van competenties"), (True, "Catalogus")])
def test_a_line_break_within_a_title_does_not_end_it(starts: bool, title: str) -> None:
    texts = [("Bijlage 1B", 1, True), ("Catalogus", 2, True), ("Van competenties", 3 if starts else 2, starts)]
    made = [Line(text=text, origin=WordPlace(paragraph=at), starts_paragraph=first) for text, at, first in texts]
    catalogue = read(*made, table(HEADER, ("Durf", "Verbindend", BODY))).catalogue
    assert catalogue.title.casefold() == title.casefold()


def test_an_appendix_may_be_the_number_that_the_layout_draws_before_a_heading() -> None:
    made = Line(text="bij de Regeling", origin=WordPlace(paragraph=1), marker="Bijlage 1B", starts_paragraph=True)
    catalogue = read(made, "Catalogus", table(HEADER, ("Durf", "Verbindend", BODY))).catalogue
    assert (catalogue.appendix, catalogue.title) == ("Bijlage 1B bij de Regeling", "Catalogus")


@pytest.mark.parametrize("banner", [[("Catalogus van gedrag",)], [("Ministerie", "Bijlage 1B\nCatalogus van gedrag")]])
def test_a_table_that_only_lays_out_the_heading_holds_it(banner: list[tuple[str, ...]]) -> None:
    lines = [] if len(banner[0]) > 1 else ["Bijlage 1B"]
    whole = table(*banner, widths=len(banner[0])), "Dit overzicht hoort bij het gesprek."
    catalogue = read(*lines, *whole, table(HEADER, ("Durf", "Verbindend", BODY), top=300.0)).catalogue
    assert (catalogue.appendix, catalogue.title) == ("Bijlage 1B", "Catalogus van gedrag")


def test_a_title_in_which_words_run_over_each_other_is_told() -> None:
    catalogue = document(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY), ("Lef", "Verbindend", OTHER)))
    title = next(b for b in catalogue.blocks if isinstance(b, Line) and b.text == HEADING[1])
    found = (Finding(code=Code.TEXT_OVERLAPS, place=title.origin, was=title.text),)
    assert Code.TITLE_UNSURE in codes(document_to_reading(replace(catalogue, findings=found)))
    assert Code.TITLE_UNSURE not in codes(document_to_reading(catalogue))


@pytest.mark.parametrize(
    ("size", "title"), [(14.0, "Competentiecatalogus"), (10.0, "In deze bijlage staan alle teksten.")]
)
def test_a_title_in_larger_type_may_stand_over_the_appendix_line_and_text_below_that(size: float, title: str) -> None:
    above = replace(printed("Competentiecatalogus")[0], size=size)
    text = "In deze bijlage staan alle teksten."
    rows = table(HEADER, ("Durf", "Verbindend", BODY), ("Lef", "Verbindend", OTHER))
    reading = read(above, printed(HEADING[0], top=20.0)[0], printed(text, top=40.0)[0], rows)
    assert (reading.catalogue.title, reading.catalogue.appendix) == (title, HEADING[0])
    assert (Code.TITLE_UNSURE in codes(reading)) is (title == text)


def test_the_head_of_a_column_beside_the_table_is_no_title() -> None:
    rows = table(HEADER, ("Durf", "Verbindend", BODY), ("Lef", "Verbindend", OTHER))
    rows = replace(rows, origin=PagePlace(page=1, box=Box(50.0, 90.0, 300.0, 700.0)))
    beside = printed("Nr.", top=95.0)[0]
    assert read(HEADING[1], HEADING[0], beside, rows).catalogue.title == HEADING[1]
