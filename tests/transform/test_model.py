"""The model's door: what it refuses, when a value is made and when an export is read."""

from __future__ import annotations

import msgspec
import pytest

from tests.catalogues import make_catalogue, make_competence
from transform.competences import names_to_ids
from transform.model import Catalogue, Competence, Indicator, InvalidCatalogueError, Source, slug

REFUSED = [
    {"name": ""},
    {"name": " Durf"},
    {"name": "Zorg  voor"},
    {"name": "Zorg\nvoor"},
    {"name": "Durf\x00"},
    {"name": "Durf\ufffe"},
    {"name": "Durf\ud800"},
    {"name": "Coo\u0308peratief"},
    {"description": "\tBlijkt"},
    {"core_competence": "Verbindend "},
    {"id": "Durf"},
    {"id": "durf\n"},
    {"id": ""},
]


@pytest.mark.parametrize("field", REFUSED)
def test_a_competence_that_no_format_could_hold_is_refused(field: dict[str, str]) -> None:
    with pytest.raises(InvalidCatalogueError):
        msgspec.structs.replace(make_competence("durf"), **field)


@pytest.mark.parametrize("id_", ["durf", "durf.0", "durf.1\n", "durf.1.1", ".1"])
def test_an_indicator_needs_an_id_of_its_competence(id_: str) -> None:
    with pytest.raises(InvalidCatalogueError):
        Indicator(id=id_, text="Vraagt door.")


def test_an_id_stands_once() -> None:
    with pytest.raises(InvalidCatalogueError, match="durf"):
        make_catalogue(make_competence("durf"), make_competence("durf"))


def test_a_source_is_known_by_its_bytes() -> None:
    with pytest.raises(InvalidCatalogueError):
        Source(file="a.pdf", sha256="abc", format="pdf", pages=1)


def test_values_do_not_change() -> None:
    with pytest.raises(AttributeError):
        make_competence("durf").name = "Lef"  # type: ignore[misc]


def test_what_is_unknown_is_refused_on_reading() -> None:
    data = msgspec.json.encode({**msgspec.to_builtins(make_competence("durf")), "kleur": "rood"})
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(data, type=Competence)
    assert msgspec.json.decode(msgspec.json.encode(make_catalogue(make_competence("durf"))), type=Catalogue)


SLUGS = [
    ("Omgevingsbewustzijn", "omgevingsbewustzijn"),
    ("Coöperatief gedrag", "cooperatief-gedrag"),
    ("Plannen/organiseren", "plannen-organiseren"),
    ("’s Morgens vroeg!", "s-morgens-vroeg"),
    ("Ćwiczenie №2", "cwiczenie-no2"),
    ("дурф", "competentie"),
]


@pytest.mark.parametrize(("name", "expected"), SLUGS)
def test_an_id_is_a_slug_of_the_name(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_slug_that_is_taken_gets_the_next_free_number() -> None:
    assert names_to_ids(["Durf", "durf!", "Durf 2", "Durf"]) == ["durf", "durf-2", "durf-2-2", "durf-3"]
