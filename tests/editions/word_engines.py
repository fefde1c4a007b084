"""The engines that make Word and ODT editions, and which traits each of them has words for."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Final

from tests.editions.by_pandoc import PANDOC_ENGINES, pandoc
from tests.editions.by_python_docx import plan_to_python_docx
from tests.editions.by_raw_odf import plan_to_odf
from tests.editions.by_raw_ooxml import plan_to_raw
from tests.editions.odt_package import ODT_BODIES, ODT_WHOLE, odt_dressed
from tests.editions.word_package import BODIES, WHOLE, dressed
from tests.editions.word_plan import Engine, Files
from tests.editions.word_traits import AXES, LAID_OUT, TRAITS

#: Engines of the project itself.
ENGINES: Final[dict[str, Engine]] = {
    "raw": Engine(plan_to_raw, "docx"),
    "python-docx": Engine(plan_to_python_docx, "docx"),
    "ODF": Engine(plan_to_odf, "odt"),
}
#: What LibreOffice calls the format in which it saves a file of the first engine anew, by suffix.
SAVED_AS: Final = {"docx": "docx:Office Open XML Text", "odt": "odt"}
OFFICE_ENGINES: Final = {f"LibreOffice {suffix}": suffix for suffix in SAVED_AS}
#: Documents that LibreOffice is given at a time, and how many seconds it may take over them.
BATCH: Final = 10
TOGETHER: Final = 120.0
#: What LibreOffice does not open: parts whose names have signs that are written in another way.
UNKNOWN_TO_OFFICE: Final = frozenset({"other part names"})
#: Within content controls it forgets how words look and that they were changed; without column widths it gives a merged
#: header cell to other columns.
LOST_BY_OFFICE: Final = frozenset(
    frozenset(pair)
    for controls, inside in (
        (
            ("content controls around cells", "content controls around paragraphs", "content controls around tables"),
            (*AXES["changes"], "hidden text", "notes typed by hand", "bullets in a symbol font"),
        ),
        (("no column widths",), ("number under the name's header", "labels in a column of their own")),
    )
    for pair in product(controls, inside)
)
#: Kind of file → what puts on clothes, and the traits that it has them for.
DRESSERS: Final = {"docx": dressed, "odt": odt_dressed}
CLOTHED: Final = {"docx": BODIES.keys() | WHOLE.keys(), "odt": ODT_BODIES.keys() | ODT_WHOLE.keys()}


def installed() -> tuple[str, ...]:
    """All engines that this machine has."""
    office = tuple(OFFICE_ENGINES) if shutil.which("soffice") else ()
    return (*ENGINES, *office, *(PANDOC_ENGINES if pandoc() else ()))


def engine_of(name: str) -> Engine:
    """An engine by its name; LibreOffice begins with a file of the first one, and loses some things on the way."""
    if name in OFFICE_ENGINES:
        return ENGINES["raw"]._replace(unknown=UNKNOWN_TO_OFFICE, lost=LOST_BY_OFFICE)
    return (ENGINES | PANDOC_ENGINES)[name]


def expressible(name: str) -> list[str]:
    """The traits that an engine has words for."""
    engine = engine_of(name)
    known = (LAID_OUT | CLOTHED[engine.kind]) - engine.unknown
    return [trait.name for trait in TRAITS if trait.name in known]


def put_on(files: Files, kind: str, traits: frozenset[str]) -> Files:
    """The package with the clothes of these traits."""
    return DRESSERS[kind](files, traits)


def saved_by_office(sources: Sequence[bytes], suffix: str) -> list[bytes | None]:
    """These documents as LibreOffice saves them; None for one that it cannot open, or not within its time.

    Where it does not get through all of them together, each is tried by itself.
    """
    together = _saved(sources, suffix, TOGETHER)
    if together is not None or len(sources) == 1:
        return together or [None]
    return [data for source in sources for data in saved_by_office([source], suffix)]


def _saved(sources: Sequence[bytes], suffix: str, seconds: float) -> list[bytes | None] | None:
    """The same in one run; None when that takes longer than it may."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.docx" for number in range(len(sources))]
        for path, data in zip(paths, sources, strict=True):
            path.write_bytes(data)
        target = Path(folder) / "saved"
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        form = ["--convert-to", SAVED_AS[suffix], "--outdir", str(target)]
        program = shutil.which("soffice") or "soffice"
        if not _run([program, profile, "--headless", *form, *map(str, paths)], seconds):
            return None
        made = [target / f"{path.stem}.{suffix}" for path in paths]
        return [path.read_bytes() if path.exists() else None for path in made]


def _run(command: Sequence[str], seconds: float) -> bool:
    """Run a program that starts others; whether it ended by itself in time. Else all that it started is ended."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False
