"""A document by Chromium, printed from HTML."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from tests.editions.as_html import catalogue_to_html
from tests.editions.traits import Look
from transform.model import Catalogue

#: Text between tags.
_TEXT: Final = re.compile(r">[^<]+")


def browser() -> str | None:
    """The program, where it is installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def catalogue_to_browser(catalogue: Catalogue, look: Look) -> bytes:
    """The catalogue as a PDF of this look; needs the program."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "document.html", Path(folder) / "document.pdf"
        source.write_text(_kept_on_paper(catalogue_to_html(catalogue, look), look), encoding="utf-8")
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


def _kept_on_paper(html: str, look: Look) -> str:
    """The page without what Chromium would leave out: text that runs off the part of the paper inside the margins.

    Nobody could read that in its file. So the table keeps its width in half the margin on its right, and there is a
    place to break behind each slash, where other programs break of themselves.
    """
    head, body, rest = html.partition("</head>")
    half = look.margin / 2
    head += f"<style>@page {{ margin-right: {half}pt }} body {{ margin-right: {half}pt }}</style>"
    return head + body + _TEXT.sub(lambda text: text[0].replace("/", "/<wbr>"), rest)
