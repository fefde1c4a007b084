"""The JSON report: it holds to its schema, and the changes read back as they were."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
from hypothesis import given
from msgspec.structs import replace

from emit.comparison_schema import comparison_schema_text
from emit.report_json import comparison_to_json, json_to_changes
from emit.schema import schema_text
from tests.catalogues import make_catalogue, make_competence
from tests.emit.comparisons import (
    NEW_COMPETENCE,
    compared,
    comparisons,
    every_comparison,
    gold_comparison,
)
from transform.comparison import Comparison, Kind, Piece, Side
from transform.errors import ExportDiffers

VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text("compare")))


def test_the_shipped_schema_is_the_one_the_types_make() -> None:
    assert schema_text("compare") == comparison_schema_text(), "ship the text of comparison_schema_text()"
    VALIDATOR.check_schema(json.loads(schema_text("compare")))


def test_every_field_of_the_schema_is_explained_and_every_type_closed() -> None:
    types = json.loads(schema_text("compare"))["$defs"].values()
    fields = [(name, field) for type_ in types for name, field in type_.get("properties", {}).items()]
    assert [name for name, field in fields if not field.get("description")] == []
    assert all(type_["additionalProperties"] is False for type_ in types if type_.get("type") == "object")


@given(comparisons())
def test_any_comparison_reads_back_and_holds_to_the_schema(comparison: Comparison) -> None:
    data = comparison_to_json(comparison)
    assert json_to_changes(data) == comparison.changes
    VALIDATOR.validate(json.loads(data))


@pytest.mark.parametrize("comparison", every_comparison())
def test_the_made_up_comparisons_read_back_and_hold_to_the_schema(comparison: Comparison) -> None:
    data = comparison_to_json(comparison)
    assert json_to_changes(data) == comparison.changes
    VALIDATOR.validate(json.loads(data))


def test_the_report_has_the_published_shape() -> None:
    old = make_catalogue(make_competence("a", "Luistert goed.", name="Horen"))
    new = make_catalogue(make_competence("a", "Luistert zeer goed.", name="Horen"))
    report = json.loads(comparison_to_json(compared(old, new)))
    place = {"competentie": "a", "naam": "Horen", "positie": 1, "indicator": "a.1", "nummer": 1}
    side = {"titel": "Catalogus", "bijlage": "Bijlage 1B", "competenties": 1, "indicatoren": 1}
    assert report == {
        "schema": "urn:catalogus:vergelijking:1",
        "oud": {"bestand": "oud.json", **side},
        "nieuw": {"bestand": "nieuw.pdf", **side},
        "samenvatting": {
            "wijzigingen": 1,
            "inhoudelijk": 1,
            "typografisch": 0,
            "soorten": [{"soort": "indicator-reworded", "inhoudelijk": 1, "typografisch": 0}],
        },
        "wijzigingen": [
            {
                "soort": "indicator-reworded",
                "gewicht": "inhoudelijk",
                "oud": place,
                "nieuw": place,
                "was": "Luistert goed.",
                "werd": "Luistert zeer goed.",
                "stukken": [
                    {"kant": "beide", "tekst": "Luistert"},
                    {"kant": "nieuw", "tekst": " zeer"},
                    {"kant": "beide", "tekst": " goed."},
                ],
            }
        ],
    }


def test_both_texts_are_those_of_the_pieces() -> None:
    for change in gold_report()["wijzigingen"]:
        for field, other, kant in (("was", "oud", "nieuw"), ("werd", "nieuw", "oud")):
            text = "".join(piece["tekst"] for piece in change["stukken"] if piece["kant"] != kant)
            assert change[field] == (text if change[other] is not None else None)


def gold_report() -> dict[str, Any]:
    report: dict[str, Any] = json.loads(comparison_to_json(gold_comparison()))
    return report


def test_only_a_competence_added_or_removed_is_there_in_full() -> None:
    full = {
        change["soort"]: change["competentie"] for change in gold_report()["wijzigingen"] if "competentie" in change
    }
    assert set(full) == {Kind.ADDED, Kind.REMOVED}
    assert msgspec.convert(full[Kind.ADDED], type(NEW_COMPETENCE)) == NEW_COMPETENCE
    assert full[Kind.REMOVED]["id"] == "durf"


def test_the_sample_of_the_tests_has_every_kind_and_the_summary_counts_them() -> None:
    report = gold_report()
    counts = Counter((change["soort"], change["gewicht"]) for change in report["wijzigingen"])
    assert {kind for kind, _ in counts} == set(Kind)
    summary = {
        (count["soort"], weight): count[weight]
        for count in report["samenvatting"]["soorten"]
        for weight in ("inhoudelijk", "typografisch")
        if count[weight]
    }
    assert summary == counts
    assert report["samenvatting"]["wijzigingen"] == counts.total()


def test_what_a_csv_does_not_say_is_null() -> None:
    comparison = gold_comparison()
    bare = replace(comparison.old, title=None, appendix=None)
    report = json.loads(comparison_to_json(replace(comparison, old=bare)))
    assert (report["oud"]["titel"], report["oud"]["bijlage"]) == (None, None)
    VALIDATOR.validate(report)


def test_a_file_name_that_is_no_text_does_not_stop_the_report() -> None:
    comparison = gold_comparison()
    named = replace(comparison, new=replace(comparison.new, file="a\ud800.pdf"))
    assert json.loads(comparison_to_json(named))["nieuw"]["bestand"] == r"a\ud800.pdf"


def test_a_change_that_does_not_survive_is_an_error() -> None:
    comparison = gold_comparison()
    first = replace(comparison.changes[0], pieces=(Piece(Side.OLD, ""), Piece(Side.NEW, "\ud800")))
    with pytest.raises((ExportDiffers, UnicodeEncodeError)):
        comparison_to_json(replace(comparison, changes=(first,)))
