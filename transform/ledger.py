"""The ledger: every character of the source that is not in the model, with the reason why."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from transform.document import Line, printed_characters
from transform.place import Origin, page_of


class Reason(StrEnum):
    """Why characters of the source are not in the text of a competence."""

    TITLE = "title"
    APPENDIX = "appendix"
    OUTSIDE = "outside"
    OTHER_TABLE = "other-table"
    HEADER = "header"
    ABOVE_HEADER = "above-header"
    PAGE_AGAIN = "page-again"
    EMPTY_ROW = "empty-row"
    GROUP_HEADING = "group-heading"
    EXTRA_COLUMN = "extra-column"
    REMARK = "remark"
    LABEL = "label"
    BULLET = "bullet"
    HYPHEN = "hyphen"
    NOTE_MARK = "note-mark"
    LINE_AGAIN = "line-again"
    NAME_AGAIN = "name-again"
    CORE_COMPETENCE = "core-competence"
    CORE_COMPETENCE_AGAIN = "core-competence-again"
    DESCRIPTION_AGAIN = "description-again"


class Entry(Struct, frozen=True, kw_only=True, gc=False):
    """Characters left out: ``text`` without white space (empty for an empty row), from where and why.

    ``strand`` and ``offset`` say which characters of which piece of the source these are, so that the books
    can take them out again; they are set for entries within a row of the catalogue.
    """

    reason: Reason
    text: str
    place: Origin
    competence: str | None = None
    strand: str | None = None
    offset: int = 0

    @property
    def page(self) -> int | None:
        """The page, where the format has pages."""
        return page_of(self.place)


def line_to_entry(reason: Reason, line: Line) -> Entry:
    """The entry of a whole line that is left out."""
    return Entry(reason=reason, text=printed_characters(line.text), place=line.origin)


class Books(Struct, frozen=True, kw_only=True):
    """The balance: ``characters`` of the source, how many are in the model, how many in the ledger."""

    competences: int
    indicators: int
    characters: int
    in_model: int
    in_ledger: int

    @property
    def unaccounted(self) -> int:
        """What neither the model nor the ledger holds."""
        return self.characters - self.in_model - self.in_ledger
