"""The proving ground for Word and ODT, a seeded part of it: read exactly, or wrong with a warning on the spot."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.conftest import REQUIRE_LIBREOFFICE
from tests.editions.by_pandoc import PANDOC_ENGINES, pandoc
from tests.editions.judging import Verdict
from tests.editions.word_engines import ENGINES, OFFICE_ENGINES, expressible
from tests.editions.word_proving import CATALOGUES, Case, case_to_file, combined, prove, saved_anew
from tests.editions.word_traits import ALWAYS_TOLD, EXCLUDED, NO_TABLE, TRAITS, can_go_together, random_traits

#: Documents that cannot be told from ones that mean something else: read wrong, with a warning on what is wrong. Words
#: struck through by hand, and a table of the catalogue's columns where the catalogue itself has no label or bullet.
TOLD = (
    *(frozenset({name}) for name in ALWAYS_TOLD),
    frozenset({"another table of the same columns", "no label", "paragraphs without a bullet"}),
    frozenset({"other tables before and after", "no column widths", "no label", "paragraphs without a bullet"}),
    frozenset({"other tables before and after", "no column widths", "description and indicators apart"}),
)
NAMES = [trait.name for trait in TRAITS]
SEEDS = range(12)
#: Habits that other programs write down in their own way.
SAVED_ANEW = [
    *("core merged over rows", "rows that start late", "cells over two grid columns", "table in a cell of a table"),
    *("list definition per cell", "lettered list that counts on", "tracked deletions", "tracked rows removed"),
    *("footnotes", "hidden text", "soft hyphens", "content controls around cells", "line breaks and dashes"),
    *("borders dragged by hand", "floating table", "table in a text box", "header in two levels"),
]


def allowed(traits: frozenset[str]) -> set[Verdict]:
    """What an edition with these traits may come to; a trait besides may make the difference plain again."""
    if traits & NO_TABLE:
        return {Verdict.ERROR}
    return {Verdict.EXACT, Verdict.TOLD} if any(told <= traits for told in TOLD) else {Verdict.EXACT}


def in_turn(number: int, name: str) -> Case:
    """A trait alone: the engines that have words for it and the catalogues in turn."""
    engines = [engine for engine in ENGINES if name in expressible(engine)]
    catalogue = tuple(CATALOGUES)[number // len(ENGINES) % len(CATALOGUES)]
    return Case(engines[number % len(engines)], catalogue, frozenset({name}))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_a_plain_edition_is_read_exactly(engine: str, catalogue: str) -> None:
    assert prove(Case(engine, catalogue, frozenset())).judgement.verdict is Verdict.EXACT


@pytest.mark.parametrize(("number", "name"), list(enumerate(NAMES)), ids=NAMES)
def test_every_trait_alone_is_read_exactly(number: int, name: str) -> None:
    judgement = prove(in_turn(number, name)).judgement
    assert judgement.verdict in allowed(frozenset({name})), judgement.detail


@pytest.mark.parametrize("engine", ENGINES)
def test_every_trait_makes_another_document(engine: str) -> None:
    plain = Case(engine, "invented", frozenset())
    document = case_to_file(plain)
    same = [n for n in expressible(engine) if case_to_file(plain._replace(traits=frozenset({n}))) == document]
    assert same == []


def test_every_trait_has_an_engine() -> None:
    assert {name for engine in ENGINES for name in expressible(engine)} == set(NAMES)


@pytest.mark.parametrize("case", list(combined(ENGINES, SEEDS)), ids=lambda case: case.name)
def test_no_combination_is_quietly_wrong(case: Case) -> None:
    judgement = prove(case).judgement
    assert judgement.verdict in allowed(case.traits), judgement.detail


def test_the_same_seed_gives_the_same_traits_and_none_that_exclude_each_other() -> None:
    drawn = [random_traits(seed, NAMES) for seed in range(200)]
    assert drawn == [random_traits(seed, NAMES) for seed in range(200)]
    assert len(set(drawn)) > 190
    assert all(can_go_together(traits) and traits <= set(NAMES) - NO_TABLE - ALWAYS_TOLD for traits in drawn)
    assert all(pair <= set(NAMES) and len(pair) == 2 for pair in EXCLUDED)


@pytest.mark.skipif(
    shutil.which("soffice") is None and os.environ.get(REQUIRE_LIBREOFFICE) != "1",
    reason="LibreOffice (soffice) is not installed",
)
@pytest.mark.parametrize("engine", OFFICE_ENGINES)
def test_what_libreoffice_saves_is_read_exactly(engine: str) -> None:
    cases = [in_turn(number, name)._replace(engine=engine) for number, name in enumerate(SAVED_ANEW)]
    found = {one.case.name: one.judgement for one in saved_anew(cases)}
    assert len(found) == len(cases)
    assert {name: judgement for name, judgement in found.items() if judgement.verdict is not Verdict.EXACT} == {}


@pytest.mark.skipif(pandoc() is None, reason="pandoc is not installed; make editions uses it where it is")
@pytest.mark.parametrize("engine", PANDOC_ENGINES)
def test_what_pandoc_makes_is_read_exactly(engine: str) -> None:
    names = [name for name in SAVED_ANEW if name in expressible(engine)]
    cases = [Case(engine, "invented", frozenset({name})) for name in ("a row per indicator, blank", *names)]
    found = {case.name: prove(case).judgement for case in cases}
    assert {name: judgement for name, judgement in found.items() if judgement.verdict is not Verdict.EXACT} == {}
