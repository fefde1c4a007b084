"""The proving ground proved: documents hold what went in, and each step does to them what its trait says."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache

import pdfplumber
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from catalogus import read
from tests.editions.finishing import finish
from tests.editions.fonts import CODES, symbol_font
from tests.editions.invented import invented_catalogue
from tests.editions.office_document import catalogue_to_docx
from tests.editions.overprinting import HIDDEN
from tests.editions.parts import catalogue_to_parts
from tests.editions.proving import ENGINES, Case, cases_to_pdfs, combined, installed, only
from tests.editions.refiling import STEPS
from tests.editions.trait_table import TRAITS, trait_named
from tests.editions.traits import Finish, Look, traits_to_look
from tests.editions.typesetting import SOFT, typed
from tests.editions.unseen import WAYS
from transform.model import Catalogue

Characters = list[tuple[str, float, float]]

IN_PROCESS = tuple(engine for engine in ("reportlab", "typst", "weasyprint") if engine in installed())


@cache
def plain(engine: str) -> bytes:
    return cases_to_pdfs([Case(engine, "invented", (trait_named("plain"),))])[0]


def characters(data: bytes) -> Characters:
    """Every character with its place, page after page."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [
            (char["text"], round(char["x0"], 1), round(char["top"] + page.page_number * 10_000, 1))
            for page in pdf.pages
            for char in page.chars
            if char["text"].strip()
        ]


def drawn(data: bytes, kind: str) -> int:
    """How many lines or rectangles the document has."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return sum(len(getattr(page, kind)) for page in pdf.pages)


def written(catalogue: Catalogue) -> Counter[str]:
    texts = [catalogue.title, catalogue.appendix]
    for competence in catalogue.competences:
        texts += [competence.name, competence.core_competence, competence.description]
        texts += [indicator.text for indicator in competence.indicators]
    return Counter("".join("".join(texts).split()))


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_a_document_holds_every_character_of_the_catalogue(engine: str) -> None:
    with pypdfium2.PdfDocument(plain(engine)) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    missing = written(invented_catalogue()) - Counter(text.replace("\ufffe", "-").replace("\x02", "-"))
    assert not missing


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_a_document_is_the_same_every_time(engine: str) -> None:
    case = Case(engine, "invented", (trait_named("plain"),))
    assert characters(cases_to_pdfs([case])[0]) == characters(plain(engine))


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_shuffled_text_stays_in_its_place(engine: str) -> None:
    before, after = characters(plain(engine)), characters(finish(plain(engine), ("shuffled",)))
    assert before != after
    assert sorted(before) == sorted(after)


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_text_drawn_twice_is_there_twice(engine: str) -> None:
    before, after = characters(plain(engine)), characters(finish(plain(engine), ("twice",)))
    assert Counter(text for text, _, _ in after) == Counter(text for text, _, _ in before * 2)


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_rules_become_rectangles_or_pairs(engine: str) -> None:
    lines, rectangles = drawn(plain(engine), "lines"), drawn(plain(engine), "rects")
    filled = finish(plain(engine), ("filled-rules",))
    assert (drawn(filled, "lines"), drawn(filled, "rects")) == (0, rectangles + lines)
    assert drawn(finish(plain(engine), ("double-rules",)), "lines") == 2 * lines


@pytest.mark.parametrize("name", sorted(STEPS))
def test_a_step_leaves_a_file_that_opens(name: Finish) -> None:
    data = finish(plain("reportlab"), (name,))
    with pypdfium2.PdfDocument(data) as pdf, pypdfium2.PdfDocument(plain("reportlab")) as original:
        assert len(pdf) == len(original) + (name in ("blank-page", "page-twice"))
    assert data != plain("reportlab")


def pictures(data: bytes) -> list[bytes]:
    """Every page as it looks."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [bytes(page.render().buffer) for page in pdf]


@pytest.mark.parametrize(
    "name", ["origin", "every-other-turned", "as-forms", "hidden-layer", "linearised", "encrypted"]
)
def test_a_step_that_nobody_sees(name: Finish) -> None:
    assert pictures(finish(plain("reportlab"), (name,))) == pictures(plain("reportlab"))


@pytest.mark.parametrize("name", WAYS)
def test_lines_that_nobody_sees(name: Finish) -> None:
    assert pictures(finish(plain("reportlab"), (name,))) == pictures(plain("reportlab"))


@pytest.mark.parametrize("name", ["encrypted", "encrypted-rc4"])
def test_a_locked_file_opens_without_a_password(name: Finish) -> None:
    with pikepdf.open(io.BytesIO(finish(plain("reportlab"), (name,)))) as pdf:
        assert pdf.is_encrypted
        assert not pdf.owner_password_matched


def test_a_hidden_layer_is_in_the_text() -> None:
    with pypdfium2.PdfDocument(finish(plain("reportlab"), ("hidden-layer",))) as pdf:
        assert HIDDEN in " ".join(pdf[0].get_textpage().get_text_range().split())


def test_soft_hyphens_are_all_that_is_added() -> None:
    look = Look(typed="soft")
    for competence in invented_catalogue().competences:
        assert SOFT in typed(competence.description, look)
        assert typed(competence.description, look).replace(SOFT, "") == competence.description


@pytest.mark.parametrize("trait", TRAITS, ids=lambda trait: trait.name)
def test_every_row_of_a_table_fills_its_columns(trait: object) -> None:
    look = traits_to_look((trait,))  # type: ignore[arg-type]
    for part in catalogue_to_parts(invented_catalogue(), look):
        for row in part.rows:
            assert len(row) == sum(cell.span for cell in part.head[-1])


@pytest.mark.parametrize("trait", ["plain", "core-merged", "core-row", "body-in-two", "bullet-numbers", "items-flush"])
def test_the_word_file_behind_an_office_document_is_read_exactly(trait: str) -> None:
    gold = invented_catalogue()
    found = read(catalogue_to_docx(gold, traits_to_look((trait_named(trait),))), "editie.docx").catalogue
    assert found.competences == gold.competences


def test_the_font_of_signs_draws_every_code() -> None:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    font = TTFont(io.BytesIO(symbol_font()))
    assert {ord(code) for code in CODES} <= font.getBestCmap().keys()


def test_combinations_are_the_same_every_time_and_never_set_a_respect_twice() -> None:
    first, second = list(combined(ENGINES, 20)), list(combined(ENGINES, 20))
    assert first == second
    for case in first:
        respects = [respect for trait in case.traits for respect in trait.look]
        assert len(respects) == len(set(respects))
        assert not any(case.engine in trait.unknown_to for trait in case.traits)


def test_cases_are_chosen_by_engine_catalogue_and_traits() -> None:
    assert [case.name for case in only("typst:gold:zebra+cropped", ("typst",))] == ["typst-gold-zebra+cropped"]
    assert len(list(only("*:gold:plain", ("typst", "reportlab")))) == 2
    assert len(list(only("typst", ("typst",)))) == 2 * sum("typst" not in trait.unknown_to for trait in TRAITS)
