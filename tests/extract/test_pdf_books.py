"""The reader's books and its witness: what goes missing is noticed, and a sound document passes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import extract.pdf
from extract.pdf import pdf_to_document
from extract.pdf_books import blocks_to_text, chars_to_held, check_delivered, check_witness
from extract.pdf_engine import check_pages, open_pdf, opened_to_sheets
from extract.pdf_glyphs import glyphs_to_chars
from extract.pdf_marks import Char, Sheet
from tests.extract.raw_pdf import RawPage, make_pdf
from transform.document import Line
from transform.errors import Unbalanced
from transform.place import Box, PagePlace

SAMPLE = Path(__file__).parents[2] / "samples" / "bijlage-1b.pdf"


def line(text: str) -> Line:
    return Line(text=text, origin=PagePlace(1, Box(0, 0, 1, 1)))


def test_what_was_delivered_balances_in_any_order() -> None:
    check_delivered("wegb", [line("b e"), line("gw")], 1, "x.pdf")


@pytest.mark.parametrize(
    ("delivered", "missing", "surplus"), [("Dur", "f", ""), ("Durff", "", "f"), ("Durg", "f", "g")]
)
def test_what_was_not_delivered_is_named(delivered: str, missing: str, surplus: str) -> None:
    with pytest.raises(Unbalanced) as caught:
        check_delivered("Durf", [line(delivered)], 7, "x.pdf")
    assert caught.value.facts == {"where": "p. 7", "missing": missing, "surplus": surplus}


@pytest.mark.parametrize(
    ("seen", "delivered"),
    [
        ("Omgevingsbewustzijn", "Omgevings-bewustzijn"),
        ("Omgevings\ufffebewust \x02zijn\r\n", "Omgevings-bewustzijn"),
        ("efficiënt", "e\ufb03cie\u0308nt"),
        ("m2", "m²"),
        ("kracht", "krachtkracht"),
    ],
)
def test_the_witness_passes_what_differs_only_in_kind(seen: str, delivered: str) -> None:
    check_witness(seen, delivered, 1, "x.pdf")


@pytest.mark.parametrize(("seen", "missing"), [("Durf 3", "3"), ("Moed en durf", "Mdeeno"), ("Dürf", "\u0308")])
def test_the_witness_names_what_is_missing(seen: str, missing: str) -> None:
    with pytest.raises(Unbalanced) as caught:
        check_witness(seen, "Durfd", 2, "x.pdf")
    assert sorted(str(caught.value.facts["missing"])) == sorted(missing)


@pytest.mark.parametrize(("read", "seen"), [(1, 2), (2, 1)])
def test_both_engines_count_the_same_pages(read: int, seen: int) -> None:
    with pytest.raises(Unbalanced):
        check_pages(read, seen, "x.pdf")
    check_pages(seen, seen, "x.pdf")


def test_a_character_lost_by_the_engine_is_noticed_by_the_witness(monkeypatch: pytest.MonkeyPatch) -> None:
    def lossy(sheet_chars: tuple[Char, ...], page: int, name: str) -> tuple[tuple[Char, ...], tuple[Char, ...]]:
        return glyphs_to_chars(sheet_chars[1:], page, name)

    monkeypatch.setattr(extract.pdf, "glyphs_to_chars", lossy)
    with pytest.raises(Unbalanced) as caught:
        pdf_to_document(make_pdf(RawPage().text(50, 100, "Durf")), "x.pdf")
    assert caught.value.facts["missing"] == "D"


def test_a_character_lost_on_the_way_to_the_blocks_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def lossy(laid: Any, *_: object) -> tuple[tuple[Line, ...], tuple[()]]:
        return (line("".join(c.text for c in laid.chars[1:])),), ()

    monkeypatch.setattr(extract.pdf, "_to_blocks", lossy)
    with pytest.raises(Unbalanced) as caught:
        pdf_to_document(make_pdf(RawPage().text(50, 100, "Durf")), "x.pdf")
    assert caught.value.facts["missing"] == "D"


def test_a_page_lost_by_the_engine_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def lossy(opened: object, name: str) -> list[Sheet]:
        return [Sheet(1, 100, 100, ())]

    monkeypatch.setattr(extract.pdf, "opened_to_sheets", lossy)
    with pytest.raises(Unbalanced):
        pdf_to_document(make_pdf(RawPage(), RawPage()), "x.pdf")


def test_the_sample_balances_page_by_page() -> None:
    data = SAMPLE.read_bytes()
    document = pdf_to_document(data, SAMPLE.name)
    with open_pdf(data, SAMPLE.name) as opened:
        witness = [sheet.seen for sheet in opened_to_sheets(opened, SAMPLE.name)]
    for page, seen in zip(document.pages, witness, strict=True):
        blocks = [b for b in document.blocks if isinstance(b.origin, PagePlace) and b.origin.page == page.number]
        assert sorted(blocks_to_text(blocks)) == sorted(page.held)
        check_witness(seen, page.held, page.number or 0, SAMPLE.name)
        assert len(seen) > 1000


def test_held_counts_letters_not_glyphs() -> None:
    assert chars_to_held([Char("fi", 0, 0, 1, 1, 1, 1, "F", 1), Char(" ", 0, 0, 1, 1, 1, 1, "F", 1)]) == "fi"
