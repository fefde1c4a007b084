"""Tables, most of two columns, whose rows are set as closely as lines, without rules: the column of names tells.

Naam      Beschrijving en indicatoren
Moedig                                       a heading, or none
Durf en   Gaat op basis van een
moed      zorgvuldige afweging over
          tot handelen.
Kalmte    Blijft rustig …
"""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import codes, read, rows, tables
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import lay
from transform.findings import Code

HEADER = ["Naam", "Beschrijving en indicatoren"]
DURF = ["Durf en/moed", "Gaat op basis van een/zorgvuldige afweging over/tot handelen als dat moet."]
KALMTE = ["Kalmte", "Blijft rustig als het/even anders loopt dan/bedoeld was."]
ZORG = ["Zorg", "Werkt netjes en komt/na wat met anderen is/afgesproken."]
ONE_LINE = [["Durf", "Gaat op alles af."], ["Kalm", "Blijft rustig."], ["Net", "Werkt zonder fout."]]
XS = (55.0, 200.0)


def close(*contents: list[str]) -> RawPage:
    """A header in bold type and rows right under each other, as lines are."""
    page, y = RawPage(), 102.0
    for cells in contents:
        y = lay(page, y + 12, cells, xs=XS, font="Helvetica-Bold" if cells is HEADER else "Helvetica")
    return page


def test_a_row_begins_where_a_name_does() -> None:
    document = read(close(HEADER, KALMTE, DURF, ZORG))
    assert rows(document) == [HEADER, KALMTE, DURF, ZORG]
    assert codes(document) == [Code.ROWS_FROM_WHITE_SPACE]


def test_a_heading_in_the_column_of_names_is_a_row() -> None:
    heading = ["Dapper", ""]
    own = [HEADER, KALMTE, DURF, heading, ZORG, KALMTE]
    assert rows(read(close(*own))) == own


def test_names_halfway_down_their_rows_are_not_where_those_begin() -> None:
    halfway = [["/Durf", DURF[1]], ["/Kalmte", KALMTE[1]]]
    assert len(rows(read(close(*halfway)))) < len(halfway)


def test_rows_of_one_line_are_not_told_apart() -> None:
    assert len(rows(read(close(HEADER, *ONE_LINE, *ONE_LINE)))) < len(ONE_LINE)


def between_white(*tables: list[list[str]], xs: tuple[float, ...] = XS) -> RawPage:
    """Tables right below each other, in one font, with white between them and none between their rows."""
    page, y = RawPage(), 90.0
    for contents in tables:
        y += 18
        for cells in contents:
            y = lay(page, y + 12, cells, xs=xs)
    return page


def test_rows_are_told_apart_within_each_of_several_tables() -> None:
    """The header, typed again over each, is a row wherever it stands."""
    first, second = [HEADER, KALMTE, ZORG, KALMTE], [HEADER, ZORG, KALMTE, ZORG]
    assert rows(read(between_white(first, second, first))) == [*first, *second, *first]


def test_rows_of_three_columns_are_told_apart_within_each_of_several_tables() -> None:
    xs = (55.0, 130.0, 200.0)
    first, second = (
        [[name, core, body] for (name, body), core in zip(table, ("Kern", "Dapper", "Net", "Trouw"), strict=True)]
        for table in ([HEADER, KALMTE, DURF, ZORG], [HEADER, ZORG, KALMTE, DURF])
    )
    assert rows(read(between_white(first, second, xs=xs))) == [*first, *second]


def test_a_second_part_of_a_name_begins_no_row_where_white_parts_rows() -> None:
    own = [["Kalmte//niveau 2", KALMTE[1]], ["Zorg//niveau 1", ZORG[1]], ["Durf//niveau 3", DURF[1]]]
    read_names = [name for name, _ in rows(read(between_white([HEADER], *([row] for row in own))))]
    assert read_names == [HEADER[0], *(name.replace("//", "/") for name, _ in own)]


#: A list of one item under each description, indented or not.
LISTS = [
    ["Durf en/moed", "Dapper", "Gaat op basis van een/afweging over tot doen./  - Stelt een besluit/    niet uit."],
    ["Kalmte", "", "Blijft rustig als het/anders loopt./  - Blijft vriendelijk."],
    ["Zorg", "", "Werkt netjes en komt/afspraken na./  - Houdt woord."],
    ["Lef", "Net", "Doet wat nodig is/voor een ander./  - Springt bij."],
]
KERN = ["Naam", "Kern", "Beschrijving en indicatoren"]


def merged(*contents: list[str]) -> RawPage:
    """Rows of three columns right under each other; the list of a body stands in by as much as it has spaces."""
    page, y = RawPage(), 90.0
    for name, core, body in contents:
        y = y + 12
        lay(page, y, [name, core, ""], xs=(55.0, 130.0, 200.0))
        for line in body.split("/"):
            page.text(200 + 4 * (len(line) - len(line.lstrip())), y, line.lstrip())
            y += 12
        y -= 12
    return page


def unindented(rows_: list[list[str]]) -> list[list[str]]:
    return [[*cells[:2], "/".join(map(str.lstrip, cells[2].split("/")))] for cells in rows_]


def test_a_row_begins_where_a_name_does_below_an_indented_list() -> None:
    """Also where the core competence is merged over several."""
    assert rows(read(merged(KERN, *LISTS))) == [KERN, *unindented(LISTS)]


def test_one_name_below_a_list_begins_a_row_where_names_were_on_top_overleaf() -> None:
    """The core competence of all rows is merged, and begins on the first page."""
    last = [[LISTS[0][0], "", LISTS[0][2]], [LISTS[1][0], "", LISTS[1][2]]]
    pages = merged(KERN, *LISTS), merged(KERN, *last)
    assert rows(read(*pages))[-3:] == [KERN, *unindented(last)]
    assert rows(read(merged(KERN, *last))) != [KERN, *unindented(last)]


def test_a_name_beside_text_below_no_list_may_stand_halfway_down() -> None:
    assert len(rows(read(merged(KERN, *unindented(LISTS))))) < len(LISTS) + 1


def test_a_number_as_narrow_as_a_stroke_fills_its_column() -> None:
    heads = ["Naam", "Niveau", "Beschrijving en indicatoren"]
    own = [[name, "I", body] for name, body in (KALMTE, ZORG, KALMTE)]
    assert rows(read(between_white([heads, *own], xs=(55.0, 130.0, 200.0)))) == [heads, *own]


def test_a_row_whose_first_line_is_as_wide_as_the_header_is_no_header() -> None:
    """Its pieces begin and end where those of the header do, but have other letters."""
    heads, zorg = ["Naam", "Kern", "Beschrijving"], [ZORG[0], "Net", ZORG[1]]
    alike = ["Rustig/blijven", "Flink/zijn", "Blijft in stilte/even staan als het/druk is."]
    page = between_white([heads], [alike], [zorg], [alike], xs=(55.0, 130.0, 200.0))
    assert rows(read(page)) == [heads, alike, zorg, alike]


def test_the_first_row_under_white_is_no_header_for_being_the_first() -> None:
    """Its name has two lines, beside each of which the body has one."""
    own = [[DURF[0], f"{DURF[1]}/En wacht daar/niet te lang mee."], KALMTE, ZORG, KALMTE]
    page = between_white(*([row] for row in own))
    assert rows(read(page)) == own


@pytest.mark.parametrize("again", [True, False])
def test_a_heading_right_below_the_header_is_a_row_where_others_are(again: bool) -> None:
    """All stand as close as lines and in one font: a lone second line may as well be of the header."""
    own = [HEADER, ["Dapper", ""], KALMTE, DURF, *([["Net", ""]] if again else ()), ZORG, KALMTE]
    found = rows(read(between_white(own)))
    assert found == own if again else found[0] == ["Naam/Dapper", HEADER[1]]


@pytest.mark.parametrize("apart", [0.0, 0.03, 0.07, 0.12])
def test_a_name_whose_font_rounds_its_baseline_otherwise_begins_the_row_beside_it(apart: float) -> None:
    page, y = RawPage(), 114.0
    contents = [["Naam", "Kern", "Beschrijving en indicatoren"]]
    contents += [[name, "Een", "Gaat op basis van/feiten te werk."] for name in ("Durf", "Moed", "Lef", "Zorg")]
    for number, (name, *rest) in enumerate(contents):
        end = lay(page, y, ["", *rest])
        page.text(55, y + 0.05 * number + apart, name, font="Helvetica-Bold")
        y = end + 20
    assert rows(read(page)) == contents


def test_a_name_below_the_baseline_of_its_number_and_its_text_begins_the_row() -> None:
    """Bold type may be set lower than what stands beside it; a number is no name."""
    page, y = RawPage(), 114.0
    contents = [["Nr.", "Naam", "Beschrijving en indicatoren"]]
    contents += [
        [number, name, DURF[1]] for number, name in (("1", "Durf"), ("2", "Moed"), ("3", "Lef"), ("4", "Zorg"))
    ]
    for number, name, body in contents:
        end = lay(page, y, [number, "", body], xs=(55, 85, 185))
        page.text(85, y + (2.0 if name in ("Moed", "Zorg") else 0.0), name, font="Helvetica-Bold")
        y = end + 20
    assert rows(read(page)) == contents


REST = ["", "Dit hoort bij wat op/de bladzijde hiervoor is/begonnen."]


@pytest.mark.parametrize(("first", "cut"), [([KALMTE, ZORG, KALMTE], True), ([["/Zorg", ZORG[1]]], False)])
def test_a_name_alone_below_the_rest_of_a_row_begins_one_where_names_were_on_top(
    first: list[list[str]], cut: bool
) -> None:
    document = read(close(HEADER, *first), close(HEADER, REST, KALMTE))
    found = [[line.text for line in row.cells[0].lines] for row in tables(document)[-1].rows]
    assert (["Kalmte"] in found and len(found) == len([HEADER, REST, KALMTE])) is cut


def test_a_header_given_again_below_rows_is_no_sign_that_rules_part_them() -> None:
    page = close(HEADER, KALMTE, ZORG, KALMTE)
    page.text(55, 250, "Dapper").text(55, 264, HEADER[0]).text(200, 264, HEADER[1])
    for y in (102.0, 117.0, 240.0, 254.0, 268.0):
        page.line(50, y, 450, y)
    for x in (50.0, 190.0, 450.0):
        page.line(x, 102, x, 240).line(x, 254, x, 268)
    document = read(page.line(50, 240, 50, 254).line(450, 240, 450, 254))
    assert rows(document)[:4] == [HEADER, KALMTE, ZORG, KALMTE]


@pytest.mark.parametrize("again", [True, False])
def test_the_first_line_of_a_page_is_a_header_only_if_its_words_are(again: bool) -> None:
    """The last row of a table is alone on its page: what goes on below its first line is that row."""
    xs, head = (55.0, 130.0, 200.0), ["Naam", "Kern", "Beschrijving en indicatoren"]
    own = [["Kalmte", "Een", KALMTE[1]], ["Zorg", "Een", ZORG[1]]]
    first, last = ([head, *own], [*([head] if again else []), own[0]])
    found = rows(read(between_white(first, xs=xs), between_white(last, xs=xs)))
    assert found[len(first) :] == last


def test_rows_begin_below_the_rest_of_one_where_no_header_is_given_again() -> None:
    found = rows(read(close(HEADER, KALMTE, ZORG, KALMTE), close(REST, KALMTE, ZORG)))
    assert found[4:] == [REST, KALMTE, ZORG]


@pytest.mark.parametrize(
    ("second", "third", "apart"),
    [
        (["Durf", "Een", "Gaat op basis van een"], ["", "", "zorgvuldige afweging."], True),
        (["(naam)", "(groep)", "en indicatoren"], ["", "", "zorgvuldige afweging."], False),
        (["(zie", "(zie", "(wat men doet)"], ["Durf", "Een", "Gaat op basis van een"], False),
    ],
    ids=["a row", "more of the header", "above a row"],
)
def test_a_row_right_under_the_header_in_its_font_has_text_in_every_column(
    second: list[str], third: list[str], apart: bool
) -> None:
    page, xs, head = RawPage(), (55, 155, 255), ["Naam", "Kern", "Beschrijving"]
    for number, cells in enumerate((head, second, third)):
        lay(page, 102 + 12 * number, cells, xs=xs)
    rest = [["Moed", "Twee", "Neemt het op zich om/ook dan te spreken."], ["Zorg", "Twee", "Werkt netjes en komt/na."]]
    for number, cells in enumerate(rest):
        lay(page, 160 + 48 * number, cells, xs=xs)
    assert (rows(read(page))[0] == head) is apart


def test_white_within_shaded_rows_parts_none_where_their_names_stand_halfway_down() -> None:
    """Every other row is shaded; the list of each stands under white as wide as that between rows."""
    page, y = RawPage().text(55, 114, "Naam").text(155, 114, "Kern").text(255, 114, "Beschrijving"), 130.0
    page.marks[:0] = RawPage().rectangle(50, 100, 450, 124, paint="f", extra="0.5 g").marks
    for number, name in enumerate(("Durf", "Moed", "Lef", "Rust")):
        for down, text in zip(
            (0, 12, 34, 46, 58), ("Gaat op", "basis van", "- Vraagt", "- Kiest", "- Doet"), strict=True
        ):
            page.text(255, y + 10 + down, text)
        page.text(55, y + 44, name).text(155, y + 44, "Een")
        if number % 2 == 0:
            page.marks[:0] = RawPage().rectangle(50, y - 6, 450, y + 78, paint="f", extra="0.9 g").marks
        y += 84
    assert [row[0] for row in rows(read(page))] == ["Naam", "Durf", "Moed", "Lef", "Rust"]


#: A header and two rows.
TABLE_ROWS = (["Naam", "Kern", "Tekst"], ["Durf", "Een", "Gaat op/basis van"], ["Moed", "Twee", "Neemt het/op zich."])


@pytest.mark.parametrize("text", ["De toelichting loopt door de kolommen heen tot het eind.", ""])
def test_what_heads_the_text_right_below_the_last_rule_is_no_row(text: str) -> None:
    """With nothing below it a name stands there, of which the rest is overleaf."""
    page, y = RawPage(), 100.0
    for cells in TABLE_ROWS:
        page.line(50, y, 450, y)
        y = lay(page, y + 14, cells) + 6
    page.line(50, y, 450, y).text(55, y + 14, "Toelichting")
    if text:
        page.text(55, y + 30, text)
    assert [row[0] for row in rows(read(page))] == ["Naam", "Durf", "Moed", *([] if text else ["Toelichting"])]


@pytest.mark.parametrize("title", ["Overzicht van de competenties", ""])
def test_rows_in_a_box_are_told_apart_below_a_header_below_a_title(title: str) -> None:
    """The first of them is the rest of one overleaf; a blank band may stand where a title would."""
    page = RawPage().grid((50, 450), (80, 100, 120, 300))
    page = page.text(55, 94, title) if title else page
    lay(page, 114, KERN, xs=(55, 130, 200))
    y = lay(page, 134, ["", "", "En blijft rustig."], xs=(55, 130, 200)) + 20
    for name, body in (KALMTE, ZORG):
        y = lay(page, y, [name, "Een", body], xs=(55, 130, 200)) + 20
    found = rows(read(page))
    assert found[-3:] == [["", "", "En blijft rustig."], [KALMTE[0], "Een", KALMTE[1]], [ZORG[0], "Een", ZORG[1]]]
