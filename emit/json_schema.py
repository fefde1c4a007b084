"""The types of the JSON export → its JSON Schema (2020-12), with titles and explanations in Dutch.

The conditions come from the model; what the model checks in code (clean text) is added as a pattern. A schema
cannot say that no id is used twice, nor that text is in normal form C: that is left to ``as_json``. The file in
``emit/schemas`` is what this module makes; a test holds the two equal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import msgspec

from emit.json_document import JsonCatalogue
from emit.schema import SCHEMA

#: One character of clean text that is no space: no control character, no white space of any other kind, no
#: code that is not a character. Written as escapes, for every dialect of regular expressions knows them.
_INK: Final = r"[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufdd0-\ufdef\ufffe\uffff]"
#: What ``transform.model.check_text`` accepts, normal form aside.
REQUIRED_TEXT: Final = f"^{_INK}+( {_INK}+)*$"
OPTIONAL_TEXT: Final = f"^({_INK}+( {_INK}+)*)?$"
FILE_NAME: Final = r"^[^\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]*$"


class Described(NamedTuple):
    """What a type of the export is called, what it is, and what each of its fields is."""

    name: str
    text: str
    fields: dict[str, str]


#: Python's name of a type → its Dutch description.
DESCRIPTIONS: Final[dict[str, Described]] = {
    "JsonCatalogue": Described(
        "Catalogus",
        "De competentiecatalogus van één editie. Elke id komt in de hele catalogus maar één keer voor.",
        {
            "schema": "Naam en versie van deze indeling.",
            "titel": "Titel van de catalogus; leeg als het document er geen noemt.",
            "bijlage": "Aanduiding van de bijlage; leeg als het document er geen noemt.",
            "bron": "Het bestand waaruit de catalogus is gelezen.",
            "competenties": "De competenties, in de volgorde van het document.",
            "vervallen": "Sleutels van eerdere edities die nergens meer voor staan en nooit opnieuw worden gebruikt.",
            "herkomst": "Per tekst de plaats in het document en de tekst zoals die daar staat.",
            "bevindingen": "Wat bij het lezen is opgevallen of beslist.",
        },
    ),
    "Source": Described(
        "Bron",
        "Het bestand waaruit de catalogus is gelezen.",
        {
            "bestand": "Naam van het bestand, zonder map.",
            "sha256": "SHA-256 van het bestand, hexadecimaal.",
            "formaat": "Soort bestand: pdf, docx (Word) of odt (OpenDocument).",
            "paginas": "Aantal pagina's; null bij Word en OpenDocument, die geen vaste pagina's kennen.",
        },
    ),
    "Competence": Described(
        "Competentie",
        "Eén competentie met haar indicatoren.",
        {
            "id": "Vaste sleutel van de competentie.",
            "naam": "Naam van de competentie.",
            "kerncompetentie": "Kerncompetentie waar zij onder valt; leeg als het document er geen noemt.",
            "beschrijving": "Beschrijving van de competentie; leeg als het document er geen geeft.",
            "indicatoren": "De indicatoren, in de volgorde van het document.",
        },
    ),
    "Indicator": Described(
        "Indicator",
        "Eén gedragsindicator.",
        {
            "id": "Vaste sleutel van de indicator: die van de competentie, een punt en een nummer.",
            "tekst": "Tekst van de indicator, zonder opsommingsteken.",
        },
    ),
    "JsonProvenance": Described(
        "Herkomst",
        "Waar één tekst van de catalogus vandaan komt.",
        {
            "id": "Sleutel van de competentie of de indicator.",
            "veld": "Veld van de competentie of de indicator.",
            "brontekst": "De tekst zoals die in het document staat, met de regeleinden.",
            "plaatsen": "De plaatsen in het document.",
        },
    ),
    "JsonFinding": Described(
        "Bevinding",
        "Iets wat bij het lezen is opgevallen of beslist.",
        {
            "code": "Vaste code van de bevinding.",
            "ernst": "opmerking: ter informatie; waarschuwing: vraagt om een oordeel.",
            "competentie": "Naam of sleutel van de competentie; null als het geen competentie betreft.",
            "veld": "Veld waar het om gaat; null als het geen veld betreft.",
            "was": "De tekst zoals die in het document staat.",
            "werd": "De tekst in de catalogus; gelijk aan was als de tekst is gelaten zoals die is.",
            "grond": "Grond van de beslissing; null als er niets te beslissen was.",
            "plaats": "Plaats in het document.",
            "bericht": "De bevinding in woorden.",
        },
    ),
    "JsonMessage": Described("Bericht", "Een zin in twee talen.", {"nl": "In het Nederlands.", "en": "In het Engels."}),
    "PagePlace": Described(
        "PlaatsOpPagina",
        "Een plaats in een pdf.",
        {"in": "Soort plaats.", "pagina": "Nummer van de pagina, vanaf 1.", "kader": "Kader op de pagina."},
    ),
    "WordPlace": Described(
        "PlaatsInWord",
        "Een plaats in een Word-bestand. Nummers beginnen bij 1; wat niet van toepassing is, ontbreekt.",
        {
            "in": "Soort plaats.",
            "tabel": "Nummer van de tabel.",
            "rij": "Nummer van de rij.",
            "cel": "Nummer van de cel.",
            "alinea": "Nummer van de alinea.",
            "deel": "Deel van het bestand, als het niet de hoofdtekst is.",
        },
    ),
    "Box": Described(
        "Kader",
        "Links, boven, rechts, onder, in punten; de oorsprong is de linkerbovenhoek van de pagina.",
        {},
    ),
    "Severity": Described("Ernst", "Hoe zwaar een bevinding weegt.", {}),
}

#: Type and field → the pattern of a text that the model checks in code.
PATTERNS: Final[dict[tuple[str, str], str]] = {
    ("JsonCatalogue", "titel"): OPTIONAL_TEXT,
    ("JsonCatalogue", "bijlage"): OPTIONAL_TEXT,
    ("Source", "bestand"): FILE_NAME,
    ("Competence", "naam"): REQUIRED_TEXT,
    ("Competence", "kerncompetentie"): OPTIONAL_TEXT,
    ("Competence", "beschrijving"): OPTIONAL_TEXT,
    ("Indicator", "tekst"): REQUIRED_TEXT,
}


def json_schema_text() -> str:
    """The schema as it is shipped."""
    return type_to_schema_text(JsonCatalogue, SCHEMA, DESCRIPTIONS, PATTERNS)


def type_to_schema_text(
    root: type, name: str, descriptions: Mapping[str, Described], patterns: Mapping[tuple[str, str], str]
) -> str:
    """The schema ``name`` of files that hold one ``root``; each type within it must be described."""
    (reference,), types = msgspec.json.schema_components((root,), ref_template="#/$defs/{name}")
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": name,
        **reference,
        "$defs": {
            descriptions[type_].name: _in_dutch(
                body, descriptions[type_], {field: patterns[of, field] for of, field in patterns if of == type_}
            )
            for type_, body in types.items()
        },
    }
    _name_references_in_dutch(schema, descriptions)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _in_dutch(body: dict[str, Any], described: Described, patterns: Mapping[str, str]) -> dict[str, Any]:
    """One type's schema with its Dutch title and explanations, closed to fields that it does not know."""
    body = {**body, "title": described.name, "description": described.text}
    if "prefixItems" in body:
        return {**body, "items": False}
    if "properties" not in body:
        return body
    properties = {
        field: {**_with_pattern(schema, patterns.get(field)), "description": described.fields[field]}
        for field, schema in body["properties"].items()
    }
    return {**body, "properties": properties, "additionalProperties": False}


def _with_pattern(schema: dict[str, Any], pattern: str | None) -> dict[str, Any]:
    return schema if pattern is None else {**schema, "pattern": pattern}


def _name_references_in_dutch(schema: dict[str, Any], descriptions: Mapping[str, Described]) -> None:
    """Point every ``$ref`` at the Dutch name; drop ``discriminator``, which is no JSON Schema."""
    for node in _nodes(schema):
        node.pop("discriminator", None)
        if "$ref" in node:
            prefix, _, name = node["$ref"].rpartition("/")
            node["$ref"] = f"{prefix}/{descriptions[name].name}"


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for item in list(value.values()):
            yield from _nodes(item)
    elif isinstance(value, list):
        for item in value:
            yield from _nodes(item)
