"""The JUnit report: a case for each competence, a failure for each change that counts, and all of it to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from emit.comparison_words import change_sentence
from emit.report_junit import comparison_to_junit
from emit.report_parts import change_to_texts, comparison_to_groups, pieces_to_signed, seen
from tests.emit.comparisons import compared, comparisons, every_comparison, gold_comparison, second_edition
from transform.comparison import Comparison, Weight

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "junit.xsd"))


def suite_of(comparison: Comparison, *, substantive: bool = False) -> etree._Element:
    """The one suite of a report, which must hold to the schema."""
    root = etree.fromstring(comparison_to_junit(comparison, "nl", substantive=substantive))
    SCHEMA.assertValid(root)
    (suite,) = root
    assert dict(suite.attrib) == dict(root.attrib)
    return suite


def check(comparison: Comparison, *, substantive: bool) -> None:
    """The suite has a case for each group, with a failure for each change that counts, and the counts are right."""
    suite = suite_of(comparison, substantive=substantive)
    cases = suite.findall("testcase")
    groups = comparison_to_groups(comparison)
    for case, group in zip(cases, groups, strict=True):
        counting = [c for c in group.changes if c.weight is Weight.SUBSTANTIVE or not substantive]
        messages = [str(failure.get("message")) for failure in case.iterfind("failure")]
        assert messages == [seen(change_sentence(change, "nl")) for change in counting]
        out = case.findtext("system-out") or ""
        for change in group.changes:
            assert all(pieces_to_signed(shown.pieces) in out for shown in change_to_texts(change, group))
    assert int(suite.get("tests", "")) == len(comparison.pairs) + 1
    assert int(suite.get("failures", "")) == sum(case.find("failure") is not None for case in cases)


@pytest.mark.parametrize("substantive", [False, True])
@pytest.mark.parametrize("comparison", every_comparison())
def test_the_made_up_comparisons_fail_the_right_cases(comparison: Comparison, substantive: bool) -> None:
    check(comparison, substantive=substantive)


@given(comparisons(), st.booleans())
def test_any_comparison_fails_the_right_cases(comparison: Comparison, substantive: bool) -> None:
    check(comparison, substantive=substantive)


def test_editions_that_are_the_same_fail_nothing() -> None:
    suite = suite_of(compared(second_edition(), second_edition()))
    assert suite.get("failures") == "0"
    assert suite.get("tests") == "28"


def test_a_typographic_change_fails_only_when_it_counts_and_is_told_either_way() -> None:
    for substantive, failures in ((False, 3), (True, 0)):
        suite = suite_of(gold_comparison(), substantive=substantive)
        (case,) = [case for case in suite.iter("testcase") if "Overtuigingskracht" in str(case.get("name"))]
        assert len(case.findall("failure")) == failures
        assert (case.findtext("system-out") or "").count("[-.-]{+;+}") == 3


def test_a_failure_reads_as_a_sentence_with_its_text() -> None:
    case = suite_of(gold_comparison()).find("testcase[@name='Besluitvaardig (besluitvaardig)']")
    assert case is not None
    failure = case.find("failure")
    assert failure is not None
    assert dict(failure.attrib) == {
        "message": "Indicator 1 van ‘Besluitvaardig’ is gewijzigd.",
        "type": "indicator-reworded",
    }
    assert (failure.text or "").startswith(
        "Indicator 1 van ‘Besluitvaardig’ is gewijzigd. (inhoudelijk)\n[-De-]{+Hakt+} noodzaak van besluiten"
    )


def test_the_names_of_cases_are_unique() -> None:
    for comparison in every_comparison():
        names = [(case.get("classname"), case.get("name")) for case in suite_of(comparison).iter("testcase")]
        assert len(set(names)) == len(names)
