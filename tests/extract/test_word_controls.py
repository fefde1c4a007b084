"""Content controls that show a prompt, or text that is not that of their data."""

from __future__ import annotations

import pytest

from extract.word import word_to_document
from tests.extract.raw_docx import PACKAGES, cell, docx_files, paragraph, relationships, row, run, table, zipped
from transform.document import Block, Document, Line, Table, printed_characters
from transform.findings import Code
from transform.place import WordPlace

ID = "{11111111-2222-3333-4444-555555555555}"
CORE_ID = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
ITEM = '<c xmlns="urn:c"><n>een</n><n soort="x">twee\n drie</n></c>'
PROPERTIES = (
    f'<coreProperties xmlns="{PACKAGES}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>Titel</dc:title></coreProperties>"
)


def packed(body: str, item: str = ITEM) -> bytes:
    """A Word file with a part of custom XML and properties."""
    files = docx_files(body)
    main = relationships({"rId1": ("customXml", "../customXml/item1.xml")})
    arrows = {"rId1": ("officeDocument", "word/document.xml"), "rId2": ("core-properties", "docProps/core.xml")}
    store = f'<d:datastoreItem xmlns:d="urn:d" d:itemID="{ID.lower()}"/>'
    return zipped(
        files
        | {
            "_rels/.rels": relationships(arrows),
            "word/_rels/document.xml.rels": main,
            "docProps/core.xml": PROPERTIES,
            "customXml/item1.xml": item,
            "customXml/_rels/item1.xml.rels": relationships({"rId1": ("customXmlProps", "itemProps1.xml")}),
            "customXml/itemProps1.xml": store,
        }
    )


def control(content: str, *settings: str) -> str:
    inner = content if content.startswith("<") else run(content)
    return f"<w:sdt><w:sdtPr>{''.join(settings)}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def bound(path: str, store: str = ID, kind: str = "<w:text/>") -> str:
    names = "xmlns:c='urn:c' xmlns:d='http://purl.org/dc/elements/1.1/'"
    names += f" xmlns:p='{PACKAGES}/metadata/core-properties'"
    return f'<w:dataBinding w:prefixMappings="{names}" w:xpath="{path}" w:storeItemID="{store}"/>{kind}'


PROMPT = "<w:showingPlcHdr/>"
CHOICE = '<w:dropDownList><w:listItem w:value="een" w:displayText="Eén"/></w:dropDownList>'
#: A control → what it says and what its data say, where that is told.
CONTROLS = {
    "a prompt": (control("Klik hier", PROMPT), ("Klik hier", "")),
    "a prompt that is switched off": (control("a", '<w:showingPlcHdr w:val="0"/>'), None),
    "set as prompts are": (
        control(run("Kies een item.", '<w:rStyle w:val="PlaceholderText"/>')),
        ("Kies een item.", ""),
    ),
    "an empty prompt": (control("", PROMPT), None),
    "no more than a control": (control("a"), None),
    "the same as its data": (control("een", bound("/c:c[1]/c:n[1]")), None),
    "the same but for white space": (control("twee drie", bound("/c:c/c:n[2]")), None),
    "other text than its data": (control("twee", bound("/c:c[1]/c:n[1]")), ("twee", "een")),
    "an attribute": (control("y", bound("/c:c[1]/c:n[2]/@soort")), ("y", "x")),
    "the properties": (control("a", bound("/p:coreProperties[1]/d:title[1]", CORE_ID)), ("a", "Titel")),
    "a path that leads nowhere": (control("a", bound("/c:c[1]/c:n[3]")), None),
    "a path that is none": (control("a", bound("count(//c:n)")), None),
    "data that are not there": (control("a", bound("/c:c[1]/c:n[1]", "{0}")), None),
    "the words of a choice": (control("Eén", bound("/c:c[1]/c:n[1]", kind=CHOICE)), None),
    "another choice": (control("Twee", bound("/c:c[1]/c:n[1]", kind=CHOICE)), ("Twee", "Eén")),
    "a date, which is written otherwise": (control("1 mei", bound("/c:c[1]/c:n[1]", kind="<w:date/>")), None),
}


def doubts(document: Document) -> list[tuple[str, str]]:
    return [(found.was, found.became) for found in document.findings if found.code is Code.CONTROL_UNSURE]


@pytest.mark.parametrize(("inner", "expected"), CONTROLS.values(), ids=CONTROLS.keys())
def test_what_is_told_of_a_control(inner: str, expected: tuple[str, str] | None) -> None:
    document = word_to_document(packed(table(row("x", cell(paragraph(inner))))), "t.docx")
    assert doubts(document) == ([expected] if expected else [])
    places = {found.place for found in document.findings}
    assert places == ({WordPlace(table=1, row=1, cell=2, paragraph=1)} if expected else set())


AROUND = {
    "paragraphs": table(row("x", cell(control(paragraph("a") + paragraph("b"), PROMPT)))),
    "a cell": table(row("x", control(cell(paragraph("a") + paragraph("b")), PROMPT))),
}


@pytest.mark.parametrize("body", AROUND.values(), ids=AROUND.keys())
def test_a_control_around_paragraphs_is_told_where_they_begin(body: str) -> None:
    document = word_to_document(packed(body), "t.docx")
    assert doubts(document) == [("ab", "")]
    assert document.findings[0].place == WordPlace(table=1, row=1, cell=2, paragraph=1)


@pytest.mark.parametrize("item", ["<c", "<!DOCTYPE c><c/>"])
def test_data_that_are_unsound_are_not_there(item: str) -> None:
    document = word_to_document(packed(paragraph(control("a", bound("/c:c[1]/c:n[1]"))), item), "t.docx")
    assert doubts(document) == []


ASKS = "Klik of tik om tekst in te voeren."
#: What a cell holds → its text.
PROMPTS = {
    "behind words": (paragraph(run("Durf") + control(ASKS, PROMPT)), ["Durf"]),
    "below them": (paragraph("Durf") + paragraph(control(ASKS, PROMPT)), ["Durf"]),
    "around a paragraph": (paragraph("Durf") + control(paragraph("Choose an item."), PROMPT), ["Durf"]),
    "alone": (paragraph(control(ASKS, PROMPT)), [ASKS]),
    "beside another": (paragraph(control(ASKS, PROMPT)) + paragraph(control("[naam]", PROMPT)), [ASKS, "[naam]"]),
    "in words of its author": (paragraph(run("Durf ") + control("om te doen", PROMPT)), ["Durf om te doen"]),
    "in the same words, typed": (paragraph("Durf") + paragraph(ASKS), ["Durf", ASKS]),
}


@pytest.mark.parametrize(("inner", "said"), PROMPTS.values(), ids=PROMPTS.keys())
def test_what_word_asks_for_is_no_text_beside_what_was_given(inner: str, said: list[str]) -> None:
    document = word_to_document(packed(table(row("x", cell(inner)))), "t.docx")
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    assert [line.text for line in found.rows[0].cells[1].lines] == said
    delivered = "".join(line.text for block in document.blocks for line in block_to_lines(block))
    assert printed_characters(delivered) == printed_characters("".join(page.held for page in document.pages))


def block_to_lines(block: Block) -> list[Line]:
    return [block] if isinstance(block, Line) else [line for r in block.rows for c in r.cells for line in c.lines]
