"""Comparison → plain text, for a terminal or a log: a summary, then each change, word by word.

Without colour what was removed stands in ``[-…-]`` and what was added in ``{+…+}``; with colour it is struck
through in red and underlined in green. Text of a document reaches rich as ``Text`` and never as markup. Whatever
the terminal is, the same arguments give the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from emit.comparison_words import change_sentence, field_label, kind_words, summary_words, weight_words
from emit.language import number_words, printable, translated
from emit.messages import marked
from emit.report_parts import (
    Group as Changes,
)
from emit.report_parts import (
    Shown,
    change_to_texts,
    changes_to_counts,
    comparison_to_groups,
    pieces_to_signed,
    seen,
)
from transform.comparison import Change, Comparison, Side, Weight

_STYLES: Final = {Side.BOTH: "", Side.OLD: "red strike", Side.NEW: "green underline"}
#: Lines of the terminal, which count for nothing; unless both are given, Rich has its own width for some terminals.
_HEIGHT: Final = 25
#: Columns that a change stands in from the margin, and that its texts do.
_INDENT: Final = 2


def comparison_to_text(comparison: Comparison, language: str, *, colour: bool = False, width: int = 100) -> str:
    """The report as text of at most ``width`` columns (a longer word is broken), a line end last."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=width,
        height=_HEIGHT,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for part in _parts(comparison, language, colour=colour):
        console.print(part, overflow="fold")
    lines = stream.getvalue().splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _parts(comparison: Comparison, language: str, *, colour: bool) -> Iterator[RenderableType]:
    yield Text(f"{_file(comparison.old.file)} → {_file(comparison.new.file)}", style="bold")
    yield Text(summary_words(comparison, language))
    if comparison.changes:
        yield Padding(_counts(comparison, language), (1, 0, 0, _INDENT))
    for group in comparison_to_groups(comparison):
        if group.changes:
            yield Text("\n" + group_heading(group, language), style="bold")
            yield from (_change(change, group, language, colour=colour) for change in group.changes)


def _file(name: str) -> str:
    return seen(printable(name)) or "–"


def group_heading(group: Changes, language: str) -> str:
    """The name of the competence, or the words for the document as a whole."""
    if group.competence is None:
        return translated(marked("The document as a whole"), language)
    return seen(group.competence.name)


def _counts(comparison: Comparison, language: str) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    table.add_column(justify="right")
    table.add_row("", *(weight_words(weight, language) for weight in (Weight.SUBSTANTIVE, Weight.TYPOGRAPHIC)))
    for count in changes_to_counts(comparison.changes):
        numbers = (number_words(number, language) for number in (count.substantive, count.typographic))
        table.add_row(kind_words(count.kind, language), *numbers)
    return table


def _change(change: Change, group: Changes, language: str, *, colour: bool) -> RenderableType:
    sentence = f"{seen(change_sentence(change, language))} ({weight_words(change.weight, language)})"
    texts = (_shown(shown, language, colour=colour) for shown in change_to_texts(change, group))
    return Padding(Group(Text(sentence), *(Padding(text, (0, 0, 0, _INDENT)) for text in texts)), (0, 0, 0, _INDENT))


def _shown(shown: Shown, language: str, *, colour: bool) -> Text:
    label = field_label(shown.field, shown.number, language)
    text = Text(f"{label}: " if label else "")
    if not colour:
        return text.append(pieces_to_signed(shown.pieces))
    for piece in shown.pieces:
        text.append(seen(piece.text), style=_STYLES[piece.side])
    return text
