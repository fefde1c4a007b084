"""A document by LibreOffice, printed from HTML. Many styles of HTML are unknown to it: see the traits."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.editions.as_html import catalogue_to_html
from tests.editions.traits import Look
from transform.model import Catalogue


def office() -> str | None:
    """The program, where it is installed."""
    return shutil.which("soffice")


def catalogues_to_office(documents: Sequence[tuple[Catalogue, Look]]) -> list[bytes]:
    """The catalogues as PDFs of these looks, in one run of the program."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder) / f"{number}.html" for number in range(len(documents))]
        for source, (catalogue, look) in zip(sources, documents, strict=True):
            source.write_text(catalogue_to_html(catalogue, look), encoding="utf-8")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        form = ["--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder]
        subprocess.run(
            [office() or "soffice", profile, "--headless", *form, *map(str, sources)],
            check=True,
            capture_output=True,
            timeout=600,
        )
        return [source.with_suffix(".pdf").read_bytes() for source in sources]
