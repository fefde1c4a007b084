"""Records → competences: names joined, bodies taken apart, texts cleaned, everything taken out accounted for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.added_words import added_lines, added_words
from transform.body import Body, Remark, Slice, body_to_parts, description_label, indicators_to_parts
from transform.bullets import (
    begins_with_number,
    line_to_bullet,
    may_count,
    numbers_before,
)
from transform.clean import Field, clean
from transform.core_beside import Beside, cores_beside_names
from transform.core_words import cores_to_words
from transform.cores_alike import cores_alike
from transform.document import Line
from transform.errors import InvalidCatalogue
from transform.findings import Code, Finding
from transform.flaws import Flaw, begin_small, said_again, sign_in, text_to_flaws
from transform.labels import NAME_LABEL
from transform.ledger import Entry, Reason
from transform.lone_signs import lone_signs
from transform.model import Competence, Indicator, InvalidCatalogueError, slug
from transform.name_numbers import numbers_before_names
from transform.odd_signs import text_to_odd_signs
from transform.parted_words import text_to_parted_words
from transform.place import place_in_words
from transform.ran_over import lines_begun_overleaf, lines_run_over
from transform.reading import Provenance
from transform.records import Record
from transform.role import Role, letters
from transform.room import is_filled, lines_apart
from transform.strand import Strand
from transform.words import Words

#: What is said of where a description ends is said of it and of the indicators.
_OF_THE_BODY: Final = frozenset({Code.LABEL_MISSING, Code.LABEL_UNSURE})
#: What stands before or behind most names of a table and is none of them: a code, a letter.
_CODE: Final = re.compile(r"[(\[]?[A-Za-z]{0,4}[-.]?\d+(?:[.-]\d+)*[a-z]?[)\]]?[.:]?")
_LETTER: Final = re.compile(r"\(?[A-Za-z][.:)]?")


class Competences(NamedTuple):
    """The competences in order of their records, and everything that stands beside them."""

    competences: tuple[Competence, ...]
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    provenance: tuple[Provenance, ...]


def records_to_competences(records: Sequence[Record], words: Words) -> Competences:
    """Make a competence of each record; raise InvalidCatalogue where the model refuses one."""
    _count_on(records)
    before = zip(records, numbers_before_names(records), _cores_to_words(records), _besides(records), strict=True)
    made = [_RecordReader(record, words, bullet, of_core, beside) for record, bullet, of_core, beside in before]
    _report_begins(made)
    for number, line in lines_run_over(records):
        made[number - 1].report_rows(line)
        made[number].report_rows(line)
    for number, line in lines_begun_overleaf(records):
        made[number].report_rows(line)
    _report_added_words(made)
    _report_parted(made)
    _report_lone_signs(made)
    ids = names_to_ids([reader.name for reader in made])
    competences = tuple(reader.competence(id_) for reader, id_ in zip(made, ids, strict=True))
    return Competences(
        competences,
        tuple(entry for reader in made for entry in reader.entries),
        (*(finding for reader in made for finding in reader.findings), *_names_twice(made), *_names_numbered(made)),
        tuple(item for reader in made for item in reader.provenance),
    )


def _count_on(records: Sequence[Record]) -> None:
    """Tell each cell of indicators to what the lists above it had counted."""
    strands = [strand for r in records for role, strand in r.bodies.items() if role is not Role.DESCRIPTION]
    if not any(may_count(strand.text) for strand in strands):
        return
    for strand, counted in zip(strands, numbers_before(strand.lines for strand in strands), strict=True):
        strand.counted = counted


def _cores_to_words(records: Sequence[Record]) -> list[Slice]:
    """The own words of each core competence, in the strand that counts."""
    return cores_to_words([r.inherited if r.core.is_empty() and r.inherited else r.core for r in records])


def _besides(records: Sequence[Record]) -> Sequence[Beside | None]:
    """The core competence behind each name, where none stands anywhere else."""
    elsewhere = any(record.inherited is not None or not record.core.is_empty() for record in records)
    found = None if elsewhere else cores_beside_names([record.name for record in records])
    return found or [None] * len(records)


def _names_numbered(readers: Sequence[_RecordReader]) -> Iterable[Finding]:
    """Names that keep a number before them because the others do not count on: a person is asked.

    So too where most names have a code at one end (``C01 Durf``, ``Durf (12)``), or a single letter before them.
    """
    kept = [reader for reader in readers if not reader.bullet.end]
    numbered = [reader for reader in kept if any(map(begins_with_number, reader.record.name.lines[:1]))]
    for end in (0, -1):
        coded = [reader for reader in kept if len(words := reader.name.split()) > 1 and _is_code(words[end], end)]
        numbered += coded if 2 * len(coded) > len(readers) else ()
    for reader in dict.fromkeys(numbered) if len(numbered) > 1 else ():
        yield Finding(
            code=Code.NAME_NUMBERED,
            place=reader.record.place,
            competence=reader.name,
            field="name",
            was=reader.name,
            became=reader.name,
        )


def _is_code(word: str, end: int) -> bool:
    """Whether a word at the beginning (0) or end of a name is a code: it holds a number, or before it is one letter."""
    return bool(_CODE.fullmatch(word)) or (end == 0 and bool(_LETTER.fullmatch(word)))


def names_to_ids(names: Iterable[str]) -> list[str]:
    """Slugs of the names, in order; a slug that is taken gets the next free number: ``durf``, ``durf-2``."""
    taken: set[str] = set()
    ids = []
    for base in map(slug, names):
        free, number = base, 1
        while free in taken:
            number += 1
            free = f"{base}-{number}"
        taken.add(free)
        ids.append(free)
    return ids


def _names_twice(readers: Sequence[_RecordReader]) -> Iterable[Finding]:
    """Names of several records; where those differ in their core competence, which is which is doubtful as well."""
    counts = Counter(reader.name.casefold() for reader in readers)
    cores = Counter(name for name, _ in {(reader.name.casefold(), reader.core()) for reader in readers})
    for reader in readers:
        if counts[reader.name.casefold()] > 1:
            yield Finding(
                code=Code.NAME_TWICE,
                place=reader.record.place,
                competence=reader.name,
                field="name" if cores[reader.name.casefold()] == 1 else None,
                was=reader.name,
                became=reader.name,
            )


def _report_begins(readers: Sequence[_RecordReader]) -> None:
    """Texts that begin with a small letter unlike the others of their field.

    Where name and description of a row both do, the row above is told as well: they may be the rest of it.
    """
    for field in ("name", "core_competence", "description", "indicator"):
        texts = [(reader, text) for reader in readers for text in reader.texts if text.field == field]
        for number in begin_small([text.text for _, text in texts]):
            reader, text = texts[number]
            reader.report(Code.BEGINS_SMALL, text.strand, text.slice.start, text.text, field)
            described = next((own.text for own in reader.texts if own.field == "description"), "")
            if field == "name" and number and described[:1].islower():
                before, name = texts[number - 1]
                before.report(Code.TEXT_CUT, name.strand, name.slice.start, name.text, field)


def _report_added_words(readers: Sequence[_RecordReader]) -> None:
    """Words that may be no part of their text, and lines of such words."""
    for field in ("name", "core_competence", "description", "indicator"):
        texts = [[text for text in reader.texts if text.field == field] for reader in readers]
        beside = [reader.core() if field == "name" else reader.name for reader in readers]
        found = added_words([[text.text for text in own] for own in texts], field, beside)
        lines = [[text.strand.lines_of(*text.slice) for text in own] for own in texts]
        of_lines = added_lines(lines, field, {(added.competence, added.text) for added in found})
        for at_end, added in (*((False, one) for one in found), *((True, one) for one in of_lines)):
            text = texts[added.competence][added.text]
            at = text.slice.end - 1 if at_end else text.slice.start
            if not readers[added.competence].has_told(added.words, field):
                readers[added.competence].report(Code.ADDED_WORDS, text.strand, at, added.words, field)


def _report_parted(readers: Sequence[_RecordReader]) -> None:
    """Core competences that others have with fewer spaces: a program may have broken a word; or almost as others."""
    texts = [(reader, text) for reader in readers for text in reader.texts if text.field == "core_competence"]
    alike = cores_alike([text.text for _, text in texts])
    spellings = {text.text.casefold() for _, text in texts}
    times = Counter(spelling.replace(" ", "") for spelling in spellings)
    for number, (reader, text) in enumerate(texts) if alike or len(times) < len(spellings) else ():
        if " " in text.text and times[text.text.casefold().replace(" ", "")] > 1:
            reader.report(Code.WORD_UNSURE, text.strand, text.slice.start, text.text, text.field)
        elif number in alike:
            reader.report(Code.CORE_COMPETENCE_ALIKE, text.strand, text.slice.start, text.text, text.field)


def _report_lone_signs(readers: Sequence[_RecordReader]) -> None:
    """Bullets that one text of the document has alone and may begin with."""
    signs = [(reader, sign) for reader in readers for sign in reader.signs]
    items = sum(text.field == "indicator" for reader in readers for text in reader.texts)
    for number in lone_signs([strand.text[slice(*part)] for _, (strand, part) in signs], items):
        reader, (strand, part) = signs[number]
        reader.report(Code.ITEM_UNSURE, strand, part.start, strand.text[slice(*part)].strip(), "indicator")


def _begins_as_item(first: Line, strand: Strand, parts: Body) -> bool:
    """Whether a description begins with the sign of the indicators below it: with the rest of another row's list."""
    bullet = line_to_bullet(first) if parts.items else None
    if bullet is None or bullet.number is not None:
        return False
    item = line_to_bullet(strand.lines[strand.line_at(parts.items[0].start)])
    return item is not None and item.sign == bullet.sign


class _Text(NamedTuple):
    """A clean text and where it came from."""

    field: str
    text: str
    strand: Strand
    slice: Slice


class _RecordReader:
    """Reads one record; collects entries and findings on the way."""

    def __init__(self, record: Record, words: Words, bullet: Slice, of_core: Slice, beside: Beside | None) -> None:
        self.record = record
        self.words = words
        self.bullet = bullet
        self.of_core = of_core
        self.beside = beside
        self.entries: list[Entry] = []
        self.findings: list[Finding] = []
        self.provenance: list[Provenance] = []
        self.name = ""
        self.texts: list[_Text] = []
        self.signs: list[tuple[Strand, Slice]] = []
        self._read()

    def _read(self) -> None:
        self.name = self._name(self.record.name, self.bullet)
        self.entries = [replace(entry, competence=self.name) for entry in self.entries]
        self.findings = [replace(finding, competence=self.name) for finding in self.findings]
        if self.beside:
            self._read_beside(self.record.name, self.beside)
        elif self.record.inherited is not None and self.record.core.is_empty():
            self._inherit(self.record.inherited)
        elif not self._core(self.record.core, self.of_core):
            self.report(Code.CORE_COMPETENCE_MISSING, self.record.name, 0)
        if apart := next(lines_apart(self.record.name.lines), None):
            self.report_rows(apart)
        for role, strand in self.record.bodies.items():
            self._read_body(role, strand)
        self._report_missing()
        own = [text for text in self.texts if text.field in {"description", "indicator"}]
        for number, sentence in said_again([text.text for text in own]):
            text = own[number]
            self.report(Code.SENTENCE_DOUBLED, text.strand, text.slice.start, sentence, text.field)

    def _name(self, strand: Strand, bullet: Slice) -> str:
        if bullet.end:
            reason = Reason.LABEL if NAME_LABEL.match(strand.text) else Reason.BULLET
            self.entries.append(strand.entry(reason, *bullet))
        end = self.beside.start if self.beside else len(strand.text)
        return self._text(strand, Slice(bullet.end, end), "name")

    def _core(self, strand: Strand, own: Slice) -> str:
        for reason, part in ((Reason.BULLET, (0, own.start)), (Reason.LABEL, (own.end, len(strand.text)))):
            if strand.text[slice(*part)].strip():
                self.entries.append(strand.entry(reason, *part, self.name))
        return self._text(strand, own, "core_competence")

    def _read_beside(self, name: Strand, beside: Beside) -> None:
        """A core competence behind the name: taken out of that, with the label or brackets around it."""
        self.entries.append(name.entry(Reason.CORE_COMPETENCE, beside.start, len(name.text), self.name))
        text = clean(name, *beside.core, Field(self.name, "core_competence"), self.words).text
        self.texts.append(_Text("core_competence", text, name, Slice(*beside.core)))
        if not beside.sure:
            self.report(Code.CORE_COMPETENCE_UNSURE, name, beside.start, text)

    def _inherit(self, core: Strand) -> None:
        """The text of a core competence printed elsewhere: its characters are accounted for there."""
        text = clean(core, *self.of_core, Field(self.name, "core_competence"), self.words).text
        self.texts.append(_Text("core_competence", text, core, self.of_core))

    def _read_body(self, role: Role, strand: Strand) -> None:
        if role is Role.DESCRIPTION:
            label = description_label(strand)
            self._text(strand, Slice(label.end, len(strand.text)), "description")
            self.entries += [strand.entry(Reason.LABEL, *label, self.name)] if label.end else []
            return
        parts = body_to_parts(strand) if role is Role.BODY else indicators_to_parts(strand)
        if role is Role.BODY:
            self._text(strand, parts.description, "description")
            first = strand.lines[strand.line_at(parts.description.start)] if strand.lines else None
            if first is not None and _begins_as_item(first, strand, parts):
                self.report_rows(first)
        for item in parts.items:
            self._text(strand, item, "indicator")
        self._account(strand, parts)
        for remark in parts.remarks:
            self._remark(strand, remark)

    def _account(self, strand: Strand, parts: Body) -> None:
        self.signs += ((strand, part) for part in parts.bullets)
        for reason, slices in ((Reason.LABEL, parts.labels), (Reason.BULLET, parts.bullets)):
            self.entries += [strand.entry(reason, start, end, self.name) for start, end in slices]

    def _text(self, strand: Strand, part: Slice, field: str) -> str:
        cleaned = clean(strand, *part, Field(self.name or None, field), self.words)
        self.entries += cleaned.entries
        self.findings += cleaned.findings
        if cleaned.text:
            self.texts.append(_Text(field, cleaned.text, strand, part))
        self._report_pictures(strand, part, field)
        if sign := sign_in(cleaned.text):
            self.report(Code.SYMBOL_INLINE, strand, part.start, sign, field)
        told = {finding.code for finding in cleaned.findings}
        parted = text_to_parted_words(cleaned.text, in_name=field in {"name", "core_competence"})
        for odd in (*text_to_odd_signs(cleaned.text), *(flaw for flaw in parted if flaw.code not in told)):
            self.report(odd.code, strand, part.start, odd.words, field)
        for flaw in text_to_flaws(cleaned.text):
            if field in {"description", "indicator"} or flaw.code is not Code.FULL_STOP_MISSING:
                self._report_flaw(flaw, strand, part, field)
        return cleaned.text

    def _report_pictures(self, strand: Strand, part: Slice, field: str) -> None:
        """Signs of a symbol font within a text, those before a line of it among them."""
        for start, line in strand.pictured:
            reach = len(line.text) + 1 if line.pictured else line.symbols
            if part.start < start + reach and start < part.end:
                self.report(Code.SYMBOL_INLINE, strand, max(start, part.start), line.text.strip(), field)

    def _report_flaw(self, flaw: Flaw, strand: Strand, part: Slice, field: str) -> None:
        """A missing full stop is more than that where the last line is full: the text may go on where nobody sees."""
        if flaw.code is not Code.FULL_STOP_MISSING:
            self.report(flaw.code, strand, part.start, flaw.words, field)
            return
        at = max(part.start, part.end - 1)
        last = strand.lines[strand.line_at(at)]
        code = Code.TEXT_CUT if is_filled(last, self.words.habits.slack(last)) else flaw.code
        self.report(code, strand, at, flaw.words, field)

    def _remark(self, strand: Strand, remark: Remark) -> None:
        line = strand.lines[strand.line_at(remark.offset)].text.strip()
        field = None if remark.code in _OF_THE_BODY else "indicator"
        self.report(remark.code, strand, remark.offset, line, field)

    def report(self, code: Code, strand: Strand, at: int, words: str = "", field: str | None = None) -> None:
        place = strand.place_at(at) or self.record.place
        finding = Finding(code=code, place=place, competence=self.name, field=field, was=words, became=words)
        self.findings.append(finding)

    def has_told(self, words: str, field: str) -> bool:
        """Whether these words of a field were told already as added ones."""
        told = (f for f in self.findings if f.code is Code.ADDED_WORDS)
        return any((f.field, f.was) == (field, words) for f in told)

    def report_rows(self, line: Line) -> None:
        """The row may hold more than its own: a person is asked, as where nothing parts rows but white."""
        words = line.text.strip()
        code = Code.ROWS_FROM_WHITE_SPACE
        found = Finding(code=code, place=line.origin, competence=self.name, was=words, became=words)
        self.findings += [found] if found not in self.findings else []

    def _report_missing(self) -> None:
        """What is not there; a description without a letter, as the mark of a note alone, is none."""
        fields = {text.field for text in self.texts if text.field != "description" or letters(text.text)}
        if "description" not in fields:
            self.report(Code.DESCRIPTION_MISSING, self.record.name, 0)
        if "indicator" not in fields:
            self.report(Code.INDICATORS_MISSING, self.record.name, 0)

    def _one(self, field: str) -> str:
        return " ".join(text.text for text in self.texts if text.field == field)

    def core(self) -> str:
        """The core competence as read."""
        return self._one("core_competence")

    def competence(self, id_: str) -> Competence:
        """The competence under its id, with the provenance of each of its texts."""
        number = 0
        indicators = []
        for text in self.texts:
            text_id, field = id_, text.field
            if text.field == "indicator":
                number += 1
                text_id, field = f"{id_}.{number}", "text"
                indicators.append((text_id, text.text))
            start, end = text.slice
            raw, places = text.strand.text[start:end], text.strand.places(start, end)
            self.provenance.append(Provenance(id=text_id, field=field, raw=raw, places=places))
        try:
            return Competence(
                id=id_,
                name=self.name,
                core_competence=self.core(),
                description=self._one("description"),
                indicators=tuple(Indicator(id=i, text=t) for i, t in indicators),
            )
        except InvalidCatalogueError as refusal:
            raise InvalidCatalogue(describe(self.record), fault=str(refusal)) from refusal


def describe(record: Record) -> str:
    """A record in words for a message: its name as printed, and where it stands."""
    name = " ".join(record.name.text.split())
    return f"{name or '?'} ({place_in_words(record.place)})"
