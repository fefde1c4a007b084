"""A comparison → what the tracked-changes document shows: the rows of both editions, each with its side.

Scope: the order of rows and indicators in which either edition keeps its own, and the title and appendix line. The
paragraphs of a row are ``redline_cell``'s. Non-goals: XML (``redline_body``). Prevents: an edition that comes back
in another order. What moved is therefore shown twice: taken out where it stood, put in where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from emit.redline_cell import Paragraph, Slot, compared, competences_to_paragraphs, in_either, whole
from transform.comparison import Comparison, Kind, Pair, Side
from transform.model import Competence


class Row(NamedTuple):
    """A row: the edition it stands in, and its paragraphs in order, those without any text left out."""

    side: Side
    paragraphs: tuple[Paragraph, ...]

    def texts(self, slot: Slot) -> tuple[str, ...]:
        """What the paragraphs of one kind show."""
        return tuple(paragraph.shown for paragraph in self.paragraphs if paragraph.slot is slot)


class Plan(NamedTuple):
    """The whole document: title and appendix line (with no pieces where there is none), and the rows."""

    title: Paragraph
    appendix: Paragraph
    rows: tuple[Row, ...]


def comparison_to_plan(comparison: Comparison, label: str) -> Plan:
    """What to show of a comparison; ``label`` is the line above indicators."""
    old, new = comparison.old, comparison.new
    return Plan(
        title=heading_to_paragraph(*known(old.title, new.title)),
        appendix=heading_to_paragraph(*known(old.appendix, new.appendix)),
        rows=tuple(comparison_to_rows(comparison, label)),
    )


def known(old: str | None, new: str | None) -> tuple[str, str]:
    """Both texts; one that an edition cannot hold (CSV) is as in the other one."""
    return (new if old is None else old) or "", (old if new is None else new) or ""


def heading_to_paragraph(old: str, new: str) -> Paragraph:
    """A line above the table; an empty one is no paragraph."""
    return compared(Slot.HEADING, old, new)._replace(mark=in_either(old=bool(old), new=bool(new)))


def comparison_to_rows(comparison: Comparison, label: str) -> Iterator[Row]:
    """The rows of both editions."""
    old, new = comparison.old.competences, comparison.new.competences
    inner = dict(zip(comparison.pairs, comparison.indicators, strict=True))
    moved = {change.old.position - 1 for change in comparison.changes if change.kind is Kind.REORDERED and change.old}
    kept = [pair for pair in inner if pair.new is not None and pair.old not in {None, *moved}]
    for pair in pairs_to_order(kept, len(old), len(new)):
        before = None if pair.old is None else old[pair.old]
        after = None if pair.new is None else new[pair.new]
        if before and after:
            items = items_to_order(comparison, pair, inner[pair], len(before.indicators), len(after.indicators))
            yield Row(Side.BOTH, competences_to_paragraphs(before, after, items, label))
        elif before:
            yield competence_to_row(before, Side.OLD, label)
        elif after:
            yield competence_to_row(after, Side.NEW, label)


def pairs_to_order(kept: Iterable[Pair], olds: int, news: int) -> Iterator[Pair]:
    """Everything of both editions in an order that is that of either: in every gap what is gone before what came.

    ``kept`` are the pairs that stay where they are: in the same order on both sides.
    """
    next_old = next_new = 0
    for old, new in (*((pair.old or 0, pair.new or 0) for pair in kept), (olds, news)):
        yield from (Pair(at, None) for at in range(next_old, old))
        yield from (Pair(None, at) for at in range(next_new, new))
        if old < olds:
            yield Pair(old, new)
        next_old, next_new = old + 1, new + 1


def items_to_order(comparison: Comparison, pair: Pair, items: Sequence[Pair], olds: int, news: int) -> list[Pair]:
    """The indicators of one competence of both editions, in the order in which they are shown."""
    moved = {
        change.old.number - 1
        for change in comparison.changes
        if change.kind is Kind.INDICATOR_REORDERED and change.old and change.old.position - 1 == pair.old
    }
    kept = [item for item in items if item.new is not None and item.old not in {None, *moved}]
    return list(pairs_to_order(kept, olds, news))


def competence_to_row(competence: Competence, side: Side, label: str) -> Row:
    """A row that one edition has."""
    paragraphs = (
        whole(Slot.NAME, competence.name, side),
        whole(Slot.CORE_COMPETENCE, competence.core_competence, side),
        whole(Slot.DESCRIPTION, competence.description, side),
        whole(Slot.LABEL, label if competence.indicators else "", side),
        *(whole(Slot.INDICATOR, indicator.text, side) for indicator in competence.indicators),
    )
    return Row(side, tuple(paragraph for paragraph in paragraphs if paragraph.pieces))
