"""What all reports share: no change is passed over, and no character goes unseen."""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter

import pytest
from hypothesis import given

from emit.report_parts import (
    change_to_texts,
    changes_to_counts,
    comparison_to_groups,
    pieces_to_signed,
    seen,
    text_to_runs,
)
from tests.catalogues import texts
from tests.emit.comparisons import comparisons, every_comparison, gold_comparison
from transform.comparison import Comparison, Kind, Piece, Side


def check_groups(comparison: Comparison) -> None:
    document, *groups = comparison_to_groups(comparison)
    assert Counter(c for group in (document, *groups) for c in group.changes) == Counter(comparison.changes)
    assert document.competence is None
    for pair, group in zip(comparison.pairs, groups, strict=True):
        assert group.old == (None if pair.old is None else comparison.old.competences[pair.old])
        assert group.new == (None if pair.new is None else comparison.new.competences[pair.new])
        side = comparison.old if group.new is None else comparison.new
        assert side.competences[group.position - 1] == group.competence
        for change in group.changes:
            assert change.new is None or (group.new is not None and change.new.competence == group.new.id)
            assert change.new or (change.old and group.old is not None and change.old.competence == group.old.id)


@pytest.mark.parametrize("comparison", every_comparison())
def test_every_change_is_in_the_group_of_its_competence(comparison: Comparison) -> None:
    check_groups(comparison)


@given(comparisons())
def test_every_change_of_any_comparison_is_in_the_group_of_its_competence(comparison: Comparison) -> None:
    check_groups(comparison)


@given(comparisons())
def test_the_counts_are_those_of_the_changes(comparison: Comparison) -> None:
    counts = changes_to_counts(comparison.changes)
    assert {count.kind: count.total for count in counts} == Counter(change.kind for change in comparison.changes)
    assert [count.kind for count in counts] == [kind for kind in Kind if kind in {c.kind for c in comparison.changes}]


def test_a_competence_added_or_removed_is_shown_in_full() -> None:
    for group in comparison_to_groups(gold_comparison()):
        for change in group.changes:
            if change.kind in (Kind.ADDED, Kind.REMOVED):
                assert group.competence is not None
                shown = [text.pieces[0].text for text in change_to_texts(change, group)]
                competence = group.competence
                indicators = [indicator.text for indicator in competence.indicators]
                assert shown == [competence.name, competence.core_competence, competence.description, *indicators]


@given(texts())
def test_a_text_can_be_read_back_from_its_runs(text: str) -> None:
    runs = list(text_to_runs(text))
    assert "".join(chr(int(run.text[2:], 16)) if run.unseen else run.text for run in runs) == text


def test_every_character_without_a_picture_is_spelled_out() -> None:
    """Controls, formatting, surrogates, line separators and private use; of formatting, a few signs do show."""
    visible = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)}
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Zl", "Zp", "Co"} and code not in visible:
            assert [run.unseen for run in text_to_runs(f"a{chr(code)}")] == [False, True], hex(code)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gewone tekst, één", "gewone tekst, één"),
        ("zachte\u00adafbreking", "zachte‹U+00AD›afbreking"),
        ("\u202eom", "‹U+202E›om"),
        ("\u0301accent", "‹U+0301›accent"),
        ("q\u0323\u0307", "q\u0323\u0307"),
        ("", ""),
    ],
)
def test_plain_text_spells_out_the_unseen(text: str, shown: str) -> None:
    assert seen(text) == shown


def test_pieces_with_their_signs() -> None:
    pieces = [Piece(Side.BOTH, "de "), Piece(Side.OLD, "oude"), Piece(Side.NEW, "nieuwe"), Piece(Side.BOTH, " dag")]
    assert pieces_to_signed(pieces) == "de [-oude-]{+nieuwe+} dag"
