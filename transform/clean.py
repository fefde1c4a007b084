"""A slice of a strand → clean text, and what was taken out of it.

Lines become one text: white space to single spaces, hyphens and slashes at line ends by the rules of
``hyphens``, a space before a full stop removed. Typing errors stay. This is the only module that makes text for
the model; it never adds a character other than a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.addresses import is_address
from transform.cut_words import Seam, seam_at_line_end, seam_in_address
from transform.document import ZERO_WIDTH_CLASS
from transform.findings import IN_DOUBT, Code, Evidence, Finding
from transform.hyphens import (
    DASHES,
    HYPHENS,
    NO_BREAK_HYPHEN,
    SIGNS_AT_WORDS,
    SOFT_HYPHEN,
    Decision,
    Join,
    dash_at_line_end,
    hyphen_at_line_end,
    hyphen_within_name,
    is_suspended,
    lone_hyphen_at_line_end,
)
from transform.ledger import Entry, Reason
from transform.room import is_wrapped
from transform.strand import Strand
from transform.words import LITTLE_WORDS, Words

_SPACE_BEFORE_MARK: Final = re.compile(r"(?<=\S)[^\S\n]+([.,;:])(?=\s|$)")
#: Without this in a line there is none of that, which takes longer to look for.
_MARK_APART: Final = re.compile(r"\s[.,;:](?:\s|$)")
_HYPHEN_IN_WORD: Final = re.compile(rf"(?<![^\W_])([^\W_]{{2,}})[{HYPHENS}]([^\W_]{{2,}})")
_SIGNS_IN_NAMES: Final = re.compile(f"[{HYPHENS}/]")
_SLASH_AND_SPACE: Final = re.compile(r"(?<=[^\W_])/[^\S\n]+(?=[^\W_])")
#: A hyphen against a word, or a sign that stands against one: ``95%-``; behind other marks it is none: ``€ 50,-``.
_ENDS_IN_HYPHEN: Final = re.compile(rf"[^\W_][{SIGNS_AT_WORDS}]?[{HYPHENS}]$")
_ENDS_IN_LONE_HYPHEN: Final = re.compile(rf"\s[{HYPHENS}]$")
_ENDS_IN_DASH: Final = re.compile(rf"\w[{DASHES}]$")
_ENDS_IN_SLASH: Final = re.compile(r"[^\W_)\]-][)\]-]?/$")
_BEGINS_WORD: Final = re.compile(r"[^\W_]|\(")
_BEGINS_WITH_MARK: Final = re.compile(r"[.,;:](\s|$)")
_SPACE_DOUBLED: Final = re.compile(r"\S+[^\S\n]{2,}\S+")
#: Stands where a mark was taken out; it has no width, and goes with the others that have none.
_NOTHING: Final = "\u2060"
#: A word of so many letters is a long one.
LONG_WORD: Final = 12
#: So many letters under each other are a word.
STACKED: Final = 3
_ZERO_WIDTH: Final = re.compile(f"[{ZERO_WIDTH_CLASS}]")


class Clean(NamedTuple):
    """Clean text, the ledger's entries for the hyphens taken out, and the findings."""

    text: str
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


class Field(NamedTuple):
    """Whose text it is: the competence's name (as far as known) and the model's field."""

    competence: str | None
    name: str

    @property
    def is_name(self) -> bool:
        """Names have rules of their own for hyphens and slashes."""
        return self.name in {"name", "core_competence"}


class _Cleaner:
    """Collects the entries and findings of one slice while its text is made."""

    def __init__(self, strand: Strand, field: Field, words: Words) -> None:
        self.strand = strand
        self.field = field
        self.words = words
        self.entries: list[Entry] = []
        self.findings: list[Finding] = []

    def report(self, code: Code, at: int, was: str, became: str, evidence: Evidence | None = None) -> None:
        place, (competence, field) = self.strand.place_at(at), self.field
        self.findings.append(
            Finding(
                code=code,
                place=place,
                competence=competence,
                field=field,
                was=was,
                became=became,
                evidence=evidence,
            )
        )

    def drop_hyphen(self, at: int) -> None:
        self.entries.append(self.strand.entry(Reason.HYPHEN, at, at + 1, self.field.competence))


def clean(strand: Strand, start: int, end: int, field: Field, words: Words) -> Clean:
    """The clean text of ``strand.text[start:end]``; see the module for what changes."""
    whole = strand.text[start:end].strip()
    if not strand.raised and _is_settled(whole, field):
        return Clean(" ".join(whole.split()), (), ())
    cleaner = _Cleaner(strand, field, words)
    text = ""
    before: tuple[int, str] | None = None
    for offset, line in _lines(_without_notes(cleaner, start, end), start, end):
        printed = _within_line(cleaner, line, offset)
        if before and _is_cut_word(cleaner, text, *before, printed, offset):
            text = _join_cut_word(cleaner, text, printed, offset)
        elif text and _is_hyphen_of_word(cleaner, text, printed, offset):
            text += printed
        else:
            text = _join(cleaner, text, printed, offset) if text else printed
        before = offset, printed
    text = _plain_spaces(text.replace(SOFT_HYPHEN, ""))
    return Clean(text, tuple(cleaner.entries), tuple(cleaner.findings))


def _is_settled(text: str, field: Field) -> bool:
    """Whether a text is one line in which nothing is to be decided or taken out, as most are that Word holds."""
    if "\n" in text or SOFT_HYPHEN in text or _MARK_APART.search(text) or _without_zero_width(text) is not text:
        return False
    return len(" ".join(text.split())) == len(text) and not (field.is_name and _SIGNS_IN_NAMES.search(text))


def _without_notes(cleaner: _Cleaner, start: int, end: int) -> str:
    """The strand's text with the marks of notes blanked out, each entered and reported; what else is raised stays."""
    strand, (competence, field) = cleaner.strand, cleaner.field
    text = strand.text
    for raised in strand.raised:
        if not start <= raised.start < end:
            continue
        mark, place = text[raised.start : raised.end], strand.place_at(raised.start)
        found = Finding(code=Code.RAISED_TEXT, place=place, competence=competence, field=field, was=mark, became=mark)
        if raised.note:
            cleaner.entries.append(strand.entry(Reason.NOTE_MARK, raised.start, raised.end, competence))
            text = text[: raised.start] + _NOTHING * len(mark) + text[raised.end :]
            found = replace(found, code=Code.NOTE_TEXT, was=raised.note, became="")
        cleaner.findings.append(found)
    return text


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The lines of the slice that hold ink, each with its offset."""
    offset = start
    for line in text[start:end].split("\n"):
        if _plain_spaces(line):
            yield offset, line
        offset += len(line) + 1


def _plain_spaces(text: str) -> str:
    return " ".join(_without_zero_width(text).split())


def _without_zero_width(text: str) -> str:
    return text if text.isascii() or not _ZERO_WIDTH.search(text) else _ZERO_WIDTH.sub("", text)


def _within_line(cleaner: _Cleaner, line: str, offset: int) -> str:
    """One line with what can be settled without its neighbours; its own end is kept for the join."""
    if cleaner.field.is_name:
        line = _HYPHEN_IN_WORD.sub(lambda m: _hyphen_in_name(cleaner, m, offset), line)
        line = _SLASH_AND_SPACE.sub(lambda m: _slash_in_name(cleaner, m, offset), line)
    if _MARK_APART.search(line):
        line = _SPACE_BEFORE_MARK.sub(lambda m: _space_before_mark(cleaner, m, offset), line)
    stripped = _without_zero_width(line).strip()
    plain = " ".join(stripped.split())
    for doubled in _SPACE_DOUBLED.finditer(stripped) if len(plain) < len(stripped) else ():
        cleaner.report(Code.SPACE_DOUBLED, offset, doubled[0], _plain_spaces(doubled[0]))
    ends_in_slash_and_space = stripped.endswith("/") and line != line.rstrip()
    return plain + (" " if ends_in_slash_and_space and not cleaner.field.is_name else "")


def _hyphen_in_name(cleaner: _Cleaner, match: re.Match[str], offset: int) -> str:
    decision = hyphen_within_name(match[1], match[2], cleaner.words)
    at = offset + match.end(1)
    if decision.evidence is Evidence.NONE:
        cleaner.report(Code.HYPHEN_UNSURE, at, match[0], match[0], decision.evidence)
    if decision.join is not Join.WITHOUT_HYPHEN:
        return match[0]
    cleaner.drop_hyphen(at)
    cleaner.report(Code.HYPHEN_JOINED, at, match[0], match[1] + match[2], decision.evidence)
    return match[1] + match[2]


def _slash_in_name(cleaner: _Cleaner, match: re.Match[str], offset: int) -> str:
    before, after = _last(match.string[: match.start()]), _first(match.string[match.end() :])
    cleaner.report(Code.SLASH_JOINED, offset + match.start(), before + match[0] + after, f"{before}/{after}")
    return "/"


def _space_before_mark(cleaner: _Cleaner, match: re.Match[str], offset: int) -> str:
    word = re.search(r"\S+$", match.string[: match.start()])
    was = (word[0] if word else "") + match[0]
    cleaner.report(Code.SPACE_BEFORE_PUNCTUATION, offset + match.start(), was, "".join(was.split()))
    return match[1]


def _join(cleaner: _Cleaner, text: str, line: str, offset: int) -> str:
    """``text`` and the next line: one space, unless a hyphen, a slash or a mark stands at the line end."""
    if text.endswith(SOFT_HYPHEN):
        return text[:-1] + line
    if text.endswith(NO_BREAK_HYPHEN):
        joined = text + (" " if is_suspended(line) else "") + line
        cleaner.report(Code.HYPHEN_KEPT, offset, _last(text), _last(text), Evidence.NO_BREAK_HYPHEN)
        return joined
    lone = lone_hyphen_at_line_end(text, line) if _ENDS_IN_LONE_HYPHEN.search(text[-2:]) else None
    if lone:
        return _join_at_hyphen(cleaner, text, line, offset, lone)
    if _ENDS_IN_HYPHEN.search(text[-3:]):
        decision = hyphen_at_line_end(text, line, cleaner.words, in_name=cleaner.field.is_name)
        return _join_at_hyphen(cleaner, text, line, offset, decision)
    if _ENDS_IN_DASH.search(text[-2:]):
        return _join_at_dash(cleaner, text, line, offset)
    if _ENDS_IN_SLASH.search(text[-3:]) and _BEGINS_WORD.match(line) and not is_address(_last(text)):
        cleaner.report(Code.SLASH_JOINED, offset, f"{_last(text)}⏎{_first(line)}", _last(text) + _first(line))
        return text + line
    if _BEGINS_WITH_MARK.match(line):
        was = f"{_last(text)}⏎{line[0]}"
        cleaner.report(Code.SPACE_BEFORE_PUNCTUATION, offset, was, _last(text) + line[0])
        return text + line
    if cleaner.field.is_name:
        cleaner.report(Code.NAME_JOINED, offset, f"{text}⏎{line}", f"{text} {line}")
    return text + " " + line


#: Words that no name ends in: what looks like one is the end of a longer word.
NEVER_LAST: Final = frozenset({"en", "of", "de", "het", "een", "van", "and", "or", "the"})


def _is_cut_word(cleaner: _Cleaner, text: str, at: int, printed: str, line: str, offset: int) -> bool:
    """Whether a word was cut at the line end without a hyphen; where it may have been and was not, that is reported."""
    strand = cleaner.strand
    before, after = (strand.lines[strand.line_at(place)] for place in (at, offset))
    seam = seam_in_address(text, line)
    if seam is Seam.NO_CUT:
        seam = seam_at_line_end(before, printed, after, line, cleaner.words, in_name=cleaner.field.is_name)
    is_end = cleaner.field.is_name and not strand.text[offset + len(line) :].strip()
    if (is_end and _is_last_piece(printed, line)) or (cleaner.field.is_name and _is_stacked(strand)):
        return True
    if seam is Seam.UNSURE and is_end and _fills_its_column(printed, line):
        return True
    if seam is Seam.UNSURE:
        first, last = _last(printed), _first(line)
        cleaner.report(Code.WORD_UNSURE, offset, f"{first}⏎{last}", f"{first} {last}")
    return seam is Seam.CUT


def _is_hyphen_of_word(cleaner: _Cleaner, text: str, printed: str, offset: int) -> bool:
    """Whether a hyphen alone on its line ends the word above: it did not fit there, and parts no two words of a name.

    Beside a dash between words the next one would stand, for which the line has room.
    """
    if not (cleaner.field.is_name and printed in HYPHENS and text[-1:].isalpha()):
        return False
    own, *rest = cleaner.strand.lines[cleaner.strand.line_at(offset) :]
    return bool(rest) and own.room is not None and not is_wrapped(own, rest[0])


def _is_stacked(strand: Strand) -> bool:
    """Whether a name is set letter under letter."""
    letters = [line.text.strip() for line in strand.lines if line.text.strip()]
    return len(letters) >= STACKED and all(len(letter) == 1 and letter.isalpha() for letter in letters)


def _fills_its_column(printed: str, line: str) -> bool:
    """Whether a full line of a name is one long word before a little one: more likely both are parts of one.

    Fails for a name of two words of which the first happens to (``Omgevingsbewust zijn``); a person is asked.
    """
    return len(printed.split()) == 1 and len(printed.strip()) >= LONG_WORD and line.casefold() in LITTLE_WORDS


def _is_last_piece(printed: str, line: str) -> bool:
    """Whether a name ends in a line of one small letter, or of a word that ends no name, behind a word: the end of it.

    However much room that word leaves. Fails for a name of which the rest is lost: ``Plannen en``; a person is asked.
    """
    piece, before = line.strip(), printed.rstrip()[-1:]
    if piece.casefold() in NEVER_LAST and piece.isupper() and before.isupper():
        return True
    return (len(piece) == 1 or piece in NEVER_LAST) and piece.islower() and before.islower()


def _join_cut_word(cleaner: _Cleaner, text: str, line: str, offset: int) -> str:
    last, first = _last(text), _first(line)
    cleaner.report(Code.WORD_CUT, offset, f"{last}⏎{first}", last + first)
    return text + line


def _join_at_hyphen(cleaner: _Cleaner, text: str, line: str, offset: int, decision: Decision) -> str:
    joined = _apply(decision, text, line)
    code = {Join.WITHOUT_HYPHEN: Code.HYPHEN_JOINED}.get(decision.join, Code.HYPHEN_KEPT)
    if decision.evidence in IN_DOUBT:
        code = Code.HYPHEN_UNSURE
    at = cleaner.strand.text.rindex(text[-1], 0, offset)
    if decision.join is Join.WITHOUT_HYPHEN:
        cleaner.drop_hyphen(at)
    last, first = _last(text), _first(line)
    cleaner.report(code, at, f"{last}⏎{first}", _apply(decision, last, first), decision.evidence)
    return joined


def _join_at_dash(cleaner: _Cleaner, text: str, line: str, offset: int) -> str:
    """A dash without a space before it has none after it either: ``2020–2026``; beside words that is only likely."""
    decision = dash_at_line_end(text, line)
    code = Code.HYPHEN_UNSURE if decision.evidence is Evidence.NONE else Code.HYPHEN_KEPT
    last, first = _last(text), _first(line)
    cleaner.report(code, offset, f"{last}⏎{first}", _apply(decision, last, first), decision.evidence)
    return _apply(decision, text, line)


def _apply(decision: Decision, left: str, right: str) -> str:
    match decision.join:
        case Join.WITHOUT_HYPHEN:
            return left[:-1] + right
        case Join.WITH_HYPHEN:
            return left + right
        case Join.WITH_HYPHEN_AND_SPACE:
            return left + " " + right


def _last(text: str) -> str:
    return text.rsplit(None, 1)[-1]


def _first(text: str) -> str:
    return text.split(None, 1)[0]
