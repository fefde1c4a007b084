"""What stands before names and is none of them: bullets, numbers that count on, and labels.

1 │ 1. Durf         Numbers may stand in a cell of their own, before the name, or both.
2 │ 2. Integriteit
"""

from __future__ import annotations

from collections.abc import Sequence

from transform.body import Slice
from transform.bullets import Bullet, names_to_bullets
from transform.labels import NAME_LABEL
from transform.records import Record
from transform.strand import Strand


def numbers_before_names(records: Sequence[Record]) -> list[Slice]:
    """The bullet, number or label before each name as a slice of its strand, empty where there is none."""
    named = [record.name.lines[0] for record in records if record.name.lines]
    labels = [NAME_LABEL.match(record.name.text) for record in records]
    if all(labels):
        return [Slice(0, label.end()) for label in labels if label]
    found = names_to_bullets(named) if len(named) == len(records) else [None] * len(records)
    slices = [_before(record.name, bullet) for record, bullet in zip(records, found, strict=True)]
    return _with_second_numbers(records, slices)


def _with_second_numbers(records: Sequence[Record], slices: list[Slice]) -> list[Slice]:
    """The same with the numbers that are typed before names as well, where others stand in a cell of their own."""
    names = [record.name for record in records]
    pairs = list(zip(names, slices, strict=True))
    if not all(len(n.lines) > 1 and n.text[: s.end].split() == n.lines[0].text.split() for n, s in pairs):
        return slices
    again = names_to_bullets([name.lines[1] for name in names])
    ends = [
        len(name.lines[0].text) + 1 + (bullet.length if bullet else 0)
        for name, bullet in zip(names, again, strict=True)
    ]
    return [Slice(0, end if name.text[end:].strip() else s.end) for (name, s), end in zip(pairs, ends, strict=True)]


def _before(strand: Strand, bullet: Bullet | None) -> Slice:
    """What a bullet takes of a strand; nothing if it is all there is."""
    length = bullet.length if bullet else 0
    return Slice(0, length if strand.text[length:].strip() else 0)
