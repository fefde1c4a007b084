"""Comparison → a Word document with tracked changes: accept them for the new edition, reject them for the old one.

Built from the model and never from a source file, with the look of the clean document (``as_word``). Words that
changed are marked one by one; what moved is taken out where it stood and put in where it stands, since word
processors do not agree on tracked moves. Where a competence gets its first indicators, or loses its last, the
properties of one paragraph mark change with it, as tracked formatting.

Prevents: a redline that shows the changes and gives neither edition back. Both are rebuilt from the written file
and compared before it leaves the house; how word processors accept and reject it is for the tests.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from emit.word_words import WORDS
from transform.comparison import Comparison
from transform.errors import Usage
from transform.model import InvalidCatalogueError, check_text

#: Neutral, so that the same editions give the same bytes.
AUTHOR: Final = "Catalogus"
DATE: Final = "2000-01-01T00:00:00Z"


def comparison_to_word(
    comparison: Comparison, language: str = "nl", *, author: str = AUTHOR, date: str = DATE
) -> bytes:
    """The comparison as a Word file.

    ``language`` (``nl`` or ``en``) is that of the header row, the label and the table's caption. ``author`` and
    ``date`` (ISO 8601) stand at every change. Raises KeyError for another language, Usage for an author or date
    that Word cannot hold, ExportDiffers if an edition does not come back.
    """
    from emit.redline_body import Stamp, plan_to_word
    from emit.redline_check import check_redline
    from emit.redline_plan import comparison_to_plan

    words = WORDS[language]
    stamp = Stamp(checked_author(author), date_to_stamp(date))
    data = plan_to_word(comparison_to_plan(comparison, words.label), words, stamp)
    check_redline(data, comparison, words)
    return data


def checked_author(author: str) -> str:
    """The author as given; raises Usage for one that is empty or holds what is not text."""
    try:
        check_text("--author", author, required=True)
    except InvalidCatalogueError as refusal:
        raise Usage(fault=str(refusal)) from refusal
    return author


def date_to_stamp(date: str) -> str:
    """A date, or a date and time, as Word writes it: to the second, in UTC; one without a zone is taken as UTC.

    Raises Usage for what is not ISO 8601.
    """
    try:
        moment = datetime.fromisoformat(date)
        there = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError) as refusal:
        raise Usage(fault=f"--date: {date!r} is not ISO 8601") from refusal
    return there.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
