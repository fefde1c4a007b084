"""One document of many: converted once, and again only when something is not as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import fsspec  # type: ignore[import-untyped]
import pytest
from msgspec.structs import replace

import catalogus
from batch import record
from batch.addresses import read_file, write_file
from batch.conversion import convert_one, crashed
from batch.task import Task
from tests.program import WORD
from transform.errors import Cause, FileNotFound, FileUnreadable, TargetUnwritable
from transform.outcome import State


@pytest.fixture
def task(tmp_path: Path) -> Task:
    source = tmp_path / "bijlage.docx"
    source.write_bytes(WORD.read_bytes())
    options = catalogus.Options(formats=("csv", "xml"))
    return Task(source=str(source), folder=str(tmp_path / "uit"), options=options, run="one")


def later(task: Task) -> Task:
    return replace(task, run="two")


def test_a_document_is_converted_and_then_skipped(task: Task) -> None:
    done, skipped = convert_one(task), convert_one(later(task))
    assert (done.state, skipped.state) == (State.DONE, State.SKIPPED)
    assert replace(skipped, state=State.DONE) == done
    assert (done.competences, done.indicators, done.warnings) == (27, 81, 2)
    assert done.sha256 == record.digest(WORD.read_bytes())
    assert [Path(name).name for name in done.exports] == ["bijlage.csv", "bijlage.xml"]


def test_what_a_cluster_asks_for_once_more_is_done_and_not_skipped(task: Task) -> None:
    assert [convert_one(replace(task, again=again)).state for again in (False, False, True)] == [State.DONE] * 3


def other_bytes(task: Task) -> Task:
    Path(task.source).write_bytes(WORD.with_name("bijlage-1b-2027.docx").read_bytes())
    return task


def other_options(task: Task) -> Task:
    return replace(task, options=replace(task.options, csv_profile="excel"))


def export_gone(task: Task) -> Task:
    (Path(task.folder) / "bijlage.xml").unlink()
    return task


def export_altered(task: Task) -> Task:
    (Path(task.folder) / "bijlage.csv").write_text("leeg", encoding="utf-8")
    return task


def record_broken(task: Task) -> Task:
    Path(record.record_place(task)).write_bytes(b'{"stamp":')
    return task


def asked_again(task: Task) -> Task:
    return replace(task, again=True)


CHANGES = [other_bytes, other_options, export_gone, export_altered, record_broken, asked_again]


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_not_as_it_was_is_converted_again(task: Task, change: Callable[[Task], Task]) -> None:
    convert_one(task)
    assert convert_one(change(later(task))).state == State.DONE
    assert {path.name for path in Path(task.folder).iterdir()} == {"bijlage.csv", "bijlage.xml", record.FOLDER}


def test_another_version_converts_again(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    convert_one(task)
    monkeypatch.setattr(record, "installed_version", lambda: "9.9.9")
    assert convert_one(later(task)).state == State.DONE


def test_another_previous_export_under_the_same_name_converts_again(task: Task, tmp_path: Path) -> None:
    previous = tmp_path / "oud.json"
    task = replace(task, options=replace(task.options, previous=previous))
    states = []
    for old in (WORD, WORD.with_name("bijlage-1b-2027.docx"), None):
        if old is not None:
            catalogus.write_catalogue(catalogus.read_catalogue(old), previous)
        states.append(convert_one(replace(task, run=str(old))).state)
    assert states == [State.DONE, State.DONE, State.SKIPPED]


def test_a_failure_is_an_outcome_with_its_place_in_full(task: Task) -> None:
    Path(task.source).write_bytes(b"Geen Word")
    failed = convert_one(task)
    assert (failed.state, failed.exports) == (State.FAILED, ())
    assert failed.error is not None
    assert (failed.error.cause, failed.error.place) == (Cause.NOT_PDF_OR_WORD, task.source)
    assert convert_one(later(task)).state == State.FAILED


def test_a_fault_of_ours_is_an_outcome_too(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object) -> None:
        raise ZeroDivisionError("nul")

    monkeypatch.setattr(catalogus, "convert", fault)
    error = convert_one(task).error
    assert error is not None
    assert (error.cause, error.facts["kind"]) == (Cause.INTERNAL, "ZeroDivisionError")


def test_a_crash_is_a_cause(task: Task) -> None:
    error = crashed(task).error
    assert error is not None
    assert (error.cause, error.place) == (Cause.READER_CRASHED, task.source)


def test_document_and_exports_may_have_addresses(task: Task) -> None:
    storage = fsspec.filesystem("memory")
    storage.pipe_file("/in/bijlage.docx", WORD.read_bytes())
    remote = replace(task, source="memory://in/bijlage.docx", folder="memory://uit/diep")
    done, skipped = convert_one(remote), convert_one(later(remote))
    assert (done.state, skipped.state) == (State.DONE, State.SKIPPED)
    convert_one(task)
    for name in ("bijlage.csv", "bijlage.xml"):
        assert storage.cat_file(f"/uit/diep/{name}") == (Path(task.folder) / name).read_bytes()


def test_an_address_that_leads_nowhere_is_a_cause() -> None:
    with pytest.raises(FileNotFound):
        read_file("memory://nergens.pdf")
    with pytest.raises(FileUnreadable):
        read_file("onbekend://bak/a.pdf")
    with pytest.raises((FileUnreadable, TargetUnwritable)):
        write_file("onbekend://bak/a.json", b"")
