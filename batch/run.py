"""Many documents from names to outcomes: gathered, handed to an engine, told one by one as they are done.

>>> from batch.run import convert_many
>>> for outcome in convert_many(["bijlagen"], "uit"):
...     print(outcome.source, outcome.state)
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

import catalogus
from batch.conversion import convert_one, crashed
from batch.sources import gather
from batch.task import Task
from batch.workers import in_processes
from transform.outcome import Outcome


class Engine(NamedTuple):
    """Where the work is done: in ``jobs`` processes here, or on the cluster of a Dask ``scheduler``."""

    jobs: int = 0
    scheduler: str | None = None


class Run(NamedTuple):
    """How many documents there are, and what comes of each, as it is known."""

    total: int
    outcomes: Iterator[Outcome]


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def convert_many(
    names: Iterable[str],
    out: str,
    options: catalogus.Options | None = None,
    engine: Engine | None = None,
    *,
    again: bool = False,
) -> Iterator[Outcome]:
    """Convert files, folders, patterns and addresses into the folder ``out``; the outcomes as they are known.

    What was converted before from the same bytes, by the same version and options, is skipped, unless ``again``.
    Raises NoDocuments, and with a scheduler ExtraMissing or ClusterUnreachable; else all errors are in outcomes.
    """
    return begin(names, out, options or catalogus.Options(), engine or Engine(), again=again).outcomes


def begin(names: Iterable[str], out: str, options: catalogus.Options, engine: Engine, *, again: bool) -> Run:
    """The same, with how many documents there are."""
    found = gather(names, out, options.formats)
    if options.previous is not None:
        options = replace(options, previous=options.previous.absolute())
    run = secrets.token_hex(8)
    tasks = [Task(source=p.source, folder=p.folder, options=options, run=run, again=again) for p in found.placed]
    return Run(len(tasks) + len(found.refused), chain(found.refused, _outcomes(tasks, engine)))


def _outcomes(tasks: list[Task], engine: Engine) -> Iterator[Outcome]:
    if engine.scheduler is not None:
        from batch.cluster import on_cluster

        return on_cluster(convert_one, tasks, engine.scheduler, crashed)
    return in_processes(convert_one, tasks, min(engine.jobs or cores(), max(len(tasks), 1)), crashed)
