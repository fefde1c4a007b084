"""A process of its own for one task: started, held to its limits, listened to, and ended with all that it started.

By fork where there is one, which costs a few thousandths of a second: the child has the modules and the bytes of the
file already. While other threads run a fork is unsafe, and some systems have none: there a new Python is started,
which takes a tenth of a second or two; where the system knows no limits, only the clock is watched.

In the child: limits on memory, processor time, the size of files and core files; of the environment what tools need;
a folder of its own to work in; nothing open but the pipe for the answer; a session of its own, which ends as one when
its time is up or when the parent is gone, by whatever cause.
"""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, NoReturn

from extract import group
from transform.limits import MIB, WATCHER, Limits

#: What of the environment reaches a reader, and the tools that it calls for recognising text.
KEPT: Final = frozenset(
    {"PATH", "LANG", "LANGUAGE", "TZ", "TESSDATA_PREFIX", "OMP_THREAD_LIMIT", "PYTHONPATH", "PYTHONHOME", "SYSTEMROOT"}
)
#: The size of a page of memory in bytes.
_PAGE: Final = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
#: How long the parent waits for processes that were killed.
SECONDS_TO_END: Final = 1.0
CHUNK: Final = 2**20
#: glibc's M_MMAP_THRESHOLD; see ``_return_large_blocks``.
_MMAP_THRESHOLD: Final = -3
#: So many things are made in a child between two sweeps for those that only hold each other: of one file it makes few.
SWEEP: Final = 20_000
#: The exit code of a child that failed outside its task.
FAILED: Final = 70

CAN_FORK: Final = hasattr(os, "fork") and sys.platform != "darwin"  # there, the system's own libraries forbid it


class Ended(NamedTuple):
    """How a child ended: its answer, its exit code (or minus the signal), what the parent ended.

    ``peak_mib`` is the memory that it took beyond what it had from the start.
    """

    answer: bytes
    code: int
    peak_mib: int = 0
    late: bool = False
    long: bool = False


def nothing() -> None:
    """What the parent does while the child works, unless it has something better to do."""


def run_in_child(
    work: Callable[[], bytes],
    seconds: float,
    limits: Limits,
    most: int,
    meanwhile: Callable[[], object] = nothing,
    first: Callable[[], object] = nothing,
) -> Ended:
    """Do ``work`` in a forked child and take its answer, at most ``most`` bytes. The calling process has one thread.

    ``meanwhile`` is done by the parent, before it looks whether the child's time is up; ``first`` by the child, before
    it is held to its limits: nothing that the file has a say in.
    """
    with own_folder() as folder, signals_held() as release:
        read, write = os.pipe()
        lifeline, held = os.pipe()
        begun = (_own_pages(1) - _own_pages(2)) * _PAGE  # a fork does not take mapped files along
        child = Child(os.fork(), begun)
        if child.pid == 0:
            _child(first, work, Path(folder), (lifeline, write), seconds, limits)
        try:
            os.close(write)
            os.close(lifeline)
            deadline = time.monotonic() + seconds
            meanwhile()  # which imports: an interruption amid that may be lost in a callback that ignores it
            release()
            return _listen(read, child, deadline, most)
        finally:
            child.end()
            os.close(read)
            os.close(held)


class Child:
    """A forked process, the first of its group, with so much memory from the start (bytes).

    Its group is killed before its number is free.
    """

    def __init__(self, pid: int, begun: int = 0) -> None:
        self.pid = pid
        self._begun = begun
        self._how: tuple[int, int] | None = None

    def has_ended(self) -> bool:
        """Whether it has ended by itself; it is not reaped by asking."""
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def end(self) -> tuple[int, int]:
        """Kill what is left of the group and wait until it is gone: the exit code and the peak memory in MiB."""
        if self._how is None:
            kill_group(self.pid)
            _, status, used = os.wait4(self.pid, 0)
            self._how = os.waitstatus_to_exitcode(status), max(used.ru_maxrss * 1024 - self._begun, 0) // MIB
            wait_for_group(self.pid)
        return self._how


def kill_group(pid: int) -> None:
    """Kill a process and all of its group; by its own number while it has not made its group yet."""
    for kill in (os.killpg, os.kill):
        with suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)


def wait_for_group(pid: int) -> None:
    """Wait until the last process of a killed group is gone: their files go next."""
    deadline = time.monotonic() + SECONDS_TO_END
    with suppress(ProcessLookupError, PermissionError):
        while time.monotonic() < deadline:
            os.killpg(pid, signal.SIGKILL)
            time.sleep(0.005)


@contextmanager
def own_folder() -> Iterator[str]:
    """A folder that is gone afterwards, whatever is in it."""
    folder = tempfile.mkdtemp(prefix="catalogus-")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def may_fork() -> bool:
    """Whether a fork is there, and safe: a lock that another thread holds would stay locked for ever."""
    others = [t for t in threading.enumerate() if t is not threading.current_thread() and t.name != WATCHER]
    return CAN_FORK and not others


@contextmanager
def signals_held() -> Iterator[Callable[[], object]]:
    """No interruption within, until what this gives is called: from there the parent looks after its child.

    An interruption that comes as this begins finds nothing held; on a system that holds none (Windows), nothing is.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield nothing
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})  # which may itself be interrupted
        yield partial(signal.pthread_sigmask, signal.SIG_SETMASK, before)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _child(
    first: Callable[[], object],
    work: Callable[[], bytes],
    folder: Path,
    pipes: tuple[int, int],
    seconds: float,
    limits: Limits,
) -> NoReturn:
    """All that a forked child does; it never returns into the parent's code."""
    code = FAILED
    try:
        lifeline, write = pipes
        os.setsid()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        _close_all_but(lifeline, write)
        gc.freeze()
        gc.set_threshold(SWEEP, 20, 20)
        end_with_parent(lifeline)
        first()
        contain(folder, seconds, limits)
        send(write, work())
        code = 0
    except BaseException:  # noqa: BLE001 - what went wrong beyond the task shows in the exit code
        code = FAILED
    finally:
        os._exit(code)


def _close_all_but(*kept: int) -> None:
    """The standard streams lead nowhere; of what else the parent had open, only ``kept`` stays."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    sys.stdout = sys.stderr = os.fdopen(1, "w", encoding="utf-8", closefd=False)  # none that holds what the parent said
    begin = 3
    for descriptor in sorted(kept):
        os.closerange(begin, descriptor)
        begin = descriptor + 1
    os.closerange(begin, os.sysconf("SC_OPEN_MAX"))


def end_with_parent(lifeline: int) -> None:
    """Have the system end the whole group when the other side of a pipe is closed: when the parent is gone.

    Fails on a system that sends no signal for a pipe; there the limit on processor time ends what is left.
    """
    import fcntl

    with suppress(OSError):
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, -os.getpgrp())
        fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)


def contain(folder: Path, seconds: float, limits: Limits) -> None:
    """Put this process under its limits, in its folder, with a clean environment; its children inherit all three."""
    group.OWN = False
    for name in [name for name in os.environ if name not in KEPT and not name.startswith("LC_")]:
        del os.environ[name]
    for name in ("HOME", "TMPDIR", "TEMP", "TMP"):
        os.environ[name] = str(folder)
    tempfile.tempdir = str(folder)
    os.chdir(folder)
    sys.dont_write_bytecode = True  # Python would not notice that a module was cut at the limit on files; see ``first``
    try:
        import resource
    except ImportError:  # Windows: only the clock is watched
        return
    time_ = max(1, round(seconds))
    for what, most in (
        (resource.RLIMIT_AS, _own_pages(0) * _PAGE + limits.memory_mib * MIB),
        (resource.RLIMIT_FSIZE, limits.size_mib * MIB),
        (resource.RLIMIT_CORE, 0),
    ):
        _lower(what, most, most)
    _lower(resource.RLIMIT_CPU, time_, time_ + 1)


def _lower(what: int, soft: int, hard: int) -> None:
    """Lower a limit, and never raise one that is lower already."""
    import resource

    now = resource.getrlimit(what)[1]
    highest = hard if now == resource.RLIM_INFINITY else min(hard, now)
    resource.setrlimit(what, (min(soft, highest), highest))


def _own_pages(field: int) -> int:
    """How many pages of memory this process has; 0 where nobody tells.

    Those of its address space (0), resident ones (1), or those of mapped files among them (2).
    """
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[field])
    except OSError:
        return 0


def send(descriptor: int, data: bytes) -> None:
    """Write all of ``data`` to a descriptor."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _listen(read: int, child: Child, deadline: float, most: int) -> Ended:
    """Take the answer until the child ends, its time is up or it says too much; then end it."""
    import selectors

    answer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(read, selectors.EVENT_READ)
        while selector.select(max(deadline - time.monotonic(), 0)):
            chunk = os.read(read, CHUNK)
            answer += chunk
            if len(answer) > most:
                return Ended(b"", *child.end(), long=True)
            if not chunk:
                if len(answer) > CHUNK:
                    _return_large_blocks()
                late = not _waited_for(child, deadline)
                return Ended(bytes(answer), *child.end(), late=late)
    return Ended(b"", *child.end(), late=True)


def _return_large_blocks() -> None:
    """Have the C library give large blocks back to the system once they are free.

    By itself glibc keeps to that only until one is freed: blocks as large as that one come out of the heap from then
    on, and leave holes there. A long answer and all that is made of it are such blocks. Other C libraries have no
    such habit, nor the function.
    """
    import ctypes

    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, CHUNK // 4)


def give_back_memory(made: int) -> None:
    """Give what nobody holds any more back to the system, once something of many bytes was made: more is to come.

    Libraries leave rings behind, which only a sweep takes away; what glibc has free it keeps, unless told otherwise.
    """
    if made <= CHUNK:
        return
    import ctypes

    gc.collect()
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _waited_for(child: Child, deadline: float) -> bool:
    """Whether a child that has closed its pipe ends in time as well."""
    while not child.has_ended():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.0005)
    return True
