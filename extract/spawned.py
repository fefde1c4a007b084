"""A task in a new Python: where a fork is unsafe or is not to be had (``child.may_fork``).

    python -P -m extract.spawned        what is asked on standard input, the answer on standard output

Both are files in the child's own folder. Where the system has no limits for a process (Windows), only its time by the
clock and the length of its answer are bounded.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

from extract.child import (
    Ended,
    contain,
    end_with_parent,
    kill_group,
    own_folder,
    send,
    signals_held,
    wait_for_group,
)
from extract.task import Task, load_reader, perform
from transform.limits import Limits

#: Of the number that tells how long the part before the file's bytes is.
HEAD_BYTES: Final = 8
ORDER: Final = "big"
POSIX: Final = os.name == "posix"
_STDOUT: Final = 1


class Asked(msgspec.Struct, frozen=True):
    """What goes before the bytes of the file; ``lifeline`` is a pipe that closes when the parent is gone."""

    task: Task
    seconds: float
    limits: Limits
    lifeline: int | None


def run_spawned(task: Task, data: bytes, seconds: float, limits: Limits, most: int) -> Ended:
    """Do a task in a new process and take its answer, at most ``most`` bytes."""
    with own_folder() as name, _lifeline() as lifeline:
        asked, answer = Path(name) / "asked", Path(name) / "answer"
        head = msgspec.msgpack.encode(Asked(task, seconds, limits, lifeline))
        with asked.open("wb") as file:
            file.writelines((len(head).to_bytes(HEAD_BYTES, ORDER), head, data))
        code = _run(asked, answer, seconds, lifeline)
        if code is None:
            return Ended(b"", FAILED_LATE, late=True)
        long = answer.stat().st_size > most
        return Ended(b"" if long else answer.read_bytes(), code, long=long)


#: The exit code of a process that the parent had to end.
FAILED_LATE: Final = -9


@contextmanager
def _lifeline() -> Iterator[int | None]:
    if not POSIX:
        yield None
        return
    ours = os.pipe()
    try:
        yield ours[0]
    finally:
        for end in ours:
            os.close(end)


def _run(asked: Path, answer: Path, seconds: float, lifeline: int | None) -> int | None:
    """The exit code; None when the time was up. Nothing that was started is left."""
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with (
        signals_held() as release,  # or an interruption while it starts would leave it to itself
        asked.open("rb") as given,
        answer.open("wb") as taken,
        subprocess.Popen(
            [sys.executable, "-P", "-m", "extract.spawned"],
            stdin=given,
            stdout=taken,
            stderr=subprocess.DEVNULL,
            cwd=asked.parent,
            env=environ,
            start_new_session=True,
            pass_fds=() if lifeline is None else (lifeline,),
        ) as process,
    ):
        try:
            release()
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if not POSIX:
        process.kill()
        return
    kill_group(process.pid)
    process.wait()
    wait_for_group(process.pid)


def main() -> None:
    """The child: read what is asked, do it within its limits, answer."""
    if POSIX:
        signal.pthread_sigmask(signal.SIG_SETMASK, ())  # the parent held interruptions while it started this
    given = sys.stdin.buffer.read()
    length = int.from_bytes(given[:HEAD_BYTES], ORDER)
    asked = msgspec.msgpack.decode(given[HEAD_BYTES : HEAD_BYTES + length], type=Asked)
    answer = os.dup(_STDOUT)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDOUT)
    if asked.lifeline is not None:
        end_with_parent(asked.lifeline)
    data = given[HEAD_BYTES + length :]
    load_reader(data)
    contain(Path.cwd(), asked.seconds, asked.limits)
    send(answer, perform(asked.task, data))


if __name__ == "__main__":
    main()
