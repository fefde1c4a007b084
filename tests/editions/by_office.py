"""A document by LibreOffice, printed from a Word file: the way that most editions go."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.editions.fonts import symbol_font
from tests.editions.office_document import catalogue_to_docx
from tests.editions.traits import Look
from transform.model import Catalogue

TAGGED: Final = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
PLAIN: Final = "pdf:writer_pdf_Export"


def office() -> str | None:
    """The program, where it is installed."""
    return shutil.which("soffice")


def catalogues_to_office(documents: Sequence[tuple[Catalogue, Look]]) -> list[bytes]:
    """The catalogues as PDFs of these looks, in one run of the program; in a second run those that are tagged."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _install_symbols(folder)
        sources = [folder / f"{number}.docx" for number in range(len(documents))]
        for source, (catalogue, look) in zip(sources, documents, strict=True):
            source.write_bytes(catalogue_to_docx(catalogue, look))
        pairs = list(zip(sources, (look.tagged for _, look in documents), strict=True))
        _print([source for source, is_tagged in pairs if not is_tagged], PLAIN, folder)
        _print([source for source, is_tagged in pairs if is_tagged], TAGGED, folder)
        return [source.with_suffix(".pdf").read_bytes() for source in sources]


def _install_symbols(folder: Path) -> None:
    """A font of signs for this run alone: fonts of a user stand under the data folder."""
    fonts = folder / "fonts"
    fonts.mkdir()
    (fonts / "symbols.ttf").write_bytes(symbol_font())


def _print(sources: Sequence[Path], form: str, folder: Path) -> None:
    if not sources:
        return
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = [profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run(
        [office() or "soffice", *options, *map(str, sources)],
        check=True,
        capture_output=True,
        timeout=600,
        env=os.environ | {"XDG_DATA_HOME": str(folder)},
    )
