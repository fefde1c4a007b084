"""Work on a Dask cluster, through its futures: what runs where, and again after a machine is lost, is for Dask.

A file on this machine's disk must be at the same path on the workers; otherwise name files by address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from transform.errors import ClusterUnreachable, ExtraMissing, reason_of

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


def on_cluster(
    work: Callable[[_Task], _Result], tasks: Iterable[_Task], scheduler: str, crashed: Callable[[_Task], _Result]
) -> Iterator[_Result]:
    """``work(task)`` for each task on the cluster of ``scheduler``, in the order in which they are done.

    A task whose worker dies is given to another; ``crashed(task)`` where workers died over it as often as the
    scheduler allows. Raises ExtraMissing or ClusterUnreachable.
    """
    with _client(scheduler) as client:
        from distributed import CancelledError, KilledWorker, as_completed

        given = list(tasks)
        futures = dict(zip(client.map(work, given, pure=False), given, strict=True))
        with client.as_current():
            completed = as_completed(list(futures))  # type: ignore[no-untyped-call]
        for future in completed:
            task = futures.pop(future)
            try:
                result = future.result()
            except KilledWorker:
                result = crashed(task)
            except CancelledError as fault:  # nobody but the scheduler could: it is gone
                raise ClusterUnreachable(scheduler, reason=reason_of(fault)) from fault
            yield result


def _client(scheduler: str) -> Any:
    try:
        from distributed import Client
    except ImportError as fault:
        raise ExtraMissing("distributed", extra="dask", reason=reason_of(fault)) from fault
    try:
        return Client(scheduler, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as fault:  # OSError: nobody answers; ValueError: no address
        raise ClusterUnreachable(scheduler, reason=reason_of(fault)) from fault
