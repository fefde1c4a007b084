"""Dutch line ends as data: ``hyphen_cases.tsv``, and how many of each kind the rules get right by themselves.

``left`` and ``right`` stand before and after a hyphen at a line end, ``elsewhere`` is what else the document says.
``expected`` is ``join`` (the hyphen goes), ``keep``, ``space`` (hyphen and space stay), or ``ask`` where the right
text cannot be made from the letters (``cli-ent`` for ``cliënt``) or the document contradicts itself. A person is
asked where nothing is known; what must never happen is a wrong answer that nobody is asked about.

The score as a table: ``python -m tests.transform.test_hyphen_cases``.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from transform.findings import Evidence
from transform.hyphens import Join, hyphen_at_line_end
from transform.words import Words

CASES: Final = Path(__file__).parent / "hyphen_cases.tsv"
JOINS: Final = {"join": Join.WITHOUT_HYPHEN, "keep": Join.WITH_HYPHEN, "space": Join.WITH_HYPHEN_AND_SPACE}


class Case(NamedTuple):
    """One line end."""

    left: str
    right: str
    elsewhere: str
    expected: str
    kind: str


class Score(StrEnum):
    """What became of a case: ``asked`` is as printed, with a warning; ``quiet`` is wrong without one."""

    RIGHT = "right"
    ASKED_RIGHT = "asked, right as printed"
    ASKED_WRONG = "asked, not as printed"
    QUIET = "quiet error"


#: How many cases of a kind are decided rightly without asking. A better rule raises a number; nothing lowers one.
DECIDED: Final = {
    "linking-s": 27,
    "ending": 68,
    "prefix": 30,
    "compound": 1,
    "elsewhere": 50,
    "both": 0,
    "suspended": 49,
    "ends-in-conjunction": 9,
    "digit": 11,
    "capital": 19,
    "abbreviation": 25,
    "abbreviation-or-syllable": 0,
    "one-letter": 16,
    "one-letter-vowel": 0,
    "niet-non": 15,
    "person": 20,
    "old-prefix": 0,
    "vowels": 32,
    "equals": 28,
    "equals-doubtful": 0,
    "phrase": 13,
    "name": 7,
    "bracket": 0,
    "no-word": 6,
    "trema": 0,
}


def cases() -> list[Case]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [Case(*line.split("\t")) for line in lines[1:]]


def case_to_score(case: Case) -> Score:
    decision = hyphen_at_line_end(f"{case.left}-", case.right, Words([case.elsewhere]))
    right = decision.join is JOINS.get(case.expected)
    if decision.evidence is Evidence.NONE:
        return Score.ASKED_RIGHT if right else Score.ASKED_WRONG
    return Score.RIGHT if right else Score.QUIET


def score_by_kind() -> dict[str, Counter[Score]]:
    table: dict[str, Counter[Score]] = {}
    for case in cases():
        table.setdefault(case.kind, Counter())[case_to_score(case)] += 1
    return table


def score_to_text(table: dict[str, Counter[Score]]) -> str:
    """One row a kind, one column a score, totals last."""
    total = sum(table.values(), Counter[Score]())
    rows = [
        f"{kind:28}" + "".join(f"{counts[score]:26}" for score in Score)
        for kind, counts in [*table.items(), ("all", total)]
    ]
    return "\n".join([f"{'kind':28}" + "".join(f"{score:>26}" for score in Score), *rows])


def test_the_list_is_long_and_says_nothing_twice() -> None:
    listed = cases()
    assert len(listed) >= 300
    assert len({(case.left, case.right, case.elsewhere) for case in listed}) == len(listed)
    assert {case.expected for case in listed} == {*JOINS, "ask"}


def test_there_is_no_quiet_error() -> None:
    assert [case for case in cases() if case_to_score(case) is Score.QUIET] == []


def test_every_kind_has_a_figure_to_hold() -> None:
    assert DECIDED.keys() == {case.kind for case in cases()}


@pytest.mark.parametrize("kind", DECIDED)
def test_what_was_decided_rightly_still_is(kind: str) -> None:
    assert score_by_kind()[kind][Score.RIGHT] >= DECIDED[kind]


if __name__ == "__main__":
    print(score_to_text(score_by_kind()))
