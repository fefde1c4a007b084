"""JSON: what it looks like, that it reads back, and what is refused, with the place."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
from hypothesis import example, given

from emit.as_json import catalogue_to_json, json_to_catalogue
from emit.schema import SCHEMA, schema_text
from tests.catalogues import (
    bare_catalogue,
    catalogues,
    gold_catalogue,
    hard_catalogue,
    make_catalogue,
    make_competence,
    unchecked_catalogue,
)
from tests.emit.readings import make_reading
from transform.errors import ExportDiffers, InvalidExport
from transform.model import Catalogue

VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text("json")))


def faults_of(data: bytes) -> list[str]:
    """The faults with which ``data`` is refused; fails if it is not."""
    with pytest.raises(InvalidExport) as caught:
        json_to_catalogue(data, "oud.json")
    assert caught.value.place == "oud.json"
    return str(caught.value.facts["faults"]).split("\n")


@given(catalogues())
@example(hard_catalogue())
@example(bare_catalogue())
@example(gold_catalogue())
def test_what_is_written_reads_back_and_holds_to_the_schema(catalogue: Catalogue) -> None:
    data = catalogue_to_json(catalogue)
    assert json_to_catalogue(data, "x.json") == catalogue
    VALIDATOR.validate(json.loads(data))


def test_the_file_has_the_published_shape() -> None:
    catalogue = make_catalogue(make_competence("a", "één", name="A"))
    expected = """{
  "schema": "urn:catalogus:bijlage-1b:1",
  "titel": "Catalogus",
  "bijlage": "Bijlage 1B",
  "bron": {
    "bestand": "bijlage-1b.pdf",
    "sha256": "%s",
    "formaat": "pdf",
    "paginas": 6
  },
  "competenties": [
    {
      "id": "a",
      "naam": "A",
      "kerncompetentie": "Kern",
      "beschrijving": "Beschrijving.",
      "indicatoren": [
        {
          "id": "a.1",
          "tekst": "één"
        }
      ]
    }
  ]
}
"""
    assert catalogue_to_json(catalogue) == (expected % ("0" * 64)).encode("utf-8")


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    assert catalogue_to_json(hard_catalogue()) == catalogue_to_json(hard_catalogue())


def test_with_its_source_it_has_provenance_and_findings_and_reads_back() -> None:
    reading = make_reading()
    data = catalogue_to_json(reading.catalogue, reading)
    written = json.loads(data)
    VALIDATOR.validate(written)
    assert json_to_catalogue(data, "x.json") == reading.catalogue
    assert list(written)[-2:] == ["herkomst", "bevindingen"]
    assert written["herkomst"][0] == {
        "id": "a",
        "veld": "naam",
        "brontekst": "Omgevings-\nbewustzijn",
        "plaatsen": [{"in": "pagina", "pagina": 2, "kader": [1.0, 2.0, 3.5, 4.25]}],
    }
    assert written["bevindingen"][0] == {
        "code": "hyphen-joined",
        "ernst": "opmerking",
        "competentie": "a",
        "veld": "naam",
        "was": "Omgevings-bewustzijn",
        "werd": "Omgevingsbewustzijn",
        "grond": "linking-s",
        "plaats": {"in": "pagina", "pagina": 2, "kader": [1.0, 2.0, 3.5, 4.25]},
    }


Change = Callable[[dict[str, Any]], object]

#: What is done to a sound file, and every fault that must then be told.
REFUSED: dict[str, tuple[Change, list[str]]] = {
    "another version": (
        lambda f: f.update(schema="urn:catalogus:bijlage-1b:2", titel=3),
        [f"$.schema: 'urn:catalogus:bijlage-1b:2' is another version of the schema; only {SCHEMA!r} can be read"],
    ),
    "another schema": (
        lambda f: f.update(schema="urn:iets:1"),
        [f"$.schema: 'urn:iets:1' is an unknown schema; only {SCHEMA!r} can be read"],
    ),
    "no schema": (lambda f: f.pop("schema"), ["$: field 'schema' is missing"]),
    "schema no text": (lambda f: f.update(schema=1), [f"$.schema: {SCHEMA!r} is expected"]),
    "missing field": (lambda f: f["bron"].pop("sha256"), ["$.bron: field 'sha256' is missing"]),
    "unknown field": (lambda f: f["bron"].update(datum="x"), ["$.bron: field 'datum' is not known"]),
    "no object": (lambda f: f.update(bron=[]), ["$.bron: a value with fields is expected"]),
    "no list": (lambda f: f.update(competenties={}), ["$.competenties: a list is expected"]),
    "wrong type": (lambda f: f["bron"].update(paginas=True), ["$.bron.paginas: Expected `int | null`, got `bool`"]),
    "out of range": (lambda f: f["bron"].update(paginas=0), ["$.bron.paginas: Expected `int` >= 1"]),
    "stray space": (lambda f: f.update(titel=" x"), ["$.titel: stray white space in ' x'"]),
    "not NFC": (lambda f: f.update(titel="e\u0301"), ["$.titel: not in normal form C: 'e\u0301'"]),
    "control character": (lambda f: f.update(titel="a\x00"), ["$.titel: U+0000 at 1 is not text"]),
    "lone surrogate": (lambda f: f.update(titel="\ud800"), ["$.titel: U+D800 at 0 is not text"]),
    "line end after an id": (
        lambda f: f["competenties"][0].update(id="a\n"),
        ["$.competenties[0].id: ends in a line end"],
    ),
    "id twice": (
        lambda f: f["competenties"][1].update(id="a"),
        ["$.competenties[1].id: 'a' is used twice"],
    ),
    "indicator id twice": (
        lambda f: f["competenties"][1]["indicatoren"][0].update(id="a.2"),
        ["$.competenties[1].indicatoren[0].id: 'a.2' is used twice"],
    ),
    "provenance": (
        lambda f: f.update(herkomst=[{"id": "a"}]),
        ["$.herkomst[0]: Object missing required field `veld`"],
    ),
    "findings": (lambda f: f.update(bevindingen=None), ["$.bevindingen: a list is expected"]),
    "everything at once": (
        lambda f: (
            f.update(titel=1, extra=1),
            f["competenties"][0].update(naam="", beschrijving="a\tb"),
            f["competenties"][1]["indicatoren"][0].update(tekst="x  y"),
        ),
        [
            "$: field 'extra' is not known",
            "$.titel: Expected `str`, got `int`",
            "$.competenties[0].naam: naam is empty",
            "$.competenties[0].beschrijving: U+0009 at 1 is not text",
            "$.competenties[1].indicatoren[0].tekst: stray white space in 'x  y'",
        ],
    ),
}


@pytest.mark.parametrize(("change", "faults"), REFUSED.values(), ids=REFUSED)
def test_every_fault_is_told_with_its_path(change: Change, faults: list[str]) -> None:
    sound = json.loads(catalogue_to_json(make_catalogue(make_competence("a", "x", "y"), make_competence("b", "z"))))
    broken = copy.deepcopy(sound)
    change(broken)
    assert faults_of(json.dumps(broken).encode()) == faults
    assert json_to_catalogue(json.dumps(sound).encode(), "x.json").competences[1].id == "b"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "line 1, column 1: no JSON: Expecting value"),
        (b'{"a": 1,\n  "b" 2}', "line 2, column 7: no JSON: Expecting ':' delimiter"),
        (b"{} {}", "line 1, column 4: no JSON: Extra data"),
        (b'{"titel": "\xff"}', "byte 12: not UTF-8"),
        (b'{"titel": NaN}', "$: NaN is no JSON"),
        (b"[]", "$: a value with fields is expected"),
        (b'{"a": {"b c": 1, "b c": 2}}', "$.a: field 'b c' stands twice"),
        (rb'{"a": {"b": 1, "\u0062": 2}}', "$.a: field 'b' stands twice"),
        (rb'{"a": {"b\"": "\\", "b\u0022": 2}}', "$.a: field 'b\"' stands twice"),
        (b'{"bron": {"b c": 1}}', "$.bron: field 'b c' is not known"),
    ],
)
def test_what_is_no_file_of_ours_is_refused(data: bytes, fault: str) -> None:
    assert fault in faults_of(data)


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000, b'{"titel": ' + b"9" * 10_000 + b"}"])
def test_a_hostile_file_is_refused_like_any_other(data: bytes) -> None:
    assert faults_of(data)


def test_a_text_that_looks_like_a_key_is_none() -> None:
    catalogue = make_catalogue(make_competence("a", 'zegt "naam": "x", en \\"naam\\": niet'))
    assert json_to_catalogue(catalogue_to_json(catalogue), "x.json") == catalogue


def test_a_byte_order_mark_is_allowed() -> None:
    catalogue = gold_catalogue()
    assert json_to_catalogue(b"\xef\xbb\xbf" + catalogue_to_json(catalogue), "x.json") == catalogue


def test_a_catalogue_that_would_not_read_back_is_not_written() -> None:
    with pytest.raises(ExportDiffers) as caught:
        catalogue_to_json(unchecked_catalogue())
    assert "$.competenties[0].id" in str(caught.value.facts["difference"])


def test_a_catalogue_with_lists_for_tuples_is_not_quietly_another() -> None:
    catalogue = msgspec.structs.replace(gold_catalogue(), competences=list(gold_catalogue().competences))
    with pytest.raises(ExportDiffers):
        catalogue_to_json(catalogue)
