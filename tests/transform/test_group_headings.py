"""Core competences that stand above tables and groups of rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from tests.documents import HEADER, printed, table
from tests.transform.test_heading import BODY, HEADING, OTHER, codes, read
from transform.document import Block, Line
from transform.findings import Code

CORELESS = ("Competentie", "Beschrijving en indicatoren")
#: What stands above each of two tables → the core competences, and whether a person is asked.
ABOVE = {
    "a sentence between": (
        ["Moedig", "Wie moedig is, doet dit."],
        ["Kalm", "Wie kalm is, doet dat."],
        "Moedig",
        "Kalm",
    ),
    "a caption between": (["Moedig", "Tabel 1: de lijst"], ["Kalm", "Tabel 2: de lijst"], "Moedig", "Kalm"),
    "captions alone": (["Tabel 1. Moedig"], ["Tabel 2. Kalm"], "Moedig", "Kalm"),
    "captions below": ([], ["Tabel 1: Moedig"], "", ""),
    "where it goes on": (["Moedig"], ["Vervolg van de vorige pagina"], "", ""),
    "where it is from": (["Moedig", "Bron: handboek"], ["Kalm", "Let op: voor iedereen"], "Moedig", "Kalm"),
    "of what edition": (["Moedig", "Versie 2027"], ["Vastgesteld op 1 mei 2026", "Kalm"], "Moedig", "Kalm"),
    "what heads a chapter elsewhere": (["Inhoud"], ["Proces"], "Inhoud", "Proces"),
    "a number": (["Moedig"], ["Kalm", "12"], "Moedig", "Kalm"),
}


@pytest.mark.parametrize("case", ABOVE)
def test_what_stands_above_a_table_and_is_no_heading(case: str) -> None:
    first, then, one, other = ABOVE[case]
    tables = [table(CORELESS, (name, BODY), widths=2, top=100.0 + 200 * i) for i, name in enumerate(("Durf", "Rust"))]
    reading = read(*HEADING, *first, tables[0], *then, tables[1])
    assert [c.core_competence for c in reading.catalogue.competences] == [one, other]
    assert reading.catalogue.title == HEADING[1]
    assert (Code.CORE_COMPETENCE_MISSING in codes(reading)) is (not one)


def test_a_row_above_the_header_of_each_table_names_its_core_competence() -> None:
    tables = [table((core,), CORELESS, (n, BODY), widths=2) for core, n in (("Moedig", "Durf"), ("Kalm", "Rust"))]
    reading = read(*HEADING, *tables)
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Kalm"]
    assert reading.catalogue.title == HEADING[1]


def test_a_heading_that_begins_over_the_numbers_of_rows_is_one() -> None:
    numbered = ("Nr.", "Competentie", "Beschrijving en indicatoren")
    made = table(numbered, ("Moedig", "", ""), ("1", "Durf", BODY), ("2", "Lef", OTHER))
    header, heading, *rest = made.rows
    wide = replace(heading, cells=(replace(heading.cells[0], span=2), heading.cells[2]))
    reading = read(*HEADING, replace(made, rows=(header, wide, *rest)))
    assert [(c.name, c.core_competence) for c in reading.catalogue.competences] == [
        ("Durf", "Moedig"),
        ("Lef", "Moedig"),
    ]


@pytest.mark.parametrize("again", [True, False], ids=["header again", "header once"])
@pytest.mark.parametrize(("above", "core"), [("Moedig", "Moedig"), ("Overzicht van competenties", "")])
def test_a_row_above_the_only_header_heads_the_first_group(above: str, core: str, again: bool) -> None:
    more = [("Kalm",), *([CORELESS] if again else []), ("Rust", BODY)]
    reading = read(*HEADING, table((above,), CORELESS, ("Durf", BODY), *more, widths=2))
    assert [c.core_competence for c in reading.catalogue.competences] == [core, "Kalm"]
    assert (Code.CORE_COMPETENCE_MISSING in codes(reading)) is (not core)


@pytest.mark.parametrize(("title", "found"), [("Competenties van de gemeente", ""), ("Competenties Laren", "x")])
def test_where_no_title_stands_the_first_heading_is_that_of_its_table_as_the_others_are(title: str, found: str) -> None:
    names, cores = ("Durf", "Rust", "Lef"), ("de moed", "de rust", "de kracht")
    heads = [title, *(f"Competenties van {core}" for core in cores[1:])]
    parts = [(head, table(CORELESS, (n, BODY), widths=2)) for head, n in zip(heads, names, strict=True)]
    reading = read(HEADING[0], *(own for part in parts for own in part))
    assert reading.catalogue.title == (title if found else "")
    assert (Code.CORE_COMPETENCE_MISSING in codes(reading)) is bool(found)


def test_of_two_lines_above_a_table_the_larger_is_the_heading_and_else_a_person_is_asked() -> None:
    def part(core: str, name: str, size: float) -> list[object]:
        note = replace(printed("Samen in het werk")[0], size=9.0)
        return [replace(printed(core)[0], size=size), note, table(CORELESS, (name, BODY), widths=2)]

    for size, told in ((14.0, False), (9.0, True)):
        reading = read(*HEADING, *part("Moedig", "Durf", size), *part("Kalm", "Rust", size))
        assert (Code.CORE_COMPETENCE_MISSING in codes(reading)) is told
        if not told:
            assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Kalm"]


@pytest.mark.parametrize(
    ("said", "told"), [("idem", True), ("Idem.", True), ("″", True), ("-", True), ("Moedig (vervolg)", False)]
)
def test_a_core_competence_that_is_the_one_above_once_more(said: str, told: bool) -> None:
    reading = read(*HEADING, table(HEADER, ("Durf", "Moedig", BODY), ("Lef", said, OTHER), ("Rust", "Kalm", BODY)))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Moedig", "Kalm"]
    missing = [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING]
    assert missing == (["Lef"] if told else [])


def test_a_heading_given_once_more_heads_the_same_group() -> None:
    rows = [("Moedig",), ("Durf", BODY), ("Moedig (vervolg)",), ("Lef", OTHER), ("Kalm",), ("Rust", BODY)]
    reading = read(*HEADING, table(CORELESS, *rows, widths=2))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Moedig", "Kalm"]


@pytest.mark.parametrize(
    ("row", "core"),
    [
        ("Let op: wat volgt geldt niet voor iedereen.", "Moedig"),
        ("Kalm\nWie kalm is laat zich niet jagen.", "Kalm"),
        ("Kalm en rustig", "Kalm en rustig"),
    ],
)
def test_a_remark_in_a_row_of_its_own_is_no_core_competence(row: str, core: str) -> None:
    rows = [("Moedig",), ("Durf", BODY), (row,), ("Lef", OTHER)]
    reading = read(*HEADING, table(CORELESS, *rows, widths=2))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", core]
    assert (Code.ROW_LEFT_OUT in codes(reading)) is row.endswith(".")


@pytest.mark.parametrize("where", [0, 1, 2])
@pytest.mark.parametrize(
    "words",
    ["Vervolg op volgende pagina", "Lees verder op de volgende bladzijde", "Table 1 – continued from previous page"],
)
def test_where_a_table_goes_on_is_no_text_of_it(words: str, where: int) -> None:
    foot = ["", "", ""]
    foot[where] = words
    parts = table(HEADER, ("Durf", "Moedig", BODY), foot), table(HEADER, ("Lef", "Kalm", OTHER), page=2)
    reading = read(*HEADING, *parts)
    found = [(c.name, c.core_competence, len(c.indicators)) for c in reading.catalogue.competences]
    assert found == [("Durf", "Moedig", 2), ("Lef", "Kalm", 1)]


def test_what_tables_end_with_over_and_over_heads_no_group() -> None:
    foot = ("Meer staat hierna",)
    parts = [table(CORELESS, ("Moedig",), (name, BODY), foot, widths=2) for name in ("Durf", "Lef")]
    reading = read(*HEADING, *parts, table(CORELESS, ("Rust", OTHER), widths=2))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Moedig", "Moedig"]
    assert codes(reading).count(Code.ROW_LEFT_OUT) == len(parts)


def _sized(words: str, size: float) -> Line:
    return replace(printed(words)[0], size=size)


@pytest.mark.parametrize(("size", "core"), [(12.0, "Rustig"), (9.0, "Kalm")])
def test_the_last_line_of_a_page_heads_the_next_only_if_it_is_set_as_other_headings(size: float, core: str) -> None:
    parts = [("Moedig", "Durf", BODY), ("Kalm", "Lef", OTHER)]
    made = [b for head, *row in parts for b in (_sized(head, 12.0), table(CORELESS, row, widths=2))]
    reading = read(*HEADING, *made, _sized("Rustig", size), table(CORELESS, ("Rust", BODY), widths=2, page=2))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Kalm", core]


@pytest.mark.parametrize(
    ("size", "words", "told"),
    [
        (12.0, "Rustig zijn wij allen.", ["Rust"]),
        (9.0, "Rustig zijn wij allen.", []),
        (12.0, "Zie ook de handleiding.", []),
    ],
)
def test_a_sentence_set_as_other_headings_are_may_head_a_table(size: float, words: str, told: list[str]) -> None:
    parts = [("Moedig", "Durf", BODY), ("Kalm", "Lef", OTHER)]
    made = [b for head, *row in parts for b in (_sized(head, 12.0), table(CORELESS, row, widths=2))]
    last = replace(_sized(words, size), origin=replace(_sized(words, size).origin, page=2))
    reading = read(*HEADING, *made, last, table(CORELESS, ("Rust", BODY), widths=2, page=2))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Kalm", "Kalm"]
    assert [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING] == told


@pytest.mark.parametrize("remark", [(), ("Zie ook de toelichting",), ("Afbeelding b.",), ("Kort gezegd",)])
def test_a_heading_framed_by_a_table_of_one_cell_heads_the_table_below_it(remark: tuple[str, ...]) -> None:
    parts = [("Moedig", "Durf", BODY), ("Kalm", "Rust", OTHER)]
    made = [
        block
        for core, name, body in parts
        for block in (table((core,), widths=1), *remark, table(CORELESS, (name, body), widths=2))
    ]
    reading = read(*HEADING, *made)
    is_doubtful = bool(remark) and remark[0].startswith("Kort")
    assert (Code.CORE_COMPETENCE_MISSING in codes(reading)) is is_doubtful
    assert is_doubtful or [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Kalm"]
    assert reading.catalogue.title == HEADING[1]


def test_a_title_that_a_table_repeats_between_a_heading_and_its_header_is_no_heading() -> None:
    title = ("Overzicht van de competenties",)
    whole = table(title, CORELESS, ("Durf", BODY), ("Kalm",), title, CORELESS, ("Rust", BODY), widths=2)
    assert [c.core_competence for c in read(*HEADING, whole).catalogue.competences] == ["", "Kalm"]


def test_a_title_that_stands_at_the_foot_of_a_page_again_heads_no_table_overleaf() -> None:
    """The header is repeated there, and the group goes on."""
    first = table(CORELESS, ("Durf", BODY), widths=2)
    second = table(CORELESS, ("Rust", BODY), widths=2, page=2)
    third = table(CORELESS, ("Zorg", OTHER), widths=2, page=3)
    foot = printed(HEADING[1], page=2, top=700.0)[0]
    above = printed("Kalm", page=2, top=50.0)[0]
    reading = read(*HEADING, "Moedig", first, above, second, foot, third)
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Kalm", "Kalm"]


@pytest.mark.parametrize(
    ("words", "asked"),
    [("Vernieuwend", True), ("Zij geldt voor iedereen die er werkt.", False), ("Pagina 2 van 3", False)],
    ids=["a heading", "a sentence", "a page number"],
)
def test_what_stands_above_a_part_without_a_header_may_head_a_group_as_rows_did_before(words: str, asked: bool) -> None:
    first = table(CORELESS, ("Verbindend",), ("Durf", BODY), widths=2)
    above = printed(words, page=2, top=40.0)
    reading = read("Bijlage 1B", "Catalogus", first, *above, table(("Lef", OTHER), page=2, widths=2))
    found = [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING]
    assert found == (["Lef"] if asked else [])


@pytest.mark.parametrize(("above", "asked"), [("Vernieuwend", True), ("", False)])
def test_a_row_above_a_header_of_other_columns_may_head_a_group_as_rows_did_before(above: str, asked: bool) -> None:
    first = table(CORELESS, ("Verbindend",), ("Durf", BODY), widths=2)
    other = table((above,), ("Nr.", *CORELESS), ("1", "Lef", OTHER), page=2)
    reading = read(*HEADING, first, other)
    found = [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING]
    assert found == (["Lef"] if asked else [])


def test_a_title_above_two_headers_of_other_columns_heads_no_group() -> None:
    title = ("Overzicht van de competenties",)
    first = table(title, CORELESS, ("Verbindend",), ("Durf", BODY), widths=2)
    reading = read(*HEADING, first, table(title, ("Nr.", *CORELESS), ("1", "Lef", OTHER), page=2))
    assert Code.CORE_COMPETENCE_MISSING not in codes(reading)


@pytest.mark.parametrize("said", ["Let op: alleen voor leidinggevenden", "* Vanaf 2027", "(voor leidinggevenden)"])
def test_a_row_that_says_something_about_others_heads_none(said: str) -> None:
    rows = (("Moedig",), ("Durf", BODY), (said,), ("Lef", OTHER))
    reading = read(*HEADING, table(CORELESS, *rows, widths=2))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Moedig"]
    assert Code.ROW_LEFT_OUT in codes(reading)


def test_a_row_with_a_name_alone_heads_none_where_headings_are_over_all_columns() -> None:
    rows = (("Moedig",), ("Durf", BODY), ("Rust", ""), ("Lef", OTHER))
    reading = read(*HEADING, table(CORELESS, *rows, widths=2))
    assert [(c.name, c.core_competence) for c in reading.catalogue.competences] == [
        ("Durf", "Moedig"),
        ("Rust", "Moedig"),
        ("Lef", "Moedig"),
    ]
    assert {Code.DESCRIPTION_MISSING, Code.INDICATORS_MISSING} <= set(codes(reading))


def test_it_heads_one_where_headings_may_run_over_the_column_of_names() -> None:
    rows = (("Moedig en ook standvastig",), ("Durf", BODY), ("Kalm", ""), ("Lef", OTHER))
    reading = read(*HEADING, table(CORELESS, *rows, widths=2))
    assert [c.core_competence for c in reading.catalogue.competences][1:] == ["Kalm"]


def test_below_headings_that_say_that_they_are_core_competences_others_head_parts() -> None:
    rows = (("Kerncompetentie: Moedig",), ("Algemeen",), ("Durf", BODY), ("Leidinggevend",), ("Lef", OTHER))
    reading = read(*HEADING, table(CORELESS, *rows, widths=2))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Moedig"]
    assert codes(reading).count(Code.ROW_LEFT_OUT) == 2


def test_a_heading_right_below_another_is_asked_about() -> None:
    rows = (("Algemeen",), ("Durf", BODY), ("Moedig",), ("Algemeen",), ("Lef", OTHER))
    reading = read(*HEADING, table(CORELESS, *rows, widths=2))
    missing = [finding for finding in reading.findings if finding.code is Code.CORE_COMPETENCE_MISSING]
    assert [finding.competence for finding in missing] == ["Lef"]


@pytest.mark.parametrize("first", ["", "Kalm"])
def test_where_the_last_heading_has_no_rows_and_the_first_rows_no_heading_they_may_stand_below(first: str) -> None:
    rows = (*([(first,)] if first else []), ("Durf", BODY), ("Moedig",), ("Lef", OTHER), ("Snel",))
    reading = read(*HEADING, table(CORELESS, *rows, widths=2))
    missing = {finding.competence for finding in reading.findings if finding.code is Code.CORE_COMPETENCE_MISSING}
    assert missing == (set() if first else {"Durf", "Lef"})


CHAPTERS = [
    ((("Deel een", 14.0), "Moedig"), ("Kalm",), (("Deel twee", 14.0), "Snel"), ["Moedig", "Kalm", "Snel"], []),
    (("Moedig",), ("Kalm",), (("Deel twee", 14.0),), ["Moedig", "Kalm", "Deel twee"], ["Rust"]),
    ((("Moedig", 14.0), "Doen"), (("Kalm", 14.0), "Laten"), (("Snel", 14.0), "Gaan"), ["Moedig", "Kalm", "Snel"], []),
]


@pytest.mark.parametrize(("one", "two", "three", "cores", "told"), CHAPTERS)
def test_the_heading_of_a_chapter_stands_above_that_of_its_first_group(
    one: Sequence[str | tuple[str, float]],
    two: Sequence[str | tuple[str, float]],
    three: Sequence[str | tuple[str, float]],
    cores: list[str],
    told: list[str],
) -> None:
    blocks: list[Block | str] = [*HEADING]
    for said, name in zip((one, two, three), ("Durf", "Lef", "Rust"), strict=True):
        for own in said:
            text, size = (own, 10.0) if isinstance(own, str) else own
            blocks += [replace(line, size=size) for line in printed(text)]
        blocks.append(table(CORELESS, (name, BODY), widths=2))
    reading = read(*blocks)
    assert [c.core_competence for c in reading.catalogue.competences] == cores
    assert [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING] == told


@pytest.mark.parametrize(("size", "asked"), [(9.0, True), (12.0, False)])
def test_what_heads_a_page_in_other_type_than_the_heading_further_down_may_be_a_running_line(
    size: float, asked: bool
) -> None:
    parts = [("Moedig", 12.0, "Durf", 1), ("Kalm", size, "Rust", 2), ("Kalm", 12.0, "Lef", 2)]
    made = [
        block
        for head, own, name, page in parts
        for block in (
            replace(printed(head, page=page)[0], size=own),
            table(CORELESS, (name, BODY), page=page, widths=2),
        )
    ]
    reading = read(*HEADING, *made)
    missing = [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING]
    assert ("Rust" in missing) is asked


def test_of_rows_below_a_table_that_was_passed_over_under_a_heading_a_person_is_asked_which_heading_is_theirs() -> None:
    tables = [table(CORELESS, (name, BODY), page=page, widths=2) for page, name in ((1, "Durf"), (2, "Rust"))]
    later = table(CORELESS, ("Lef", OTHER), page=3, widths=2)
    other = table(("Naam", "En", "Wat"), ("Moed", "Zes", "Gaat op basis van iets te werk."), top=300.0)
    between = replace(printed("Snel", top=280.0)[0], size=10.0)
    reading = read(*HEADING, "Moedig", tables[0], between, other, tables[1], *printed("Kalm", page=3), later)
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "Rust", "Lef"]
    assert [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING] == ["Rust"]


@pytest.mark.parametrize(("down", "told"), [(60.0, True), (12.0, False)], ids=["far below", "of the name"])
def test_a_line_far_below_a_name_may_head_the_rows_below_it(down: float, told: bool) -> None:
    made = table(CORELESS, ("Moedig",), ("Durf", BODY), ("Lef", OTHER), widths=2)
    header, heading, row, below = made.rows
    name, body = row.cells
    lines = (*printed("Durf", top=100.0), *printed("Kalm", top=100.0 + down))
    row = replace(row, cells=(replace(name, lines=lines), body))
    found = read(*HEADING, replace(made, rows=(header, heading, row, below)))
    asked = [f.competence for f in found.findings if f.code is Code.CORE_COMPETENCE_MISSING]
    assert asked == (["Lef"] if told else [])
