"""What a person sees of many documents: a bar with rate and time left, and at the end how it went.

Not here: the report for a program (``batch_report``).
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from emit.batch_report import outcomes_to_causes
from emit.language import counted, translated
from emit.marking import marked
from transform.outcome import Outcome, State


class _Rate(ProgressColumn):
    """Documents for each minute, which stays readable from a scan to a thousand Word files."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def render(self, task: Task) -> Text:
        """Nothing while nothing is known."""
        speed = task.finished_speed or task.speed
        return Text(counted("{count} a minute", "{count} a minute", round(speed * 60), self.language) if speed else "")


def batch_bar(stream: TextIO, language: str) -> Progress:
    """A bar on ``stream``, which disappears when done; it shows itself only in a terminal."""
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    return Progress(
        TextColumn(translated(marked("Converting"), language), markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(language),
        TextColumn(translated(marked("left:"), language), markup=False),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal or os.environ.get("TERM") == "dumb",
    )


def summary_lines(outcomes: Sequence[Outcome], total: int, language: str) -> list[str]:
    """A line for each cause of a failure, one for what nobody looked at, and last the counts."""
    causes = [f"  {cause}: {_documents(count, language)}" for cause, count in outcomes_to_causes(outcomes)]
    rest = total - len(outcomes)
    left = [counted("{count} document not begun", "{count} documents not begun", rest, language)] if rest else []
    return [*causes, *left, f"{_documents(len(outcomes), language)}: {', '.join(_states(outcomes, language))}"]


def _documents(count: int, language: str) -> str:
    return counted("{count} document", "{count} documents", count, language)


def _states(outcomes: Iterable[Outcome], language: str) -> tuple[str, str, str]:
    states = Counter(outcome.state for outcome in outcomes)
    return (
        counted("{count} converted", "{count} converted", states[State.DONE], language),
        counted("{count} skipped", "{count} skipped", states[State.SKIPPED], language),
        counted("{count} failed", "{count} failed", states[State.FAILED], language),
    )
