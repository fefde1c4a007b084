"""The desk of the Word reader: what every stage looks up besides what any reader lays aside.

Scope: styles, lists, comments, fields. One desk per document; nothing here outlives the reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.desk import Desk
from extract.word_fields import NO_FIELDS, Fields
from extract.word_inline import Aside
from extract.word_numbering import Counters, Numbering
from extract.word_styles import Styles
from extract.word_tree import Element


@dataclass
class WordDesk(Desk[Aside]):
    """The state of one reading. ``notes`` are the references met, in order; ``comments`` the texts by id."""

    styles: Styles
    numbering: Numbering
    counters: Counters
    comments: dict[str, str] = field(default_factory=dict)
    fields: Fields = NO_FIELDS


def new_desk(
    styles: Element | None, numbering: Element | None, comments: dict[str, str], *, plain_paper: bool = True
) -> WordDesk:
    """A desk for a document with these parts, each None where the package has none.

    ``plain_paper``: nothing lies behind its text.
    """
    known = Styles(styles, plain_paper=plain_paper)
    lists = Numbering(numbering, known)
    return WordDesk(styles=known, numbering=lists, counters=Counters(lists), comments=comments)
