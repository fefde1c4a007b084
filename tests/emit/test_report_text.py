"""The text report: every change is in it, on lines that fit, and no document can steer the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from emit.report_parts import change_to_texts, comparison_to_groups, pieces_to_signed, seen
from emit.report_text import comparison_to_text
from tests.catalogues import make_catalogue, make_competence
from tests.emit.comparisons import compared, comparisons, every_comparison, gold_comparison
from transform.comparison import Comparison

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def squeezed(text: str) -> str:
    """Text without white space, which lines may break at."""
    return "".join(text.split())


def check(comparison: Comparison, width: int) -> None:
    report = comparison_to_text(comparison, "nl", width=width)
    assert not UNSEEN.search(report)
    assert [line for line in report.splitlines() if cell_len(line) > width] == []
    rest = squeezed(report)
    for group in comparison_to_groups(comparison):
        for change in group.changes:
            for shown in change_to_texts(change, group):
                _, found, rest = rest.partition(squeezed(pieces_to_signed(shown.pieces)))
                assert found or not shown.pieces


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize("comparison", every_comparison())
def test_the_made_up_comparisons_are_told_in_order_on_lines_that_fit(comparison: Comparison, width: int) -> None:
    check(comparison, width)


@given(comparisons(), st.integers(30, 200))
def test_any_comparison_is_told_in_order_on_lines_that_fit(comparison: Comparison, width: int) -> None:
    check(comparison, width)


@given(comparisons())
def test_colour_takes_the_place_of_the_signs_and_changes_nothing_else(comparison: Comparison) -> None:
    report = comparison_to_text(comparison, "nl", colour=True)
    assert not UNSEEN.search(COLOUR.sub("", report))
    rest = squeezed(COLOUR.sub("", report))
    for group in comparison_to_groups(comparison):
        for change in group.changes:
            for shown in change_to_texts(change, group):
                _, found, rest = rest.partition(squeezed("".join(seen(piece.text) for piece in shown.pieces)))
                assert found or not shown.pieces


def test_colour_is_a_line_as_well() -> None:
    old, new = (make_catalogue(make_competence("a", description=f"Een {word} dag.")) for word in ("mooie", "fijne"))
    report = comparison_to_text(compared(old, new), "nl", colour=True)
    assert "\x1b[9;31mmooie\x1b[0m\x1b[4;32mfijne\x1b[0m" in report
    assert "[-" not in COLOUR.sub("", report)


@pytest.mark.parametrize("variable", ["NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "COLORTERM"])
def test_the_surroundings_change_nothing(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, coloured = (comparison_to_text(gold_comparison(), "nl", colour=colour) for colour in (False, True))
    monkeypatch.setenv(variable, "dumb" if variable == "TERM" else "1")
    assert comparison_to_text(gold_comparison(), "nl") == plain
    assert comparison_to_text(gold_comparison(), "nl", colour=True) == coloured


@pytest.mark.parametrize(("language", "words"), [("nl", "Geen verschillen."), ("en", "No differences.")])
def test_nothing_changed(language: str, words: str) -> None:
    catalogue = make_catalogue(make_competence("a", "één"))
    assert comparison_to_text(compared(catalogue, catalogue), language) == f"oud.json → nieuw.pdf\n{words}\n"


def test_a_report_in_full() -> None:
    old = make_catalogue(make_competence("a", "Luistert goed.", "Vraagt door.", name="Horen"))
    new = make_catalogue(
        make_competence("a", "Luistert zeer goed.", "Vraagt door!", name="Horen"),
        make_competence("b", "Kijkt om zich heen.", name="Zien", core_competence="", description=""),
    )
    assert comparison_to_text(compared(old, new), "nl", width=60).splitlines() == [
        "oud.json → nieuw.pdf",
        "3 wijzigingen: 2 inhoudelijk, 1 typografisch",
        "",
        "                          inhoudelijk  typografisch",
        "  Competentie toegevoegd            1             0",
        "  Indicator gewijzigd               1             1",
        "",
        "Horen",
        "  Indicator 1 van ‘Horen’ is gewijzigd. (inhoudelijk)",
        "    Luistert{+ zeer+} goed.",
        "  Indicator 2 van ‘Horen’ is gewijzigd. (typografisch)",
        "    Vraagt door[-.-]{+!+}",
        "",
        "Zien",
        "  De competentie ‘Zien’ is toegevoegd, als nummer 2.",
        "  (inhoudelijk)",
        "    {+Zien+}",
        "    Indicator 1: {+Kijkt om zich heen.+}",
    ]
