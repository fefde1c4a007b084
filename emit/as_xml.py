"""Catalogue ⇄ XML, held to the schema that is shipped with it, on writing and on reading.

The elements have the names of the JSON fields, ids are attributes. Not here: provenance and findings. An export
may come from anyone: no entity, no DTD, no network, no schema but ours; a file with a DOCTYPE, or one that
points at another schema (``xsi``), is refused. Loads lxml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import msgspec
from lxml import etree

from emit.piecewise import Trail, catalogue_faults, check_reads_back, invalid_export
from emit.schema import SCHEMA, other_schema, schema_text
from transform.model import Catalogue, Competence, Indicator, Source

_ROOT: Final = "catalogus"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"

#: Elements that hold a list, and elements that hold fields; any other holds text.
_LISTS: Final = frozenset({"competenties", "indicatoren", "vervallen"})
_WITH_FIELDS: Final = frozenset({_ROOT, "bron", "competentie", "indicator"})

_NUMBER: Final = re.compile("[+-]?[0-9]{1,4000}")


def catalogue_to_xml(catalogue: Catalogue) -> bytes:
    """UTF-8 with a declaration, indented by two, a line end last.

    Raises ExportDiffers if the bytes do not hold to the schema or do not read back as the catalogue.
    """
    data = etree.tostring(_catalogue_to_element(catalogue), encoding="UTF-8", xml_declaration=True, pretty_print=True)
    check_reads_back(catalogue.source.file, "xml", catalogue, lambda: xml_to_catalogue(data, "xml"))
    return data


def _catalogue_to_element(catalogue: Catalogue) -> etree._Element:
    root = etree.Element(_name(_ROOT), {f"{{{_XML}}}lang": "nl"}, nsmap={None: SCHEMA})
    _add(root, "titel", catalogue.title)
    _add(root, "bijlage", catalogue.appendix)
    _add_source(root, catalogue.source)
    competences = _add(root, "competenties")
    for competence in catalogue.competences:
        _add_competence(competences, competence)
    if catalogue.retired:
        retired = _add(root, "vervallen")
        for id_ in catalogue.retired:
            _add(retired, "id", id_)
    return root


def _add_source(parent: etree._Element, source: Source) -> None:
    element = _add(parent, "bron")
    _add(element, "bestand", source.file)
    _add(element, "sha256", source.sha256)
    _add(element, "formaat", source.format)
    if source.pages is not None:
        _add(element, "paginas", str(source.pages))


def _add_competence(parent: etree._Element, competence: Competence) -> None:
    element = _add(parent, "competentie", id_=competence.id)
    _add(element, "naam", competence.name)
    _add(element, "kerncompetentie", competence.core_competence)
    _add(element, "beschrijving", competence.description)
    indicators = _add(element, "indicatoren")
    for indicator in competence.indicators:
        _add_indicator(indicators, indicator)


def _add_indicator(parent: etree._Element, indicator: Indicator) -> None:
    _add(_add(parent, "indicator", id_=indicator.id), "tekst", indicator.text)


def _add(parent: etree._Element, name: str, text: str | None = None, *, id_: str | None = None) -> etree._Element:
    element = etree.SubElement(parent, _name(name), {} if id_ is None else {"id": id_})
    element.text = text
    return element


def _name(local: str) -> str:
    return f"{{{SCHEMA}}}{local}"


def xml_to_catalogue(data: bytes, name: str) -> Catalogue:
    """The catalogue of an export; raises InvalidExport with every fault and its line."""
    root = _parse(data, name)
    alien = [*_alien_root(root), *_alien_attributes(root)]
    if alien:
        raise invalid_export(name, alien)
    elements: dict[Trail, etree._Element] = {}
    raw = _element_to_raw(root, (), elements)
    told = [*_language_faults(root), *_model_faults(raw, elements)]
    told += _schema_faults(root, {fault.path for fault in told})
    if told:
        ordered = sorted(told, key=lambda fault: fault.line)
        raise invalid_export(name, (f"line {fault.line}, {fault.element}: {fault.text}" for fault in ordered))
    return msgspec.convert(raw, Catalogue)


def _element_to_raw(element: etree._Element, trail: Trail, elements: dict[Trail, etree._Element]) -> object:
    """An element as a raw value of the model; ``elements`` gets the element at each trail.

    Blind to what the schema refuses anyway: attributes and text where none belong, an element that stands twice.
    """
    elements[trail] = element
    name = _to_name(element.tag).local
    if name in _LISTS:
        return [_element_to_raw(child, (*trail, number), elements) for number, child in enumerate(element)]
    if name in _WITH_FIELDS:
        fields: dict[str, object] = {k: v for k, v in element.attrib.items() if not str(k).startswith("{")}
        for child in element:
            field = _to_name(child.tag).local
            fields[field] = _element_to_raw(child, (*trail, field), elements)
        return fields
    text = "".join(element.itertext())
    return int(text) if name == "paginas" and _NUMBER.fullmatch(text) else text


class _Told(NamedTuple):
    """A fault with the line, the name and the path of the element that it is about."""

    line: int
    element: str
    path: str
    text: str


def _told_at(element: etree._Element, text: str) -> _Told:
    path = element.getroottree().getpath(element)
    return _Told(element.sourceline or 1, _to_name(element.tag).local, path, text)


def _language_faults(root: etree._Element) -> Iterator[_Told]:
    if root.get(f"{{{_XML}}}lang") != "nl":
        yield _told_at(root, 'xml:lang="nl" is expected')


def _model_faults(raw: object, elements: dict[Trail, etree._Element]) -> Iterator[_Told]:
    """What the model refuses, at the element it stands in (an attribute: the element that has it)."""
    for fault in catalogue_faults(raw):
        trail, text = fault
        while trail not in elements:
            text = f"{trail[-1]}: {text}"
            trail = trail[:-1]
        yield _told_at(elements[trail], text)


def _schema_faults(root: etree._Element, told: set[str]) -> list[_Told]:
    """What the schema refuses, but for the elements already ``told``: the model's words are plainer."""
    schema = _schema()
    schema.validate(root)
    return [
        _Told(entry.line, "XSD", entry.path or "", " ".join(entry.message.replace(_name(""), "").split()))
        for entry in schema.error_log
        if entry.path not in told
    ]


def _parse(data: bytes, name: str) -> etree._Element:
    """The root of a well-formed file without a DOCTYPE, comments and instructions taken out."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:  # which the library takes for a fault of the file
            raise MemoryError from error
        told = [f"line {entry.line}: no XML: {entry.message}" for entry in parser.error_log]
        raise invalid_export(name, told or [f"line {error.lineno or 1}: no XML: {error.msg}"]) from error
    if root.getroottree().docinfo.doctype:
        raise invalid_export(name, ["line 1: a DOCTYPE is not allowed"])
    return root


def _alien_root(root: etree._Element) -> Iterator[str]:
    found = _to_name(root.tag)
    if found.space != SCHEMA:
        yield f"line {root.sourceline}: {other_schema(found.space)}"
    elif found.local != _ROOT:
        yield f"line {root.sourceline}: <{_ROOT}> is expected, not <{found.local}>"


def _alien_attributes(root: etree._Element) -> Iterator[str]:
    """Attributes with which a file could bring a schema of its own, or change what ours says of an element."""
    for element in root.iter():
        for key in element.attrib:
            attribute = _to_name(key)
            if attribute.space == _XSI:
                yield f"line {element.sourceline}: attribute xsi:{attribute.local} is not allowed"


class _Name(NamedTuple):
    """The name of an element or attribute: its namespace, empty without, and the rest."""

    space: str
    local: str


def _to_name(qualified: object) -> _Name:
    """A name as the library gives it (``{space}local``). Its own QName refuses names that its parser lets pass."""
    space, _, local = str(qualified).rpartition("}")
    return _Name(space.removeprefix("{"), local)


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(schema_text("xml").encode("utf-8")))
