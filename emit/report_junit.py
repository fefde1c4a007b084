"""Comparison → JUnit XML, so that a build server can refuse a change that nobody meant.

One test case for the document and one for each competence of either edition; a change is a failure of its case.
``failures`` counts the cases that fail, as servers reckon, so that what passed is ``tests`` less ``failures``.
Some servers show only the first failure of a case: all its changes therefore stand in its ``system-out`` as
well. No times and no host name: the same comparison gives the same bytes. Loads lxml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from emit.comparison_words import change_sentence, field_label, weight_words
from emit.language import printable, translated
from emit.messages import marked
from emit.report_parts import Group, change_to_texts, comparison_to_groups, pieces_to_signed, seen
from transform.comparison import Change, Comparison, Weight

#: The name of the suite, and the first part of the class of its cases: the same in every language.
_SUITE: Final = "catalogus"


def comparison_to_junit(comparison: Comparison, language: str, *, substantive: bool = False) -> bytes:
    """UTF-8 with a declaration, indented by two. With ``substantive`` typographic changes fail no case."""
    groups = comparison_to_groups(comparison)
    failing = [_failing(group, substantive=substantive) for group in groups]
    counts = {"tests": str(len(groups)), "failures": str(sum(map(bool, failing))), "errors": "0", "skipped": "0"}
    root = etree.Element("testsuites", {"name": _SUITE} | counts)
    suite = etree.SubElement(root, "testsuite", {"name": _SUITE} | counts)
    _add_properties(suite, comparison)
    for group, failures in zip(groups, failing, strict=True):
        _add_case(suite, group, failures, language)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _failing(group: Group, *, substantive: bool) -> Sequence[Change]:
    return [change for change in group.changes if change.weight is Weight.SUBSTANTIVE or not substantive]


def _add_properties(suite: etree._Element, comparison: Comparison) -> None:
    properties = etree.SubElement(suite, "properties")
    for name, edition in (("oud", comparison.old), ("nieuw", comparison.new)):
        etree.SubElement(properties, "property", {"name": name, "value": seen(printable(edition.file))})


def _add_case(suite: etree._Element, group: Group, failures: Sequence[Change], language: str) -> None:
    case = etree.SubElement(suite, "testcase", _name(group, language))
    for change in failures:
        attributes = {"message": seen(change_sentence(change, language)), "type": str(change.kind)}
        etree.SubElement(case, "failure", attributes).text = _in_full(change, group, language)
    if group.changes:
        texts = (_in_full(change, group, language) for change in group.changes)
        etree.SubElement(case, "system-out").text = "\n\n".join(texts)


def _name(group: Group, language: str) -> dict[str, str]:
    """Class and name of a case; the id tells competences of one name apart, the class those of one id."""
    if group.competence is None:
        name = translated(marked("The document as a whole"), language)
        return {"classname": f"{_SUITE}.document", "name": name}
    name = f"{seen(group.competence.name)} ({group.competence.id})"
    return {"classname": f"{_SUITE}.{'competenties' if group.new else 'verwijderd'}", "name": name}


def _in_full(change: Change, group: Group, language: str) -> str:
    """The sentence with the weight, and below it every text, word by word."""
    rows = [f"{seen(change_sentence(change, language))} ({weight_words(change.weight, language)})"]
    for shown in change_to_texts(change, group):
        label = field_label(shown.field, shown.number, language)
        rows.append((f"{label}: " if label else "") + pieces_to_signed(shown.pieces))
    return "\n".join(rows)
