"""Looking into a written Word file without the code that wrote it: parts, elements, texts."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from tests.catalogues import make_competence
from transform.model import Competence, slug

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W, "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}


def competence(name: str, core: str, description: str, *indicators: str) -> Competence:
    return make_competence(slug(name), *indicators, name=name, core_competence=core, description=description)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts_of(data)[name])


def body(data: bytes) -> etree._Element:
    return part(data, "word/document.xml")[0]


def xpath(element: etree._Element, path: str) -> list[etree._Element]:
    found = element.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [node for node in found if isinstance(node, etree._Element)]


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    (found,) = xpath(element, path)
    return found.get(f"{{{W}}}{attribute}")


def text(element: etree._Element) -> str:
    return "".join(node.text or "" for node in xpath(element, ".//w:t"))


def cells(data: bytes) -> list[list[list[str]]]:
    """Rows of cells of paragraphs."""
    return [
        [[text(p) for p in xpath(cell, "w:p")] for cell in xpath(row, "w:tc")]
        for row in xpath(body(data), "w:tbl/w:tr")
    ]
