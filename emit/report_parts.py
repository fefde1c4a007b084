"""What every report of a comparison is made of: changes by competence, the texts to show, counts, and signs.

Not here: words (``comparison_words``) and any format. Each change of the comparison is in exactly one group, so
a report that goes through all groups passes none over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from transform.comparison import Change, Comparison, Kind, Pair, Piece, Side, Weight
from transform.model import Competence


class Group(NamedTuple):
    """The changes of one competence; of the document itself when there is neither an old nor a new competence.

    ``old`` and ``new`` are the competence in both editions (None where it is not), with its ``position`` from 1
    in the new edition, or in the old one if it is gone.
    """

    old: Competence | None
    new: Competence | None
    position: int
    changes: tuple[Change, ...]

    @property
    def competence(self) -> Competence | None:
        """The competence as it is now, or as it last was."""
        return self.new or self.old


def comparison_to_groups(comparison: Comparison) -> tuple[Group, ...]:
    """The document's group first, then one for each pair of competences, in order, changed or not."""
    of_document: list[Change] = []
    of_pair: list[list[Change]] = [[] for _ in comparison.pairs]
    by_old = {pair.old: index for index, pair in enumerate(comparison.pairs)}
    by_new = {pair.new: index for index, pair in enumerate(comparison.pairs)}
    for change in comparison.changes:
        if change.kind in _OF_DOCUMENT:
            of_document.append(change)
        elif change.new is not None:
            of_pair[by_new[change.new.position - 1]].append(change)
        elif change.old is not None:
            of_pair[by_old[change.old.position - 1]].append(change)
    pairs = (_pair_to_group(pair, comparison, changes) for pair, changes in zip(comparison.pairs, of_pair, strict=True))
    return (Group(None, None, 0, tuple(of_document)), *pairs)


#: Kinds of change that are of the whole document. The positions of their places are not those of competences.
_OF_DOCUMENT: Final = frozenset(
    {Kind.TITLE, Kind.APPENDIX, Kind.CORE_ADDED, Kind.CORE_REMOVED, Kind.CORE_RENAMED},
)


def _pair_to_group(pair: Pair, comparison: Comparison, changes: Iterable[Change]) -> Group:
    old = None if pair.old is None else comparison.old.competences[pair.old]
    new = None if pair.new is None else comparison.new.competences[pair.new]
    position = pair.old if pair.new is None else pair.new
    return Group(old, new, (position or 0) + 1, tuple(changes))


class Shown(NamedTuple):
    """A text to show with a change: of which field (empty: the one that changed), which number, word by word."""

    field: str
    number: int
    pieces: tuple[Piece, ...]


def change_to_texts(change: Change, group: Group) -> tuple[Shown, ...]:
    """The text that changed; for a competence added or removed also all that it says or said."""
    texts = [Shown("", 0, change.pieces)]
    if change.kind is Kind.ADDED and group.new is not None:
        texts += _all_texts(group.new, Side.NEW)
    if change.kind is Kind.REMOVED and group.old is not None:
        texts += _all_texts(group.old, Side.OLD)
    return tuple(texts)


def _all_texts(competence: Competence, side: Side) -> Iterator[Shown]:
    for field in ("core_competence", "description"):
        text = getattr(competence, field)
        if text:
            yield Shown(field, 0, (Piece(side, text),))
    for number, indicator in enumerate(competence.indicators, 1):
        yield Shown("indicator", number, (Piece(side, indicator.text),))


class Count(NamedTuple):
    """How many changes of one kind there are, by weight."""

    kind: Kind
    substantive: int
    typographic: int

    @property
    def total(self) -> int:
        """Changes of this kind, of either weight."""
        return self.substantive + self.typographic


def changes_to_counts(changes: Iterable[Change]) -> tuple[Count, ...]:
    """A count for each kind that there is, in the order of the kinds."""
    found = [(change.kind, change.weight) for change in changes]
    counts = (
        Count(kind, found.count((kind, Weight.SUBSTANTIVE)), found.count((kind, Weight.TYPOGRAPHIC))) for kind in Kind
    )
    return tuple(count for count in counts if count.total)


#: Characters that show nothing, or that turn what stands around them: controls, soft hyphens, zero-width spaces
#: and joiners, direction marks, variation selectors, fillers, tags, and the private use that has no letter.
_UNSEEN: Final = re.compile(
    "([\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff])"
)


class Run(NamedTuple):
    """A stretch of text as it is, or one unseen character by its code point (``U+00AD``)."""

    text: str
    unseen: bool


def text_to_runs(text: str) -> Iterator[Run]:
    """The text with each character spelled out that a reader could not see, or that could mislead one.

    So is an accent at the very start: it would join the sign or the piece before it. Look-alikes (a Cyrillic for
    a Latin letter, one kind of hyphen for another) are not spelled out: a change of those shows twice the same.
    """
    if text and unicodedata.category(text[0]).startswith("M") and not _UNSEEN.match(text):
        yield Run(code_point(text[0]), unseen=True)
        text = text[1:]
    for index, part in enumerate(_UNSEEN.split(text)):
        if part:
            yield Run(code_point(part), unseen=True) if index % 2 else Run(part, unseen=False)


def code_point(character: str) -> str:
    """``U+00AD`` for a soft hyphen."""
    return f"U+{ord(character):04X}"


def seen(text: str) -> str:
    """The text with each unseen character as ``‹U+00AD›``: for plain text, where nothing else can mark it."""
    return "".join(f"‹{run.text}›" if run.unseen else run.text for run in text_to_runs(text))


#: What stands around a piece of text in plain text, by its side.
SIGNS: Final[dict[Side, tuple[str, str]]] = {Side.BOTH: ("", ""), Side.OLD: ("[-", "-]"), Side.NEW: ("{+", "+}")}


def pieces_to_signed(pieces: Iterable[Piece]) -> str:
    """``de [-oude-]{+nieuwe+} tekst``. Signs that stand in the text itself are left, and read as ours."""
    return "".join(f"{SIGNS[piece.side][0]}{seen(piece.text)}{SIGNS[piece.side][1]}" for piece in pieces)
