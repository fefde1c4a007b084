"""The desk of the Word reader: what every stage looks up besides what any reader lays aside.

Scope: styles, lists, comments, fields, the data of content controls. One desk per document; nothing here outlives
the reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from extract.desk import Desk
from extract.paragraph import Indents
from extract.pieces import Change
from extract.word_controls import Doubt, Stores, runs_that_prompt, story_to_doubts
from extract.word_fields import NO_FIELDS, Fields, story_to_fields
from extract.word_inline import Aside
from extract.word_numbering import Counters, Numbered, Numbering
from extract.word_styles import Styles
from extract.word_tree import Element


class Setup(NamedTuple):
    """What the properties of a paragraph come to: the change that tracks its mark, its list, its indents.

    Those indents are ``marked`` where the list draws a marker, which some levels do not.
    """

    mark: Change
    numbered: Numbered | None
    marked: Indents
    unmarked: Indents


@dataclass
class WordDesk(Desk[Aside]):
    """The state of one reading. ``notes`` are the references met, in order; ``comments`` the texts by id.

    ``doubts``: what is in doubt of the content controls of a paragraph. ``setups`` by what paragraph properties say.
    """

    styles: Styles
    numbering: Numbering
    counters: Counters
    comments: dict[str, str] = field(default_factory=dict)
    fields: Fields = NO_FIELDS
    stores: Stores = field(default_factory=dict)
    doubts: dict[Element, list[Doubt]] = field(default_factory=dict)
    setups: dict[tuple[object, ...], Setup] = field(default_factory=dict)

    def begin(self, story: Element) -> None:
        """Look over a story (a body, a note, a text box) before its paragraphs are read."""
        self.fields |= story_to_fields(story)
        for paragraph, doubt in story_to_doubts(story, self.stores):
            if doubt not in self.doubts.setdefault(paragraph, []):
                self.doubts[paragraph].append(doubt)
        if self.doubts:
            self.fields = self.fields._replace(prompts=self.fields.prompts | runs_that_prompt(story))


def new_desk(
    styles: Element | None, numbering: Element | None, comments: dict[str, str], *, plain_paper: bool = True
) -> WordDesk:
    """A desk for a document with these parts, each None where the package has none.

    ``plain_paper``: nothing lies behind its text.
    """
    known = Styles(styles, plain_paper=plain_paper)
    lists = Numbering(numbering, known)
    return WordDesk(styles=known, numbering=lists, counters=Counters(lists), comments=comments)
