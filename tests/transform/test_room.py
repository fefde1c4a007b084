"""A word too long for its column is cut by the renderer, without a hyphen; the page only hints at it."""

from __future__ import annotations

import pytest

from tests.documents import WIDTH, printed, strand
from transform.clean import Field, clean
from transform.findings import Code, Severity
from transform.words import Words

LONG = "beleidsterreinen/vakgebiedenverkenning"
CUT = f"de\n{LONG[:WIDTH]}\n{LONG[WIDTH:]} van anderen"
WHOLE = "verantwoordelijkheidsverdelingssom"


def cleaned(text: str, elsewhere: str = "") -> tuple[str, list[Code]]:
    lines = strand(printed(text))
    result = clean(lines, 0, len(lines.text), Field("Durf", "description"), Words([*text.split("\n"), elsewhere]))
    assert all(finding.severity is Severity.WARNING for finding in result.findings)
    return result.text, [finding.code for finding in result.findings]


def test_a_word_cut_by_its_column_is_whole_again_and_asks_a_person() -> None:
    assert cleaned(CUT) == (f"de {LONG} van anderen", [Code.WORD_CUT])


def test_a_word_that_fills_its_line_before_a_little_word_is_whole_but_asks() -> None:
    assert len(WHOLE) == WIDTH
    assert cleaned(f"de\n{WHOLE}\nen meer") == (f"de {WHOLE} en meer", [Code.WORD_UNSURE])


def test_the_document_knows_better_than_a_little_word() -> None:
    text, codes = cleaned(f"de\n{WHOLE}\nen meer", elsewhere=f"alle {WHOLE}en")
    assert (text, codes) == (f"de {WHOLE}en meer", [Code.WORD_CUT])


@pytest.mark.parametrize(
    "text", ["een kort\nwoord", f"de {WHOLE[:-3]}\nwoorden", f"{WHOLE}\nAnderen", f"{WHOLE[:-1]}.\nzo"]
)
def test_other_line_ends_are_spaces(text: str) -> None:
    assert cleaned(text) == (text.replace("\n", " "), [])
