"""Work in processes of this machine: a crash costs the document that caused it, and no other.

The standard library's pool tells that a process died, not over which document: then every document that was under way
is done once more, alone, and the one over which a process dies again is the one. Not more documents are handed
out than keep the processes busy, so that memory does not grow with how many there are.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from os import _exit
from threading import Lock, Thread
from typing import Final, TypeVar

from transform.limits import WATCHER

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

#: Held over each task, so that a process whose parent is gone ends between two of them.
_AT_WORK: Final = Lock()


def in_processes(
    work: Callable[[_Task], _Result], tasks: Iterable[_Task], jobs: int, crashed: Callable[[_Task], _Result]
) -> Iterator[_Result]:
    """``work(task)`` for each task, in ``jobs`` processes, in the order in which they are done.

    For a task over which a process dies, ``crashed(task)``. What ``work`` raises is raised here.
    """
    waiting = iter(tasks)
    while suspects := (yield from _until_broken(work, waiting, jobs, 2 * jobs)):
        one_by_one = iter(suspects)
        while guilty := (yield from _until_broken(work, one_by_one, 1, 1)):
            yield from map(crashed, guilty)


def _until_broken(
    work: Callable[[_Task], _Result], waiting: Iterator[_Task], jobs: int, window: int
) -> Generator[_Result, None, list[_Task]]:
    """Results until all is done, or until a process dies: then the tasks that were under way, ``window`` at most."""
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    under_way: dict[Future[_Result], _Task] = {}
    try:
        while _hand_out(pool, work, waiting, under_way, window):
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                if isinstance(future.exception(), BrokenProcessPool):
                    continue
                del under_way[future]
                yield future.result()
            if any(future in under_way for future in done):
                return list(under_way.values())
        return []
    finally:
        pool.shutdown(cancel_futures=True)  # who stops the command does not wait for what was not begun


def _hand_out(
    pool: ProcessPoolExecutor,
    work: Callable[[_Task], _Result],
    waiting: Iterator[_Task],
    under_way: dict[Future[_Result], _Task],
    window: int,
) -> bool:
    """Fill the window; whether anything is under way."""
    while len(under_way) < window:
        try:
            task = next(waiting)
        except StopIteration:
            break
        under_way[_submitted(pool, work, task)] = task
    return bool(under_way)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[_Task], _Result], task: _Task) -> Future[_Result]:
    try:
        return pool.submit(_run, work, task)
    except BrokenProcessPool as broken:  # it broke while we handed out: the task is a suspect like the others
        future: Future[_Result] = Future()
        future.set_exception(broken)
        return future


def _run(work: Callable[[_Task], _Result], task: _Task) -> _Result:
    with _AT_WORK:
        return work(task)


def _begin() -> None:
    """In each process: Ctrl-C is for the parent to hear, and when the parent is gone, so is the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, name=WATCHER, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        with _AT_WORK:  # the document under way is written whole
            _exit(1)
