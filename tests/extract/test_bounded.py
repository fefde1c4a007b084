"""The child process: what it gives, what it may take, what a breach is called, and that nothing of it is left."""

from __future__ import annotations

import json
import mmap
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

import extract.file
from extract import bounded, child
from extract.bounded import document_in_child
from extract.file import file_to_document
from extract.task import Done, Drawn, Read, bytes_to_answer, perform
from tests.extract.raw_docx import docx, paragraph
from tests.extract.raw_odt import odt, p
from transform.document import Document, Table
from transform.errors import (
    CatalogusError,
    Cause,
    Damaged,
    EmptyFile,
    Internal,
    NotPdfOrWord,
    ReaderCrashed,
    TooLarge,
    TooSlow,
    Unbalanced,
    cause_to_error,
)
from transform.limits import WATCHER, Limits

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = {
    "pdf": (SAMPLES / "bijlage-1b.pdf").read_bytes(),
    "docx": (SAMPLES / "bijlage-1b.docx").read_bytes(),
    "odt": odt(p("Toont moed")),
}
SMALL = docx(paragraph("Toont moed"))
#: Enough for any reader that behaves, and soon over for one that does not.
TIGHT = Limits(memory_mib=256, seconds=1, size_mib=8)
STARTS = ("fork", "spawn")

pytestmark = pytest.mark.skipif(not child.CAN_FORK, reason="no fork here")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the folders of children are made; nothing is left in it when a test ends."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def own_children() -> set[str]:
    """The processes that this one has started and that have not been reaped, as far as the system tells."""
    return {child for task in Path("/proc/self/task").iterdir() for child in _children_of(task)}


def _children_of(task: Path) -> list[str]:
    """The children of a thread; none of one that ended since it was listed."""
    try:
        return (task / "children").read_text(encoding="ascii").split()
    except (FileNotFoundError, ProcessLookupError):
        return []


@pytest.fixture(autouse=True)
def nothing_left(folder: Path) -> Any:
    before = own_children()
    yield
    assert not list(folder.glob("catalogus-*"))
    assert own_children() <= before
    assert not signal.pthread_sigmask(signal.SIG_BLOCK, ()) & {signal.SIGINT, signal.SIGTERM}


def start_by(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "may_fork", lambda: start == "fork")


def doing(deed: Callable[[bytes], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the reader do this; a forked child has what the parent had."""
    monkeypatch.setattr(extract.file, "file_to_document", lambda data, *_, **__: deed(data))


def outcome(limits: Limits = TIGHT) -> Document | CatalogusError:
    try:
        return document_in_child(SMALL, "x.docx", ocr=False, limits=limits)
    except CatalogusError as error:
        return error


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("kind", FILES)
def test_a_child_reads_what_this_process_reads(kind: str, start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    start_by(start, monkeypatch)
    read = document_in_child(FILES[kind], f"x.{kind}", ocr=False, limits=Limits())
    assert read == file_to_document(FILES[kind], f"x.{kind}")


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(("data", "kind"), [(b"", EmptyFile), (b"tekst", NotPdfOrWord), (FILES["pdf"][:999], Damaged)])
def test_an_error_comes_back_as_it_was(
    data: bytes, kind: type[CatalogusError], start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_by(start, monkeypatch)
    with pytest.raises(kind) as direct:
        file_to_document(data, "x")
    with pytest.raises(kind) as caught:
        document_in_child(data, "x", ocr=False, limits=Limits())
    assert (caught.value.place, caught.value.facts) == (direct.value.place, direct.value.facts)


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_one_error(cause: Cause) -> None:
    error = cause_to_error(cause, "x", {"count": 1})
    assert (error.cause, error.place, error.facts) == (cause, "x", {"count": 1})


def fill_memory(_: bytes) -> None:
    held = []
    while True:
        held.append(bytearray(2**20))


def ask_for_much(_: bytes) -> None:
    bytearray(2**40)


def spin(_: bytes) -> None:
    while True:
        pass


def endless() -> bytes:
    while True:
        pass


def die_slowly(_: bytes) -> None:
    held = bytearray(200 * 2**20)
    os.kill(os.getpid(), signal.SIGABRT)
    del held


BREACHES: dict[str, tuple[Callable[[bytes], Any], Cause, dict[str, str | int]]] = {
    "memory bit by bit": (fill_memory, Cause.TOO_LARGE, {"limit": "memory", "allowed": 256, "found": "> 256"}),
    "memory at once": (ask_for_much, Cause.TOO_LARGE, {"limit": "memory", "allowed": 256, "found": "> 256"}),
    "a crash for want of memory": (die_slowly, Cause.TOO_LARGE, {"limit": "memory", "allowed": 256, "found": "> 256"}),
    "sleep": (lambda _: time.sleep(60), Cause.TOO_SLOW, {"limit": "clock", "allowed": 1}),
    "an answer without end": (
        lambda _: replace(file_to_document(SMALL, "x"), title="a" * 33 * 2**20),
        Cause.TOO_LARGE,
        {"limit": "memory", "allowed": 256, "found": "> 256"},
    ),
}


def test_files_that_the_parent_has_in_memory_are_none_of_the_childs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Such as its libraries: they do not come along, and what the child takes is counted in full."""
    large = tmp_path / "groot"
    large.write_bytes(bytes(150 * 2**20))
    doing(die_slowly, monkeypatch)
    with large.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        assert sum(mapped[:: mmap.PAGESIZE]) == 0
        error = outcome()
    assert isinstance(error, CatalogusError)
    assert error.cause is Cause.TOO_LARGE


@pytest.mark.parametrize("case", BREACHES)
def test_a_breach_has_a_name_and_comes_soon(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    deed, cause, facts = BREACHES[case]
    doing(deed, monkeypatch)
    begin = time.monotonic()
    error = outcome()
    assert isinstance(error, CatalogusError)
    assert (error.cause, error.facts) == (cause, facts)
    assert time.monotonic() - begin < TIGHT.time(ocr=False) + 2


def test_processor_time_and_time_by_the_clock_are_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    doing(spin, monkeypatch)
    error = outcome()
    assert isinstance(error, TooSlow)
    assert error.facts["limit"] in {"clock", "processor"}


def test_processor_time_is_limited_by_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = child.run_in_child(endless, 1, TIGHT, 10)
    assert ended.late or ended.code == -signal.SIGXCPU


CRASHES: dict[str, Callable[[bytes], Any]] = {
    "a signal": lambda _: os.kill(os.getpid(), signal.SIGSEGV),
    "an end without an answer": lambda _: os._exit(0),
    "an exit": lambda _: sys.exit(3),
    "another answer": lambda _: _answer_and_end(b"\xc1\xff\x00"),
    "half an answer": lambda _: _answer_and_end(perform(Read(name="x", ocr=False, largest=9999), SMALL)[:-5]),
    "a picture instead": lambda _: _answer_and_end(msgspec.msgpack.encode(Drawn(b"png"))),
    "a value too deep": lambda _: _answer_and_end(b"\x91" * 100_000),
}


def _answer_and_end(data: bytes) -> None:
    for descriptor in range(3, 64):
        try:
            child.send(descriptor, data)
        except OSError:
            continue
    os._exit(0)


@pytest.mark.parametrize("case", CRASHES)
def test_an_end_without_a_sound_answer_is_a_crash(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    doing(CRASHES[case], monkeypatch)
    assert isinstance(outcome(), ReaderCrashed)


def test_a_fault_of_the_program_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    doing(lambda _: 1 // 0, monkeypatch)
    error = outcome()
    assert isinstance(error, Internal)
    assert error.facts["kind"] == "ZeroDivisionError"
    assert str(error.facts["where"]).startswith(f"{__name__}:")


def test_what_comes_back_keeps_each_measure_once() -> None:
    """A document of many pages takes half the memory by it."""
    document = document_in_child(FILES["pdf"], "x.pdf", ocr=False, limits=Limits())
    tables = [block for block in document.blocks if isinstance(block, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    measures = [line.indent for cell in cells for line in cell.lines] + [c.box.x0 for c in cells if c.box]
    assert len(set(map(id, measures))) == len(set(measures)) > 3


def test_a_document_that_is_not_sound_is_refused() -> None:
    good = file_to_document(FILES["pdf"], "x")
    assert bytes_to_answer(msgspec.msgpack.encode(Done(good))) == Done(good)
    torn = msgspec.msgpack.decode(msgspec.msgpack.encode(Done(good)))
    torn["document"]["source"]["sha256"] = "geen"
    assert bytes_to_answer(msgspec.msgpack.encode(torn)) is None


@pytest.mark.parametrize("kind", FILES)
def test_a_sound_file_is_read_or_takes_too_much_memory_and_is_never_called_damaged(kind: str) -> None:
    whole = file_to_document(FILES[kind], "x")
    for memory in (*range(1, 12), 14, 18, 24, 32):
        with suppress(TooLarge):
            assert document_in_child(FILES[kind], "x", ocr=False, limits=Limits(memory_mib=memory)) == whole


def told_by(deed: Callable[[], object], monkeypatch: pytest.MonkeyPatch, target: Path) -> Any:
    """What a child finds of itself, by way of a file outside its folder."""

    def tell(data: bytes) -> Document:
        target.write_text(json.dumps(deed()), encoding="utf-8")
        return file_to_document(data, "x")

    doing(tell, monkeypatch)
    assert isinstance(outcome(), Document)
    return json.loads(target.read_text(encoding="utf-8"))


def test_the_environment_is_clean(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEHEIM", "sleutel")
    monkeypatch.setenv("LC_TIME", "nl_NL.UTF-8")
    told = told_by(lambda: [dict(os.environ), os.getcwd(), os.listdir()], monkeypatch, folder / "verteld")  # noqa: PTH109, PTH208
    environ, where, files = told
    assert "GEHEIM" not in environ
    assert environ["LC_TIME"] == "nl_NL.UTF-8"
    assert environ["TMPDIR"] == environ["HOME"] == where
    assert Path(where).parent == folder
    assert files == []


def open_files() -> list[str]:
    """Where the open descriptors of this process lead, by their numbers."""
    links = (Path(f"/proc/self/fd/{number}") for number in range(64))
    return [str(link.readlink()) for link in links if link.is_symlink()]


def test_nothing_of_the_parent_is_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = folder / "verteld"
    with (folder / "geheim").open("wb"):
        links = told_by(open_files, monkeypatch, note)
    assert links[:3] == [os.devnull] * 3
    others = {link for link in links if not link.startswith("pipe:")} - {os.devnull, str(note)}
    assert not others


def test_no_file_larger_than_allowed_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write() -> int | None:
        try:
            Path("groot").write_bytes(b"0" * (9 * 2**20))
        except OSError as error:
            return error.errno
        return 0

    assert told_by(write, monkeypatch, folder / "verteld")


def test_what_a_child_says_reaches_nobody(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def shout(data: bytes) -> Document:
        print("LAWAAI")
        os.write(2, b"LAWAAI")
        return file_to_document(data, "x")

    doing(shout, monkeypatch)
    assert isinstance(outcome(), Document)
    assert capfd.readouterr() == ("", "")


def test_beside_other_threads_a_new_python_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child.may_fork()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not child.may_fork()
        read = document_in_child(SMALL, "x", ocr=False, limits=Limits())
    finally:
        stop.set()
        thread.join()
    assert read == file_to_document(SMALL, "x")


def test_a_new_python_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    start_by("spawn", monkeypatch)
    with pytest.raises(TooSlow):
        spawned_sleep(monkeypatch)


def spawned_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    """A time so short that starting alone takes longer."""
    monkeypatch.setattr(Limits, "time", lambda *_, **__: 0.01)
    document_in_child(SMALL, "x", ocr=False, limits=Limits())


@pytest.mark.parametrize("start", STARTS)
def test_a_file_over_the_limit_is_not_read(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    start_by(start, monkeypatch)
    with pytest.raises(TooLarge) as caught:
        document_in_child(bytes(9 * 2**20), "x", ocr=False, limits=TIGHT)
    assert caught.value.facts == {"limit": "file-bytes", "allowed": 8 * 2**20, "found": 9 * 2**20}


def test_an_unbalanced_file_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def raising(_: bytes) -> None:
        raise Unbalanced("x", where="p. 1", missing="\ud800", surplus=0)

    doing(raising, monkeypatch)
    error = outcome()
    assert isinstance(error, Unbalanced)
    assert error.facts == {"where": "p. 1", "missing": "\\ud800", "surplus": 0}


@pytest.mark.parametrize(("name", "safe"), [(WATCHER, True), ("another", False)])
def test_a_thread_that_only_waits_is_no_hindrance_to_a_fork(name: str, safe: bool) -> None:
    over = threading.Event()
    waiting = threading.Thread(target=over.wait, name=name)
    waiting.start()
    try:
        assert child.may_fork() is safe
    finally:
        over.set()
        waiting.join()
