"""XML: what it looks like, that it reads back and holds to its schema, and what is refused, with the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from lxml import etree

from emit.as_xml import catalogue_to_xml, xml_to_catalogue
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
from transform.errors import ExportDiffers, InvalidExport
from transform.model import Catalogue

XSD = etree.XMLSchema(etree.fromstring(schema_text("xml").encode()))


def faults_of(data: bytes) -> list[str]:
    """The faults with which ``data`` is refused; fails if it is not."""
    with pytest.raises(InvalidExport) as caught:
        xml_to_catalogue(data, "oud.xml")
    assert caught.value.place == "oud.xml"
    return str(caught.value.facts["faults"]).split("\n")


@given(catalogues())
@example(hard_catalogue())
@example(bare_catalogue())
@example(gold_catalogue())
def test_what_is_written_reads_back_and_holds_to_the_schema(catalogue: Catalogue) -> None:
    data = catalogue_to_xml(catalogue)
    assert xml_to_catalogue(data, "x.xml") == catalogue
    XSD.assertValid(etree.fromstring(data))


def sound() -> str:
    """A sound file, one element to a line."""
    return catalogue_to_xml(make_catalogue(make_competence("a", "een", "twee"), make_competence("b"))).decode()


def test_the_file_has_the_published_shape() -> None:
    assert (
        sound()
        == f"""<?xml version='1.0' encoding='UTF-8'?>
<catalogus xmlns="urn:catalogus:bijlage-1b:1" xml:lang="nl">
  <titel>Catalogus</titel>
  <bijlage>Bijlage 1B</bijlage>
  <bron>
    <bestand>bijlage-1b.pdf</bestand>
    <sha256>{"0" * 64}</sha256>
    <formaat>pdf</formaat>
    <paginas>6</paginas>
  </bron>
  <competenties>
    <competentie id="a">
      <naam>Naam</naam>
      <kerncompetentie>Kern</kerncompetentie>
      <beschrijving>Beschrijving.</beschrijving>
      <indicatoren>
        <indicator id="a.1">
          <tekst>een</tekst>
        </indicator>
        <indicator id="a.2">
          <tekst>twee</tekst>
        </indicator>
      </indicatoren>
    </competentie>
    <competentie id="b">
      <naam>Naam</naam>
      <kerncompetentie>Kern</kerncompetentie>
      <beschrijving>Beschrijving.</beschrijving>
      <indicatoren/>
    </competentie>
  </competenties>
</catalogus>
"""
    )


#: What is replaced in the sound file by what, and every fault that must then be told.
REFUSED: dict[str, tuple[list[tuple[str, str]], list[str]]] = {
    "another version": (
        [("bijlage-1b:1", "bijlage-1b:2"), ("Naam", "")],
        [f"line 2: 'urn:catalogus:bijlage-1b:2' is another version of the schema; only {SCHEMA!r} can be read"],
    ),
    "no namespace": (
        [(' xmlns="urn:catalogus:bijlage-1b:1"', "")],
        [f"line 2: '' is an unknown schema; only {SCHEMA!r} can be read"],
    ),
    "another root": (
        [("catalogus ", "bron "), ("/catalogus", "/bron")],
        ["line 2: <catalogus> is expected, not <bron>"],
    ),
    "another language": ([('lang="nl"', 'lang="en"')], ['line 2, catalogus: xml:lang="nl" is expected']),
    "stray space": ([(">een<", "> een<")], ["line 18, tekst: stray white space in ' een'"]),
    "line end in a text": ([(">een<", ">e\nen<")], ["line 18, tekst: U+000A at 1 is not text"]),
    "not NFC": ([("Catalogus<", "Cate\u0301<")], ["line 3, titel: not in normal form C: 'Cate\u0301'"]),
    "no pages at all": ([(">6<", ">0<")], ["line 9, paginas: Expected `int` >= 1"]),
    "pages no number": ([(">6<", ">zes<")], ["line 9, paginas: Expected `int | null`, got `str`"]),
    "id twice": ([('id="b"', 'id="a"')], ["line 25, competentie: id: 'a' is used twice"]),
    "indicator id twice": ([("a.2", "a.1")], ["line 20, indicator: id: 'a.1' is used twice"]),
    "no id": ([(' id="b"', "")], ["line 25, competentie: field 'id' is missing"]),
    "unknown attribute": (
        [("<titel", '<titel soort="x"')],
        ["line 3, XSD: Element 'titel', attribute 'soort': The attribute 'soort' is not allowed."],
    ),
    "text between elements": (
        [("<competenties>", "<competenties>nog iets")],
        [
            (
                "line 11, XSD: Element 'competenties': Character content other than whitespace is not allowed "
                "because the content type is 'element-only'."
            )
        ],
    ),
    "element that stands twice": (
        [("<bijlage>", "<titel>Nog een</titel><bijlage>")],
        ["line 4, XSD: Element 'titel': This element is not expected. Expected is ( bijlage )."],
    ),
    "element within a text": (
        [(">een<", ">e<b>e</b>n<")],
        ["line 18, XSD: Element 'tekst': Element content is not allowed, because the type definition is simple."],
    ),
    "everything at once": (
        [("<formaat>pdf", "<formaat>rtf"), ("<titel>Catalogus", "<titel>x  y"), (">twee<", "><")],
        [
            "line 3, titel: stray white space in 'x  y'",
            "line 8, formaat: Invalid enum value 'rtf'",
            "line 21, tekst: tekst is empty",
        ],
    ),
}


@pytest.mark.parametrize(("changes", "faults"), REFUSED.values(), ids=REFUSED)
def test_every_fault_is_told_with_its_line(changes: list[tuple[str, str]], faults: list[str]) -> None:
    text = sound()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    assert faults_of(text.encode()) == faults


def test_faults_after_the_first_that_stops_the_schema_are_told_too() -> None:
    text = sound().replace("<kerncompetentie>Kern</kerncompetentie>", "<kern>Kern</kern>").replace(">twee<", ">t  t<")
    faults = faults_of(text.encode())
    assert "line 12, competentie: field 'kerncompetentie' is missing" in faults
    assert "line 21, tekst: stray white space in 't  t'" in faults
    assert "line 25, competentie: field 'kern' is not known" in faults


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE catalogus>",
        '<!DOCTYPE catalogus SYSTEM "http://localhost:9/x.dtd">',
        '<!DOCTYPE catalogus [<!ENTITY x "weg">]>',
        '<!DOCTYPE catalogus [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_doctype_is_refused(declaration: str) -> None:
    text = sound().replace("<catalogus ", f"{declaration}<catalogus ")
    text = text.replace(">een<", ">&x;<") if "ENTITY" in declaration else text
    assert faults_of(text.encode()) == ["line 1: a DOCTYPE is not allowed"]


@pytest.mark.parametrize(
    ("sound_part", "odd"),
    [
        ("xml:lang=", "xml::lang="),
        ("<bron>", "<bron a::b='1'>"),
        ("<bron>", "<bron><a::b/>"),
        ("<catalogus ", "<a::b "),
    ],
)
def test_names_that_the_parser_lets_pass_and_its_names_do_not(sound_part: str, odd: str) -> None:
    """Found by fuzzing."""
    text = sound()
    assert sound_part in text
    assert faults_of(
        text.replace(sound_part, odd, 1)
        .replace("</catalogus>", "</a::b>" if odd == "<a::b " else "</catalogus>")
        .encode()
    )


def test_entities_are_never_expanded_on_the_way_to_the_refusal() -> None:
    entities = '<!ENTITY a0 "x">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    text = sound().replace("<catalogus ", f"<!DOCTYPE catalogus [{entities}]><catalogus ").replace(">een<", ">&a19;<")
    assert faults_of(text.encode())


@pytest.mark.parametrize("attribute", ["schemaLocation", "noNamespaceSchemaLocation", "type", "nil"])
def test_a_file_cannot_bring_a_schema_of_its_own(attribute: str, tmp_path: Path) -> None:
    value = f"urn:x {tmp_path.as_uri()}/eigen.xsd"
    xsi = f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:{attribute}="{value}"'
    text = sound().replace("<titel>", f"<titel {xsi}>")
    assert faults_of(text.encode()) == [f"line 3: attribute xsi:{attribute} is not allowed"]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "line 1: no XML"),
        (b"tekst", "line 1: no XML"),
        (b"<a>\n<b></a>", "line 2: no XML"),
        (b"<a>&weg;</a>", "line 1: no XML"),
        (b'<?xml version="1.0" encoding="geen"?><a/>', "line 1: no XML"),
        (b"<a>\xff</a>", "line 1: no XML"),
        (b"<a>" * 10_000, "line 1: no XML"),
    ],
)
def test_what_is_no_xml_is_refused(data: bytes, fault: str) -> None:
    assert faults_of(data)[0].startswith(fault)


def test_comments_instructions_and_cdata_do_not_cut_a_text_short() -> None:
    text = sound().replace(">twee<", ">tw<!-- x --><?x y?><![CDATA[ee]]><")
    assert xml_to_catalogue(text.encode(), "x.xml") == xml_to_catalogue(sound().encode(), "x.xml")


def test_a_catalogue_that_would_not_read_back_is_not_written() -> None:
    with pytest.raises(ExportDiffers) as caught:
        catalogue_to_xml(unchecked_catalogue())
    assert "competentie: id: Expected" in str(caught.value.facts["difference"])
