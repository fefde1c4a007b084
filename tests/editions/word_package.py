"""What is a matter of the file as a whole: its content types, its names, parts beside the body, habits of programs."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Final

from lxml import etree

from extract.word_tree import Element, R, W
from tests.editions.word_clothes import CLOTHES, each_text, references
from tests.editions.word_plan import Files
from tests.editions.word_xml import FOREIGN, Change, all_of, element, mark_properties, row_properties
from tests.extract.raw_docx import MAIN_TYPE, OFFICE, PACKAGES, STRICT, part

DOCUMENT: Final = "word/document.xml"
ARROWS: Final = "word/_rels/document.xml.rels"
#: What the content type of the main part is in other kinds of Word files.
MAIN_TYPES: Final = {
    "macros": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "template": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "template with macros": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}


def as_bytes(content: str | bytes) -> bytes:
    """The bytes of a part."""
    return content.encode() if isinstance(content, str) else content


def on_body(files: Files, change: Change) -> Files:
    """The package after a change of its document part."""
    root = etree.fromstring(as_bytes(files[DOCUMENT]))
    change(root)
    return files | {DOCUMENT: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}


def on_every_part(files: Files, change: Callable[[bytes], bytes]) -> Files:
    """The package after a change of the bytes of every XML part; LibreOffice's template has an empty one."""
    return {n: change(as_bytes(c)) if c and n.endswith((".xml", ".rels")) else c for n, c in files.items()}


def to_strict(data: bytes) -> bytes:
    """A part in the namespaces of ISO strict."""
    for transitional, strict in STRICT.items():
        data = data.replace(transitional.encode(), strict.encode())
    return data


def to_utf16(data: bytes) -> bytes:
    """A part in another encoding."""
    return bytes(etree.tostring(etree.fromstring(data), xml_declaration=True, encoding="UTF-16"))


def with_main_type(files: Files, main_type: str) -> Files:
    """The package with another content type for its main part."""
    types = as_bytes(files["[Content_Types].xml"]).replace(MAIN_TYPE.encode(), main_type.encode())
    return files | {"[Content_Types].xml": types}


def renamed(files: Files) -> Files:
    """The package with other names for its folder and its document."""
    moved = {
        n.replace("word/", "tekst/").replace("document.xml", "hoofd deel.xml"): as_bytes(c) for n, c in files.items()
    }
    for name in ("[Content_Types].xml", "_rels/.rels"):
        moved[name] = moved[name].replace(b"word/", b"tekst/").replace(b"document.xml", b"hoofd%20deel.xml")
    return dict(moved)


def with_part(files: Files, name: str, kind: str, content: bytes) -> Files:
    """The package with one part more, that the document points at."""
    arrows = etree.fromstring(as_bytes(files[ARROWS]))
    arrow = etree.SubElement(arrows, f"{{{PACKAGES}/relationships}}Relationship")
    arrow.attrib.update({"Id": f"rEigen{kind}", "Type": f"{OFFICE}/relationships/{kind}", "Target": name})
    types = etree.fromstring(as_bytes(files["[Content_Types].xml"]))
    override = etree.SubElement(types, f"{{{PACKAGES}/content-types}}Override")
    override.attrib.update({"PartName": f"/word/{name}", "ContentType": content_type(kind)})
    return files | {
        ARROWS: etree.tostring(arrows),
        "[Content_Types].xml": etree.tostring(types),
        f"word/{name}": content,
    }


def content_type(kind: str) -> str:
    """The content type of a part by the kind of its relationship."""
    return f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"


def with_referred(files: Files, reference: str, kind: str, one: str) -> Files:
    """Notes or comments: a reference in the text, and a part with what it refers to."""
    root = etree.fromstring(as_bytes(files[DOCUMENT]))
    ids = list(references(root, reference))
    inner = "".join(f'<w:{one} w:id="{id_}"><w:p><w:r><w:t>{FOREIGN}</w:t></w:r></w:p></w:{one}>' for id_ in ids)
    body = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return with_part(files | {DOCUMENT: body}, f"eigen{kind}.xml", kind, part(kind, inner).encode())


def with_running(files: Files) -> Files:
    """A header and a footer."""
    for kind, root in (("header", "hdr"), ("footer", "ftr")):
        content = f"<w:p><w:r><w:t>Bijlage 9 {FOREIGN}</w:t></w:r></w:p>"
        files = with_part(files, f"eigen{kind}.xml", kind, part(root, content).encode())
    return on_body(files, _refer_to_running)


def _refer_to_running(root: Element) -> None:
    for section in all_of(root, "sectPr"):
        for place, kind in enumerate(("header", "footer")):
            reference = element(f"{kind}Reference", type="default")
            reference.set(R + "id", f"rEigen{kind}")
            section.insert(place, reference)


def like_a_web_editor(root: Element) -> None:
    """No header rows, properties on every run, direct indents beside lists, an empty paragraph at the end of cells."""
    for mark in all_of(root, "tblHeader"):
        properties = mark.getparent()
        assert properties is not None
        properties.remove(mark)
    for run in all_of(root, "r"):
        run.insert(0, element("rPr", element("rtl", val="0"), *_taken(run, "rPr")))
    for properties in all_of(root, "pPr"):
        if properties.find(W + "numPr") is not None:
            properties.append(element("ind", left="720", right="0", hanging="360"))
    for cell in all_of(root, "tc"):
        cell.append(element("p"))


def _taken(parent: Element, name: str) -> list[Element]:
    """The children of a child that is taken out."""
    found = parent.find(W + name)
    if found is None:
        return []
    parent.remove(found)
    return list(found)


def like_pandoc(files: Files) -> Files:
    """The package with the style that pandoc gives to the paragraphs of cells."""
    styles = etree.fromstring(as_bytes(files["word/styles.xml"]))
    if not styles.xpath("//*[@w:styleId='Compact']", namespaces={"w": W.strip("{}")}):
        styles.append(element("style", element("name", val="Compact"), type="paragraph", styleId="Compact"))
    return on_body(files | {"word/styles.xml": etree.tostring(styles)}, _like_pandoc)


def _like_pandoc(root: Element) -> None:
    """That style on paragraphs that have none, header rows that are switched on in words."""
    for row in all_of(root, "tr"):
        for mark in row_properties(row).findall(W + "tblHeader"):
            mark.set(W + "val", "on")
    for paragraph in all_of(root, "p"):
        mark_properties(paragraph)
        properties = paragraph.find(W + "pPr")
        if properties is not None and properties.find(W + "pStyle") is None:
            properties.insert(0, element("pStyle", val="Compact"))


def without_widths(root: Element) -> None:
    """Tables that do not say how wide their columns are."""
    for grid in all_of(root, "tblGrid"):
        grid.clear()


WHOLE: Final[dict[str, Callable[[Files], Files]]] = {
    "pandoc": like_pandoc,
    "ISO strict": partial(on_every_part, change=to_strict),
    "UTF-16 parts": partial(on_every_part, change=to_utf16),
    "other part names": renamed,
    "comments": lambda files: with_referred(files, "commentReference", "comments", "comment"),
    "footnotes": lambda files: with_referred(files, "footnoteReference", "footnotes", "footnote"),
    "endnotes": lambda files: with_referred(files, "endnoteReference", "endnotes", "endnote"),
    "headers and footers": with_running,
    **{name: partial(with_main_type, main_type=main_type) for name, main_type in MAIN_TYPES.items()},
}
BODIES: Final[dict[str, Change]] = {
    "decomposed accents": lambda root: each_text(root, lambda text: unicodedata.normalize("NFD", text)),
    **CLOTHES,
    "no column widths": without_widths,
    "web editor": like_a_web_editor,
}
#: What is done to the whole file after everything else.
LAST: Final = frozenset({"ISO strict", "UTF-16 parts", "other part names"})


def dressed(files: Files, traits: frozenset[str]) -> Files:
    """The package with everything done to it that its traits ask for, in one order."""
    for name in (name for name in BODIES if name in traits):
        files = on_body(files, BODIES[name])
    for name in sorted((name for name in WHOLE if name in traits), key=lambda name: name in LAST):
        files = WHOLE[name](files)
    return files
