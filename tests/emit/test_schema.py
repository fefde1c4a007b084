"""The shipped schemas: they say what the model says, no more and no less."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from emit.as_csv import HEADER
from emit.json_schema import FILE_NAME, OPTIONAL_TEXT, REQUIRED_TEXT, json_schema_text
from emit.schema import SCHEMA, SCHEMA_FILES, schema_text
from tests.catalogues import HARD_TEXTS
from transform.model import COMPETENCE_ID, INDICATOR_ID, InvalidCatalogueError, Source, check_text

XS = "{http://www.w3.org/2001/XMLSchema}"
TEXT_XSD = etree.XMLSchema(
    etree.fromstring(
        schema_text("xml").replace("</xs:schema>", '<xs:element name="los" type="tekst"/></xs:schema>').encode()
    )
)
NO_SURROGATES = st.characters(exclude_categories=["Cs"])
XML_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")


def test_the_shipped_json_schema_is_the_one_the_model_makes() -> None:
    assert schema_text("json") == json_schema_text(), "ship the text of emit.json_schema.json_schema_text()"


@pytest.mark.parametrize("kind", sorted(SCHEMA_FILES.keys() - {"batch"}))
def test_every_schema_is_shipped_and_knows_the_competence(kind: str) -> None:
    assert "Naam van de competentie." in schema_text(kind)


def test_an_unknown_kind_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        schema_text("docx")


def accepts(text: str, *, required: bool) -> bool:
    """Whether the model takes the text, normal form aside."""
    try:
        check_text("tekst", unicodedata.normalize("NFC", text), required=required)
    except InvalidCatalogueError:
        return False
    return True


@given(st.text(NO_SURROGATES, max_size=8))
@example("")
@example(" a")
@example("a  b")
@example("a b")
@example("a\u00a0b")
@example("a\u2028")
@example("\ufeff")
@example("\u200b")
@example("a\u0085b")
@example("a\x1fb")
@example("\ufdd0")
@example("😀")
def test_the_patterns_for_text_accept_what_the_model_accepts(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert bool(re.search(REQUIRED_TEXT, text)) == accepts(text, required=True)
    assert bool(re.search(OPTIONAL_TEXT, text)) == accepts(text, required=False)


def test_the_patterns_agree_with_the_model_on_every_character_but_surrogates() -> None:
    texts = [unicodedata.normalize("NFC", f"a{chr(code)}b") for code in (*range(0xD800), *range(0xE000, 0x20000))]
    assert [t for t in texts if bool(re.search(REQUIRED_TEXT, t)) != accepts(t, required=True)] == []


@given(st.text(XML_CHARACTERS, max_size=8))
@example("")
@example("a  b")
@example("a\u00a0b")
@example("a\u3000")
@example("\ufeff")
@example("\ufdd0")
@example("😀 \U0010ffff")
def test_the_xsd_accepts_the_texts_that_the_model_accepts(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    element = etree.Element(f"{{{SCHEMA}}}los")
    element.text = text
    assert TEXT_XSD.validate(element) == accepts(text, required=True)


@given(st.text(NO_SURROGATES, max_size=8))
@example("a\u2028b ")
@example("a\tb")
def test_the_pattern_for_a_file_name_accepts_what_the_model_accepts(name: str) -> None:
    try:
        Source(file=name, sha256="0" * 64, format="pdf")
        accepted = True
    except InvalidCatalogueError:
        accepted = False
    assert bool(re.search(FILE_NAME, name)) == accepted


def test_a_long_text_is_checked_in_a_moment() -> None:
    text = " ".join(HARD_TEXTS * 200)
    assert re.search(REQUIRED_TEXT, text)
    assert not re.search(REQUIRED_TEXT, text + " ")


def test_the_xsd_has_the_ids_of_the_model() -> None:
    root = etree.fromstring(schema_text("xml").encode())
    patterns = {
        simple.get("name"): pattern.get("value")
        for simple in root.iterfind(f"{XS}simpleType")
        for pattern in simple.iterfind(f"{XS}restriction/{XS}pattern")
    }
    assert f"^{patterns['competentieId']}$" == COMPETENCE_ID
    assert f"^{patterns['indicatorId']}$" == INDICATOR_ID
    assert root.get("targetNamespace") == SCHEMA


def test_the_csv_schema_has_the_columns_and_ids_of_the_export() -> None:
    schema = json.loads(schema_text("csv"))
    fields = {field["name"]: field for field in schema["fields"]}
    assert tuple(fields) == HEADER
    assert f"^{fields['competentie_id']['constraints']['pattern']}$" == COMPETENCE_ID
    assert f"^{fields['indicator_id']['constraints']['pattern']}$" == INDICATOR_ID
    assert all(field["title"] and field["description"] for field in schema["fields"])


def properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property that a JSON Schema describes, at any depth."""
    for type_ in node["$defs"].values():
        yield from type_.get("properties", {}).items()


def test_every_field_of_the_json_schema_is_explained_and_every_type_closed() -> None:
    schema = json.loads(schema_text("json"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == SCHEMA
    assert [name for name, field in properties(schema) if not field.get("description")] == []
    objects = [type_ for type_ in schema["$defs"].values() if type_.get("type") == "object"]
    assert all(type_["additionalProperties"] is False for type_ in objects)
