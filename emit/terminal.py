"""What a person sees in a terminal: the catalogue as a table, the findings, the balance.

Not for programs: those read the exports. Text of a document reaches rich as ``Text`` and never as markup, so
that square brackets or a colon-name in a regulation are shown as they are and nothing of it is swallowed.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from typing import Final, TextIO

from rich.console import Console, Group, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from emit.language import (
    balance_line,
    counted,
    finding_message,
    place_words,
    printable,
    severity_words,
    translated,
)
from emit.messages import marked
from transform.errors import NoPages, NoSuchPage
from transform.findings import Code, Finding, Severity
from transform.model import Catalogue, Competence
from transform.place import page_of
from transform.reading import Reading

_STYLES: Final = {Severity.WARNING: "bold yellow", Severity.NOTE: "dim"}
_BULLET: Final = "•"


def rendered(parts: Iterable[RenderableType], *, for_terminal: bool) -> str:
    """``parts`` as text, with colour only for a terminal; width as the terminal has it, else 80 columns.

    Nothing is added to the text itself: no markup, no emoji, no colouring of numbers. A line of its own, such
    as the balance or the path of a file, is not broken. Outside a terminal no line ends in spaces.
    """
    stream = StringIO()
    console = Console(file=stream, force_terminal=for_terminal, markup=False, emoji=False, highlight=False)
    for part in parts:
        console.print(part, soft_wrap=isinstance(part, Text))
    shown = stream.getvalue()
    return shown if for_terminal else "\n".join(line.rstrip(" ") for line in shown.split("\n"))


def reading_parts(reading: Reading, page: int | None, language: str) -> list[RenderableType]:
    """What ``show`` prints: title, table, findings, and the balance of the whole document.

    With a ``page`` only its competences, and only the findings that stand on it or on no page at all. Raises
    NoPages or NoSuchPage.
    """
    competences: Sequence[Competence] = reading.catalogue.competences
    findings: Sequence[Finding] = reading.findings
    if page is not None:
        competences = competences_on_page(reading, page)
        findings = [finding for finding in findings if finding.page in (page, None)]
    return [
        *title_lines(reading.catalogue),
        competence_table(competences, language),
        *findings_parts(findings, language, verbose=True),
        Text(balance_line(reading.books, language)),
    ]


def title_lines(catalogue: Catalogue) -> list[RenderableType]:
    """Appendix and title, as far as the document has them."""
    return [Text(line, style="bold") for line in (catalogue.appendix, catalogue.title) if line]


def competence_table(competences: Sequence[Competence], language: str) -> Table:
    """One row for each competence; indicators below the description, each with a bullet.

    A word that is wider than its column goes on below: rich would cut it short by default.
    """
    table = Table(show_lines=True)
    table.add_column(Text(translated(marked("Competence"), language)), ratio=2, overflow="fold")
    table.add_column(Text(translated(marked("Core competence"), language)), ratio=2, overflow="fold")
    table.add_column(Text(translated(marked("Description and indicators"), language)), ratio=6, overflow="fold")
    for competence in competences:
        table.add_row(Text(competence.name), Text(competence.core_competence), _body(competence))
    return table


def _body(competence: Competence) -> Group:
    indicators = Table.grid(padding=(0, 1))
    indicators.add_column()
    indicators.add_column(overflow="fold")
    for indicator in competence.indicators:
        indicators.add_row(Text(_BULLET), Text(indicator.text))
    return Group(Text(competence.description), indicators)


def competences_on_page(reading: Reading, number: int) -> tuple[Competence, ...]:
    """The competences of which something stands on page ``number``. Raises NoPages or NoSuchPage."""
    pages = reading.document.source.pages
    if pages is None:
        raise NoPages(place=reading.document.source.file)
    if not 1 <= number <= pages:
        raise NoSuchPage(place=reading.document.source.file, page=number, pages=pages)
    there = {p.id.partition(".")[0] for p in reading.provenance if number in map(page_of, p.places)}
    return tuple(c for c in reading.catalogue.competences if c.id in there)


def findings_parts(findings: Sequence[Finding], language: str, *, verbose: bool) -> list[RenderableType]:
    """Every warning, and every note when ``verbose``; otherwise the notes are counted for each code."""
    warnings = [f for f in findings if f.severity is Severity.WARNING]
    notes = [f for f in findings if f.severity is Severity.NOTE]
    table = _grid()
    for finding in (*warnings, *(notes if verbose else ())):
        table.add_row(*_finding_cells(finding, language))
    if not verbose:
        _add_counts(table, notes, language)
    return [table] if table.row_count else []


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    return grid


def _finding_cells(finding: Finding, language: str) -> tuple[Text, Text]:
    severity = Text(severity_words(finding.severity, language), style=_STYLES[finding.severity])
    place = place_words(finding.place, language)
    message = f"{finding_message(finding, language)} [{finding.code}]"
    return severity, Text(f"{place}: {message}" if place else message)


def _add_counts(table: Table, notes: Sequence[Finding], language: str) -> None:
    counts: Counter[Code] = Counter(note.code for note in notes)
    for code, count in counts.most_common():
        times = counted("{count} note", "{count} notes", count, language)
        table.add_row(Text(times, style=_STYLES[Severity.NOTE]), Text(str(code)))


def conversion_parts(
    reading: Reading, targets: Sequence[Path], language: str, *, verbose: bool
) -> list[RenderableType]:
    """The summary of one file: its name, findings, where its exports are, and the balance."""
    name = Text(printable(reading.document.source.file), style="bold")
    written = [Text(translated(marked("Written: {file}"), language, file=target)) for target in targets]
    findings = findings_parts(reading.findings, language, verbose=verbose)
    return [name, *findings, *written, Text(balance_line(reading.books, language))]


def progress_bar(stream: TextIO, language: str) -> Progress:
    """A bar on ``stream``, which disappears when done; it shows itself only in a terminal.

    It is drawn when it is told to, and not by a thread: no process is forked beside one.
    """
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    words = TextColumn(translated(marked("Converting"), language), markup=False)
    hidden = not console.is_terminal or os.environ.get("TERM") == "dumb"
    columns = (words, BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, transient=True, disable=hidden, auto_refresh=False)
