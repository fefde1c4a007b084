"""Comparison → Markdown (CommonMark with GitHub's tables), for a merge request or a wiki.

What was removed stands in ``{-…-}`` and what was added in ``{+…+}``, which some sites colour; strong and struck
text are not used, for their marks fail beside a space or a punctuation mark. All that Markdown or HTML would
take for markup is escaped, and characters that show nothing are spelled out as code. Not prevented: a site that
looks for names (``@iemand``) or numbers (``#3``) in text that was already rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from emit.comparison_words import change_sentence, field_label, kind_words, summary_words, weight_words
from emit.language import number_words, printable, translated
from emit.messages import marked
from emit.report_parts import (
    Group,
    Shown,
    change_to_texts,
    changes_to_counts,
    comparison_to_groups,
    text_to_runs,
)
from transform.comparison import Change, Comparison, Piece, Side, Weight

_SIGNS: Final = {Side.BOTH: ("", ""), Side.OLD: ("{-", "-}"), Side.NEW: ("{+", "+}")}

#: Marks that mean something anywhere in a line.
_ANYWHERE: Final = r"[\\`*_{}\[\]<>~&|#$@!^]"
#: Marks that mean something at the start of a line: of a list, a heading's underline, a quotation.
_AT_START: Final = r"^[-+=>:(]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d{3})[.)]"
#: What makes an address a link by itself, in GitHub's dialect.
_OF_LINKS: Final = r"(?<=[Ww]{3})\.|:(?=/)"
_MARKS: Final = re.compile(f"{_ANYWHERE}|{_AT_START}|{_OF_LINKS}")


def comparison_to_markdown(comparison: Comparison, language: str) -> bytes:
    """The report as UTF-8, a line end last."""
    return ("\n".join(_lines(comparison, language)) + "\n").encode()


def _lines(comparison: Comparison, language: str) -> Iterator[str]:
    yield f"# {translated(marked('Changes in the competence catalogue'), language)}"
    yield ""
    yield f"{_file(comparison.old.file)} → {_file(comparison.new.file)}"
    yield ""
    yield summary_words(comparison, language)
    if comparison.changes:
        yield from _table_of_counts(comparison, language)
    for group in comparison_to_groups(comparison):
        if group.changes:
            yield from ("", f"## {_group_name(group, language)}")
            for change in group.changes:
                yield from _change_lines(change, group, language)


def _file(name: str) -> str:
    return markdown_text(printable(name)) or "–"


def _table_of_counts(comparison: Comparison, language: str) -> Iterator[str]:
    names = (
        translated(marked("Kind of change"), language),
        *(weight_words(weight, language) for weight in (Weight.SUBSTANTIVE, Weight.TYPOGRAPHIC)),
    )
    yield from ("", _row(names), "|---|---:|---:|")
    for count in changes_to_counts(comparison.changes):
        numbers = (number_words(number, language) for number in (count.substantive, count.typographic))
        yield _row((kind_words(count.kind, language), *numbers))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _group_name(group: Group, language: str) -> str:
    if group.competence is None:
        return translated(marked("The document as a whole"), language)
    return markdown_text(group.competence.name)


def _change_lines(change: Change, group: Group, language: str) -> Iterator[str]:
    """A list item: the sentence with the weight, and each text as a quotation within the item."""
    weight = weight_words(change.weight, language)
    yield from ("", f"- {markdown_text(change_sentence(change, language))} **({weight})**")
    for shown in change_to_texts(change, group):
        yield from ("", f"  > {_shown(shown, language)}")


def _shown(shown: Shown, language: str) -> str:
    label = field_label(shown.field, shown.number, language)
    return (f"{label}: " if label else "") + pieces_to_markdown(shown.pieces)


def pieces_to_markdown(pieces: Iterable[Piece]) -> str:
    """``de {-oude-}{+nieuwe+} tekst``, escaped. Signs within the text are escaped too, ours are not."""
    return "".join(f"{_SIGNS[piece.side][0]}{markdown_text(piece.text)}{_SIGNS[piece.side][1]}" for piece in pieces)


def markdown_text(text: str) -> str:
    """Text that Markdown shows as that text, also at the start of a line; the unseen as ``U+00AD`` in code.

    Several in a row are one piece of code: two backticks between them would be text.
    """
    runs = groupby(text_to_runs(text), key=lambda run: run.unseen)
    joined = ((unseen, "".join(run.text for run in group)) for unseen, group in runs)
    return "".join(f"`{run}`" if unseen else _MARKS.sub(lambda mark: "\\" + mark[0], run) for unseen, run in joined)
