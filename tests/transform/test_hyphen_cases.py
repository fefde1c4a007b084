"""Dutch line ends as data: how many the rules get right, by themselves and with a list of words to advise them.

Cases by kind stand in ``hyphen_cases.tsv``: ``left`` and ``right`` stand before and after a hyphen at a line end,
``elsewhere`` is what else the document says. ``expected`` is ``join`` (the hyphen goes), ``keep``, ``space`` (hyphen
and space stay), or ``ask`` where the right text cannot be made from the letters (``cli-ent`` for ``cliënt``) or the
document contradicts itself. ``hyphen_sample.tsv`` was drawn from texts by others (``make_hyphen_sample``). A person is
asked where something is only likely; what must never happen is a wrong answer that nobody is asked about.

The scores as tables: ``python -m tests.transform.test_hyphen_cases``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from catalogus import dutch_words
from transform.findings import IN_DOUBT, Evidence
from transform.hyphens import Decision, Join, hyphen_at_line_end
from transform.words import Words

CASES: Final = Path(__file__).parent / "hyphen_cases.tsv"
SAMPLE: Final = Path(__file__).parent / "hyphen_sample.tsv"
JOINS: Final = {"join": Join.WITHOUT_HYPHEN, "keep": Join.WITH_HYPHEN, "space": Join.WITH_HYPHEN_AND_SPACE}
NO_LIST: Final = frozenset[str]()


class Case(NamedTuple):
    """One line end."""

    left: str
    right: str
    elsewhere: str
    expected: str
    kind: str


class Score(StrEnum):
    """What became of a case: ``asked`` is with a warning; ``quiet`` is wrong without one."""

    RIGHT = "right"
    ASKED_RIGHT = "asked, right"
    ASKED_WRONG = "asked, wrong"
    QUIET = "quiet error"


#: How many cases of a kind are decided rightly without asking. A better rule raises a number; nothing lowers one.
DECIDED: Final = {
    "linking-s": 27,
    "ending": 71,
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
    "own-hyphen": 0,
    "broken-compound": 0,
}

#: How many cases of a kind come out right with the word list, asked about or not.
RIGHT_WITH_LIST: Final = {
    "linking-s": 27,
    "ending": 79,
    "prefix": 30,
    "compound": 29,
    "elsewhere": 50,
    "both": 0,
    "suspended": 50,
    "ends-in-conjunction": 14,
    "digit": 11,
    "capital": 19,
    "abbreviation": 25,
    "abbreviation-or-syllable": 5,
    "one-letter": 16,
    "one-letter-vowel": 3,
    "niet-non": 15,
    "person": 20,
    "old-prefix": 8,
    "vowels": 39,
    "equals": 28,
    "equals-doubtful": 11,
    "phrase": 15,
    "name": 8,
    "bracket": 0,
    "no-word": 14,
    "trema": 0,
    "own-hyphen": 8,
    "broken-compound": 10,
}

#: The same of the sample, by what is expected: without the list and with it.
SAMPLE_RIGHT: Final = {"join": (337, 1344), "keep": (497, 476)}

#: Where the authors of the sample set a hyphen that the rules take for a broken word, or for one that is suspended.
SAMPLE_QUIET: Final = {"uitzonderings-woordenlijsten", "wat-als"}


def cases() -> list[Case]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [Case(*line.split("\t")) for line in lines[1:]]


def sample() -> list[Case]:
    rows = (line.split("\t") for line in SAMPLE.read_text(encoding="utf-8").splitlines()[1:])
    return [Case(left, right, "", expected, expected) for left, right, expected in rows]


def decide(case: Case, word_list: Container[str]) -> Decision:
    return hyphen_at_line_end(f"{case.left}-", case.right, Words([case.elsewhere], word_list=word_list))


def case_to_score(case: Case, word_list: Container[str] = NO_LIST) -> Score:
    decision = decide(case, word_list)
    right = decision.join is JOINS.get(case.expected)
    if decision.evidence in IN_DOUBT:
        return Score.ASKED_RIGHT if right else Score.ASKED_WRONG
    return Score.RIGHT if right else Score.QUIET


def score_by_kind(listed: Iterable[Case], word_list: Container[str] = NO_LIST) -> dict[str, Counter[Score]]:
    table: dict[str, Counter[Score]] = {}
    for case in listed:
        table.setdefault(case.kind, Counter())[case_to_score(case, word_list)] += 1
    return table


def score_to_text(heading: str, table: dict[str, Counter[Score]]) -> str:
    """One row a kind, one column a score, totals last."""
    total = sum(table.values(), Counter[Score]())
    rows = [
        f"{kind:28}" + "".join(f"{counts[score]:16}" for score in Score)
        for kind, counts in [*table.items(), ("all", total)]
    ]
    return "\n".join([f"{heading:28}" + "".join(f"{score:>16}" for score in Score), *rows])


def right_of(counts: Counter[Score]) -> int:
    return counts[Score.RIGHT] + counts[Score.ASKED_RIGHT]


def test_the_list_is_long_and_says_nothing_twice() -> None:
    listed = cases()
    assert len(listed) >= 300
    assert len({(case.left, case.right, case.elsewhere) for case in listed}) == len(listed)
    assert {case.expected for case in listed} == {*JOINS, "ask"}


@pytest.mark.parametrize("with_list", [False, True])
def test_there_is_no_quiet_error(with_list: bool) -> None:
    word_list = dutch_words() if with_list else NO_LIST
    assert [case for case in cases() if case_to_score(case, word_list) is Score.QUIET] == []


def test_every_kind_has_a_figure_to_hold() -> None:
    kinds = {case.kind for case in cases()}
    assert DECIDED.keys() == RIGHT_WITH_LIST.keys() == kinds


@pytest.mark.parametrize("kind", DECIDED)
def test_what_was_decided_rightly_still_is(kind: str) -> None:
    assert score_by_kind(cases())[kind][Score.RIGHT] >= DECIDED[kind]


@pytest.mark.parametrize("kind", RIGHT_WITH_LIST)
def test_the_word_list_finds_what_it_found(kind: str) -> None:
    counts = score_by_kind(cases(), dutch_words())[kind]
    assert right_of(counts) >= RIGHT_WITH_LIST[kind]
    assert counts[Score.RIGHT] >= DECIDED[kind]


def test_the_sample_comes_out_as_it_did() -> None:
    without, with_list = score_by_kind(sample()), score_by_kind(sample(), dutch_words())
    figures = {kind: (right_of(without[kind]), right_of(with_list[kind])) for kind in SAMPLE_RIGHT}
    assert all(
        ours >= held for kind, pair in figures.items() for ours, held in zip(pair, SAMPLE_RIGHT[kind], strict=True)
    )


def test_what_is_quietly_wrong_in_the_sample_is_known_and_not_by_the_list() -> None:
    quiet = [case for case in sample() if case_to_score(case, dutch_words()) is Score.QUIET]
    assert {f"{case.left}-{case.right}" for case in quiet} == SAMPLE_QUIET
    assert all(decide(case, dutch_words()).evidence is not Evidence.WHOLE_WORD for case in quiet)


def main() -> None:
    """Print the scores of the cases and of the sample, without the word list and with it."""
    for name, listed in (("cases", cases()), ("sample", sample())):
        for with_list in (False, True):
            heading = f"{name}, {'with' if with_list else 'without'} list"
            print(score_to_text(heading, score_by_kind(listed, dutch_words() if with_list else NO_LIST)), end="\n\n")


if __name__ == "__main__":
    main()
