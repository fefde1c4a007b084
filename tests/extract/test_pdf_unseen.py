"""Text of a page that nobody sees is read, and told."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import outside, read
from tests.extract.raw_pdf import RawPage
from transform.findings import Code

#: What is drawn around the words ``oud nummer`` (from (50, 93) to (106, 102)): before and after → whether it is told.
DRAWN: dict[str, tuple[str, str, bool]] = {
    "black": ("", "", False),
    "white": ("1 g", "", True),
    "nearly white": ("0.9 g", "", True),
    "grey": ("0.6 g", "", False),
    "without ink": ("3 Tr", "", True),
    "white on a dark area": ("0 0 0.5 rg 40 730 200 40 re f 1 g", "", False),
    "white on a pale area": ("0.97 g 40 730 200 40 re f 1 g", "", False),
    "white on a broad line": ("0 G 20 w 40 745 m 240 745 l S 1 g", "", False),
    "covered": ("0 g", "1 g 40 730 200 40 re f", True),
    "covered by what is drawn before": ("1 g 40 730 200 40 re f 0 g", "", False),
    "struck out": ("0 g", "0 g 45 744 70 1 re f", False),
    "beside an area": ("0 g", "0.5 g 200 730 50 40 re f", False),
}


@pytest.mark.parametrize(("before", "after", "told"), DRAWN.values(), ids=DRAWN.keys())
def test_text_that_nobody_sees_is_told(before: str, after: str, told: bool) -> None:
    page = RawPage().text(50, 60, "Bijlage")
    own = RawPage(fonts=page.fonts).text(50, 100, "oud nummer").marks
    page.draw(f"q {before}").draw(own[0]).draw(f"{after} Q")
    document = read(page)
    assert outside(document) == ["Bijlage", "oud nummer"]
    assert [f.was for f in document.findings if f.code is Code.FAINT_TEXT] == (["oud nummer"] if told else [])
