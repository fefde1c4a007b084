"""A report on its way out: which kind a file's name asks for, and how the text looks in a terminal.

Not here: the reports themselves. The text for a file or a pipe never depends on the terminal: colour and width
are only for a person who is looking.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, TypeAlias

from emit.command_help import usage
from emit.comparison_words import summary_words
from emit.language import translated
from emit.messages import marked
from emit.report_text import comparison_to_text
from transform.comparison import Comparison

Report: TypeAlias = Literal["text", "json", "markdown", "html", "docx", "junit"]

#: Suffix of a file → the report that it holds.
REPORT_SUFFIXES: Final[dict[str, Report]] = {
    ".txt": "text",
    ".json": "json",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".xml": "junit",
}


def path_to_report(path: Path, language: str) -> Report:
    """The report that the suffix of ``path`` asks for; raises Usage when it asks for none."""
    report = REPORT_SUFFIXES.get(path.suffix.lower())
    if report is None:
        raise usage(
            marked("The suffix of {file} does not say which report it is; choose one with --to."), language, file=path
        )
    return report


def comparison_to_terminal(comparison: Comparison, language: str, environ: Mapping[str, str]) -> bytes:
    """The text report as wide as the terminal, in colour unless ``NO_COLOR`` or a terminal without any forbids."""
    colour = not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size().columns
    return comparison_to_text(comparison, language, colour=colour, width=width).encode()


def recognised_lines(comparison: Comparison, language: str) -> list[str]:
    """A line for each edition of which pages were read from a picture: a change there may be none."""
    text = marked("{file}: read from pictures by text recognition, and never sure; pages: {pages}")
    return [
        translated(text, language, file=edition.file, pages=", ".join(map(str, edition.recognised)))
        for edition in (comparison.old, comparison.new)
        if edition.recognised
    ]


def summary_line(comparison: Comparison, language: str, *, substantive: bool) -> str:
    """How many changes there are, and that typographic ones do not count when that is so."""
    words = summary_words(comparison, language)
    if not (substantive and comparison.changes):
        return words
    aside = translated(marked("typographic changes do not count"), language)
    return f"{words} ({aside})"
