"""A file → its Document, by a child process that is held to limits: any file may be hostile.

    bytes ── fork ── child: gate, reader ── pipe ── bytes, checked ── Document
                       └── its limits: too-large, too-slow; its crash: reader-crashed

Only data comes back, and is checked as it is read (``task``). What a breach is called: the time is up, or the system
ended the child for its processor time: too-slow. A refusal of memory, or a crash near the limit on it: too-large.
Any other end without an answer: reader-crashed.

Fails for a native library that crashes on one refused request for very much memory, far from the limit: that is told
as a crash.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from functools import partial
from typing import Final, TypeAlias, TypeVar

import msgspec

from extract.child import Ended, may_fork, nothing, run_in_child
from extract.task import (
    Answer,
    Done,
    Draw,
    Drawn,
    Failed,
    Made,
    OutOfMemory,
    Read,
    Task,
    bytes_to_answer,
    load_reader,
    make,
    perform,
    raised,
)
from transform.document import Document
from transform.errors import CatalogusError, EmptyFile, ReaderCrashed, TooLarge, TooSlow
from transform.limits import MIB, Limits

#: An answer may be so large a part of the memory that a reader may take: what is made of it takes some nine times its
#: bytes, so that this process needs about as much as its child.
ANSWER_SHARE: Final = 8
#: A crash with more than this part of the memory in use is put down to the limit.
NEAR: Final = 0.5
#: What an answer holds when all went well; and what ``made_in_child`` makes.
Result: TypeAlias = Done | Drawn | Made
Kind = TypeVar("Kind")
#: What a system without signals has instead.
TIME_UP: Final = -getattr(signal, "SIGXCPU", 24)
KILLED: Final = -getattr(signal, "SIGKILL", 9)


def document_in_child(
    data: bytes, name: str, *, ocr: bool, limits: Limits, meanwhile: Callable[[], object] = nothing
) -> Document:
    """As ``file_to_document``, in a process of its own; raises TooLarge, TooSlow and ReaderCrashed besides.

    This process does ``meanwhile``, and then takes the answer.
    """
    largest = limits.size_mib * MIB
    if len(data) > largest:
        raise TooLarge(name, limit="file-bytes", allowed=largest, found=len(data))
    if not data:
        raise EmptyFile(name)
    answer = ask(Read(name=name, ocr=ocr, largest=largest), data, limits, meanwhile)
    if isinstance(answer, Done):
        return answer.document
    raise ReaderCrashed(name)


def page_in_child(data: bytes, name: str, page: int, scale: float, turned: int, limits: Limits) -> bytes:
    """As ``page_to_png``, in a process of its own; raises as ``document_in_child``."""
    answer = ask(Draw(name=name, page=page, scale=scale, turned=turned), data, limits)
    if isinstance(answer, Drawn):
        return answer.png
    raise ReaderCrashed(name)


def made_in_child(work: Callable[[], Kind], kind: type[Kind], name: str, limits: Limits) -> Kind:
    """What ``work`` returns, of a type that msgspec knows, made by a process of its own; raises what it raised.

    Where no process can be forked, it is made in this one: bounded only by the size of what it is made from.
    """
    if not may_fork():
        return work()
    seconds = limits.time(ocr=False)
    answer = _judge(name, run_in_child(partial(make, work), seconds, limits, _most(limits)), limits, seconds)
    try:
        return msgspec.msgpack.decode(answer.value if isinstance(answer, Made) else b"", type=kind)
    except (msgspec.DecodeError, ValueError) as fault:
        raise ReaderCrashed(name) from fault


def _most(limits: Limits) -> int:
    """How many bytes an answer may have."""
    return limits.memory_mib * MIB // ANSWER_SHARE


def ask(task: Task, data: bytes, limits: Limits, meanwhile: Callable[[], object] = nothing) -> Result:
    """The answer to a task; raises what went wrong as an error of the house."""
    seconds = limits.time(ocr=task.ocr)
    most = _most(limits) + (len(data) if task.ocr else 0)
    if may_fork():
        _warm(task, data)
        work = partial(perform, task, data)
        ended = run_in_child(work, seconds, limits, most, meanwhile, first=partial(load_reader, data))
    else:
        from extract.spawned import run_spawned

        ended = run_spawned(task, data, seconds, limits, most)
    return _judge(task.name, ended, limits, seconds)


def _judge(name: str, ended: Ended, limits: Limits, seconds: int) -> Result:
    """The result in an answer; raises the error for one that has none."""
    answer = None if ended.late or ended.long or ended.code else bytes_to_answer(ended.answer)
    if isinstance(answer, Done | Drawn | Made):
        return answer
    raise _fault(name, ended, answer, limits, seconds)


def _fault(name: str, ended: Ended, answer: Answer | None, limits: Limits, seconds: int) -> CatalogusError:
    """What to call an end without a result."""
    if isinstance(answer, Failed):
        return raised(answer)
    if ended.late or ended.code == TIME_UP:
        return TooSlow(name, limit="clock" if ended.late else "processor", allowed=seconds)
    is_near = ended.code < 0 and (ended.peak_mib + 1 >= limits.memory_mib * NEAR or ended.code == KILLED)
    if ended.long or isinstance(answer, OutOfMemory) or is_near:
        return TooLarge(name, limit="memory", allowed=limits.memory_mib, found=f"> {limits.memory_mib}")
    return ReaderCrashed(name)


#: How the files begin that were read.
_seen: Final[set[bytes]] = set()


def _warm(task: Task, data: bytes) -> None:
    """From the second file of a kind, this process imports the reader, and its children have it at once."""
    start = data[:2]
    if isinstance(task, Read) and start in _seen:
        load_reader(data)
    _seen.add(start)
