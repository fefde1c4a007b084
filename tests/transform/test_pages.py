"""A page that stands in the document twice."""

from __future__ import annotations

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table
from transform.findings import Code
from transform.ledger import Reason
from transform.pages import pages_again

BODY = "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door."
FIRST = (*printed("Bijlage 1B bij de Regeling\nCatalogus"), table(HEADER, ("Durf", "Verbindend", BODY)))


def second(page: int, *, top: float = 100.0) -> tuple[object, ...]:
    return table(HEADER, ("Moed", "Verbindend", BODY), page=page, top=top), *printed("Pagina 2", page=page, top=800.0)


def test_a_page_that_comes_again_is_left_out_and_reported() -> None:
    whole = document(*FIRST, *second(2), *second(3))  # type: ignore[arg-type]
    assert pages_again(whole) == {3}
    reading = document_to_reading(whole)
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "Moed"]
    assert Code.PAGE_AGAIN in [finding.code for finding in reading.findings]
    assert "Pagina2" in [entry.text for entry in reading.ledger if entry.reason is Reason.PAGE_AGAIN]


def test_a_page_with_other_text_or_in_another_place_is_another() -> None:
    assert pages_again(document(*FIRST, *second(2), *second(3, top=112.0))) == frozenset()  # type: ignore[arg-type]
    assert pages_again(document(*FIRST, *second(2))) == frozenset()  # type: ignore[arg-type]
