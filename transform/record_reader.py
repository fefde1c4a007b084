"""One record → its texts: name joined, body taken apart, texts cleaned, everything taken out accounted for."""

from __future__ import annotations

from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.body import Body, Remark, Slice, body_to_parts, description_label, indicators_to_parts
from transform.bullets import line_to_bullet
from transform.clean import Field, clean
from transform.core_beside import Beside
from transform.document import Line
from transform.errors import InvalidCatalogue
from transform.findings import Code, Finding
from transform.flaws import Flaw, said_again, sign_in, text_to_flaws
from transform.labels import NAME_LABEL
from transform.ledger import Entry, Reason
from transform.model import Competence, Indicator, InvalidCatalogueError
from transform.odd_signs import text_to_odd_signs
from transform.parted_words import text_to_parted_words
from transform.place import place_in_words
from transform.reading import Provenance
from transform.records import Record
from transform.role import Role, letters
from transform.room import is_filled, lines_apart
from transform.strand import Strand
from transform.words import Words

#: What is said of where a description ends is said of it and of the indicators.
_OF_THE_BODY: Final = frozenset({Code.LABEL_MISSING, Code.LABEL_UNSURE})


def _begins_as_item(first: Line, strand: Strand, parts: Body) -> bool:
    """Whether a description begins with the sign of the indicators below it: with the rest of another row's list."""
    bullet = line_to_bullet(first) if parts.items else None
    if bullet is None or bullet.number is not None:
        return False
    item = line_to_bullet(strand.lines[strand.line_at(parts.items[0].start)])
    return item is not None and item.sign == bullet.sign


class Text(NamedTuple):
    """A clean text and where it came from."""

    field: str
    text: str
    strand: Strand
    slice: Slice


class RecordReader:
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
        self.texts: list[Text] = []
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
        self.texts.append(Text("core_competence", text, name, Slice(*beside.core)))
        if not beside.sure:
            self.report(Code.CORE_COMPETENCE_UNSURE, name, beside.start, text)

    def _inherit(self, core: Strand) -> None:
        """The text of a core competence printed elsewhere: its characters are accounted for there."""
        text = clean(core, *self.of_core, Field(self.name, "core_competence"), self.words).text
        self.texts.append(Text("core_competence", text, core, self.of_core))

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
            self.texts.append(Text(field, cleaned.text, strand, part))
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
        """A finding about words of a strand, at an offset in it."""
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
