"""The books: proof that every character of the source is in the model or in the ledger.

Three checks, each from the other end of the pipe:

1. pages     what each page holds by its own count = what the reader's blocks deliver;
2. lines     every line of every block is in one strand of a competence, or in the ledger;
3. strands   the characters of a strand, less its ledger entries, are in order the texts of the catalogue.

The texts are those of the finished catalogue, not of a stage between, so whatever a stage loses is seen here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from transform.document import Document, Line, printed_characters
from transform.errors import Unbalanced
from transform.ledger import Books, Entry
from transform.model import Catalogue, Competence
from transform.place import page_of, place_in_words
from transform.records import Record
from transform.role import Role
from transform.strand import Strand
from transform.words import document_to_lines

#: How much of what is missing a message shows.
SHOWN: int = 60


def balance(document: Document, records: Sequence[Record], catalogue: Catalogue, ledger: Sequence[Entry]) -> Books:
    """Checks 2 and 3, then the totals; raise Unbalanced with where and what. Check 1 comes before the transform."""
    check_lines(document, records, ledger)
    in_model = check_strands(records, catalogue, ledger)
    return Books(
        competences=len(catalogue.competences),
        indicators=sum(len(competence.indicators) for competence in catalogue.competences),
        characters=sum(len(page.held) for page in document.pages),
        in_model=in_model,
        in_ledger=sum(len(entry.text) for entry in ledger),
    )


def check_pages(document: Document) -> None:
    """Check 1: each page's own count against the blocks on it. Order does not count, every character does."""
    delivered: dict[int | None, list[str]] = {page.number: [] for page in document.pages}
    for line in document_to_lines(document):
        number = page_of(line.origin)
        if number not in delivered:
            raise Unbalanced(document.source.file, where=f"p. {number}", missing="", surplus=line.text[:SHOWN])
        delivered[number].append(printed_characters(line.text))
    for page in document.pages:
        came = "".join(delivered[page.number])
        if came == page.held:
            continue  # in the same order, as most do
        held, got = Counter(page.held), Counter(came)
        if held != got:
            where = f"p. {page.number}" if page.number else document.source.file
            raise Unbalanced(
                document.source.file, where=where, missing=_sample(held - got), surplus=_sample(got - held)
            )
    pages = document.source.pages
    if pages is not None and pages != len(document.pages):
        raise Unbalanced(document.source.file, where=f"{len(document.pages)} / {pages} p.", missing="", surplus="")


def check_lines(document: Document, records: Sequence[Record], ledger: Sequence[Entry]) -> None:
    """Check 2: every line is in exactly one strand, or its characters are in the ledger under its own place."""
    in_strands = Counter(id(line) for record in records for strand in _strands(record) for line in strand.lines)
    whole = Counter((entry.place, entry.text) for entry in ledger if entry.strand is None)
    for line in document_to_lines(document):
        times = in_strands[id(line)]
        if times == 1:
            continue
        key = (line.origin, printed_characters(line.text))
        if not times and whole[key] > 0:
            times = 1
            whole[key] -= 1
        if times != 1 and key[1]:
            raise _unbalanced_line(document, line, times)


def _unbalanced_line(document: Document, line: Line, times: int) -> Unbalanced:
    text = line.text.strip()[:SHOWN]
    missing, surplus = ("", text) if times else (text, "")
    return Unbalanced(document.source.file, where=place_in_words(line.origin), missing=missing, surplus=surplus)


def check_strands(records: Sequence[Record], catalogue: Catalogue, ledger: Sequence[Entry]) -> int:
    """Check 3: the characters of each strand, less its entries, are the texts of its competence, in order.

    Gives how many characters those texts have.
    """
    in_model = 0
    entries: dict[str, list[Entry]] = {}
    for entry in ledger:
        if entry.strand is not None:
            entries.setdefault(entry.strand, []).append(entry)
    if len(records) != len(catalogue.competences):
        raise _wrong_number(records, catalogue)
    for record, competence in _pairs(records, catalogue):
        texts = _texts(record, competence)
        in_model += sum(map(len, texts.values()))
        for strand in _strands(record):
            kept = _without_entries(strand, entries.pop(strand.key, []), catalogue)
            if kept != texts.get(strand.key, ""):
                raise _unbalanced_strand(catalogue, record, strand, kept, texts.get(strand.key, ""))
    for left in entries.values():
        raise Unbalanced(catalogue.source.file, where=left[0].strand or "", missing="", surplus=left[0].text[:SHOWN])
    return in_model


def _pairs(records: Sequence[Record], catalogue: Catalogue) -> Iterable[tuple[Record, Competence]]:
    return zip(records, catalogue.competences, strict=True)


def _strands(record: Record) -> tuple[Strand, ...]:
    return (record.name, record.core, *record.bodies.values())


def _texts(record: Record, competence: Competence) -> dict[str, str]:
    """For each strand's key the characters of the texts that were made of it."""
    indicators = "".join(indicator.text for indicator in competence.indicators)
    by_role = {
        Role.BODY: competence.description + indicators,
        Role.DESCRIPTION: competence.description,
        Role.INDICATORS: indicators,
    }
    texts = {strand.key: printed_characters(by_role[role]) for role, strand in record.bodies.items()}
    texts[record.name.key] = printed_characters(competence.name)
    if not record.core.is_empty():
        texts[record.core.key] = printed_characters(competence.core_competence)
    return texts


def _without_entries(strand: Strand, entries: list[Entry], catalogue: Catalogue) -> str:
    """The strand's characters less those of the entries, each checked to be where it says."""
    source = "".join(printed_characters(line.text) for line in strand.lines)
    kept, position = [], 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        end = entry.offset + len(entry.text)
        if entry.offset < position or source[entry.offset : end] != entry.text:
            where = f"{place_in_words(entry.place)}, {entry.reason}"
            raise Unbalanced(catalogue.source.file, where=where, missing="", surplus=entry.text[:SHOWN])
        kept.append(source[position : entry.offset])
        position = end
    return "".join([*kept, source[position:]])


def _unbalanced_strand(catalogue: Catalogue, record: Record, strand: Strand, kept: str, made: str) -> Unbalanced:
    changes = [c for c in SequenceMatcher(None, kept, made, autojunk=False).get_opcodes() if c[0] != "equal"]
    missing = " … ".join(kept[i1:i2] for _, i1, i2, _, _ in changes if i2 > i1)
    surplus = " … ".join(made[j1:j2] for _, _, _, j1, j2 in changes if j2 > j1)
    name = " ".join(record.name.text.split())
    where = f"{name}, {place_in_words(record.place)}, {strand.key.rpartition('.')[2]}"
    return Unbalanced(catalogue.source.file, where=where, missing=missing[:SHOWN], surplus=surplus[:SHOWN])


def _wrong_number(records: Sequence[Record], catalogue: Catalogue) -> Unbalanced:
    made = Counter(printed_characters(competence.name) for competence in catalogue.competences)
    lost = [record for record in records if not made[printed_characters(record.name.text.replace("-", ""))]]
    where = f"{len(catalogue.competences)} / {len(records)}"
    names = "; ".join(" ".join(record.name.text.split()) for record in lost)
    return Unbalanced(catalogue.source.file, where=where, missing=names[:SHOWN], surplus="")


def _sample(characters: Counter[str]) -> str:
    return "".join(sorted(characters.elements()))[:SHOWN]
