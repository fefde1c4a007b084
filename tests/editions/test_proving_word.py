"""The proving ground for Word, a seeded part of it: read exactly, or wrong with a warning on the spot."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.conftest import REQUIRE_LIBREOFFICE
from tests.editions.judging import Verdict
from tests.editions.word_proving import CATALOGUES, ENGINES, SAVED_AS, Case, case_to_word, combined, prove, saved_anew
from tests.editions.word_traits import EXCLUDED, TRAITS, can_go_together, random_traits

#: Documents that cannot be told from ones that mean something else: read wrong, with a warning on what is wrong.
TOLD = (
    frozenset({"another table of the same columns"}),
    frozenset({"no column widths", "other tables before and after"}),
)
NAMES = [trait.name for trait in TRAITS]
SEEDS = range(24)
#: Habits that LibreOffice writes down in its own way.
SAVED_ANEW = [
    *("core merged over rows", "rows that start late", "cells over two grid columns", "table in a cell of a table"),
    *("list definition per cell", "lettered list that counts on", "tracked deletions", "tracked rows removed"),
    *("footnotes", "hidden text", "soft hyphens", "content controls around cells", "line breaks and dashes"),
]


def allowed(traits: frozenset[str]) -> set[Verdict]:
    """What an edition with these traits may come to; a trait besides may make the difference plain again."""
    return {Verdict.EXACT, Verdict.TOLD} if any(told <= traits for told in TOLD) else {Verdict.EXACT}


def in_turn(number: int) -> tuple[str, str]:
    """Engines and catalogues in turn."""
    return tuple(ENGINES)[number % 2], tuple(CATALOGUES)[number // 2 % 2]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_a_plain_edition_is_read_exactly(engine: str, catalogue: str) -> None:
    assert prove(Case(engine, catalogue, frozenset())).judgement.verdict is Verdict.EXACT


@pytest.mark.parametrize(("number", "name"), list(enumerate(NAMES)), ids=NAMES)
def test_every_trait_alone_is_read_exactly(number: int, name: str) -> None:
    judgement = prove(Case(*in_turn(number), frozenset({name}))).judgement
    assert judgement.verdict in allowed(frozenset({name})), judgement.detail


@pytest.mark.parametrize("name", NAMES)
def test_every_trait_makes_another_document(name: str) -> None:
    gold = Case("raw", "invented", frozenset())
    assert case_to_word(gold._replace(traits=frozenset({name}))) != case_to_word(gold)


@pytest.mark.parametrize("case", list(combined(ENGINES, SEEDS)), ids=lambda case: case.name)
def test_no_combination_is_quietly_wrong(case: Case) -> None:
    judgement = prove(case).judgement
    assert judgement.verdict in allowed(case.traits), judgement.detail


def test_the_same_seed_gives_the_same_traits_and_none_that_exclude_each_other() -> None:
    drawn = [random_traits(seed) for seed in range(200)]
    assert drawn == [random_traits(seed) for seed in range(200)]
    assert len(set(drawn)) > 190
    assert all(can_go_together(traits) and traits <= set(NAMES) for traits in drawn)
    assert all(pair <= set(NAMES) for pair in EXCLUDED)


@pytest.mark.skipif(
    shutil.which("soffice") is None and os.environ.get(REQUIRE_LIBREOFFICE) != "1",
    reason="LibreOffice (soffice) is not installed",
)
@pytest.mark.parametrize("suffix", SAVED_AS)
def test_what_libreoffice_saves_is_read_exactly(suffix: str) -> None:
    cases = [Case(*in_turn(number), frozenset({name})) for number, name in enumerate(SAVED_ANEW)]
    found = {one.case.name: one.judgement for one in saved_anew(cases, suffix)}
    assert len(found) == len(cases)
    assert {name: judgement for name, judgement in found.items() if judgement.verdict is not Verdict.EXACT} == {}
