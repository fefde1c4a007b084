"""The tracked-changes document as LibreOffice accepts and rejects it: what its users get, not what we say they get."""

from __future__ import annotations

import os
import shutil

import pytest
from msgspec.structs import replace

from emit.as_word import catalogue_to_word
from tests.catalogues import gold_catalogue, make_catalogue
from tests.conftest import REQUIRE_LIBREOFFICE
from tests.emit.libreoffice import WordProcessor
from tests.emit.redlines import ROWS, looks, read_texts, redline, second_edition, texts
from tests.emit.written_word import body, xpath
from transform.model import Catalogue, Competence

OLD, NEW = gold_catalogue(), second_edition()


@pytest.fixture(scope="session")
def word_processor(tmp_path_factory: pytest.TempPathFactory) -> WordProcessor:
    program = shutil.which("soffice")
    if program is None:
        reason = "LibreOffice (soffice) is not installed"
        if os.environ.get(REQUIRE_LIBREOFFICE) == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return WordProcessor(program, tmp_path_factory.mktemp("revisions"))


def rows(side: int) -> Catalogue:
    """Every kind of row in one table, each with a name of its own so that it is found again."""
    kinds = zip(LETTERS, ROWS.values(), strict=False)
    named = [renamed(pair[side], letter.lower(), 6 * letter) for letter, pair in kinds]
    return make_catalogue(*named)


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_no_kind_of_row_is_merely_replaced() -> None:
    data = redline(rows(0), rows(1))
    assert len(xpath(body(data), "//w:tr")) == 1 + len(ROWS)
    assert not xpath(body(data), "//w:trPr/w:ins | //w:trPr/w:del")


def renamed(competence: Competence, id_: str, name: str) -> Competence:
    indicators = [replace(i, id=f"{id_}.{n}") for n, i in enumerate(competence.indicators, start=1)]
    return replace(competence, id=id_, name=name, indicators=tuple(indicators))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(OLD, NEW, id="changed"),
        pytest.param(NEW, OLD, id="changed back"),
        pytest.param(rows(0), rows(1), id="every kind of row"),
        pytest.param(rows(1), rows(0), id="every kind of row, the other way"),
        pytest.param(OLD, make_catalogue(NEW.competences[7], title="", appendix=""), id="nearly everything removed"),
        pytest.param(replace(OLD, title=""), replace(OLD, appendix=""), id="a title for an appendix line"),
    ],
)
def test_accepting_gives_the_new_edition_and_rejecting_the_old(
    word_processor: WordProcessor, old: Catalogue, new: Catalogue
) -> None:
    for data, edition in zip(word_processor.resolve(redline(old, new)), (new, old), strict=True):
        assert not xpath(body(data), "//w:ins | //w:del | //w:pPrChange")
        assert read_texts(data, "accepted") == texts(edition)
        assert looks(data) == looks(catalogue_to_word(edition))
