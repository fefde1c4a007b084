"""The one place where a hyphen is joined or kept.

A joined word cannot be un-joined, so the order is: what is certain, what the document itself shows, what the
grammar of a name says, and otherwise as printed, with a finding that asks a person.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from transform.findings import Evidence
from transform.words import Words

HYPHENS: Final = "-‐"
#: Nobody types U+2010: where it only stands at line ends, a program put it there to break a word.
PRINTED_HYPHEN: Final = "‐"
NO_BREAK_HYPHEN: Final = "\u2011"
SOFT_HYPHEN: Final = "\u00ad"

#: Words after a suspended hyphen: ``voor- en nadelen``. The English ones serve translated editions.
_CONJUNCTIONS: Final = """
    en of noch tot dan als alsook alsmede evenals ofwel respectievelijk resp c.q cq t/m en/of plus versus maar
    and or to
"""
CONJUNCTIONS: Final = frozenset(_CONJUNCTIONS.split())
#: Abbreviations written in lower case that keep their hyphen: ``hr-beleid``, ``tv-optreden``.
_ABBREVIATIONS: Final = """
    ao avg bbl bhv bol btw bv cao cv dga dna eu fte gg ggd ggz hbo havo hr hrm ict it kpi lbo mbo mkb mt nv or ov
    p&o pc pdf pgb pr ri rvu sms tv uwv vmbo vwo wao wia wlz wmo wo ww www zzp
"""
ABBREVIATIONS: Final = frozenset(_ABBREVIATIONS.split())
#: Suffixes that take a linking s: what ends in one is no word by itself, so its hyphen was typed for the line end.
LINKING_S: Final = re.compile(r"(?:ing|heid|teit|schap|gang|ion|ment|dom|ling)s$")


class Join(StrEnum):
    """What becomes of the line end or hyphen between two parts."""

    WITHOUT_HYPHEN = "without-hyphen"
    WITH_HYPHEN = "with-hyphen"
    WITH_HYPHEN_AND_SPACE = "with-hyphen-and-space"


class Decision(NamedTuple):
    """How two parts are joined, and on what ground."""

    join: Join
    evidence: Evidence


def hyphen_at_line_end(left: str, right: str, words: Words) -> Decision:
    """Decide the hyphen at the end of ``left`` before ``right`` on the next line.

    ``left`` is the text so far, its hyphen included, ``right`` the rest of the text. Fails for a compound that
    keeps its hyphen when the document also writes it joined, and for a suspended hyphen before a word that is
    not in CONJUNCTIONS: then it stays as printed without a space, and is reported.
    """
    first, last = _last_word(left[:-1]), _first_word(right)
    if is_suspended(right):
        return Decision(Join.WITH_HYPHEN_AND_SPACE, Evidence.SUSPENDED)
    fixed = _fixed_by_its_parts(first, last)
    if fixed:
        return Decision(Join.WITH_HYPHEN, fixed)
    if left[-1] == PRINTED_HYPHEN and not words.hyphenate_with(PRINTED_HYPHEN):
        return _by_the_document(first, last, words) or Decision(Join.WITHOUT_HYPHEN, Evidence.AUTOMATIC)
    return _by_the_document(first, last, words) or _by_grammar(first)


def is_suspended(right: str) -> bool:
    """Whether ``right`` goes on after a suspended hyphen: ``en nadelen``, ``of externe``."""
    return _plain(_first_word(right)) in CONJUNCTIONS


def hyphen_within_name(first: str, last: str, words: Words) -> Decision:
    """Decide a hyphen typed inside a line of a name: ``Omgevings-bewustzijn`` joins, ``IT-kennis`` does not.

    Without evidence the name stays as printed, which within a line is no decision to report.
    """
    fixed = _fixed_by_its_parts(first, last)
    if fixed:
        return Decision(Join.WITH_HYPHEN, fixed)
    return _by_the_document(first, last, words) or _by_grammar(first)


#: In a text set in capitals a part up to this long may be an acronym; a longer one is a word.
LONGEST_ACRONYM: Final = 4
_VOWEL: Final = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]")


def _fixed_by_its_parts(first: str, last: str) -> Evidence | None:
    head, tail = re.split(rf"[{HYPHENS}/]", first)[-1], re.split(rf"[{HYPHENS}/]", last)[0]
    if head[-1:].isdigit() or tail[:1].isdigit():
        return Evidence.DIGIT_OR_CAPITAL
    if len(_letters(head)) <= 1 or len(_letters(tail)) <= 1:
        return Evidence.ONE_LETTER
    in_capitals = (head + tail).isupper() and len(_letters(head)) > LONGEST_ACRONYM
    if not in_capitals and (tail[:1].isupper() or any(c.isupper() for c in head[1:])):
        return Evidence.DIGIT_OR_CAPITAL
    abbreviated = _plain(head) in ABBREVIATIONS or not _VOWEL.search(head.casefold())
    return Evidence.ABBREVIATION if abbreviated else None


def _by_the_document(first: str, last: str, words: Words) -> Decision | None:
    if first + last in words:
        return Decision(Join.WITHOUT_HYPHEN, Evidence.JOINED_ELSEWHERE)
    if f"{first}-{last}" in words:
        return Decision(Join.WITH_HYPHEN, Evidence.HYPHENATED_ELSEWHERE)
    return None


def _by_grammar(first: str) -> Decision:
    if LINKING_S.search(first.casefold()):
        return Decision(Join.WITHOUT_HYPHEN, Evidence.LINKING_S)
    return Decision(Join.WITH_HYPHEN, Evidence.NONE)


def _last_word(text: str) -> str:
    return re.split(r"\s", text)[-1].lstrip("(['\"‘’“”„«")


def _first_word(text: str) -> str:
    return (text.split() or [""])[0].rstrip(".,;:!?)]'\"’”»")


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:()")


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha())
