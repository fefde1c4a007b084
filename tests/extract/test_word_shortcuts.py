"""A plain Word file is read by shorter ways: what makes it less plain, and says nothing, changes nothing."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import count
from pathlib import Path

import pytest

from extract.word import word_to_document

SAMPLE = Path(__file__).parents[2] / "samples" / "bijlage-1b.docx"
MAIN = "word/document.xml"

#: What stands in the XML → what is put there, and keeps a shorter way from being taken.
LESS_PLAIN = {
    "a run with more than texts": (r"<w:t\b", r"<w:lastRenderedPageBreak/><w:t"),
    "a field without a text": ("</w:tbl>", '</w:tbl><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'),
    "properties that differ": (r"<w:pPr>", '<w:pPr><w:spacing w:after="{n}"/>'),
    "a paragraph mark that is shown": (r"<w:p>(?!<w:pPr>)", '<w:p><w:pPr><w:rPr><w:vanish w:val="0"/></w:rPr></w:pPr>'),
    "alternatives without a text": ("</w:tbl>", "</w:tbl><mc:AlternateContent><mc:Choice/></mc:AlternateContent>"),
}


def rewritten(found: str, put: str) -> bytes:
    """The sample with something put in wherever it is found; ``{n}`` counts."""
    numbers = count()
    target = io.BytesIO()
    with zipfile.ZipFile(SAMPLE) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            data = source.read(name)
            if name == MAIN:
                text, times = re.subn(found, lambda _: put.replace("{n}", str(next(numbers))), data.decode("utf-8"))
                assert times
                data = text.encode("utf-8")
            package.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize("what", LESS_PLAIN)
def test_what_says_nothing_changes_nothing(what: str) -> None:
    plain = word_to_document(SAMPLE.read_bytes(), "x.docx")
    other = word_to_document(rewritten(*LESS_PLAIN[what]), "x.docx")
    assert other.blocks == plain.blocks
    assert other.pages == plain.pages
    assert other.findings == plain.findings
