"""``catalogus batch`` as a user meets it: what is done, skipped and failed, and what a stop leaves."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from emit.batch_schema import batch_schema_text
from emit.schema import schema_text
from tests.hostile.pdfs import packed_bomb
from tests.program import BARE, PDF, PROGRAM, ROOT, WORD, Run, catalogus_command, in_terminal
from transform.limits import MIB

VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text("batch")))


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """Two documents of one name in two folders, and one that is none."""
    for name, data in {"a/x.docx": WORD.read_bytes(), "b/x.pdf": PDF.read_bytes(), "b/kapot.pdf": b"leeg"}.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
    return tmp_path / "in"


def last_line(err: str) -> str:
    return err.splitlines()[-1]


def test_a_bad_document_does_not_stop_the_others_and_a_second_run_skips(run: Run, documents: Path) -> None:
    out = documents / "uit"
    status, printed, err = run("batch", documents, "-o", out)
    assert (status, printed) == (2, b"")
    assert err.startswith(f"catalogus: not-pdf-or-word: {documents / 'b' / 'kapot.pdf'}: ")
    assert err.splitlines()[-2:] == [
        "  not-pdf-or-word: 1 document",
        "3 documenten: 2 omgezet, 0 overgeslagen, 1 mislukt",
    ]
    assert {str(path.relative_to(out)) for path in out.glob("*/*.json")} == {"a/x.json", "b/x.json"}
    assert last_line(run("batch", documents, "-o", out)[2]) == "3 documenten: 0 omgezet, 2 overgeslagen, 1 mislukt"
    (documents / "b" / "kapot.pdf").unlink()
    assert run("batch", documents, "-o", out)[0] == 0
    assert last_line(run("batch", documents, "-o", out, "--again")[2]).startswith("2 documenten: 2 omgezet")


def test_the_exports_are_those_of_convert(run: Run, documents: Path, tmp_path: Path) -> None:
    run("batch", documents / "a", "-o", tmp_path / "veel", "--jobs", "1")
    run("convert", documents / "a", "-o", tmp_path / "een")
    for path in (tmp_path / "een").iterdir():
        assert (tmp_path / "veel" / path.name).read_bytes() == path.read_bytes()


def test_convert_takes_folders_patterns_and_lists(run: Run, documents: Path, tmp_path: Path) -> None:
    lijst = tmp_path / "lijst"
    lijst.write_text(f"{documents / 'a'}\n", encoding="utf-8")
    names = (str(documents / "a"), str(documents / "a" / "*.docx"), f"@{lijst}")
    for number, name in enumerate(names):
        assert run("convert", name, "-o", tmp_path / str(number), "--to", "csv")[0] == 0
        assert [path.name for path in (tmp_path / str(number)).iterdir()] == ["x.csv"]


def test_the_report_keeps_to_its_schema_and_says_what_came_of_each(run: Run, documents: Path, tmp_path: Path) -> None:
    assert schema_text("batch") == batch_schema_text(), "ship the text of batch_schema_text()"
    VALIDATOR.check_schema(json.loads(schema_text("batch")))
    report, again = tmp_path / "diep" / "verslag.json", tmp_path / "nog.json"
    run("batch", documents, "-o", tmp_path / "uit", "--to", "json", "--report", report, "--jobs", "2")
    run("batch", documents, "-o", tmp_path / "uit2", "--to", "json", "--report", again, "--jobs", "1", lang="en")
    found = json.loads(report.read_bytes())
    VALIDATOR.validate(found)
    assert found["volledig"] is True
    assert found["samenvatting"]["oorzaken"] == [{"oorzaak": "not-pdf-or-word", "aantal": 1}]
    assert [Path(each["bestand"]).name for each in found["documenten"]] == ["x.docx", "kapot.pdf", "x.pdf"]
    assert report.read_bytes() == again.read_bytes().replace(b"/uit2/", b"/uit/")


def test_every_field_of_the_report_is_explained_and_every_type_closed() -> None:
    types = json.loads(schema_text("batch"))["$defs"].values()
    fields = [(name, field) for type_ in types for name, field in type_.get("properties", {}).items()]
    assert [name for name, field in fields if not field.get("description")] == []
    assert all(type_.get("additionalProperties") is False for type_ in types if "properties" in type_)


@pytest.mark.parametrize("given", [("--engine", "dask"), ("--scheduler", "tcp://127.0.0.1:1")], ids=" ".join)
def test_engine_and_scheduler_belong_together(run: Run, given: tuple[str, ...]) -> None:
    status, _, err = run("batch", WORD, "-o", "uit", *given)
    assert status == 2
    assert "--engine dask en --scheduler horen bij elkaar." in err


def test_a_reader_that_crashes_costs_one_document(documents: Path, tmp_path: Path) -> None:
    deed = "import catalogus, os\nhonest = catalogus.convert\ndef convert(source, *given):\n"
    deed += "    if source.name == 'kapot.pdf': os.kill(os.getpid(), 9)\n    return honest(source, *given)\n"
    (tmp_path / "sitecustomize.py").write_text(deed + "catalogus.convert = convert\n", encoding="utf-8")
    environ = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    done = catalogus_command("batch", documents, "-o", tmp_path / "uit", "--jobs", "2", environ=environ)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-2:] == [
        "  reader-crashed: 1 document",
        "3 documenten: 2 omgezet, 0 overgeslagen, 1 mislukt",
    ]


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path: Path, run: Run, stop: signal.Signals) -> None:
    source, out, report = tmp_path / "in", tmp_path / "uit", tmp_path / "verslag.json"
    source.mkdir()
    for number in range(40):
        (source / f"{number:02}.docx").write_bytes(WORD.read_bytes())
    command = [*PROGRAM, "batch", str(source), "-o", str(out), "--to", "csv", "--jobs", "2", "--report", str(report)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=BARE, start_new_session=True) as process:
        while len(list(out.glob("*.csv"))) < 4:
            assert process.poll() is None
        process.send_signal(stop)
        assert process.stderr is not None
        err = process.stderr.read().decode()  # it ends when the last process has: none is left behind
    done = {path.stem for path in (out / ".catalogus").glob("*.json")}
    assert 2 <= len(done) < 40
    assert not list(out.rglob("*.tmp"))
    if stop != signal.SIGKILL:
        assert process.returncode == 2
        assert "catalogus: interrupted: " in err
        assert json.loads(report.read_bytes())["volledig"] is False
    _, _, second = run("batch", source, "-o", out, "--to", "csv")
    assert last_line(second) == f"40 documenten: {40 - len(done)} omgezet, {len(done)} overgeslagen, 0 mislukt"


def test_a_terminal_sees_rate_and_time_left(documents: Path, tmp_path: Path) -> None:
    status, shown = in_terminal("batch", documents, "-o", tmp_path / "uit", "--jobs", "1")
    assert status == 2
    for words in ("Omzetten", "per minuut", "nog:", "3 documenten: 2 omgezet"):
        assert words in shown


def test_the_limits_hold_for_each_document(run: Run, documents: Path) -> None:
    (documents / "bom.pdf").write_bytes(packed_bomb(256 * MIB, 1)())
    _, _, err = run("batch", documents, "-o", documents / "uit", "--max-memory", "150")
    assert "  too-large: 1 document" in err.splitlines()
    assert last_line(err).startswith("4 documenten: 2 omgezet")
    assert "2 overgeslagen" in last_line(run("batch", documents, "-o", documents / "uit", "--max-seconds", "60")[2])
