"""How a child process ends: with what it started, by an interruption, and when its parent is killed."""

from __future__ import annotations

import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from extract import child
from extract.bounded import document_in_child
from extract.file import file_to_document
from tests.extract.test_bounded import FILES, SMALL, STARTS, doing, folder, nothing_left, outcome, start_by
from tests.program import BARE, PROGRAM, ROOT, WORD
from transform.document import Document
from transform.limits import Limits

pytestmark = pytest.mark.skipif(not child.CAN_FORK, reason="no fork here")
__all__ = ["folder", "nothing_left"]  # fixtures


def test_what_a_child_started_ends_with_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = folder / "nummer"

    def leave_one(data: bytes) -> Document:
        process = subprocess.Popen(["sleep", "60"])
        note.write_text(str(process.pid), encoding="ascii")
        return file_to_document(data, "x")

    doing(leave_one, monkeypatch)
    assert isinstance(outcome(), Document)
    assert not _runs(int(note.read_text(encoding="ascii")))


def _runs(pid: int) -> bool:
    """Whether a process is still at work; one that waits to be reaped by the system is not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


@pytest.mark.parametrize("start", STARTS)
def test_an_interruption_ends_the_child_and_its_folder(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    start_by(start, monkeypatch)
    doing(lambda _: time.sleep(60), monkeypatch)
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)  # a program in the background ignores it
    killer = subprocess.Popen([sys.executable, "-c", f"import os, time; time.sleep(.4); os.kill({os.getpid()}, 2)"])
    data = SMALL if start == "fork" else FILES["pdf"]
    begin = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            read_for_ever(data)
    finally:
        killer.wait()
        signal.signal(signal.SIGINT, handler)
    assert time.monotonic() - begin < 10


def test_an_interruption_while_interruptions_are_being_held_leaves_none_held(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = signal.pthread_sigmask

    def interrupted(how: int, signals: Iterable[int]) -> Any:
        done = honest(how, signals)
        if how == signal.SIG_BLOCK and signals:
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(signal, "pthread_sigmask", interrupted)
    with pytest.raises(KeyboardInterrupt):
        document_in_child(SMALL, "x", ocr=False, limits=Limits())
    assert not honest(signal.SIG_BLOCK, ()) & {signal.SIGINT, signal.SIGTERM}


def read_for_ever(data: bytes) -> None:
    while True:
        document_in_child(data, "x", ocr=False, limits=Limits())


@pytest.mark.parametrize("start", STARTS)
def test_a_child_ends_when_its_parent_is_killed(start: str, folder: Path) -> None:
    note = folder / "nummer"
    code = f"""
import os, sys, time
from pathlib import Path
from functools import partial
from extract import child, spawned
from transform.limits import Limits
def note():
    Path({str(note)!r}).write_text(str(os.getpid()))
    time.sleep(60)
child.run_in_child(note, 60, Limits(), 9)
"""
    if start == "spawn":
        hang = folder / "sitecustomize.py"
        hang.write_text(
            "import sys, os\nif 'extract.spawned' in ' '.join(sys.orig_argv):\n"
            f"    import time, extract.file, pathlib\n    def hang(*_, **__):\n"
            f"        pathlib.Path({str(note)!r}).write_text(str(os.getpid())); time.sleep(60)\n"
            "    extract.file.file_to_document = hang\n",
            encoding="utf-8",
        )
        code = "from extract import spawned\nfrom extract.task import Read\nfrom transform.limits import Limits\n"
        code += "spawned.run_spawned(Read(name='x', ocr=False, largest=9), b'x', 60, Limits(), 99)"
    root = str(Path(__file__).parents[2])
    environ = os.environ | {"PYTHONPATH": f"{folder}{os.pathsep}{root}", "TMPDIR": str(folder)}
    parent = subprocess.Popen([sys.executable, "-c", code], env=environ)
    pid = _wait_for(lambda: int(note.read_text(encoding="ascii") or 0) if note.exists() else 0)
    parent.kill()
    parent.wait()
    assert _wait_for(lambda: not _runs(pid))
    for left in folder.glob("catalogus-*"):  # whoever is killed cannot tidy up
        for file in left.iterdir():
            file.unlink()
        left.rmdir()


def _wait_for(what: Callable[[], Any]) -> Any:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.02)
    raise AssertionError("it did not come")


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_a_command_that_is_asked_to_end_leaves_nothing(asked: int, folder: Path) -> None:
    note, temporary = folder / "nummer", folder / "tijdelijk"
    temporary.mkdir()
    lines = ["import extract.file, os, pathlib, time", "def hang(*_, **__):"]
    lines += [f"    pathlib.Path({str(note)!r}).write_text(str(os.getpid()))", "    time.sleep(60)"]
    (folder / "sabotage.py").write_text("\n".join([*lines, "extract.file.file_to_document = hang"]), encoding="utf-8")
    (folder / "sitecustomize.py").write_text("import sabotage", encoding="utf-8")
    environ = BARE | {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}", "TMPDIR": str(temporary)}
    command = [*PROGRAM, "convert", str(WORD), "-o", str(folder / "uit")]
    process = subprocess.Popen(command, env=environ, stderr=subprocess.PIPE)
    pid = _wait_for(lambda: int(note.read_text(encoding="ascii") or 0) if note.exists() else 0)
    assert len(list(temporary.iterdir())) == 1
    process.send_signal(asked)
    said = process.communicate(timeout=10)[1]
    assert process.returncode == 2
    assert b"catalogus: interrupted: " in said
    assert not _runs(pid)
    assert not list(temporary.iterdir())
    assert not (folder / "uit").exists()


def test_the_readers_own_modules_are_compiled_once(tmp_path: Path) -> None:
    """What only a child imports is kept compiled as well: without, each file took half as long again."""
    for room in ("extract", "transform", "emit", "catalogus.py"):
        kept = shutil.ignore_patterns("__pycache__")
        if (ROOT / room).is_dir():
            shutil.copytree(ROOT / room, tmp_path / "copy" / room, ignore=kept)
        else:
            shutil.copy(ROOT / room, tmp_path / "copy")
    code = f"import catalogus; catalogus.read({str(ROOT / 'samples/bijlage-1b.pdf')!r}, limits=catalogus.Limits())"
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ |= {"PYTHONPATH": str(tmp_path / "copy")}
    subprocess.run([sys.executable, "-P", "-c", code], env=environ, check=True, timeout=60)
    compiled = {file.name.partition(".")[0] for file in (tmp_path / "copy/extract/__pycache__").iterdir()}
    assert {"pdf", "pdf_engine", "pdf_native"} <= compiled


#: A child answers at length; then a large block is let go from under another: how much of the memory goes back (MiB).
LARGE_BLOCKS = """
import os
import platform
from pathlib import Path
from extract.child import run_in_child
from transform.limits import MIB, Limits

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

ended = run_in_child(lambda: b"x" * 8 * MIB, 60, Limits(), 64 * MIB)
assert len(ended.answer) == 8 * MIB
del ended
below, above = b"x" * 4 * MIB, b"x" * MIB
before = resident()
del below
print(round((before - resident()) / MIB))
"""


@pytest.mark.skipif("glibc" not in platform.libc_ver(), reason="another C library")
def test_after_a_long_answer_large_blocks_go_back_to_the_system() -> None:
    done = subprocess.run([sys.executable, "-c", LARGE_BLOCKS], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "4\n"
