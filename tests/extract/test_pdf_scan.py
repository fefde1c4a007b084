"""Pages that are pictures: told apart from printed ones, never passed over, and read by the lines in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogus import read as read_whole
from extract.pdf import pdf_to_document
from extract.pdf_scan import COVERED
from tests.catalogues import gold_catalogue
from tests.editions.judging import catalogues_to_differences
from tests.editions.scanner import Scanner, joined, pdf_to_recognised, pdf_to_scan
from tests.extract.pdf_cases import codes, outside, read
from tests.extract.raw_pdf import HEIGHT, WIDTH, RawPage, make_pdf
from transform.errors import NoTextLayer, PageUnread
from transform.findings import Code, Severity

SAMPLE = (Path(__file__).parents[2] / "samples" / "bijlage-1b.pdf").read_bytes()

#: A picture of four pixels, dark and light.
PIXELS = "BI /W 2 /H 2 /BPC 8 /CS /G ID \x20~~\x20 EI"
#: One of a single tone: paper.
PAPER = "BI /W 1 /H 1 /BPC 8 /CS /G ID ~ EI"


def picture(share: float, pixels: str = PIXELS) -> str:
    """Operators for an image as wide as the page and this share of its height."""
    return f"q {WIDTH} 0 0 {HEIGHT * share} 0 0 cm {pixels} Q"


def hidden(page: RawPage, mode: int = 3) -> RawPage:
    """A page with text that is not shown."""
    return page.draw(f"{mode} Tr").text(50, 100, "Durf").draw("0 Tr")


def typed() -> RawPage:
    return RawPage().text(50, 100, "Durf")


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (RawPage().draw(picture(1)), Code.PAGE_UNREAD),
        (RawPage().draw(picture(0.2)), Code.PAGE_UNREAD),
        (RawPage().draw(picture(0.5)).draw(f"q 1 0 0 1 0 {HEIGHT / 2} cm {picture(0.5)} Q"), Code.PAGE_UNREAD),
        (RawPage().draw(picture(1, PAPER)), Code.PAGE_UNREAD),
        (RawPage().draw(picture(0.05)), None),
        (RawPage(), None),
        (RawPage().line(50, 700, 300, 700), None),
        (RawPage().rectangle(50, 100, 400, 500, paint="f"), Code.PAGE_UNREAD),
        (hidden(RawPage().draw(picture(1))), Code.TEXT_FROM_OCR),
        (typed().draw(picture(1)), Code.TEXT_FROM_OCR),
        (hidden(RawPage().draw(picture(COVERED / 2))), None),
        (hidden(RawPage()), None),
        (RawPage().draw(picture(1)).text(50, 100, "Durf"), Code.PAGE_UNREAD),
        (RawPage().draw(picture(1, PAPER)).text(50, 100, "Durf"), None),
        (RawPage().draw(picture(COVERED / 2)).text(50, 100, "Durf"), None),
    ],
    ids=[
        "scan", "part of a page", "scan in strips", "scan of white paper", "logo", "blank", "signature line",
        "drawn letters", "hidden text over a picture", "text behind a picture", "hidden text and a small picture",
        "hidden text alone", "stamp on a scan", "text on a background", "text beside a picture",
    ],
)  # fmt: skip
def test_a_page_is_printed_recognised_or_unread(page: RawPage, code: Code | None) -> None:
    """What else there is to say of pictures and of text that nobody sees, other tests hold."""
    document = read(typed(), page)
    assert [c for c in codes(document) if c not in {Code.PICTURE, Code.FAINT_TEXT}] == ([code] if code else [])
    assert [p.unread for p in document.pages] == [False, code is Code.PAGE_UNREAD]
    assert all(finding.page == 2 and finding.severity is Severity.WARNING for finding in document.findings)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_that_is_shown_on_its_side_is_a_picture_all_the_same(turned: int) -> None:
    page = RawPage(entries=f"/Rotate {turned} /CropBox [20 30 595 842]").draw(picture(1))
    assert codes(read(typed(), page)) == [Code.PAGE_UNREAD]


def test_text_behind_a_picture_that_lets_it_through_is_printed() -> None:
    data = make_pdf(typed().draw("/Half gs").draw(picture(1, PAPER)))
    through = b"/Resources << /ExtGState << /Half << /ca 0.3 >> >>"
    assert codes(pdf_to_document(data, "proef.pdf")) == [Code.TEXT_FROM_OCR]
    assert codes(pdf_to_document(data.replace(b"/Resources <<", through), "proef.pdf")) == []


def test_a_scan_names_its_pages_and_what_reading_them_takes() -> None:
    with pytest.raises(NoTextLayer) as caught:
        pdf_to_document(pdf_to_scan(SAMPLE, Scanner(dots=72), [1, 2, 3]), "scan.pdf")
    assert caught.value.facts["pages"] == "1-3"
    assert str(caught.value.facts["needs"]).startswith("option")


def test_a_picture_amid_the_catalogue_stops_the_conversion() -> None:
    scan = pdf_to_scan(SAMPLE, Scanner(dots=72), [3])
    with pytest.raises(PageUnread) as caught:
        read_whole(joined((SAMPLE, [1, 2]), (scan, [1]), (SAMPLE, [4, 5, 6])), "proef.pdf")
    assert caught.value.facts == {"page": 3}


def test_a_picture_after_the_catalogue_is_reported_of_the_page_and_of_what_may_go_on_there() -> None:
    scan = pdf_to_scan(SAMPLE, Scanner(dots=72), [3])
    reading = read_whole(joined((SAMPLE, range(1, 7)), (scan, [1])), "proef.pdf")
    unread = [(f.page, f.competence) for f in reading.findings if f.code is Code.PAGE_UNREAD]
    assert unread == [(7, None), (7, reading.catalogue.competences[-1].name)]
    assert not list(catalogues_to_differences(gold_catalogue(), reading.catalogue))


def test_a_catalogue_in_pictures_after_a_typed_letter_is_no_missing_table() -> None:
    scan = pdf_to_scan(SAMPLE, Scanner(dots=72))
    with pytest.raises(PageUnread):
        read_whole(joined((make_pdf(typed()), [1]), (scan, range(1, 7))), "proef.pdf")


@pytest.mark.parametrize(
    ("scanner", "behind"), [(Scanner(), False), (Scanner(dots=150, dirt=60), False), (Scanner(askew=0.15), True)]
)
def test_the_lines_in_the_picture_make_the_table(scanner: Scanner, behind: bool) -> None:
    pages = joined((SAMPLE, [1]))
    reading = read_whole(pdf_to_recognised(pages, scanner, behind=behind), "scan.pdf")
    assert not list(catalogues_to_differences(read_whole(pages, "x.pdf").catalogue, reading.catalogue))
    assert [finding.page for finding in reading.findings if finding.code is Code.TEXT_FROM_OCR] == [1]
    assert not any(finding.code is Code.ROWS_FROM_WHITE_SPACE for finding in reading.findings)


def test_text_that_was_recognised_is_read_as_it_is() -> None:
    assert outside(read(hidden(RawPage().draw(picture(1))))) == ["Durf"]
