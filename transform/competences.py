"""Records → competences: each read by itself, and what only all of them together show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from transform.added_words import added_lines, added_words
from transform.body import Slice
from transform.bullets import (
    begins_with_number,
    may_count,
    numbers_before,
)
from transform.core_beside import Beside, cores_beside_names
from transform.core_words import cores_to_words
from transform.cores_alike import cores_alike
from transform.findings import Code, Finding
from transform.flaws import begin_small
from transform.ledger import Entry
from transform.lone_signs import lone_signs
from transform.model import Competence, slug
from transform.name_numbers import numbers_before_names
from transform.ran_over import lines_begun_overleaf, lines_run_over
from transform.reading import Provenance
from transform.record_reader import RecordReader
from transform.records import Record
from transform.role import Role
from transform.words import Words

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
    made = [RecordReader(record, words, bullet, of_core, beside) for record, bullet, of_core, beside in before]
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


def _names_numbered(readers: Sequence[RecordReader]) -> Iterable[Finding]:
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


def _names_twice(readers: Sequence[RecordReader]) -> Iterable[Finding]:
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


def _report_begins(readers: Sequence[RecordReader]) -> None:
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


def _report_added_words(readers: Sequence[RecordReader]) -> None:
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


def _report_parted(readers: Sequence[RecordReader]) -> None:
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


def _report_lone_signs(readers: Sequence[RecordReader]) -> None:
    """Bullets that one text of the document has alone and may begin with."""
    signs = [(reader, sign) for reader in readers for sign in reader.signs]
    items = sum(text.field == "indicator" for reader in readers for text in reader.texts)
    for number in lone_signs([strand.text[slice(*part)] for _, (strand, part) in signs], items):
        reader, (strand, part) = signs[number]
        reader.report(Code.ITEM_UNSURE, strand, part.start, strand.text[slice(*part)].strip(), "indicator")
