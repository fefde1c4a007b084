"""What every export is held to: it reads back as what it was written from, and a difference is named."""

from __future__ import annotations

import pytest

from emit.piecewise import catalogue_faults, check_reads_back, first_difference, invalid_export
from tests.catalogues import bare_catalogue, gold_catalogue, make_catalogue, make_competence
from transform.errors import ExportDiffers
from transform.model import Catalogue

ONE = make_catalogue(make_competence("a", "een", "twee"))


@pytest.mark.parametrize(
    ("other", "difference"),
    [
        (make_catalogue(make_competence("a", "een", "drie")), "[0].indicatoren[1].tekst='twee' ≠ "),
        (make_catalogue(make_competence("a", "een")), "[0].indicatoren[1].id='a.2' ≠ None"),
        (make_catalogue(make_competence("a", "een", "twee"), make_competence("b")), "None ≠ competenties[1].id='b'"),
        (make_catalogue(make_competence("a", "een", "twee"), title="T"), "titel='Catalogus' ≠ titel='T'"),
    ],
)
def test_an_export_that_reads_back_as_another_catalogue_is_refused(other: Catalogue, difference: str) -> None:
    with pytest.raises(ExportDiffers) as caught:
        check_reads_back("bijlage-1b.pdf", "xml", ONE, lambda: other)
    assert caught.value.place == "bijlage-1b.pdf"
    assert caught.value.facts["format"] == "xml"
    assert difference in str(caught.value.facts["difference"])


def test_an_export_that_cannot_be_read_is_refused_with_its_faults() -> None:
    def unreadable() -> Catalogue:
        raise invalid_export("xml", ["line 1: fout", "line 2: fout", "line 1: fout"])

    with pytest.raises(ExportDiffers) as caught:
        check_reads_back("bijlage-1b.pdf", "xml", ONE, unreadable)
    assert caught.value.facts["difference"] == "line 1: fout\nline 2: fout"


@pytest.mark.parametrize("catalogue", [ONE, gold_catalogue(), bare_catalogue()])
def test_an_export_that_reads_back_equal_passes(catalogue: Catalogue) -> None:
    check_reads_back("bijlage-1b.pdf", "xml", catalogue, lambda: catalogue)


def test_values_that_differ_in_type_alone_are_named_so() -> None:
    assert first_difference((1,), [1]) == "types differ"


@pytest.mark.parametrize("raw", [None, 1, "x", [], [{}], {"competenties": [1, None, {"id": 1, "indicatoren": 3}]}])
def test_whatever_is_given_for_a_catalogue_gets_faults_and_no_crash(raw: object) -> None:
    assert catalogue_faults(raw)
