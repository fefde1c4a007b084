"""The command ``batch``: parse, hand the work out, print what came of it. Its libraries are loaded when it runs."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, Final

import click

from emit.choices import FORMATS, Format
from emit.command_help import SpokenCommand, usage
from emit.command_options import batch_options, taken_limits
from emit.language import HOUSE_LANGUAGE, cause_lines
from emit.marking import marked
from emit.streams import document_stream, tell

if TYPE_CHECKING:
    from batch.run import Engine, Run
    from transform.errors import CatalogusError
    from transform.outcome import Outcome

DONE: Final = 0
FAILED: Final = 2


@click.command(
    cls=SpokenCommand,
    help=marked(
        "Convert many documents, in parallel. What was converted before is skipped, a bad document does not stop "
        "the others, and a run that was stopped goes on where it was. The exit code is 0 if none failed, else 2."
    ),
)
@batch_options(FORMATS)
@click.pass_obj
def batch(
    language: str,
    /,
    sources: tuple[str, ...],
    out: str,
    report: str | None,
    again: bool,
    **given: Any,
) -> int:
    """``catalogus batch``."""
    from batch.run import begin

    engine = _engine(language, given.pop("engine"), given.pop("scheduler"), given.pop("jobs"))
    outcomes: list[Outcome] = []
    with document_stream(), _stopped_by_a_kill():
        run = begin(sources, out, _options(**given), engine, again=again)
        try:
            _follow(run, outcomes, language)
        finally:
            _end(run, outcomes, report, language)
    return DONE if all(outcome.error is None for outcome in outcomes) else FAILED


def _engine(language: str, kind: str, scheduler: str | None, jobs: int | None) -> Engine:
    from batch.run import Engine

    if (kind == "dask") != (scheduler is not None):
        raise usage(marked("--engine dask and --scheduler belong together."), language)
    return Engine(jobs=jobs or 0, scheduler=scheduler)


def _options(*, to: tuple[Format, ...], lang: str | None, **given: Any) -> Any:
    import catalogus

    limits = taken_limits(given)
    formats = tuple(dict.fromkeys(to)) or FORMATS
    return catalogus.Options(formats=formats, language=lang or HOUSE_LANGUAGE, limits=limits, **given)


@contextmanager
def _stopped_by_a_kill() -> Iterator[None]:
    """Let SIGTERM end the run as Ctrl-C does: with what is under way written whole, and a report."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _follow(run: Run, outcomes: list[Outcome], language: str) -> None:
    """Keep each outcome as it comes, tell of those that failed, and move the bar."""
    from emit.batch_progress import batch_bar

    with batch_bar(sys.stderr, language) as bar:
        task = bar.add_task("", total=run.total)
        for outcome in run.outcomes:
            outcomes.append(outcome)
            if outcome.error is not None:
                tell("catalogus: " + "\n".join(cause_lines(outcome.error, language)))
            bar.advance(task)


def _end(run: Run, outcomes: list[Outcome], report: str | None, language: str) -> None:
    from batch.addresses import absolute, write_file
    from batch.record import installed_version
    from emit.batch_progress import summary_lines
    from emit.batch_report import outcomes_to_json

    if report is not None:
        data = outcomes_to_json(outcomes, installed_version(), _message, complete=len(outcomes) == run.total)
        write_file(absolute(report), data)
    tell("\n".join(summary_lines(outcomes, run.total, language)))


def _message(error: CatalogusError, language: str) -> str:
    return " ".join(cause_lines(error, language))
