"""Convert one document of many: the function that every engine runs, in whatever process.

It never raises: what went wrong is in the outcome, a fault of our own among it, so that the others go on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Final

import catalogus
from batch.addresses import beneath, is_remote, name_of, read_file, write_file
from batch.record import Record, Stamp, digest, standing_record, task_to_stamp, write_record
from batch.task import Task
from transform.errors import CatalogusError, Internal, ReaderCrashed
from transform.findings import Severity
from transform.outcome import Outcome, State
from transform.reading import Reading

#: Held while a document is converted. pdfium is not thread-safe, and a worker of a cluster may have threads.
ONE_AT_A_TIME: Final = Lock()


def convert_one(task: Task) -> Outcome:
    """Convert the document of ``task``, unless a record says that it is done."""
    with ONE_AT_A_TIME:
        try:
            return _convert(task)
        except CatalogusError as error:
            return _failed(task, error)
        except Exception as fault:  # noqa: BLE001 - a fault of ours in one document must not stop a thousand others
            return _failed(task, _as_internal(fault))


def crashed(task: Task) -> Outcome:
    """The outcome for a document whose process ended without an answer."""
    return _failed(task, ReaderCrashed(task.source))


def _failed(
    task: Task, error: CatalogusError | None, sha256: str | None = None, exports: tuple[str, ...] = ()
) -> Outcome:
    if error is not None:
        error.place = _place_in_full(error.place, task.source)
    return Outcome(source=task.source, state=State.FAILED, error=error, sha256=sha256, exports=exports)


def _place_in_full(place: str, source: str) -> str:
    """A reader names the file without its folder, and among many there are others of that name."""
    if place in {"", name_of(source)}:
        return source
    return place if source in place else f"{source}: {place}"


def _as_internal(fault: Exception) -> Internal:
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return Internal(kind=type(fault).__name__, where=where, detail=str(fault))


def _convert(task: Task) -> Outcome:
    data = read_file(task.source)
    stamp = task_to_stamp(task, data)
    record = standing_record(task, stamp)
    if record is not None and (record.run == task.run or not task.again):
        return _outcome(task, record, State.DONE if record.run == task.run else State.SKIPPED)
    with _at_hand(task, data) as (source, folder):
        made = catalogus.convert(source, folder, task.options)
        if made.reading is not None and made.error is None:
            return _kept(task, stamp, made.reading, made.targets)
    written = () if is_remote(task.folder) else tuple(map(str, made.targets))
    return _failed(task, made.error, stamp.sha256, written)


@contextmanager
def _at_hand(task: Task, data: bytes) -> Iterator[tuple[Path, Path]]:
    """Document and folder as paths: those of the task, or temporary ones where either is an address."""
    if not is_remote(task.source) and not is_remote(task.folder):
        yield Path(task.source), Path(task.folder)
        return
    with TemporaryDirectory(prefix="catalogus-") as temporary:
        source = Path(temporary, name_of(task.source))
        source.write_bytes(data)
        yield source, Path(temporary, "uit") if is_remote(task.folder) else Path(task.folder)


def _kept(task: Task, stamp: Stamp, reading: Reading, targets: Sequence[Path]) -> Outcome:
    """Bring the exports where they belong, and write the record when they are there."""
    exports = {target.name: target.read_bytes() for target in targets}
    if is_remote(task.folder):
        for name, data in exports.items():
            write_file(beneath(task.folder, name), data)
    record = Record(
        stamp=stamp,
        run=task.run,
        exports={name: digest(data) for name, data in exports.items()},
        competences=reading.books.competences,
        indicators=reading.books.indicators,
        warnings=sum(finding.severity is Severity.WARNING for finding in reading.findings),
    )
    write_record(task, record)
    return _outcome(task, record, State.DONE)


def _outcome(task: Task, record: Record, state: State) -> Outcome:
    return Outcome(
        source=task.source,
        state=state,
        sha256=record.stamp.sha256,
        exports=tuple(beneath(task.folder, name) for name in record.exports),
        competences=record.competences,
        indicators=record.indicators,
        warnings=record.warnings,
    )
