"""The one place where a hyphen is joined or kept.

A joined word cannot be un-joined, so the order is: what is certain, what the document itself shows, what Dutch
spelling and the form of the halves say, and otherwise, with a finding that asks a person, what a list of words
suggests, or as printed.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from transform.addresses import is_address
from transform.broken_words import is_broken_word
from transform.compounds import clashes, is_compound_with_hyphen
from transform.findings import Evidence
from transform.word_evidence import Spelling, spelling_of
from transform.words import Words

HYPHENS: Final = "-‐"
#: Nobody types U+2010: where it only stands at line ends, a program put it there to break a word.
PRINTED_HYPHEN: Final = "‐"
NO_BREAK_HYPHEN: Final = "\u2011"
SOFT_HYPHEN: Final = "\u00ad"
#: Dashes that stand between two numbers or names, without spaces, or within a sentence, with a space on either side.
DASHES: Final = "‒–—"

#: What may stand between a word and its hyphen: brackets, and signs after which no program breaks a word.
_CLOSING: Final = r")\]"
_SIGNS: Final = "%‰°²³”’»\"'"
SIGNS_AT_WORDS: Final = _CLOSING + _SIGNS

#: Words after a suspended hyphen: ``voor- en nadelen``. The English ones serve translated editions.
_CONJUNCTIONS: Final = """
    en én of óf noch tot dan als alsook alsmede annex evenals ofwel oftewel danwel respectievelijk resp c.q cq t/m
    en/of plus versus maar doch & + and or to
"""
CONJUNCTIONS: Final = frozenset(_CONJUNCTIONS.split())
#: Behind these a hyphen may stand for the first half of the word after it: ``beleid en -uitvoering``.
_BEFORE_REST: Final = frozenset({"en", "én", "en/of", "of", "óf", "noch", "and", "or"})
#: A dash between words.
_DASH_APART: Final = re.compile(rf"\s[{HYPHENS}{DASHES}]\s")
#: Conjunctions that words end in (``foto``, ``ramadan``): alone they are no evidence.
_ALSO_ENDINGS: Final = frozenset({"and", "dan", "or", "to"})
#: Words whose second half is a conjunction.
_ENDING_IN_CONJUNCTION: Final = frozenset(
    {"almaar", "alsdan", "alsmaar", "alsof", "evenals", "surplus", "zoals", "zomaar", "zómaar"}
)
#: After these a conjunction may be an ending: ``groei-en``, ``idee-en`` for ``ideeën``, ``speci-als``.
_BEFORE_ENDING: Final = {"en": re.compile(r"(?:[aeou]i|ee|ie|oe|ij|[ëuy])$"), "als": re.compile(r"[iu]$")}
#: Abbreviations written in lower case that keep their hyphen: ``hr-beleid``, ``tv-optreden``.
_ABBREVIATIONS: Final = """
    ao avg bbl bhv bol btw bv cao cv dga dna eu fte gg ggd ggz hbo havo hr hrm ict it kpi lbo mbo mkb mt nv or ov
    p&o pc pdf pgb pr ri rvu sms tv uwv vmbo vwo wao wia wlz wmo wo ww www zzp
"""
ABBREVIATIONS: Final = frozenset(_ABBREVIATIONS.split())
#: Those that may as well be the first syllable of a word: ``ri-sico``, ``or-ganisatie``, ``eu-ropees``.
_SYLLABLES: Final = frozenset({"ao", "bol", "eu", "it", "or", "ov", "pi", "ri", "wo"})
#: So many capitals are an abbreviation where all of a name is in capitals: ``IT-VAARDIGHEID``.
SHORT: Final = 2
#: Words after ``e-``; after any other vowel by itself a word may have been broken: ``a-nalyse``, ``e-valueren``.
_ELECTRONIC: Final = re.compile(r"(?:mail|learn|book|bike|commerce|health|read|depot|formulier|consult|sigaret)")
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


#: As printed, and a person is asked.
UNSURE: Final = Decision(Join.WITH_HYPHEN, Evidence.NONE)
#: A sign that only a program sets.
AUTOMATIC: Final = Decision(Join.WITHOUT_HYPHEN, Evidence.AUTOMATIC)


def hyphen_at_line_end(left: str, right: str, words: Words, *, in_name: bool = False) -> Decision:
    """Decide the hyphen at the end of ``left`` before ``right`` on the next line.

    ``left`` is the text so far, its hyphen included, ``right`` the rest of the text. Fails for a compound that
    keeps its hyphen when the document also writes it joined, for a suspended hyphen before a word that is not in
    CONJUNCTIONS (then it stays as printed without a space, and is reported), and for a word broken at a trema,
    which the break takes away: ``cli-ent`` for ``cliënt`` stays as printed, and is reported.
    """
    first, last = _last_word(left[:-1]), _first_word(right)
    automatic = left[-1] == PRINTED_HYPHEN and not words.hyphenate_with(PRINTED_HYPHEN)
    if is_address(first):
        return AUTOMATIC if automatic else UNSURE
    if is_suspended(right):
        suspended = _suspended(first, "dan wel" if right.startswith("dan wel") else last, words)
        return AUTOMATIC if automatic and suspended.evidence is Evidence.NONE else suspended
    fixed = _fixed_by_its_parts(first, last)
    if fixed:
        return Decision(Join.WITH_HYPHEN, fixed)
    shown = _by_the_document(first, last, words)
    if shown:
        return shown
    if first.endswith(tuple(_SIGNS)):
        return UNSURE
    if automatic:
        return AUTOMATIC
    if not last[:1].isalpha():
        return UNSURE
    known = _by_grammar(first, last)
    found = _by_word_list(first, last, words) if known is UNSURE else known
    return _by_habit(first, last, words, in_name=in_name) if found is UNSURE else found


def _by_habit(first: str, last: str, words: Words, *, in_name: bool) -> Decision:
    """In a document that breaks its words at line ends as a rule, this one most likely is broken; a person is asked.

    So it is with a name in any document: its column is narrow, and of the compounds that keep a hyphen most are known.
    """
    if clashes(first.casefold(), last.casefold()):
        return UNSURE
    if words.habits.hyphenates:
        return Decision(Join.WITHOUT_HYPHEN, Evidence.HABIT)
    return Decision(Join.WITHOUT_HYPHEN, Evidence.NARROW_COLUMN) if in_name else UNSURE


def lone_hyphen_at_line_end(left: str, right: str) -> Decision | None:
    """Decide a hyphen behind a space: ``beleid en -⏎uitvoering``, where some programs break; None for a dash.

    Behind a comma or a conjunction it stands for a first half that is not repeated, unless another dash follows. Fails
    for a dash that is typed as a hyphen there, and closed by none on the next line.
    """
    said = left[:-1].rstrip()
    is_behind = said.endswith(",") or _plain(said.rsplit(None, 1)[-1]) in _BEFORE_REST if said else False
    if not is_behind or not right[:1].islower():
        return None
    if _DASH_APART.search(right):
        return Decision(Join.WITH_HYPHEN_AND_SPACE, Evidence.NONE)
    return Decision(Join.WITH_HYPHEN, Evidence.SUSPENDED)


def dash_at_line_end(left: str, right: str) -> Decision:
    """Decide the dash that ends ``left`` without a space before it: a range of numbers, or as good as a hyphen."""
    if is_suspended(right):
        return Decision(Join.WITH_HYPHEN_AND_SPACE, Evidence.SUSPENDED)
    if left[-2:-1].isdigit() and right[:1].isdigit():
        return Decision(Join.WITH_HYPHEN, Evidence.DIGIT_OR_CAPITAL)
    return UNSURE


def is_suspended(right: str) -> bool:
    """Whether ``right`` goes on after a suspended hyphen: ``en nadelen``, ``of externe``."""
    return _plain(_first_word(right)) in CONJUNCTIONS


def _suspended(first: str, last: str, words: Words) -> Decision:
    """The rest of the text begins with a conjunction, unless that is the end of a broken word: ``zo-als``."""
    left, right = first.casefold(), _plain(last)
    if left + right in _ENDING_IN_CONJUNCTION:
        return Decision(Join.WITHOUT_HYPHEN, Evidence.BROKEN_WORD)
    if right in _ALSO_ENDINGS or (right in _BEFORE_ENDING and _BEFORE_ENDING[right].search(left)):
        joined = Decision(Join.WITHOUT_HYPHEN, Evidence.JOINED_ELSEWHERE)
        return joined if left + right in words else Decision(Join.WITH_HYPHEN_AND_SPACE, Evidence.NONE)
    return Decision(Join.WITH_HYPHEN_AND_SPACE, Evidence.SUSPENDED)


def hyphen_within_name(first: str, last: str, words: Words) -> Decision:
    """Decide a hyphen typed inside a line of a name: ``Omgevings-bewustzijn`` joins, ``IT-kennis`` does not.

    Without evidence the name stays as printed, and a person is asked: it may have been typed for a narrow column.
    """
    fixed = _fixed_by_its_parts(first, last)
    if first.isupper() and len(first) <= SHORT:
        fixed = fixed or Evidence.ABBREVIATION  # among capitals nothing else tells
    if fixed:
        return Decision(Join.WITH_HYPHEN, fixed)
    return _by_the_document(first, last, words) or _by_grammar(first, last)


_VOWEL: Final = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]")


def _fixed_by_its_parts(first: str, last: str) -> Evidence | None:
    head, tail = re.split(rf"[{HYPHENS}/]", first)[-1], re.split(rf"[{HYPHENS}/]", last)[0]
    if tail[:1].isdigit() or any(c.isdigit() for c in head):
        return Evidence.DIGIT_OR_CAPITAL
    if _is_lone_letter(head, tail) or (head != first and head == "à"):  # vis-à-vis
        return Evidence.ONE_LETTER
    if not (head + tail).isupper() and (tail[:1].isupper() or any(c.isupper() for c in head[1:])):
        return Evidence.DIGIT_OR_CAPITAL
    certain = _is_abbreviation(head) or _has_no_vowel(head) or (_has_no_vowel(tail) and _is_abbreviation(tail))
    return Evidence.ABBREVIATION if certain else None


def _is_lone_letter(head: str, tail: str) -> bool:
    """A lower-case vowel alone may be the first syllable of a word, unless it is the e of ``e-mail``."""
    if len(_letters(head)) > 1:
        return len(_letters(tail)) <= 1
    syllable = head.islower() and head != "y" and not _has_no_vowel(head)
    return not syllable or (head == "e" and bool(_ELECTRONIC.match(tail)))


def _is_abbreviation(part: str) -> bool:
    return _plain(part) in ABBREVIATIONS - _SYLLABLES


def _has_no_vowel(part: str) -> bool:
    return not _VOWEL.search(part.casefold())


def _by_the_document(first: str, last: str, words: Words) -> Decision | None:
    joined, hyphenated = first + last in words, f"{first}-{last}" in words
    if joined and hyphenated:
        return UNSURE
    if joined:
        return Decision(Join.WITHOUT_HYPHEN, Evidence.JOINED_ELSEWHERE)
    return Decision(Join.WITH_HYPHEN, Evidence.HYPHENATED_ELSEWHERE) if hyphenated else None


def _by_grammar(first: str, last: str) -> Decision:
    first, last = first.casefold(), last.casefold()
    if is_compound_with_hyphen(first, last):
        return Decision(Join.WITH_HYPHEN, Evidence.COMPOUND)
    if clashes(first, last):
        return UNSURE
    if LINKING_S.search(first):
        if _is_abbreviation(last):
            return Decision(Join.WITH_HYPHEN, Evidence.ABBREVIATION)
        return Decision(Join.WITHOUT_HYPHEN, Evidence.LINKING_S)
    return Decision(Join.WITHOUT_HYPHEN, Evidence.BROKEN_WORD) if is_broken_word(first, last) else UNSURE


def _by_word_list(first: str, last: str, words: Words) -> Decision:
    """The best guess; certain only where the list knows the whole and neither half. Without a list as printed."""
    head, tail = re.split(rf"[{HYPHENS}/]", first)[-1].casefold(), re.split(rf"[{HYPHENS}/]", last)[0].casefold()
    match spelling_of(head, tail, words.word_list):
        case Spelling.ONLY_WHOLE:
            return Decision(Join.WITHOUT_HYPHEN, Evidence.WHOLE_WORD)
        case Spelling.JOINED:
            return Decision(Join.WITHOUT_HYPHEN, Evidence.WORD_LIST)
        case Spelling.HYPHENATED:
            return Decision(Join.WITH_HYPHEN, Evidence.WORD_LIST)
        case Spelling.WORDS if words.habits.breaks_words and not clashes(head, tail):
            return Decision(Join.WITHOUT_HYPHEN, Evidence.WORD_LIST)
        case _:
            return UNSURE


def _last_word(text: str) -> str:
    return re.split(r"\s", text)[-1].lstrip("(['\"‘’“”„«")


def _first_word(text: str) -> str:
    return (text.split() or [""])[0].rstrip(".,;:!?)]'\"’”»")


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:()")


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha())
