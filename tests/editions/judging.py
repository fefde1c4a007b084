"""One document → a verdict: exact, wrong where a finding says so, an error with its cause, quietly wrong, or a crash.

A field that differs counts as told only when a warning names its competence (and its field, if any) or lies on
the place that the field was read from. The last two verdicts are those that must never be.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import Final, NamedTuple

from catalogus import read
from transform.errors import CatalogusError
from transform.findings import Code, Finding, Severity
from transform.model import Catalogue, Competence
from transform.place import PagePlace, WordPlace
from transform.reading import Reading


class Verdict(StrEnum):
    """What became of a document."""

    EXACT = "exact"
    TOLD = "told"
    ERROR = "error"
    QUIET = "quiet"
    CRASH = "crash"


#: Verdicts that no document may get.
FORBIDDEN = frozenset({Verdict.QUIET, Verdict.CRASH})


#: How much of a text is shown.
SHOWN: Final = 60


class Judgement(NamedTuple):
    """A verdict, and what there is to say about it: a cause, or the fields that differ."""

    verdict: Verdict
    detail: str = ""


class Difference(NamedTuple):
    """A field that was read otherwise than it was written; ``competence`` as read, empty for the document's own."""

    competence: str
    field: str
    written: str
    read: str


#: Findings of a reader that say of a cell that its text may be more or less than what is meant.
OF_THE_CELL: Final = frozenset(
    {
        Code.TEXT_BOX,
        Code.STRUCK_TEXT,
        Code.FAINT_TEXT,
        Code.PICTURE,
        Code.FIELD_UNREAD,
        Code.CONTROL_UNSURE,
        Code.ADDED_WORDS,
        Code.CELLS_JOINED,
    }
)
#: What says that the title, or what the appendix is called, may be wrong.
OF_THE_HEADING: Final = (
    Code.TITLE_UNPRINTED,
    Code.TITLE_UNSURE,
    Code.TEXT_FROM_OCR,
    Code.CONTROL_UNSURE,
    Code.FIELD_UNREAD,
)
#: Fields of the document itself → what says that they may be wrong; a competence may be lost with its whole table.
OF_THE_DOCUMENT: Final = {
    "title": (*OF_THE_HEADING, Code.TEXT_BOX, Code.PICTURE, Code.TITLE_MISSING),
    "appendix": OF_THE_HEADING,
    "competence": (
        Code.LABEL_OUTSIDE,
        Code.PAGE_UNREAD,
        Code.TABLE_UNLIKE,
        Code.TABLE_ELSEWHERE,
        Code.PICTURE,
        Code.PAGE_ORDER,
    ),
}


def judge(data: bytes, name: str, gold: Catalogue) -> Judgement:
    """Read a document and compare it with what went in."""
    try:
        return judge_reading(read(data, name), gold)
    except CatalogusError as error:
        return Judgement(Verdict.ERROR, str(error.cause))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what there is to say about this document
        return Judgement(Verdict.CRASH, _where(error))


def judge_reading(reading: Reading, gold: Catalogue) -> Judgement:
    """Compare what was read with what went in."""
    if reading.books.unaccounted:
        return Judgement(Verdict.QUIET, f"{reading.books.unaccounted} characters unaccounted for")
    differences = list(catalogues_to_differences(gold, reading.catalogue))
    quiet = [d for d in differences if not is_told(d, reading)]
    if quiet:
        return Judgement(Verdict.QUIET, "; ".join(map(_shown, quiet)))
    return Judgement(Verdict.TOLD, "; ".join(map(_shown, differences))) if differences else Judgement(Verdict.EXACT)


def _where(error: Exception) -> str:
    """``IndexError in pdf_open.py:102``."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"


def _shown(difference: Difference) -> str:
    """The field, and both texts from a little before the place where they part."""
    pairs = zip(difference.written, difference.read, strict=False)
    apart = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    begin = max(0, apart - SHOWN // 3)
    written, found = (text[begin : begin + SHOWN] for text in (difference.written, difference.read))
    return f"{difference.competence[:SHOWN]} {difference.field}: {written!r} → {found!r}"


def catalogues_to_differences(gold: Catalogue, found: Catalogue) -> Iterator[Difference]:
    """Every field that differs; competences are paired by name, and in order where names differ."""
    for field, written, read_ in (("title", gold.title, found.title), ("appendix", gold.appendix, found.appendix)):
        if written != read_:
            yield Difference("", field, written, read_)
    names = [c.name for c in gold.competences], [c.name for c in found.competences]
    if len(names[0]) != len(names[1]):
        yield from _unpaired(gold, found)
        return
    for competence, other in zip(gold.competences, found.competences, strict=True):
        yield from _competence(competence, other)


def _unpaired(gold: Catalogue, found: Catalogue) -> Iterator[Difference]:
    """Competences that were read but not written, those that differ, and those that are lost altogether."""
    written = {c.name: c for c in gold.competences}
    differ = False
    for other in found.competences:
        own = written.pop(other.name, None)
        pairs = [Difference(other.name, "name", "", other.name)] if own is None else list(_competence(own, other))
        differ = differ or bool(pairs)
        yield from pairs
    if not differ:
        yield from (Difference("", "competence", name, "") for name in written)


def _competence(own: Competence, other: Competence) -> Iterator[Difference]:
    for field in ("name", "core_competence", "description"):
        if getattr(own, field) != getattr(other, field):
            yield Difference(other.name, field, getattr(own, field), getattr(other, field))
    texts = [i.text for i in own.indicators], [i.text for i in other.indicators]
    if texts[0] != texts[1]:
        mine, theirs = next(((a, b) for a, b in zip(*texts, strict=False) if a != b), ("", ""))
        yield Difference(other.name, "indicator", mine or str(len(texts[0])), theirs or str(len(texts[1])))


def is_told(difference: Difference, reading: Reading) -> bool:
    """Whether a warning is about this field."""
    return any(
        finding.severity is Severity.WARNING and _is_about(finding, difference, reading) for finding in reading.findings
    )


def _is_about(finding: Finding, difference: Difference, reading: Reading) -> bool:
    if not difference.competence:
        return finding.code in OF_THE_DOCUMENT.get(difference.field, ())
    if finding.competence is not None:
        return finding.competence == difference.competence and finding.field in (None, difference.field)
    return any(_overlap(finding, place) for place in _places(difference, reading))


def _places(difference: Difference, reading: Reading) -> Iterator[object]:
    ids = {c.id for c in reading.catalogue.competences if c.name == difference.competence}
    field = "text" if difference.field == "indicator" else difference.field
    for origin in reading.provenance:
        if origin.id.split(".")[0] in ids and origin.field == field:
            yield from origin.places


def _overlap(finding: Finding, place: object) -> bool:
    one, other = finding.place, place
    if isinstance(one, WordPlace) and isinstance(other, WordPlace):
        return _holds(finding, one, other)
    if not isinstance(one, PagePlace) or not isinstance(other, PagePlace) or one.page != other.page:
        return False
    across = one.box.x0 < other.box.x1 and other.box.x0 < one.box.x1
    return across and one.box.top < other.box.bottom and other.box.top < one.box.bottom


def _holds(finding: Finding, one: WordPlace, field: WordPlace) -> bool:
    """Whether a finding is about the whole table that a field stands in, or about what its very cell holds."""
    if one.table is None or one.table != field.table:
        return False
    return one.row is None or (finding.code in OF_THE_CELL and (one.row, one.cell) == (field.row, field.cell))
