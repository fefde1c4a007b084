"""Findings: every flaw of the document and every decision of the transform, for a person to judge.

A code never changes its meaning. What a code says in Dutch and English stands in ``emit/language.py``; here is
what it is and how heavy.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct

from transform.place import Origin, page_of


class Severity(StrEnum):
    """How heavy a finding weighs: a note is for the record, a warning wants a person and fails ``--strict``."""

    NOTE = "opmerking"
    WARNING = "waarschuwing"


class Code(StrEnum):
    """What was found. Grouped by the stage that reports it."""

    # What the reader met.
    TRACKED_CHANGE = "tracked-change"
    COMMENT = "comment"
    HIDDEN_TEXT = "hidden-text"
    STRUCK_TEXT = "struck-text"
    FAINT_TEXT = "faint-text"
    TEXT_DRAWN_TWICE = "text-drawn-twice"
    TEXT_ASLANT = "text-aslant"
    TEXT_OVERLAPS = "text-overlaps"
    LINES_BESIDE = "lines-beside"
    SMALL_CAPITALS = "small-capitals"
    ROWS_FROM_WHITE_SPACE = "rows-from-white-space"
    TEXT_FROM_OCR = "text-from-ocr"
    LAYER_HIDDEN = "layer-hidden"
    CHARACTERS_MISNAMED = "characters-misnamed"
    PAGE_UNREAD = "page-unread"
    PAGE_BLANK = "page-blank"
    PAGE_ORDER = "page-order"
    NOTE_TEXT = "note-text"
    TEXT_BOX = "text-box"
    PICTURE = "picture"
    FIELD_UNREAD = "field-unread"
    CONTROL_UNSURE = "control-unsure"
    # Table and rows.
    COLUMN_ORDER = "column-order"
    COLUMN_EXTRA = "column-extra"
    COLUMNS_JOINED = "columns-joined"
    SIDE_BY_SIDE = "side-by-side"
    CELLS_JOINED = "cells-joined"
    TABLE_PASSED_OVER = "table-passed-over"
    TABLE_UNLIKE = "table-unlike"
    TABLE_UNSURE = "table-unsure"
    TABLE_ELSEWHERE = "table-elsewhere"
    LABEL_OUTSIDE = "label-outside"
    PAGE_AGAIN = "page-again"
    ROW_CONTINUED = "row-continued"
    LINE_AGAIN = "line-again"
    GROUP_HEADING = "group-heading"
    ROW_LEFT_OUT = "row-left-out"
    CORE_COMPETENCE_FILLED = "core-competence-filled"
    CORE_COMPETENCE_MISSING = "core-competence-missing"
    CORE_COMPETENCE_UNSURE = "core-competence-unsure"
    CORE_COMPETENCE_ALIKE = "core-competence-alike"
    # Names, descriptions and indicators.
    NAME_JOINED = "name-joined"
    NAME_TWICE = "name-twice"
    NAME_NUMBERED = "name-numbered"
    SLASH_JOINED = "slash-joined"
    HYPHEN_JOINED = "hyphen-joined"
    HYPHEN_KEPT = "hyphen-kept"
    HYPHEN_UNSURE = "hyphen-unsure"
    WORD_CUT = "word-cut"
    WORD_UNSURE = "word-unsure"
    LABEL_INLINE = "label-inline"
    LABEL_MISSING = "label-missing"
    LABEL_UNSURE = "label-unsure"
    BULLET_MISSING = "bullet-missing"
    BULLET_UNLIKE = "bullet-unlike"
    BULLET_INLINE = "bullet-inline"
    LINE_CONTINUED = "line-continued"
    LINE_UNSURE = "line-unsure"
    ITEM_UNSURE = "item-unsure"
    DESCRIPTION_MISSING = "description-missing"
    INDICATORS_MISSING = "indicators-missing"
    # The text itself.
    RAISED_TEXT = "raised-text"
    SYMBOL_INLINE = "symbol-inline"
    SPACE_BEFORE_PUNCTUATION = "space-before-punctuation"
    SPACE_DOUBLED = "space-doubled"
    WORD_DOUBLED = "word-doubled"
    SENTENCE_DOUBLED = "sentence-doubled"
    FULL_STOP_MISSING = "full-stop-missing"
    TEXT_CUT = "text-cut"
    BEGINS_SMALL = "begins-small"
    ADDED_WORDS = "added-words"
    TITLE_MISSING = "title-missing"
    TITLE_UNPRINTED = "title-unprinted"
    TITLE_UNSURE = "title-unsure"


#: Codes that want a person; every other code is a note.
WARNINGS: Final = frozenset(
    {
        Code.TRACKED_CHANGE,
        Code.HIDDEN_TEXT,
        Code.STRUCK_TEXT,
        Code.FAINT_TEXT,
        Code.TEXT_ASLANT,
        Code.TEXT_OVERLAPS,
        Code.LINES_BESIDE,
        Code.SMALL_CAPITALS,
        Code.ROWS_FROM_WHITE_SPACE,
        Code.TEXT_FROM_OCR,
        Code.LAYER_HIDDEN,
        Code.CHARACTERS_MISNAMED,
        Code.PAGE_UNREAD,
        Code.PAGE_BLANK,
        Code.PAGE_ORDER,
        Code.NOTE_TEXT,
        Code.RAISED_TEXT,
        Code.SYMBOL_INLINE,
        Code.TEXT_BOX,
        Code.PICTURE,
        Code.FIELD_UNREAD,
        Code.CONTROL_UNSURE,
        Code.COLUMN_EXTRA,
        Code.COLUMNS_JOINED,
        Code.SIDE_BY_SIDE,
        Code.CELLS_JOINED,
        Code.TABLE_UNLIKE,
        Code.TABLE_UNSURE,
        Code.TABLE_ELSEWHERE,
        Code.CORE_COMPETENCE_MISSING,
        Code.CORE_COMPETENCE_UNSURE,
        Code.CORE_COMPETENCE_ALIKE,
        Code.LINE_AGAIN,
        Code.ROW_LEFT_OUT,
        Code.NAME_TWICE,
        Code.NAME_NUMBERED,
        Code.LABEL_OUTSIDE,
        Code.PAGE_AGAIN,
        Code.HYPHEN_UNSURE,
        Code.WORD_CUT,
        Code.WORD_UNSURE,
        Code.LABEL_MISSING,
        Code.LABEL_UNSURE,
        Code.BULLET_MISSING,
        Code.BULLET_INLINE,
        Code.LINE_UNSURE,
        Code.ITEM_UNSURE,
        Code.DESCRIPTION_MISSING,
        Code.INDICATORS_MISSING,
        Code.WORD_DOUBLED,
        Code.SENTENCE_DOUBLED,
        Code.TEXT_CUT,
        Code.BEGINS_SMALL,
        Code.ADDED_WORDS,
        Code.TITLE_MISSING,
        Code.TITLE_UNPRINTED,
        Code.TITLE_UNSURE,
    }
)


class Evidence(StrEnum):
    """Why a hyphen was joined or kept: the rules of hyphens, in the order in which they are asked."""

    NO_BREAK_HYPHEN = "no-break-hyphen"
    SUSPENDED = "suspended"
    DIGIT_OR_CAPITAL = "digit-or-capital"
    ABBREVIATION = "abbreviation"
    ONE_LETTER = "one-letter"
    JOINED_ELSEWHERE = "joined-elsewhere"
    HYPHENATED_ELSEWHERE = "hyphenated-elsewhere"
    AUTOMATIC = "automatic"
    LINKING_S = "linking-s"
    COMPOUND = "compound"
    BROKEN_WORD = "broken-word"
    WHOLE_WORD = "whole-word"
    WORD_LIST = "word-list"
    HABIT = "habit"
    NARROW_COLUMN = "narrow-column"
    NONE = "none"


#: Grounds that leave it to a person: a guess, and nothing at all.
IN_DOUBT: Final = frozenset({Evidence.WORD_LIST, Evidence.HABIT, Evidence.NARROW_COLUMN, Evidence.NONE})


class Finding(Struct, frozen=True, kw_only=True, gc=False):
    """One finding: what (``code``), where, and what it was and became (equal where the text was kept).

    ``field`` is the model's field (``name``, ``description``, ``indicator``…), ``evidence`` the ground of a
    decision.
    """

    code: Code
    place: Origin | None = None
    competence: str | None = None
    field: str | None = None
    was: str = ""
    became: str = ""
    evidence: Evidence | None = None

    @property
    def severity(self) -> Severity:
        """Fixed by the code."""
        return Severity.WARNING if self.code in WARNINGS else Severity.NOTE

    @property
    def page(self) -> int | None:
        """The page, where the format has pages."""
        return page_of(self.place)
