"""The program as a process: its streams, its languages, what it loads, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import cli
from tests.program import BARE, PDF, ROOT, WORD, catalogus_command, in_terminal


def saboteur(folder: Path, deed: str) -> dict[str, str]:
    """An environment in which reading a document first does ``deed``."""
    lines = ["import catalogus, os, sys", "honest = catalogus.read", "def read(*given, **named):"]
    lines += [f"    {deed}", "    return honest(*given, **named)", "catalogus.read = read"]
    (folder / "sabotage.py").write_text("\n".join(lines), encoding="utf-8")
    (folder / "sitecustomize.py").write_text("import sabotage", encoding="utf-8")
    return {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}


@pytest.mark.parametrize(
    "deed",
    [
        "print('NOISE')",
        "print('NOISE', end='')",
        "sys.__stdout__.write('NOISE')",
        "os.write(1, b'NOISE')",
        "os.system('echo NOISE')",
    ],
)
def test_standard_output_holds_the_document_whatever_a_library_prints(deed: str, tmp_path: Path) -> None:
    done = catalogus_command("convert", WORD, "--to", "json", environ=saboteur(tmp_path, deed))
    assert done.returncode == 0
    assert json.loads(done.stdout)["titel"] == "Competentiecatalogus"
    assert b"NOISE" not in done.stdout
    assert b"NOISE" in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_standard_output_stays_empty_when_the_files_go_to_a_folder(jobs: str, tmp_path: Path) -> None:
    environ = saboteur(tmp_path, "print('NOISE'); os.write(1, b'NOISE')")
    command = ("convert", WORD, PDF.with_name("nergens.pdf"), "-o", tmp_path / "uit", "--to", "csv", "--jobs", jobs)
    done = catalogus_command(*command, environ=environ)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"NOISE" in done.stderr
    assert (tmp_path / "uit" / "bijlage-1b.csv").exists()


def test_a_fault_of_the_program_is_two_lines_and_code_2_too(tmp_path: Path) -> None:
    environ = saboteur(tmp_path, "raise ZeroDivisionError('nul')")
    done = catalogus_command("convert", WORD, "--to", "json", environ=environ)
    assert (done.returncode, done.stdout) == (2, b"")
    line, remedy = done.stderr.decode().splitlines()
    assert line == "catalogus: internal: Een fout in het programma zelf: ZeroDivisionError bij sabotage:4: nul."
    assert remedy == "Meld deze regel en stuur het document mee."


@pytest.mark.parametrize(
    "environ",
    [{}, {"LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}],
)
def test_streams_are_utf8_in_every_locale(environ: dict[str, str]) -> None:
    shown = catalogus_command("show", WORD, environ=environ)
    failed = catalogus_command("show", "coördinatie.pdf", environ=environ)
    assert "• " in shown.stdout.decode("utf-8")
    assert "Coöperatief" in shown.stdout.decode("utf-8")
    assert "coördinatie.pdf" in failed.stderr.decode("utf-8")


@pytest.mark.parametrize(
    ("environ", "word"), [({}, "Gebruik:"), ({"LANG": "en_GB.UTF-8"}, "Usage:"), ({"LANG": "nl_NL"}, "Gebruik:")]
)
def test_help_is_in_the_users_language(environ: dict[str, str], word: str) -> None:
    for command in ((), *((name,) for name in cli.commands.commands)):
        done = catalogus_command(*command, "--help", environ=environ)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode().startswith(word)


def test_dutch_help_has_no_english_left() -> None:
    english = {"the", "and", "file", "show", "print", "default", "options", "commands", "arguments"}
    for command in ((), *((name,) for name in cli.commands.commands)):
        text = catalogus_command(*command, "--help").stdout.decode()
        words = {word.strip("[]().,:;") for word in text.split() if word.islower()}
        assert not (words - {"show"}) & english


HEAVY = (
    "pdfplumber",
    "pdfminer",
    "pypdfium2",
    "docx",
    "lxml",
    "PIL",
    "rich",
    "ocrmypdf",
    "pikepdf",
    "extract",
    "distributed",
    "fsspec",
)


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("convert", "--help"), ("compare", "--help"), ("batch", "--help"), ("schema", "json")],
    ids=" ".join,
)
def test_help_and_schema_load_no_library_that_reads_or_draws(arguments: tuple[str, ...]) -> None:
    code = f"import sys, cli; cli.run({list(arguments)!r}, {{}}); sys.exit([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=BARE, check=False)
    assert done.stderr.decode().strip() == "[]"


def test_reading_word_loads_no_pdf_library() -> None:
    heavy = ("pdfplumber", "pdfminer", "pypdfium2")
    code = (
        f"import sys, cli; cli.run(['show', {str(WORD)!r}], {{}}); sys.exit([m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=BARE, check=False)
    assert done.stderr.decode().strip() == "[]"


def shell(command: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which ``$CATALOGUS`` is the program."""
    program = " ".join([sys.executable, "-c", '"import sys; from cli import main; sys.exit(main())"'])
    line = command.replace("CATALOGUS", program)
    return subprocess.run(["bash", "-c", line], capture_output=True, env=BARE, check=False)


@pytest.mark.parametrize(
    "call", [f"show {WORD}", f"convert {WORD} --to json", f"compare {WORD} {WORD}", "schema xml", "--help"]
)
@pytest.mark.parametrize("stdout", ["| true", ">&-", "> /dev/full"])
def test_a_standard_output_that_takes_nothing_is_a_failure_in_two_lines(call: str, stdout: str) -> None:
    done = shell(f"set -o pipefail; CATALOGUS {call} {stdout}")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-2].startswith("catalogus: target-unwritable: stdout: ")
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.parametrize("stderr", ["2>&-", "2> /dev/full", "2> >(true)"])
@pytest.mark.parametrize(("call", "status"), [(f"convert {WORD} --to json", 0), ("convert", 2)], ids=["good", "bad"])
def test_a_standard_error_that_takes_nothing_leaves_document_and_exit_code(call: str, status: int, stderr: str) -> None:
    done = shell(f"CATALOGUS {call} {stderr}")
    assert done.returncode == status
    assert done.stdout.startswith(b"{" if status == 0 else b"")


def test_who_stops_the_command_does_not_wait_for_files_that_were_not_begun(tmp_path: Path) -> None:
    sources = [tmp_path / f"{number}.docx" for number in range(12)]
    for source in sources:
        source.write_bytes(WORD.read_bytes())
    environ = saboteur(tmp_path, "import time; time.sleep(0.5)")
    command = [
        sys.executable,
        "-c",
        "import sys; from cli import main; sys.exit(main())",
        "convert",
        *map(str, sources),
    ]
    command += ["-o", str(tmp_path / "uit"), "--to", "csv", "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=BARE | environ, start_new_session=True) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stderr.read()
    assert first.startswith((b"0.docx", b"1.docx"))
    assert process.returncode == 2
    assert b"catalogus: interrupted: " in rest
    assert len(list((tmp_path / "uit").iterdir())) < len(sources) - 2
    assert not list((tmp_path / "uit").glob(".*"))


def test_a_word_document_does_not_go_to_a_terminal() -> None:
    status, shown = in_terminal("convert", WORD, "--to", "docx")
    assert status == 2
    assert "Een Word-document past niet in een terminal" in shown


def test_a_terminal_as_standard_input_is_not_waited_for() -> None:
    status, shown = in_terminal("show", "-")
    assert status == 2
    assert "Er komt niets binnen op de standaardinvoer" in shown


def test_a_terminal_sees_progress_and_colour(tmp_path: Path) -> None:
    status, shown = in_terminal("convert", WORD, PDF.with_name("nergens.pdf"), "-o", tmp_path)
    assert status == 2
    assert "Omzetten" in shown
    assert "\x1b[" in shown
    assert "catalogus: file-not-found: " in shown


def test_version_is_that_of_the_package() -> None:
    done = catalogus_command("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"catalogus {version('catalogus')}")
