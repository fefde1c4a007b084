"""Pages whose printed numbers do not count on: one is missing or misplaced, and a person is asked."""

from __future__ import annotations

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table
from transform.document import Document
from transform.findings import Code, Finding, Severity

BODY = "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door."


def numbered(*footers: str) -> Document:
    """A page for each footer, with one competence: ``C1``, ``C2``…"""
    blocks = [*printed("Bijlage 1B bij de Regeling\nCatalogus")]
    for page, footer in enumerate(footers, 1):
        blocks += (table(HEADER, (f"C{page}", "Moedig", BODY), page=page), *printed(footer, page=page, top=800.0))  # type: ignore[arg-type]
    return document(*blocks)


@pytest.mark.parametrize(
    ("footers", "told"),
    [
        (("1", "2", "3"), []),
        (("1", "3", "4"), ["C1", "C2"]),
        (("3", "2", "1"), ["C1", "C2", "C3"]),
        (("- 1 -", "- 3 -", "- 2 -", "- 4 -"), ["C1", "C2", "C3", "C4"]),
        (("Pagina 1 van 4", "Pagina 2 van 4", "Pagina 4 van 4"), ["C2", "C3"]),
        (("Pagina 1 van 4", "Pagina 2 van 4", "Pagina 3 van 4"), ["C3"]),
        (("Pagina 11 van 40", "Pagina 12 van 40"), []),
        (("Regeling 2026 | 1", "Regeling 2026 | 2"), []),
        (("1", "", "3"), []),
        (("1 14:05", "2 14:05", "3 14:05"), []),
        (("Versie 1", "Versie 17", "Versie 40"), []),
        (("Regeling", "Regeling", "Regeling"), []),
        (("1", "1", "1"), []),
    ],
    ids=[
        "count on",
        "one is missing",
        "backwards",
        "two have changed places",
        "one of four is missing",
        "the last of four is missing",
        "part of a document",
        "a year beside it",
        "one without a number",
        "a time beside it",
        "numbers of something else",
        "no numbers",
        "all the same",
    ],
)
def test_numbers_of_pages(footers: tuple[str, ...], told: list[str]) -> None:
    found = document_to_reading(numbered(*footers)).findings
    own = [finding.competence for finding in found if finding.code is Code.PAGE_ORDER]
    assert list(dict.fromkeys(own)) == told
    assert Finding(code=Code.PAGE_ORDER).severity is Severity.WARNING
