"""Work in processes: every task has its result, and a crash costs the task that caused it."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Iterator

import pytest

from batch.workers import in_processes


def double(task: int) -> str:
    return str(2 * task)


def double_or_die(task: int) -> str:
    if task % 7 == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return str(2 * task)


def refuse(task: int) -> str:
    raise ZeroDivisionError(task)


def crashed(task: int) -> str:
    return f"crashed {task}"


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_task_has_its_result_once(jobs: int) -> None:
    assert sorted(in_processes(double, range(20), jobs, crashed), key=int) == [str(2 * n) for n in range(20)]


def test_no_tasks_no_results() -> None:
    assert list(in_processes(double, [], 2, crashed)) == []


def test_a_process_that_dies_costs_the_task_over_which_it_died() -> None:
    found = Counter(in_processes(double_or_die, range(12), 2, crashed))
    assert found == Counter(crashed(n) if n % 7 == 3 else str(2 * n) for n in range(12))


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_processes(refuse, range(3), 1, crashed))


def test_tasks_are_taken_when_there_is_room_for_them() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = in_processes(double, tasks(), 2, crashed)
    next(results)
    assert len(taken) < 10
    results.close()  # type: ignore[attr-defined]
