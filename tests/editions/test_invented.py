"""The invented catalogue keeps what it promises to the proving ground."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.editions.invented import ENTRIES, invented_catalogue
from transform.flaws import text_to_flaws
from transform.hyphens import CONJUNCTIONS

TEXTS = [text for e in ENTRIES for text in (e.name, e.description, *e.indicators)]
ALL = "\n".join(TEXTS)


def test_its_size() -> None:
    catalogue = invented_catalogue()
    assert len(catalogue.competences) == 14
    assert len({c.core_competence for c in catalogue.competences}) == 4
    assert {len(c.indicators) for c in catalogue.competences} == set(range(1, 9))


@pytest.mark.parametrize(
    "words",
    [
        *("IT-kennis", "18-jarigen", "hbo-niveau", "HRM-beleid", "zwart-witdenken", "niet-oordelend"),
        *("sociaal-emotionele", "voor- en nadelen", "in- of externe", "productie-/beleids-/adviesproces"),
        *("’s Morgens", "€ 2,5 mln", "e.d.", "m.b.t.", "d.w.z.", " – "),
    ],
)
def test_it_holds_the_hard_words(words: str) -> None:
    assert words in ALL


@pytest.mark.parametrize("start", ["(", "2", "“", "’", "€"])
def test_an_indicator_begins_with(start: str) -> None:
    assert any(text.startswith(start) for e in ENTRIES for text in e.indicators)


def test_a_compound_with_a_hyphen_is_its_own_evidence() -> None:
    compounds = Counter(re.findall(r"[^\W\d_]{2,}-[^\W\d_]{2,}", ALL.casefold()))
    beside_capital = {word.casefold() for word in re.findall(r"[A-Z]{2,}-\w+", ALL)}
    assert {word for word, times in compounds.items() if times == 1} <= beside_capital


def test_every_suspended_hyphen_is_followed_by_a_conjunction() -> None:
    assert set(re.findall(r"\w- (\S+)", ALL)) <= CONJUNCTIONS


def test_it_has_no_flaws_of_its_own() -> None:
    assert [flaw for e in ENTRIES for text in (e.description, *e.indicators) for flaw in text_to_flaws(text)] == []
