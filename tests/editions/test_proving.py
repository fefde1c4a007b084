"""A fast, seeded part of the proving ground: nothing is ever quietly wrong, and the table in the docs is true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from catalogus import read
from tests.editions.english import english_catalogue
from tests.editions.invented import invented_catalogue
from tests.editions.judging import FORBIDDEN, Verdict, judge_reading
from tests.editions.proving import (
    CATALOGUES,
    Case,
    Proved,
    cases_to_pdfs,
    combined,
    installed,
    prove,
    prove_batch,
    to_show,
)
from tests.editions.proving_page import table
from tests.editions.trait_table import TRAITS, trait_named
from transform.model import Catalogue

DOCS = Path(__file__).parents[2] / "docs" / "editions.md"

#: Engines that print in this process, fast enough for every run.
FAST = tuple(engine for engine in ("reportlab", "typst", "weasyprint") if engine in installed())


#: One trait in so many is proved in every run; ``make editions`` proves them all, by every engine.
EVERY = 2


def _one_engine_each() -> Iterator[Case]:
    """Every second trait once, by the engines in turn."""
    for number, trait in enumerate(TRAITS[::EVERY]):
        known = [engine for engine in FAST if engine not in trait.unknown_to]
        if known:
            yield Case(known[number % len(known)], "invented", (trait,))


def _proved(cases: Sequence[Case]) -> list[Proved]:
    """Made, read and judged; skipped where the machine lacks the program or a font."""
    if cases[0].engine not in installed():
        pytest.skip(f"{cases[0].engine} is not installed")
    try:
        return prove_batch(cases)
    except FileNotFoundError as missing:
        pytest.skip(str(missing))


@pytest.mark.parametrize("case", list(_one_engine_each()), ids=lambda case: case.name)
def test_a_trait_alone_is_never_quietly_wrong(case: Case) -> None:
    (proved,) = _proved([case])
    assert proved.judgement.verdict not in FORBIDDEN, proved.judgement.detail


#: What the page hardly shows, words cut without a hyphen, in the layouts that hide it best.
CUT = ["words-cut", "words-cut+justified", "words-cut+no-rules", "words-cut+large-serif", "names-cut+capital-names"]


@pytest.mark.parametrize("catalogue", ["gold", "invented"])
@pytest.mark.parametrize("traits", CUT)
def test_a_word_cut_without_a_hyphen_is_never_quietly_two_words(catalogue: str, traits: str) -> None:
    (proved,) = _proved([Case("reportlab", catalogue, tuple(map(trait_named, traits.split("+"))))])
    assert proved.judgement.verdict in {Verdict.EXACT, Verdict.TOLD}, proved.judgement.detail


@pytest.mark.parametrize(
    "case", [case for case in combined(FAST, 4) if case.catalogue == "invented"], ids=lambda c: c.name
)
def test_traits_together_are_never_quietly_wrong(case: Case) -> None:
    (proved,) = _proved([case])
    assert proved.judgement.verdict not in FORBIDDEN, proved.judgement.detail


def _numbered() -> Catalogue:
    """The invented catalogue with the numbers that some authors type before the names."""
    whole = invented_catalogue()
    names = (replace(c, name=f"{n}. {c.name}") for n, c in enumerate(whole.competences, 1))
    return replace(whole, competences=tuple(names))


@pytest.mark.parametrize("trait", ["plain", "small-type", "no-rules", "core-last-merged", "justified-narrow"])
def test_numbers_before_names_are_left_off_in_any_layout(trait: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a long name has no room beside its number."""
    monkeypatch.setitem(CATALOGUES, "numbered", _numbered)
    (data,) = cases_to_pdfs([Case("reportlab", "numbered", (trait_named(trait),))])
    assert judge_reading(read(data, "proef.pdf"), invented_catalogue()).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    "trait", ["plain", "english-header", "justified-narrow", "no-rules", "bullet-none", "soft-hyphens"]
)
def test_an_edition_in_english_is_never_quietly_wrong(trait: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CATALOGUES, "english", english_catalogue)
    (proved,) = _proved([Case("reportlab", "english", (trait_named(trait),))])
    expected = {Verdict.EXACT, Verdict.TOLD} if trait == "soft-hyphens" else {Verdict.EXACT}
    assert proved.judgement.verdict in expected, proved.judgement.detail


@pytest.mark.parametrize("traits", ["letter-spaced+no-rules", "letter-spaced+rules-across"])
def test_columns_as_close_as_letter_spaced_words_are_read(traits: str) -> None:
    (proved,) = _proved([Case("reportlab", "invented", tuple(map(trait_named, traits.split("+"))))])
    assert proved.judgement.verdict is Verdict.EXACT, proved.judgement.detail


@pytest.mark.parametrize("order", ["body-first", "core-body-name", "body-core-name"])
@pytest.mark.parametrize("engine", FAST)
def test_headings_of_groups_where_no_rule_parts_them_from_the_text_above(engine: str, order: str) -> None:
    """Read as text of the row above, a heading leaves all of its group under the one before: at a page end, too."""
    traits = tuple(map(trait_named, ("core-heading-no-rules", order)))
    (proved,) = _proved([Case(engine, "gold", traits)])
    assert proved.judgement.verdict is Verdict.EXACT, proved.judgement.detail


@pytest.mark.parametrize("trait", ["plain", "no-rules-tight", "core-merged"])
def test_the_browser_prints_what_is_read(trait: str) -> None:
    (proved,) = _proved([Case("browser", "invented", (trait_named(trait),))])
    assert proved.judgement.verdict not in FORBIDDEN, proved.judgement.detail


def test_the_office_prints_what_is_read() -> None:
    names = ("plain", "core-merged", "no-rules", "hyphenated", "zebra-white", "bullet-private-use")
    for proved in _proved([Case("office", "invented", (trait_named(name),)) for name in names]):
        assert proved.judgement.verdict not in FORBIDDEN, proved.judgement.detail


#: Layouts that every edition may have: anything but exact is a step back.
USUAL = ["plain", "no-rules", "rules-across", "zebra-ruled", "core-merged", "core-row", "two-up", "turned", "cropped"]


@pytest.mark.parametrize("trait", USUAL)
def test_usual_layouts_are_read_field_by_field(trait: str) -> None:
    proved = prove(Case("typst", "gold", (trait_named(trait),)))
    assert proved.judgement.verdict is Verdict.EXACT, proved.judgement.detail


def test_the_table_names_every_trait_once() -> None:
    names = [line.split("|")[1].strip() for line in DOCS.read_text(encoding="utf-8").splitlines() if "|" in line]
    assert [name for name in names if name in {trait.name for trait in TRAITS}] == [trait.name for trait in TRAITS]


def test_a_verdict_of_a_case_stands_in_its_column() -> None:
    made = table(to_show([prove(Case("reportlab", "invented", (trait_named("plain"),)))]))
    assert "| plain | exact |" in made
