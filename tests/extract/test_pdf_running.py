"""Running headers and footers: what the pages around repeat in the same place."""

from __future__ import annotations

import pytest

from extract.pdf_lines import Printed, chars_to_lines
from extract.pdf_marks import Stroke, level_char
from extract.pdf_running import lines_to_edges, running_lines, with_neighbours
from tests.extract.pdf_cases import XS, YS, filled, outside, read, rows, tables
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import HEADER as HEADER_ROW
from tests.extract.test_pdf_open import stacked
from transform.place import PagePlace

BODY = ["Competenties Kern Beschrijving", "Durf Verbindend Gaat op", "een besluit af", "Moed Verbindend Neemt"]


def page(head: list[str], body: list[str], foot: list[str]) -> tuple[Printed, ...]:
    """Lines of ten points: the head from 30 down, the body from 60, the foot from 200."""
    places = ((30, head), (60, body), (200, foot))
    placed = [(y + 12 * i, text) for y, texts in places for i, text in enumerate(texts)]
    chars = [level_char(t, 50 + 5 * i, y, 5, 10, "F") for y, text in placed for i, t in enumerate(text)]
    return chars_to_lines(chars)


OTHER = page(["Regeling jaargesprekken 3"], [BODY[0], "Lef Verbindend Zegt", "wat gezegd moet"], ["Pagina 3 van 9"])
HEADER = frozenset({BODY[0]})


@pytest.mark.parametrize(
    ("own", "header", "expected"),
    [
        pytest.param(
            page(["Regeling jaargesprekken 4"], BODY, ["Pagina 4 van 9"]),
            HEADER,
            ["Regeling jaargesprekken 4", "Pagina 4 van 9"],
            id="head and foot, numbers aside",
        ),
        pytest.param(
            page(["Regeling jaargesprekken 4"], BODY, ["Pagina 4 van 9"]), None, ["Pagina 4 van 9"], id="before a table"
        ),
        pytest.param(page([], BODY, ["Pagina 4 van 9"]), HEADER, ["Pagina 4 van 9"], id="the table's header is none"),
        pytest.param(page(["Bijlage 3: Formulier"], BODY, []), HEADER, [], id="another appendix"),
        pytest.param(page(["Bijlage 2: Formulier"], BODY, []), HEADER, ["Bijlage 2: Formulier"], id="the appendix"),
        pytest.param(page(["Hoofdstuk 2"], BODY, []), HEADER, [], id="of this page only"),
        pytest.param(page([], ["Lef Verbindend Zegt"], []), HEADER, [], id="the same words in another place"),
        pytest.param(page(["Regeling jaargesprekken 4"], [], []), HEADER, [], id="a page with nothing else"),
    ],
)
def test_running_lines(own: tuple[Printed, ...], header: frozenset[str] | None, expected: list[str]) -> None:
    around = (*lines_to_edges(OTHER), *lines_to_edges(page(["Bijlage 2: Formulier"], ["Iets anders"], [])))
    assert [line.text for line in running_lines(own, around, header)] == expected


def test_lines_without_white_between_them_and_the_text_are_text() -> None:
    own = page([], ["Regeling jaargesprekken", *BODY], [])
    other = page([], ["Regeling jaargesprekken", "Iets anders dan dat"], [])
    assert running_lines(own, lines_to_edges(other), HEADER) == ()


@pytest.mark.parametrize(("size", "running"), [(8, 1), (10, 0)])
def test_lines_of_another_size_than_the_text_are_running_though_no_white_parts_them(size: int, running: int) -> None:
    chars = [level_char(t, 50 + 5 * i, 50, 5, size, "F") for i, t in enumerate("Regeling jaargesprekken")]
    head = chars_to_lines(chars)
    own, other = (*head, *page([], BODY, [])), (*head, *page([], ["Iets anders"], []))
    assert running_lines(own, lines_to_edges(other), HEADER) == head[:running]


@pytest.mark.parametrize(("title", "expected"), [(["Competentiecatalogus"], ["Regeling"]), ([], [])])
def test_what_stands_over_the_header_of_another_page_is_running_on_the_first(
    title: list[str], expected: list[str]
) -> None:
    """Without a title the header row stands in the same place on both: nothing tells which of the two lines it is."""
    own, other = page(["Regeling"], [*title, *BODY], []), page(["Regeling"], [BODY[0], "wat gezegd moet"], [])
    assert [line.text for line in running_lines(own, lines_to_edges(other), None)] == expected


def test_a_page_given_twice_has_no_running_lines_for_that() -> None:
    own = page(["Bijlage 1B"], [*BODY, *(f"en regel {word} van de tekst" for word in WORDS)], [])
    pages = [page(["Bijlage 1A"], ["Functie Niveau"], []), own, own]
    assert [running_lines(lines, around, HEADER) for lines, around in with_neighbours(pages, lines_to_edges)][1] == ()


WORDS = ["aap", "noot", "mies", "wim", "zus", "jet", "teun"]


@pytest.mark.parametrize("count", range(len(WORDS)))
def test_every_page_comes_once_with_those_around_it(count: int) -> None:
    pages = [page([word], [], []) for word in WORDS[:count]]
    seen = list(with_neighbours(iter(pages), lines_to_edges))
    assert [own for own, _ in seen] == pages
    for i, (_, around) in enumerate(seen):
        near = [j for j in range(count) if j != i and abs(i - j) <= 2]
        assert sorted(edge.words for edge in around) == sorted(WORDS[j] for j in near)


@pytest.mark.parametrize(("x", "kept"), [(300.0, "Luistert."), (360.0, "Luistert. 2"), (222.0, "Luistert. 2")])
def test_the_number_of_a_page_amid_its_table_stands_where_those_of_others_do(x: float, kept: str) -> None:
    first = RawPage().grid((50, 150, 450), (100, 700)).text(55, 114, "Durf").text(155, 114, "Luistert.")
    second = RawPage().grid((50, 150, 450), (100, 800)).text(55, 780, "Moed").text(180, 780, "Luistert.")
    document = read(first.text(300, 780, "1"), second.text(x, 780, "2"))
    assert rows(document)[-1] == ["Moed", kept]
    assert ("2" in outside(document)) is (kept == "Luistert.")


def test_a_head_in_two_parts_makes_no_table_of_the_text_below_it() -> None:
    """All lines of a page may end before the part of its running head on the right begins."""
    text = ["Artikel 1", "Van het gesprek wordt een verslag", "gemaakt.", "Artikel 2", "Het salaris wordt", "verhoogd."]
    first, second = (RawPage().text(50, 36, "Regeling").text(400, 36, "Gemeente") for _ in range(2))
    for number, line in enumerate([*text, *text]):
        first = first.text(50, 60 + 14 * number, line)
    document = read(first, filled(second.grid(XS, YS)))
    assert [table.origin.page for table in tables(document) if isinstance(table.origin, PagePlace)] == [2]


def test_the_header_of_a_catalogue_is_no_running_head_though_another_table_stood_before_it() -> None:
    """It stands in the same place on the pages below, and on the page before another table had another header."""
    pages = [RawPage(), RawPage()]
    for page_, names in zip(pages, (("Durf", "Moed", "Lef"), ("Zorg", "Rust", "Orde")), strict=True):
        stacked(page_, HEADER_ROW, *([name, "Een", "Gaat op/basis van"] for name in names))
    first = RawPage().grid(XS, YS[:2]).text(55, 114, "Schaal").text(155, 114, "Minimum").text(255, 114, "Maximum")
    firsts = [row[0] for row in rows(read(first, *pages))]
    assert firsts == ["Schaal", "Naam", "Durf", "Moed", "Lef", "Naam", "Zorg", "Rust", "Orde"]


@pytest.mark.parametrize(("rule", "running"), [(45.0, 1), (41.0, 0), (None, 0)])
def test_a_rule_parts_a_head_from_the_text_that_it_pushed_down(rule: float | None, running: int) -> None:
    """A line right under its words underlines them."""
    head = chars_to_lines([level_char(t, 50 + 5 * i, 40, 5, 10, "F") for i, t in enumerate("Gemeente")])
    below = chars_to_lines([level_char(t, 50 + 5 * i, 54, 5, 10, "F") for i, t in enumerate("met anderen.")])
    other = chars_to_lines([level_char(t, 50 + 5 * i, 54, 5, 10, "F") for i, t in enumerate("te bereiken.")])
    marks = [] if rule is None else [Stroke(45, rule, 400, rule, 0.5, (0.0,))]
    assert running_lines((*head, *below), lines_to_edges((*head, *other)), HEADER, marks) == head[:running]


@pytest.mark.parametrize(
    ("leading", "foot", "expected"), [(17, 17, []), (17, 30, ["Elke dag."]), (12, 17, ["Elke dag."])]
)
def test_a_foot_stands_apart_as_the_lines_of_its_page_do_not(leading: int, foot: int, expected: list[str]) -> None:
    """Text set loosely, as word processors do, has white of more than half its type between all lines."""
    texts = [*BODY, "Vraagt door", "Luistert goed", "Doet dit", "Elke dag."]
    places = [100 + leading * i for i in range(len(texts) - 1)]
    placed = zip([*places, places[-1] + foot], texts, strict=True)
    own = chars_to_lines([level_char(t, 50 + 5 * i, y, 5, 10, "F") for y, text in placed for i, t in enumerate(text)])
    around = lines_to_edges([line for line in own if line.text == "Elke dag."])
    assert [line.text for line in running_lines(own, around, HEADER)] == expected
