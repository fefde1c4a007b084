"""Every kind of change and every weight reads as a sentence in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emit.comparison_words import (
    FIELD_LABELS,
    KIND_TEXTS,
    WEIGHT_TEXTS,
    change_sentence,
    field_label,
    kind_words,
    summary_words,
    weight_words,
)
from emit.language import placeholders
from tests.catalogues import make_catalogue, make_competence
from tests.emit.comparisons import compared, gold_comparison
from transform.comparison import Change, Kind, Piece, Place, Side, Weight

#: What a change can tell its sentence.
FACTS = {
    "old_name",
    "new_name",
    "old_text",
    "new_text",
    "old_position",
    "new_position",
    "old_number",
    "new_number",
}
ADDED = {Kind.CORE_ADDED, Kind.ADDED, Kind.INDICATOR_ADDED}
REMOVED = {Kind.CORE_REMOVED, Kind.REMOVED, Kind.INDICATOR_REMOVED}


def test_every_kind_and_weight_has_words_and_no_words_stand_for_nothing() -> None:
    assert set(KIND_TEXTS) == set(Kind)
    assert set(WEIGHT_TEXTS) == set(Weight)


@pytest.mark.parametrize("kind", Kind)
def test_a_sentence_asks_only_for_the_side_that_there_is(kind: Kind) -> None:
    asked = placeholders(KIND_TEXTS[kind].sentence)
    assert asked <= FACTS
    assert kind not in ADDED or not [name for name in asked if name.startswith("old")]
    assert kind not in REMOVED or not [name for name in asked if name.startswith("new")]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_weight_and_label_has_words_of_its_own(language: str) -> None:
    words = [
        *(kind_words(kind, language) for kind in Kind),
        *(weight_words(weight, language) for weight in Weight),
        *(field_label(field, 1, language) for field in FIELD_LABELS),
    ]
    assert all(words)
    assert len(set(words)) == len(words)
    assert field_label("", 0, language) == ""


SENTENCES = [
    (Kind.TITLE, "De titel van de catalogus is gewijzigd.", "The title of the catalogue was changed."),
    (
        Kind.ADDED,
        "De competentie ‘Nieuw’ is toegevoegd, als nummer 3.",
        "The competence “Nieuw” was added, as number 3.",
    ),
    (
        Kind.REMOVED,
        "De competentie ‘Oud’ is verwijderd; zij was nummer 2.",
        "The competence “Oud” was removed; it was number 2.",
    ),
    (Kind.RENAMED, "De competentie ‘Oud’ is hernoemd in ‘Nieuw’.", "The competence “Oud” was renamed to “Nieuw”."),
    (
        Kind.REGROUPED,
        "De competentie ‘Nieuw’ is verplaatst van kerncompetentie ‘was’ naar (niets).",
        "The competence “Nieuw” moved from core competence “was” to (nothing).",
    ),
    (
        Kind.REORDERED,
        "De competentie ‘Nieuw’ is verplaatst in de volgorde (nummer 2 in de oude editie, nummer 3 in de nieuwe).",
        "The competence “Nieuw” moved in the order (number 2 in the old edition, number 3 in the new one).",
    ),
    (
        Kind.INDICATOR_MOVED,
        "Indicator 4 van ‘Oud’ is verplaatst naar ‘Nieuw’, als indicator 5.",
        "Indicator 4 of “Oud” moved to “Nieuw”, as indicator 5.",
    ),
]


@pytest.mark.parametrize(("kind", "dutch", "english"), SENTENCES, ids=[kind for kind, _, _ in SENTENCES])
def test_changes_read_as_sentences(kind: Kind, dutch: str, english: str) -> None:
    change = Change(
        kind=kind,
        weight=Weight.SUBSTANTIVE,
        old=Place(competence="a", name="Oud", position=2, indicator="a.4", number=4),
        new=Place(competence="a", name="Nieuw", position=3, indicator="a.5", number=5),
        pieces=(Piece(Side.OLD, "was"),),
    )
    assert change_sentence(change, "nl") == dutch
    assert change_sentence(change, "en") == english


@given(st.sampled_from(Kind), st.sampled_from(["nl", "en"]), st.text(), st.text())
def test_no_name_can_break_the_sentence_or_steer_the_terminal(kind: Kind, language: str, name: str, text: str) -> None:
    place = Place(competence="a", name=name, position=1, indicator="a.1", number=1)
    old, new = (None if kind in ADDED else place), (None if kind in REMOVED else place)
    change = Change(kind=kind, weight=Weight.TYPOGRAPHIC, old=old, new=new, pieces=(Piece(Side.BOTH, text),))
    sentence = change_sentence(change, language)
    assert len(sentence.splitlines()) == 1
    assert sentence.endswith(".")
    assert not set(sentence) & {chr(n) for n in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))}


def test_the_summary_counts_by_weight() -> None:
    a, b = (make_catalogue(make_competence("a", description=text)) for text in ("Een dag.", "Een dag"))
    assert summary_words(compared(a, b), "nl") == "1 wijziging: 0 inhoudelijk, 1 typografisch"
    assert summary_words(compared(a, a), "en") == "No differences."
    weights = [change.weight for change in gold_comparison().changes]
    assert summary_words(gold_comparison(), "en") == (
        f"{len(weights)} changes: {weights.count(Weight.SUBSTANTIVE)} substantive, "
        f"{weights.count(Weight.TYPOGRAPHIC)} typographic"
    )
