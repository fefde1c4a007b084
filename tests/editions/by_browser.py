"""A document by Chromium, printed from HTML."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.editions.as_html import catalogue_to_html
from tests.editions.traits import Look
from transform.model import Catalogue


def browser() -> str | None:
    """The program, where it is installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def catalogue_to_browser(catalogue: Catalogue, look: Look) -> bytes:
    """The catalogue as a PDF of this look; needs the program."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "document.html", Path(folder) / "document.pdf"
        source.write_text(catalogue_to_html(catalogue, look), encoding="utf-8")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/p",
        ]
        command = [browser() or "chromium", *options, f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return target.read_bytes()
