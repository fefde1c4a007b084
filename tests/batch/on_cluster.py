"""On a Dask cluster of worker processes, one of which dies half-way: every document is still done, once."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from batch.run import Engine, convert_many
from catalogus import Options
from tests.program import WORD, Run
from transform.errors import ClusterUnreachable
from transform.outcome import Outcome, State

DOCUMENTS = 24


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    settings = {"distributed.worker.daemon": False, "distributed.logging.distributed": "error"}
    with (
        dask.config.set(settings),
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as started,
    ):
        yield started


def many_documents(folder: Path) -> Path:
    for number in range(DOCUMENTS):
        source = folder / "in" / str(number % 3) / f"{number}.docx"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_bytes(WORD.read_bytes())
    return folder / "in"


def workers_of(cluster: LocalCluster) -> list[int]:
    return [nanny.pid for nanny in cluster.workers.values() if nanny.pid]


def test_a_worker_that_dies_half_way_costs_no_document(cluster: LocalCluster, tmp_path: Path) -> None:
    source, out = many_documents(tmp_path), tmp_path / "uit"
    options = Options(formats=("json", "csv"))
    outcomes: list[Outcome] = []
    for outcome in convert_many([str(source)], str(out), options, Engine(scheduler=cluster.scheduler_address)):
        outcomes.append(outcome)
        if len(outcomes) == DOCUMENTS // 3:
            os.kill(workers_of(cluster)[0], signal.SIGKILL)
    assert {outcome.state for outcome in outcomes} == {State.DONE}
    assert Counter(outcome.source for outcome in outcomes) == {str(path): 1 for path in source.rglob("*.docx")}
    assert len(list(out.glob("*/*.json"))) == len(list(out.glob("*/*.csv"))) == DOCUMENTS


def test_the_command_runs_on_the_cluster_and_skips_what_is_done(
    run: Run, cluster: LocalCluster, tmp_path: Path
) -> None:
    given = ("--engine", "dask", "--scheduler", cluster.scheduler_address)
    command = ("batch", WORD, "-o", tmp_path, "--to", "csv", *given)
    assert run(*command)[2].splitlines()[-1] == "1 document: 1 omgezet, 0 overgeslagen, 0 mislukt"
    assert run(*command)[2].splitlines()[-1] == "1 document: 0 omgezet, 1 overgeslagen, 0 mislukt"


def test_no_scheduler_at_the_address_is_a_cause(tmp_path: Path) -> None:
    before = time.monotonic()
    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}), pytest.raises(ClusterUnreachable):
        list(convert_many([str(WORD)], str(tmp_path), engine=Engine(scheduler="tcp://127.0.0.1:9")))
    assert time.monotonic() - before < 10
