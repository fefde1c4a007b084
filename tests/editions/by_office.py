"""A document by LibreOffice, printed from HTML. Many styles of HTML are unknown to it: see the traits."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.editions.as_html import catalogue_to_html
from tests.editions.traits import Look
from transform.model import Catalogue


def office() -> str | None:
    """The program, where it is installed."""
    return shutil.which("soffice")


def catalogue_to_office(catalogue: Catalogue, look: Look) -> bytes:
    """The catalogue as a PDF of this look; needs the program."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "document.html"
        source.write_text(catalogue_to_html(catalogue, look), encoding="utf-8")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        form = ["--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder]
        subprocess.run(
            [office() or "soffice", profile, "--headless", *form, str(source)],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return source.with_suffix(".pdf").read_bytes()
