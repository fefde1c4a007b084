"""Which branch of alternatives Word shows."""

from __future__ import annotations

import pytest

from tests.extract.raw_docx import docx, paragraph, run
from tests.extract.word_lines import read, texts

KNOWN, STRANGE = "http://schemas.microsoft.com/office/word/2010/wordml", "urn:een-ander"


def choice(name: str, word: str) -> str:
    return f'<mc:Choice xmlns:k="{name}" Requires="k">{run(word)}</mc:Choice>'


#: Alternatives → the words that Word shows.
BRANCHES = {
    "one that Word knows": (choice(KNOWN, "nieuw") + f"<mc:Fallback>{run('oud')}</mc:Fallback>", ["nieuw"]),
    "one of another maker": (choice(STRANGE, "nieuw") + f"<mc:Fallback>{run('oud')}</mc:Fallback>", ["oud"]),
    "a second one": (choice(STRANGE, "anders") + choice(KNOWN, "nieuw") + choice(KNOWN, "ouder"), ["nieuw"]),
    "none": (choice(STRANGE, "anders"), []),
}


@pytest.mark.parametrize(("branches", "shown"), BRANCHES.values(), ids=BRANCHES.keys())
def test_alternatives_that_word_does_not_know_are_not_taken(branches: str, shown: list[str]) -> None:
    content = f"<mc:AlternateContent>{branches}</mc:AlternateContent>"
    assert texts(read(docx(paragraph(content)))) == shown
