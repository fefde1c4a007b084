"""The plan of the house, held by the imports themselves."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.version import Version

ROOT = Path(__file__).parent.parent
ROOMS = ("extract", "transform", "emit", "batch")
LONGEST_MODULE = 400

#: What a room may import of the others: the types in which the rooms meet.
ALLOWED = {
    "extract": {
        "transform.document",
        "transform.place",
        "transform.findings",
        "transform.errors",
        "transform.model",
        "transform.limits",
        "transform.role",  # the words of a header: without rules, rows begin where the names stand
    },
    "transform": set[str](),
    "emit": {
        "transform.document",
        "transform.place",
        "transform.findings",
        "transform.errors",
        "transform.model",
        "transform.limits",
        "transform.comparison",
        "transform.word_diff",  # not a type, but what Piece is made by: the redline compares more than the changes
        "transform.ledger",
        "transform.outcome",
        "transform.reading",
        "transform.vocabulary",
    },
    "batch": {
        "catalogus",  # what is done with each document is the chain's; how many at a time and where, is this room's
        "emit.atomic",
        "emit.batch_progress",
        "emit.batch_report",
        "emit.choices",
        "emit.command_help",
        "emit.command_options",
        "emit.language",
        "emit.marking",
        "emit.streams",
        "transform.errors",
        "transform.limits",
        "transform.findings",
        "transform.outcome",
        "transform.reading",
    },
}
#: Libraries that know a file format; the transform and the command line know none.
FILE_LIBRARIES = {
    "pdfplumber",
    "pdfminer",
    "pypdfium2",
    "pypdfium2_raw",
    "docx",
    "lxml",
    "PIL",
    "zipfile",
    "ocrmypdf",
    "pikepdf",
}

#: Minimum versions that close known holes.
FLOORS = {
    "pdfplumber": "0.11.10",
    "pdfminer.six": "20260107",
    "pypdfium2": "5.15.2",
    "pillow": "13.0.0",
    "lxml": "6.1.3",
    "cryptography": "50.0.2",
    "python-docx": "1.2.0",
    "click": "8.5.1",
    "pytest": "9.0.3",
}


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module that ``path`` imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            yield node.module


@pytest.mark.parametrize("room", ROOMS)
def test_the_rooms_meet_only_in_types(room: str) -> None:
    for path in modules(room):
        foreign = {name for name in imports(path) if name.split(".")[0] in {*ROOMS, "cli", "catalogus"} - {room}}
        assert foreign <= ALLOWED[room], f"{path.relative_to(ROOT)} imports {foreign - ALLOWED[room]}"


@pytest.mark.parametrize("place", ["transform", "batch", "cli.py", "catalogus.py"])
def test_no_file_library_beyond_its_wall(place: str) -> None:
    for path in [ROOT / place] if place.endswith(".py") else modules(place):
        assert not {name.split(".")[0] for name in imports(path)} & FILE_LIBRARIES, path


#: Which module touches which library that knows PDF.
PDF_WALLS = {
    "pdfplumber": {"pdf_plumber.py"},
    "pdfminer": {"pdf_plumber.py"},
    "pypdfium2": {"pdf_image.py", "pdf_scan.py"},
    "pypdfium2_raw": {"pdf_library.py"},
}


@pytest.mark.parametrize("library", PDF_WALLS)
def test_each_pdf_library_has_its_wall(library: str) -> None:
    assert {path.name for path in modules("extract") if library in map(_top, imports(path))} == PDF_WALLS[library]


def _top(name: str) -> str:
    return name.split(".")[0]


def test_no_module_grows_past_its_subject() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in [*modules(*ROOMS, "tests", "bench"), ROOT / "cli.py", ROOT / "catalogus.py"]
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }
    assert long == {}


def test_no_junk_drawer() -> None:
    drawers = re.compile(r"^(utils?|helpers?|misc|common|tools)\.py$")
    assert not [path for path in modules(*ROOMS, "tests", "bench") if drawers.match(path.name)]


@pytest.mark.parametrize("package", FLOORS)
def test_versions_are_at_or_above_the_floors(package: str) -> None:
    assert Version(version(package)) >= Version(FLOORS[package])


def test_the_project_asks_for_the_floors() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = dict(dependency.split(">=") for dependency in project["dependencies"])
    for package in asked.keys() & FLOORS.keys():
        assert Version(asked[package]) >= Version(FLOORS[package])
    assert project["license"] == "EUPL-1.2"


@pytest.mark.parametrize("name", ["runtime.txt", "dev.txt"])
def test_requirements_are_pinned_with_hashes_and_name_no_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert "//" not in text
    assert "index" not in text
    pinned = re.findall(r"^\S+==\S+", text, re.MULTILINE)
    entries = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(pinned) == len(entries) > 10
    assert text.count("--hash=sha256:") >= len(pinned)
