"""Pages of which nothing was read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table
from transform.document import Page
from transform.findings import Code

BODY = "Blijkt te zijn.\nIndicatoren:\n- Vraagt door."


@pytest.mark.parametrize(("blank", "told"), [(1, []), (3, [3]), (5, [])], ids=["before", "amid", "after"])
def test_a_blank_page_amid_the_catalogue_wants_a_person(blank: int, told: list[int]) -> None:
    parts = [table(HEADER, (name, "Verbindend", BODY), page=page) for name, page in (("Durf", 2), ("Lef", 4))]
    whole = document(*parts, pages=3)
    pages = (*whole.pages, Page(number=blank, held="", width=595.0, height=842.0))
    reading = document_to_reading(replace(whole, pages=pages))
    assert [f.page for f in reading.findings if f.code is Code.PAGE_BLANK] == told


@pytest.mark.parametrize(("unread", "told"), [(2, True), (4, False)], ids=["between", "after"])
def test_a_page_nobody_has_read_between_the_title_and_the_catalogue_may_hold_the_title(unread: int, told: bool) -> None:
    heading = printed("Bijlage 1A\nFuncties met hun competenties", page=1)
    whole = document(*heading, table(HEADER, ("Durf", "Verbindend", BODY), page=3), pages=3)
    pages = (*whole.pages, Page(number=unread, held="", unread=True, width=595.0, height=842.0))
    reading = document_to_reading(replace(whole, pages=pages))
    assert (Code.TITLE_UNSURE in [finding.code for finding in reading.findings]) is told
