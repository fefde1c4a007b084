"""Rows of the table that are the list of indicators: what a row, a page and a dash say, drawn as on the page."""

from __future__ import annotations

import pytest

from tests.documents import LEADING, printed
from transform.body import indicators_to_parts
from transform.findings import Code
from transform.strand import Strand


def parts(*rows: str, overleaf: str = "") -> tuple[list[str], list[Code]]:
    """Indicators and codes of a column in which each of ``rows`` is a row of its own; ``overleaf`` opens a page."""
    drawn = [printed(row, top=number * 10 * LEADING) for number, row in enumerate(rows)]
    turned = printed(overleaf, page=2)
    openings, first = frozenset(id(row[0]) for row in drawn[1:]), frozenset(map(id, turned[:1]))
    strand = Strand("1.1.x", sum(drawn, ()) + turned, openings, first)
    body = indicators_to_parts(strand)
    return [" ".join(strand.text[a:b].split()) for a, b in body.items], [remark.code for remark in body.remarks]


def test_a_row_is_an_indicator() -> None:
    rows = ["Geeft een fout\ntoe.", "Kent de\nEuropese regels.", "Deelt kennis."]
    texts, codes = parts(*rows)
    assert texts == [row.replace("\n", " ") for row in rows]
    assert codes == [Code.BULLET_MISSING, Code.BULLET_MISSING, Code.LINE_UNSURE, Code.BULLET_MISSING]


def test_what_has_no_bullet_in_a_row_that_begins_with_one_goes_on_with_it() -> None:
    rows = ["• Deelt kennis.", "• Volgt de gemeente en\nEuropa.", "• Meldt een lek.\nHelpt daarna mee."]
    texts, codes = parts(*rows)
    assert texts == [row[2:].replace("\n", " ") for row in rows]
    assert codes == [Code.LINE_UNSURE, Code.LINE_UNSURE]


def test_a_dash_within_a_row_belongs_to_its_sentence() -> None:
    row = "Geeft ruim baan aan al de kritiek\n– ook aan lastige kritiek en meer –\nvoordat hij kiest."
    assert parts("Deelt kennis.", row, "Vraagt door.")[0][1] == row.replace("\n", " ")


def test_dashes_of_a_list_within_a_row_are_bullets() -> None:
    assert parts("Deelt kennis.", "Vraagt door:\n– bij klanten.\n– bij anderen.")[0][-2:] == [
        "bij klanten.",
        "bij anderen.",
    ]


def test_a_sentence_that_begins_on_a_new_line_of_a_row_is_asked_about() -> None:
    wrapped = "Meldt een lek nog op dezelfde dag.\nHelpt daarna mee."
    assert parts("Deelt kennis.", wrapped) == (
        ["Deelt kennis.", wrapped.replace("\n", " ")],
        [Code.BULLET_MISSING, Code.BULLET_MISSING, Code.LINE_UNSURE],
    )
    assert parts("Deelt kennis.", "Meldt een lek.\nHelpt daarna mee.")[0][1:] == ["Meldt een lek.", "Helpt daarna mee."]


def test_rows_of_several_indicators_without_full_stops_stay_what_their_lines_say() -> None:
    assert parts("Deelt kennis\nVraagt door", "Meldt een lek\nHelpt mee")[0] == [
        "Deelt kennis",
        "Vraagt door",
        "Meldt een lek",
        "Helpt mee",
    ]


@pytest.mark.parametrize(
    ("overleaf", "begins"),
    [("Schept draagvlak.", True), ("’s Morgens paraat.", True), ("maar niet altijd.", False), ("HRM-regels.", False)],
)
def test_a_row_that_opens_a_page_is_one_where_it_begins_with_a_capital(overleaf: str, begins: bool) -> None:
    texts, codes = parts("Deelt kennis.", "Spreekt aan op een manier die past", overleaf=overleaf)
    assert (len(texts), texts[-1].endswith(overleaf)) == (2 + begins, True)
    assert codes.count(Code.BULLET_MISSING) == 2 + begins
