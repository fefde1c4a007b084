"""The second edition: both files give the right answer, and comparing the editions gives the list of edits."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from catalogus import compare, document_to_reading, read
from extract.file import file_to_document
from tests.editions.edits import EDITS, Edit, edits_to_table, second_edition
from tests.editions.layout import TARGET, edition_to_word
from transform.comparison import Change, Kind, Weight
from transform.findings import Code, Severity
from transform.model import Catalogue
from transform.reading import Reading

SAMPLES = Path(__file__).parents[2] / "samples"
SUFFIXES = ("pdf", "docx")
#: What has no competence of its own.
OF_THE_DOCUMENT = frozenset({Kind.TITLE, Kind.APPENDIX, Kind.CORE_ADDED, Kind.CORE_REMOVED, Kind.CORE_RENAMED})


@pytest.fixture(scope="module", params=SUFFIXES)
def reading(request: pytest.FixtureRequest) -> Reading:
    return read(SAMPLES / f"bijlage-1b-2027.{request.param}")


def without_source(catalogue: Catalogue) -> tuple[object, ...]:
    return catalogue.title, catalogue.appendix, catalogue.competences


def test_every_field_is_right(reading: Reading) -> None:
    assert without_source(reading.catalogue) == without_source(second_edition())


def test_the_books_balance_to_zero(reading: Reading) -> None:
    books = reading.books
    assert (books.competences, books.indicators, books.unaccounted) == (28, 83, 0)
    assert books.characters == books.in_model + books.in_ledger > 10_000


#: The flaws of this edition: the code, the competence, what is shown of it.
FLAWS = [
    (Code.HYPHEN_JOINED, "Veiligheidsbewustzijn", "Veiligheids-"),
    (Code.HYPHEN_JOINED, "Voortgangsbewaking", "Voortgangs-"),
    (Code.SLASH_JOINED, "Plannen/organiseren", "Plannen/"),
    (Code.BULLET_MISSING, "Durf", "Neemt in overleg"),
    (Code.BULLET_UNLIKE, "Integer leiderschap", "•     Gaat zorgvuldig om"),
    (Code.LABEL_INLINE, "Netwerkvaardig", "medewerking. Gedragsindicatoren:"),
    (Code.SPACE_BEFORE_PUNCTUATION, "Toewijding", "contacten ."),
]


@pytest.mark.parametrize(("code", "competence", "shown"), FLAWS)
def test_every_flaw_is_reported(reading: Reading, code: Code, competence: str, shown: str) -> None:
    assert [shown in f.was for f in reading.findings if (f.code, f.competence) == (code, competence)] == [True]


def test_only_the_missing_bullet_asks_for_a_judgement(reading: Reading) -> None:
    assert {f.code for f in reading.findings if f.severity is Severity.WARNING} == {Code.BULLET_MISSING}


def test_a_row_runs_on_over_the_page_in_print() -> None:
    found = [f for f in read(SAMPLES / "bijlage-1b-2027.pdf").findings if f.code is Code.ROW_CONTINUED]
    assert [(f.competence, f.page) for f in found] == [("Onderhandelen", 3)]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_word_file_is_the_one_that_the_layout_writes() -> None:
    assert parts(TARGET.read_bytes()) == parts(edition_to_word(second_edition()))


def test_printed_anew_it_reads_the_same(word_to_pdf: Callable[[bytes], bytes]) -> None:
    printed = document_to_reading(file_to_document(word_to_pdf(TARGET.read_bytes()), "bijlage-1b-2027.pdf"))
    assert without_source(printed.catalogue) == without_source(second_edition())


# The list of edits


def change_to_edit(change: Change) -> Edit:
    """What of a change the list says; where something now stands is held by the catalogue itself."""
    place = change.old or change.new
    name = "" if change.kind in OF_THE_DOCUMENT or place is None else place.name
    return Edit(change.kind, change.weight, name, change.old_text, change.new_text)


@pytest.mark.parametrize("old", SUFFIXES)
@pytest.mark.parametrize("new", SUFFIXES)
def test_comparing_the_editions_gives_the_list_of_edits(old: str, new: str) -> None:
    comparison = compare(SAMPLES / f"bijlage-1b.{old}", SAMPLES / f"bijlage-1b-2027.{new}")
    assert [change_to_edit(change) for change in comparison.changes] == [edit._replace(after="") for edit in EDITS]


def test_the_list_has_every_kind_and_both_weights() -> None:
    assert {edit.kind for edit in EDITS} == set(Kind)
    assert {edit.weight for edit in EDITS} == set(Weight)


def test_two_competences_swap_their_names_in_it() -> None:
    renamed = {(edit.old, edit.new) for edit in EDITS if edit.kind is Kind.RENAMED}
    assert {(new, old) for old, new in renamed} & renamed


def test_the_list_is_in_the_description_of_the_samples() -> None:
    assert edits_to_table(EDITS) in (SAMPLES / "README.md").read_text(encoding="utf-8")
